"""How much may be sent (UP-2), and how long a removed file can be brought back."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from services.core.errors import Conflict, RuleViolation
from services.files.models import FileState, StoredFile
from services.files.verdicts import FileFault, FileKind, FileLimits, kind_of_name

CHUNK = 4 << 20  # what one PATCH may carry; the page sends pieces of this size
UNDO = timedelta(seconds=10)  # R21
# A press on “undo” in the last second still has to travel.
UNDO_ARRIVES_WITHIN = UNDO + timedelta(seconds=5)
DEFAULT_KINDS = FileLimits().kinds


class RoomFault(StrEnum):
    """Why there is no room for a file, whatever it holds."""

    TOO_MANY_FILES = "too_many_files"
    DOSSIER_TOO_LARGE = "dossier_too_large"
    TOO_MANY_UNFINISHED = "too_many_unfinished"
    TOO_MUCH_TODAY = "too_much_today"


@dataclass(frozen=True)
class UploadLimits:
    """What the dossier and the component leave room for (F11)."""

    kinds: frozenset[FileKind] = field(default=DEFAULT_KINDS)
    file_bytes: int = FileLimits().max_bytes
    subject_bytes: int = 100 << 20
    files_per_slot: int = 20
    unfinished: int = 20
    bytes_per_day: int = 500 << 20


@dataclass(frozen=True)
class Held:
    """What the dossier, the component and the person hold already."""

    in_slot: int
    subject_bytes: int
    unfinished: int
    today_bytes: int


def check_room(held: Held, name: str, size: int, limits: UploadLimits) -> None:
    """Refuse, with its own sentence, what would pass one of the limits."""
    faults = {
        FileFault.EMPTY: size < 1,
        FileFault.WRONG_TYPE: kind_of_name(name) not in limits.kinds,
        FileFault.TOO_LARGE: size > limits.file_bytes,
        RoomFault.TOO_MANY_FILES: held.in_slot >= limits.files_per_slot,
        RoomFault.DOSSIER_TOO_LARGE: held.subject_bytes + size > limits.subject_bytes,
        RoomFault.TOO_MANY_UNFINISHED: held.unfinished >= limits.unfinished,
        RoomFault.TOO_MUCH_TODAY: held.today_bytes + size > limits.bytes_per_day,
    }
    for fault, is_so in faults.items():
        if is_so:
            raise RuleViolation({"file": str(fault)})


def check_open(file: StoredFile) -> None:
    """Refuse to change a file that was handed in (UP-9)."""
    if file.sealed_at is not None:
        raise Conflict("sealed")


def may_come_back(file: StoredFile, now: datetime) -> bool:
    """Say whether a removed file can still be brought back (R21)."""
    removed_at = file.removed_at
    return removed_at is not None and now - removed_at <= UNDO_ARRIVES_WITHIN


def check_piece(file: StoredFile, offset: int, length: int) -> None:
    """Take a piece only where the last one ended, and not past the end.

    The first fault is a Conflict (HTTP 409: ask where to go on), the second a
    RuleViolation (413), as the tus protocol has them.
    """
    if offset != file.received or file.state is not FileState.RECEIVING:
        raise Conflict("offset")
    if length > CHUNK or offset + length > file.declared_size:
        raise RuleViolation({"file": FileFault.TOO_LARGE})
