"""A dossier that always fails, and a system that hangs, keep nobody waiting (F-16, OB-4, OB-6).

The worker is played: it begins jobs in the order of the table, so many at once as it
has hands, and the clock goes on by what a try takes. Counted are tries, not seconds.
"""

import heapq
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from services.outbox.claim import claim
from services.outbox.courier import Answer, Outcome, Parcel
from services.outbox.models import OutboxMessage, Outward
from services.outbox.note_try import note_try
from services.outbox.rules import MOST_AT_ONCE
from services.work import Work
from tests.conftest import NOON
from tests.factories.dossiers import make_draft, make_filing
from tests.services.outbox.owing import (
    DONE,
    SYSTEM_TOLD,
    PlayedCourier,
    at,
    happens,
    messages,
    told,
)

DOSSIERS = 100
OTHER = Outward.LAND  # hangs, where one does
EVENTS = {SYSTEM_TOLD: 2, OTHER: 1}  # messages of one “received” to each
A_TRY, A_HANG = timedelta(seconds=1), timedelta(seconds=30)
REFUSED = Answer(Outcome.REFUSED, "-1", "Sai dữ liệu")
SILENT = Answer(Outcome.UNAVAILABLE, "unavailable")

Judge = Callable[[Parcel], Answer]
NEXT_JOB = """
    update procrastinate_jobs set status = 'succeeded' where id = (
        select id from procrastinate_jobs
        where task_name = 'outbox.carry' and status = 'todo'
          and (scheduled_at is null or scheduled_at <= :now)
          and not (lock = any(:held))
        order by id limit 1)
    returning args ->> 'system', args ->> 'thread_id', lock
"""


class Played:
    """A worker with so many hands, and a clock that goes by what tries take."""

    def __init__(
        self, work: Work, hands: int, judge: Judge, begun: datetime = NOON
    ) -> None:
        self.work, self.hands, self.judge = work, hands, judge
        self.begun = self.now = begun
        self.tries: list[tuple[UUID | None, Outward, datetime]] = []
        self._busy: list[tuple[datetime, int, Parcel, str]] = []
        self._courier = PlayedCourier()

    def go_on(self, until: timedelta) -> None:
        """Work until a moment."""
        while self.now < self.begun + until:
            while len(self._busy) < self.hands and self._begin():
                pass
            ends = self._busy[0][0] if self._busy else self.now + A_TRY
            self.now = max(self.now, ends)
            while self._busy and self._busy[0][0] <= self.now:
                self._end(*heapq.heappop(self._busy)[2:])

    def arrived(self, system: Outward) -> list[OutboxMessage]:
        """Return what a system has."""
        return [one for one in messages(self.work, system) if one.settled_at]

    def _begin(self) -> bool:
        held = [lock for *_, lock in self._busy]
        job = self.work.session.execute(
            text(NEXT_JOB), {"now": self.now, "held": held}
        ).first()
        if job is None:
            return False
        self._take(Outward(job[0]), UUID(job[1]), job[2])
        return True

    def _take(self, system: Outward, thread: UUID, lock: str) -> None:
        parcel = claim(at(self.work, self.now), self._courier, system, thread)
        self.work.session.flush()
        if parcel is None:
            return
        self.tries.append((parcel.dossier_id, system, self.now))
        spent = A_HANG if self.judge(parcel) is SILENT else A_TRY
        row = (self.now + spent, len(self.tries), parcel, lock)
        heapq.heappush(self._busy, row)

    def _end(self, parcel: Parcel, lock: str) -> None:
        here, answer = at(self.work, self.now), self.judge(parcel)
        assert parcel.dossier_id
        if note_try(here, self._courier, parcel.id, answer, 0):
            self._take(parcel.system, parcel.dossier_id, lock)
        self.work.session.flush()


@pytest.fixture
def threads(work: Work) -> list[UUID]:
    filing = make_filing(work.session)
    return [make_draft(work.session, filing).id for _ in range(DOSSIERS)]


def owed(work: Work, threads: list[UUID], *systems: Outward) -> Work:
    """Let something happen to every dossier."""
    here = told(work, *systems)
    for one in threads:
        happens(here, dossier_id=one)
    return here


def needed(played: Played, others: set[UUID]) -> int:
    """Return how many tries it took until all the others had arrived."""
    last = max(
        number
        for number, (thread, system, _) in enumerate(played.tries, 1)
        if system is SYSTEM_TOLD and thread in others
    )
    return last


@pytest.mark.parametrize("poison", [REFUSED, SILENT], ids=["refused", "silent"])
def test_one_dossier_in_a_hundred_that_always_fails_costs_the_others_nothing(
    work: Work, threads: list[UUID], poison: Answer
) -> None:
    bad, others = threads[7], set(threads) - {threads[7]}
    here = owed(work, threads, SYSTEM_TOLD)
    played = Played(
        here, 2, lambda parcel: poison if parcel.dossier_id == bad else DONE
    )

    played.go_on(timedelta(minutes=3))

    mine = [one for one in played.arrived(SYSTEM_TOLD) if one.dossier_id in others]
    assert len(mine) == len(others) * EVENTS[SYSTEM_TOLD]
    clean = len(others) * EVENTS[SYSTEM_TOLD]  # one try a message
    assert clean / needed(played, others) >= 0.9
    per_message = Counter(one for one, *_ in played.tries if one in others)
    assert set(per_message.values()) == {EVENTS[SYSTEM_TOLD]}  # none was tried twice


def test_a_system_that_hangs_keeps_no_other_waiting(
    work: Work, threads: list[UUID]
) -> None:
    """With hands for every system, what hangs fills its own and no more."""
    hands = MOST_AT_ONCE * 2  # of two systems: see commands/worker.py

    def took(mine: list[UUID], other: Answer, begun: datetime) -> timedelta:
        here = owed(at(work, begun), mine, SYSTEM_TOLD, OTHER)
        played = Played(
            here, hands, lambda one: other if one.system is OTHER else DONE, begun
        )
        played.go_on(timedelta(seconds=75))
        arrived = [m for m in played.arrived(SYSTEM_TOLD) if m.dossier_id in mine]
        assert len(arrived) == len(mine) * EVENTS[SYSTEM_TOLD]
        return max(one.settled_at for one in arrived if one.settled_at) - begun

    clean = took(threads[:30], DONE, NOON)
    hanging = took(threads[30:60], SILENT, NOON + timedelta(hours=1))

    assert clean / hanging >= 0.9
    tries = [m.tries for m in messages(work, OTHER) if m.dossier_id in threads[30:60]]
    assert sum(tries) < len(tries) / 2  # most were not even asked: the breaker is open


def test_the_order_of_each_dossier_is_kept(work: Work, threads: list[UUID]) -> None:
    here = owed(work, threads[:10], SYSTEM_TOLD)
    for one in threads[:10]:
        happens(here, "processing", dossier_id=one)
    Played(here, 4, lambda _: DONE).go_on(timedelta(minutes=1))
    rows = [one for one in messages(here) if one.settled_at]
    assert len(rows) == 40
    for thread in threads[:10]:
        mine = [one for one in rows if one.dossier_id == thread]
        moments = [one.settled_at for one in sorted(mine, key=lambda m: m.sequence)]
        assert moments == sorted(moments, key=str)
