"""The citizen's whole way on a phone: touch, one column, targets a thumb can hit."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.people import (
    BIRTH,
    OPEN_PAPER,
    UNIT,
    a_pdf,
    fill_information,
    go_on,
    hand_in,
    ready,
    register,
    send_papers,
)
from tests.journeys.site import Site

NAME = "Ma Thị Cẩm Vân"
TARGET = 44  # pixels (R30)
PAGES = ("/", "/thu-tuc", "/tra-cuu", "/thanh-toan", "/dang-ky", "/dang-ky/thue-bao")
# A link in a sentence may be as low as its line (WCAG 2.5.8, the same exception).
SMALL = """(least) => {
  const inline = (one) => one.matches("a, .as-link") &&
    ["P", "LI", "DD", "SPAN", "B", "TD", "H2", "H3"].includes(one.parentElement.tagName) &&
    getComputedStyle(one).display.startsWith("inline") && !one.matches(".button");
  return [...document.querySelectorAll(
      "main :is(a, button, summary, select, input:not([type=checkbox], [type=radio]))")]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !inline(one))
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.height < least - .5 || box.width < least - .5))
    .map(([one, box]) => `${one.tagName} ${one.className} "${one.innerText.slice(0, 30)}"`
      + ` ${Math.round(box.width)}x${Math.round(box.height)}`);
}"""


def test_a_citizen_registers_files_and_follows_on_a_phone(
    site: Site, open_page: Open, tmp_path: Path
) -> None:
    page = open_page(390, 844)
    small: list[str] = []
    register(page, site, NAME, "999190000505", "0900000505")
    for path in PAGES:
        page.goto(path)
        ready(page)
        small += _too_small(page)

    page.goto("/")
    ready(page)
    page.get_by_role("button", name="Menu", exact=True).tap()
    menu = page.get_by_role("navigation", name="Menu chính")
    menu.get_by_role("link", name="Thủ tục hành chính").tap()
    page.wait_for_url("**/thu-tuc")
    expect(menu.get_by_role("link", name="Tra cứu hồ sơ")).to_be_hidden()
    page.goto(f"/thu-tuc/{BIRTH}")
    ready(page)
    small += _too_small(page)
    page.get_by_role("link", name="Nộp hồ sơ trực tuyến").first.tap()
    page.get_by_label("Đơn vị nhận").select_option(label=UNIT)
    small += _too_small(page)
    page.get_by_role("button", name="Đồng ý").tap()

    page.wait_for_url("**/thong-tin**")
    expect(page.get_by_label("Nội dung giải quyết")).to_be_visible()
    small += _too_small(page)
    page.get_by_text("Xem các bước").tap()
    expect(page.get_by_text("Nơi nhận kết quả").locator("visible=true")).to_have_count(
        1
    )
    page.get_by_text("Xem các bước").tap()
    fill_information(page)
    camera = page.locator(OPEN_PAPER).get_by_text("Chụp hoặc chọn tệp")
    expect(camera.first).to_be_visible()
    send_papers(page, a_pdf(tmp_path, "ảnh chụp giấy chứng sinh.pdf"))
    small += _too_small(page)
    go_on(page, "phi")
    small += _too_small(page)
    page.get_by_role("button", name="Tiếp tục").tap()
    page.wait_for_url("**/xac-nhan**")
    expect(page.get_by_label("Tôi chắc chắn rằng")).to_be_visible()
    small += _too_small(page)
    code = hand_in(page)
    small += _too_small(page)

    page.get_by_role("link", name="Theo dõi hồ sơ").tap()
    expect(page.locator("main .tag").first).to_have_text("Mới đăng ký")
    small += _too_small(page)
    page.goto("/ca-nhan/ho-so")
    expect(page.get_by_text(code).first).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("khai sinh")).first).to_be_visible()
    small += _too_small(page)
    assert sorted(set(small)) == []


def _too_small(page: Page) -> list[str]:
    where = re.sub("[0-9a-f-]{36}", "", page.url.partition("//")[2].partition("/")[2])
    return [f"{where}: {one}" for one in page.evaluate(SMALL, TARGET)]
