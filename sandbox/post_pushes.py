"""The post tells the portal of each line at once, signed, until it is heard."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx

from sandbox.journal import Row
from sandbox.settings import Settings

PATH = "/api/buu-chinh/hanh-trinh"
PATIENCE = 15.0
GAPS = (2.0, 5.0, 10.0, 20.0, 60.0)  # then the tracking is left to tell it


@dataclass
class PostPushes:
    """Pushes in the background; a restart forgets what was not heard."""

    settings: Settings
    heard: list[tuple[str, int]] = field(default_factory=list)  # id, HTTP status
    _running: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def address(self) -> str:
        """Return where the portal takes them; empty: it is not known."""
        base = urlsplit(self.settings.bank_push_url)
        return f"{base.scheme}://{base.netloc}{PATH}" if base.netloc else ""

    def later(self, lines: Iterable[Row]) -> None:
        """Push lines one after the other."""
        if self.address:
            task = asyncio.create_task(self._push(list(lines)))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    def signed(self, line: Row) -> tuple[bytes, dict[str, str]]:
        """Return a line as it travels: the row of the tracking, and its HMAC."""
        body = json.dumps(line, ensure_ascii=False).encode()
        key = self.settings.key.encode()
        signature = hmac.new(key, body, hashlib.sha256).hexdigest()
        return body, {"Content-Type": "application/json", "X-Signature": signature}

    async def _push(self, lines: list[Row]) -> None:
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
            for line in lines:
                await self._tell(client, line)

    async def _tell(self, client: httpx.AsyncClient, line: Row) -> None:
        body, headers = self.signed(line)
        for gap in (*GAPS, None):
            try:
                answer = await client.post(self.address, content=body, headers=headers)
                self._note(line, answer.status_code)
                if answer.is_success:
                    return
            except (httpx.HTTPError, httpx.InvalidURL):
                self._note(line, 0)
            if gap is not None:
                await asyncio.sleep(gap)

    def _note(self, line: dict[str, Any], status: int) -> None:
        # Any: JSON.
        self.heard.append((line["_id"]["$oid"], status))
