"""What forms, pages, lists and files say of fees that were changed (A05)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.clock import local_day
from services.core.errors import (
    RuleViolation,
)
from services.fee_changes.decide_change import (
    publish_change,
    withdraw_change,
)
from services.fee_changes.list_fees import FeeState, list_fees
from services.fee_changes.propose_rule import (
    preview_rule,
    propose_rule,
)
from services.fee_changes.show_fees import Standing, show_fees
from services.fees.in_force import close_earlier
from services.fees.load_rules import write_rules
from services.fees.models import FeeChangeState, FeeRule
from services.procedures.index import current_index
from services.procedures.models import Channel
from services.work import Work
from tests.factories.dossiers import (
    Filing,
    make_filing,
)
from tests.factories.fees import make_rule
from tests.services.fee_changes.changing import (
    administrator,
    day,
    draft_fees,
    form,
    later,
    page_fees,
    put_in_force,
    rows,
)


@pytest.fixture
def filing(work: Work) -> Filing:
    return make_filing(work.session)


@pytest.mark.parametrize(
    ("typed", "field", "fault"),
    [
        ({"name": " "}, "name", "required"),
        ({"basis": ""}, "basis", "required"),
        ({"kind": "gift"}, "kind", "required"),
        ({"valid_from": ""}, "valid_from", "required"),
        ({"valid_from": "01/01/2020"}, "valid_from", "fee_past"),
        ({"valid_to": "01/01/2020"}, "valid_to", "fee_ends_first"),
        ({"amount": "-1"}, "amount", "money_negative"),
        ({"amount_online": "nhiều"}, "amount_online", "money_format"),
        ({"first_2": "3", "amount_2": "1000"}, "units", "fee_steps_count"),
        ({"first_2": "3"}, "amount_2", "required"),
        ({"units": "|e.pages"}, "unit", "required"),
        (
            {"units": "e.a|b", "unit": "t", "items": "|c", "item": "b"},
            "items",
            "fee_rows_differ",
        ),
        ({"when": "e.kind"}, "when_any", "required"),
        ({"reliefs": "poor", "relief_poor_percent": "0"}, "relief_poor_percent", ""),
    ],
)
def test_every_fault_of_a_form_is_named(
    work: Work, filing: Filing, typed: dict[str, str], field: str, fault: str
) -> None:
    with pytest.raises(RuleViolation) as refusal:
        preview_rule(administrator(work), filing.procedure.code, form(work) | typed)
    assert refusal.value.problems[field] == (fault or "fee_number")


def test_the_effect_is_shown_on_invented_dossiers(work: Work, filing: Filing) -> None:
    typed = form(
        work,
        amount_online="20000",
        units="|e.pages",
        unit="trang",
        when="e.kind",
        when_any="house",
        otherwise="1",
        reliefs="poor",
        relief_poor_ground="Hộ nghèo",
        relief_poor_percent="50",
        relief_poor_basis="Luật",
        relief_poor_proof="Giấy hộ nghèo",
    )
    effect = preview_rule(administrator(work), filing.procedure.code, typed)
    told = {(s.channel, s.count, s.value, s.ground): s for s in effect}
    assert told["online", 1, "", ""].after == 20_000
    assert told["direct", 1, "", ""].after == 50_000
    assert told["online", 10, "", ""].after == 200_000
    assert told["online", 1, "house", ""].after == 20_000
    assert told["online", 1, "", "Hộ nghèo"].after == 10_000
    assert {sample.before for sample in effect} == {75_000}
    assert rows(work, filing) == []


def test_files_loaded_again_never_write_over_what_was_published(
    work: Work, filing: Filing
) -> None:
    shipped = make_rule(procedures=[filing.procedure.code], amount=10_000)
    write_rules(work, [shipped])
    put_in_force(work, filing, form(work, 5, code="one", amount="90000"))
    before = [row.model_dump() for row in rows(work, filing)]
    mended = shipped.model_copy(update={"amount": 1})
    another = shipped.model_copy(update={"code": "two"})
    in_its_place = shipped.model_copy(
        update={"valid_from": local_day(work.now) + timedelta(days=5)}
    )

    assert write_rules(work, [mended, another, in_its_place]) == 0

    assert [row.model_dump() for row in rows(work, filing)] == before


def test_files_speak_again_of_a_procedure_whose_change_was_taken_back(
    work: Work, filing: Filing
) -> None:
    shipped = make_rule(procedures=[filing.procedure.code], amount=10_000)
    write_rules(work, [shipped])
    change = put_in_force(work, filing, form(work, 5, code="one"))
    withdraw_change(administrator(work), change)
    assert write_rules(work, [shipped.model_copy(update={"amount": 12_000})]) == 1
    assert draft_fees(later(work, 9), filing) == [12_000]


def test_a_rule_that_ends_does_not_bring_the_catalogue_back(
    work: Work, filing: Filing
) -> None:
    put_in_force(work, filing, form(work, valid_to=day(work, 3)))
    assert draft_fees(later(work, 3), filing) == [50_000]
    assert draft_fees(later(work, 4), filing) == []
    assert page_fees(later(work, 4), filing) == [("", 0)]


@pytest.mark.parametrize("channel", list(Channel))
def test_page_and_dossier_say_the_same_by_every_way_of_filing(
    work: Work, filing: Filing, channel: Channel
) -> None:
    typed = form(work, amount_online="20.000", amount_postal="30.000")
    relief = {"ground": "Trực tuyến", "percent": "50", "basis": "Biểu", "online": "1"}
    typed |= {"reliefs": "web"}
    typed |= {f"relief_web_{name}": value for name, value in relief.items()}
    put_in_force(work, filing, typed)
    said = dict(page_fees(work, filing))
    assert said == {"online": 10_000, "direct": 50_000, "postal": 30_000}
    assert draft_fees(work, filing, channel=channel) == [said[str(channel)]]


def test_the_list_of_procedures_says_the_highest_price_of_the_day(
    work: Work, filing: Filing
) -> None:
    code = filing.procedure.code
    put_in_force(work, filing, form(work, amount_postal="60.000"))
    index = current_index(work.session)
    assert index.documents[index.by_code[code]].row.fee == 60_000


def test_the_index_is_renewed_on_the_day_a_fee_changes(
    work: Work, filing: Filing
) -> None:
    put_in_force(work, filing, form(work, 7))
    ours = local_day(work.now) + timedelta(days=7)
    until = current_index(work.session).until
    assert until is not None
    assert until <= ours


@pytest.mark.parametrize("state", list(FeeState))
def test_the_list_is_narrowed_and_searched(
    work: Work, filing: Filing, state: FeeState
) -> None:
    untold = make_filing(work.session)
    put_in_force(work, filing, form(work))
    put_in_force(work, filing, form(work, 5, name="Phí thẩm định"))
    put_in_force(work, untold, form(work, amount=""))
    propose_rule(administrator(work), untold.procedure.code, form(work, 9, name="Phí"))
    ours, other = filing.procedure.code, untold.procedure.code
    wanted = {
        FeeState.IN_FORCE: {ours, other},
        FeeState.COMING: {ours},
        FeeState.NO_AMOUNT: {other},
        FeeState.WAITS: {other},
    }
    reader = administrator(work)
    for code in (ours, other):
        found = {row.code for row in list_fees(reader, code, state).rows}
        assert found == wanted[state] & {code}


def test_the_page_shows_versions_changes_and_who_may_do_what(
    work: Work, filing: Filing
) -> None:
    one = administrator(work)
    change = propose_rule(one, filing.procedure.code, form(work))
    [waiting] = show_fees(one, filing.procedure.code).changes
    assert (waiting.is_own, waiting.state) == (True, FeeChangeState.PROPOSED)
    publish_change(administrator(work), change)
    code = rows(work, filing)[0].code
    put_in_force(work, filing, form(work, 4, code=code))

    view = show_fees(one, filing.procedure.code)

    assert [rule.standing for rule in view.rules] == [
        Standing.COMING,
        Standing.IN_FORCE,
    ]
    assert [(c.may_withdraw, c.may_undo) for c in view.changes] == [
        (True, False),
        (False, False),
    ]
    assert all(one.rule.code == code for one in view.changes)
    assert view.accounts


@given(st.lists(st.tuples(st.integers(0, 400), st.none() | st.integers(0, 60))))
def test_versions_of_one_rule_never_overlap_and_never_end_before_they_begin(
    written: list[tuple[int, int | None]],
) -> None:
    first = date(2026, 1, 1)
    begins = {n: length for n, length in written}
    made = []
    for number, length in begins.items():
        start = first + timedelta(days=number)
        end = None if length is None else start + timedelta(days=length)
        definition = {"valid_to": end.isoformat() if end else None}
        made.append(
            FeeRule(
                procedure_code="9", code="one", valid_from=start, definition=definition
            )
        )
    close_earlier(made)
    ordered = sorted(made, key=lambda row: row.valid_from)
    for row, following in pairwise(ordered):
        assert row.valid_to is not None
        assert row.valid_from <= row.valid_to < following.valid_from
