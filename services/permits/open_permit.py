"""Open the permit of a dossier: what is typed, what was saved, what became of it (O10)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from services.accounts.models import Account
from services.dossiers.form_answers import check_by
from services.dossiers.models import Dossier
from services.dossiers.record_read import record_read
from services.eforms.check_answers import CheckedForm
from services.eforms.definition import EformDefinition
from services.eforms.form_lines import FormLines, form_lines
from services.eforms.form_names import form_names
from services.eforms.prefill import Filled, Known, filled_answers, texts_of
from services.files.models import StoredFile
from services.outbox.models import MessageState, OutboxMessage, Outward
from services.permits.models import Permit, PermitVersion
from services.permits.prefill import known_answers
from services.permits.queries import (
    latest_message,
    permit_dossier,
    permit_of,
    versions_of,
)
from services.permits.records import Record
from services.permits.standing import PermitStanding, standing_of
from services.results.models import Result
from services.results.queries import standing_with_file
from services.work import Work


class Lack(StrEnum):
    """Why it cannot be sent yet."""

    UNSAVED = "unsaved"
    NO_FILE = "no_file"
    UNSIGNED = "unsigned"
    UNDERWAY = "underway"  # this very version is on its way, or arrived


@dataclass(frozen=True)
class PermitFile:
    """“File giấy phép”: the result of the dossier."""

    id: UUID
    name: str
    is_signed: bool
    signer: str


@dataclass(frozen=True)
class PermitView:
    """The permit as an officer of the unit sees it."""

    code: str
    dossier_id: UUID
    applicant: str
    system: Outward
    definition: EformDefinition
    filled: dict[str, Filled]
    names: dict[str, str]
    lines: tuple[FormLines, ...]  # what was saved last, and is sent
    number: int  # of the version saved last; 0: none
    saved_at: datetime | None
    saved_by: str
    standing: PermitStanding
    file: PermitFile | None
    lacks: tuple[Lack, ...]
    problems: dict[str, str] = field(default_factory=dict)


def open_permit(work: Work, code: str) -> PermitView:
    """Show the permit; the reading is written down (AL-3)."""
    dossier, record = permit_dossier(work, code)
    record_read(work, "open_permit", dossier)
    return view_permit(work, dossier, record)


def view_permit(work: Work, dossier: Dossier, record: Record) -> PermitView:
    """Return the permit of a dossier that was read already."""
    permit = permit_of(work.session, dossier)
    versions = versions_of(work.session, permit)
    message = latest_message(work.session, dossier)
    found = standing_with_file(work.session, dossier.id)
    result = found[0] if found else None
    filled = filled_permit(work, record, dossier, permit, result)
    answers = texts_of(filled)
    checked = check_by(work, record.definition, answers)
    last = versions[0] if versions else None
    is_typed_on = last is not None and _is_other(checked, last)
    standing = standing_of(record, versions, message, is_typed_on)
    file = _file(*found) if found else None
    return PermitView(
        code=dossier.code or "",
        dossier_id=dossier.id,
        applicant=dossier.applicant_name,
        system=record.system,
        definition=record.definition,
        filled=filled,
        names=form_names(record.definition, answers),
        lines=form_lines(record.definition, last.values) if last else (),
        number=last.number if last else 0,
        saved_at=last.saved_at if last else None,
        saved_by=_name(work, last),
        standing=standing,
        file=file,
        lacks=lacks_of(versions, message, file, is_typed_on),
        problems=checked.problems,
    )


def filled_permit(
    work: Work,
    record: Record,
    dossier: Dossier,
    permit: Permit | None,
    result: Result | None,
) -> dict[str, Filled]:
    """Return every answer: typed, else known of the dossier and its result."""
    typed = permit.answers if permit else {}
    known = known_answers(work, record, dossier, result)
    blank = filled_answers(record.definition, typed, Known())
    return {
        key: one if one.is_typed else known.get(key, one) for key, one in blank.items()
    }


def lacks_of(
    versions: Sequence[PermitVersion],
    message: OutboxMessage | None,
    file: PermitFile | None,
    is_typed_on: bool,
) -> tuple[Lack, ...]:
    """Name what stands between the permit and the ministry."""
    is_stuck = message is not None and message.state in (
        MessageState.REFUSED,
        MessageState.DEAD,
    )
    found = {
        Lack.UNSAVED: not versions or is_typed_on,
        Lack.NO_FILE: file is None,
        Lack.UNSIGNED: file is not None and not file.is_signed,
        Lack.UNDERWAY: bool(versions)
        and versions[0].sent_at is not None
        and not is_stuck,
    }
    return tuple(lack for lack, is_lacking in found.items() if is_lacking)


def _is_other(checked: CheckedForm, last: PermitVersion) -> bool:
    return bool(checked.problems) or checked.values != last.values


def _name(work: Work, last: PermitVersion | None) -> str:
    return work.session.get_one(Account, last.saved_by_id).full_name if last else ""


def _file(result: Result, file: StoredFile) -> PermitFile:
    is_signed = result.signed_at is not None or file.is_signed
    signer = result.signer or (file.signer if file.is_signed else "")
    return PermitFile(file.id, file.name, is_signed, signer)
