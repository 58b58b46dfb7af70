"""Ask the registry what became of declarations, a few at a time, in no transaction."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.register import Opener
from services.civil_status.models import CaseState, CivilStatusCase
from services.civil_status.note_declared import case_of
from services.civil_status.note_entry import note_entry, note_lost
from services.core.errors import Forbidden, SystemUnavailable
from services.dossiers.models import Dossier
from services.integrations.civil_status_registry.port import Entry
from services.work import Work

CLOSED = (CaseState.DONE, CaseState.REFUSED)
AT_ONCE = 5  # their answer carries the papers: a larger one would be refused
BATCH = 100  # of one run; who waits longest is asked first
NEW = timedelta(minutes=10)  # they have a moment to write down what they took


@dataclass(frozen=True)
class Followed:
    """One declaration that has no end yet."""

    dossier_id: UUID
    code: str
    module: str
    unit: str
    is_new: bool
    asked_at: datetime | None = None  # when it was last answered


def pull_entries(opener: Opener) -> int:
    """Read what changed; return how many answered. Silence ends the round."""
    modules: dict[str, list[Followed]] = defaultdict(list)
    for one in opener(open_cases):
        modules[one.module].append(one)
    count = 0
    for module, cases in modules.items():
        for begin in range(0, len(cases), AT_ONCE):
            try:
                count += _pull(opener, module, cases[begin : begin + AT_ONCE])
            except SystemUnavailable:
                return count  # the next round begins with those not asked yet
    return count


def open_cases(work: Work) -> tuple[Followed, ...]:
    """Return the declarations still open, the longest unasked first."""
    if not work.actor.is_system:
        raise Forbidden("system")
    query = (
        select(CivilStatusCase, Dossier.code)
        .join(Dossier, col(Dossier.id) == CivilStatusCase.dossier_id)
        .where(col(CivilStatusCase.state).not_in(CLOSED))
        .order_by(col(CivilStatusCase.asked_at).nulls_first())
        .limit(BATCH)
    )
    return tuple(
        Followed(
            case.dossier_id,
            code or "",
            case.module,
            case.unit,
            is_new=case.declared_at + NEW > work.now,
            asked_at=case.asked_at,
        )
        for case, code in work.session.exec(query)
    )


def ask_entries(work: Work, module: str, codes: tuple[str, ...]) -> tuple[Entry, ...]:
    """Put the question; the session is not used."""
    return work.systems.ministries.civil_status_registry.entries(module, codes)


def ask_state(work: Work, one: Followed) -> Entry | None:
    """Ask whether they know one at all."""
    return work.systems.ministries.civil_status_registry.state_of(one.unit, one.code)


def note_answer(work: Work, one: Followed, entry: Entry | None) -> None:
    """Keep an answer; one that a later question overtook is older, and counts no more."""
    case = case_of(work, one.dossier_id, lock=True)
    if case is None or case.asked_at != one.asked_at:
        return
    if entry is not None:
        note_entry(work, one.dossier_id, entry)
    elif not one.is_new:
        note_lost(work, one.dossier_id)


def _pull(opener: Opener, module: str, cases: list[Followed]) -> int:
    found = opener(ask_entries, module, tuple(one.code for one in cases))
    entries = {entry.code: entry for entry in found}
    for one in cases:
        entry = entries.get(one.code) or opener(ask_state, one)
        opener(note_answer, one, entry)
    return len(entries)
