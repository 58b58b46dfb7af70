"""A server of these tests' own, on which every write reaches the disk."""

from collections.abc import Iterator

import pytest

from commands.local_postgres import LocalPostgres
from tests.conftest import migrate


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalPostgres]:
    """The embedded server as the portal runs it."""
    with LocalPostgres(tmp_path_factory.mktemp("pg")) as server:
        yield server


@pytest.fixture(scope="session")
def template(postgres: LocalPostgres) -> str:
    """A database with the whole schema."""
    return migrate(postgres)
