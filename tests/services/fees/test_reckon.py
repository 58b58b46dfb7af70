"""What a dossier costs: a table of cases, and what must hold for every rule."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlmodel import select

from services.fees.load_rules import load_rules, read_rules, write_rules
from services.fees.models import FeeRule
from services.fees.reckon import amount_of, less, reckon
from services.fees.rule import Due, Relief, Rule, Step, read_rule
from services.fees.statement import FeeLine, amount_due_now, total_of
from services.work import Work
from tests.factories.fees import make_rule

DAY = date(2026, 11, 23)
SHIPPED = read_rules()
POOR = {"code": "poor", "ground": "Hộ nghèo", "basis": "Luật", "proof": "Giấy hộ nghèo"}


def shipped(procedure: str) -> list[Rule]:
    return [one for one in SHIPPED if procedure in one.procedures]


def cost(procedure: str, chosen: str = "") -> int | None:
    return total_of(reckon(shipped(procedure), {}, DAY, chosen).lines)


def rows_of(*papers: tuple[str, str]) -> dict[str, str]:
    told = {"e.paper": ",".join(str(n) for n in range(1, len(papers) + 1))}
    for number, (pages, copies) in enumerate(papers, 1):
        told[f"e.paper.{number}.paper_pages"] = pages
        told[f"e.paper.{number}.paper_copies"] = copies
    return told


def copies_cost(*papers: tuple[str, str]) -> int | None:
    return total_of(reckon(shipped("2.000815"), rows_of(*papers), DAY).lines)


@pytest.mark.parametrize(
    ("pages", "copies", "dong"),
    [
        ("1", "1", 2_000),
        ("2", "1", 4_000),
        ("3", "1", 5_000),
        ("3", "4", 20_000),
        ("198", "1", 200_000),
        ("199", "1", 200_000),
        ("500", "1", 200_000),
        ("500", "3", 600_000),
        ("1.000", "2", 400_000),
        ("0", "1", 0),
    ],
)
def test_certified_copies_cost_by_the_page_up_to_a_ceiling(
    pages: str, copies: str, dong: int
) -> None:
    assert copies_cost((pages, copies)) == dong


@pytest.mark.parametrize("pages", ["", "nhiều", "-3", "3,5", "10000000"])
def test_a_number_of_pages_nobody_can_read_costs_what_the_agency_says(
    pages: str,
) -> None:
    assert copies_cost((pages, "1")) is None


def test_every_paper_has_its_own_line() -> None:
    answers = rows_of(("1", "2"), ("3", "1"))
    lines = reckon(shipped("2.000815"), answers, DAY).lines
    assert [(line.row, line.amount) for line in lines] == [("1", 4_000), ("2", 5_000)]
    assert copies_cost(("1", "2"), ("3", "1")) == 9_000


def test_without_a_paper_named_the_agency_tells_the_price() -> None:
    assert total_of(reckon(shipped("2.000815"), {}, DAY).lines) is None


@pytest.mark.parametrize(
    ("procedure", "answers", "dong"),
    [
        ("1.013225", {}, 75_000),
        ("1.013225", {"e.building_kind": "house"}, 75_000),
        ("1.013225", {"e.building_kind": "other"}, 150_000),
        ("1.013227", {}, 15_000),
        ("1.004222", {}, 10_000),  # filed online: half of 20.000 đ
        ("2.000884", {}, 10_000),
        ("2.000635", {"copies": "3"}, 24_000),
        ("1.001193", {}, 0),
        ("1.004873", {}, 15_000),
        ("1.004859", {}, None),
    ],
)
def test_the_shipped_rules_cost_what_the_law_says(
    procedure: str, answers: dict[str, str], dong: int | None
) -> None:
    assert total_of(reckon(shipped(procedure), answers, DAY).lines) == dong


@pytest.mark.parametrize("ground", ["merit", "poor", "disabled"])
def test_a_ground_frees_from_the_charge(ground: str) -> None:
    statement = reckon(shipped("1.004873"), {}, DAY, ground)
    [line] = statement.lines
    assert (line.amount, line.full_amount) == (0, 15_000)
    assert line.relief
    assert statement.chosen is not None
    assert statement.chosen.proof


def test_a_ground_the_rule_does_not_know_changes_nothing() -> None:
    statement = reckon(shipped("1.004873"), {}, DAY, "astronaut")
    assert total_of(statement.lines) == 15_000
    assert statement.chosen is None


def test_the_greater_of_two_reliefs_counts() -> None:
    assert cost("1.004222", "child") == 0


@pytest.mark.parametrize(
    ("day", "dong"),
    [
        (date(2025, 12, 31), 50_000),
        (date(2026, 1, 1), 50_000),
        (date(2026, 6, 30), 50_000),
        (date(2026, 7, 1), 30_000),
        (date(2030, 1, 1), 30_000),
    ],
)
def test_the_day_of_filing_chooses_the_rule(day: date, dong: int) -> None:
    rules = [
        make_rule(amount=50_000, valid_from="2025-12-31", valid_to="2026-06-30"),
        make_rule(amount=30_000, valid_from="2026-07-01"),
    ]
    assert total_of(reckon(rules, {}, day).lines) == dong


def test_before_the_first_day_there_is_no_rule() -> None:
    assert reckon([make_rule(amount=1)], {}, date(2025, 12, 31)).lines == ()


def test_a_line_says_which_rule_it_is_of() -> None:
    [line] = reckon([make_rule(amount=1, note="Ghi chú")], {}, DAY).lines
    assert (line.rule, line.basis) == ("one@2026-01-01", "Nghị quyết")


def test_only_what_is_due_now_and_known_is_due_now() -> None:
    lines = [
        FeeLine("fee", 10_000, False, "", due=Due.NOW),
        FeeLine("fee", None, True, "", due=Due.NOW),
        FeeLine("fee", 5_000, False, "", due=Due.RESULT),
    ]
    assert amount_due_now(lines) == 10_000


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": -1},
        {"amount": 1, "steps": [{"first": 1, "amount": 1}], "units": ["a"]},
        {"steps": [{"first": 2, "amount": 1}], "units": ["a"]},
        {"steps": [{"first": 1, "amount": 1}]},
        {"valid_to": "2020-01-01"},
        {"misspelt": 1},
        {"relief": [{**POOR, "proof": ""}]},
        {"relief": [{**POOR, "percent": 101}]},
    ],
)
def test_a_rule_that_makes_no_sense_is_not_read(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        make_rule(**wrong)


DONG = st.integers(0, 1_000_000)


@st.composite
def priced(draw: st.DrawFn) -> Rule:
    firsts = sorted(draw(st.sets(st.integers(2, 50), max_size=3)) | {1})
    steps = tuple(Step(first=first, amount=draw(DONG)) for first in firsts)
    cap = draw(st.none() | DONG)
    base = make_rule(steps=[s.model_dump() for s in steps], units=["u"], items=["i"])
    return base.model_copy(update={"cap": cap})


COUNT = st.integers(0, 600)


@given(priced(), COUNT, COUNT, st.integers(1, 100))
def test_nothing_is_negative_and_the_ceiling_holds(
    one: Rule, units: int, items: int, percent: int
) -> None:
    amount = amount_of(one, units, items)
    assert amount is not None
    assert amount >= 0
    if one.cap is not None:
        assert amount <= one.cap * items
    assert 0 <= less(amount, Relief(**POOR, percent=percent)) <= amount


@given(priced(), COUNT, COUNT, COUNT)
def test_more_never_costs_less(one: Rule, units: int, more: int, items: int) -> None:
    little, much = amount_of(one, units, items), amount_of(one, units + more, items)
    assert little is not None
    assert much is not None
    assert little <= much
    again = amount_of(one, units, items + 1)
    assert again is not None
    assert again >= little


def rules_of(work: Work, procedure: str, day: date) -> list[Rule]:
    rows = select(FeeRule).where(FeeRule.procedure_code == procedure)
    read = [read_rule(row.definition) for row in work.session.exec(rows)]
    return [one for one in read if one.holds_on(day)]


def test_loading_the_rules_twice_changes_nothing(work: Work) -> None:
    assert load_rules(work) == sum(len(one.procedures) for one in SHIPPED)
    assert load_rules(work) == 0
    assert [one.code for one in rules_of(work, "2.000815", DAY)] == ["certified_copy"]


def test_a_rule_that_ended_is_not_read_for_a_later_day(work: Work) -> None:
    old = make_rule(amount=5, valid_from="2020-01-01", valid_to="2025-12-31")
    write_rules(work, [old, make_rule(amount=7)])
    assert [one.amount for one in rules_of(work, "9.000001", DAY)] == [7]
    early = rules_of(work, "9.000001", date(2021, 5, 5))
    assert [one.amount for one in early] == [5]


def test_a_mended_rule_takes_the_place_of_the_row(work: Work) -> None:
    write_rules(work, [make_rule(amount=5)])
    assert write_rules(work, [make_rule(amount=6, valid_to="2026-12-31")]) == 1
    rows = select(FeeRule).where(FeeRule.procedure_code == "9.000001")
    [kept] = work.session.exec(rows).all()
    assert (kept.definition["amount"], kept.valid_to) == (6, date(2026, 12, 31))
