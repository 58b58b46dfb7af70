"""Look a dossier over: the draft before filing, what was handed in at reception."""

from services.accounts.models import Account
from services.core.clock import local_day
from services.dossiers.answers import texts
from services.dossiers.fields import Cleaned, Value
from services.dossiers.file_facts import KnownFiles
from services.dossiers.machine_checks import (
    Finding,
    LookedAt,
    confirmed_name,
    machine_checks,
)
from services.dossiers.models import Dossier
from services.dossiers.queries import Draft
from services.dossiers.snapshot import Snapshot, freeze_components
from services.work import Work


def look_over_draft(
    work: Work, draft: Draft, cleaned: Cleaned, files: KnownFiles
) -> tuple[Finding, ...]:
    """Return what the officer will find, told to who files it (N10)."""
    return machine_checks(
        LookedAt(
            components=freeze_components(draft, texts(draft)["case_id"], files.files),
            files=files,
            values=cleaned.values,
            known_name=confirmed_name(draft.account),
            today=local_day(work.now),
        )
    )


def look_over_dossier(
    work: Work,
    dossier: Dossier,
    submitter: Account | None,
    handed_in: Snapshot,
    files: KnownFiles,
) -> tuple[Finding, ...]:
    """Return the same list of what was handed in; the row has what was mended."""
    born = dossier.submitter_birth_date
    person: dict[str, Value | None] = {
        "submitter_name": dossier.submitter_name,
        "submitter_birth_date": born.isoformat() if born else None,
        "submitter_phone": dossier.submitter_phone,
    }
    return machine_checks(
        LookedAt(
            components=handed_in.components,
            files=files,
            values={**handed_in.values, **person},
            known_name=confirmed_name(submitter),
            today=local_day(work.now),
        )
    )
