"""The journeys by post of one dossier, on its page (C16)."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import delivery as wording
from services.core.errors import NotFound
from services.deliveries.models import PostalState
from services.dossiers.show_parcels import ParcelView, show_parcels
from services.signals import dossier_topic


@dataclass(frozen=True)
class ParcelRow:
    """One journey as it is drawn."""

    leg: str
    state: str
    css: str
    number: str
    last: str
    comes: str
    address: str
    fee: str
    hint: str


class ParcelsState(AppState):
    """Where the papers and the result are on their way."""

    parcels: list[ParcelRow] = []

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read the journeys of the dossier of the address; none for a stranger."""
        parts = self.router.url.path.strip("/").split("/")
        self.parcels = []
        try:
            seen = await self._run(show_parcels, parts[1] if len(parts) > 1 else "")
        except NotFound:
            return
        self.parcels = [parcel_row(one) for one in seen]
        if seen:
            self._watch(ParcelsState.load, dossier_topic(seen[0].dossier_id))


def parcel_row(one: ParcelView) -> ParcelRow:
    """Return a journey in words."""
    state, css = wording.MOVED_TO_COUNTER if one.counter else wording.STATES[one.state]
    moment = formats.moment(one.last_event_at)
    words = wording.LAST_LINE.format(words=one.last_word, moment=moment)
    day = formats.day(one.pickup_day)
    part = wording.PARTS.get(one.pickup_part, "").lower()
    return ParcelRow(
        leg=wording.LEGS[one.leg],
        state=state,
        css=css,
        number=one.parcel,
        last=words if one.last_word else "",
        comes=f"{day}, {part}" if day else "",
        address=one.address,
        fee=wording.FEE_UNTOLD if one.fee is None else formats.dong(one.fee),
        hint=hint_of(one),
    )


def hint_of(one: ParcelView) -> str:
    """Return what the person should know or do about it."""
    if one.counter:
        return wording.TO_COUNTER[one.leg].format(place=one.counter)
    if one.is_refused:
        return wording.REFUSED
    if words := wording.TROUBLES.get(one.trouble, ""):
        return words
    return wording.WAITING[one.leg] if one.state is PostalState.NONE else ""
