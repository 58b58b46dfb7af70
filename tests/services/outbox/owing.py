"""A province whose systems are told, a courier that plays them, and a worker in place."""

import dataclasses
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlmodel import col, select

from services.accounts.register import Opener
from services.core.errors import SystemUnavailable
from services.outbox.carry import carry
from services.outbox.courier import Answer, CannotSay, Outcome, Parcel
from services.outbox.followers import Happened
from services.outbox.models import OutboxMessage, Outward
from services.outbox.owe import owe_followers
from services.work import SYSTEM, Systems, Work

SYSTEM_TOLD = Outward.SOCIAL_ASSISTANCE
PROCEDURE = "9.000001"
DONE = Answer(Outcome.DELIVERED, "0", "Thành công", "BTXH-1")


@dataclasses.dataclass
class PlayedCourier:
    """Answers what it is told to, and keeps what it was handed."""

    answers: list[Answer | Exception] = dataclasses.field(default_factory=list)
    handed: list[Parcel] = dataclasses.field(default_factory=list)
    settled: list[UUID] = dataclasses.field(default_factory=list)
    lacks: str = ""
    meanwhile: Callable[[], None] | None = None

    def compose(self, work: Work, message: OutboxMessage) -> dict[str, Any]:
        """Say which message it is, unless a field lacks."""
        if self.lacks:
            raise CannotSay(self.lacks)
        return {"MaHoSo": str(message.thread_id), "So": message.sequence}

    def hand_over(self, systems: Systems, parcel: Parcel) -> Answer:
        """Keep it, and answer what comes next; afterwards always yes."""
        self.handed.append(parcel)
        if self.meanwhile:
            self.meanwhile()
        answer = self.answers.pop(0) if self.answers else DONE
        if isinstance(answer, Exception):
            raise answer
        return answer

    def settle(self, work: Work, message: OutboxMessage, answer: Answer) -> None:
        """Keep which arrived."""
        self.settled.append(message.id)


def silent(retry_after: float | None = None) -> SystemUnavailable:
    """Return what an adapter raises when nobody answers."""
    return SystemUnavailable("there", retry_after)


def told(work: Work, *systems: Outward, procedure: str = PROCEDURE) -> Work:
    """Return the same work in a province whose systems follow a procedure."""
    followed = {str(one): {"procedures": [procedure]} for one in systems}
    profile = {**work.province.profile, "systems": followed}
    province = dataclasses.replace(work.province, profile=profile)
    return dataclasses.replace(work, province=province)


def happens(work: Work, event: str = "received", **values: Any) -> Happened:
    """Let something happen to a dossier, a new one unless it is named."""
    given = {
        "dossier_id": None,
        "cause_id": uuid4(),
        "event": event,
        "procedure_code": PROCEDURE,
        "agency_id": None,
    }
    happened = Happened(**{**given, **values})
    owe_followers(work, happened)
    work.session.flush()
    return happened


def messages(work: Work, system: Outward = SYSTEM_TOLD) -> list[OutboxMessage]:
    """Return what a system is owed, in order."""
    query = select(OutboxMessage).where(OutboxMessage.system == system)
    ordered = query.order_by(col(OutboxMessage.sequence))
    return list(work.session.exec(ordered.execution_options(populate_existing=True)))


def at(work: Work, moment: datetime) -> Work:
    """Return the same work at another moment, as the worker."""
    return dataclasses.replace(work, now=moment, actor=SYSTEM)


def in_place(work: Work) -> Opener:
    """Return what runs use cases in the test's own transaction."""

    def run(use_case: Any, *args: Any, **kwargs: Any) -> Any:
        # Any: whatever a use case takes and returns.
        found = use_case(work, *args, **kwargs)
        work.session.flush()
        return found

    return partial(run)


def carried(
    work: Work, courier: PlayedCourier, thread_id: UUID, system: Outward = SYSTEM_TOLD
) -> int:
    """Carry a thread, as the worker does; return how many arrived."""
    return carry(in_place(work), {system: courier}, system, thread_id)


def jobs(work: Work) -> list[tuple[str, Any]]:
    """Return the lock and the moment of every job of the ledger, the oldest first."""
    query = (
        "select lock, scheduled_at from procrastinate_jobs"
        " where task_name = 'outbox.carry' order by id"
    )
    return [tuple(row) for row in work.session.execute(text(query))]
