"""Passwords: how they are kept, and which ones are too easy to guess (AU-1, AU-2)."""

import os
import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from math import log2
from pathlib import Path

from passlib.context import CryptContext

from services.core.text import fold

CITIZEN_LENGTH, OFFICER_LENGTH, LONGEST = 8, 12, 128
ENOUGH_BESIDES = 6  # what must remain when a personal or common word is taken out
# One processor stays free for everybody who is not signing in (AU-3).
HASHES_AT_ONCE = max(1, (os.cpu_count() or 2) - 1)
AT_ONCE = threading.BoundedSemaphore(HASHES_AT_ONCE)  # the others queue
ROWS = ("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")
PORTAL = ("dichvucongtructuyen", "congdichvucong", "dichvucong", "hanhchinhcong")


@dataclass(frozen=True)
class PersonalWords:
    """What is known of a person, and so must not be their password."""

    full_name: str = ""
    birth_date: date | None = None
    phone: str = ""
    citizen_id: str = ""
    portal_name: str = ""


class Strength(StrEnum):
    """How long a password would stand, in words for the person."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def hash_password(password: str) -> str:
    """Return the argon2id hash of the password in its composed form."""
    with AT_ONCE:
        return str(_context().hash(compose(password)))


def verify_password(password: str, kept: str | None) -> tuple[bool, str | None]:
    """Tell whether it is right, and the new hash if parameters were raised.

    With nothing kept the same work is done, so that a name nobody has takes
    as long to refuse as a wrong password (AU-4).
    """
    given = compose(password[: LONGEST * 2]).encode("utf-8", "surrogatepass")
    with AT_ONCE:
        right, renewed = _context().verify_and_update(given, kept or _nobody())
    return bool(right and kept), renewed if kept else None


def compose(password: str) -> str:
    """Return the same letters whichever keyboard composed them (NFC)."""
    return unicodedata.normalize("NFC", password)


def password_problem(
    password: str, about: PersonalWords, shortest: int = CITIZEN_LENGTH
) -> str | None:
    """Return the key of the reason this password is refused, if there is one."""
    composed = compose(password)
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in composed):
        return "password_unreadable"
    if len(composed) < shortest:
        return "password_short"
    if len(composed) > LONGEST:
        return "password_long"
    plain = _plain(composed)
    for key, word in _personal(about):
        if word in plain and len(plain.replace(word, "")) < ENOUGH_BESIDES:
            return key
    return "password_common" if _is_common(composed, plain) else None


def estimate_strength(password: str) -> Strength:
    """Say in words how long a password would stand up to guessing."""
    composed = compose(password)
    kinds = {"0-9": 10, "a-z": 26, "A-Z": 26, "^0-9A-Za-z": 32}
    pool = sum(n for letters, n in kinds.items() if re.search(f"[{letters}]", composed))
    bits = len(set(composed)) * log2(pool or 1)
    bits += (len(composed) - len(set(composed))) * 1.5  # a repeated letter adds little
    if bits < 45 or _is_common(composed, _plain(composed)):
        return Strength.WEAK
    return Strength.FAIR if bits < 70 else Strength.STRONG


def _personal(about: PersonalWords) -> Iterator[tuple[str, str]]:
    phone = re.sub(r"\D", "", about.phone)
    born = about.birth_date
    names = _plain(fold(about.full_name)), *_name_endings(about.full_name)
    portal = fold(about.portal_name)
    place = portal.partition(" ")[2]  # the name without the word for a province
    dates = ("%d%m%Y", "%Y%m%d", "%d%m%y", "%m%d%Y", "%Y")
    given = {
        "password_phone": (phone, phone.removeprefix("84").lstrip("0")),
        "password_number": (about.citizen_id,),
        "password_birth_date": [born.strftime(d) for d in dates] if born else (),
        "password_name": names,
        "password_portal": (*PORTAL, _plain(portal), _plain(place)),
    }
    for key, words in given.items():
        yield from ((key, word) for word in words if word)


def _name_endings(full_name: str) -> Iterator[str]:
    # People use the whole name, the last two words, or the given name alone.
    words = fold(full_name).split()
    for count in (2, 1):
        if len(words) >= count:
            yield _plain("".join(words[-count:]))


def _is_common(composed: str, plain: str) -> bool:
    refused = _refused()
    core = re.sub(r"^\d+|\d+$", "", plain)
    nearly = core in refused and len(plain) - len(core) < ENOUGH_BESIDES
    in_a_row = any(plain in row * 2 or plain in row[::-1] * 2 for row in ROWS)
    return (
        composed.casefold() in refused
        or plain in refused
        or nearly
        or len(set(composed)) <= 2
        or (bool(plain) and in_a_row)
    )


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", fold(text))


@cache
def _refused() -> frozenset[str]:
    listed = Path(__file__).with_name("refused_passwords.txt").read_text("utf-8")
    lines = (line.strip() for line in listed.splitlines())
    return frozenset(line for line in lines if line and not line.startswith("# "))


@cache
def _context() -> CryptContext:
    # OWASP's second choice for argon2id: 19 MiB, two passes, one lane.
    return CryptContext(
        schemes=["argon2"],
        argon2__type="ID",
        argon2__memory_cost=19_456,
        argon2__time_cost=2,
        argon2__parallelism=1,
    )


@cache
def _nobody() -> str:
    return str(_context().hash("nobody has this account"))
