"""Forms are checked by their own definition; whatever is typed, nothing crashes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.faults import Fault
from services.eforms.catalogues import catalogue
from services.eforms.check_answers import check_answers
from services.eforms.conditions import asked_fields, group_key, key_of, rows_of
from services.eforms.definition import EformDefinition, FieldKind, FormField
from services.eforms.form_lines import answers_of, form_lines, say_value
from services.eforms.load_eforms import shipped_definitions
from services.eforms.problems import FormProblem
from services.places.queries import PlaceName
from tests.factories.eforms import COMMUNE, make_definition

TODAY = date(2026, 11, 23)
PLACES = {COMMUNE: PlaceName(COMMUNE, "Xã Mẫu", "Tỉnh Thử")}
SHIPPED = shipped_definitions()
KNOWN = {*map(str, Fault), *map(str, FormProblem)}
NAMES = st.sampled_from(["Nguyễn Thị Ánh Tuyết", "H’Hen Niê", "Đỗ Trọng Ơn", "Lê A-Bơ"])
LETTERS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyắằệợụ ", min_size=1)
DAYS = st.dates(date(1950, 1, 1), TODAY)
Answers = dict[str, str]


def fitting(field: FormField) -> st.SearchStrategy[str]:
    """Return texts that this field must take."""
    low = field.least if field.least is not None else 0
    high = field.most if field.most is not None else low + 1_000_000
    numbers = st.integers(low, high).map(str)
    texts = LETTERS.map(lambda text: (text * 60).strip() or "ơ" * 60)
    fitted = texts.map(lambda t: t[: max(field.shortest + 10, 1)][: field.longest])
    written = fitted.map(lambda t: t.strip().ljust(field.shortest, "ơ"))
    days = DAYS.map(lambda day: f"{day:%d/%m/%Y}")
    numbers12 = st.integers(1, 999_999_999).map(lambda n: f"999{n:09d}")
    kinds: dict[FieldKind, st.SearchStrategy[str]] = {
        FieldKind.TEXT: written,
        FieldKind.AREA: written,
        FieldKind.NAME: NAMES,
        FieldKind.DATE: days,
        FieldKind.PAST_DATE: days,
        FieldKind.BIRTH_DATE: days,
        FieldKind.TIME: st.times().map(lambda moment: f"{moment:%H:%M}"),
        FieldKind.INTEGER: numbers,
        FieldKind.DECIMAL: numbers,
        FieldKind.MONEY: numbers,
        FieldKind.TICK: st.just("yes"),
        FieldKind.PHONE: st.sampled_from(["0900 000 001", "+84900000002"]),
        FieldKind.EMAIL: st.sampled_from(["a@example.vn", "Ba.Me@example.vn"]),
        FieldKind.CITIZEN_ID: numbers12,
        FieldKind.PAPER_NUMBER: numbers12 | st.just("B1234567"),
        FieldKind.TAX_CODE: st.sampled_from(["0101234567", "0101234567-001"]),
    }
    if field.kind is FieldKind.CATALOGUE:
        return st.sampled_from(sorted(catalogue(field.catalogue)))
    values = [value for value, _ in field.options]
    if field.kind is FieldKind.CHOICE:
        return st.sampled_from(values)
    if field.kind is FieldKind.TICKS:
        chosen = st.lists(st.sampled_from(values), min_size=1, unique=True)
        return chosen.map(",".join)
    return kinds[field.kind]


@st.composite
def filled_in(draw: st.DrawFn, definition: EformDefinition) -> Answers:
    """Return answers that conform to the definition, hidden fields and all."""
    answers: Answers = {}
    for group in definition.group:
        if group.repeat:
            count = draw(st.integers(group.repeat.least, min(group.repeat.most, 3)))
            count = max(count, group.repeat.least)
            rows = draw(st.permutations([str(n + 1) for n in range(count)]))
            answers[group_key(group)] = ",".join(rows)
        for row in rows_of(group, answers):
            for field in group.field:
                key = key_of(group, row, field.code)
                if field.kind is FieldKind.ADDRESS:
                    answers |= {f"{key}.commune": COMMUNE, f"{key}.detail": "Xóm 5"}
                elif field.kind is not FieldKind.SUM:
                    answers[key] = draw(fitting(field))
    return answers


@pytest.mark.parametrize("definition", SHIPPED, ids=lambda one: one.code)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_what_conforms_is_accepted_and_accepted_again(
    definition: EformDefinition, data: st.DataObject
) -> None:
    answers = data.draw(filled_in(definition))

    for is_office in (False, True):
        checked = check_answers(definition, answers, TODAY, PLACES, is_office)
        said = answers | spoken(definition, answers, checked.values, is_office)
        again = check_answers(definition, said, TODAY, PLACES, is_office)

        assert checked.problems == {}
        assert again == checked
        assert form_lines(definition, checked.values, is_office) or is_office


def spoken(
    definition: EformDefinition, answers: Answers, values: Any, is_office: bool
) -> Answers:
    """Return what was read, typed once more as it is shown; Any: JSON."""
    shown = (FieldKind.CHOICE, FieldKind.TICKS, FieldKind.TICK, FieldKind.CATALOGUE)
    said = {}
    for one in asked_fields(definition, answers, is_office):
        held = values
        if one.row:
            place = rows_of(one.group, answers).index(one.row)
            held = values[one.group.code][place]
        if one.field.kind in (*shown, FieldKind.SUM, FieldKind.ADDRESS):
            continue
        plain = one.field.model_copy(update={"unit": ""})
        said[one.key] = say_value(plain, held.get(one.field.code))
    return said


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_text_is_read_or_named_and_never_crashes(data: st.DataObject) -> None:
    definition = data.draw(st.sampled_from(SHIPPED))
    keys = [one.key for one in asked_fields(definition, {}) for one in [one]]
    groups = [group_key(group) for group in definition.group]
    parts = [f"{key}.{part}" for key in keys for part in ("commune", "detail", "old")]
    rows = [f"{key}.1.{f.code}" for key in groups for f in definition.fields()]
    named = st.sampled_from([*keys, *groups, *parts, *rows])
    texts = st.text(max_size=60) | st.sampled_from(
        ["1,2", "0", "-5", "1e9", "NaN", "²"]
    )
    answers = data.draw(st.dictionaries(named, texts, max_size=25))

    for is_office in (False, True):
        checked = check_answers(definition, answers, TODAY, PLACES, is_office)

        assert set(map(str, checked.problems.values())) <= KNOWN
        form_lines(definition, checked.values, is_office)
        answers_of(definition, checked.values)


def problems_of(**answers: str) -> dict[str, str]:
    whole = {"e.child_name": "Lê Thị Bé", **{f"e.{k}": v for k, v in answers.items()}}
    return check_answers(make_definition(), whole, TODAY, PLACES).problems


def test_a_hidden_field_is_neither_checked_nor_handed_in() -> None:
    form = make_definition()
    hidden = {"e.child_name": "Lê Thị Bé", "e.spouse": "1", "e.married": "no"}

    checked = check_answers(form, hidden, TODAY, PLACES)

    assert checked.problems == {}
    assert "spouse" not in checked.values
    shown = check_answers(form, hidden | {"e.married": "yes"}, TODAY, PLACES)
    assert set(shown.problems) == {"e.spouse"}


def test_each_row_is_checked_under_its_own_key() -> None:
    faults = problems_of(
        **{
            "sibling": "2,1",
            "sibling.2.sibling_name": "Lê Hai",
            "sibling.1.share": "101",
        }
    )

    assert faults == {
        "e.sibling.1.sibling_name": "required",
        "e.sibling.1.share": "number_large",
    }


def test_more_rows_than_the_form_takes_are_refused_as_a_whole() -> None:
    assert problems_of(sibling="1,2,3,4")["e.sibling"] == FormProblem.ROWS_MANY


def test_sums_are_worked_out_here_and_never_taken_from_the_page() -> None:
    answers = {
        "e.child_name": "Lê Thị Bé",
        "e.sibling": "1,2",
        "e.sibling.1.sibling_name": "Lê Một",
        "e.sibling.1.income": "1.500.000",
        "e.sibling.1.share": "33,3",
        "e.sibling.2.sibling_name": "Lê Hai",
        "e.sibling.2.income": "2000000 đ",
        "e.sibling.2.share": "33,3",
        "e.sum_income": "9",
    }

    values = check_answers(make_definition(), answers, TODAY, PLACES).values

    assert values["sum_income"] == 3_500_000
    assert values["sum_share"] == "66.6"


def test_an_address_is_kept_with_the_names_of_its_places() -> None:
    answers = {
        "e.child_name": "Lê Thị Bé",
        "e.home.commune": COMMUNE,
        "e.home.detail": "Xóm 5",
        "e.home.old": "xã Cũ, huyện Cũ",
    }

    home = check_answers(make_definition(), answers, TODAY, PLACES).values["home"]

    assert home["text"] == "Xóm 5, Xã Mẫu, Tỉnh Thử"
    assert home["old"] == "xã Cũ, huyện Cũ"


@pytest.mark.parametrize(
    ("commune", "problem"),
    [("", FormProblem.PLACE_MISSING), ("00000", FormProblem.PLACE_UNKNOWN)],
)
def test_an_address_without_a_commune_of_today_is_named(
    commune: str, problem: str
) -> None:
    faults = problems_of(**{"home.commune": commune, "home.detail": "Xóm 5"})

    assert faults == {"e.home.commune": problem}


def test_a_choice_outside_the_list_is_refused() -> None:
    assert problems_of(child_sex="robot") == {"e.child_sex": FormProblem.OPTION_UNKNOWN}


def test_the_office_part_is_not_asked_of_the_citizen() -> None:
    form, answers = make_definition(), {"e.child_name": "Lê Thị Bé"}

    assert check_answers(form, answers, TODAY, PLACES).problems == {}
    office = check_answers(form, answers | {"e.married": "yes"}, TODAY, {}, True)
    assert set(office.problems) == {"e.book", "e.book_reason"}


def test_a_former_address_may_stand_alone_where_none_is_required() -> None:
    answers = {"e.child_name": "Lê Thị Bé", "e.home.old": "xã Cũ, huyện Cũ"}

    checked = check_answers(make_definition(), answers, TODAY, PLACES)

    assert checked.problems == {}
    assert checked.values["home"]["text"] == "xã Cũ, huyện Cũ"
