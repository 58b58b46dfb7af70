"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest

from services.core.clock import ZONE
from services.core.errors import SystemUnavailable
from services.integrations.interlinked_services.adapter import (
    HttpInterlinkedServices,
    _fields,
)
from services.integrations.interlinked_services.port import (
    Declaration,
    InterlinkedServices,
    Said,
    SentFile,
    Verdict,
    Waiting,
)
from services.integrations.transport import build_client
from tests.fake_interlinked_services import FakeInterlinkedServices
from tests.sandbox_process import SandboxProcess

V = Verdict


@dataclass(frozen=True)
class Office:
    """The services, how a person files there, and how to break them."""

    services: InterlinkedServices
    file: Callable[[], Waiting]
    take_down: Callable[[], None]


def adapter(client: httpx.Client, password: str = "sandbox") -> HttpInterlinkedServices:
    return HttpInterlinkedServices(client, "sandbox", password)


def status(code: str, state: int, minute: int = 0, **values: Any) -> Said:
    given = {
        "maTTHC": "1.001193",
        "soHoSoLT": f"{code}-LT",
        "coQuanXuLy": "H55.242",
        "maHoSo": code,
        "trangThai": state,
        "thoiGianThucHien": f"23/11/2026 09:{minute:02d}:00",
    }
    return given | values


def invented() -> Declaration:
    """Return a declaration the fake hands over."""
    mark = uuid4().hex[:8]
    waiting = Waiting(
        mark, "H55.242", "2.002621", "LTKS", f"LT-{mark}", datetime.now(ZONE)
    )
    fields = {"nksHoTen": "Nông Hoàng Minh", "nksQueQuan": {"maXa": "05710"}}
    file = SentFile("Giấy chứng sinh", "giay-to.pdf", b"%PDF-1.4")
    return Declaration(waiting, "dvcqg", fields, (file,))


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/interlinked-services", 3.0) as client:
        yield client


@pytest.fixture(params=["fake", "adapter"])
def office(request: pytest.FixtureRequest) -> Office:
    if request.param == "fake":
        fake = FakeInterlinkedServices()

        def file_there() -> Waiting:
            one = invented()
            fake.held[one.waiting.id] = one
            return one.waiting

        return Office(fake, file_there, lambda: setattr(fake, "is_down", True))
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    services = adapter(request.getfixturevalue("client"))

    def file_here() -> Waiting:
        before = {one.id for one in services.waiting()}
        form = {"kind": "birth", "unit": "H55.242", "door": "dvcqg"}
        done = httpx.post(f"{sandbox.url}/interlinked-services.file", data=form)
        assert done.status_code == 303
        [new] = [one for one in services.waiting() if one.id not in before]
        return new

    return Office(
        services, file_here, lambda: sandbox.switch("interlinked_services", "down")
    )


@pytest.fixture
def code() -> str:
    return f"H55.242-261123-{uuid4().hex[:6]}"


def test_a_declaration_waits_until_it_is_acknowledged(office: Office) -> None:
    filed = office.file()
    assert (filed.unit, filed.procedure, filed.module) == (
        "H55.242",
        "2.002621",
        "LTKS",
    )
    assert filed.received_at.utcoffset() is not None
    for _ in range(2):
        office.services.acknowledge(filed.id)
    assert filed.id not in [one.id for one in office.services.waiting()]


def test_a_declaration_is_read_whole(office: Office) -> None:
    filed = office.file()
    read = office.services.declaration(filed.id)
    assert read is not None
    assert read.waiting.code == filed.code
    assert read.door == "dvcqg"
    assert read.fields["nksHoTen"] == "Nông Hoàng Minh"
    assert read.fields["nksQueQuan"]["maXa"] == "05710"
    [file] = read.files
    assert file.data.startswith(b"%PDF")


def test_what_they_do_not_have_is_nothing(office: Office) -> None:
    assert office.services.declaration("nobody-s") is None


def test_a_status_is_taken_once_and_in_order(office: Office, code: str) -> None:
    tell = office.services.tell_status
    assert tell(status(code, 3)).verdict is V.LATER
    assert tell(status(code, 1)).verdict is V.TAKEN
    assert tell(status(code, 1)).verdict is V.TAKEN  # “đã tồn tại”
    assert tell(status(code, 3, 1)).verdict is V.TAKEN
    assert tell(status(code, 4, 2)).verdict is V.TAKEN
    backward = tell(status(code, 2, 3))
    assert backward.verdict is V.REFUSED
    assert backward.words


def test_after_a_refusal_there_is_nothing_left_to_tell(
    office: Office, code: str
) -> None:
    tell = office.services.tell_status
    tell(status(code, 1))
    tell(status(code, 6, 1))
    assert tell(status(code, 3, 2)).verdict is V.TAKEN


def test_services_that_are_down_are_unavailable(office: Office, code: str) -> None:
    filed = office.file()
    office.take_down()
    for ask in (
        office.services.waiting,
        lambda: office.services.declaration(filed.id),
        lambda: office.services.acknowledge(filed.id),
        lambda: office.services.tell_status(status(code, 1)),
    ):
        with pytest.raises(SystemUnavailable):
            ask()


@pytest.mark.parametrize(
    "wrong", [{"maTTHC": "9.000001"}, {"thoiGianThucHien": "2026-11-23"}]
)
def test_a_status_they_cannot_read_is_refused(
    client: httpx.Client, code: str, wrong: dict[str, str]
) -> None:
    assert adapter(client).tell_status(status(code, 1) | wrong).verdict is V.REFUSED


def test_an_unknown_one_is_not_acknowledged(office: Office) -> None:
    with pytest.raises(SystemUnavailable):
        office.services.acknowledge("nobody-s")


def test_a_wrong_password_reaches_nothing(client: httpx.Client) -> None:
    with pytest.raises(SystemUnavailable):
        adapter(client, "wrong").waiting()


@pytest.mark.parametrize("mode", ["slow", "garbage", "error"])
def test_an_answer_late_or_unreadable_is_unavailable(
    sandbox: SandboxProcess, mode: str
) -> None:
    sandbox.switch("interlinked_services", mode, seconds=0.6)
    hasty = build_client(f"{sandbox.url}/interlinked-services", 0.3)
    with hasty, pytest.raises(SystemUnavailable):
        adapter(hasty).waiting()


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<hoTich>",
        "<other><hoSo/></other>",
        "<hoTich/>",
        '<!DOCTYPE a [<!ENTITY b "c">]><hoTich><hoSo><x>&b;</x></hoSo></hoTich>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///x">]><hoTich><hoSo>&b;</hoSo></hoTich>',
    ],
)
def test_xml_with_entities_or_without_sense_is_unreadable(xml: str) -> None:
    with pytest.raises(SystemUnavailable):
        _fields(xml)


def test_the_page_shows_declarations_and_takes_no_foreign_form(
    sandbox: SandboxProcess, office: Office
) -> None:
    page = f"{sandbox.url}/interlinked-services"
    form = {"kind": "birth", "unit": "H55.242"}
    foreign = {"Origin": "http://elsewhere.example"}
    assert httpx.post(f"{page}.file", data=form, headers=foreign).status_code == 403
    assert httpx.post(f"{page}.file", data={"kind": "x"}).status_code == 400
    assert httpx.get(page).status_code == 200
