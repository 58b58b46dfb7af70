"""The page of the notices and the bell: what they say, and what a press does (C24)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from dvc_app import routes
from dvc_app.state.bell import say_unread
from dvc_app.state.citizen.notification_rows import say_deliveries
from dvc_app.state.citizen.notifications import NotificationsState
from dvc_app.wording import notifications as wording
from services.accounts.channels import Channel as C
from services.accounts.models import SecurityNotice
from services.notifications.models import DeliveryState as D
from services.notifications.models import Subject
from services.notifications.notify import notify
from services.notifications.views import DeliveryLine
from services.work import Work
from tests.conftest import NOON
from tests.dvc_app.state.citizen.test_profile import page
from tests.dvc_app.state.public.pages import send
from tests.services.notifications.telling import (
    CODE,
    news,
    of,
    person,
    received,
    run_jobs,
    sms,
    tell,
)

LATER = NOON + timedelta(hours=1)


def line(channel: C, state: D, is_asked: bool = False) -> DeliveryLine:
    at = None if state is D.WAITING else NOON
    return DeliveryLine(channel, state, at, "", is_asked)


def test_the_bell_counts_in_words_too() -> None:
    assert say_unread(0) == ("", wording.ALL_READ)
    assert say_unread(3) == ("3", "3 thông báo chưa đọc")
    assert say_unread(120) == ("99+", "120 thông báo chưa đọc")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], ["Chỉ hiện trên cổng"]),
        ([line(C.ZALO, D.SENT)], ["Đã gửi Zalo lúc 09:00 ngày 23/11/2026"]),
        ([line(C.SMS, D.WAITING)], ["SMS: đang gửi"]),
        (
            [DeliveryLine(C.SMS, D.WAITING, LATER, "", False)],
            ["SMS: sẽ gửi lúc 10:00 ngày 23/11/2026"],
        ),
        (
            [line(C.SMS, D.FAILED), line(C.EMAIL, D.SENT)],
            [
                "SMS không gửi được – đã chuyển sang email",
                "Đã gửi email lúc 09:00 ngày 23/11/2026",
            ],
        ),
        (
            [line(C.SMS, D.FAILED), line(C.EMAIL, D.WAITING, is_asked=True)],
            ["SMS không gửi được", "Email: đang gửi"],
        ),
    ],
)
def test_how_a_message_got_on_is_said_in_words(
    lines: list[DeliveryLine], said: list[str]
) -> None:
    shown = [DeliveryLine(C.PORTAL, D.DELIVERED, NOON, "", False), *lines]

    assert say_deliveries(shown) == said


def test_a_dossier_is_named_once_above_its_notices(work: Work) -> None:
    account, reference = person(work, "sms"), uuid4()
    for _ in range(2):
        notify(work, account.id, news(reference=reference))
    work.session.add(SecurityNotice(account_id=account.id, at=LATER, kind="new_device"))
    state = page(NotificationsState, of(work, account), routes.MY_NOTIFICATIONS)

    send(state.load())

    assert [row.section for row in state.rows] == [wording.NEW_SECTION, "", ""]
    abouts = [row.about for row in state.rows]
    assert abouts == ["", wording.ABOUT.format(code=CODE), ""]
    assert state.rows[0].title == wording.SECURITY_TITLE
    assert state.rows[0].choices == []
    assert state.rows[1].path == f"/ho-so/{CODE}"
    assert state.unread_words == "3 thông báo chưa đọc"


def test_nothing_yet_says_what_will_come(work: Work) -> None:
    state = page(NotificationsState, of(work, person(work)), routes.MY_NOTIFICATIONS)

    send(state.load())

    assert state.is_empty
    assert state.unread_words == wording.ALL_READ


def test_the_filter_and_the_page_stand_in_the_address(work: Work) -> None:
    account = person(work)
    for _ in range(21):
        tell(work, account)
    tell(work, account, Subject.SUPPLEMENT_ASKED)
    address = f"{routes.MY_NOTIFICATIONS}?loai=tien-do&trang=2"
    state = page(NotificationsState, of(work, account), address)

    send(state.load())

    assert len(state.rows) == 1
    assert state.pages == "Trang 2/2"
    assert state.before == f"{routes.MY_NOTIFICATIONS}?loai=tien-do"
    assert state.after == ""
    assert [row.count for row in state.sorts] == ["22", "1", "21", "0", "0"]


def test_pressing_reads_mutes_and_sends_again(work: Work) -> None:
    account = person(work, "portal")
    told = tell(work, account)
    state = page(NotificationsState, of(work, account), routes.MY_NOTIFICATIONS)
    send(state.load())

    send(state.read(str(told.id)))
    assert not state.has_unread
    send(state.toggle("progress", True))
    assert [row.is_muted for row in state.mutes] == [False, True, False, False]
    send(state.toggle("to_do", True))
    assert not state.mutes[0].is_muted
    for _ in range(4):
        send(state.send_again(str(told.id), "sms"))
        run_jobs(work)
    assert received(work)["sms"] == 3
    assert sms(work).texts_to("0900000011")
