"""“Lưu vào kho”: typing outlives the reading, a twin is said, the next one opens."""

from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.state.officer.store import StoreState
from dvc_app.wording import digitising as wording
from services.digitising.models import PaperReading, ReadingState
from services.digitising.read_pages import PagesRead
from services.digitising.read_paper import keep_reading
from services.signals import dossier_topic
from services.work import Work
from tests.dvc_app.state.officer.desks import open_as, send
from tests.factories.processing import Desk, dossier_of, make_desk
from tests.services.digitising.reading import VALUES, a_readout, make_store


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def opened(work: Work, desk: Desk, code: str) -> Any:
    return open_as(StoreState, work, desk.intake, routes.fill(routes.STORE, code=code))


def unread(work: Work, file_id: UUID) -> PaperReading:
    """Let the file wait for its reading again."""
    row = work.session.exec(
        select(PaperReading).where(PaperReading.file_id == file_id)
    ).one()
    row.state, row.kind, row.pages = ReadingState.WAITING, "", 0
    work.session.add(row)
    work.session.flush()
    return row


def offered(state: Any) -> dict[str, str]:
    return {field.name: field.value for field in state.fields}


def press(state: Any, form: dict[str, Any]) -> None:
    """Send the form to its end."""

    async def to_its_end() -> None:
        async for _ in state.save(form):
            pass

    send(to_its_end())


def test_the_form_stands_while_the_paper_is_read_and_outlives_the_reading(
    work: Work, desk: Desk
) -> None:
    code, file_id = make_store(work, desk)
    unread(work, file_id)

    state = opened(work, desk, code)
    form, before = state.form_key, offered(state)
    early, intent = state.notice, state._intent
    keep_reading(work, file_id, PagesRead(a_readout(), (b"jpeg",)), 1.0)
    send(state.refresh())

    assert state.may_save
    assert early == wording.READING
    assert before["number"] == ""
    assert before["owner"]  # the dossier knows it
    assert (state.form_key, state._intent) == (form, intent)
    assert offered(state)["number"] == VALUES["number"]
    assert state.offered["number"][0] == VALUES["number"]
    assert len(state.pictures) == 1
    assert state._topics == (dossier_topic(dossier_of(work, code).id),)


def test_a_twin_is_said_as_soon_as_what_is_typed_names_it(
    work: Work, desk: Desk
) -> None:
    first, second = make_store(work, desk), make_store(work, desk)
    state = opened(work, desk, first[0])
    ticks = {f"ok-{name}": True for name in VALUES}
    press(state, VALUES | ticks)
    unread(work, second[1])

    other = opened(work, desk, second[0])
    send(other.choose_kind("birth_certificate"))
    alone = other.has_twin
    for name in ("number", "issuer", "owner_number"):
        send(other.look_for_twin(name, VALUES[name]))
    found = other.has_twin
    send(other.refresh())
    still = other.has_twin
    send(other.look_for_twin("number", "42/2021"))

    assert (alone, found, still, other.has_twin) == (False, True, True, False)


def test_a_paper_that_is_saved_is_marked_and_said(work: Work, desk: Desk) -> None:
    code, _ = make_store(work, desk)
    state = opened(work, desk, code)

    press(state, {"number": ""})
    faults = set(state.problems)
    press(state, VALUES | {f"ok-{name}": True for name in VALUES})

    assert {"number", "issued_on", "issuer"} <= faults
    assert state._said.startswith("Lưu thành công giấy tờ")
    assert state.papers[0].tag == wording.SAVED
    assert not state.may_save
    assert state.all_saved
