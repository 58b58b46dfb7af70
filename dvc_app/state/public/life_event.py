"""LifeEventState: one event in a life, its procedures in order (C01)."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.public.procedure_rows import (
    can_be_filed,
    file_href,
    procedure_href,
    say_fee,
    say_limit,
)
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import life_events as wording
from services.core.errors import NotFound
from services.procedures.index import Row
from services.procedures.life_events import life_events, show_life_event


@dataclass(frozen=True)
class EventStepRow:
    """One procedure of the event."""

    name: str = ""
    official: str = ""
    when: str = ""
    facts: str = ""
    href: str = ""
    file_href: str = ""


@dataclass(frozen=True)
class OtherRow:
    """Another event."""

    name: str
    href: str


class LifeEventState(AppState):
    """One event as the page shows it."""

    loaded: bool = False
    missing: bool = False
    name: str = ""
    summary: str = ""
    bundle: EventStepRow = EventStepRow()
    steps: list[EventStepRow] = []
    keep: list[str] = []
    others: list[OtherRow] = []

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Read the event the address names."""
        code = self.router.url.path.strip("/").split("/")[-1]
        try:
            view = await self._run(show_life_event, code)
        except NotFound:
            self.missing, self.loaded = True, False
            return
        self.name, self.summary = view.event.name, view.event.summary
        self.bundle = _step(view.bundle, "") if view.bundle else EventStepRow()
        self.steps = [_step(step.row, step.when) for step in view.steps]
        self.keep = list(view.event.keep)
        self.others = [
            OtherRow(event.name, routes.fill(routes.LIFE_EVENT, event=event.code))
            for event in life_events().values()
            if event.code != code
        ]
        self.missing, self.loaded = False, True


def _step(row: Row, when: str) -> EventStepRow:
    facts = (say_limit(row.time_limit, row.time_limit_unit), say_fee(row.fee))
    note = "" if can_be_filed(row) else wording.FILED_ELSEWHERE
    return EventStepRow(
        name=row.plain_name or row.name,
        official=row.name,
        when=when,
        facts=" · ".join(part for part in (*facts, note) if part),
        href=procedure_href(row.code),
        file_href=file_href(row.code) if can_be_filed(row) else "",
    )
