"""The land registry calls us: kept, judged and answered {Result, Message, Data}."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.callbacks import asking, land_calls
from dvc_app.callbacks.addresses import addresses
from dvc_app.callbacks.slowing import Slowed
from dvc_app.walls.gate import MAX_CALL, Gate
from dvc_app.wording import land as wording
from services.dossiers.models import DossierStatus, TimelineEntry
from services.work import Work
from tests.factories.processing import dossier_of, make_desk, make_received
from tests.services.land.received import PROCEDURE, notices, says
from tests.web_client import TestClient

KEY = {"authorization": "Bearer sandbox"}


@pytest.fixture(autouse=True)
def unslowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(land_calls, "_strange", Slowed("30/10minutes"))


@pytest.fixture
def code(work: Work) -> str:
    return make_received(work, make_desk(work.session, code=PROCEDURE)).code


@pytest.fixture
def outside(run_here: None) -> Iterator[TestClient]:
    """A server elsewhere, before the walls."""
    with TestClient(Gate(addresses), base_url="http://localhost:3000") as client:
        yield client


def call(
    client: TestClient, name: str, body: object, headers: dict[str, str] = KEY
) -> Any:
    return client.post(
        routes.fill(routes.API_LAND, call=name), json=body, headers=headers
    )


def count_lines(work: Work) -> int:
    query = select(TimelineEntry.event).where(TimelineEntry.event != "")
    return sum(event.startswith("land_") for event in work.session.exec(query))


def test_a_call_is_answered_as_they_read_it_and_leaves_its_line(
    work: Work, outside: TestClient, code: str
) -> None:
    answer = call(outside, "ChuyenHoSo", says("ChuyenHoSo", code))
    assert answer.status_code == 200
    assert answer.json() == {"Result": 1, "Message": wording.TAKEN, "Data": None}
    assert count_lines(work) == 1


def test_twenty_times_the_same_is_answered_twenty_times_and_happened_once(
    work: Work, outside: TestClient, code: str
) -> None:
    said = says("KetThucHoSo", code)
    answers = [call(outside, "KetThucHoSo", said).json() for _ in range(20)]
    assert {one["Result"] for one in answers} == {1}
    assert count_lines(work) == len(notices(work)) == 1


def test_the_same_words_in_another_order_are_the_same_call(
    work: Work, outside: TestClient, code: str
) -> None:
    said = says("ChuyenHoSo", code)
    call(outside, "ChuyenHoSo", said)
    call(outside, "ChuyenHoSo", dict(reversed(said.items())))
    assert len(notices(work)) == 1


def test_calls_in_reversed_order_are_all_kept_and_the_late_ones_leave_no_line(
    work: Work, outside: TestClient, code: str
) -> None:
    order = ("ChuyenHoSo", "YeuCauBoSungHoSo", "NhanBoSungHoSo", "KetThucHoSo")
    for minute, name in reversed(list(enumerate(order))):
        answer = call(outside, name, says(name, code, minute))
        assert answer.json()["Result"] == 1
    assert len(notices(work)) == 4
    assert count_lines(work) == 1  # the end alone


def test_of_an_unknown_dossier_it_is_kept_and_said_so(
    work: Work, outside: TestClient
) -> None:
    answer = call(outside, "ChuyenHoSo", says("ChuyenHoSo", "H55.9-261123-0001"))
    assert answer.json() == {"Result": 1, "Message": wording.PARKED, "Data": None}
    assert len(notices(work)) == 1


def test_of_a_returned_dossier_it_is_logged_and_nothing_changes(
    work: Work, outside: TestClient, code: str
) -> None:
    dossier_of(work, code).status = DossierStatus.RETURNED
    work.session.flush()
    answer = call(outside, "KetThucHoSo", says("KetThucHoSo", code))
    assert answer.json() == {"Result": 1, "Message": wording.OVER, "Data": None}
    assert count_lines(work) == 0


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer guessed"}])
def test_without_the_key_nothing_is_kept_and_who_guesses_is_slowed(
    work: Work, outside: TestClient, code: str, headers: dict[str, str]
) -> None:
    said = says("ChuyenHoSo", code)
    answers = [call(outside, "ChuyenHoSo", said, headers) for _ in range(32)]
    assert [one.status_code for one in answers] == [401] * 30 + [429] * 2
    assert answers[0].json()["Result"] == 0
    assert notices(work) == []


@pytest.mark.parametrize(
    ("name", "body"), [("ChuyenHoSo", {}), ("ChuyenHoSo", []), ("Xoa", {"x": 1})]
)
def test_what_cannot_be_read_is_a_no(
    work: Work, outside: TestClient, name: str, body: object
) -> None:
    answer = call(outside, name, body)
    assert answer.json() == {"Result": 0, "Message": wording.UNREADABLE, "Data": None}
    assert notices(work) == []


def test_a_hundred_megabytes_are_not_read(work: Work, outside: TestClient) -> None:
    address = routes.fill(routes.API_LAND, call="ChuyenHoSo")
    length = {"content-length": str(100 << 20)}
    assert outside.post(address, headers=KEY | length).status_code == 413

    def pieces() -> Iterator[bytes]:
        for _ in range(100):
            yield b" " * (1 << 20)

    assert outside.post(address, headers=KEY, content=pieces()).status_code == 413
    assert notices(work) == []
    assert MAX_CALL == 1 << 20


def test_a_fault_of_ours_is_no_answer_so_that_they_call_again(
    work: Work, outside: TestClient, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("the database went away")

    said = says("ChuyenHoSo", code)
    with monkeypatch.context() as broken:
        broken.setattr(asking, "run", fail)
        with pytest.raises(RuntimeError):
            call(outside, "ChuyenHoSo", said)
    assert call(outside, "ChuyenHoSo", said).json()["Result"] == 1
    assert count_lines(work) == 1
