"""A province of its own for crashes, and processes that play its citizens."""

import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from itertools import chain
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine
from sqlmodel import Session, create_engine

from commands.local_postgres import LocalPostgres
from services.core import clock
from services.files.sweep import sweep
from tests.conftest import make_work
from tests.crash.actor import Plan, digest_of, play
from tests.crash.checker import Intent, find_problems
from tests.crash.journal import Journal
from tests.factories.dossiers import make_citizen, make_filing

PATIENCE = 60.0  # seconds for one life of a citizen's process


@cache
def processes() -> ForkServerContext:
    """Return what starts processes that have imported the portal already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crash.actor"])
    return context


def start(plan: Plan) -> ForkServerProcess:
    """Start a citizen's process."""
    process = processes().Process(target=play, args=(plan,))
    process.start()
    return process


def live(plan: Plan) -> int | None:
    """Let a citizen's process live until it ends; return how it did."""
    process = start(plan)
    process.join(PATIENCE)
    if process.is_alive():
        process.kill()
        process.join()
        raise AssertionError("the process hangs")
    return process.exitcode


@dataclass(frozen=True)
class World:
    """A database and a folder that no other test uses."""

    engine: Engine
    plans: tuple[Plan, ...]  # one for each citizen; intents are added later

    @property
    def store(self) -> Path:
        """Where the files lie."""
        return self.plans[0].data_folder / "files"

    def problems(self, plans: Sequence[Plan]) -> list[str]:
        """Sweep the store, as the night does, and name what is wrong then.

        The rows stay as the crash left them: a sweep far in the future would have
        files inspected once more.
        """
        later = clock.now() + timedelta(days=2)
        with Session(self.engine) as session:
            sweep(make_work(session, self.store, later))
        intents = {
            key: Intent(key, plan.account_id, digest_of(key))
            for plan in plans
            for key in plan.intents
        }
        journals = {plan.journal for plan in plans}
        lines = chain.from_iterable(Journal(path).lines() for path in journals)
        return find_problems(self.engine, self.store, [*intents.values()], lines)


@contextmanager
def open_world(
    postgres: LocalPostgres, template: str, folder: Path, citizens: int = 1
) -> Iterator[World]:
    """Make a unit, a procedure and citizens who have not filed anything yet."""
    name = f"crash_{uuid4().hex[:8]}"
    url = postgres.create_database(name, template=template)
    engine = create_engine(url)
    with Session(engine, expire_on_commit=False) as session, session.begin():
        filing = make_filing(session)
        people = [make_citizen(session) for _ in range(citizens)]
    plan = Plan(
        database_url=url,
        data_folder=folder,
        journal=folder / "journal",
        account_id=filing.account.id,
        agency_id=filing.agency.id,
        procedure_code=filing.procedure.code,
        intents=(),
    )
    try:
        yield World(
            engine,
            tuple(
                replace(plan, account_id=one.id, journal=folder / f"journal.{number}")
                for number, one in enumerate(people)
            ),
        )
    finally:
        engine.dispose()
        postgres.drop_database(name)
