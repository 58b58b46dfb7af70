"""Vietnamese typed into every field stays what was typed, on a slow line (R7)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import text

from tests.journeys.conftest import Open
from tests.journeys.keyboards import DELAY, NAME, compose, replace, slow_line
from tests.journeys.people import begin_dossier, ready
from tests.journeys.site import Site

Way = Callable[[Page, Locator], None]
WAYS = (compose, replace)
MANY = 4  # fields of one page
FORMLESS = "1.004873"  # asks nothing beside the common part
# Of the birth form: a name, a line of an address, a name after it, a text.
ANSWERS = ("e.nks_name", "e.nyc_residence.detail", "e.me_name", "e.cha_name")
SETTLED = 4 * DELAY  # what the server answers has come back and been drawn
FIELDS = (
    "main :is(input:not([type]), input[type=text], input[type=search],"
    " input[type=tel], input[type=email], input[type=password], textarea)"
    ":not([readonly]):visible"
)


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/", 1),
        ("/thu-tuc", 1),
        ("/khong-co-trang-nay", 1),
        ("/tra-cuu", 1),
        ("/dang-ky/thue-bao", 6),
        ("/dang-nhap", 2),
    ],
)
def test_a_visitors_fields_keep_every_letter(
    open_page: Open, path: str, count: int
) -> None:
    page = open_page(expected="404")
    slow_line(page)
    page.goto(path)
    ready(page)
    _keeps_every_letter(page, count)


def test_the_wizards_fields_keep_every_letter_and_so_does_the_database(
    site: Site, open_page: Open
) -> None:
    page = open_page(as_kind="citizen")
    slow_line(page)
    begin_dossier(page, FORMLESS)
    page.get_by_label("Người khác").check()
    expect(page.get_by_label("Họ tên chủ hồ sơ")).to_be_visible()
    names = _keeps_every_letter(page, 9)

    page.locator("h1").click()  # leaves the last field, which saves it
    draft = page.url.split("/")[-2]
    page.wait_for_timeout(SETTLED)
    saved = _saved(site, draft)
    assert {name: saved.get(name) for name in names} == dict.fromkeys(names, NAME)
    page.reload()
    expect(page.get_by_label("Họ tên chủ hồ sơ")).to_be_visible()
    for name in names:
        expect(page.locator(f"[name={name}]")).to_have_value(NAME)


def test_the_forms_own_fields_keep_every_letter_and_so_does_the_database(
    site: Site, open_page: Open
) -> None:
    page = open_page(as_kind="citizen")
    slow_line(page)
    begin_dossier(page)
    expect(page.locator(f'[id="{ANSWERS[-1]}"]')).to_be_visible()
    for way in WAYS:
        _type(page, dict.fromkeys(ANSWERS, way))

    page.locator("h1").click()
    page.wait_for_timeout(SETTLED)
    saved = _saved(site, page.url.split("/")[-2])
    assert {key: saved.get(key) for key in ANSWERS} == dict.fromkeys(ANSWERS, NAME)
    page.reload()
    for key in ANSWERS:
        expect(page.locator(f'[id="{key}"]')).to_have_value(NAME)


def test_the_commune_one_searches_for_keeps_every_letter(open_page: Open) -> None:
    page = open_page(as_kind="citizen")
    slow_line(page)
    begin_dossier(page)
    box = page.locator('[id="e.nks_birth_place.commune"]')
    expect(box).to_be_visible()
    for way in WAYS:
        way(page, box)
        page.wait_for_timeout(SETTLED)
        expect(box).to_have_value(NAME)


def test_the_search_among_ones_own_dossiers_keeps_every_letter(
    open_page: Open, filed_code: str
) -> None:
    page = open_page(as_kind="citizen")
    slow_line(page)
    page.goto("/ca-nhan/ho-so")
    expect(page.locator(".dossier-row").first).to_be_visible()
    expect(page.locator("input[name=tim]")).to_be_visible()
    _keeps_every_letter(page, 3)


def test_an_officers_fields_keep_every_letter(open_page: Open, filed_code: str) -> None:
    page = open_page(as_kind="intake")
    slow_line(page)
    page.goto("/can-bo/cong-viec")
    ready(page)
    expect(page.locator("[name=tim], [name=chu]").first).to_be_visible()
    _keeps_every_letter(page, 3)

    page.goto(f"/can-bo/ho-so/{filed_code}/tiep-nhan")
    expect(page.locator("[name=birth_date]")).to_be_visible()
    for details in page.locator("main details:has(textarea) summary").all():
        details.click()
    _keeps_every_letter(page, 4)


def _keeps_every_letter(page: Page, count: int) -> list[str]:
    """Type into every field; where there are many alike the two ways take turns."""
    fields = page.locator(FIELDS)
    expect(fields).to_have_count(count)
    names = [field.get_attribute("name") or "" for field in fields.all()]
    if count > MANY:
        _type(page, {name: WAYS[at % 2] for at, name in enumerate(names)})
    else:
        for way in WAYS:
            _type(page, dict.fromkeys(names, way))
    return names


def _type(page: Page, ways: dict[str, Way]) -> None:
    for name, way in ways.items():
        way(page, page.locator(f'main [name="{name}"]'))
    page.wait_for_timeout(SETTLED)
    found = {name: page.locator(f'main [name="{name}"]').input_value() for name in ways}
    assert found == dict.fromkeys(ways, NAME)


def _saved(site: Site, draft: str) -> dict[str, str]:
    query = text("select answers from dossier where id = :draft")
    with site.engine.connect() as connection:
        answers: dict[str, str] = connection.execute(
            query, {"draft": draft}
        ).scalar_one()
    return answers
