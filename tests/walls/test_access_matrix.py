"""Every handler × every kind of person × own, foreign and missing things (AZ-7)."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from dvc_app import routes
from dvc_app.walls.policy import FRAMEWORK_EVENTS
from tests.walls.corpus_b8 import DEVICES, STATE
from tests.walls.portal import Portal
from tests.walls.tab import Tab
from tests.walls.world import PRINCIPALS, Things, World, build_world, sign_in

# Any, below: the registry is JSON written by the served portal.
OBJECTS = ("foreign", "missing", "own")
IN_ONE_TAB = 40  # events; a tab that sends more at once is slowed down
# What anybody may add to by asking, without touching what is another's.
OPEN_TO_ALL = {
    "look_up_asked",
    "one_time_code",
    "picture_code",
    "registration",
    "sign_in_failures",
    "solved_challenge",
}
FILING = f"{STATE}.dvc_app___state___base____app_state.dvc_app___state___citizen"


@pytest.fixture(scope="module")
def world(portal: Portal) -> World:
    """A world of this module's own: its own things are changed by their owners."""
    return build_world(portal)


@pytest.fixture(scope="module")
def handlers(portal: Portal) -> dict[str, Any]:
    """The portal's own handlers."""
    found = portal.registry.items()
    return {name: row for name, row in found if row["module"].startswith("dvc_app.")}


def missing() -> Things:
    """Return the names of things that never were."""
    code = "H55.999-200101-0001"
    files = {"attachment_of_draft": uuid4(), "attachment_of_submitted": uuid4()}
    return Things(uuid4(), uuid4(), uuid4(), code, code, files, ())


def things_for(world: World, principal: str, kind: str) -> Things:
    """Return what the arguments of a call name."""
    if kind == "missing":
        return missing()
    return (world.own_of if kind == "own" else world.foreign_to)(principal)


def audience_of(principal: str) -> set[str]:
    """Return the audiences this principal belongs to, as the policy names them."""
    if principal == "anonymous":
        return {"anybody"}
    is_citizen = principal in ("owner", "other_citizen")
    return {"anybody", "citizen" if is_citizen else "officer"}


def payload_of(row: dict[str, Any], things: Things) -> dict[str, Any]:
    """Return arguments of the right shape that name these things."""
    named = {
        "file_id": str(things.files["attachment_of_draft"]),
        "dossier_id": str(things.draft_id),
        "session_id": str(things.session_id),
        "code": things.submitted_code,
    }
    plain = {"int": 1, "bool": True, "float": 1.0}

    def argument(name: str, kind: str) -> Any:
        if "dict" in kind:
            return named | {"note": "x"}
        bare = kind.removeprefix("<class '").removesuffix("'>")
        return plain.get(bare, named.get(name, "x"))

    return {name: argument(name, kind) for name, kind in row["takes"].items()}


def path_of(route: str, things: Things) -> str:
    """Return the address of the page on these things."""
    return routes.fill(
        route, draft=str(things.draft_id), code=things.submitted_code
    ).replace("404", "/")


def in_order(handlers: dict[str, Any]) -> Iterator[list[str]]:
    """Yield handlers by state; what loads the page comes first."""
    names = sorted(handlers, key=lambda name: (_state(name), "load" not in name))
    for _, group in groupby(names, key=_state):
        yield list(group)


def _state(name: str) -> str:
    return name.rpartition(".")[0]


def call_all(
    portal: Portal, cookie: str, handlers: dict[str, Any], things: Things
) -> str:
    """Call every handler about these things; return all that came back."""
    heard: list[Any] = []
    opened, sent = Tab(portal, cookie), 0
    assert opened.open()
    heard += opened.hydrate()
    for group in in_order(handlers):
        if sent + len(group) > IN_ONE_TAB:
            opened.close()
            opened, sent = Tab(portal, cookie), 0
            assert opened.open()
            opened.hydrate()
        query = {"draft": str(things.draft_id), "code": things.submitted_code}
        for name in group:
            row = handlers[name]
            path = path_of(row["route"], things)
            opened.emit(name, payload_of(row, things), path, query)
        heard += opened.settle()
        sent += len(group) + 1
    opened.close()
    return str(heard)


def held_elsewhere(portal: Portal) -> int:
    """Count dossiers that an officer of another unit holds; one's own may be held."""
    query = text(
        "select count(*) from reception_hold h join account a on a.id = h.officer_id"
        " join dossier d on d.id = h.dossier_id where d.agency_id <> a.agency_id"
    )
    with portal.engine.connect() as connection:
        return int(connection.execute(query).scalar_one())


def test_every_handler_of_ours_has_a_row(handlers: dict[str, Any]) -> None:
    assert len(handlers) > 20
    assert [name for name, row in handlers.items() if not row["audience"]] == []


def test_every_argument_is_named_with_its_type(handlers: dict[str, Any]) -> None:
    bare = [name for name, row in handlers.items() if "" in row["takes"].values()]
    assert bare == []


def test_the_browser_keeps_nothing_that_handlers_rely_on(portal: Portal) -> None:
    assert {var for row in portal.registry.values() for var in row["storage"]} == set()


def test_nothing_of_the_framework_is_open_but_what_pages_need(portal: Portal) -> None:
    theirs = {
        name
        for name, row in portal.registry.items()
        if not row["module"].startswith("dvc_app.")
    }
    shut = {name for name in theirs if name.rpartition(".")[2] not in FRAMEWORK_EVENTS}
    assert any(name.endswith(".setvar") for name in shut)
    assert any(name.endswith(".handle_frontend_exception") for name in shut)
    unknown = {name.rpartition(".")[2] for name in shut}
    assert unknown == {"setvar", "handle_frontend_exception"}


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_no_setter_answers_anybody(
    portal: Portal, world: World, principal: str
) -> None:
    setters = [name for name in portal.registry if name.endswith(".setvar")]
    opened = Tab(portal, sign_in(portal, world, principal))
    assert opened.open()
    opened.hydrate()
    before, refused = len(portal.ran()), portal.refused()
    for name in setters:
        opened.emit(name, {"var_name": "person", "value": "x"})
    opened.settle()
    opened.close()
    ran = portal.ran()[before:]
    assert [name for name in ran if name in setters] == []
    assert len(portal.refusals_after(refused, len(setters))) == len(setters)


@pytest.mark.parametrize("principal", PRINCIPALS)
@pytest.mark.parametrize("kind", OBJECTS)
def test_the_verdict_of_every_cell_is_the_policy(
    portal: Portal, world: World, handlers: dict[str, Any], kind: str, principal: str
) -> None:
    cookie = sign_in(portal, world, principal)
    things = things_for(world, principal, kind)
    ran, before = len(portal.ran()), portal.digest()
    heard = call_all(portal, cookie, handlers, things)
    allowed = {
        name
        for name, row in handlers.items()
        if audience_of(principal) & set(row["audience"])
    }
    did_run = {name for name in portal.ran()[ran:] if name in handlers}
    assert did_run == allowed
    if kind != "own" or principal == "anonymous":
        after = portal.digest()
        changed = {table for table in after if after[table] != before[table]}
        assert changed - OPEN_TO_ALL - {"reception_hold"} == set()
        assert held_elsewhere(portal) == 0
    foreign = world.foreign_to(principal).marks
    assert [mark for mark in foreign if mark in heard] == []


CALLS = {
    "end a session": (f"{DEVICES}.end", "session_id", "owner"),
    "discard a draft": (
        f"{FILING}___my_dossiers____my_dossiers_state.discard",
        "dossier_id",
        "owner",
    ),
    "remove a file": (
        f"{FILING}___filing____filing_state.remove_file",
        "file_id",
        "owner",
    ),
}


@pytest.mark.parametrize("act", CALLS)
def test_a_foreign_thing_is_answered_like_a_missing_one(
    portal: Portal, world: World, handlers: dict[str, Any], act: str
) -> None:
    name, named, principal = CALLS[act]
    opened = Tab(portal, sign_in(portal, world, principal))
    assert opened.open()
    opened.hydrate()
    answers = []
    for things in (world.foreign_to(principal), missing()):
        refused, digest = portal.refused(), portal.digest()
        payload = payload_of(handlers[name], things)
        opened.emit(name, payload)
        heard = str(opened.settle() + opened.settle())
        answers.append(heard.replace(str(payload[named]), "id"))
        since = portal.refusals_after(refused, 1)
        assert [account for _, account in since] == [str(world.accounts[principal])]
        assert portal.digest() == digest
    opened.close()
    mark_free = [answer.split("mark-")[0] for answer in answers]
    assert mark_free[0] == mark_free[1]
