"""The composition root: settings to engine, adapters and units of work."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, create_engine

from services import schema
from services.audit.refuse import record_refusal
from services.core import clock
from services.core.errors import Forbidden, NotFound
from services.province import province
from services.settings import Settings, settings
from services.storage import Storage, open_storage
from services.systems import systems
from services.work import Actor, Work

P = ParamSpec("P")
T = TypeVar("T")

ATTEMPTS = 5  # a deadlock or serialization failure is tried again (NUM-3)
RETRYABLE = {"40001", "40P01"}


def database_url(chosen: Settings) -> str:
    """Return the address of the database, in SQLAlchemy's form."""
    url = chosen.database_url
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def connection_address() -> str:
    """Return the address of the database, as its own client takes it."""
    return database_url(settings()).replace("+psycopg", "", 1)


@cache
def engine() -> Engine:
    """Return this process's engine: as many connections as worker threads."""
    assert schema.metadata.tables  # the metadata is whole before the first query
    return create_engine(
        database_url(settings()), pool_size=16, max_overflow=16, pool_pre_ping=True
    )


@cache
def storage() -> Storage:
    """Return where this deployment keeps its files."""
    return open_storage(settings().storage_url, settings().data_folder / "files")


@contextmanager
def open_work(actor: Actor) -> Iterator[Work]:
    """Open one transaction; it commits when the block ends without error."""
    with Session(engine(), expire_on_commit=False) as session, session.begin():
        yield build_work(session, actor)


def build_work(session: Session, actor: Actor) -> Work:
    """Return the work of this session, as this person, now."""
    return Work(
        session=session,
        actor=actor,
        now=clock.now(),
        systems=systems(),
        storage=storage(),
        province=province(settings().profile),
        secret=settings().secret.get_secret_value().encode(),
    )


def run(
    actor: Actor,
    use_case: Callable[Concatenate[Work, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Run a use case in a transaction of its own; retry what deadlocked.

    A refusal for want of rights leaves an audit row of its own, since the
    transaction it happened in is gone (AZ-4).
    """
    for attempt in range(ATTEMPTS):
        try:
            with open_work(actor) as work:
                return use_case(work, *args, **kwargs)
        except (NotFound, Forbidden):
            with open_work(actor) as work:
                record_refusal(work, getattr(use_case, "__name__", "use_case"))
            raise
        except OperationalError as error:
            state = getattr(error.orig, "sqlstate", "")
            if state not in RETRYABLE or attempt == ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable")
