"""The promise explained, and how much of it is left."""

import re
from datetime import UTC, datetime

import pytest

from dvc_app import formats
from dvc_app.state.progress import explain, say_left, show_progress
from dvc_app.wording import look_up as wording
from dvc_app.wording import statuses
from services.core.working_days import (
    add_days,
    add_working_days,
    default_calendar,
    promise_in_hours,
)
from services.dossiers.models import DossierStatus
from services.dossiers.rules import TURN
from services.dossiers.show_dossier import Progress
from services.dossiers.time_limits import TimeLeft

# Friday evening, after closing: the weekend and the late hour both show.
FRIDAY = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
HOLE = re.compile(r"[{}]")


def progress(status: DossierStatus, **values: object) -> Progress:
    nothing = {
        "submitted_at": None,
        "receive_by": None,
        "received_at": None,
        "due_at": None,
        "lines": (),
        "left": None,
        "finished_at": None,
        "returned_at": None,
    }
    return Progress(status=status, turn=TURN[status], **(nothing | values))  # type: ignore[arg-type]


def test_the_account_says_what_was_skipped_and_ends_with_the_date() -> None:
    promise = add_working_days(default_calendar([2026]), FRIDAY, 2)
    said = explain(promise.lines)
    assert said[0] == "Tiếp nhận lúc 18:00 ngày 20/11/2026."
    assert any("hết giờ làm việc" in line for line in said)
    assert any("nghỉ cuối tuần" in line for line in said)
    assert said[-1] == f"Hẹn trả: {formats.moment(promise.due_at)}."


def test_a_holiday_is_named() -> None:
    before = datetime(2026, 8, 31, 2, 0, tzinfo=UTC)
    said = explain(add_working_days(default_calendar([2026]), before, 3).lines)
    assert any("Quốc khánh" in line for line in said)


def test_no_sentence_is_left_with_a_hole() -> None:
    calendar = default_calendar([2026])
    promised = (
        add_working_days(calendar, FRIDAY, 5),
        add_days(calendar, FRIDAY, 15),
        promise_in_hours(calendar, FRIDAY, 12.5),
    )
    lines = [line for promise in promised for line in explain(promise.lines)]
    assert lines
    assert not [line for line in lines if HOLE.search(line)]
    assert all(line[0].isupper() or line[0].isdigit() for line in lines)


@pytest.mark.parametrize(
    ("left", "words", "is_late"),
    [
        (TimeLeft(3, False), "còn 3 ngày làm việc", False),
        (TimeLeft(0, False), statuses.DUE_TODAY, False),
        (TimeLeft(2, True), "Quá hạn 2 ngày làm việc", True),
        (TimeLeft(0, True), statuses.LATE_TODAY, True),
    ],
)
def test_what_is_left_is_said_in_working_days(
    left: TimeLeft, words: str, is_late: bool
) -> None:
    assert say_left(left)[0] == words
    assert say_left(left)[2] is is_late


def test_the_answer_comes_first_for_every_status() -> None:
    for status in DossierStatus:
        shown = show_progress(progress(status), "Phường A")
        assert shown.when
        assert shown.sentence


def test_a_dossier_not_yet_received_says_when_it_will_be_looked_at() -> None:
    by = datetime(2026, 11, 24, 2, 30, tzinfo=UTC)
    shown = show_progress(progress(DossierStatus.SUBMITTED, receive_by=by), "")
    assert "09:30 ngày 24/11/2026" in shown.when
    assert shown.turn == "cơ quan"


def test_a_late_dossier_says_so() -> None:
    due = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
    late = progress(DossierStatus.PROCESSING, due_at=due, left=TimeLeft(1, True))
    shown = show_progress(late, "Phường A")
    assert shown.is_late
    assert shown.when == wording.PROMISED_LATE.format(due="17:00 ngày 20/11/2026")


def test_a_suspended_dossier_promises_no_day_and_says_why() -> None:
    due = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    found = progress(DossierStatus.PROCESSING, due_at=due, suspended_since=FRIDAY)
    shown = show_progress(found, "Ủy ban nhân dân phường Linh Sơn")
    assert shown.when == wording.SUSPENDED
    assert "đang tạm dừng" in shown.sentence
    assert "24/11/2026" not in shown.sentence
