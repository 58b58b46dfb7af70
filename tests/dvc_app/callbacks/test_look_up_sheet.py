"""The sheet of an answer: who asked takes it away, every text a text."""

import dataclasses
import zipfile
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.callbacks import look_up_sheet
from services.audit.models import AuditEntry
from services.integrations.enterprise_registry.port import Registration
from services.look_ups.models import Question
from services.work import ANONYMOUS, Actor, Work
from tests.factories.processing import make_desk
from tests.services.look_ups.asking import TODAY, enterprises, put
from tests.web_client import TestClient

EVIL = '=HYPERLINK("http://bad.example.vn","x")'


def fetched(
    browser: TestClient, patch: pytest.MonkeyPatch, actor: Actor, question: UUID
) -> Any:
    # Any: an answer of the client.
    """Fetch the sheet as this person."""

    async def asking(_: Any) -> Actor:
        return actor

    patch.setattr(look_up_sheet, "asking", asking)
    path = routes.fill(routes.API_LOOK_UP_SHEET, question=str(question))
    return browser.get(path)


def test_the_sheet_has_every_row_and_no_formula(
    work: Work, browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = make_desk(work.session).intake
    enterprises(work).dossiers = [
        Registration(f"{n:04d}", name=EVIL, received_on=TODAY) for n in range(45)
    ]
    mine = dataclasses.replace(work, actor=officer)
    days = {"first": "23/11/2026", "last": "23/11/2026"}
    asked = put(mine, Question.ENTERPRISE_RECEIVED, **days).answered
    assert asked is not None

    answer = fetched(browser, monkeypatch, officer, asked.id)

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    with zipfile.ZipFile(BytesIO(answer.content)) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert page.count("<row ") == 3 + 45
    assert "<f>" not in page
    assert "hyperlink" not in page
    query = select(AuditEntry).where(AuditEntry.act == "look_up.exported")
    assert len(work.session.exec(query).all()) == 1


def test_another_person_takes_nothing_away(
    work: Work, browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk(work.session)
    enterprises(work).dossiers = [Registration("1", received_on=TODAY)]
    mine = dataclasses.replace(work, actor=desk.intake)
    asked = put(mine, Question.ENTERPRISE_DOSSIER, number="1/26").answered
    assert asked is not None
    for actor, question in (
        (desk.handler, asked.id),
        (ANONYMOUS, asked.id),
        (desk.intake, uuid4()),
        (desk.intake, asked.id),  # nothing was found: there is nothing to take away
    ):
        assert fetched(browser, monkeypatch, actor, question).status_code == 404
