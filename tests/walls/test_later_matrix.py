"""The addresses of vault, news, supplements and talk × every kind of person (AZ-8)."""

from uuid import uuid4

import pytest

from tests.walls.later import NEVER
from tests.walls.portal import Portal
from tests.walls.world import PDF, PRINCIPALS, Browsers, World, build_world

DESK = {"officer_same_unit", "leader"}
NAMED = {"upload-metadata": "filename YS5wZGY=", "upload-length": "10"}


@pytest.fixture(scope="module")
def world(portal: Portal) -> World:
    """A world of this module's own, since uploads are begun in it."""
    return build_world(portal)


@pytest.mark.parametrize("principal", PRINCIPALS)
@pytest.mark.parametrize(
    ("place", "others"),
    [
        ("/api/tep/bo-sung/{asked}/{point}", set()),
        ("/api/tep/trao-doi/{code}", DESK),  # who may speak of the dossier
        ("/api/tep/kho/{document}", set()),  # a paper of the vault, replaced
    ],
    ids=["supplement", "message", "vault"],
)
def test_only_whose_turn_it_is_sends_a_file(
    portal: Portal,
    world: World,
    browsers: Browsers,
    place: str,
    others: set[str],
    principal: str,
) -> None:
    things, before, browser = world.owners, portal.digest(), browsers[principal]
    own = {
        "asked": things.later.asked_code,
        "point": things.later.point_id,
        "code": things.submitted_code,
        "document": things.later.document_id,
    }
    none = {"asked": NEVER, "point": uuid4(), "code": NEVER, "document": uuid4()}
    answer = browser.post(place.format(**own), headers=NAMED)
    nowhere = browser.post(place.format(**none), headers=NAMED)
    if principal in {"owner"} | others:
        assert answer.status_code == 201
    else:
        assert answer.status_code == nowhere.status_code
        assert answer.status_code in (403, 404)
        assert portal.digest() == before


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_a_link_of_a_message_leads_its_reader_alone_to_the_place(
    world: World, browsers: Browsers, principal: str
) -> None:
    answer = browsers[principal].get(f"/m/{world.owners.later.link}")
    nowhere = browsers[principal].get("/m/2222222222")
    assert answer.status_code == nowhere.status_code == 303
    place = answer.headers["location"]
    if principal == "owner":
        assert place.startswith("/ho-so/")
    elif principal == "anonymous":
        assert place.startswith("/dang-nhap")
    else:
        assert place == nowhere.headers["location"]


@pytest.mark.parametrize("principal", [one for one in PRINCIPALS if one != "owner"])
def test_a_draft_s_form_is_printed_for_nobody_else(
    world: World, browsers: Browsers, principal: str
) -> None:
    answer = browsers[principal].get(f"/in/to-khai/nhap/{world.owners.draft_id}")
    assert answer.status_code == 404


@pytest.mark.parametrize("principal", ["anonymous", "other_citizen"])
def test_who_has_the_code_of_a_share_reads_the_paper_in_that_browser_alone(
    world: World, browsers: Browsers, principal: str
) -> None:
    code = world.owners.later.share_code
    page = browsers[principal].post("/giay-to-chia-se", data={"ma": code})
    assert page.status_code == 200
    assert world.owners.marks[0] in page.text
    address = page.text.split('href="/giay-to-chia-se/tep?')[1].split('"')[0]
    here = f"/giay-to-chia-se/tep?{address}"
    assert browsers[principal].get(here).content == PDF
    for name in PRINCIPALS:
        if name != principal:
            answer = browsers[name].get(here)
            assert answer.status_code == 303
            assert answer.content != PDF


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_a_wrong_code_opens_nothing_for_anybody(
    world: World, browsers: Browsers, principal: str
) -> None:
    page = browsers[principal].post("/giay-to-chia-se", data={"ma": "ABCD-EFGH-JKLM"})
    assert page.status_code in (404, 429)
    assert world.owners.marks[0] not in page.text
