"""Every handler × every kind of person × own, foreign and missing things (AZ-7)."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from typing import Any

import pytest
from sqlalchemy import text

from dvc_app.walls.policy import FRAMEWORK_EVENTS
from services.core import clock
from services.core.clock import local_day
from tests.walls.corpus_b8 import DEVICES, STATE
from tests.walls.office import Office
from tests.walls.portal import Portal
from tests.walls.tab import Tab
from tests.walls.world import (
    CITIZENS,
    PRINCIPALS,
    Staff,
    Things,
    World,
    build_world,
    missing,
    sign_in,
)

# Any, below: the registry is JSON written by the served portal.
OBJECTS = ("foreign", "missing", "own")
IN_ONE_TAB = 40  # events; a tab that sends more at once is slowed down
# What anybody may add to by asking, without touching what is another's.
OPEN_TO_ALL = {
    "look_up_answer",
    "look_up_asked",
    "look_up_question",
    "one_time_code",
    "queue_ticket",
    "ticket_counter",
    "picture_code",
    "registration",
    "sign_in_failures",
    "solved_challenge",
}
# A form of a loan or a post that wants nothing but the right.
SOON = f"{local_day(clock.now()) + timedelta(days=1):%d/%m/%Y}"
LOAN = {"starts": SOON, "ends": SOON, "role_intake": "x", "title": "x", "note": "x"}
FILING = f"{STATE}.dvc_app___state___base____app_state.dvc_app___state___citizen"
OFFICE, OFFICES = (FILING.replace("citizen", who) for who in ("officer", "admin"))
INTAKE, BOSS = "officer_same_unit", "administrator"


@pytest.fixture(scope="module")
def world(portal: Portal) -> World:
    """A world of this module's own: its own things are changed by their owners."""
    return build_world(portal)


@pytest.fixture(scope="module")
def handlers(portal: Portal) -> dict[str, Any]:
    """The portal's own handlers."""
    found = portal.registry.items()
    return {name: row for name, row in found if row["module"].startswith("dvc_app.")}


def things_for(world: World, principal: str, kind: str) -> Things:
    """Return what the arguments of a call name."""
    if kind == "missing":
        return missing()
    return (world.own_of if kind == "own" else world.foreign_to)(principal)


def audience_of(principal: str) -> set[str]:
    """Return the audiences this principal belongs to, as the policy names them."""
    if principal == "anonymous":
        return {"anybody"}
    if principal in CITIZENS:
        return {"anybody", "citizen"}
    held = {"administrator"} & {principal}
    return {"anybody", "officer"} | held


def payload_of(row: dict[str, Any], things: Things) -> dict[str, Any]:
    """Return arguments of the right shape that name these things."""
    staff, later, office = things.staff, things.later, things.office
    named = {
        "file_id": str(things.files["attachment_of_draft"]),
        "dossier_id": str(things.draft_on(row["route"])),
        "session_id": str(things.session_id),
        "delegation_id": str(things.delegation_id),
        "code": things.code_on(row["route"]),
        "post_id": str(staff.lent_post_id),
        "post": str(staff.post_id),
        "document_id": str(later.document_id),
        "share_id": str(later.share_id),
        "notice_id": str(later.notice_id),
        "request_id": str(later.request_id),
        "point_id": str(later.point_id),
        "decision_id": str(office.decision_id),
        "export_id": str(office.asked_export_id),
        "schedule_id": str(office.schedule_id),
        "reminder_id": str(office.reminder_id),
        "wish": str(office.wish_id),
        "view": str(office.view_id),
        "row_id": str(office.row_id),
        "slot": "G01",
        "paper": "G01",
        "key": "submitter_name",
        "field": "submitter_name",
        "kind": "factor",  # of a one-time code for an officer
    }
    plain = {"int": 1, "bool": True, "float": 1.0}

    def argument(name: str, kind: str) -> Any:
        if "dict" in kind:
            return named | LOAN | _of_staff(staff) | _of_office(office)
        if kind.startswith("list["):
            return [["x"]] if kind.startswith("list[list[") else ["x"]
        bare = kind.removeprefix("<class '").removesuffix("'>")
        return plain.get(bare, named.get(name, "x"))

    return {name: argument(name, kind) for name, kind in row["takes"].items()}


def _of_staff(staff: Staff) -> dict[str, str]:
    return {"to_account": str(staff.officer_id), "agency": str(staff.agency_id)}


def _of_office(office: Office) -> dict[str, str]:
    return {
        "export": str(office.asked_export_id),
        f"reason-{office.asked_export_id}": "Không đủ lý do",
        "decision": str(office.decision_id),
        "officer": str(office.row_id),
    }


def path_of(route: str, things: Things) -> str:
    """Return the address of the page on these things."""
    return things.path_of(route).replace("404", "/")


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
        for name in group:
            row = handlers[name]
            path, query = path_of(row["route"], things), things.parts_of(row["route"])
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
    cookie = sign_in(portal, world, principal)
    before, refused = len(portal.ran()), portal.refused()
    for start in range(0, len(setters), IN_ONE_TAB):
        opened = Tab(portal, cookie)
        assert opened.open()
        opened.hydrate()
        for name in setters[start : start + IN_ONE_TAB]:
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
    me = world.accounts.get(principal)
    ran, before = len(portal.ran()), portal.digest(me)
    heard = call_all(portal, cookie, handlers, things)
    allowed = {
        name
        for name, row in handlers.items()
        if audience_of(principal) & set(row["audience"])
    }
    did_run = {name for name in portal.ran()[ran:] if name in handlers}
    assert did_run == allowed
    if kind != "own" or principal == "anonymous":
        after = portal.digest(me)
        changed = {table for table in after if after[table] != before[table]}
        assert changed - OPEN_TO_ALL - {"reception_hold"} == set()
        assert held_elsewhere(portal) == 0
    foreign = world.foreign_to(principal)
    assert [mark for mark in foreign.all_marks if mark in heard] == []


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
    "revoke a delegation": (
        f"{FILING}___delegations____delegations_state.revoke",
        "delegation_id",
        "owner",
    ),
    "end a loan": (f"{OFFICE}___lending____lending_state.end", "post_id", INTAKE),
    "end a post": (f"{OFFICES}___account____account_state.end", "post_id", BOSS),
    "confirm a post": (
        f"{OFFICES}___account____account_state.confirm",
        "post_id",
        BOSS,
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
