"""Filters of the desk: what each lets through, and that none leaves the unit."""

import dataclasses
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import select

from services.accounts.officer_models import OfficerPost
from services.dossiers.models import Dossier, Withdrawal, WithdrawalState
from services.dossiers.owe import open_due
from services.messages.models import Message
from services.oversight.export_desk import fetch_export, order_export
from services.oversight.show_desk import show_desk
from services.payments.models import DueMoment
from services.payments.views import DueLine
from services.processing.desk import DeskQueue
from services.processing.desk_filters import NOBODY, QueueFilter
from services.processing.desk_row import DeskRow
from services.processing.take_step import take_step
from services.work import Role, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_new,
    make_received,
)

EVERY_QUEUE = DeskQueue.WHOLE


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def found(work: Work, desk: Desk, **wanted: Any) -> list[str]:
    # Any: the fields of a filter.
    everything = dataclasses.replace(desk.intake, roles=frozenset(Role))
    given = {"queue": EVERY_QUEUE} | wanted
    shown = show_desk(acting(work, everything), QueueFilter(**given))
    assert shown.queue.total == len(shown.queue.rows)
    return [row.code for row in shown.queue.rows]


def write(work: Work, desk: Desk, code: str) -> None:
    dossier = dossier_of(work, code)
    message = Message(
        dossier_id=dossier.id,
        at=work.now,
        sender_id=desk.filing.account.id,
        sender_name="",
        is_from_office=False,
        text="Tôi hỏi",
        intent="hoi",
    )
    work.session.add(message)


def wish_out(work: Work, desk: Desk, code: str) -> None:
    work.session.add(
        Withdrawal(
            dossier_id=dossier_of(work, code).id,
            at=work.now,
            asked_by_id=desk.filing.account.id,
            reason="Tôi không cần nữa",
            state=WithdrawalState.ASKED,
        )
    )


def owe(work: Work, desk: Desk, code: str) -> None:
    lines = (DueLine("Phí", "fee", 10_000),)
    open_due(work, dossier_of(work, code), DueMoment.RESULT, lines)


def be_late(work: Work, desk: Desk, code: str) -> None:
    dossier_of(work, code).receive_by = work.now - timedelta(days=1)


MADE: dict[str, Callable[[Work, Desk, str], None]] = {
    "is_unread": write,
    "wants_out": wish_out,
    "is_unpaid": owe,
    "is_late": be_late,
}


@pytest.mark.parametrize("name", MADE)
def test_a_mark_lets_through_only_what_bears_it(
    work: Work, desk: Desk, name: str
) -> None:
    marked, _ = make_new(work, desk), make_new(work, desk)
    MADE[name](work, desk, marked)
    work.session.flush()
    assert found(work, desk, **{name: True}) == [marked]


def test_a_message_somebody_opened_is_no_longer_new(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    write(work, desk, code)
    work.session.flush()
    message = work.session.exec(
        select(Message).where(Message.dossier_id == dossier_of(work, code).id)
    ).one()
    message.seen_at = work.now
    work.session.flush()
    assert found(work, desk, is_unread=True) == []


def test_days_of_deadline_and_end_narrow_the_list(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    dossier = dossier_of(work, code)
    assert dossier.receive_by is not None
    due = dossier.receive_by.date()
    assert found(work, desk, due_from=due, due_to=due) == [code]
    assert found(work, desk, due_to=due - timedelta(days=1)) == []
    assert found(work, desk, done_from=date(2000, 1, 1)) == []


def test_channel_status_and_procedure_narrow_the_list(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    procedure = desk.filing.procedure
    assert found(work, desk, channel="online", status="submitted") == [code]
    assert found(work, desk, channel="postal") == []
    assert found(work, desk, status="returned") == []
    assert found(work, desk, procedure=procedure.code) == [code]
    assert found(work, desk, procedure="no such procedure") == []


def test_a_holder_is_an_officer_or_nobody(work: Work, desk: Desk) -> None:
    free, held = make_received(work, desk).code, make_received(work, desk).code
    take_step(acting(work, desk.handler), held)
    assert found(work, desk, holder=str(desk.handler.account_id)) == [held]
    assert found(work, desk, holder=NOBODY) == [free]
    assert found(work, desk, holder=str(uuid4())) == []
    assert found(work, desk, holder="' or true --") == []


def test_what_a_colleague_on_leave_holds_is_found(work: Work, desk: Desk) -> None:
    held = make_received(work, desk).code
    take_step(acting(work, desk.handler), held)
    assert found(work, desk, is_away=True) == []
    assert desk.approver.account_id is not None
    work.session.add(
        OfficerPost(
            account_id=desk.approver.account_id,
            agency_id=desk.filing.agency.id,
            roles=[Role.PROCESSING],
            starts_at=work.now - timedelta(hours=1),
            ends_at=work.now + timedelta(days=3),
            lent_by_post_id=desk.handler.post_id,
            granted_at=work.now,
            confirmed_at=work.now,
        )
    )
    work.session.flush()
    assert found(work, desk, is_away=True) == [held]
    lent = show_desk(acting(work, desk.approver), QueueFilter()).lenders
    assert [one.name for one in lent] == ["Trần Văn Thụ"]


def test_what_somebody_without_a_post_left_behind_is_found(
    work: Work, desk: Desk
) -> None:
    held = make_received(work, desk).code
    take_step(acting(work, desk.handler), held)
    post = work.session.get_one(OfficerPost, desk.handler.post_id)
    post.ended_at = work.now
    work.session.flush()
    assert found(work, desk, is_away=True) == [held]


def narrow(work: Work, desk: Desk) -> list[dict[str, Any]]:
    """Every filter there is, so that it lets the one dossier of the desk through."""
    dossier = work.session.exec(
        select(Dossier).where(Dossier.agency_id == desk.filing.agency.id)
    ).first()
    assert dossier is not None
    day = work.now.date()
    far = {"first": day - timedelta(days=400), "last": day + timedelta(days=400)}
    return [
        {"text": dossier.code},
        {"text": "tuyet"},
        {"sector": ""},
        {"procedure": desk.filing.procedure.code},
        {"channel": "online"},
        {"status": str(dossier.status)},
        {"holder": str(desk.handler.account_id)},
        {"holder": NOBODY},
        {"from_day": far["first"]},
        {"to_day": far["last"]},
        {"due_from": far["first"]},
        {"due_to": far["last"]},
        {"is_away": True},
        {"is_late": True},
        {"is_unpaid": True},
        {"wants_out": True},
        {"is_unread": True},
    ]


def test_no_filter_and_no_sheet_shows_another_unit_s_dossier(
    work: Work, desk: Desk
) -> None:
    stranger = make_account_officer(
        work.session, make_desk(work.session).filing.agency.id, *Role
    )
    code, held = make_new(work, desk), make_received(work, desk).code
    take_step(acting(work, desk.handler), held)
    for mark in (write, wish_out, owe, be_late):
        mark(work, desk, code)
    work.session.flush()
    theirs = acting(work, stranger)
    seen: list[DeskRow] = []
    for queue in DeskQueue:
        for one in narrow(work, desk):
            wanted = QueueFilter(queue=queue, **one)
            seen += show_desk(theirs, wanted).queue.rows
            ordered = order_export(theirs, wanted, "Kiểm tra phạm vi")
            seen += fetch_export(theirs, ordered.id)
    assert seen == []
    counts = show_desk(theirs, QueueFilter()).queue.counts
    assert set(counts.queues.values()) == {0}
    assert sum(bool(found(work, desk, **one)) for one in narrow(work, desk)) >= 14
