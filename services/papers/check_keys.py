"""The key in the QR of a printed sheet: anybody can ask whether it is genuine (C27)."""

import base64
import binascii
import hmac
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from services.core.keys import derive_key
from services.settings import settings
from services.work import Work

PURPOSE = "paper check"
SIGN = 12  # bytes of the signature that stand in the key: 96 bits
LENGTH = 1 + 16 + SIGN


class PaperKind(StrEnum):
    """What a sheet is; one letter, printed in its key and never given to another."""

    ACKNOWLEDGEMENT = "a"  # that a dossier was handed in online
    RECEIPT = "r"  # Mẫu 01: receipt and appointment
    PAYMENT_RECEIPT = "b"  # biên lai: money that was paid
    RESULT = "k"  # a result signed on the portal (kết quả)
    SUPPLEMENT = "s"  # Mẫu 02: request to supplement
    REFUSAL = "t"  # Mẫu 03: refusal (từ chối)
    EXTENSION = "x"  # Mẫu 04: apology and a new date (xin lỗi)
    STOP = "d"  # Mẫu 05: notice of stop (dừng)


@dataclass(frozen=True)
class CheckedPaper:
    """What anybody who holds a sheet may know of it: nothing beyond initials."""

    kind: PaperKind
    number: str  # of the dossier, as printed on the sheet
    unit: str
    issued_at: datetime
    in_force: bool
    initials: str
    result: str = ""  # number and sign of a result
    receipt: str = ""  # series and number of an e-receipt
    amount: int | None = None  # đồng, of an e-receipt


def check_key(work: Work, kind: PaperKind, row_id: UUID) -> str:
    """Return the key of a sheet: its kind and row, signed; it holds no fact."""
    named = kind.encode() + row_id.bytes
    return base64.urlsafe_b64encode(named + _sign(work, named)).decode().rstrip("=")


def check_url(work: Work, kind: PaperKind, row_id: UUID) -> str:
    """Return the address that the QR of a sheet opens."""
    key = check_key(work, kind, row_id)
    return f"{settings().public_url.rstrip('/')}/kiem-tra/{key}"


def read_check_key(work: Work, key: str) -> tuple[PaperKind, UUID] | None:
    """Return which sheet a key names; none if the portal never printed it."""
    try:
        padded = key.encode("ascii") + b"=" * (-len(key) % 4)
        raw = base64.b64decode(padded, b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        return None
    named, sign = raw[:-SIGN], raw[-SIGN:]
    if len(raw) != LENGTH or not hmac.compare_digest(sign, _sign(work, named)):
        return None
    return PaperKind(named[:1].decode()), UUID(bytes=named[1:])


def initials(name: str) -> str:
    """Return the first letter of each word of a name."""
    return " ".join(f"{word[0]}." for word in name.split())


def _sign(work: Work, named: bytes) -> bytes:
    return hmac.digest(derive_key(work.secret, PURPOSE), named, sha256)[:SIGN]
