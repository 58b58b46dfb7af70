"""Slow the guessing of dossier codes (R40, RL-3)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, delete, func, select

from services.accounts.prove_human import HumanProof, prove_human
from services.core.errors import TooMany
from services.dossiers.models import LookUpAsked
from services.work import Work

WINDOW = timedelta(minutes=10)
FREE = 3  # look-ups of one browser before a proof is asked for (C16)
# Offices and mobile networks share addresses, so these stay generous (RL-2).
PER_ADDRESS = 120
FREE_PER_ADDRESS = 60  # a program that keeps no cookie meets the proof here
KEPT = timedelta(days=1)


@dataclass(frozen=True)
class AskedLookUp:
    """Whether the look-up may go on; if not, what the page must show."""

    problems: dict[str, str] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Say whether the code may be looked up now."""
        return not self.problems


def ask_look_up(work: Work, proof: HumanProof | None = None) -> AskedLookUp:
    """Count a look-up before it is made, in a transaction of its own.

    After three a picture code or a computed proof is asked for. Refusals are
    returned: raising would undo the counting. People signed in are known, and
    pass.
    """
    if work.actor.account_id is not None:
        return AskedLookUp()
    mine, near = _asked(work)
    if near >= PER_ADDRESS:
        raise TooMany(work.now + WINDOW)
    if mine >= FREE or near >= FREE_PER_ADDRESS or not work.actor.browser:
        if proof is None:
            return AskedLookUp({"picture": "picture_needed"})
        if not prove_human(work, proof):
            return AskedLookUp({"picture": "picture_wrong"})
    work.session.add(
        LookUpAsked(at=work.now, browser=work.actor.browser, address=work.actor.address)
    )
    work.session.flush()
    return AskedLookUp()


def forget_look_ups(work: Work) -> int:
    """Remove the counts of days gone by; the nightly job calls this."""
    old = delete(LookUpAsked).where(col(LookUpAsked.at) < work.now - KEPT)
    return int(work.session.exec(old).rowcount)


def _asked(work: Work) -> tuple[int, int]:
    """Count what this browser and this address asked within the window."""
    since: datetime = work.now - WINDOW
    mine: Any = col(LookUpAsked.browser) == work.actor.browser  # Any: SQL condition
    near: Any = col(LookUpAsked.address) == work.actor.address
    row = work.session.exec(
        select(func.count().filter(mine), func.count().filter(near)).where(
            col(LookUpAsked.at) > since, mine | near
        )
    ).one()
    return row[0], row[1]
