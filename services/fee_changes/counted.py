"""Which answers of a procedure's form a rule can count, and which it can depend on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from services.eforms.catalogues import catalogue
from services.eforms.conditions import group_key
from services.eforms.current_eform import current_eform, stored_definition
from services.eforms.definition import PREFIX, FieldKind, FormField, FormGroup

KEY = re.compile(r"[a-z][a-z0-9_.]{0,99}")
LONGEST_CHOICE = 40  # options of one question that are still worth drawing
CHOSEN = (FieldKind.CHOICE, FieldKind.CATALOGUE, FieldKind.TICK)


@dataclass(frozen=True)
class Counted:
    """Answers that tell how many; in a repeated group, fields of its rows."""

    rows: str = ""
    names: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return it as one value of a choice."""
        return f"{self.rows}|{','.join(self.names)}" if self.names else ""


@dataclass(frozen=True)
class Countable:
    """A question whose answer is a number."""

    counted: Counted
    label: str
    unit: str


@dataclass(frozen=True)
class Choosable:
    """A question with a few answers."""

    answer: str
    label: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class Questions:
    """What a rule of this procedure may ask."""

    countable: tuple[Countable, ...] = ()
    choosable: tuple[Choosable, ...] = ()


def read_counted(key: str) -> Counted:
    """Read a value of the choice back; what nobody wrote so is nothing."""
    rows, _, named = key.partition("|")
    names = tuple(named.split(",")) if named else ()
    parts = (*names, rows) if rows else names
    return Counted(rows, names) if all(map(KEY.fullmatch, parts)) else Counted()


def questions_of(session: Session, procedure_code: str, day: date) -> Questions:
    """Return the questions of the form in force; none without a form."""
    form = stored_definition(session, current_eform(session, procedure_code, day))
    if form is None:
        return Questions()
    asked = [(group, one) for group in form.group for one in group.field]
    return Questions(
        tuple(_countable(*one) for one in asked if one[1].kind is FieldKind.INTEGER),
        tuple(
            Choosable(PREFIX + one.code, one.label, _options(one))
            for group, one in asked
            if one.kind in CHOSEN and group.repeat is None and _is_short(one)
        ),
    )


def _countable(group: FormGroup, one: FormField) -> Countable:
    if group.repeat is None:
        return Countable(Counted("", (PREFIX + one.code,)), one.label, one.unit)
    counted = Counted(group_key(group), (one.code,))
    return Countable(counted, f"{group.title}: {one.label}", one.unit)


def _is_short(one: FormField) -> bool:
    return len(_options(one)) <= LONGEST_CHOICE


def _options(one: FormField) -> Mapping[str, str]:
    if one.kind is FieldKind.TICK:
        return {"yes": one.label}
    return dict(one.options) or catalogue(one.catalogue)
