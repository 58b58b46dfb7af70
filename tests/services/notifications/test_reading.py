"""What a person reads of the notices, and may do with them (C24)."""

import dataclasses
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event

from services.accounts.channels import Channel
from services.accounts.models import SecurityNotice
from services.core.errors import Forbidden, NotFound, RuleViolation, TooMany
from services.notifications.count_unread import count_unread
from services.notifications.list_notifications import PAGE, list_notifications
from services.notifications.mark_read import mark_all_read, mark_read
from services.notifications.models import Sort, Subject
from services.notifications.mute import mute
from services.notifications.notify import notify
from services.notifications.open_link import open_link
from services.notifications.send_again import MOST_EACH, send_again
from services.work import ANONYMOUS, Work
from tests.conftest import NOON
from tests.factories.accounts import make_account
from tests.services.notifications.telling import (
    at,
    news,
    of,
    person,
    received,
    run_jobs,
    sms,
    tell,
    zalo,
)


def other(work: Work) -> Work:
    """Return the work of somebody else."""
    account = make_account(
        work.session, citizen_id="999190000012", phone="0900000012", email="b@e.vn"
    )
    return of(work, account)


def security_notice(work: Work, account_id: UUID) -> SecurityNotice:
    notice = SecurityNotice(account_id=account_id, at=work.now, kind="new_device")
    work.session.add(notice)
    work.session.flush()
    return notice


def test_unread_comes_first_and_one_dossier_stays_together(work: Work) -> None:
    account, one, two = person(work), uuid4(), uuid4()
    mine = of(work, account)
    order = [(one, 0), (two, 1), (one, 2), (two, 3), (one, 4)]
    for reference, minute in order:
        later = at(work, NOON + timedelta(minutes=minute))
        notify(later, account.id, news(reference=reference))
    latest = list_notifications(mine, None, 1).lines[0]
    mark_read(mine, latest.id)

    lines = list_notifications(mine, None, 1).lines

    said = [(line.reference, (line.at - NOON).seconds // 60) for line in lines]
    assert said == [(two, 3), (two, 1), (one, 2), (one, 0), (one, 4)]
    assert [line.is_unread for line in lines] == [True] * 4 + [False]


def test_the_accounts_own_notices_stand_among_them_once(work: Work) -> None:
    account = person(work)
    mine = of(work, account)
    tell(work, account)
    notice = security_notice(work, account.id)

    page = list_notifications(mine, None, 1)

    assert page.total == 2
    assert [line.kind for line in page.lines if line.subject is None] == ["new_device"]
    assert page.counts[Sort.SYSTEM] == 1
    assert count_unread(mine) == page.unread == 2
    mark_read(mine, notice.id)
    assert count_unread(mine) == 1


@pytest.mark.parametrize("sort", Sort)
def test_each_kind_can_be_read_alone(work: Work, sort: Sort) -> None:
    account = person(work)
    for subject in Subject:
        tell(work, account, subject)

    page = list_notifications(of(work, account), sort, 1)

    assert page.total == page.counts[sort] > 0
    assert len(page.lines) == min(page.total, PAGE)
    assert {line.sort for line in page.lines} == {sort}


def test_a_page_holds_twenty_and_asks_little(work: Work) -> None:
    account = person(work, "sms")
    for _ in range(45):
        tell(work, account)
    security_notice(work, account.id)
    asked: list[str] = []
    connection = work.session.connection()

    def count(*args: object) -> None:
        asked.append(str(args[2]))

    event.listen(connection, "before_cursor_execute", count)
    pages = [list_notifications(of(work, account), None, n) for n in (1, 2, 3, 9)]
    event.remove(connection, "before_cursor_execute", count)

    assert [len(page.lines) for page in pages] == [20, 20, 6, 6]
    assert [page.page for page in pages] == [1, 2, 3, 3]
    assert len({line.id for page in pages[:3] for line in page.lines}) == 46
    assert len(asked) <= 4 * 8


def test_somebody_elses_notice_is_not_there(work: Work) -> None:
    account = person(work)
    told, stranger = tell(work, account), other(work)

    mark_read(stranger, told.id)
    assert list_notifications(stranger, None, 1).total == 0
    assert count_unread(of(work, account)) == 1
    with pytest.raises(NotFound):
        send_again(stranger, told.id, Channel.SMS)
    with pytest.raises(NotFound):
        open_link(stranger, told.link)
    assert told.read_at is None


def test_a_link_opens_the_very_place_and_marks_it_read(work: Work) -> None:
    account = person(work)
    told = tell(work, account)

    assert open_link(of(work, account), told.link) == told.path
    assert open_link(at(of(work, account), NOON + timedelta(days=1)), told.link)

    work.session.refresh(told)
    assert told.read_at == NOON


@pytest.mark.parametrize("link", ["", "never", "' or 1=1", "é" * 10])
def test_a_link_that_never_was_is_not_there(work: Work, link: str) -> None:
    with pytest.raises(NotFound):
        open_link(of(work, person(work)), link)


def test_nobody_signed_in_reads_nothing(work: Work) -> None:
    nobody = dataclasses.replace(work, actor=ANONYMOUS)
    for act in (count_unread, mark_all_read):
        with pytest.raises(Forbidden):
            act(nobody)


def test_all_is_marked_at_once_and_counted(work: Work) -> None:
    account = person(work)
    for _ in range(3):
        tell(work, account)
    security_notice(work, account.id)

    assert mark_all_read(of(work, account)) == 4
    assert mark_all_read(of(work, account)) == 0
    assert count_unread(of(work, account)) == 0


def test_what_must_be_done_is_never_muted(work: Work) -> None:
    account = person(work)
    with pytest.raises(RuleViolation):
        mute(of(work, account), Sort.TO_DO, True)

    for is_muted in (True, True, False):
        mute(of(work, account), Sort.PROGRESS, is_muted)
    assert list_notifications(of(work, account), None, 1).muted == frozenset()


def test_a_notice_is_sent_again_on_another_channel(work: Work) -> None:
    account = person(work, "zalo", "sms")
    told = tell(work, account)
    run_jobs(work)

    for _ in range(2):  # a second press while it is on its way
        send_again(of(work, account), told.id, Channel.SMS)
    run_jobs(work)

    assert received(work) == {"zalo": 1, "sms": 1, "email": 0}


def test_a_notice_is_sent_again_at_most_three_times(work: Work) -> None:
    account = person(work, "portal")
    told = tell(work, account)
    for _ in range(MOST_EACH):
        send_again(of(work, account), told.id, Channel.SMS)
        run_jobs(work)

    with pytest.raises(RuleViolation):
        send_again(of(work, account), told.id, Channel.EMAIL)
    assert len(sms(work).sent) == MOST_EACH


def test_sending_again_has_a_limit_for_the_hour(work: Work) -> None:
    account = person(work, "portal")
    for _ in range(5):
        told = tell(work, account)
        for channel in (Channel.SMS, Channel.EMAIL):
            send_again(of(work, account), told.id, channel)
    told = tell(work, account)

    with pytest.raises(TooMany):
        send_again(of(work, account), told.id, Channel.SMS)
    later = of(at(work, NOON + timedelta(minutes=61)), account)
    send_again(later, told.id, Channel.SMS)


def test_sent_again_and_refused_goes_nowhere_else(work: Work) -> None:
    account = person(work, "portal")
    told = tell(work, account)
    zalo(work).refusal = "-118"
    send_again(of(work, account), told.id, Channel.ZALO)

    run_jobs(work)

    assert received(work) == {"zalo": 0, "sms": 0, "email": 0}


def test_a_channel_without_an_address_is_refused(work: Work) -> None:
    account = person(work, email=None)
    told = tell(work, account)

    for channel in (Channel.EMAIL, Channel.PORTAL):
        with pytest.raises(RuleViolation):
            send_again(of(work, account), told.id, channel)
