"""The sheet of the till: the office's own list, every text a text."""

import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.callbacks import till_sheet
from services.audit.models import AuditEntry
from services.payments.models import PaymentRequest
from services.work import ANONYMOUS, Actor, Work
from tests.factories.processing import Desk, dossier_of, make_desk, make_received
from tests.web_client import TestClient

FEE = 75_000
NAMES = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EVIL = ('=HYPERLINK("http://bad.example.vn","x")', "+1+cmd|' /C calc'!A0", "@SUM(1)")


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session, fee=FEE)


@pytest.fixture
def request_(work: Work, desk: Desk) -> PaymentRequest:
    dossier = dossier_of(work, make_received(work, desk).code)
    query = select(PaymentRequest).where(PaymentRequest.dossier_id == dossier.id)
    return work.session.exec(query).one()


def fetched(
    browser: TestClient, patch: pytest.MonkeyPatch, actor: Actor, query: str = ""
) -> Any:
    # Any: an answer of the client.
    """Fetch the sheet as this person."""

    async def asking(_: Any) -> Actor:
        return actor

    patch.setattr(till_sheet, "asking", asking)
    return browser.get(routes.TILL_SHEET + query)


def cells(content: bytes) -> tuple[list[list[str]], bool]:
    """Return the rows as texts, and whether any cell is a formula or a link."""
    with zipfile.ZipFile(BytesIO(content)) as book:
        texts = [
            "".join(part.itertext())
            for part in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        page = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = [
        [
            texts[int(cell[0].text or 0)]
            if cell.get("t") == "s"
            else (cell[0].text or "")
            for cell in row
        ]
        for row in page.iter(f"{NAMES}row")
    ]
    acts = any(page.iter(f"{NAMES}f")) or any(page.iter(f"{NAMES}hyperlink"))
    return rows, acts


def test_the_sheet_is_a_list_of_the_office(
    browser: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    work: Work,
    desk: Desk,
    request_: PaymentRequest,
) -> None:
    answer = fetched(browser, monkeypatch, desk.intake, "?muc=due")

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "attachment" in answer.headers["content-disposition"]
    (heads, row), _ = cells(answer.content)
    assert heads[:2] == ["Mã hóa đơn", "Mã hồ sơ"]
    assert row[:2] == [request_.invoice_number, request_.dossier_code]
    assert row[4:7] == ["75000", "0", "0"]
    written = work.session.exec(
        select(AuditEntry).where(AuditEntry.act == "till.exported")
    ).one()
    assert written.details["rows"] == 1


@pytest.mark.parametrize("words", EVIL)
def test_what_looks_like_a_formula_stays_a_text(
    browser: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    desk: Desk,
    request_: PaymentRequest,
    words: str,
) -> None:
    request_.applicant_name, request_.payer = words, {}

    answer = fetched(browser, monkeypatch, desk.intake)

    (_, row), acts = cells(answer.content)
    assert row[3] == words
    assert not acts


def test_another_agency_has_only_the_heads(
    browser: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    work: Work,
    request_: PaymentRequest,
) -> None:
    stranger = make_desk(work.session).intake
    rows, _ = cells(fetched(browser, monkeypatch, stranger).content)
    assert len(rows) == 1


@pytest.mark.parametrize("who", ["nobody", "citizen", "handler"])
def test_whoever_takes_no_money_finds_nothing(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch, desk: Desk, who: str
) -> None:
    people = {
        "nobody": ANONYMOUS,
        "citizen": desk.filing.citizen,
        "handler": desk.handler,
    }
    answer = fetched(browser, monkeypatch, people[who])
    assert (answer.status_code, answer.content) == (404, b"")
