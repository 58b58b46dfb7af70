"""What is owed arrives once and in order, or stands where a person sees it (OB)."""

import dataclasses
import random
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from services.core.errors import Forbidden, SystemRefused
from services.outbox.claim import INCOMPLETE, claim
from services.outbox.courier import Answer, Outcome
from services.outbox.models import MessageKind, MessageState, OutboxTry, Outward
from services.outbox.note_try import gate_of, mask
from services.outbox.owe import owe_followers
from services.outbox.pause_system import pause_system, resume_system
from services.outbox.rules import LIFE, LONGEST_WAIT, REST, TRIPPED_BY, wait_of
from services.work import Actor, Role, Work
from tests.conftest import NOON
from tests.factories.accounts import make_account
from tests.factories.dossiers import make_draft, make_filing, make_officer
from tests.services.outbox.owing import (
    PROCEDURE,
    SYSTEM_TOLD,
    PlayedCourier,
    at,
    carried,
    happens,
    jobs,
    messages,
    silent,
    told,
)

K, S = MessageKind, MessageState
SOON = timedelta(seconds=10)


def dossier(work: Work) -> UUID:
    return make_draft(work.session, make_filing(work.session)).id


@pytest.fixture
def here(work: Work) -> Work:
    return told(work, SYSTEM_TOLD)


@pytest.fixture
def thread(work: Work) -> UUID:
    return dossier(work)


def test_every_event_owes_each_follower_its_messages_in_order(
    here: Work, thread: UUID
) -> None:
    happens(here, "received", dossier_id=thread)
    happens(here, "processing", dossier_id=thread)

    rows = messages(here)

    assert [row.sequence for row in rows] == [1, 2, 3, 4]
    assert [row.kind for row in rows] == [K.DOSSIER, K.PROGRESS] * 2
    assert {lock for lock, _ in jobs(here)} == {f"outbox:{SYSTEM_TOLD}:{thread}"}


def test_a_procedure_nobody_follows_owes_nothing(here: Work, thread: UUID) -> None:
    happens(here, dossier_id=thread, procedure_code="9.999999")
    assert messages(here) == []


def test_the_same_event_is_owed_once(here: Work, thread: UUID) -> None:
    happened = happens(here, dossier_id=thread)
    again = here.session.begin_nested()
    owe_followers(here, happened)
    with pytest.raises(IntegrityError):
        here.session.flush()
    again.rollback()
    assert len(messages(here)) == 2


def test_messages_arrive_in_order_and_are_settled(here: Work, thread: UUID) -> None:
    happens(here, dossier_id=thread)
    courier = PlayedCourier()

    assert carried(here, courier, thread) == 2

    rows = messages(here)
    assert [one.said["So"] for one in courier.handed] == [1, 2]
    assert [row.state for row in rows] == [S.DELIVERED] * 2
    assert courier.settled == [row.id for row in rows]
    assert rows[0].their_reference == "BTXH-1"
    assert carried(here, courier, thread) == 0  # a second job finds nothing
    assert len(courier.handed) == 2


def test_silence_keeps_the_key_and_asks_for_another_try(
    here: Work, thread: UUID
) -> None:
    happens(here, dossier_id=thread)
    courier = PlayedCourier([silent(retry_after=600)])

    carried(here, courier, thread)

    first = messages(here)[0]
    assert first.state is S.WAITING
    assert first.next_try_at is not None
    assert first.next_try_at >= NOON + timedelta(minutes=10)  # as they asked
    assert jobs(here)[-1][1] == first.next_try_at
    assert carried(here, courier, thread) == 0  # not before its time
    assert carried(at(here, first.next_try_at), courier, thread) == 2
    assert courier.handed[0].key == courier.handed[1].key


def test_what_they_refuse_stops_its_dossier_and_no_other(
    here: Work, work: Work, thread: UUID
) -> None:
    other = dossier(work)
    happens(here, dossier_id=thread)
    happens(here, dossier_id=other)
    refused = Answer(Outcome.REFUSED, "-3", "Sai số 999190000818")
    courier = PlayedCourier([refused])

    assert carried(here, courier, thread) == 0
    assert carried(here, courier, other) == 2
    assert carried(here, courier, thread) == 0  # the next job does not try it again
    assert len(courier.handed) == 3

    row = next(one for one in messages(here) if one.thread_id == thread)
    assert row.state is S.REFUSED
    assert row.answer == "Sai số 999•••••••••"


@pytest.mark.parametrize("status", [400, 404, 413, 422])
def test_a_refused_question_is_not_asked_again(
    here: Work, thread: UUID, status: int
) -> None:
    happens(here, dossier_id=thread)

    carried(here, PlayedCourier([SystemRefused("there", status)]), thread)

    assert messages(here)[0].state is S.REFUSED
    assert messages(here)[0].answer_code == f"http_{status}"


def test_a_message_that_lacks_a_field_names_it_and_sends_nothing(
    here: Work, thread: UUID
) -> None:
    happens(here, dossier_id=thread)
    courier = PlayedCourier(lacks="NgaySinh")

    carried(here, courier, thread)

    row = messages(here)[0]
    assert (row.state, row.answer_code, row.answer) == (
        S.REFUSED,
        INCOMPLETE,
        "NgaySinh",
    )
    assert courier.handed == []


def test_three_days_of_silence_end_on_the_screen(here: Work, thread: UUID) -> None:
    happens(here, dossier_id=thread)
    courier, now, tries = PlayedCourier([silent()] * 500), NOON, 0
    while messages(here)[0].state is S.WAITING:
        carried(at(here, now), courier, thread)
        gate_of(here, SYSTEM_TOLD).open_until = None  # the breaker is another test's
        tries += 1
        now = messages(here)[0].next_try_at or now

    assert messages(here)[0].state is S.DEAD
    assert now - NOON >= LIFE - LONGEST_WAIT
    assert tries > LIFE / LONGEST_WAIT


def test_waits_grow_to_an_hour_and_are_spread() -> None:
    dice = random.Random(7)
    waits = [wait_of(tries, dice) for tries in range(1, 40)]
    assert all(timedelta() <= wait <= LONGEST_WAIT for wait in waits)
    assert max(waits) > timedelta(minutes=30)
    assert len(set(waits)) == len(waits)


def test_a_system_that_is_silent_five_times_rests_for_all(
    here: Work, thread: UUID, work: Work
) -> None:
    threads = [dossier(work) for _ in range(TRIPPED_BY)]
    for one in (*threads, thread):
        happens(here, dossier_id=one)
    courier = PlayedCourier([silent()] * TRIPPED_BY)
    for one in threads:
        carried(here, courier, one)

    assert carried(here, courier, thread) == 0
    assert len(courier.handed) == TRIPPED_BY  # the sixth was not even asked
    mine = next(row for row in messages(here) if row.thread_id == thread)
    assert (mine.tries, mine.next_try_at) == (0, NOON + REST)
    assert carried(at(here, NOON + REST), courier, thread) == 2
    assert gate_of(here, SYSTEM_TOLD).failures == 0


def test_a_pause_holds_everything_and_its_end_carries_it(
    here: Work, work: Work, thread: UUID
) -> None:
    operator = Actor(
        account_id=make_account(work.session).id,
        is_officer=True,
        roles=frozenset({Role.ADMINISTRATOR}),
    )
    boss = _as(here, operator)
    happens(here, dossier_id=thread)
    pause_system(boss, SYSTEM_TOLD, "Bộ báo bảo trì đến 18 giờ")
    courier = PlayedCourier()

    assert carried(here, courier, thread) == 0
    before = len(jobs(here))
    assert resume_system(boss, SYSTEM_TOLD) == 1
    assert len(jobs(here)) == before + 1
    assert carried(here, courier, thread) == 2


def test_a_unit_does_not_pause_a_system(here: Work, work: Work) -> None:
    filing = make_filing(work.session)
    local = make_officer(filing.agency.id, Role.ADMINISTRATOR)
    with pytest.raises(Forbidden):
        pause_system(_as(here, local), SYSTEM_TOLD, "vì thế")


def test_a_worker_that_died_with_it_in_hand_loses_and_doubles_nothing(
    here: Work, thread: UUID
) -> None:
    happens(here, dossier_id=thread)
    courier = PlayedCourier()
    parcel = claim(here, courier, SYSTEM_TOLD, thread)  # … and dies
    here.session.flush()

    assert parcel is not None
    assert carried(at(here, NOON + SOON), courier, thread) == 0
    later = NOON + timedelta(minutes=6)
    assert carried(at(here, later), courier, thread) == 2
    assert courier.handed[0].key == parcel.key


def test_a_slow_system_has_few_messages_on_their_way(here: Work, work: Work) -> None:
    threads = [dossier(work) for _ in range(4)]
    courier = PlayedCourier()
    for one in threads:
        happens(here, dossier_id=one)

    claimed = [claim(here, courier, SYSTEM_TOLD, one) for one in threads]

    assert [one is not None for one in claimed] == [True, True, True, False]
    assert jobs(here)[-1][1] > NOON


def test_each_try_is_kept_without_anybodys_number(here: Work, thread: UUID) -> None:
    happens(here, dossier_id=thread)
    later = Answer(Outcome.LATER, "7", "chưa cập nhật trạng thái 999190000818")
    carried(here, PlayedCourier([later]), thread)

    [kept] = here.session.exec(select(OutboxTry)).all()

    assert (kept.outcome, kept.code) == ("later", "7")
    assert "999190000818" not in kept.words


def test_an_answer_with_a_nul_in_it_is_kept_without(here: Work, thread: UUID) -> None:
    happens(here, dossier_id=thread)
    odd = Answer(Outcome.DELIVERED, "0\0", "Thành\0công", "BTXH\0-1")

    assert carried(here, PlayedCourier([odd, odd]), thread) == 2

    row = messages(here)[0]
    assert (row.answer_code, row.answer, row.their_reference) == (
        "0",
        "Thành công",
        "BTXH-1",
    )


def test_a_code_of_a_dossier_stays_readable() -> None:
    words = "Hồ sơ H55.242-261123-0001 của 0900000818"
    assert mask(words) == "Hồ sơ H55.242-261123-0001 của 090•••••••"


def test_only_the_worker_carries(here: Work, thread: UUID) -> None:
    stranger = _as(here, Actor())
    with pytest.raises(Forbidden):
        claim(stranger, PlayedCourier(), SYSTEM_TOLD, thread)


def test_a_system_that_is_switched_off_is_told_nothing(
    work: Work, thread: UUID
) -> None:
    here = told(work, Outward.LAND)
    here.province.profile["systems"][str(Outward.LAND)]["on"] = False
    happens(here, dossier_id=thread, procedure_code=PROCEDURE)
    assert messages(here, Outward.LAND) == []


def _as(work: Work, actor: Actor) -> Work:
    return dataclasses.replace(work, actor=actor)
