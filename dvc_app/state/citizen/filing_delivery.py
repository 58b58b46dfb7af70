"""Step 4 of the wizard: how the result comes, and how papers go (C13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.citizen.wizard_part import WizardPart
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import delivery as wording
from services.core.errors import NotFound
from services.dossiers.delivery_plan import Counter, is_collected, is_posted
from services.dossiers.quote_post import PostQuote, quote_post
from services.dossiers.show_delivery import DeliveryView, show_delivery

MAP = "https://www.openstreetmap.org/search?query="
PARTS = ("commune", "detail", "old")


@dataclass(frozen=True)
class CounterRow:
    """A desk to fetch the result at."""

    key: str
    name: str
    address: str
    phone: str
    hours: str
    map_href: str
    map_label: str
    is_chosen: bool


@dataclass(frozen=True)
class DayRow:
    """A day on which the post comes."""

    value: str
    words: str


class FilingDeliveryState(WizardPart, AppState):
    """The choices of step 4; what is chosen is saved at once (R1)."""

    loaded: bool = False
    is_posted: bool = False
    is_collected: bool = False
    counters: list[CounterRow] = []
    days: list[DayRow] = []
    originals: list[str] = []
    give: str = ""  # when they are to be handed over
    proposed: str = ""
    fee: str = ""
    is_silent: bool = False  # the post does not tell its price now

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> EventSpec | None:
        """Draw the choices, then ask for the price."""
        self.loaded, self.fee, self.is_silent = False, "", False
        self._note_draft()
        try:
            seen = await self._run(show_delivery, self._draft())
        except NotFound:
            return None
        filing = await self._filing()
        self._draw(seen, filing.values)
        self.loaded = True
        return FilingDeliveryState.price if self._travels() else None

    @rx.event
    @allow(Who.CITIZEN)
    async def price(self) -> None:
        """Ask the post what it costs; its silence stops nothing."""
        self._tell(await self._run_apart(quote_post, self._draft()))

    @rx.event
    @allow(Who.CITIZEN)
    async def choose_way(self, way: str) -> EventSpec | None:
        """Take a way, save it, and show what belongs to it."""
        return await self._choose("delivery", way)

    @rx.event
    @allow(Who.CITIZEN)
    async def choose_place(self, place: str) -> EventSpec | None:
        """Take the desk at which the result is fetched."""
        return await self._choose("delivery_place", place)

    @rx.event
    @allow(Who.CITIZEN)
    async def choose_collection(self, is_wanted: bool) -> EventSpec | None:
        """Let the post fetch the papers, or not."""
        return await self._choose("home_collection", "yes" if is_wanted else "no")

    @rx.event
    @allow(Who.CITIZEN)
    async def save_part(self, name: str, part: str, text: str) -> EventSpec | None:
        """Keep one part of the address; a new commune has another price."""
        if name != "delivery_address" or part not in PARTS:
            return None
        await self._keep(f"{name}.{part}", text)
        return FilingDeliveryState.price if part == "commune" else None

    def _travels(self) -> bool:
        return self.is_posted or self.is_collected

    async def _choose(self, field: str, text: str) -> EventSpec | None:
        await self._keep(field, text)
        return await self.load()

    def _draw(self, seen: DeliveryView, values: Mapping[str, str]) -> None:
        self.is_posted, self.is_collected = is_posted(values), is_collected(values)
        place = values.get("delivery_place") or "unit"
        self.counters = [_counter(one, one.key == place) for one in seen.counters]
        self.days = [DayRow(day.isoformat(), _day(day)) for day in seen.days]
        shown = [*seen.to_show, *seen.originals]
        if not any(paper.startswith(wording.IDENTITY_PAPER) for paper in shown):
            shown.insert(0, wording.IDENTITY)
        self.originals = list(dict.fromkeys(shown))
        self.give = wording.GIVE_AT_COUNTER
        if self.is_posted:
            self.give = wording.GIVE_BY_POST
        if self.is_collected and seen.originals:
            self.give = wording.GIVE_TO_COLLECT
            self.originals = list(seen.originals)
        self.proposed = ""
        if seen.proposed_address:
            self.proposed = wording.PROPOSED.format(address=seen.proposed_address)

    def _tell(self, told: PostQuote) -> None:
        self.is_silent = False
        self.fee = wording.FEE_LATER if told.is_needed else ""
        if told.fee is not None:
            self.fee = wording.FEE_TOLD.format(fee=formats.dong(told.fee))
        elif told.is_silent:
            self.fee, self.is_silent = wording.FEE_SILENT, True


def _counter(one: Counter, is_chosen: bool) -> CounterRow:
    return CounterRow(
        key=one.key,
        name=one.name,
        address=one.address,
        phone=one.phone,
        hours=one.hours,
        map_href=MAP + quote(one.address) if one.address else "",
        map_label=wording.MAP_OF.format(name=one.name),
        is_chosen=is_chosen,
    )


def _day(day: date) -> str:
    name = wording.DAYS[day.weekday()]
    return wording.DAY_LINE.format(name=name, day=formats.day(day))
