"""The messages phones and mailboxes have received, whatever carried them."""

import re
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from sandbox.journal import Journal
from sandbox.numbers import spaced

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DELIVERED, WAITING = "delivered", "waiting"
# Six digits that stand alone: not part of a dossier code, a date or an amount.
ONE_TIME_CODE = re.compile(r"(?<![\w.\-])\d{6}(?![\w\-])")


@dataclass(frozen=True)
class Message:
    """One message on one phone, or in one mailbox."""

    id: str
    request_id: str
    channel: str
    sender: str
    to: str
    text: str
    at: str
    state: str

    @property
    def code(self) -> str:
        """Return the one-time code the text carries, if any."""
        found = ONE_TIME_CODE.search(self.text)
        return found.group() if found else ""

    @property
    def clock(self) -> str:
        """Return the moment as a phone in the province shows it."""
        moment = datetime.fromisoformat(self.at).astimezone(ZONE)
        return moment.strftime("%H:%M:%S · %d/%m/%Y")

    @property
    def phone(self) -> str:
        """Return the number in groups."""
        return spaced(self.to)

    @property
    def is_delivered(self) -> bool:
        """Tell whether the phone has it, or only the carrier."""
        return self.state == DELIVERED


@dataclass(frozen=True)
class Phone:
    """One line of the list of phones."""

    number: str
    count: int
    last: Message


class Messages:
    """Every message, kept from one start of the sandbox to the next."""

    def __init__(self, folder: Path, switched_off: Collection[str] = ()) -> None:
        self._journal = Journal(folder / "messages.jsonl")
        self._switched_off = switched_off

    def deliver(self, request_id: str, to: str, text: str, **via: str) -> bool:
        """Keep one message; a request id and number seen before change nothing."""
        message = Message(
            id=str(uuid4()),
            request_id=request_id,
            channel=via["channel"],
            sender=via["sender"],
            to=to,
            text=text,
            at=datetime.now(UTC).isoformat(timespec="milliseconds"),
            state=WAITING if to in self._switched_off else DELIVERED,
        )
        key = f"{message.channel}/{request_id}/{to}"
        return self._journal.append(key, asdict(message))

    def newest_first(self, to: str | None = None) -> list[Message]:
        """Return the messages, newest first, of one phone or of all."""
        return [
            Message(**row)
            for row in reversed(self._journal.rows)
            if to is None or row["to"] == to
        ]

    def phones(self) -> list[Phone]:
        """Return the phones that have messages, the latest message first."""
        by_number: dict[str, list[Message]] = {}
        for message in self.newest_first():
            by_number.setdefault(message.to, []).append(message)
        return [Phone(to, len(kept), kept[0]) for to, kept in by_number.items()]

    def close(self) -> None:
        """Give the file back."""
        self._journal.close()
