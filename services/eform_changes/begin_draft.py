"""Begin the next version of a form as a copy of one that is there (A03)."""

from datetime import timedelta
from uuid import UUID

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import NotFound
from services.eform_changes.models import EformDraft
from services.eform_changes.queries import At, open_draft, versions_of, whole_province
from services.eforms.models import Eform, EformState
from services.work import Work


def begin_eform_draft(work: Work, code: str, version: int = 0) -> At:
    """Copy the version in force, or the one named; a draft that is open is found.

    It can be an older one, to go back to it, or one that the portal offers.
    """
    writer = whole_province(work)
    versions = versions_of(work.session, code)
    if found := open_draft(work.session, code):
        return At(found.id, found.edition)
    source = _source(work, versions, version)
    draft = EformDraft(
        code=code,
        based_on_id=source.id,
        definition=source.definition,
        starts_on=local_day(work.now) + timedelta(days=1),
        changed_by_id=writer,
        changed_at=work.now,
    )
    work.session.add(draft)
    work.session.flush()
    record(work, "eform.begun", draft.id, code=code, version=source.version)
    return At(draft.id, draft.edition)


def in_force(work: Work, versions: tuple[Eform, ...]) -> Eform | None:
    """Return the version that new dossiers begin with today."""
    day = local_day(work.now)
    held = [
        one
        for one in versions
        if one.state is EformState.IN_USE and one.starts_on <= day
    ]
    return max(held, key=lambda one: (one.starts_on, one.version), default=None)


def _source(work: Work, versions: tuple[Eform, ...], version: int) -> Eform:
    if version:
        found = next((one for one in versions if one.version == version), None)
        if found is None:
            raise NotFound("eform")
        return found
    return in_force(work, versions) or versions[0]


def base_of(versions: tuple[Eform, ...], based_on_id: UUID) -> Eform:
    """Return the version a draft was copied from."""
    return next(one for one in versions if one.id == based_on_id)
