"""What leaves the desk as a file: the list as a sheet, receipts in one print."""

import zipfile
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from pypdf import PdfReader

from dvc_app import routes
from dvc_app.callbacks import desk_receipts, desk_sheet
from services.oversight.export_desk import order_export
from services.processing.desk import DeskQueue
from services.processing.desk_filters import QueueFilter
from services.work import ANONYMOUS, Actor, Work
from tests.dvc_app.callbacks.test_till_sheet import EVIL, cells
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_new,
    make_received,
)
from tests.web_client import TestClient

WHY = "Họp giao ban"


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def ordered(work: Work, who: Actor) -> UUID:
    wanted = QueueFilter(queue=DeskQueue.OWED)
    return order_export(acting(work, who), wanted, WHY).id


def fetched(
    browser: TestClient, patch: pytest.MonkeyPatch, actor: Actor, address: str
) -> Any:
    # Any: an answer of the client.
    """Fetch the address as this person."""

    async def asking(_: Any) -> Actor:
        return actor

    for module in (desk_sheet, desk_receipts):
        patch.setattr(module, "asking", asking)
    return browser.get(address)


def sheet_of(key: object) -> str:
    return routes.fill(routes.DESK_SHEET, key=str(key))


def receipts_of(*codes: str) -> str:
    return routes.RECEIPTS_SHEET + "?" + "&".join(f"ma={code}" for code in codes)


def test_the_sheet_holds_the_list_with_names_masked(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch, work: Work, desk: Desk
) -> None:
    code = make_received(work, desk).code
    key = ordered(work, desk.intake)

    answer = fetched(browser, monkeypatch, desk.intake, sheet_of(key))

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "attachment" in answer.headers["content-disposition"]
    (_, row), acts = cells(answer.content)
    assert row[0] == code
    assert row[2] == "N*** T*** Á*** Tuyết"
    assert not acts
    with zipfile.ZipFile(BytesIO(answer.content)) as book:
        whole = b"".join(book.read(name) for name in book.namelist()).decode()
    assert "Nguyễn" not in whole


@pytest.mark.parametrize("words", EVIL)
def test_what_looks_like_a_formula_stays_a_text(
    browser: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    work: Work,
    desk: Desk,
    words: str,
) -> None:
    code = make_received(work, desk).code
    desk.filing.procedure.name = words
    work.session.flush()
    answer = fetched(
        browser, monkeypatch, desk.intake, sheet_of(ordered(work, desk.intake))
    )
    (_, row), acts = cells(answer.content)
    assert (row[0], row[1], acts) == (code, words, False)


def test_nobody_else_fetches_a_sheet(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch, work: Work, desk: Desk
) -> None:
    make_received(work, desk)
    key = ordered(work, desk.intake)
    for who in (ANONYMOUS, desk.filing.citizen, desk.handler):
        answer = fetched(browser, monkeypatch, who, sheet_of(key))
        assert (answer.status_code, answer.content) == (404, b"")
    for other in (uuid4(), "khong-phai-khoa"):
        mine = fetched(browser, monkeypatch, desk.intake, sheet_of(other))
        assert mine.status_code == 404


def test_receipts_of_several_dossiers_come_in_one_print(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch, work: Work, desk: Desk
) -> None:
    codes = [make_received(work, desk).code for _ in range(2)]
    answer = fetched(browser, monkeypatch, desk.intake, receipts_of(*codes, codes[0]))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    pages = [page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages]
    assert [code for page in pages for code in codes if code in page] == codes


def test_a_paper_is_never_left_out_unnoticed(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch, work: Work, desk: Desk
) -> None:
    received, new = make_received(work, desk).code, make_new(work, desk)
    assert dossier_of(work, new).received_at is None
    many = [f"{received}{n}" for n in range(desk_receipts.MOST + 1)]
    for codes in ([received, new], [received, "KHONG-CO"], [], many):
        answer = fetched(browser, monkeypatch, desk.intake, receipts_of(*codes))
        assert (answer.status_code, answer.content) == (404, b"")


def test_receipts_of_another_unit_are_not_there(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch, work: Work, desk: Desk
) -> None:
    code = make_received(work, desk).code
    for who in (ANONYMOUS, desk.filing.citizen, make_desk(work.session).intake):
        answer = fetched(browser, monkeypatch, who, receipts_of(code))
        assert answer.status_code == 404
