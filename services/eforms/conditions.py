"""Which groups, rows and fields are asked, given what was answered so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.eforms.definition import (
    PREFIX,
    Condition,
    EformDefinition,
    FieldKind,
    FormField,
    FormGroup,
)

Answers = Mapping[str, str]
ADDRESS_PARTS = ("commune", "detail", "old")
LARGEST_ROW = 99  # names of rows are never used twice, so they outgrow `most`


@dataclass(frozen=True)
class Asked:
    """One question as it stands on the page: of a group, of a row, under a key."""

    group: FormGroup
    row: str  # empty outside repeated groups
    field: FormField
    required: bool

    @property
    def key(self) -> str:
        """Return the key of its answer."""
        return key_of(self.group, self.row, self.field.code)


def group_key(group: FormGroup) -> str:
    """Return the key that holds the order of rows, and that names a group."""
    return f"{PREFIX}{group.code}"


def key_of(group: FormGroup, row: str, code: str) -> str:
    """Return the key of an answer."""
    return f"{PREFIX}{group.code}.{row}.{code}" if row else f"{PREFIX}{code}"


def rows_of(group: FormGroup, answers: Answers) -> tuple[str, ...]:
    """Return the rows in their order; a single empty one outside repeated groups.

    Before anything was answered the least that are needed stand there. What is
    no number of a row is passed over: answers are kept as they came.
    """
    if group.repeat is None:
        return ("",)
    order = answers.get(group_key(group))
    if order is None:
        return tuple(str(number + 1) for number in range(group.repeat.least))
    named = (part.strip() for part in order.split(","))
    return tuple(dict.fromkeys(row for row in named if is_row(row)))


def is_row(text: str) -> bool:
    """Say whether this can be the name of a row: 1 to 99."""
    is_number = text.isascii() and text.isdigit() and text[0] != "0"
    return is_number and int(text[:4]) <= LARGEST_ROW


def asked_fields(
    definition: EformDefinition, answers: Answers, is_office: bool = False
) -> tuple[Asked, ...]:
    """Return what is asked of the citizen, or of the receiving officer.

    A condition on a field that is not asked itself does not hold: what was once
    answered there is kept, but decides nothing.
    """
    state = _State(definition, answers)
    return tuple(
        Asked(group, row, one, state.is_required(group, row, one))
        for group in definition.group
        if group.is_office is is_office
        for row in rows_of(group, answers)
        for one in group.field
        if state.is_asked(group, row, one)
    )


def asked_groups(
    definition: EformDefinition, answers: Answers, is_office: bool = False
) -> tuple[FormGroup, ...]:
    """Return the groups that are asked, also a repeated one still without rows."""
    state = _State(definition, answers)
    return tuple(
        group
        for group in definition.group
        if group.is_office is is_office and state.holds(group.when, group, "")
    )


def keys_of(one: Asked) -> tuple[str, ...]:
    """Return the keys of what is typed: none of a sum, three of an address."""
    if one.field.kind is FieldKind.SUM:
        return ()
    if one.field.kind is FieldKind.ADDRESS:
        return tuple(f"{one.key}.{part}" for part in ADDRESS_PARTS)
    return (one.key,)


def asked_answers(
    definition: EformDefinition, answers: Answers, is_office: bool = False
) -> dict[str, str]:
    """Return the answers to what is asked, and the order of rows."""
    asked = asked_fields(definition, answers, is_office)
    keys = [key for one in asked for key in keys_of(one)]
    groups = asked_groups(definition, answers, is_office)
    keys += [group_key(group) for group in groups if group.repeat]
    return {key: answers[key] for key in keys if answers.get(key)}


def find_key(definition: EformDefinition, key: str) -> FormField | FormGroup | None:
    """Return what an answer under this key would belong to, if anything."""
    if not key.startswith(PREFIX):
        return None
    first, *rest = key.removeprefix(PREFIX).split(".")
    for group in definition.group:
        if group.repeat is None:
            found = _field_at(group, [first, *rest])
        elif first != group.code:
            continue
        elif not rest:
            return group
        else:
            found = _field_at(group, rest[1:]) if is_row(rest[0]) else None
        if found:
            return found
    return None


def _field_at(group: FormGroup, path: list[str]) -> FormField | None:
    for one in group.field:
        if one.kind is FieldKind.SUM:
            continue
        is_address = one.kind is FieldKind.ADDRESS
        ends = [[one.code, part] for part in ADDRESS_PARTS]
        if path in (ends if is_address else [[one.code]]):
            return one
    return None


@dataclass
class _State:
    """What has been decided so far; a condition may rest on other conditions."""

    definition: EformDefinition
    answers: Answers
    decided: dict[tuple[str, str], bool] = field(default_factory=dict)

    def is_asked(self, group: FormGroup, row: str, one: FormField) -> bool:
        name = (one.code, row)
        if name not in self.decided:
            self.decided[name] = False  # two that wait for each other are not asked
            self.decided[name] = self.holds(group.when, group, "") and self.holds(
                one.when, group, row
            )
        return self.decided[name]

    def is_required(self, group: FormGroup, row: str, one: FormField) -> bool:
        if one.required_when is None:
            return one.required
        return one.required or self.holds(one.required_when, group, row)

    def holds(self, condition: Condition | None, group: FormGroup, row: str) -> bool:
        if condition is None:
            return True
        home, deciding = self._find(condition.field)
        same = home is group and row
        rows = (row,) if same else rows_of(home, self.answers)
        return any(
            self.is_asked(home, each, deciding)
            and self._answered(key_of(home, each, deciding.code), deciding)
            & set(condition.any)
            for each in rows
        )

    def _answered(self, key: str, one: FormField) -> set[str]:
        text = self.answers.get(key, "").strip()
        return set(text.split(",")) if one.kind is FieldKind.TICKS else {text}

    def _find(self, code: str) -> tuple[FormGroup, FormField]:
        return next(
            (group, one)
            for group in self.definition.group
            for one in group.field
            if one.code == code
        )
