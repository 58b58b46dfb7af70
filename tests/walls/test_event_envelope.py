"""Nothing hostile reaches a handler, a log or anybody else's page (B8, FW-2, FW-11)."""

import json
import time

import pytest
import websocket

from tests.walls.corpus_b8 import CASES, SECRETS, Case
from tests.walls.portal import Portal, new_cookie
from tests.walls.tab import TELL, Tab, tab
from tests.walls.world import World, sign_in

MOST_LOGGED = 1024  # bytes an event may leave in the log
TOKEN_SHAPES = ("{not a uuid}", "a" * 300, "", "0" * 36)


def send(spoken: Tab, case: Case) -> None:
    """Send the case as it is."""
    if case.is_raw:
        spoken.send(case.sent)
    else:
        spoken.event(case.sent)


def test_the_corpus_is_whole() -> None:
    assert len(CASES) >= 40
    assert len({case.id for case in CASES}) == len(CASES)
    assert len(SECRETS) == 30


@pytest.fixture(scope="module")
def bystander(portal: Portal) -> Tab:
    """Somebody else's tab, open all the while."""
    opened = Tab(portal, new_cookie())
    assert opened.open()
    opened.hydrate()
    return opened


class Attacker:
    """A signed-in person's browser; a tab that was closed is opened anew."""

    def __init__(self, portal: Portal, cookie: str) -> None:
        self.portal, self.cookie = portal, cookie
        self.current = Tab(portal, cookie)

    def tab(self) -> Tab:
        """Return a tab that listens."""
        if self.current.socket is None or not self.current.is_alive():
            self.current = Tab(self.portal, self.cookie)
            assert self.current.open()
            self.current.hydrate()
        return self.current


@pytest.fixture(scope="module")
def attacker(portal: Portal, world: World) -> Attacker:
    """The owner of some dossiers, who sends what no page sends."""
    return Attacker(portal, sign_in(portal, world, "owner"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_hostile_message_goes_no_further(
    portal: Portal, world: World, bystander: Tab, attacker: Attacker, case: Case
) -> None:
    hostile = attacker.tab()
    ran, refused = portal.ran(), portal.refused()
    logged, digest = portal.log.stat().st_size, portal.digest()
    try:
        send(hostile, case)
        alive = hostile.is_alive()
    except (OSError, websocket.WebSocketException):
        alive = False
    found = portal.refusals_after(refused, 1 if case.reason else 0)
    assert portal.ran() == ran
    assert alive is not case.ends_socket
    assert found == ([(case.reason, str(world.accounts["owner"]))] * bool(case.reason))
    assert portal.digest() == digest
    assert portal.log.stat().st_size - logged <= MOST_LOGGED
    assert bystander.is_alive()


def test_bytes_where_text_belongs_go_no_further(
    portal: Portal, attacker: Attacker
) -> None:
    hostile = attacker.tab()
    ran, refused = portal.ran(), portal.refused()
    parts = {"name": TELL, "payload": {"text": {"_placeholder": True, "num": 0}}}
    hostile.send("451-/_event," + json.dumps(["event", parts]))
    assert hostile.socket is not None
    hostile.socket.send_binary(b"\x00\xff")
    assert portal.refusals_after(refused, 1)[0][0] == "event:shape"
    assert hostile.is_alive()
    assert portal.ran() == ran


def test_a_hostile_first_message_goes_no_further(portal: Portal) -> None:
    for case in CASES[:3]:
        visitor = Tab(portal, new_cookie())
        ran = portal.ran()
        visitor.open(auth={"event": case.sent})
        assert visitor.is_alive()
        assert portal.ran() == ran
        visitor.close()


def test_a_visitor_without_a_name_opens_nothing(portal: Portal) -> None:
    assert not Tab(portal, "").open()


@pytest.mark.parametrize("token", TOKEN_SHAPES)
def test_a_token_of_another_shape_opens_nothing(portal: Portal, token: str) -> None:
    assert not Tab(portal, new_cookie(), query=f"token={token}").open()


def test_every_secret_stays_out_of_the_log(portal: Portal, world: World) -> None:
    cookie = sign_in(portal, world, "owner")
    with tab(portal, cookie) as hostile:
        for name, value in SECRETS.items():
            hostile.emit(f"a.b.{name}", {name: value})
            hostile.emit(TELL, {name: value})
            hostile.send(
                "42/_event," + json.dumps(["client_error", {"message": value}])
            )
            if len(hostile.heard) % 10 == 0:
                time.sleep(0.1)
    plain = sorted(value for value in SECRETS.values() if value.isprintable())
    with portal.client(cookie, **{"user-agent": "planted777 0900000777"}) as browser:
        for value in plain[:4]:
            browser.post("/api/dang-nhap", data={"name": value, "password": value})
        for value in plain:
            browser.get("/t", params={"code": value})
            browser.get(f"/tep/{value}")
    said = portal.log.read_text("utf-8", "replace")
    hits = [name for name, value in SECRETS.items() if value in said]
    hits += [
        name
        for name, held in {"cookie": cookie, "own": "planted"}.items()
        if held in said
    ]
    assert hits == []


def test_what_the_portal_logs_is_one_object_a_line(portal: Portal) -> None:
    lines = portal.log.read_text("utf-8").splitlines()
    ours = [line for line in lines if line.startswith("{")]
    assert all(isinstance(json.loads(line), dict) for line in ours)
    assert [line for line in lines if line not in ours and "[INFO]" not in line] == []
