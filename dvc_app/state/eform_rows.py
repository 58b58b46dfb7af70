"""What a page draws of an electronic form, as display strings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dvc_app.wording import eforms as wording
from dvc_app.wording.filing_faults import FAULTS
from services.eforms.catalogues import catalogue
from services.eforms.conditions import (
    Answers,
    asked_fields,
    asked_groups,
    find_key,
    group_key,
    key_of,
    rows_of,
)
from services.eforms.definition import (
    EformDefinition,
    FieldKind,
    FormField,
    FormGroup,
)
from services.eforms.form_lines import FormLines, row_title, say_value
from services.eforms.prefill import EARLIER, Filled

# Kinds that are drawn the same way.
DRAWN = dict.fromkeys(
    (FieldKind.DATE, FieldKind.PAST_DATE, FieldKind.BIRTH_DATE), "date"
) | dict.fromkeys((FieldKind.CITIZEN_ID, FieldKind.INTEGER, FieldKind.MONEY), "number")

# A choice among many, code and words: no names of fields travel with it (R35).
Choice = tuple[str, str]


@dataclass(frozen=True)
class OptionRow:
    """One choice among a few."""

    value: str
    words: str


@dataclass(frozen=True)
class FieldRow:
    """One question; what stands in it is kept beside, by key."""

    code: str
    label: str
    kind: str
    unit: str
    catalogue: str
    css: str
    longest: int
    options: list[OptionRow] = field(default_factory=list)


@dataclass(frozen=True)
class WhyRow:
    """Who uses the answer, and for what (R15)."""

    label: str
    why: str


@dataclass(frozen=True)
class GroupRow:
    """Questions under one heading, asked once or in rows."""

    code: str
    key: str
    title: str
    hint: str
    is_repeated: bool
    add: str
    empty: str
    fields: list[FieldRow]


@dataclass(frozen=True)
class RowRow:
    """One row of a repeated group, or the only one of another."""

    id: str
    prefix: str  # what every key of the row begins with
    title: str
    remove: str


@dataclass(frozen=True)
class LineText:
    """One answer in words."""

    label: str
    text: str
    is_given: bool


@dataclass(frozen=True)
class LineCard:
    """The answers of a group, or of one row of it."""

    title: str
    lines: list[LineText]


@dataclass(frozen=True)
class GroupCard:
    """A group as it was answered."""

    code: str
    title: str
    edit: str
    cards: list[LineCard]


def group_rows(definition: EformDefinition, is_office: bool = False) -> list[GroupRow]:
    """Return what never changes while the form is filled in."""
    return [_group(g) for g in definition.group if g.is_office is is_office]


def why_rows(
    definition: EformDefinition, is_office: bool = False
) -> dict[str, list[WhyRow]]:
    """Return who uses each answer, by group."""
    return {
        group.code: [WhyRow(one.label, one.used_by) for one in group.field]
        for group in definition.group
        if group.is_office is is_office
    }


def hint_rows(definition: EformDefinition, is_office: bool = False) -> dict[str, str]:
    """Return the hints there are, by field."""
    groups = [group for group in definition.group if group.is_office is is_office]
    return {one.code: one.hint for group in groups for one in group.field if one.hint}


def catalogue_rows(
    definition: EformDefinition, is_office: bool = False
) -> dict[str, list[Choice]]:
    """Return every list the form chooses from, once."""
    groups = [group for group in definition.group if group.is_office is is_office]
    names = {one.catalogue for group in groups for one in group.field if one.catalogue}
    return {name: list(catalogue(name).items()) for name in sorted(names)}


def row_rows(
    definition: EformDefinition, answers: Answers, is_office: bool = False
) -> dict[str, list[RowRow]]:
    """Return the rows of each group, in their order."""
    return {
        group.code: [
            _row(group, row, place + 1)
            for place, row in enumerate(rows_of(group, answers))
        ]
        for group in definition.group
        if group.is_office is is_office
    }


def hidden_keys(
    definition: EformDefinition, answers: Answers, is_office: bool = False
) -> dict[str, bool]:
    """Return what is not asked now: fields by their key, groups by theirs."""
    asked = {one.key for one in asked_fields(definition, answers, is_office)}
    shown = {group.code for group in asked_groups(definition, answers, is_office)}
    hidden = {}
    for group in definition.group:
        if group.is_office is not is_office:
            continue
        if group.code not in shown:
            hidden[group_key(group)] = True
            continue
        for row in rows_of(group, answers):
            keys = [key_of(group, row, one.code) for one in group.field]
            hidden |= {key: True for key in keys if key not in asked}
    return hidden


def needed_keys(
    definition: EformDefinition, answers: Answers, is_office: bool = False
) -> dict[str, bool]:
    """Return what must be answered as things stand."""
    asked = asked_fields(definition, answers, is_office)
    return {one.key: True for one in asked if one.required}


def badge_rows(filled: Mapping[str, Filled], earlier: str) -> dict[str, str]:
    """Return where a text comes from that the person did not type here (R14)."""
    return {
        key: _badge(one, earlier)
        for key, one in filled.items()
        if one.text and _badge(one, earlier)
    }


def sum_rows(
    definition: EformDefinition, sums: Mapping[str, int | str]
) -> dict[str, str]:
    """Return the sums in words, by key."""
    fields = {one.code: one for one in definition.fields()}
    return {
        key: say_value(fields[key.rpartition(".")[2]], value) or "0"
        for key, value in sums.items()
    }


def say_problems(
    definition: EformDefinition, names: Mapping[str, str], problems: Mapping[str, str]
) -> dict[str, str]:
    """Return a sentence for each fault: the field by name, and what to do (R10)."""
    return {
        key: f"{names.get(key, '')}: {_say(find_key(definition, key), problem)}"
        for key, problem in problems.items()
    }


def line_cards(lines: tuple[FormLines, ...], not_given: str) -> list[GroupCard]:
    """Return a form as it was answered, group by group; a gap is said."""
    return [
        GroupCard(
            code=group.code,
            title=group.title,
            edit=wording.EDIT_NAMED.format(group=group.title),
            cards=[
                LineCard(
                    row.title,
                    [
                        LineText(line.label, line.text or not_given, bool(line.text))
                        for line in row.lines
                    ],
                )
                for row in group.rows
            ],
        )
        for group in lines
    ]


def _group(group: FormGroup) -> GroupRow:
    noun = group.repeat.noun if group.repeat else ""
    return GroupRow(
        code=group.code,
        key=group_key(group),
        title=group.title,
        hint=group.hint,
        is_repeated=group.repeat is not None,
        add=wording.ADD.format(noun=noun),
        empty=wording.NO_ROWS.format(noun=noun),
        fields=[_field(one) for one in group.field],
    )


def _field(one: FormField) -> FieldRow:
    is_wide = one.is_wide or one.kind in (FieldKind.AREA, FieldKind.ADDRESS)
    return FieldRow(
        code=one.code,
        label=one.label,
        kind=DRAWN.get(one.kind, str(one.kind)),
        unit=one.unit,
        catalogue=one.catalogue,
        css="is-wide" if is_wide else "",
        longest=min(one.longest * 2, 4000),  # R8: nothing is cut while typing
        options=[OptionRow(value, words) for value, words in one.options],
    )


def _row(group: FormGroup, row: str, number: int) -> RowRow:
    if group.repeat is None:
        return RowRow("", "e.", "", "")
    title = row_title(group, number)
    return RowRow(
        id=row,
        prefix=f"{group_key(group)}.{row}.",
        title=title[:1].upper() + title[1:],
        remove=wording.REMOVE.format(row=title),
    )


def _badge(one: Filled, earlier: str) -> str:
    if one.source == EARLIER:
        return wording.EARLIER.format(code=earlier)
    return "" if one.is_typed else wording.BADGES.get(one.source, "")


def _say(asked: FormField | FormGroup | None, problem: str) -> str:
    limits = asked if isinstance(asked, FormField) else asked and asked.repeat
    least, most = getattr(limits, "least", None), getattr(limits, "most", None)
    named = least if problem.endswith(("small", "few")) else most
    if problem not in wording.LIMITED or named is None:
        return FAULTS[problem]
    noun = getattr(limits, "noun", "")
    return wording.LIMITED[problem].format(least=least, most=most, noun=noun)
