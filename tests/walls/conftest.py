"""One served portal for the whole folder, and a world of people in it."""

from collections.abc import Iterator

import pytest
from sqlmodel import create_engine

from commands.local_postgres import LocalPostgres
from tests.walls.portal import Portal, serve
from tests.walls.world import PRINCIPALS, Browsers, World, build_world, sign_in


@pytest.fixture(scope="session")
def portal(
    postgres: LocalPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Portal]:
    """The portal, served from a database of its own."""
    engine = create_engine(postgres.create_database("walls_dvc", template=template))
    with serve(engine, tmp_path_factory.mktemp("walls")) as served:
        yield served
    engine.dispose()
    postgres.drop_database("walls_dvc")


@pytest.fixture(scope="session")
def world(portal: Portal) -> World:
    """Two units, two citizens, and one person of every kind."""
    return build_world(portal)


@pytest.fixture(scope="module")
def browsers(portal: Portal, world: World) -> Browsers:
    """One browser for each kind of person."""
    return {name: portal.client(sign_in(portal, world, name)) for name in PRINCIPALS}
