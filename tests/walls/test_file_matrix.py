"""Every kind of file × every kind of person × view, replace, remove (AZ-8, UP-9)."""

from uuid import uuid4

import pytest
from sqlmodel import Session, select

from dvc_app.wording import check_paper as wording
from services.core import clock
from services.dossiers.models import Dossier
from services.files.models import StoredFile
from services.papers.check_keys import PaperKind, check_key
from services.processing.models import DossierReceipt
from tests.conftest import make_work
from tests.walls.portal import Portal
from tests.walls.world import PDF, PRINCIPALS, Browsers, World, build_world

DESK = {"officer_same_unit", "leader"}
READERS = {
    "attachment_of_draft": {"owner"},
    "attachment_of_submitted": {"owner"} | DESK,
    "result_before_ready": DESK,
    "result_when_ready": {"owner"} | DESK,
    "paper_of_vault": {"owner"},
    "answer_of_supplement": {"owner"},  # until it is handed in
    "file_of_message": {"owner"} | DESK,
    "file_being_written": {"owner"},
}
# Filed for the owner by somebody else: the owner has no part in the draft nor in
# what is not sent yet, and whose right has ended keeps their draft and their own
# papers alone.
READERS_OF_ACTED = {
    "attachment_of_draft": {"delegate"},
    "attachment_of_submitted": {"owner", "delegate"} | DESK,
    "result_before_ready": DESK,
    "result_when_ready": {"owner", "delegate"} | DESK,
    "paper_of_vault": {"delegate"},
    "answer_of_supplement": {"delegate"},
    "file_of_message": {"owner", "delegate"} | DESK,
    "file_being_written": {"delegate"},
}
READERS_OF_FORMER = {
    "attachment_of_draft": {"expired_delegate"},
    "attachment_of_submitted": {"owner"} | DESK,
    "result_before_ready": DESK,
    "result_when_ready": {"owner"} | DESK,
    "paper_of_vault": {"expired_delegate"},
    "answer_of_supplement": set(),
    "file_of_message": {"owner"} | DESK,
    "file_being_written": set(),
}
# Removing: a draft's file by its owner, nothing that was handed in by anybody.
REMOVAL = {
    "attachment_of_draft": 204,
    "attachment_of_submitted": 409,
    "paper_of_vault": 204,
    "answer_of_supplement": 204,
    "file_of_message": 409,
    "file_being_written": 204,
}
PIECE = {"content-type": "application/offset+octet-stream", "upload-offset": "1000"}


@pytest.fixture(scope="module")
def world(portal: Portal) -> World:
    """A world of this module's own, since files are removed in it."""
    return build_world(portal)


def row_of(portal: Portal, world: World, kind: str) -> StoredFile:
    """Return the row of a file, as the database has it."""
    with Session(portal.engine) as session:
        return session.get_one(StoredFile, world.owners.files[kind])


@pytest.mark.parametrize("principal", PRINCIPALS)
@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("part", ["", "/trang-1"], ids=["file", "thumbnail"])
def test_a_file_is_shown_to_its_readers(
    world: World, browsers: Browsers, kind: str, principal: str, part: str
) -> None:
    answer = browsers[principal].get(f"/tep/{world.owners.files[kind]}{part}")
    nowhere = browsers[principal].get(f"/tep/{uuid4()}{part}")
    may = principal in READERS[kind]
    assert answer.status_code == (200 if may else 404)
    assert nowhere.status_code == 404
    if may:
        assert answer.content == PDF
        assert answer.headers["cache-control"] == "private, no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
    else:
        assert answer.content == nowhere.content
        assert dict(answer.headers) | {"date": ""} == dict(nowhere.headers) | {
            "date": ""
        }


@pytest.mark.parametrize("principal", PRINCIPALS)
@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("part", ["", "/trang-1"], ids=["file", "thumbnail"])
def test_a_file_sent_for_somebody_is_shown_while_the_right_holds(
    world: World, browsers: Browsers, kind: str, principal: str, part: str
) -> None:
    for things, readers in (
        (world.acted, READERS_OF_ACTED),
        (world.formerly, READERS_OF_FORMER),
    ):
        answer = browsers[principal].get(f"/tep/{things.files[kind]}{part}")
        may = principal in readers[kind]
        assert answer.status_code == (200 if may else 404)


@pytest.mark.parametrize("kind", [kind for kind in REMOVAL if kind != "paper_of_vault"])
def test_whose_right_has_ended_neither_asks_after_a_file_nor_touches_it(
    portal: Portal, world: World, browsers: Browsers, kind: str
) -> None:
    before = portal.digest()
    place = f"/api/tep/{world.formerly.files[kind]}"
    browser = browsers["expired_delegate"]
    answers = (
        browser.head(place),
        browser.patch(place, content=b"other", headers=PIECE),
        browser.delete(place),
    )
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert portal.digest() == before


@pytest.mark.parametrize("principal", PRINCIPALS)
@pytest.mark.parametrize("paper", ["giay-hen", "bien-nhan"])
def test_a_paper_of_what_was_filed_for_somebody_follows_the_right(
    world: World, browsers: Browsers, paper: str, principal: str
) -> None:
    desk = DESK if paper == "giay-hen" else set()
    for things, readers in (
        (world.acted, {"owner", "delegate"} | desk),
        (world.formerly, {"owner"} | desk),
    ):
        answer = browsers[principal].get(f"/in/{paper}/{things.ready_code}")
        assert answer.status_code == (200 if principal in readers else 404)


@pytest.mark.parametrize("principal", PRINCIPALS)
@pytest.mark.parametrize("kind", READERS)
def test_nobody_replaces_a_file_that_has_come(
    portal: Portal, world: World, browsers: Browsers, kind: str, principal: str
) -> None:
    before = portal.digest()
    place = f"/api/tep/{world.owners.files[kind]}"
    answer = browsers[principal].patch(place, content=b"other", headers=PIECE)
    is_sender = principal == "owner" and kind in REMOVAL
    assert answer.status_code == (409 if is_sender else 404)
    assert portal.digest() == before
    shown = browsers[principal].head(place)
    assert shown.status_code == (200 if is_sender else 404)


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("principal", [*PRINCIPALS[2:], "anonymous", "owner"])
def test_only_its_owner_removes_a_file_and_only_from_a_draft(
    portal: Portal, world: World, browsers: Browsers, kind: str, principal: str
) -> None:
    before, refused = portal.digest(), portal.refused()
    answer = browsers[principal].delete(f"/api/tep/{world.owners.files[kind]}")
    expected = REMOVAL.get(kind, 404) if principal == "owner" else 404
    assert answer.status_code == expected
    is_gone = row_of(portal, world, kind).removed_at is not None
    assert is_gone is (expected == 204)
    if expected != 204:
        assert portal.digest() == before
    if expected == 404:
        assert portal.refused() == refused + 1


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_a_receipt_is_printed_for_its_owner_and_the_desk(
    world: World, browsers: Browsers, principal: str
) -> None:
    answer = browsers[principal].get(f"/in/giay-hen/{world.owners.ready_code}")
    assert answer.status_code == (200 if principal in {"owner"} | DESK else 404)


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_an_acknowledgement_is_printed_for_its_owner_alone(
    world: World, browsers: Browsers, principal: str
) -> None:
    answer = browsers[principal].get(f"/in/bien-nhan/{world.owners.submitted_code}")
    assert answer.status_code == (200 if principal == "owner" else 404)


def test_a_paper_that_never_was_is_not_printed(browsers: Browsers) -> None:
    for address in ("/in/giay-hen/", "/in/bien-nhan/"):
        answer = browsers["owner"].get(f"{address}H55.999-200101-0001")
        assert answer.status_code == 404


def key_of(portal: Portal, world: World, kind: PaperKind) -> str:
    """Return the key that the QR of a real sheet of the owner's holds."""
    with Session(portal.engine) as session:
        chosen = select(Dossier).where(Dossier.code == world.owners.ready_code)
        number = session.exec(chosen).one().id
        if kind is PaperKind.RECEIPT:
            given = select(DossierReceipt).where(DossierReceipt.dossier_id == number)
            number = session.exec(given).one().id
        return check_key(
            make_work(session, portal.folder / "files", clock.now()), kind, number
        )


@pytest.mark.parametrize("kind", [PaperKind.ACKNOWLEDGEMENT, PaperKind.RECEIPT])
def test_whoever_holds_a_sheet_learns_that_it_is_genuine_and_no_name(
    portal: Portal, world: World, browsers: Browsers, kind: PaperKind
) -> None:
    before, key = portal.digest(), key_of(portal, world, kind)
    for principal in PRINCIPALS:
        answer = browsers[principal].get(f"/kiem-tra/{key}")
        assert answer.status_code == 200
        assert wording.GENUINE in answer.text
        assert world.owners.ready_code in answer.text
        assert [mark for mark in world.owners.marks if mark in answer.text] == []
        assert answer.headers["cache-control"] == "private, no-store"
    assert portal.digest() == before


@pytest.mark.parametrize("kind", [PaperKind.ACKNOWLEDGEMENT, PaperKind.RECEIPT])
def test_a_key_changed_anywhere_is_of_no_sheet(
    portal: Portal, world: World, browsers: Browsers, kind: PaperKind
) -> None:
    key = key_of(portal, world, kind)
    for at in (0, 5, len(key) - 8):
        other = "A" if key[at] != "A" else "B"
        answer = browsers["anonymous"].get(
            f"/kiem-tra/{key[:at]}{other}{key[at + 1 :]}"
        )
        assert answer.status_code == 404
        assert world.owners.ready_code not in answer.text


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_only_the_draft_s_owner_sends_a_file_to_it(
    portal: Portal, world: World, browsers: Browsers, principal: str
) -> None:
    before = portal.digest()
    name = {"upload-metadata": "filename YS5wZGY=", "upload-length": "10"}
    answer = browsers[principal].post(
        f"/api/tep/ho-so/{world.owners.draft_id}/G01", headers=name
    )
    nowhere = browsers[principal].post(f"/api/tep/ho-so/{uuid4()}/G01", headers=name)
    if principal == "owner":
        assert answer.status_code == 201
    else:
        assert answer.status_code == nowhere.status_code
        assert answer.status_code in (403, 404)
        assert portal.digest() == before


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_no_outsider_sends_a_result(
    portal: Portal, world: World, browsers: Browsers, principal: str
) -> None:
    before = portal.digest()
    name = {"upload-metadata": "filename YS5wZGY=", "upload-length": "10"}
    answer = browsers[principal].post(
        f"/api/tep/ket-qua/{world.owners.submitted_code}", headers=name
    )
    assert answer.status_code in (403, 404, 409)
    assert portal.digest() == before
