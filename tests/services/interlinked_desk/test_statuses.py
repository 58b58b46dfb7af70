"""What the interlinked services are told of the legs of declarations."""

import json
from uuid import UUID

from sqlmodel import col, select

from services.dossiers.models import Dossier
from services.interlinked.queries import legs_of
from services.outbox.carry import carry
from services.outbox.models import MessageState, OutboxMessage, Outward
from services.status_sync.couriers.interlinked_services import InterlinkedCourier
from services.work import SYSTEM, Work
from tests.factories.processing import Desk, acting
from tests.services.interlinked.carrying import carry_to_result
from tests.services.interlinked.test_bundles import declared, leg_code
from tests.services.interlinked_desk.arriving import (
    fetched,
    make_birth_desk,
    make_filed,
    there,
)
from tests.services.outbox.owing import in_place

S = Outward.INTERLINKED_SERVICES


def owed(work: Work) -> list[OutboxMessage]:
    query = select(OutboxMessage).where(OutboxMessage.system == S)
    ordered = query.order_by(col(OutboxMessage.sequence))
    return list(work.session.exec(ordered.execution_options(populate_existing=True)))


def carried(work: Work, leg: UUID) -> int:
    as_worker = acting(work, SYSTEM)
    return carry(in_place(as_worker), {S: InterlinkedCourier()}, S, leg)


def first_leg(work: Work, declaration: Dossier) -> Dossier:
    own = legs_of(work.session, declaration.id)[0][1]
    assert own is not None
    return own


def carried_to_result(work: Work, desk: Desk, declaration: Dossier) -> Dossier:
    carry_to_result(work, desk, leg_code(work, declaration, 0))
    return first_leg(work, declaration)


def test_every_step_of_a_leg_is_told_in_order(work: Work) -> None:
    desk, declaration = declared(work)
    leg = carried_to_result(work, desk, declaration)

    carried(work, leg.id)

    told = [one["trangThai"] for one in there(work).told]
    assert told == sorted(told)
    assert (told[0], told[-1]) == (1, 4)
    last = there(work).told[-1]
    assert (last["soHoSoLT"], last["maHoSo"]) == (declaration.code, leg.code)
    assert last["maTTHC"] == "1.001193"
    assert json.loads(last["ketQuaXuLy"])["soKetQua"] == "12/KS"


def test_the_declaration_itself_and_single_dossiers_are_not_told(work: Work) -> None:
    _, declaration = declared(work)
    legs = {own.id for _, own in legs_of(work.session, declaration.id) if own}
    assert {message.dossier_id for message in owed(work)} == legs


def test_a_leg_that_arrived_is_told_by_their_code(work: Work) -> None:
    desk = make_birth_desk(work)
    filed = make_filed(work, desk.filing.agency.code)
    fetched(work)
    [message] = owed(work)
    assert carried(work, message.thread_id) == 1
    assert there(work).told[0]["soHoSoLT"] == filed.waiting.code


def test_a_step_before_the_one_they_wait_for_is_told_again_later(work: Work) -> None:
    desk, declaration = declared(work)
    leg = carried_to_result(work, desk, declaration)
    first = owed(work)[0]
    first.state = MessageState.CLOSED  # by two persons: they never hear of it
    work.session.add(first)
    work.session.flush()

    assert carried(work, leg.id) == 0

    second = owed(work)[1]
    assert second.state is MessageState.WAITING
    assert second.next_try_at is not None


def test_what_can_never_follow_waits_for_a_person(work: Work) -> None:
    _, declaration = declared(work)
    leg = first_leg(work, declaration)
    carried(work, leg.id)
    there(work).told[-1]["trangThai"] = 4
    there(work).told[-1]["maHoSo"] = leg.code
    [message] = owed(work)
    message.state, message.said = MessageState.WAITING, {}
    work.session.add(message)
    work.session.flush()
    assert carried(work, leg.id) == 0
    assert owed(work)[0].state is MessageState.REFUSED
