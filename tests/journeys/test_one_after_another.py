"""Dossiers begun one after another in one tab: none takes over another's words (R1)."""

from playwright.sync_api import expect

from tests.journeys.conftest import Open
from tests.journeys.people import BIRTH, begin_dossier, choose_unit, ready

MARRIAGE, SAID = "1.000894", "Nội dung giải quyết"
# The server's answers come late, once told to: what a busy hour does to a phone.
LATE = """(() => {
  const Own = window.WebSocket;
  const late = (tell) => (event) =>
    window.isLate ? setTimeout(() => tell(event), 700) : tell(event);
  window.WebSocket = class extends Own {
    addEventListener(type, tell, ...rest) {
      super.addEventListener(type, type === "message" ? late(tell) : tell, ...rest);
    }
    set onmessage(tell) { super.onmessage = late(tell); }
  };
})()"""
# Every form of step 2 that is drawn, from its first moment, and pressed on at once.
PRESS = """(address) => new Promise((done) => {
  const seen = [];
  const timer = setInterval(() => {
    const words = document.querySelector("[name=request]")?.value;
    if (words === undefined || window.location.href === address) return;
    if (!seen.length) document.getElementById("bieu-mau").requestSubmit();
    if (seen.at(-1) !== words) seen.push(words);
  }, 20);
  setTimeout(() => (clearInterval(timer), done(seen)), 6000);
})"""


def test_a_birth_begun_after_a_marriage_never_shows_or_keeps_the_marriage(
    open_page: Open,
) -> None:
    page = open_page(as_kind="citizen")
    page.add_init_script(LATE)
    begin_dossier(page, MARRIAGE)
    expect(page.get_by_label(SAID)).to_have_value("Thủ tục đăng ký kết hôn")
    before = page.url

    page.goto(f"/nop-ho-so?thu-tuc={BIRTH}")
    ready(page)
    choose_unit(page)
    page.evaluate("window.isLate = true")
    page.get_by_role("button", name="Đồng ý").click()
    seen = page.evaluate(PRESS, before)

    assert seen == ["Thủ tục đăng ký khai sinh"]
    page.evaluate("window.isLate = false")
    page.reload()
    expect(page.get_by_label(SAID)).to_have_value("Thủ tục đăng ký khai sinh")


def test_the_next_draft_in_another_browser_begins_with_its_own_name(
    open_page: Open,
) -> None:
    page, other = open_page(as_kind="citizen"), open_page(as_kind="citizen")
    begin_dossier(page, MARRIAGE)
    begin_dossier(other, BIRTH)
    expect(other.get_by_label(SAID)).to_have_value("Thủ tục đăng ký khai sinh")
