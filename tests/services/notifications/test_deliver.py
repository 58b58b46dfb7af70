"""News travels in the order the person chose, once, and not at night."""

import dataclasses
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, func, select

from services.accounts.models import AccountStatus
from services.core.errors import Forbidden
from services.notifications.deliver import deliver, read_letter
from services.notifications.models import (
    DeliveryState,
    Notification,
    NotificationDelivery,
    Sort,
    Subject,
)
from services.notifications.mute import mute
from services.notifications.note_outcome import Outcome, note_outcome
from services.notifications.notify import notify
from services.notifications.resume import resume_deliveries
from services.notifications.rules import MOST_TRIES, MOST_TRIES_TO_DO, not_before
from services.province import province
from services.work import Work
from tests.conftest import NOON, make_work
from tests.services.notifications.telling import (
    EMAIL,
    PHONE,
    at,
    mail,
    news,
    of,
    opener_of,
    person,
    received,
    run_jobs,
    sms,
    states,
    tell,
    waiting,
    zalo,
)

ALL = ("zalo", "sms", "email", "portal")
TO_DO = Subject.SUPPLEMENT_ASKED
NIGHT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # 22:00 in the province
MORNING = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)  # 07:00 of the next day


def test_the_first_channel_that_works_is_the_only_one(work: Work) -> None:
    told = tell(work, person(work, *ALL))

    run_jobs(work)

    assert received(work) == {"zalo": 1, "sms": 0, "email": 0}
    assert states(work, told) == {
        "portal": "delivered",
        "zalo": "sent",
        "sms": "skipped",
        "email": "skipped",
    }


@pytest.mark.parametrize("subject", [Subject.PROCESSING, TO_DO])
def test_a_refusal_gives_the_turn_to_the_next_channel(
    work: Work, subject: Subject
) -> None:
    zalo(work).refusal = "-118"
    told = tell(work, person(work, *ALL), subject)

    run_jobs(work)

    assert received(work) == {"zalo": 0, "sms": 1, "email": 0}
    assert states(work, told)["zalo"] == "failed"


def test_behind_the_portal_nothing_is_sent_that_need_not_be_done(work: Work) -> None:
    account = person(work, "zalo", "portal", "sms")
    zalo(work).refusal = "-118"
    progress, to_do = tell(work, account), tell(work, account, TO_DO)

    run_jobs(work)

    assert states(work, progress) == {"portal": "delivered", "zalo": "failed"}
    assert states(work, to_do)["sms"] == "sent"
    assert received(work) == {"zalo": 0, "sms": 1, "email": 0}


def test_who_chose_the_portal_alone_is_written_to_nowhere(work: Work) -> None:
    tell(work, person(work, "portal"), TO_DO)

    assert run_jobs(work) == 0


def test_a_channel_without_an_address_is_passed_over(work: Work) -> None:
    told = tell(work, person(work, *ALL, phone=None))

    run_jobs(work)

    assert states(work, told) == {"portal": "delivered", "email": "sent"}
    assert mail(work).sent[0].to == EMAIL


@pytest.mark.parametrize(
    ("subject", "tries"),
    [(Subject.PROCESSING, MOST_TRIES), (TO_DO, MOST_TRIES_TO_DO)],
)
def test_a_channel_that_is_down_is_tried_later_and_later_then_given_up(
    work: Work, subject: Subject, tries: int
) -> None:
    sms(work).is_down = True
    told = tell(work, person(work, "sms", "email", "portal"), subject)

    made, pauses = 0, []
    while states(work, told)["sms"] == "waiting":
        made += run_jobs(work)
        due = waiting(work)[-1][2]
        if states(work, told)["sms"] == "waiting" and due is not None:
            pauses.append((due - work.now).total_seconds())
            work = at(work, due)
    run_jobs(work)

    assert pauses == [5**n for n in range(1, tries)]
    assert states(work, told) == {
        "portal": "delivered",
        "sms": "failed",
        "email": "sent",
    }
    assert received(work)["email"] == 1


def test_an_answer_lost_and_a_second_try_are_one_message(work: Work) -> None:
    tell(work, person(work, "sms"))
    [(delivery, tries, _)] = waiting(work)
    sms(work).is_down = True
    deliver(opener_of(work), UUID(delivery), tries)
    sms(work).is_down = False
    work = at(work, NOON + timedelta(seconds=5))

    for _ in range(2):  # the same job twice: its worker was killed
        deliver(opener_of(work), UUID(delivery), 1)

    assert len(sms(work).sent) == 1
    assert sms(work).sent[0].request_id == delivery


def test_nothing_is_locked_while_the_gateway_is_asked(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(work, person(work, "sms"))
    [(delivery, tries, _)] = waiting(work)
    asked: list[str] = []
    inner = opener_of(work)

    def opener(use_case: Any, *args: Any, **kwargs: Any) -> Any:
        asked.append(use_case.__name__)
        return inner(use_case, *args)

    deliver(opener, UUID(delivery), tries)

    assert asked == ["read_letter", "_send", "note_outcome"]


def test_at_night_only_what_must_be_done_is_sent(work: Work) -> None:
    night = at(work, NIGHT)
    account = person(work, "sms")
    progress, to_do = tell(night, account), tell(night, account, TO_DO)

    run_jobs(night)
    assert states(work, progress)["sms"] == "waiting"
    assert states(work, to_do)["sms"] == "sent"

    run_jobs(at(work, MORNING - timedelta(seconds=1)))
    assert states(work, progress)["sms"] == "waiting"
    run_jobs(at(work, MORNING))
    assert states(work, progress)["sms"] == "sent"


def test_what_was_read_in_the_night_is_not_told_again_in_the_morning(
    work: Work,
) -> None:
    told = tell(at(work, NIGHT), person(work, "sms"))
    told.read_at = NIGHT

    run_jobs(at(work, MORNING))

    assert states(work, told)["sms"] == "skipped"
    assert sms(work).sent == []


@pytest.mark.parametrize(
    ("clock", "until"),
    [
        ("2026-11-23T20:59:59", None),
        ("2026-11-23T21:00:00", "2026-11-24T07:00:00"),
        ("2026-11-23T23:59:59", "2026-11-24T07:00:00"),
        ("2026-11-24T00:00:00", "2026-11-24T07:00:00"),
        ("2026-11-24T06:59:59", "2026-11-24T07:00:00"),
        ("2026-11-24T07:00:00", None),
        ("2026-03-29T02:30:00", "2026-03-29T07:00:00"),  # no summer time here
        ("2026-12-31T23:30:00", "2027-01-01T07:00:00"),
    ],
)
def test_the_quiet_hours_are_the_provinces_own(clock: str, until: str | None) -> None:
    here = datetime.fromisoformat(f"{clock}+07:00")
    wanted = datetime.fromisoformat(f"{until}+07:00") if until else None

    found = not_before(province("thai-nguyen"), Sort.PROGRESS, here.astimezone(UTC))

    assert found == wanted
    assert not_before(province("thai-nguyen"), Sort.TO_DO, here) is None


def test_a_muted_kind_is_kept_and_not_sent(work: Work) -> None:
    account = person(work, "sms")
    mute(of(work, account), Sort.PROGRESS, True)
    progress, to_do = tell(work, account), tell(work, account, TO_DO)

    run_jobs(work)

    assert states(work, progress) == {"portal": "delivered"}
    assert states(work, to_do)["sms"] == "sent"


def test_a_closed_account_is_written_to_nowhere(work: Work) -> None:
    account = person(work, "sms")
    before = tell(work, account, TO_DO)
    account.status = AccountStatus.CLOSED
    after = tell(work, account, TO_DO)

    run_jobs(work)

    assert states(work, before)["sms"] == "skipped"
    assert states(work, after) == {"portal": "delivered"}
    assert sms(work).sent == []


def test_a_new_phone_gets_what_was_on_its_way(work: Work) -> None:
    account = person(work, "sms")
    tell(work, account)
    account.phone = "0900000012"

    run_jobs(work)

    assert sms(work).texts_to(PHONE) == []
    assert len(sms(work).texts_to("0900000012")) == 1


def test_a_delivery_whose_job_was_lost_is_taken_up(work: Work) -> None:
    told = tell(work, person(work, "sms"))
    work.session.connection().execute(text("delete from procrastinate_jobs"))

    assert resume_deliveries(at(work, NOON + timedelta(minutes=29))) == 0
    assert resume_deliveries(at(work, NOON + timedelta(minutes=31))) == 1
    run_jobs(at(work, NOON + timedelta(minutes=31)))

    assert states(work, told)["sms"] == "sent"


def test_only_the_worker_delivers(work: Work) -> None:
    account = person(work, "sms")
    tell(work, account)
    [(delivery, tries, _)] = waiting(work)

    with pytest.raises(Forbidden):
        read_letter(of(work, account), UUID(delivery), tries)


def test_a_rollback_tells_nobody(scratch_engine: Engine, tmp_path: Path) -> None:
    with Session(scratch_engine) as session:
        work = make_work(session, tmp_path)
        account = person(work, "sms")
        session.commit()
        tell(work, account)
        session.rollback()
        assert waiting(work) == []
        assert session.exec(select(func.count()).select_from(Notification)).one() == 0


def test_twenty_who_tell_the_same_at_once_tell_it_once(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine) as session:
        account_id = person(make_work(session, tmp_path), "sms").id
        session.commit()
    same, told, start = news(TO_DO, key="the very same"), [], threading.Barrier(20)

    def one() -> None:
        with Session(scratch_engine) as session, session.begin():
            work = make_work(session, tmp_path)
            start.wait()
            told.append(notify(work, account_id, same))

    threads = [threading.Thread(target=one) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with Session(scratch_engine) as session:
        assert sorted(told) == [False] * 19 + [True]
        assert len(waiting(make_work(session, tmp_path))) == 1
        outside = select(func.count()).where(NotificationDelivery.channel == "sms")
        assert session.exec(outside).one() == 1


def test_two_workers_with_one_job_send_and_note_once(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        told = tell(work, person(work, "sms", "email"), TO_DO)
        [(delivery, tries, _)] = waiting(work)
        session.commit()
    systems, start = work.systems, threading.Barrier(2)

    def opener(use_case: Any, *args: Any, **kwargs: Any) -> Any:
        with Session(scratch_engine, expire_on_commit=False) as own, own.begin():
            mine = dataclasses.replace(make_work(own, tmp_path), systems=systems)
            return use_case(mine, *args)

    def worker() -> None:
        start.wait()
        deliver(opener, UUID(delivery), tries)

    threads = [threading.Thread(target=worker) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with Session(scratch_engine) as session:
        rows = session.exec(select(NotificationDelivery)).all()
        by = {row.channel: row for row in rows if row.notification_id == told.id}
        assert by["sms"].state is DeliveryState.SENT
        assert by["sms"].tries == 1
        assert by["email"].state is DeliveryState.SKIPPED
    assert received(work) == {"zalo": 0, "sms": 1, "email": 0}


def test_a_late_refusal_of_what_was_sent_tells_nobody_a_second_time(
    work: Work,
) -> None:
    told = tell(work, person(work, "sms", "email"), TO_DO)
    [(delivery, tries, _)] = waiting(work)
    note_outcome(work, UUID(delivery), tries, Outcome(DeliveryState.SENT))

    note_outcome(work, UUID(delivery), tries, Outcome(DeliveryState.FAILED, "31"))
    run_jobs(work)

    assert states(work, told)["sms"] == "sent"
    assert states(work, told)["email"] == "skipped"
    assert mail(work).sent == []
