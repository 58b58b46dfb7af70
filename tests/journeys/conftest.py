"""One built portal and one browser for all journeys; a context per person."""

import os
import re
import shutil
from collections.abc import Callable, Generator, Iterator

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    StorageState,
    expect,
    sync_playwright,
)
from sqlalchemy import text

from commands.local_postgres import LocalPostgres
from tests.journeys.looking import what_stands
from tests.journeys.people import a_pdf, file_dossier, sign_in, sign_in_officer
from tests.journeys.site import Site, run_site

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
COOKIE = "dvc"  # its name over plain HTTP
PAGES = pytest.StashKey[list[Page]]()
Open = Callable[..., Page]
SignedIn = Callable[[str], StorageState]
expect.set_options(timeout=15_000)  # a busy machine is slow; a wrong page stays wrong


@pytest.fixture(scope="session")
def site(
    postgres: LocalPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The running portal."""
    with run_site(postgres, template, tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as `make test` found it."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "run scripts/find_chromium.sh"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def signed_in(site: Site, browser: Browser) -> SignedIn:
    """Sign a kind of person in once; their later pages begin with that cookie.

    An authenticator's code is good only once, so an officer cannot sign in anew
    for every test; and who signed in elsewhere or rested long has to.
    """
    states: dict[str, StorageState] = {}

    def state_of(kind: str) -> StorageState:
        account = site.account(kind)
        if kind not in states or not site.is_open(_cookie_of(states[kind])):
            context = browser.new_context(base_url=site.url, locale="vi-VN")
            page = context.new_page()
            if account.totp_secret:
                sign_in_officer(page, account)
            else:
                page.goto("/dang-nhap")
                sign_in(page, account)
            states[kind] = context.storage_state()
            context.close()
        return states[kind]

    return state_of


def _cookie_of(state: StorageState) -> str:
    return next(one["value"] for one in state["cookies"] if one["name"] == COOKIE)


@pytest.fixture(autouse=True)
def an_address_of_their_own(site: Site) -> None:
    """Let the people of each test call from a house of their own.

    All of them share one loopback address, and five codes in ten minutes are the
    most an address gets: how fast the machine is would decide who is refused.
    """
    with site.engine.begin() as connection:
        connection.execute(text("update one_time_code set network_address = ''"))


@pytest.fixture(scope="session")
def filed_code(
    site: Site,
    browser: Browser,
    signed_in: SignedIn,
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """The code of a dossier the citizen filed; no test may receive it."""
    context = browser.new_context(
        base_url=site.url, locale="vi-VN", storage_state=signed_in("citizen")
    )
    paper = a_pdf(tmp_path_factory.mktemp("papers"), "giấy chứng sinh.pdf")
    code = file_dossier(context.new_page(), paper)
    context.close()
    return code


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say beside a failure where each page stood: elsewhere nobody can look."""
    report = yield
    if report.when == "call" and report.failed:
        for page in item.stash.get(PAGES, []):
            report.sections.append(("a page stood at", what_stands(page)))
    return report


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, site: Site, browser: Browser, signed_in: SignedIn
) -> Iterator[Open]:
    """Open a page of a new person, or of one who signed in before on this device.

    What their console complained of fails the test, a broken content security
    policy with it, but for the `expected` words.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []
    pages = request.node.stash.setdefault(PAGES, [])

    def open_one(
        width: int = 1280,
        height: int = 900,
        as_kind: str = "",
        expected: str = "",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="vi-VN",
            base_url=site.url,
            has_touch=width < 700,
            storage_state=signed_in(as_kind) if as_kind else None,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        pages.append(page)

        def note(words: str) -> None:
            if not (expected and re.search(expected, words)):
                complaints.append(words)

        page.on("console", lambda m: note(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: note(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []
