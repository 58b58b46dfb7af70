"""Pictures of pages that were read × every kind of person (AZ-8, O09)."""

from uuid import uuid4

import pytest
from sqlmodel import Session

from services.core import clock
from services.digitising.models import PaperReading, ReadingState
from services.storage import open_storage
from tests.walls.portal import Portal
from tests.walls.world import PRINCIPALS, Browsers, World, build_world

READERS = {"officer_same_unit"}  # keeps papers; a leader does not
KINDS = ("attachment_of_draft", "attachment_of_submitted", "result_when_ready")


@pytest.fixture(scope="module")
def world(portal: Portal) -> World:
    """A world whose files were read."""
    world = build_world(portal)
    storage = open_storage("", portal.folder / "files")
    with Session(portal.engine) as session, session.begin():
        for kind in KINDS:
            reading = PaperReading(
                dossier_id=world.owners.draft_id,
                file_id=world.owners.files[kind],
                state=ReadingState.READ,
                pages=1,
                asked_at=clock.now(),
            )
            session.add(reading)
            storage.put(reading.picture_key(0), b"\xff\xd8 a page")
    return world


@pytest.mark.parametrize("principal", PRINCIPALS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_shown_to_who_keeps_the_paper(
    world: World, browsers: Browsers, kind: str, principal: str
) -> None:
    place = f"/tep/{world.owners.files[kind]}/anh"

    page = browsers[principal].get(f"{place}/0")
    others = [browsers[principal].get(f"{place}/{n}") for n in ("1", "-1", "x")]
    nowhere = browsers[principal].get(f"/tep/{uuid4()}/anh/0")

    may = principal in READERS and kind != "attachment_of_draft"
    assert page.status_code == (200 if may else 404)
    assert {one.status_code for one in (*others, nowhere)} == {404}
    assert page.headers["cache-control"] == "private, no-store"
    if not may:
        assert page.content == nowhere.content
