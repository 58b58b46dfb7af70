"""Propose a version of a form, and the second administrator's word on it (AZ-9)."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.text import clean
from services.eform_changes.begin_draft import in_force
from services.eform_changes.differences import differences
from services.eform_changes.flaws import flaws_of
from services.eform_changes.models import OPEN, DraftState, EformDraft
from services.eform_changes.queries import (
    At,
    lock_draft,
    relied_on,
    versions_of,
    whole_province,
)
from services.eforms.definition import read_definition
from services.eforms.load_eforms import add_own_version
from services.eforms.models import Eform, EformState
from services.work import Work

LONGEST_REMARK = 500


def propose_eform(work: Work, at: At) -> int:
    """Propose a draft that breaks no rule and changes something; its edition."""
    proposer = whole_province(work)
    draft = lock_draft(work, at)
    if draft.state is not DraftState.DRAFT:
        raise Conflict("eform_not_draft")
    _check(work, draft)
    draft.state, draft.proposed_by_id = DraftState.PROPOSED, proposer
    draft.remark = ""
    return _write(work, draft, "eform.proposed")


def send_back_eform(work: Work, at: At, remark: str) -> int:
    """Give a proposal back to be written again, and say why."""
    whole_province(work)
    draft = lock_draft(work, at)
    if draft.state is not DraftState.PROPOSED:
        raise Conflict("eform_not_proposed")
    said = clean(remark[:LONGEST_REMARK])
    if not said:
        raise RuleViolation({"remark": "required"})
    draft.state, draft.proposed_by_id, draft.remark = DraftState.DRAFT, None, said
    return _write(work, draft, "eform.sent_back")


def publish_eform(work: Work, at: At) -> int:
    """Make a proposed draft a version, by nobody who wrote or proposed it.

    Dossiers and drafts that began before its day keep the version they began with.
    """
    reader = whole_province(work)
    draft = lock_draft(work, at)
    if draft.state is not DraftState.PROPOSED:
        raise Conflict("eform_not_proposed")
    if str(reader) in draft.writers or reader == draft.proposed_by_id:
        raise RuleViolation({"eform": "eform_four_eyes"})
    work.actor.require_fresh_proof(work.now)
    _check(work, draft)
    day = {"starts_on": draft.starts_on.isoformat()}
    version = add_own_version(work, read_definition(draft.definition | day))
    draft.state, draft.eform_id = DraftState.PUBLISHED, version.id
    draft.decided_by_id, draft.decided_at = reader, work.now
    _write(work, draft, "eform.published")
    return version.version


def discard_eform(work: Work, at: At) -> None:
    """Give a draft up; the version in force goes on."""
    reader = whole_province(work)
    draft = lock_draft(work, at)
    if draft.state not in OPEN:
        raise Conflict("eform_closed")
    draft.state = DraftState.DISCARDED
    draft.decided_by_id, draft.decided_at = reader, work.now
    _write(work, draft, "eform.discarded")


def withdraw_eform(work: Work, eform_id: UUID) -> None:
    """Take a published version back before its day: nobody has begun with it yet."""
    whole_province(work)
    query = select(Eform).where(Eform.id == eform_id).with_for_update()
    version = work.session.exec(query).first()
    if version is None:
        raise NotFound("eform")
    if version.state is EformState.WITHDRAWN:
        return
    work.actor.require_fresh_proof(work.now)
    if not version.is_own or version.starts_on <= local_day(work.now):
        raise RuleViolation({"eform": "eform_begun"})
    version.state = EformState.WITHDRAWN
    work.session.add(version)
    record(work, "eform.withdrawn", version.id, version=version.version)


def _check(work: Work, draft: EformDraft) -> None:
    """Name everything that keeps a draft from being used."""
    relied = relied_on(work.session, draft.definition.get("procedures", ()))
    flaws = flaws_of(draft.definition, relied)
    problems = {flaw.where: str(flaw.fault) for flaw in reversed(flaws)}
    versions = versions_of(work.session, draft.code)
    ruling = in_force(work, versions)
    if ruling and not flaws and not differences(ruling.definition, draft.definition):
        problems["eform"] = "eform_unchanged"
    if not draft.reason:
        problems["reason"] = "eform_why"
    used = [one.starts_on for one in versions if one.state is EformState.IN_USE]
    if draft.starts_on < local_day(work.now):
        problems["starts_on"] = "eform_past"
    elif draft.starts_on < max(used, default=draft.starts_on):
        problems["starts_on"] = "eform_later_waits"
    if problems:
        raise RuleViolation(problems)


def _write(work: Work, draft: EformDraft, act: str) -> int:
    draft.edition += 1
    work.session.add(draft)
    work.session.flush()
    record(work, act, draft.id, code=draft.code)
    return draft.edition
