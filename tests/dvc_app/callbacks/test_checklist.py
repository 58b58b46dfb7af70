"""The sheet of papers for people who go to the counter."""

import pytest

from dvc_app import routes
from dvc_app.callbacks.checklist import sheet_of
from services.procedures.show_procedure import show_procedure
from services.work import Work
from tests.web_client import TestClient

BIRTH = "1.001193"


@pytest.fixture
def work(seeded_work: Work) -> Work:
    return seeded_work


def test_the_sheet_names_papers_by_what_is_done_with_them(work: Work) -> None:
    sheet = sheet_of(show_procedure(work, BIRTH))
    assert [case.name for case in sheet.cases] == [
        "Phải nộp",
        "Mang theo để xuất trình rồi nhận lại",
    ]
    assert sheet.cases[0].parts[0].name == "Tờ khai đăng ký khai sinh"
    assert "20 nơi nhận" in sheet.where
    assert sheet.procedure_url.endswith(f"/thu-tuc/{BIRTH}")


def test_anybody_may_print_it(browser: TestClient) -> None:
    answer = browser.get(routes.fill(routes.API_CHECKLIST, code=BIRTH))
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["cache-control"].startswith("public")


def test_an_unknown_procedure_has_no_sheet(browser: TestClient) -> None:
    answer = browser.get(routes.fill(routes.API_CHECKLIST, code="9.999999"))
    assert answer.status_code == 404
