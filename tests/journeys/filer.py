"""A person who files whatever befalls them, and remembers what was acknowledged."""

import hashlib
import re
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Error, Page, expect
from sqlalchemy import text

from tests.journeys.forms import fill_form
from tests.journeys.mishaps import LONG, Desk
from tests.journeys.people import BIRTH, UNIT, prove_human, ready
from tests.journeys.shown import shown
from tests.journeys.site import Site

SHEET = re.compile("/bien-nhan")
LOOKS = 600  # so often a page is asked, within the time a person would wait
NAMES = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
SECOND = ("request", "e.me_name", "submitter_address")


class Filer(Desk):
    """Does one thing after another; `kept` is what the portal said it has saved."""

    def __init__(self, site: Site, page: Page, chance: Random, folder: Path) -> None:
        super().__init__(site, page, chance)
        self.folder, self.draft, self.edits = folder, "", 0
        self.kept: dict[str, str] = {}
        self.unread: set[str] = set()  # changed elsewhere, read with the next page
        self.sent: dict[str, list[str]] = {}  # paper: hashes of what was sent for it
        account = site.account("citizen").sign_in
        self.account = self.ask(
            "select id from account where citizen_id = :n", n=account
        )
        self.began = self.ask("select now()")

    # ---- what the database says
    def ask(self, query: str, **given: Any) -> Any:
        """Return one value; Any: whatever the database holds."""
        with self.site.engine.connect() as connection:
            return connection.execute(text(query), given).scalar()

    def all(self, query: str, **given: Any) -> list[Any]:
        """Return the rows; Any as in `ask`."""
        with self.site.engine.connect() as connection:
            return list(connection.execute(text(query), given).mappings())

    def born(self) -> list[str]:
        """Return the dossiers of this person since the filing began."""
        query = (
            "select id from dossier where account_id = :who and created_at >= :since"
        )
        rows = self.all(query, who=self.account, since=self.began)
        return [str(row["id"]) for row in rows]

    # ---- what the person does
    def begin(self) -> None:
        """Choose the unit."""
        self.page.goto(f"/nop-ho-so?thu-tuc={BIRTH}")
        ready(self.page)
        self.page.get_by_label("Đơn vị nhận").select_option(label=UNIT)
        self.page.get_by_role("button", name="Đồng ý").click()

    def find_draft(self) -> None:
        """Arrive at step 2 of the one draft; begin again only where there is none."""
        try:
            self.page.wait_for_url("**/thong-tin**", timeout=8_000)
        except Error:  # whatever was interrupted, the person looks again
            if not self.born():
                self.begin()
                self.page.wait_for_url("**/thong-tin**")
            else:
                self.page.goto(f"/nop-ho-so/{self.born()[0]}/thong-tin")
        self.draft = self.page.url.split("/")[-2]
        self.await_form()

    def await_form(self) -> None:
        """Wait until both parts of step 2 are drawn."""
        expect(self.page.get_by_label("Nội dung giải quyết")).to_be_visible(
            timeout=LONG
        )
        expect(self.page.locator(".eform-group").first).to_be_visible(timeout=LONG)

    def type(self, field: str, words: str) -> None:
        """Fill in a field and leave it."""
        place = self.page.locator(f'main [name="{field}"]')
        place.fill(words)
        place.blur()

    def pick(self, field: str, value: str) -> None:
        """Choose from a list, or one of several."""
        place = self.page.locator(f'main [name="{field}"]')
        if place.first.evaluate("one => one.tagName") == "SELECT":
            place.select_option(value=value)
        else:
            self.page.locator(f'main [name="{field}"][value="{value}"]').check()

    def keep(self, field: str, words: str) -> None:
        """What was typed is still there and saved, whatever happened (R1, R5)."""
        self.settle()
        self.shows(field, words)
        self.kept[field] = words

    def fill_rest(self) -> None:
        """Answer whatever else the form requires, and note what stands there."""
        fill_form(self.page)
        self.page.locator("h1").click()

    def keep_rest(self) -> None:
        """Note every answer of the step, once nothing waits."""
        self.settle()
        fill_form(self.page)  # a commune whose pick was cut is picked again
        self.page.locator("h1").click()
        self.settle()
        self.page.wait_for_timeout(500)
        pairs = self.page.evaluate(
            "[...new FormData(document.getElementById('bieu-mau'))]"
            ".filter(([key, text]) => key.startsWith('e.') && text)"
        )
        stored = self.answers()
        self.kept |= {key: words for key, words in pairs if key in stored}

    def answers(self) -> dict[str, str]:
        """Return what the draft holds."""
        found = self.ask("select answers from dossier where id = :d", d=self.draft)
        return dict(found)

    def edit_elsewhere(self) -> None:
        """Open the draft in a second tab, change a field there, and close it."""
        if not self.draft:
            return
        self.edits += 1
        field = self.chance.choice(
            [one for one in SECOND if one in self.kept] or SECOND[:1]
        )
        words = {
            "request": f"Đăng ký khai sinh, sửa lần {self.edits} ở thẻ thứ hai",
            "e.me_name": f"Trần Thị {NAMES[self.edits % len(NAMES)]}",
            "submitter_address": f"Số {self.edits}, tổ 9, phường Linh Sơn",
        }[field]
        other = self.context.new_page()
        other.goto(f"/nop-ho-so/{self.draft}/thong-tin")
        ready(other)
        place = other.locator(f'main [name="{field}"]')
        place.fill(words)
        place.blur()
        self.settle(other)
        other.close()
        self.kept[field] = words
        if field.startswith("e."):
            self.unread.add(field)

    def reopen_tab(self) -> None:
        """Close the tab and come back; all that was changed elsewhere is there."""
        super().reopen_tab()
        self.unread.clear()

    def press_on(self) -> None:
        """Press the main button."""
        self.page.get_by_role("button", name="Tiếp tục").click()

    def arrive(self, step: str) -> None:
        """Be at the next step; press again where the press was lost."""
        for _ in range(3):
            try:
                self.page.wait_for_url(f"**/{step}**", timeout=10_000)
                break
            except Error:  # lost, or refused for a file that a closed tab left behind
                self.drop_halves()
                self.press_on()
        self.page.wait_for_url(f"**/{step}**", timeout=10_000)
        expect(self.page.locator("#bieu-mau")).to_be_visible(timeout=LONG)
        self.settle()
        self.unread.clear()

    def send(self, paper: str, *files: Path) -> None:
        """Choose files for a paper."""
        place = self.page.locator(f"#{paper} input[type=file]").first
        place.set_input_files(list(files))
        hashes = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
        self.sent.setdefault(paper, []).extend(hashes)

    def await_file(self, paper: str, file: Path) -> None:
        """Wait for the verdict; send again, or send the rest, what a closed tab cut."""
        done = self.page.locator(f"#{paper}").get_by_text("Đạt – đã kiểm tra")
        half = self.page.locator(f"#{paper} .file[data-state=half]")
        held = "select count(*) from stored_file where subject_id = :d and slot = :s"
        try:
            expect(done).to_have_count(1, timeout=15_000)
        except AssertionError:
            if half.count():
                with self.page.expect_file_chooser() as choosing:
                    half.get_by_role("button", name="Chọn lại").click()
                choosing.value.set_files(file)
            elif not self.ask(held, d=self.draft, s=paper):
                place = self.page.locator(f"#{paper} input[type=file]").first
                place.set_input_files(file)
            expect(done).to_have_count(1, timeout=LONG)

    def drop_halves(self) -> None:
        """Remove what the page says is half sent: the whole file went up again."""
        halves = self.page.locator(".file[data-state=half]")
        while halves.count():
            left = halves.count() - 1
            halves.first.get_by_role("button", name="Xóa").click()
            expect(halves).to_have_count(left, timeout=LONG)

    def await_pages(self, paper: str) -> None:
        """Wait until both photos stand there as pages."""
        pages = self.page.locator(f"#{paper} .pages .thumbnail, #{paper} .pages img")
        expect(pages).to_have_count(2, timeout=LONG)

    def bind(self, paper: str) -> None:
        """Gather the photos into one PDF."""
        self.page.locator(f"#{paper}").get_by_role("button", name="Ghép thành").click()

    def await_bound(self, paper: str) -> None:
        """See the one PDF; press again where the press was lost."""
        place = self.page.locator(f"#{paper}").get_by_text("Đạt – đã kiểm tra")
        try:
            expect(place).to_have_count(1, timeout=15_000)
        except AssertionError:
            if self.page.locator(f"#{paper} .gathering").count():
                self.bind(paper)
            expect(place).to_have_count(1, timeout=LONG)

    def by_post(self) -> None:
        """Have the result sent home."""
        self.page.get_by_label("Gửi hồ sơ của tôi đến địa chỉ").check()

    def await_post(self) -> None:
        """See what the post must know; choose again where the choice was lost."""
        self.settle()
        if not self.page.locator("[name=recipient_name]").count():
            self.by_post()
        expect(self.page.locator("[name=recipient_name]")).to_be_visible()
        self.settle()

    def pick_commune(self) -> None:
        """Search for the commune of the address, and take the first."""
        box = self.page.locator("[role=combobox]").first
        box.fill("Linh Sơn")
        box.locator("xpath=following::*[@role='option'][1]").click()

    def keep_commune(self) -> None:
        """The code lies in the draft; pick again where the pick was cut."""
        self.page.wait_for_timeout(1_000)
        if not self.answers().get("delivery_address.commune"):
            self.pick_commune()
            self.page.wait_for_timeout(1_000)
        code = self.answers().get("delivery_address.commune", "")
        assert code
        self.kept["delivery_address.commune"] = code

    def hand_in(self) -> None:
        """Pledge, prove, press."""
        self.page.get_by_label("Tôi chắc chắn rằng").check()
        prove_human(self.page)
        self.page.get_by_role("button", name="Nộp hồ sơ").click()

    def await_sheet(self) -> str:
        """Hold the sheet with the code; press again where there is none."""
        for _ in range(3):
            try:
                self.page.wait_for_url(SHEET, timeout=10_000)
                break
            except Error:
                self.page.goto(f"/nop-ho-so/{self.draft}/xac-nhan")
                sheet = self.page.locator(".sheet .code")
                button = self.page.get_by_role("button", name="Nộp hồ sơ")
                expect(sheet.or_(button).first).to_be_visible(timeout=LONG)
                if button.count():
                    self.hand_in()
        code = self.page.locator(".sheet .code")
        expect(code).to_be_visible(timeout=LONG)
        return code.inner_text()

    # ---- what must hold at every moment
    def shows(self, field: str, words: str) -> None:
        """The page shows the answer, if it asks for it."""
        for _ in range(LOOKS):  # at once: between two questions a page may be left
            if shown(self.page, field) in (None, words):
                return
            self.page.wait_for_timeout(LONG / LOOKS)
        assert shown(self.page, field) == words

    def holds(self) -> None:
        """Nothing acknowledged is lost: in the database, and on the page."""
        stored = self.answers() if self.draft else {}
        lost = {
            key: (t, stored.get(key))
            for key, t in self.kept.items()
            if stored.get(key) != t
        }
        assert lost == {}
        for field in self.kept.keys() - self.unread:
            self.shows(field, self.kept[field])
