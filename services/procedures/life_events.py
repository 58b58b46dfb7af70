"""What happens in a life, and the procedures it brings (C01)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from services.core.errors import NotFound
from services.procedures.index import Index, Row, current_index
from services.work import Work


class Strict(BaseModel):
    """A part of life_events.toml; a misspelt key is a fault of ours."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class EventStep(Strict):
    """A procedure, and when it is done."""

    procedure: str
    when: str


class LifeEvent(Strict):
    """An event in plain words, its procedures in order, what to have at hand."""

    code: str
    name: str
    summary: str
    bundle: str = ""  # a procedure that does them all at once
    steps: tuple[EventStep, ...]
    keep: tuple[str, ...] = ()


class _Events(Strict):
    event: tuple[LifeEvent, ...]


@dataclass(frozen=True)
class StepView:
    """A procedure of the event that the catalogue has now."""

    row: Row
    when: str


@dataclass(frozen=True)
class EventView:
    """An event as its page shows it."""

    event: LifeEvent
    bundle: Row | None
    steps: tuple[StepView, ...]


@cache
def life_events() -> Mapping[str, LifeEvent]:
    """Return every event by its code, in the order they are shown."""
    text = Path(__file__).with_suffix(".toml").read_text("utf-8")
    read = _Events.model_validate(tomllib.loads(text))
    return {event.code: event for event in read.event}


def show_life_event(work: Work, code: str) -> EventView:
    """Return an event with the procedures of the catalogue; anybody may read it."""
    event = life_events().get(code)
    if event is None:
        raise NotFound("life_event")
    index = current_index(work.session)
    steps = [(step, _row(index, step.procedure)) for step in event.steps]
    return EventView(
        event=event,
        bundle=_row(index, event.bundle),
        steps=tuple(StepView(row, step.when) for step, row in steps if row),
    )


def _row(index: Index, code: str) -> Row | None:
    number = index.by_code.get(code)
    return None if number is None else index.documents[number].row
