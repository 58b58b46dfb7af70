"""A tab's token opens nothing without the browser it belongs to (FW-3, SS-4, HD-4)."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text

from services.core import clock
from tests.walls.portal import Portal, new_cookie
from tests.walls.tab import Tab, tab
from tests.walls.world import World, session_of, sign_in

ORIGINS = {
    "ours": ("", True),
    "missing": (None, False),
    "null": ("null", False),
    "foreign": ("https://example.net", False),
    "another scheme": ("https://localhost:{port}", False),
    "another port": ("http://localhost:1", False),
    "a longer name": ("http://localhost:{port}.example.net", False),
}
FORGED = {
    "no origin": {"origin": ""},
    "foreign origin": {"origin": "https://example.net"},
    "null origin": {"origin": "null"},
    "our origin as a prefix": {"origin": "http://localhost.example.net"},
    "another site": {"sec-fetch-site": "cross-site"},
    "another site without origin": {"origin": "", "sec-fetch-site": "cross-site"},
}


def expire(portal: Portal, cookie: str) -> None:
    """Let the session behind this cookie be over."""
    number = session_of(portal, cookie)
    change = text("update sign_in_session set expires_at = :past where id = :id")
    past = clock.now() - timedelta(minutes=1)
    with portal.engine.begin() as connection:
        connection.execute(change, {"past": past, "id": number})


@pytest.mark.parametrize("thief", ["no_cookie", "other_cookie", "other_person"])
@pytest.mark.parametrize("is_open", [True, False], ids=["connect", "reconnect"])
def test_another_browser_never_connects_with_a_token(
    portal: Portal, world: World, thief: str, is_open: bool
) -> None:
    cookies = {
        "no_cookie": "",
        "other_cookie": new_cookie(),
        "other_person": sign_in(portal, world, "other_citizen"),
    }
    with tab(portal, sign_in(portal, world, "owner")) as mine:
        if not is_open:
            mine.close()
        stolen = Tab(portal, cookies[thief], token=mine.token)
        assert not stolen.open()
        if is_open:
            assert mine.is_alive()


@pytest.mark.parametrize("is_open", [True, False], ids=["connect", "reconnect"])
def test_the_right_browser_connects_again(
    portal: Portal, world: World, is_open: bool
) -> None:
    cookie = sign_in(portal, world, "owner")
    with tab(portal, cookie) as mine:
        if not is_open:
            mine.close()
        again = Tab(portal, cookie, token=mine.token)
        assert again.open()
        again.close()


def test_an_expired_session_leaves_nothing_in_the_tab(
    portal: Portal, world: World
) -> None:
    cookie = sign_in(portal, world, "owner")
    with tab(portal, cookie) as mine:
        expire(portal, cookie)
        before = len(portal.ran())
        heard = mine.settle()
        assert "is_stale" in str(heard)
        assert "mark-" not in str(heard)
        assert len(portal.ran()) == before
    again = Tab(portal, cookie, token=mine.token)
    assert again.open()  # the same browser, where nobody is signed in any more
    assert "Nguyễn Thị Ánh Tuyết" not in str(again.hydrate())
    again.close()


def test_a_token_is_not_taken_by_asking_for_it_from_inside(
    portal: Portal, world: World
) -> None:
    with tab(portal, sign_in(portal, world, "owner")) as mine:
        pass
    cookie = sign_in(portal, world, "other_citizen")
    with tab(portal, cookie) as thief:
        environ = {
            "QUERY_STRING": f"token={mine.token}",
            "asgi.scope": {"headers": [], "client": ["10.0.0.1", 1]},
        }
        before, refused = portal.digest(), portal.refused()
        thief.send("42/_event," + json.dumps(["connect", environ, None]))
        thief.send("42/_event," + json.dumps(["disconnect"]))
        heard = thief.hydrate()
        assert "Nguyễn Thị Ánh Tuyết" in str(heard)  # everybody here is called so
        assert thief.is_alive()
        assert portal.digest() == before
    reasons = [reason for reason, _ in portal.refusals_after(refused, 2)]
    assert reasons == ["event:packet", "event:packet"]


@pytest.mark.parametrize("kind", ORIGINS)
def test_only_our_own_origin_opens_a_socket(portal: Portal, kind: str) -> None:
    origin, is_ours = ORIGINS[kind]
    given = origin.format(port=portal.port) if origin else origin
    visitor = Tab(portal, new_cookie(), origin=given)
    assert visitor.open() is is_ours
    visitor.close()


@pytest.mark.parametrize(
    "query",
    [
        "token=",
        "token=short",
        "token={a}&token={b}",
        "token=00000000-0000-1000-8000-000000000000",
        "token={{{a}}}",
        "token={a}%00",
        "x=1",
        "token=urn:uuid:{a}",
        "token=../../{a}",
    ],
)
def test_a_token_has_one_shape(portal: Portal, query: str) -> None:
    given = query.format(a=uuid4(), b=uuid4())
    assert not Tab(portal, new_cookie(), query=given).open()


@pytest.mark.parametrize("host", ["localhost:{port}/?token={mine}&x=", "example.net"])
def test_the_host_header_does_not_choose_the_token(
    portal: Portal, world: World, host: str
) -> None:
    with tab(portal, sign_in(portal, world, "owner")) as mine:
        pass
    given = host.format(port=portal.port, mine=uuid4())
    stolen = Tab(portal, new_cookie(), token=mine.token, headers={"Host": given})
    assert not stolen.open()


@pytest.mark.parametrize("kind", FORGED)
@pytest.mark.parametrize("path", ["/api/dang-xuat", "/api/dang-xuat-moi-noi"])
def test_a_forged_request_has_no_effect(
    portal: Portal, world: World, kind: str, path: str
) -> None:
    cookie = sign_in(portal, world, "owner")
    before = portal.digest()
    with portal.client(cookie, **FORGED[kind]) as browser:
        assert browser.post(path, data={"a": "b"}).status_code == 403
    assert portal.digest() == before


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
@pytest.mark.parametrize(
    "path", ["/_upload/x", "/_upload", "/_upload/../x", "/_all_routes", "/_health"]
)
def test_the_doors_of_the_framework_are_shut(
    portal: Portal, method: str, path: str
) -> None:
    with portal.client(new_cookie()) as browser:
        assert browser.request(method, path).status_code == 404


def test_a_foreign_host_is_refused(portal: Portal) -> None:
    with portal.client(new_cookie(), host="example.net") as browser:
        answer = browser.get("/t")
    assert answer.status_code == 400
    assert "location" not in answer.headers


@pytest.mark.parametrize(
    ("path", "most"), [("/api/dang-nhap", 64 << 10), ("/api/tep/{file}", 5 << 20)]
)
@pytest.mark.parametrize("is_chunked", [True, False])
def test_a_body_too_large_reaches_nobody(
    portal: Portal, world: World, path: str, most: int, is_chunked: bool
) -> None:
    place = path.format(file=world.owners.files["attachment_of_draft"])
    method = "PATCH" if "tep" in path else "POST"
    pieces = (b"a" * (1 << 16) for _ in range(20 * most >> 16))
    with portal.client(sign_in(portal, world, "owner")) as browser:
        before = portal.digest()
        headers = {"content-type": "application/x-www-form-urlencoded"}
        if "tep" in path:
            headers = {
                "content-type": "application/offset+octet-stream",
                "upload-offset": "1000",
            }
        answer = browser.request(
            method,
            place,
            content=pieces if is_chunked else b"a" * (most + 1),
            headers=headers,
        )
    assert answer.status_code == 413
    assert portal.digest() == before
