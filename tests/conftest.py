"""One PostgreSQL for the whole run; every test in a transaction of its own."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import httpx
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine
from sqlmodel import Session, create_engine

from commands.local_postgres import LocalPostgres
from services.procedures.load_agencies import load_agencies
from services.procedures.load_seed import load_seed
from services.province import province
from services.storage import open_storage
from services.work import SYSTEM, Work
from tests.fakes import fake_systems

ROOT = Path(__file__).resolve().parent.parent
NOON = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # Monday 09:00 in the province
SECRET = b"a secret of the tests, long enough to be one"
# Outside tests/crash no power is cut: what is written need not reach the disk.
IN_HASTE = "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the journeys last: an open browser keeps an event loop in this thread,
    beside which no other test could run a loop of its own."""
    items.sort(key=lambda item: "journeys" in item.path.parts)


@pytest.fixture(scope="session", autouse=True)
def authorities_are_read_once() -> Iterator[None]:
    """Every HTTP client reads the file of authorities anew, for 40 ms each."""
    with pytest.MonkeyPatch.context() as patch:
        once = cache(httpx.create_ssl_context)
        patch.setattr("httpx._transports.default.create_ssl_context", once)
        yield


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalPostgres]:
    """The embedded server, in a folder of this run."""
    server = LocalPostgres(tmp_path_factory.mktemp("pg"))
    server.start()
    assert server.process
    with (server.cluster / "postgresql.conf").open("a") as rules:
        rules.write(IN_HASTE)
    server.process.send_signal(signal.SIGHUP)  # the rules are read again
    yield server
    server.stop()


@pytest.fixture(scope="session")
def template(postgres: LocalPostgres) -> str:
    """A database with the whole schema."""
    return migrate(postgres)


def migrate(postgres: LocalPostgres) -> str:
    """Make a database with the migrations themselves, and return its name."""
    postgres.create_database("template_dvc")
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.set_main_option("sqlalchemy.url", postgres.url_of("template_dvc"))
    command.upgrade(config, "head")
    return "template_dvc"


@pytest.fixture(scope="session")
def engine(postgres: LocalPostgres, template: str) -> Iterator[Engine]:
    """The database of tests that roll back."""
    postgres.create_database("shared_dvc", template=template)
    engine = create_engine(postgres.url_of("shared_dvc"))
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def seeded_engine(postgres: LocalPostgres, template: str) -> Iterator[Engine]:
    """The same with the units and the procedures that come with the portal."""
    engine = create_engine(postgres.create_database("seeded_dvc", template=template))
    with Session(engine) as session, session.begin():
        work = make_work(session, Path())
        load_agencies(work)
        load_seed(work)
    yield engine
    engine.dispose()


@pytest.fixture
def scratch_engine(postgres: LocalPostgres, template: str) -> Iterator[Engine]:
    """A database of its own, for a test that must commit."""
    name = f"scratch_{os.urandom(4).hex()}"
    postgres.create_database(name, template=template)
    engine = create_engine(postgres.url_of(name), pool_size=30)
    yield engine
    engine.dispose()
    postgres.drop_database(name)


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session whose every change is rolled back, even what it commits."""
    with engine.connect() as connection, rolled_back(connection) as session:
        yield session


@contextmanager
def rolled_back(connection: Connection) -> Iterator[Session]:
    """Open a session on a connection, and undo all it did there, but nothing else."""
    begin = connection.begin_nested if connection.in_transaction() else connection.begin
    transaction = begin()
    with Session(
        connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
    ) as session:
        yield session
    transaction.rollback()


def make_work(session: Session, folder: Path, now: datetime = NOON) -> Work:
    """Return a unit of work as the system, with fakes for other systems."""
    return Work(
        session=session,
        actor=SYSTEM,
        now=now,
        systems=fake_systems(),
        storage=open_storage("", folder),
        province=province("thai-nguyen"),
        secret=SECRET,
    )


@pytest.fixture
def work(session: Session, tmp_path: Path) -> Work:
    """What a use case is handed."""
    return make_work(session, tmp_path / "files")


@pytest.fixture
def seeded_work(seeded_engine: Engine, tmp_path: Path) -> Iterator[Work]:
    """The same over the database that holds units and procedures."""
    with seeded_engine.connect() as connection, rolled_back(connection) as session:
        yield make_work(session, tmp_path / "files")
