"""Where the portal writes first: the order of the channels (C22)."""

from dataclasses import dataclass

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import contacts as wording
from services.accounts.channels import Channel
from services.profiles.choose_channels import Channels, choose_channels, my_channels


@dataclass(frozen=True)
class ChannelRow:
    """One channel, on or off, and the buttons that move it."""

    key: str
    name: str
    hint: str
    is_on: bool
    state: str
    css: str
    is_fixed: bool
    toggle: str
    toggle_label: str
    up_label: str  # empty where it cannot move
    down_label: str


class ChannelsState(AppState):
    """The list; every press is kept at once."""

    channels: list[ChannelRow] = []
    _order: tuple[str, ...] = ()

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read the order."""
        self._draw(await self._run(my_channels))

    @rx.event
    @allow(Who.CITIZEN)
    async def move(self, key: str, steps: int) -> None:
        """Move a channel that is on, one place at a time."""
        if key not in self._order:
            return
        order = list(self._order)
        place = order.index(key)
        order.pop(place)
        order.insert(max(0, place + (1 if steps > 0 else -1)), key)
        await self._keep(order)

    @rx.event
    @allow(Who.CITIZEN)
    async def toggle(self, key: str) -> None:
        """Turn a channel on or off; the portal itself stays on."""
        order = [one for one in self._order if one != key]
        await self._keep(order if key in self._order else [*order, key])

    async def _keep(self, order: list[str]) -> None:
        self._draw(await self._run(choose_channels, order))
        await self._say(wording.KEPT, "done")

    def _draw(self, known: Channels) -> None:
        self._order = tuple(str(one) for one in known.chosen)
        off = [one for one in Channel if one not in known.chosen]
        self.channels = [_row(one, known) for one in (*known.chosen, *off)]


def _row(channel: Channel, known: Channels) -> ChannelRow:
    name = wording.CHANNEL_NAMES[channel]
    is_on = channel in known.chosen
    is_fixed = channel is Channel.PORTAL
    moves_up = is_on and known.chosen[0] is not channel
    moves_down = is_on and known.chosen[-1] is not channel
    toggle_words = wording.TURN_OFF_WHICH if is_on else wording.TURN_ON_WHICH
    return ChannelRow(
        key=str(channel),
        name=name,
        hint=_hint(channel, known),
        is_on=is_on,
        state=wording.ON if is_on else wording.OFF,
        css="tag tag--done" if is_on else "tag",
        is_fixed=is_fixed,
        toggle=wording.TURN_OFF if is_on else wording.TURN_ON,
        toggle_label=toggle_words.format(channel=name),
        up_label=wording.UP_WHICH.format(channel=name) if moves_up else "",
        down_label=wording.DOWN_WHICH.format(channel=name) if moves_down else "",
    )


def _hint(channel: Channel, known: Channels) -> str:
    if channel is Channel.PORTAL:
        return wording.ALWAYS
    if channel is Channel.EMAIL:
        return "" if known.email else wording.NO_EMAIL
    return "" if known.phone else wording.NO_PHONE
