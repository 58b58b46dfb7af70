"""What a person may do with a message that stands still (O12, A07, OB-7)."""

import dataclasses
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.outbox.close_message import (
    agree_to_close,
    ask_to_close,
    decline_to_close,
)
from services.outbox.courier import Answer, Outcome
from services.outbox.models import MessageState, OutboxMessage
from services.outbox.note_try import gate_of
from services.outbox.send_again import send_again, send_all_again
from services.work import Actor, Role, Work
from tests.factories.accounts import make_account
from tests.factories.dossiers import Filing, make_draft, make_filing
from tests.services.outbox.owing import (
    SYSTEM_TOLD,
    PlayedCourier,
    carried,
    happens,
    jobs,
    messages,
    told,
)

S = MessageState
NOBODY: dict[str, None] = {"citizen_id": None, "phone": None, "email": None}
REASON = "Dân đã rút hồ sơ, bộ không cần biết nữa"
NO = Answer(Outcome.REFUSED, "-1", "Thiếu ngày sinh")


@dataclasses.dataclass(frozen=True)
class Stuck:
    """A refused message of a unit, with two officers and the worker beside it."""

    work: Work
    filing: Filing
    thread: UUID
    message: OutboxMessage

    def officer(self, *roles: Role, agency_id: UUID | None = None) -> Work:
        """Return the work of another officer of the unit each time."""
        actor = Actor(
            account_id=make_account(self.work.session, **NOBODY).id,
            is_officer=True,
            agency_id=agency_id or self.filing.agency.id,
            roles=frozenset(roles or {Role.PROCESSING}),
        )
        return dataclasses.replace(self.work, actor=actor)


@pytest.fixture
def stuck(work: Work) -> Stuck:
    here, filing = told(work, SYSTEM_TOLD), make_filing(work.session)
    thread = make_draft(work.session, filing).id
    happens(here, dossier_id=thread, agency_id=filing.agency.id)
    carried(here, PlayedCourier([NO]), thread)
    return Stuck(here, filing, thread, messages(here)[0])


def test_sent_again_it_goes_as_it_was_with_the_same_key(stuck: Stuck) -> None:
    courier, key = PlayedCourier(lacks="compose is not asked again"), stuck.message.key

    send_again(stuck.officer(), stuck.message.id)
    stuck.work.session.flush()
    carried(stuck.work, courier, stuck.thread)

    assert courier.handed[0].key == key
    assert messages(stuck.work)[0].state is S.DELIVERED


def test_a_press_knocks_at_a_system_that_rests_but_not_at_a_paused_one(
    stuck: Stuck,
) -> None:
    gate = gate_of(stuck.work, SYSTEM_TOLD)
    gate.open_until = stuck.work.now + timedelta(minutes=1)

    gate.paused_at = stuck.work.now
    send_again(stuck.officer(), stuck.message.id)
    stuck.work.session.flush()
    carried(stuck.work, PlayedCourier(), stuck.thread)
    assert messages(stuck.work)[0].state is S.WAITING

    gate.paused_at = None
    send_again(stuck.officer(), stuck.message.id)
    stuck.work.session.flush()
    carried(stuck.work, PlayedCourier(), stuck.thread)
    assert messages(stuck.work)[0].state is S.DELIVERED


def test_corrected_it_says_what_the_dossier_says_now(stuck: Stuck) -> None:
    stuck.message.said = {"NgaySinh": "wrong"}
    send_again(stuck.officer(), stuck.message.id, is_corrected=True)
    stuck.work.session.flush()
    courier = PlayedCourier()
    carried(stuck.work, courier, stuck.thread)
    assert courier.handed[0].said == {"MaHoSo": str(stuck.thread), "So": 1}


def test_what_arrived_is_not_sent_again(stuck: Stuck) -> None:
    send_again(stuck.officer(), stuck.message.id)
    carried(stuck.work, PlayedCourier(), stuck.thread)
    with pytest.raises(Conflict):
        send_again(stuck.officer(), stuck.message.id)


def test_two_persons_close_a_message_and_the_next_goes_on(stuck: Stuck) -> None:
    one, other = stuck.officer(), stuck.officer(Role.APPROVER)
    ask_to_close(one, stuck.message.id, REASON)
    with pytest.raises(RuleViolation, match="outbox_four_eyes"):
        agree_to_close(one, stuck.message.id)

    agree_to_close(other, stuck.message.id)
    agree_to_close(other, stuck.message.id)  # a second press shows the same

    row = messages(stuck.work)[0]
    assert (row.state, row.closing_reason) == (S.CLOSED, REASON)
    assert row.closing_asked_by_id != row.closed_by_id
    assert carried(stuck.work, PlayedCourier(), stuck.thread) == 1


def test_nothing_is_closed_without_a_proposal_and_its_reason(stuck: Stuck) -> None:
    with pytest.raises(RuleViolation):
        ask_to_close(stuck.officer(), stuck.message.id, "vì thế")
    with pytest.raises(Conflict):
        agree_to_close(stuck.officer(), stuck.message.id)
    assert messages(stuck.work)[0].state is S.REFUSED


def test_a_declined_proposal_leaves_the_message_standing(stuck: Stuck) -> None:
    ask_to_close(stuck.officer(), stuck.message.id, REASON)
    decline_to_close(stuck.officer(), stuck.message.id)
    with pytest.raises(Conflict):
        agree_to_close(stuck.officer(), stuck.message.id)


@pytest.mark.parametrize("act", [send_again, agree_to_close, decline_to_close])
def test_another_unit_finds_nothing(stuck: Stuck, act: object) -> None:
    elsewhere = stuck.officer(agency_id=make_filing(stuck.work.session).agency.id)
    for message_id in (stuck.message.id, uuid4()):
        with pytest.raises(NotFound):
            act(elsewhere, message_id)  # type: ignore[operator]


def test_a_citizen_may_nothing(stuck: Stuck) -> None:
    citizen = dataclasses.replace(stuck.work, actor=stuck.filing.citizen)
    with pytest.raises(Forbidden):
        send_again(citizen, stuck.message.id)


def test_an_administrator_of_the_province_sends_all_again(stuck: Stuck) -> None:
    boss = Actor(
        account_id=make_account(stuck.work.session, **NOBODY).id,
        is_officer=True,
        roles=frozenset({Role.ADMINISTRATOR}),
    )
    before = len(jobs(stuck.work))

    count = send_all_again(dataclasses.replace(stuck.work, actor=boss), SYSTEM_TOLD)

    assert count == 1
    assert messages(stuck.work)[0].state is S.WAITING
    assert len(jobs(stuck.work)) == before + 1
