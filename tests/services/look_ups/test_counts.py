"""Statistics of registers: theirs where they have some, ours where they have none."""

from dataclasses import replace
from datetime import date, timedelta

from services.integrations.budget_unit_registry.port import BudgetDossier
from services.integrations.transport_registry.port import TransportDossier
from services.look_ups.models import Question
from services.look_ups.told import MAIN
from services.look_ups.transport import Count, count_month
from services.work import Work
from tests.factories.processing import acting, make_desk
from tests.services.look_ups.asking import TODAY, budget_units, put, transport

DUE = date(2026, 11, 10)


def one(number: str, field: str = "Vận tải", **values: date) -> TransportDossier:
    known = TransportDossier(
        number, field=field, received_on=date(2026, 11, 5), due_on=DUE
    )
    return replace(known, **values)  # type: ignore[arg-type]


def test_a_month_is_counted_by_field_and_in_all() -> None:
    rows = [
        one("a", finished_on=DUE),
        one("b", finished_on=DUE + timedelta(days=1)),
        one("c"),
        one("d", due_on=TODAY),
        one("e", cancelled_on=DUE),
        one("f", field="Đường bộ", returned_on=DUE),
    ]
    total, fields = count_month(rows, TODAY)
    assert total == Count(
        received=6, finished=3, on_time=2, late=2, waiting=2, cancelled=1
    )
    assert fields["Đường bộ"] == Count(received=1, finished=1, on_time=1)
    assert total.received == total.finished + total.waiting + total.cancelled


def test_a_month_is_read_in_short_windows_to_its_last_day(work: Work) -> None:
    officer = acting(work, make_desk(work.session).intake)
    transport(work).rows = [
        one("a", received_on=date(2026, 10, 1)),
        one("b", received_on=date(2026, 10, 31)),
        one("c", received_on=date(2026, 11, 1)),
    ]
    answered = put(officer, Question.TRANSPORT_MONTH, month="10/2026").answered
    assert answered is not None
    assert answered.told is not None
    assert dict(answered.told.facts)["received"] == "2"
    asked = transport(work).asked
    assert len(asked) == 11
    assert all((last - first).days < 3 for _, first, last in asked)  # type: ignore[operator]


def test_their_statistics_have_a_total(work: Work) -> None:
    officer = acting(work, make_desk(work.session).intake)
    budget_units(work).rows = [
        BudgetDossier(str(n), "01", status="Đã cấp mã", filed_on=TODAY)
        for n in range(3)
    ]
    answered = put(
        officer, Question.BUDGET_COUNTS, first="1/1/2026", last="23/11/2026"
    ).answered
    assert answered is not None
    assert answered.told is not None
    assert answered.told.facts == (("total", "3"),)
    assert answered.told.grids[MAIN].rows == (("01", "Đã cấp mã", "3"),)


def test_pages_of_budget_units_are_read_until_one_comes_short(work: Work) -> None:
    officer = acting(work, make_desk(work.session).intake)
    budget_units(work).rows = [
        BudgetDossier(str(n), filed_on=TODAY) for n in range(250)
    ]
    answered = put(
        officer, Question.BUDGET_DOSSIERS, first="23/11/2026", last="23/11/2026"
    ).answered
    assert answered is not None
    assert answered.told is not None
    assert len(answered.told.grids[MAIN].rows) == 250
