"""Where a person may be sent after signing in."""

import pytest

from services.accounts.return_to import local_path

STAYS = [
    "/",
    "/thu-tuc",
    "/thu-tuc/1.004194",
    "/nop-ho-so/5f0c/don-vi?buoc=2&x=%C4%91",
    "/can-bo/cong-viec?trang=2",
]
LEADS_OUT = [
    "",
    "thu-tuc",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%2fevil.example",
    "/%5cevil.example",
    "/..//evil.example",
    "/%2e%2e//evil.example",
    "/a//b",
    "https://evil.example",
    "http:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    " /thu-tuc",
    "/thu-tuc\r\nSet-Cookie: a=b",
    "/thu\ttuc",
    "/\tevil.example",
    "/thu-tuc\0",
    "/thu-tuc#//evil.example",
    "/thủ-tục",
    "/?x=\\evil",
    "/" + "a" * 500,
    "/<script>",
]


@pytest.mark.parametrize("path", STAYS)
def test_a_path_of_the_portal_is_kept(path: str) -> None:
    assert local_path(path) == path


@pytest.mark.parametrize("path", LEADS_OUT)
def test_whatever_may_lead_out_becomes_the_home_page(path: str) -> None:
    assert local_path(path) == "/"
