"""One form as its page draws it: versions, the draft, what is wrong with it (A03)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session, col, select

from services.administration.scope import require_administrator
from services.core.clock import local_day
from services.eform_changes.begin_draft import base_of, in_force
from services.eform_changes.differences import Difference, differences
from services.eform_changes.flaws import Flaw, flaws_of
from services.eform_changes.models import OPEN, DraftState, EformDraft
from services.eform_changes.queries import relied_on, versions_of
from services.eform_changes.raw import Raw
from services.eforms.models import Eform, EformState
from services.procedures.models import Procedure
from services.processing.queries import names_of
from services.work import Work


class Standing(StrEnum):
    """What a version is to new dossiers."""

    IN_FORCE = "in_force"
    COMING = "coming"  # from its day on
    PAST = "past"
    OFFERED = "offered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class VersionView:
    """One version, and who made it."""

    id: UUID
    version: int
    standing: Standing
    starts_on: date
    is_own: bool
    reason: str = ""
    written_by: tuple[str, ...] = ()
    published_by: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True)
class DraftView:
    """The draft that is worked on."""

    id: UUID
    edition: int
    state: DraftState
    based_on: int
    starts_on: date
    reason: str
    remark: str
    changed_by: str
    changed_at: datetime
    definition: Raw
    flaws: tuple[Flaw, ...]
    changes: tuple[Difference, ...]  # against the version in force
    is_overtaken: bool  # a version was added since it was begun
    may_publish: bool


@dataclass(frozen=True)
class FormView:
    """One form."""

    code: str
    title: str
    form_number: str
    legal_basis: str
    component: str
    procedures: tuple[tuple[str, str], ...]
    in_force: int  # 0: none today
    versions: tuple[VersionView, ...]
    draft: DraftView | None
    may_write: bool
    shown: Raw = field(default_factory=dict)  # the version in force


def show_eform(work: Work, code: str) -> FormView:
    """Show a form to an administrator; one of a unit only reads."""
    me = require_administrator(work)
    versions = versions_of(work.session, code)
    drafts = _drafts(work.session, code)
    names = names_of(work.session, _people(drafts))
    ruling = in_force(work, versions)
    shown = (ruling or versions[0]).definition
    draft = next((one for one in drafts if one.state in OPEN), None)
    return FormView(
        code=code,
        title=str(shown["title"]),
        form_number=str(shown.get("form_number", "")),
        legal_basis=str(shown.get("legal_basis", "")),
        component=str(shown.get("component", "")),
        procedures=_procedures(work.session, shown["procedures"]),
        in_force=ruling.version if ruling else 0,
        versions=_versions(work, versions, drafts, names),
        draft=_draft(work, draft, versions, names, me) if draft else None,
        may_write=work.actor.agency_id is None,
        shown=shown,
    )


def standing_of(version: Eform, ruling: Eform | None, day: date) -> Standing:
    """Say what a version is to new dossiers on a day."""
    if version.state is EformState.OFFERED:
        return Standing.OFFERED
    if version.state is EformState.WITHDRAWN:
        return Standing.WITHDRAWN
    if ruling is not None and version.id == ruling.id:
        return Standing.IN_FORCE
    return Standing.COMING if version.starts_on > day else Standing.PAST


def _drafts(session: Session, code: str) -> Sequence[EformDraft]:
    wanted = (*OPEN, DraftState.PUBLISHED)
    query = select(EformDraft).where(EformDraft.code == code)
    return session.exec(query.where(col(EformDraft.state).in_(wanted))).all()


def _people(drafts: Sequence[EformDraft]) -> set[UUID | None]:
    found: set[UUID | None] = set()
    for one in drafts:
        found |= {one.changed_by_id, one.decided_by_id}
        found |= {UUID(writer) for writer in one.writers}
    return found


def _procedures(session: Session, codes: Sequence[str]) -> tuple[tuple[str, str], ...]:
    query = select(Procedure.code, Procedure.name).where(col(Procedure.code).in_(codes))
    names = dict(session.exec(query).all())
    return tuple((code, names.get(code, "")) for code in codes)


def _versions(
    work: Work,
    versions: tuple[Eform, ...],
    drafts: Sequence[EformDraft],
    names: Mapping[UUID, str],
) -> tuple[VersionView, ...]:
    made = {one.eform_id: one for one in drafts}
    day, ruling = local_day(work.now), in_force(work, versions)
    found = []
    for one in versions:
        draft, standing = made.get(one.id), standing_of(one, ruling, day)
        view = VersionView(one.id, one.version, standing, one.starts_on, one.is_own)
        found.append(_signed(view, draft, names) if draft else view)
    return tuple(found)


def _signed(
    view: VersionView, draft: EformDraft, names: Mapping[UUID, str]
) -> VersionView:
    return VersionView(
        view.id,
        view.version,
        view.standing,
        view.starts_on,
        view.is_own,
        reason=draft.reason,
        written_by=tuple(names.get(UUID(one), "") for one in draft.writers),
        published_by=names.get(draft.decided_by_id, "") if draft.decided_by_id else "",
        published_at=draft.decided_at,
    )


def _draft(
    work: Work,
    draft: EformDraft,
    versions: tuple[Eform, ...],
    names: Mapping[UUID, str],
    me: UUID,
) -> DraftView:
    base = base_of(versions, draft.based_on_id)
    ruling = in_force(work, versions) or base
    relied = relied_on(work.session, draft.definition.get("procedures", ()))
    is_other = str(me) not in draft.writers and me != draft.proposed_by_id
    return DraftView(
        id=draft.id,
        edition=draft.edition,
        state=draft.state,
        based_on=base.version,
        starts_on=draft.starts_on,
        reason=draft.reason,
        remark=draft.remark,
        changed_by=names.get(draft.changed_by_id, ""),
        changed_at=draft.changed_at,
        definition=draft.definition,
        flaws=flaws_of(draft.definition, relied),
        changes=differences(ruling.definition, draft.definition),
        is_overtaken=any(
            one.version > base.version and one.state is not EformState.WITHDRAWN
            for one in versions
        ),
        may_publish=draft.state is DraftState.PROPOSED
        and is_other
        and work.actor.agency_id is None,
    )
