"""The plain addresses of the desk × every kind of person (AZ-8)."""

from uuid import uuid4

import pytest

from tests.walls.office import Office
from tests.walls.portal import Portal
from tests.walls.world import PRINCIPALS, Browsers, Things, World, build_world

INTAKE = {"officer_same_unit"}
DESK = INTAKE | {"leader"}
NEVER = "H55.999-200101-0005"
NAMED = {"upload-metadata": "filename YS5wZGY=", "upload-length": "10"}
PIECE = {"content-type": "application/offset+octet-stream", "upload-offset": "1000"}
# Address, and who reads it; “{…}” are filled in with the owner's things.
ADDRESSES = {
    "slip": ("/in/phieu/{slip}.pdf", {"owner"} | DESK),
    "control slip": ("/in/phieu-kiem-soat/{ready}", DESK),
    "export": ("/in/bao-cao/{export}", INTAKE),
    "export not agreed to": ("/in/bao-cao/{asked}", set()),
    "draft of a result": ("/in/du-thao-ket-qua/{submitted}", INTAKE),
    "desk sheet": ("/in/cong-viec/{sheet}.xlsx", INTAKE),
    "desk receipts": ("/in/giay-hen.pdf?ma={ready}", DESK),
    "scan": ("/tep/quay/{scan}", INTAKE),
    "picture of a scan": ("/tep/quay/{scan}/trang-1", INTAKE),
    "scan by the common door": ("/tep/{scan}", set()),
    "paper asked about": ("/api/can-bo/y-kien/{opinion}/{paper}", INTAKE),
    "another paper": ("/api/can-bo/y-kien/{opinion}/{attachment}", set()),
    "own key": ("/in/ma-mang-toi-quay/{draft}.svg", {"owner"}),
}


@pytest.fixture(scope="module")
def world(portal: Portal) -> World:
    """A world of this module's own, since scans are begun in it."""
    return build_world(portal)


def filled(place: str, things: Things, office: Office) -> str:
    """Return the address of these things."""
    return place.format(
        slip=office.slip_key,
        export=office.export_id,
        asked=office.asked_export_id,
        sheet=office.sheet_id,
        opinion=office.opinion_id,
        ready=things.ready_code,
        submitted=things.submitted_code,
        draft=things.draft_id,
        scan=things.files.get("scan_at_counter", uuid4()),
        paper=things.files.get("paper_asked_about", uuid4()),
        attachment=things.files["attachment_of_submitted"],
    )


@pytest.mark.parametrize("principal", PRINCIPALS)
@pytest.mark.parametrize("named", ADDRESSES)
def test_an_address_of_the_desk_answers_whom_it_belongs_to(
    world: World, browsers: Browsers, named: str, principal: str
) -> None:
    place, readers = ADDRESSES[named]

    answer = browsers[principal].get(filled(place, world.owners, world.owners.office))
    wrong = filled(place, world.owners, Office())
    wrong = wrong.replace(world.owners.ready_code, NEVER)

    assert answer.status_code == (200 if principal in readers else 404)
    if principal not in readers:
        assert not [mark for mark in world.owners.all_marks if mark in answer.text]
        if wrong != filled(place, world.owners, world.owners.office):
            assert answer.content == browsers[principal].get(wrong).content


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_a_slip_of_what_was_filed_for_somebody_follows_the_right(
    world: World, browsers: Browsers, principal: str
) -> None:
    for things, readers in (
        (world.acted, {"owner", "delegate"} | DESK),
        (world.formerly, {"owner"} | DESK),
    ):
        answer = browsers[principal].get(f"/in/phieu/{things.office.slip_key}.pdf")
        assert answer.status_code == (200 if principal in readers else 404)


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_only_the_counter_sends_and_removes_a_scan(
    portal: Portal, world: World, browsers: Browsers, principal: str
) -> None:
    before, browser = portal.digest(), browsers[principal]
    draft, scan = (
        world.owners.office.counter_draft_id,
        world.owners.files["scan_at_counter"],
    )
    begun = browser.post(f"/api/tep/quay/{draft}/G01", headers=NAMED)
    is_ours = principal in INTAKE
    assert begun.status_code == 201 if is_ours else begun.status_code in (403, 404)
    if not is_ours:
        others = (
            browser.head(f"/api/tep/quay/{scan}"),
            browser.patch(f"/api/tep/quay/{scan}", content=b"x", headers=PIECE),
            browser.delete(f"/api/tep/quay/{scan}"),
        )
        assert {one.status_code for one in others} <= {403, 404}
        assert portal.digest() == before
