"""Fills an electronic form in by its keys, as a person does, in the order of the page."""

from collections.abc import Mapping

from playwright.sync_api import Page, expect

from services.eforms.conditions import Asked, asked_fields, group_key, rows_of
from services.eforms.definition import FieldKind
from tests.factories.filled_forms import LINH_SON, definition_of_form, filled

Answers = Mapping[str, str]
CHOSEN = (FieldKind.CHOICE, FieldKind.TICKS)


def fill_eform(page: Page, code: str, required_only: bool = False) -> None:
    """Fill the form of this code in with its invented people.

    What the account knows for certain cannot be typed and stays as it is.
    """
    definition, answers = definition_of_form(code), filled(code)
    expect(page.locator(".eform-group").first).to_be_visible()
    for asked in asked_fields(definition, answers):
        if asked.row:
            wanted = rows_of(asked.group, answers).index(asked.row) + 1
            _add_rows(page, group_key(asked.group), wanted)
        if asked.required or not required_only:
            _fill(page, asked, answers)
    page.locator("main h1").click()  # leaves the last field, which saves it


def choose_commune(page: Page, key: str) -> None:
    """Search the commune and take it from the list."""
    code = page.locator(f'input[type=hidden][name="{key}.commune"]')
    if code.input_value() == LINH_SON.code:
        return
    found = page.locator(f'[id="{key}"] [role=option]').filter(has_text=LINH_SON.name)
    mine = found.filter(has_text=LINH_SON.province.split(" ", 1)[1]).first
    for _ in range(3):  # a list that grows under the finger gives its neighbour
        page.locator(f'[id="{key}.commune"]').fill(LINH_SON.name.split(" ", 1)[1])
        mine.click()
        page.wait_for_timeout(200)
        if code.input_value() == LINH_SON.code:
            return
    expect(code).to_have_value(LINH_SON.code)


def _add_rows(page: Page, key: str, wanted: int) -> None:
    group = page.locator(f'[id="{key}"]')
    expect(group).to_be_visible()
    while (held := group.locator(".eform-row").count()) < wanted:
        group.locator(".button--quiet").last.click()
        expect(group.locator(".eform-row")).to_have_count(held + 1)


def _fill(page: Page, asked: Asked, answers: Answers) -> None:
    key, kind = asked.key, asked.field.kind
    text = answers.get(key, "")
    if kind is FieldKind.ADDRESS:
        _fill_address(page, key, answers)
    elif not text or kind is FieldKind.SUM:
        return
    elif kind in CHOSEN:
        for value in text.split(","):
            page.locator(f'[id="{key}"] input[value="{value}"]').check()
    elif kind is FieldKind.TICK:
        page.locator(f'[id="{key}"]').set_checked(text == "yes")
    elif kind is FieldKind.CATALOGUE:
        page.locator(f'[id="{key}"]').select_option(text)
    elif (field := page.locator(f'[id="{key}"]')).is_editable():
        field.fill(text)


def _fill_address(page: Page, key: str, answers: Answers) -> None:
    if answers.get(f"{key}.commune"):
        expect(page.locator(f'[id="{key}"]')).to_be_visible()
        choose_commune(page, key)
    if detail := answers.get(f"{key}.detail"):
        page.locator(f'[id="{key}.detail"]').fill(detail)
