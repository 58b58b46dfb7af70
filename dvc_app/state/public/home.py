"""HomeState: suggestions while typing, what is used most, this month's figures (C01)."""

from dataclasses import dataclass
from urllib.parse import urlencode

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.public.procedure_rows import (
    Part,
    procedure_href,
    say_fee,
    say_limit,
    say_papers,
    split_marks,
)
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import home as wording
from services.core.faults import Unreadable
from services.core.identifiers import read_dossier_code
from services.dossiers.month_figures import MonthFigures, month_figures
from services.procedures.life_events import life_events
from services.procedures.models import TimeUnit
from services.procedures.search_procedures import Search, search_procedures
from services.procedures.suggest_procedures import Suggestion, suggest_procedures

MOST_USED = 6
ENOUGH = 10  # fewer dossiers say nothing about a month


@dataclass(frozen=True)
class SuggestedRow:
    """A line under the search box."""

    href: str
    parts: list[Part]
    line: str


@dataclass(frozen=True)
class EventRow:
    """A life event: what happened, and the page of its procedures."""

    name: str
    href: str


def event_rows() -> list[EventRow]:
    """Return the life events; they stand on the page before it comes alive (R43)."""
    return [
        EventRow(event.name, routes.fill(routes.LIFE_EVENT, event=code))
        for code, event in life_events().items()
    ]


@dataclass(frozen=True)
class ShownFigures:
    """This month in figures; empty where there are too few."""

    received: str = ""
    on_time: str = ""
    definition: str = ""


class HomeState(AppState):
    """What stands under the search box, and the two lists below."""

    typed: str = ""
    suggestions: list[SuggestedRow] = []
    suggested: str = ""  # how many, announced politely
    understood_as: str = ""
    most_used: list[SuggestedRow] = []
    figures: ShownFigures = ShownFigures()

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Read what is used most and the figures of the month."""
        self._clear()
        found = await self._run(search_procedures, Search(limit=MOST_USED))
        self.most_used = [
            SuggestedRow(
                procedure_href(hit.row.code),
                [Part(hit.row.plain_name or hit.row.name, False)],
                _line(hit.row.time_limit, hit.row.time_limit_unit, hit.row.fee),
            )
            for hit in found.hits
        ]
        self.figures = show_figures(await self._run(month_figures))

    @rx.event
    @allow(Who.ANYBODY)
    async def suggest(self, text: str) -> None:
        """Answer what has been typed so far; a dossier code is one as well."""
        self.typed = text.strip()
        if len(self.typed) < 2:
            return self._clear()
        if code := _dossier_code(text):
            self.suggestions, self.understood_as = [_dossier_row(code)], ""
        else:
            found = await self._run(suggest_procedures, text)
            self.suggestions = [_row(item) for item in found.items]
            self.understood_as = found.understood_as
        count = len(self.suggestions)
        words = wording.SUGGESTED if count else wording.SUGGESTED_NONE
        self.suggested = words.format(count=count)

    @rx.event
    @allow(Who.ANYBODY)
    async def search(self, form: dict[str, str]) -> EventSpec:
        """Go to the dossier of a code, else to the list of procedures."""
        text = form.get("tim", "").strip()
        self._clear()
        if code := _dossier_code(text):
            return rx.redirect(look_up_href(code))
        query = f"?{urlencode({'tim': text})}" if text else ""
        return rx.redirect(routes.PROCEDURES + query)

    def _clear(self) -> None:
        self.suggestions = []
        self.typed = self.suggested = self.understood_as = ""


def look_up_href(code: str) -> str:
    """Return the address that shows a dossier to anybody with its code."""
    return f"{routes.LOOK_UP}?{urlencode({'ma': code})}"


def show_figures(figures: MonthFigures) -> ShownFigures:
    """Return the month in words, only what rests on enough dossiers."""
    if figures.received < ENOUGH:
        return ShownFigures()
    if figures.finished < ENOUGH:
        return ShownFigures(formats.number(figures.received))
    definition = wording.MONTH_DEFINITION.format(
        count=formats.number(figures.finished), at=formats.moment(figures.at)
    )
    on_time = formats.percent(figures.on_time, figures.finished)
    return ShownFigures(formats.number(figures.received), on_time, definition)


def _dossier_code(text: str) -> str:
    try:
        return read_dossier_code(text)
    except Unreadable:
        return ""


def _dossier_row(code: str) -> SuggestedRow:
    title = wording.SUGGESTED_CODE.format(code=code)
    return SuggestedRow(
        look_up_href(code), [Part(title, False)], wording.SUGGESTED_CODE_LINE
    )


def _row(item: Suggestion) -> SuggestedRow:
    line = _line(item.time_limit, item.time_limit_unit, item.fee)
    papers = say_papers(item.paper_count)
    return SuggestedRow(
        href=procedure_href(item.code),
        parts=split_marks(item.name, item.marks),
        line=" · ".join(part for part in (line, papers) if part),
    )


def _line(limit: float | None, unit: TimeUnit, fee: int | None) -> str:
    price = wording.FEE_UNKNOWN if fee is None else say_fee(fee)
    return f"{say_limit(limit, unit)} · {price}"
