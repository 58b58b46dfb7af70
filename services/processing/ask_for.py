"""Ask the colleague who holds a step to hand it over, and their answer."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from services.audit.record import record
from services.core.errors import Conflict, Forbidden
from services.core.text import clean
from services.dossiers.models import Dossier, DossierStatus
from services.processing.announce import announce
from services.processing.models import DossierStep
from services.processing.queries import agency_dossier, steps_of
from services.processing.reassign import pass_to, receiver_of
from services.processing.rules import current_step, is_barred
from services.processing.step_models import HoldWish
from services.processing.take_step import check_holder
from services.work import Role, Work

MOST_CHARS = 500


def ask_for(work: Work, code: str, reason: str = "") -> None:
    """Ask for the step under way, which a colleague holds; asked once is enough."""
    officer_id = work.actor.require_officer(Role.PROCESSING, Role.APPROVER)
    dossier, step, steps = _under_way(work, code)
    if step.holder_id is None or step.holder_id == officer_id:
        raise Conflict("nobody_to_ask")
    if step.role not in work.actor.roles or is_barred(step, steps, officer_id):
        raise Forbidden("four_eyes")
    if any(one.asked_by_id == officer_id for one in open_wishes(work.session, step.id)):
        return
    wish = HoldWish(
        dossier_id=dossier.id,
        step_id=step.id,
        asked_by_id=officer_id,
        asked_by_name=work.actor.name,
        at=work.now,
        reason=clean(reason)[:MOST_CHARS],
    )
    work.session.add(wish)
    record(work, "ask_for_step", dossier.id, position=step.position)
    announce(work, dossier)


def answer_wish(work: Work, code: str, wish_id: UUID, is_given: bool) -> None:
    """Give the step to the colleague who asked, or keep it; the first word counts."""
    officer_id = work.actor.require_officer(Role.PROCESSING, Role.APPROVER)
    dossier, step, steps = _under_way(work, code)
    wishes = open_wishes(work.session, step.id)
    wish = next((one for one in wishes if one.id == wish_id), None)
    if wish is None:
        raise Conflict("no_wish_for_step")
    check_holder(work, step, officer_id)
    for one in wishes if is_given else [wish]:
        one.decided_at, one.is_given = work.now, is_given and one is wish
        work.session.add(one)
    if is_given:
        name = receiver_of(work, step, steps, wish.asked_by_id)
        pass_to(work, dossier, step, (wish.asked_by_id, name), wish.reason)
    record(work, "answer_wish", dossier.id, given=is_given)
    announce(work, dossier)


def open_wishes(session: Session, step_id: UUID) -> Sequence[HoldWish]:
    """Return who asks for the step and has no answer yet."""
    query = select(HoldWish).where(
        HoldWish.step_id == step_id, col(HoldWish.decided_at).is_(None)
    )
    return session.exec(query.order_by(col(HoldWish.at))).all()


def _under_way(
    work: Work, code: str
) -> tuple[Dossier, DossierStep, Sequence[DossierStep]]:
    dossier = agency_dossier(work, code, lock=True)
    steps = steps_of(work.session, dossier.id)
    step = current_step(steps)
    if dossier.status != DossierStatus.PROCESSING or step is None:
        raise Conflict("not_in_process")
    return dossier, step, steps
