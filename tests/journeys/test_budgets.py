"""What a first visit costs on the network, compressed (R35)."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.people import BIRTH, begin_dossier, ready

KB = 1024
PUBLIC, WIZARD, OFFICER = 250 * KB, 300 * KB, 500 * KB
MESSAGE = 20 * KB  # the most one event's answer may weigh


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/thu-tuc",
        f"/thu-tuc/{BIRTH}",
        "/su-kien/sinh-con",
        "/tra-cuu",
        "/thanh-toan",
        "/thanh-toan/khong-co/ngan-hang",
        "/ho-tro",
        "/dang-nhap",
        "/ky-cung/khong-co",
    ],
)
def test_a_public_page_costs_little(open_page: Open, path: str) -> None:
    page = open_page()
    assert _first_visit(page, path) <= PUBLIC


def test_the_wizard_costs_little(open_page: Open) -> None:
    page = open_page(as_kind="citizen")
    begin_dossier(page)
    address = page.url
    fresh = open_page(as_kind="citizen")
    for step in ("thong-tin", "thanh-phan", "nhan-ket-qua", "phi", "xac-nhan"):
        path = address.replace("thong-tin", step)
        assert _first_visit(fresh, path) <= WIZARD, step


@pytest.mark.parametrize(
    "page_of_mine", ["tai-lieu", "thong-bao", "bo-sung", "ho-so", "thanh-toan"]
)
def test_ones_own_pages_cost_little(open_page: Open, page_of_mine: str) -> None:
    page = open_page(as_kind="citizen")
    assert _first_visit(page, f"/ca-nhan/{page_of_mine}") <= WIZARD


def test_the_desk_costs_little(open_page: Open) -> None:
    page = open_page(as_kind="intake")
    assert _first_visit(page, "/can-bo/cong-viec") <= OFFICER


def _first_visit(page: Page, path: str) -> int:
    """Return the bytes of everything that came, as it was carried."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    came: list[float] = []
    messages: list[int] = []

    def count(event: dict[str, Any]) -> None:  # Any: the browser's JSON
        came.append(float(event["encodedDataLength"]))

    def weigh(event: dict[str, Any]) -> None:  # Any: the browser's JSON
        messages.append(len(event["response"]["payloadData"].encode()))

    network.on("Network.loadingFinished", count)
    network.on("Network.webSocketFrameReceived", weigh)
    page.goto(path)
    ready(page)
    expect(page.locator("main .skeleton:visible")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    network.detach()
    assert came
    assert max(messages, default=0) <= MESSAGE
    return int(sum(came))
