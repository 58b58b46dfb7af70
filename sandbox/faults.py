"""The fault switches: each system can be made slow, dead, garbled or unwilling."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, TypeAdapter
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox import mishaps
from sandbox.journal import replace_file


class Mode(StrEnum):
    """What a system does with whatever it is asked."""

    NORMAL = "normal"
    SLOW = "slow"
    DRIP = "drip"
    DOWN = "down"
    BROKEN = "broken"  # the first asks only: `times` of them
    BUSY = "busy"
    EXPIRED = "expired"  # one ask only: then a new token is good
    REDIRECT = "redirect"
    GARBAGE = "garbage"
    CUT = "cut"
    SHAPE = "shape"
    LETTERS = "letters"
    HUGE = "huge"
    LOST = "lost"  # the first ask only: the work is done, its answer is lost
    ERROR = "error"


ONCE = {Mode.EXPIRED, Mode.LOST}
LOGINS = ("/token", "/login")
PASSING = {Mode.BROKEN, *ONCE}


class Fault(BaseModel):
    """The position of one switch."""

    mode: Mode = Mode.NORMAL
    seconds: float = Field(default=15, ge=0, le=300)
    times: int = Field(default=3, ge=1, le=1000)  # of the mishaps that pass


@dataclass(frozen=True)
class System:
    """One system of the outside world: its name, its addresses, how it says no."""

    key: str
    title: str
    prefix: str
    business_error: Mapping[str, Any]
    session_error: Mapping[str, Any] | None = None  # said with HTTP 200, not 401


class Switches:
    """The positions of all switches, kept from one start to the next."""

    _FILE = TypeAdapter(dict[str, Fault])

    def __init__(self, folder: Path, systems: Sequence[System]) -> None:
        self.systems = systems
        self._path = folder / "faults.json"
        kept = self._FILE.validate_json(
            self._path.read_bytes() if self._path.exists() else b"{}"
        )
        self._seen: dict[str, int] = {}
        self._faults = {s.key: kept.get(s.key, Fault()) for s in systems}

    def of(self, system: System) -> Fault:
        """Return the position of this system's switch."""
        return self._faults[system.key]

    def passes(self, system: System, is_login: bool) -> bool:
        """Count an ask of a mishap that passes; tell whether it has passed.

        It befalls what is asked after the login: a login has no effect to lose.
        """
        fault = self._faults[system.key]
        if fault.mode in PASSING and is_login:
            return True
        left = 1 if fault.mode in ONCE else fault.times
        seen = self._seen.get(system.key, 0)
        self._seen[system.key] = seen + 1
        return fault.mode in PASSING and seen >= left

    def turn(self, key: str, fault: Fault) -> None:
        """Turn one switch; raises KeyError when there is no such system."""
        if key not in self._faults:
            raise KeyError(key)
        self._faults = {**self._faults, key: fault}
        self._seen[key] = 0
        replace_file(self._path, self._FILE.dump_json(self._faults, indent=1).decode())

    def as_json(self) -> dict[str, Any]:
        """Return every position, for tests."""
        kept: dict[str, Any] = json.loads(self._FILE.dump_json(self._faults))
        return kept


MISHAPS: Mapping[Mode, Callable[[], Response]] = {
    Mode.DRIP: mishaps.dripping,
    Mode.DOWN: mishaps.down,
    Mode.BROKEN: mishaps.broken,
    Mode.BUSY: mishaps.busy,
    Mode.EXPIRED: mishaps.expired,
    Mode.REDIRECT: mishaps.elsewhere,
    Mode.GARBAGE: mishaps.garbage,
    Mode.CUT: mishaps.cut,
    Mode.SHAPE: mishaps.misshapen,
    Mode.LETTERS: mishaps.old_letters,
    Mode.HUGE: mishaps.huge,
}


class FaultMiddleware:
    """Stands before the addresses of each system, and before those alone."""

    def __init__(self, app: ASGIApp, switches: Switches) -> None:
        self.app = app
        self.switches = switches

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Play the fault that is switched on, or pass the question through."""
        system = self._system(scope)
        response: ASGIApp = self.app
        is_login = str(scope.get("path", "")).lower().endswith(LOGINS)
        if system is not None and not self.switches.passes(system, is_login):
            fault = self.switches.of(system)
            if fault.mode is Mode.SLOW:
                # The work is done all the same: the asker may be gone by then.
                await asyncio.sleep(fault.seconds)
            response = self._play(system, fault.mode)
        await response(scope, receive, send)

    def _play(self, system: System, mode: Mode) -> ASGIApp:
        if mode is Mode.LOST:
            return mishaps.lost(self.app)
        if mode is Mode.ERROR:
            return JSONResponse(dict(system.business_error))
        if mode is Mode.EXPIRED and system.session_error is not None:
            return JSONResponse(dict(system.session_error))
        return MISHAPS[mode]() if mode in MISHAPS else self.app

    def _system(self, scope: Scope) -> System | None:
        if scope["type"] != "http":
            return None
        path = str(scope["path"])
        return next(
            (s for s in self.switches.systems if path.startswith(s.prefix)), None
        )
