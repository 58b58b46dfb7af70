"""Codes of shares: ten characters, kept as a keyed hash, guessed at slowly."""

import secrets
from datetime import timedelta

from sqlmodel import col, func, select

from services.accounts.keys import keyed_hash
from services.core.text import clean, without_hidden
from services.vault.models import ShareAttempt
from services.work import Work

PURPOSE = "share of a document"
LETTERS = "ACDEFHJKMNPRTVWXY34679"  # none of them looks like another on paper
LENGTH = 10  # 44 bits: no guessing within the limits below
WINDOW = timedelta(minutes=15)
PER_BROWSER = 5  # wrong codes within the window
PER_ADDRESS = 60  # offices and mobile networks share addresses (RL-2)
KEPT = timedelta(days=1)


def new_code() -> str:
    """Return a code to be shown once."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def code_hash(secret: bytes, code: str) -> str:
    """Return what is kept of a code."""
    return keyed_hash(secret, PURPOSE, code)


def read_code(text: str) -> str:
    """Read a code however it was typed, or return nothing."""
    bare = clean(without_hidden(text[:60])).upper().replace("-", "").replace(" ", "")
    is_one = len(bare) == LENGTH and not set(bare) - set(LETTERS)
    return bare if is_one else ""


def is_guessing(work: Work) -> bool:
    """Tell whether this browser or network has given too many wrong codes."""
    since = work.now - WINDOW
    for column, value, most in (
        (ShareAttempt.browser, work.actor.browser, PER_BROWSER),
        (ShareAttempt.address, work.actor.address, PER_ADDRESS),
    ):
        wrong = select(func.count(col(ShareAttempt.id))).where(
            column == value, col(ShareAttempt.at) > since
        )
        if work.session.exec(wrong).one() >= most:
            return True
    return False


def note_wrong(work: Work) -> None:
    """Count one more wrong code."""
    work.session.add(
        ShareAttempt(
            at=work.now, browser=work.actor.browser, address=work.actor.address
        )
    )
    work.session.flush()
