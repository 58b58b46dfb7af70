"""How each system stands: waiting, refused, oldest, last answer, breaker (A07, O12)."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, func, select

from services.outbox.followers import OF_THEIRS, procedures_of
from services.outbox.models import MessageState, OutboxMessage, Outward, SystemGate
from services.outbox.rules import is_shut
from services.outbox.scope import of_unit, require_counter
from services.work import Work

M = OutboxMessage


@dataclass(frozen=True)
class SystemLine:
    """One system."""

    system: Outward
    is_on: bool  # of this province's profile
    is_paused: bool
    pause_reason: str
    is_resting: bool  # the breaker is open: it did not answer
    rests_until: datetime | None
    answered_at: datetime | None
    failed_at: datetime | None
    waiting: int
    refused: int
    dead: int
    delivered: int
    oldest_waiting: datetime | None

    @property
    def needs_somebody(self) -> bool:
        """Tell whether a message stands still until a person acts."""
        return bool(self.refused or self.dead)


def show_systems(work: Work) -> tuple[SystemLine, ...]:
    """Return every system with the unit's own counts, in two statements."""
    require_counter(work)
    counts: dict[tuple[Outward, MessageState], int] = {}
    oldest: dict[Outward, datetime] = {}
    query = (
        select(M.system, M.state, func.count(), func.min(M.written_at))
        .where(of_unit(work))
        .group_by(col(M.system), col(M.state))
    )
    for system, state, count, first in work.session.exec(query):
        counts[Outward(system), MessageState(state)] = int(count)
        if state is MessageState.WAITING and first:
            oldest[Outward(system)] = first
    gates = {gate.system: gate for gate in work.session.exec(select(SystemGate))}
    return tuple(
        _line(work, gates.get(system) or SystemGate(system=system), counts, oldest)
        for system in Outward
    )


def _line(
    work: Work,
    gate: SystemGate,
    counts: dict[tuple[Outward, MessageState], int],
    oldest: dict[Outward, datetime],
) -> SystemLine:
    system = Outward(gate.system)
    is_paused = gate.paused_at is not None
    return SystemLine(
        system=system,
        # What hands dossiers over follows no procedures: it is told of its own.
        is_on=system in OF_THEIRS or bool(procedures_of(work.province, system)),
        is_paused=is_paused,
        pause_reason=gate.pause_reason,
        is_resting=is_shut(gate, work.now) and not is_paused,
        rests_until=gate.open_until,
        answered_at=gate.answered_at,
        failed_at=gate.failed_at,
        waiting=counts.get((system, MessageState.WAITING), 0),
        refused=counts.get((system, MessageState.REFUSED), 0),
        dead=counts.get((system, MessageState.DEAD), 0),
        delivered=counts.get((system, MessageState.DELIVERED), 0),
        oldest_waiting=oldest.get(system),
    )
