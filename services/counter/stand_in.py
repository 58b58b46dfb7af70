"""Type for somebody at the counter: whose draft, by which officer, until when."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from sqlmodel import Session, select

from services.accounts.models import Account
from services.core.errors import Conflict, NotFound
from services.dossiers.models import Dossier, DossierStatus
from services.signals import dossier_topic, person_topic, tell
from services.work import Actor, Role, Work

HELD = timedelta(minutes=30)  # since the officer's last act; then the person may go on


class HeldAtCounter(Conflict):
    """A colleague at the counter has the draft open."""


@dataclass(frozen=True)
class AtCounter:
    """A draft in an officer's hands, and the work that is done in its owner's name."""

    dossier: Dossier
    work: Work  # the person's: every act is written down as the officer's


def require_counter(work: Work) -> tuple[UUID, UUID]:
    """Return the receiving officer and their unit, or refuse."""
    officer_id = work.actor.require_officer(Role.INTAKE)
    if work.actor.agency_id is None:
        raise NotFound("unit")
    return officer_id, work.actor.agency_id


def stand_in(work: Work, dossier_id: UUID) -> AtCounter:
    """Take the draft into the officer's hands for one act, and hold it meanwhile.

    Only a draft of this unit's counter: begun there, or brought by its owner with
    the key. One answer for every other one (AZ-4). The hold outlives the act, so
    that officer and person never write at once.
    """
    dossier = counter_draft(work, dossier_id, lock=True)
    if dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    hold(work, dossier)
    return AtCounter(dossier, in_name_of(work, dossier.account_id))


def hold(work: Work, dossier: Dossier) -> None:
    """Hold a locked draft for this officer, unless a colleague has it open."""
    officer_id, _ = require_counter(work)
    is_held = dossier.counter_until is not None and dossier.counter_until > work.now
    if is_held and dossier.counter_officer_id != officer_id:
        raise HeldAtCounter(holder_name(work.session, dossier))
    if not is_held or dossier.counter_officer_id != officer_id:
        tell(work.session, dossier_topic(dossier.id), person_topic(dossier.account_id))
    dossier.counter_officer_id = officer_id
    dossier.counter_until = work.now + HELD
    work.session.add(dossier)
    work.session.flush()


def counter_draft(work: Work, dossier_id: UUID, lock: bool = False) -> Dossier:
    """Return what was typed at this unit's counter, or NotFound."""
    _, agency_id = require_counter(work)
    query = select(Dossier).where(
        Dossier.id == dossier_id, Dossier.counter_agency_id == agency_id
    )
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    dossier = work.session.exec(query).first()
    if dossier is None:
        raise NotFound("dossier")
    return dossier


def in_name_of(work: Work, account_id: UUID) -> Work:
    """Return work in a person's name, marked with the officer who does it."""
    officer = work.actor
    actor = Actor(
        account_id=account_id,
        session_id=officer.session_id,
        agency_id=officer.agency_id,
        typed_by_id=officer.account_id,
        browser=officer.browser,
        address=officer.address,
    )
    return replace(work, actor=actor)


def holder_name(session: Session, dossier: Dossier) -> str:
    """Return who has the draft open at the counter."""
    if dossier.counter_officer_id is None:
        return ""
    return session.get_one(Account, dossier.counter_officer_id).full_name
