"""What every answer carries, and what production refuses to start with (HD, FW-18)."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from pydantic import ValidationError
from starlette.responses import HTMLResponse

from dvc_app.walls.cookies import cookie_name, read_cookie
from dvc_app.walls.headers import INLINE_SCRIPT, Headers, content_security_policy
from services.settings import Settings, settings
from tests.factories.environment import SYSTEMS_IN_PRODUCTION, UNSAFE_SYSTEMS
from tests.walls.portal import Portal, new_cookie
from tests.walls.world import World, sign_in
from tests.web_client import TestClient

ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}
GETS = (
    "/ping",
    "/suc-khoe",
    "/t",
    "/t/H55.999-200101-0001",
    "/api/thu-thach",
    "/api/ma-hinh/x",
    "/tep/x",
    "/in/giay-hen/x",
    "/in/bien-nhan/x",
    "/in/to-khai/x",
    "/in/to-khai/nhap/x",
    "/in/giay-to/x",
    "/in/du-lieu-cua-toi.zip",
    "/m/2222222222",
    "/kiem-tra/x",
    "/giay-to-chia-se",
    "/giay-to-chia-se/tep?ve=x",
    "/_upload/x",
    "/_health",
    "/no-such-place",
)
# The same for everybody and of nobody: these alone may be kept by a browser.
OF_NOBODY = (
    "/cong.webmanifest",
    "/phuc-vu.js",
    "/ngoai-tuyen",
    "/ngoai-tuyen.js",
    "/api/dia-gioi?tim=x",
    "/api/dia-gioi/doi?dia-chi=x",
)
POSTS = (
    "/api/dang-nhap",
    "/api/dang-xuat",
    "/api/ma-hinh",
    "/api/tep/x",
    "/api/tep/kho",
    "/api/tep/kho/x",
    "/api/tep/bo-sung/x/x",
    "/api/tep/trao-doi/x",
    "/giay-to-chia-se",
    "/t/H55.999-200101-0001",
)
SAFE = {
    "DVC_PRODUCTION": "true",
    "DVC_SECRET": "0123456789abcdef0123456789abcdef",
    "DVC_DATABASE_URL": "postgresql://portal@db/dvc",
    "DVC_STORAGE_URL": "s3://bucket/files",
    "DVC_PUBLIC_URL": "https://dichvucong.example.vn",
} | SYSTEMS_IN_PRODUCTION
UNSAFE = (
    ("DVC_SECRET", "short"),
    ("DVC_SECRET", ""),
    ("DVC_DATABASE_URL", ""),
    ("DVC_STORAGE_URL", ""),
    ("DVC_PUBLIC_URL", "http://dichvucong.example.vn"),
    *UNSAFE_SYSTEMS,
    ("DVC_FAILPOINT", "submit.1"),
    ("REFLEX_CORS_ALLOWED_ORIGINS", "*"),
    ("REFLEX_BACKEND_HOST", "0.0.0.0"),
    ("REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE", "1000000"),
    ("REFLEX_STATE_MANAGER_MODE", "disk"),
)


def directives(policy: str) -> dict[str, list[str]]:
    """Return the sources of each directive."""
    parts = (part.split() for part in policy.split(";"))
    return {part[0]: part[1:] for part in parts if part}


def assert_dressed(answer: httpx.Response) -> None:
    """Every answer says what a browser may do with it."""
    assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert answer.headers["permissions-policy"]
    policy = directives(answer.headers["content-security-policy"])
    assert policy["default-src"] in (["'self'"], ["'none'"])
    assert not re.search(r"\d", answer.headers.get("server", ""))  # no version


@pytest.mark.parametrize("path", GETS)
def test_every_answer_to_a_reader_is_dressed(
    portal: Portal, world: World, path: str
) -> None:
    with portal.client(sign_in(portal, world, "owner")) as browser:
        answer = browser.get(path)
    assert_dressed(answer)
    assert "no-store" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", OF_NOBODY)
def test_what_belongs_to_nobody_is_dressed_too(
    portal: Portal, world: World, path: str
) -> None:
    with (
        portal.client(sign_in(portal, world, "owner")) as browser,
        portal.client(new_cookie()) as stranger,
    ):
        mine, theirs = browser.get(path), stranger.get(path)
    assert_dressed(mine)
    assert mine.status_code == 200
    assert mine.content == theirs.content
    assert "no-store" not in mine.headers["cache-control"]


@pytest.mark.parametrize("path", POSTS)
def test_every_answer_to_a_form_is_dressed(portal: Portal, path: str) -> None:
    with portal.client(new_cookie()) as browser:
        answer = browser.post(path, data={})
    assert_dressed(answer)
    assert "no-store" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", GETS[2:6])
def test_every_refusal_is_dressed(portal: Portal, path: str) -> None:
    with portal.client(new_cookie(), origin="https://example.net") as browser:
        assert_dressed(browser.post(path))


def test_a_visitor_s_browser_is_named_once(portal: Portal) -> None:
    with portal.client() as browser:
        first, again = browser.get("/t"), browser.get("/t")
    given = first.headers["set-cookie"].lower()
    assert given.startswith("dvc=")
    assert {"httponly", "path=/", "samesite=lax"} <= set(re.split(r"; ?", given))
    assert "set-cookie" not in again.headers


def test_over_tls_the_cookie_belongs_to_this_host_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DVC_PUBLIC_URL", "https://dichvucong.example.vn")
    settings.cache_clear()
    try:
        answer = httpx.Response(200, headers=_dressed_headers())
        assert cookie_name() == "__Host-dvc"
        assert "secure" in answer.headers["set-cookie"].lower()
        assert "domain" not in answer.headers["set-cookie"].lower()
        assert "max-age=31536000" in answer.headers["strict-transport-security"]
        assert read_cookie("__Host-dvc=a") == "a"
        assert read_cookie("dvc=a") == ""
        assert read_cookie("__Host-dvc=a; __Host-dvc=b") == ""
    finally:
        settings.cache_clear()


def _dressed_headers() -> list[tuple[str, str]]:

    client = TestClient(Headers(HTMLResponse("<p>x</p>")))
    return list(client.get("/").headers.items())


def test_a_failure_tells_nothing_of_itself() -> None:
    async def failing(scope: object, receive: object, send: object) -> None:
        raise RuntimeError("0900000123 of Vi Thị Bí Mật")

    answer = TestClient(Headers(failing), raise_server_exceptions=True).get("/x")
    assert (answer.status_code, answer.text) == (500, "")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_scripts_run_only_by_their_hash(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<script>boot()</script><script src='/a.js'></script>", "utf-8")
    content_security_policy.cache_clear()
    policy = directives(content_security_policy(tmp_path))
    content_security_policy.cache_clear()
    assert len(INLINE_SCRIPT.findall(page.read_text("utf-8"))) == 1
    assert policy["script-src"][0] == "'self'"
    assert len(policy["script-src"]) == 2
    assert policy["script-src"][1].startswith("'sha256-")
    everything = [source for sources in policy.values() for source in sources]
    assert "'unsafe-eval'" not in everything
    assert "'unsafe-inline'" not in policy["script-src"]
    assert policy["object-src"] == policy["frame-ancestors"] == ["'none'"]
    assert policy["base-uri"] == policy["form-action"] == ["'self'"]
    foreign = [source for source in everything if source.startswith(("http", "*"))]
    # But for the program of a USB token, on the person's own machine.
    signer = urlsplit(settings().local_signer)
    assert foreign == [f"{signer.scheme}://{signer.netloc}"]
    assert foreign[0] in policy["connect-src"]


def set_all(patch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    """Set these variables of the environment."""
    for name, value in values.items():
        patch.setenv(name, value)


def test_production_starts_on_safe_values(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, SAFE)
    assert Settings().production


@pytest.mark.parametrize(("name", "value"), UNSAFE)
def test_production_refuses_each_unsafe_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    set_all(monkeypatch, SAFE | {name: value})
    with pytest.raises(ValidationError) as refusal:
        Settings()
    assert str(refusal.value).split("unsafe in production: ")[1].startswith(name)


@pytest.mark.parametrize(("name", "value"), UNSAFE[-4:])
def test_a_developer_may_choose_them(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert not Settings().production
