"""Which banks and wallets are offered: a list of switches."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import providers as wording
from services.payments.switch_provider import Switch, list_switches, switch_provider


@dataclass(frozen=True)
class ProviderRow:
    """One way to pay in words."""

    code: str
    name: str
    kind: str
    gateway: str
    fee: str
    is_on: bool
    state: str
    state_css: str
    failing: str
    act: str
    act_label: str


class ProvidersState(AppState):
    """The list, as it is now."""

    loaded: bool = False
    rows: list[ProviderRow] = []

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Read the list."""
        self.loaded = False
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def switch(self, code: str, is_on: bool) -> None:
        """Offer one, or do not; the wish says which."""
        done = await self._run(switch_provider, str(code)[:40], is_on is True)
        words = wording.SWITCHED_ON if done.is_on else wording.SWITCHED_OFF
        await self._say(words.format(name=done.name), "done")
        await self._read()

    async def _read(self) -> None:
        self.rows = [provider_row(one) for one in await self._run(list_switches)]
        self.loaded = True


def provider_row(one: Switch) -> ProviderRow:
    """Return a way to pay in words."""
    state, css = wording.ON if one.is_on else wording.OFF
    since = one.failing_since
    act = wording.TURN_OFF if one.is_on else wording.TURN_ON
    return ProviderRow(
        code=one.code,
        name=one.name,
        kind=wording.KINDS[one.kind],
        gateway=one.gateway,
        fee=_fee(one),
        is_on=one.is_on,
        state=state,
        state_css=css,
        failing=wording.FAILING.format(at=formats.clock_time(since)) if since else "",
        act=act,
        act_label=f"{act} {one.name}",
    )


def _fee(one: Switch) -> str:
    parts = []
    if one.fee_fixed:
        parts.append(formats.dong(one.fee_fixed))
    if one.fee_permille:
        parts.append(f"{formats.decimal(one.fee_permille / 10)}%")
    return " + ".join(parts) or wording.FREE
