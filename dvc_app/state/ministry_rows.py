"""Answers of registers in words: facts, tables and how old they are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from dvc_app import formats
from dvc_app.wording import ministry_look_up as wording
from services.core.clock import now
from services.look_ups.answers import Answered
from services.look_ups.models import REGISTER_OF
from services.look_ups.told import MAIN, Grid, Told

MONEY = ("capital", "amount")
OWNER = "owner"
COUNTED = ("field", "budget_kind")  # the first column of a count
LONGEST_NOTE = 1_900


@dataclass(frozen=True)
class Cell:
    """One cell, with the head of its column for cards on a phone."""

    head: str
    text: str


@dataclass(frozen=True)
class GridView:
    """One table in words."""

    title: str = ""
    heads: list[str] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)


@dataclass(frozen=True)
class FieldRow:
    """One field of a question."""

    name: str
    label: str
    hint: str
    value: str
    is_number: bool


def fact_rows(told: Told) -> list[tuple[str, str]]:
    """Return the facts in words."""
    return [(wording.COLUMNS[name], say(name, text)) for name, text in told.facts]


def grid_view(name: str, grid: Grid, first: int = 0, most: int = 200) -> GridView:
    """Return a part of a table in words."""
    heads = [wording.COLUMNS[column] for column in grid.columns]
    rows = [
        [
            Cell(head, say(column, text))
            for head, column, text in zip(heads, grid.columns, row, strict=True)
        ]
        for row in grid.rows[first : first + most]
    ]
    is_count = name == MAIN and grid.columns[0] in COUNTED
    title = wording.COUNTED if is_count else wording.GRIDS[name]
    return GridView(title, heads, rows)


def names_people(told: Told) -> bool:
    """Tell whether there are names in it that strangers read masked."""
    columns = told.grids[MAIN].columns if MAIN in told.grids else ()
    return OWNER in (*columns, *(name for name, _ in told.facts))


def side_grids(told: Told) -> list[GridView]:
    """Return the tables beside the main one."""
    return [grid_view(name, grid) for name, grid in told.grids.items() if name != MAIN]


def say(column: str, text: str) -> str:
    """Return a value as people read it."""
    if column in MONEY and text.isdecimal():
        return formats.dong(int(text))
    return wording.VALUES.get((column, text), formats.day_or_text(text))


def say_source(answered: Answered) -> str:
    """Return where the answer is from, and of when."""
    source = wording.SOURCES[REGISTER_OF[answered.question]]
    moment = formats.moment(answered.answered_at)
    return wording.SOURCE.format(source=source, moment=moment) if moment else ""


def say_standing(answered: Answered) -> str:
    """Return what is wrong with the answer: old, awaited, refused; else nothing."""
    age = say_age(answered.answered_at)
    if answered.is_refused:
        return wording.REFUSED_OLD.format(age=age) if age else wording.REFUSED
    if answered.is_awaited:
        return wording.OLD.format(age=age) if age else wording.AWAITED
    if answered.is_silent and age:
        return wording.OLD_LAST.format(age=age)
    return "" if age else wording.SILENT


def say_age(moment: datetime | None) -> str:
    """Return how long ago it was."""
    if moment is None:
        return ""
    seconds = (now() - moment).total_seconds()
    for length, words in wording.AGES:
        if seconds >= length:
            return words.format(count=int(seconds // length))
    return wording.JUST_NOW


def note_words(answered: Answered) -> str:
    """Return an answer as a note on a dossier: source and moment, then the facts."""
    head = wording.NOTE_HEAD.format(
        question=wording.QUESTIONS[answered.question],
        source=wording.SOURCES[REGISTER_OF[answered.question]],
        moment=formats.moment(answered.answered_at),
    )
    facts = fact_rows(answered.told) if answered.told else []
    return _within(head, (wording.NOTE_LINE.format(label=k, value=v) for k, v in facts))


def sheet_rows(told: Told) -> tuple[list[str], list[list[str]]]:
    """Return heads and lines of a sheet: the main table, or the facts."""
    grid = told.grids.get(MAIN)
    if grid is None:
        return [], [[label, value] for label, value in fact_rows(told)]
    shown = grid_view(MAIN, grid, most=len(grid.rows))
    return shown.heads, [[cell.text for cell in row] for row in shown.rows]


def _within(head: str, lines: Iterable[str]) -> str:
    words = head
    for line in lines:
        if len(words) + len(line) + 1 > LONGEST_NOTE:
            break
        words = f"{words}\n{line}"
    return words
