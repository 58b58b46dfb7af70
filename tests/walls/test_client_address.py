"""The address of a caller is what our own proxies saw, not what the caller says."""

from collections.abc import Iterator

import pytest
from starlette.requests import HTTPConnection

from dvc_app.walls.client_address import client_address
from services.settings import settings

OWN, CALLER, PROXY = "192.0.2.1", "198.51.100.7", "203.0.113.9"
SPOOFED = "127.0.0.1"


@pytest.fixture
def hops(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[int]:
    monkeypatch.setenv("DVC_PROXY_HOPS", str(request.param))
    settings.cache_clear()
    yield request.param
    settings.cache_clear()


def called(*forwarded: str, client: tuple[str, int] | None = (OWN, 1)) -> str:
    lines = [(b"x-forwarded-for", line.encode()) for line in forwarded]
    scope = {"type": "http", "headers": lines, "client": client}
    return client_address(HTTPConnection(scope))


@pytest.mark.parametrize("hops", [0], indirect=True)
@pytest.mark.parametrize(
    "forwarded", [(), (SPOOFED,), (f"{SPOOFED}, {CALLER}",), (SPOOFED, CALLER)]
)
def test_a_spoofed_header_has_no_effect_without_a_proxy(
    hops: int, forwarded: tuple[str, ...]
) -> None:
    assert called(*forwarded) == OWN


@pytest.mark.parametrize("hops", [1], indirect=True)
@pytest.mark.parametrize(
    "forwarded", [(CALLER,), (f"{SPOOFED},{CALLER}",), (SPOOFED, CALLER)]
)
def test_one_proxy_is_believed_about_its_caller_alone(
    hops: int, forwarded: tuple[str, ...]
) -> None:
    assert called(*forwarded) == CALLER


@pytest.mark.parametrize("hops", [2], indirect=True)
def test_two_proxies_are_counted_from_the_right(hops: int) -> None:
    assert called(f"{SPOOFED}, {CALLER}, {PROXY}") == CALLER
    assert called(f"{SPOOFED}, {CALLER}", PROXY) == CALLER


@pytest.mark.parametrize("hops", [2], indirect=True)
@pytest.mark.parametrize("forwarded", [(), (CALLER,), (" , ",), (f"unknown, {PROXY}",)])
def test_a_call_round_the_proxies_keeps_its_own_address(
    hops: int, forwarded: tuple[str, ...]
) -> None:
    assert called(*forwarded) == OWN


@pytest.mark.parametrize("hops", [0, 1], indirect=True)
def test_a_call_without_an_address_has_none(hops: int) -> None:
    assert called(client=None) == ""


@pytest.mark.parametrize("hops", [1], indirect=True)
def test_an_address_of_the_new_protocol_is_read(hops: int) -> None:
    assert called("2001:db8::7") == "2001:db8::7"
