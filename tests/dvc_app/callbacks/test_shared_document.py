"""A shared paper on a plain page: code, file, what was typed never runs."""

import re
from html import unescape

import pytest

from dvc_app import routes
from dvc_app.wording import shared_document as wording
from services.vault.share import Shared, end_share, share
from services.work import Work
from tests.factories.dossiers import make_citizen
from tests.factories.vault import PDF, acting, make_document
from tests.web_client import TestClient

MARKUP = "<img src=x onerror=alert(1)>"


@pytest.fixture
def owner(work: Work) -> Work:
    return acting(work, make_citizen(work.session, full_name="Nguyễn Thị Sen"))


@pytest.fixture
def lent(work: Work, owner: Work) -> Shared:
    document, _ = make_document(
        work, owner.actor.account_id, title=f"Khai sinh {MARKUP}", number="12"
    )
    return share(owner, document.id, 7)


def type_code(browser: TestClient, code: str) -> str:
    answer = browser.post(routes.SHARED_DOCUMENT, data={"ma": code})
    assert answer.headers["cache-control"] == "private, no-store"
    return str(answer.text)


def address_of(page: str, words: str) -> str:
    found = re.search(rf'href="([^"]+)"[^>]*>{words}<', page)
    assert found is not None
    return unescape(found[1])


def test_the_code_shows_the_paper_and_its_file(
    browser: TestClient, lent: Shared
) -> None:
    page = type_code(browser, f" {lent.code.lower()} ")

    assert "Nguyễn Thị Sen" in page
    assert MARKUP not in page
    read = browser.get(address_of(page, wording.SHARED_READ))
    assert read.content == PDF
    assert read.headers["content-disposition"].startswith("inline")
    kept = browser.get(address_of(page, wording.SHARED_KEEP))
    assert kept.headers["content-disposition"].startswith("attachment")


def test_a_wrong_code_and_an_ended_share_read_the_same(
    browser: TestClient, owner: Work, lent: Shared
) -> None:
    wrong = type_code(browser, "AAAAAAAAAA")
    end_share(owner, lent.share_id)

    assert type_code(browser, lent.code) == wrong
    assert wording.SHARED_PROBLEMS["code_wrong"] in wrong


def test_a_file_address_of_an_ended_share_leads_back_to_the_code(
    browser: TestClient, owner: Work, lent: Shared
) -> None:
    address = address_of(type_code(browser, lent.code), wording.SHARED_READ)
    end_share(owner, lent.share_id)

    answer = browser.get(address)

    assert answer.status_code == 303
    assert answer.headers["location"].startswith(routes.SHARED_DOCUMENT)


def test_a_file_address_opens_nothing_in_another_browser(
    browser: TestClient, lent: Shared
) -> None:
    address = address_of(type_code(browser, lent.code), wording.SHARED_READ)
    browser.cookies.clear()

    assert browser.get(address).status_code == 303


def test_a_browser_is_named_before_it_may_guess(
    browser: TestClient, lent: Shared
) -> None:
    browser.cookies.clear()
    asked = browser.get(routes.SHARED_DOCUMENT)
    assert "dvc=" in asked.headers["set-cookie"]
    browser.cookies.clear()

    refused = browser.post(routes.SHARED_DOCUMENT, data={"ma": lent.code})

    assert refused.status_code == 400
    assert "Nguyễn Thị Sen" not in refused.text


def test_guessing_ends(browser: TestClient, lent: Shared) -> None:
    for _ in range(5):
        type_code(browser, "CCCCCCCCCC")

    page = type_code(browser, lent.code)

    assert wording.SHARED_PROBLEMS["code_guessing"] in page


@pytest.mark.parametrize("typed", [MARKUP, "", "x" * 5_000, "\x00"])
def test_whatever_is_typed_is_an_answer(browser: TestClient, typed: str) -> None:
    page = type_code(browser, typed)

    assert "<img src=x" not in page
    assert wording.SHARED_PROBLEMS["code_wrong"] in page


def test_an_unknown_problem_in_the_address_says_nothing(browser: TestClient) -> None:
    page = browser.get(routes.SHARED_DOCUMENT, params={"loi": MARKUP})

    assert page.status_code == 200
    assert "alert(" not in page.text
