"""Handlers that name a share, a point, a notice or a paper × own, foreign, missing,
malformed (AZ-7): the owner's act is done, every other is answered like none."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlmodel import Session

from dvc_app import routes
from services.accounts.channels import Channel
from services.accounts.models import Account
from tests.walls.portal import Portal
from tests.walls.tab import Tab
from tests.walls.world import Things, World, build_world, missing, sign_in

Payload = dict[str, Any]  # Any: whatever the handler takes
MALFORMED = "không phải một mã"


@dataclass(frozen=True)
class Act:
    """A handler by the end of its name, on a page of the owner's."""

    handler: str
    route: str
    payload: Callable[[Things], Payload]
    before: tuple[str, Payload] | None = None  # what a person presses first


ACTS = {
    "end a share": Act(
        "document_page_state.stop_share",
        routes.MY_DOCUMENT,
        lambda things: {"share_id": str(things.later.share_id)},
    ),
    "answer a point": Act(
        "supplement_state.save",
        routes.SUPPLEMENT,
        lambda things: {"point_id": str(things.later.point_id), "text": "Bản rõ"},
    ),
    "read a notice": Act(
        "notifications_state.read",
        routes.MY_NOTIFICATIONS,
        lambda things: {"notice_id": str(things.later.notice_id)},
    ),
    "send a notice again": Act(
        "notifications_state.send_again",
        routes.MY_NOTIFICATIONS,
        lambda things: {
            "notice_id": str(things.later.notice_id),
            "key": str(Channel.EMAIL),
        },
    ),
    "use a paper of the vault": Act(
        "vault_picker_state.use",
        routes.FILE_COMPONENTS,
        lambda things: {"document_id": str(things.later.document_id)},
        before=("vault_picker_state.open", {"slot": "G01", "name": "G01"}),
    ),
}


@pytest.fixture(scope="module")
def world(portal: Portal) -> World:
    """A world of this module's own: its owner, who can be written to, changes it."""
    world = build_world(portal)
    with Session(portal.engine) as session, session.begin():
        owner = session.get_one(Account, world.owners.account_id)
        owner.email = f"{owner.id.hex}@example.vn"
        session.add(owner)
    return world


@pytest.fixture
def tab(portal: Portal, world: World) -> Tab:
    """A tab of the owner's."""
    opened = Tab(portal, sign_in(portal, world, "owner"))
    assert opened.open()
    opened.hydrate()
    return opened


def name_of(portal: Portal, end: str) -> str:
    """Return the whole name of the one handler that ends so."""
    [name] = [name for name in portal.registry if name.endswith(f"____{end}")]
    return name


def press(tab: Tab, act: Act, mine: Things, payload: Payload) -> str:
    """Open the owner's page, press, and return what the press brought."""
    state = act.handler.rpartition(".")[0]
    path, query = mine.path_of(act.route), mine.parts_of(act.route)
    tab.emit(name_of(tab.portal, f"{state}.load"), {}, path, query)
    if act.before:
        handler, first = act.before
        tab.emit(name_of(tab.portal, handler), first, path, query)
    tab.settle()
    tab.emit(name_of(tab.portal, act.handler), payload, path, query)
    heard = str(tab.settle() + tab.settle()).split("mark-")[0]
    for named in payload.values():
        heard = heard.replace(str(named), "id")
    return heard


def malformed(payload: Payload) -> Payload:
    """Return the same with the first argument, the name of the thing, broken."""
    return payload | {next(iter(payload)): MALFORMED}


@pytest.mark.parametrize("named", ACTS)
def test_a_thing_that_is_not_ones_own_is_answered_like_none(
    portal: Portal, world: World, tab: Tab, named: str
) -> None:
    act, mine = ACTS[named], world.owners
    foreign, nothing = act.payload(world.others), act.payload(missing())
    before, ran = portal.digest(), len(portal.ran())

    answers = [press(tab, act, mine, one) for one in (foreign, nothing)]
    press(tab, act, mine, malformed(nothing))

    assert answers[0] == answers[1]
    assert not [mark for mark in world.others.marks if mark in answers[0]]
    assert portal.digest() == before
    assert portal.ran()[ran:].count(name_of(portal, act.handler)) == 3
    tab.close()


@pytest.mark.parametrize("named", ACTS)
def test_the_owner_s_own_act_is_done(
    portal: Portal, world: World, tab: Tab, named: str
) -> None:
    act, before = ACTS[named], portal.digest()

    press(tab, act, world.owners, act.payload(world.owners))

    assert portal.digest() != before
    tab.close()


def test_a_point_is_answered_by_its_name_and_its_dossier_together(
    portal: Portal, world: World, tab: Tab
) -> None:
    act, before = ACTS["answer a point"], portal.digest()
    crossed = replace(world.owners, later=world.others.later)

    press(tab, act, crossed, act.payload(world.owners))

    assert portal.digest() == before
    tab.close()
