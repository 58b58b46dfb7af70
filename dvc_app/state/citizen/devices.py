"""The devices a person is signed in on."""

from dataclasses import dataclass
from uuid import UUID

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import devices as wording
from dvc_app.wording.security_notices import FACTS, SENTENCES
from services.accounts.end_session import end_session, session_topic
from services.accounts.list_notices import NoticeLine, list_notices
from services.accounts.list_sessions import SessionLine, list_sessions
from services.accounts.see_notices import see_notices
from services.core.errors import NotFound

FEW = 5  # notices on this page


@dataclass(frozen=True)
class DeviceRow:
    """One device, as the page shows it."""

    id: str
    device: str
    since: str
    last_used: str
    is_this: bool
    end_label: str
    way: str
    is_new: bool
    is_shared: bool


@dataclass(frozen=True)
class NoticeRow:
    """One thing that happened to the account."""

    at: str
    words: str
    facts: str
    is_new: bool


class DevicesState(AppState):
    """The list; it follows what happens on the other devices."""

    is_ready: bool = False
    count: str = ""
    devices: list[DeviceRow] = []
    notices: list[NoticeRow] = []

    @rx.event
    @allow(Who.CITIZEN, Who.OFFICER)
    async def load(self) -> None:
        """Read the list, and hear when one of them ends."""
        self.notices = [_notice(line) for line in await self._run(list_notices)][:FEW]
        await self._run(see_notices)
        sessions = await self._read()
        topics = (session_topic(line.session_id) for line in sessions)
        self._watch(DevicesState.load, *topics)

    @rx.event
    @allow(Who.CITIZEN, Who.OFFICER)
    async def end(self, session_id: str, device: str) -> None:
        """Sign one device out."""
        try:
            await self._run(end_session, UUID(session_id))
        except (NotFound, ValueError):
            await self._say(wording.ALREADY_ENDED)
        else:
            await self._say(wording.ENDED.format(device=device), "done")
        await self._read()

    async def _read(self) -> list[SessionLine]:
        sessions = await self._run(list_sessions)
        self.devices = [_row(line) for line in sessions]
        self.count = wording.COUNT.format(count=len(sessions))
        self.is_ready = True
        return sessions


def _row(line: SessionLine) -> DeviceRow:
    device = line.device or wording.UNKNOWN_DEVICE
    since = formats.moment(line.created_at)
    return DeviceRow(
        id=str(line.session_id),
        device=device,
        since=since,
        last_used=formats.moment(line.last_seen_at),
        is_this=line.is_this,
        end_label=wording.END_WHICH.format(device=device, since=since),
        way=wording.WAYS.get(line.method, wording.OTHER_WAY),
        is_new=line.is_new,
        is_shared=line.is_shared,
    )


def _notice(line: NoticeLine) -> NoticeRow:
    known = (
        (FACTS[name], value) for name, value in line.facts.items() if name in FACTS
    )
    return NoticeRow(
        at=formats.moment(line.at),
        words=SENTENCES.get(line.kind, ""),
        facts=" · ".join(f"{label}: {value}" for label, value in known if value),
        is_new=line.is_new,
    )
