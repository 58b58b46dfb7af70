"""Builds broken on purpose: the checker must catch every one of them.

Only a process that plays a citizen is ever broken, and only in its memory.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import uuid4

import obstore
from sqlalchemy import text
from sqlmodel import Session

from services import jobs, runtime
from services.core.clock import local_day
from services.core.identifiers import DossierCode, format_code
from services.dossiers import begin_draft, submit
from services.files import finish
from services.storage import Storage
from services.work import Work


def break_build(name: str) -> None:
    """Break this process in the way that is named; an empty name breaks nothing."""
    if name:
        BREAKS[name]()


def _number_by_sequence() -> None:
    """A sequence gives nothing back when the transaction is undone."""

    def next_code(session: Session, agency_code: str, moment: datetime) -> DossierCode:
        with Session(runtime.engine()) as apart, apart.begin():
            apart.execute(text("create sequence if not exists broken_numbers"))
            number = apart.execute(text("select nextval('broken_numbers')"))
            return format_code(agency_code, local_day(moment), number.scalar_one())

    submit.next_code = next_code  # type: ignore[attr-defined]


def _forget_the_intent() -> None:
    """Every click bears a draft of its own."""
    begin = begin_draft.begin_draft

    def begin_anew(
        work: Work, procedure_code: str, intent_key: str
    ) -> begin_draft.DraftBirth:
        return begin(work, procedure_code, uuid4().hex)

    begin_draft.begin_draft = begin_anew


def _join_short() -> None:
    """The last byte never reaches the store."""

    def join(self: Storage, parts: Iterable[str], key: str) -> None:
        whole = b"".join(self.read(part) for part in parts)
        obstore.put(self.store, key, whole[:-1])

    Storage.join = join  # type: ignore[method-assign]


def _defer_apart() -> None:
    """The job is asked for in a transaction of its own."""

    def defer(
        session: Session,
        task: str,
        lock: str | None = None,
        at: datetime | None = None,
        queue: str = jobs.HERE,
        **arguments: str | int,
    ) -> None:
        with Session(runtime.engine()) as apart, apart.begin():
            jobs.defer(apart, task, lock, at, queue, **arguments)

    finish.defer = defer  # type: ignore[attr-defined]


def _reply_before_commit() -> None:
    """Nothing to patch: the actor itself hears the answer too early."""


BREAKS: dict[str, Callable[[], None]] = {
    "no-counter-row": _number_by_sequence,
    "no-intent-key": _forget_the_intent,
    "short-object": _join_short,
    "job-outside": _defer_apart,
    "reply-before-commit": _reply_before_commit,
}
