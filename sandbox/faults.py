"""The fault switches: each system can be made slow, dead, garbled or unwilling."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, TypeAdapter
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox.journal import replace_file

GARBAGE = "<html><head><title>Error</title></head><body><h1>Apache Tomcat</h1></body>"


class Mode(StrEnum):
    """What a system does with whatever it is asked."""

    NORMAL = "normal"
    SLOW = "slow"
    DOWN = "down"
    GARBAGE = "garbage"
    ERROR = "error"


class Fault(BaseModel):
    """The position of one switch."""

    mode: Mode = Mode.NORMAL
    seconds: float = Field(default=15, ge=0, le=300)


@dataclass(frozen=True)
class System:
    """One system of the outside world: its name, its addresses, how it says no."""

    key: str
    title: str
    prefix: str
    business_error: Mapping[str, Any]


class Switches:
    """The positions of all switches, kept from one start to the next."""

    _FILE = TypeAdapter(dict[str, Fault])

    def __init__(self, folder: Path, systems: Sequence[System]) -> None:
        self.systems = systems
        self._path = folder / "faults.json"
        kept = self._FILE.validate_json(
            self._path.read_bytes() if self._path.exists() else b"{}"
        )
        self._faults = {s.key: kept.get(s.key, Fault()) for s in systems}

    def of(self, system: System) -> Fault:
        """Return the position of this system's switch."""
        return self._faults[system.key]

    def turn(self, key: str, fault: Fault) -> None:
        """Turn one switch; raises KeyError when there is no such system."""
        if key not in self._faults:
            raise KeyError(key)
        self._faults = {**self._faults, key: fault}
        replace_file(self._path, self._FILE.dump_json(self._faults, indent=1).decode())

    def as_json(self) -> dict[str, Any]:
        """Return every position, for tests."""
        kept: dict[str, Any] = json.loads(self._FILE.dump_json(self._faults))
        return kept


class FaultMiddleware:
    """Stands before the addresses of each system, and before those alone."""

    def __init__(self, app: ASGIApp, switches: Switches) -> None:
        self.app = app
        self.switches = switches

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Play the fault that is switched on, or pass the question through."""
        system = self._system(scope)
        fault = self.switches.of(system) if system else Fault()
        response: ASGIApp = self.app
        match fault.mode:
            case Mode.SLOW:
                # The work is done all the same: the asker may be gone by then.
                await asyncio.sleep(fault.seconds)
            case Mode.DOWN:
                response = PlainTextResponse("Service Unavailable", status_code=503)
            case Mode.GARBAGE:
                response = HTMLResponse(GARBAGE)
            case Mode.ERROR if system:
                response = JSONResponse(dict(system.business_error))
        await response(scope, receive, send)

    def _system(self, scope: Scope) -> System | None:
        if scope["type"] != "http":
            return None
        path = str(scope["path"])
        return next(
            (s for s in self.switches.systems if path.startswith(s.prefix)), None
        )
