"""A draft in two tabs, and choices made while the line is cut (R1, R2, R5)."""

import re

from playwright.sync_api import Page, expect

from tests.factories.filled_forms import LINH_SON
from tests.journeys.conftest import Open
from tests.journeys.lines import CUT_LINE, cut, make_breakable
from tests.journeys.people import begin_dossier, ready
from tests.journeys.test_weak_network import KEPT, PHONE, WAITING

NEWS = "Bản nháp vừa được sửa ở nơi khác"
CHILD, BORN_AT, RELATION = "e.nks_name", "e.nks_birth_place", "e.nyc_relation"


def _field(page: Page, key: str) -> str:
    return f'[id="{key}"]'


def test_another_tab_is_told_calmly_and_writes_over_nothing(open_page: Open) -> None:
    page = open_page(as_kind="citizen")
    begin_dossier(page)
    other = page.context.new_page()
    other.goto(page.url)
    ready(other)
    typing = page.locator(_field(page, f"{BORN_AT}.detail"))
    typing.fill("Bệnh viện Mẫu")  # and the cursor stays there

    other.locator(_field(other, CHILD)).fill("Nguyễn Thị Bé")
    other.locator(_field(other, CHILD)).blur()

    news = page.get_by_text(NEWS)
    expect(news).to_be_visible()
    expect(typing).to_be_focused()
    expect(typing).to_have_value("Bệnh viện Mẫu")
    expect(page.locator(_field(page, CHILD))).to_have_value("")

    page.get_by_role("button", name="Xem bản mới").click()

    expect(page.locator(_field(page, CHILD))).to_have_value("Nguyễn Thị Bé")
    expect(typing).to_have_value("Bệnh viện Mẫu")
    expect(news).to_have_count(0)
    expect(other.get_by_text(NEWS)).to_be_visible()


def test_choices_made_without_a_line_wait_on_the_device_and_go_out_later(
    open_page: Open,
) -> None:
    page = open_page(*PHONE, as_kind="citizen", expected=CUT_LINE)
    make_breakable(page)
    begin_dossier(page)
    commune = page.locator(_field(page, f"{BORN_AT}.commune"))
    commune.fill(LINH_SON.name.split(" ", 1)[1])
    found = page.locator(f"{_field(page, BORN_AT)} [role=option]")
    expect(found.first).to_be_visible()
    cut(page)
    found.filter(has_text=LINH_SON.name).first.click()
    page.locator(_field(page, "e.nks_sex")).get_by_label("Nữ").check()
    page.locator(_field(page, RELATION)).select_option(index=1)
    relation = page.locator(_field(page, RELATION)).input_value()

    expect(page.locator("#da-luu")).to_have_text(WAITING)
    assert len(page.evaluate(KEPT)) == 3
    address, context = page.url, page.context
    page.close()  # the tab is gone before the line is back
    context.set_offline(False)

    again = context.new_page()
    again.goto(address)
    ready(again)

    chosen = again.locator(f'input[type=hidden][name="{BORN_AT}.commune"]')
    expect(chosen).to_have_value(LINH_SON.code)
    expect(again.locator(_field(again, f"{BORN_AT}.commune"))).to_have_value(
        re.compile(re.escape(LINH_SON.name))
    )
    sex = again.locator(_field(again, "e.nks_sex")).get_by_label("Nữ")
    expect(sex).to_be_checked()
    expect(again.locator(_field(again, RELATION))).to_have_value(relation)
    expect(again.locator("#da-luu")).to_contain_text("Đã lưu lúc")
    assert again.evaluate(KEPT) == []
