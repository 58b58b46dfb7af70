"""The tables of places, loaded once for all tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlmodel import Session

from commands.local_postgres import LocalPostgres
from services.places.load_places import load_places
from services.work import Work
from tests.conftest import make_work


@pytest.fixture(scope="session")
def places_url(postgres: LocalPostgres, template: str) -> str:
    """A database in which the places are loaded for good."""
    postgres.create_database("places_dvc", template=template)
    url = postgres.url_of("places_dvc")
    engine = create_engine(url)
    with Session(engine) as session:
        load_places(make_work(session, Path()))
        session.commit()
    engine.dispose()
    return url


@pytest.fixture
def work(places_url: str, tmp_path: Path) -> Iterator[Work]:
    """What a use case is handed, with every place at hand."""
    engine = create_engine(places_url)
    with Session(engine) as session:
        yield make_work(session, tmp_path)
    engine.dispose()
