"""The same questions to the fake and to the land registry before a running sandbox."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import pytest

from sandbox.ministries.land_registry import said
from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations.generic_ministry.port import Told
from services.integrations.land_registry.adapter import HttpLandRegistry
from services.integrations.land_registry.port import LandCall, LandRegistry, Said
from services.integrations.land_registry.reading import read_call
from services.integrations.transport import build_client
from tests.fake_land_registry import FakeLandRegistry
from tests.sandbox_process import SandboxProcess

HOME = "land-registry"
PDF = b"%PDF-1.4 invented"


@dataclass(frozen=True)
class Office:
    """The registry, and how to trouble it."""

    registry: LandRegistry
    take_down: Callable[[], None]


def adapter(client: httpx.Client) -> HttpLandRegistry:
    """Return the adapter; every file of ours is the same."""
    return HttpLandRegistry(client, ("sandbox", "sandbox"), lambda _id: PDF)


def dossier(**values: Any) -> Said:
    """Return tiepnhan as the courier composes it; Any: JSON."""
    given: Said = {
        "SoBienNhan": f"H55.242-261123-{uuid4().int % 10**9:09d}",
        "NguoiTiepNhan": "Lê Thu Hà",
        "NgayTiepNhan": "23/11/2026 09:00:00",
        "NgayHenTra": "30/11/2026 17:00:00",
        "ThongTinNguoiNopDon": {"HoTen": "Nguyễn Hữu Nghĩa"},
        "ThongTinQuyTrinh": {"MaQuyTrinh": "1.012783", "TenQuyTrinh": "Cấp đổi"},
        "ThongTinThuaDat": [{"SoThuTuThua": "123", "SoHieuBanDo": "14"}],
        "DanhSachGiayToDinhKem": [
            {"TenGiayTo": "Đơn", "TapTin": [{"name": "don.pdf", "id": "1"}]}
        ],
    }
    return {**given, **values}


def supplement(number: str) -> Said:
    return {"SoBienNhan": number, "NgayNhanBoSung": "24/11/2026 09:00:00"}


def returned(number: str) -> Said:
    return {"SoBienNhan": number, "NgayTraKetQua": "25/11/2026 09:00:00"}


def kept(sandbox: SandboxProcess, number: str) -> dict[str, Any]:
    rows = httpx.get(f"{sandbox.url}/{HOME}.json").json()
    [found] = [row for row in rows if row["SoBienNhan"] == number]
    mine: dict[str, Any] = found
    return mine


@pytest.fixture(params=["fake", "http"])
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    if request.param == "fake":
        fake = FakeLandRegistry()
        yield Office(fake, lambda: setattr(fake, "is_down", True))
        return
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    with build_client(f"{sandbox.url}/{HOME}", 5.0) as client:
        yield Office(adapter(client), lambda: sandbox.switch("land_registry", "down"))


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/{HOME}", 5.0) as client:
        yield client


def test_a_dossier_is_taken_and_already_there_is_taken(office: Office) -> None:
    mine = dossier()
    for _ in range(2):
        assert office.registry.receive(mine).is_taken


def test_what_lacks_a_field_is_refused_with_its_name(office: Office) -> None:
    told = office.registry.receive(dossier(NguoiTiepNhan=""))
    assert not told.is_taken
    assert "NguoiTiepNhan" in told.words


def test_steps_of_a_dossier_are_taken_twice_and_of_an_unknown_one_never(
    office: Office,
) -> None:
    mine = dossier()
    office.registry.receive(mine)
    for _ in range(2):
        assert office.registry.tell_supplement(supplement(mine["SoBienNhan"])).is_taken
    for _ in range(2):
        assert office.registry.tell_returned(returned(mine["SoBienNhan"])).is_taken
    for told in (
        office.registry.tell_supplement(supplement("H55.242-261123-0009")),
        office.registry.tell_returned(returned("H55.242-261123-0009")),
    ):
        assert (told.is_taken, told.code) == (False, "404")


def test_silence_is_said_as_silence(office: Office) -> None:
    office.take_down()
    asks: tuple[Callable[[], Told], ...] = (
        lambda: office.registry.receive(dossier()),
        lambda: office.registry.tell_supplement(supplement("x")),
        lambda: office.registry.tell_returned(returned("x")),
    )
    for ask in asks:
        with pytest.raises(SystemUnavailable):
            ask()


def test_papers_arrive_with_their_bytes(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    mine = dossier()
    adapter(client).receive(mine)
    [paper] = kept(sandbox, mine["SoBienNhan"])["DanhSachGiayToDinhKem"]
    assert paper["TapTin"][0]["size"] == len(PDF)
    assert "id" not in paper["TapTin"][0]


def test_a_paper_we_lost_is_not_told_as_an_empty_one(client: httpx.Client) -> None:
    lost = HttpLandRegistry(client, ("sandbox", "sandbox"), lambda _id: None)
    with pytest.raises(SystemUnavailable):
        lost.receive(dossier())


def test_a_result_is_fetched_from_their_host_and_from_no_other(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    registry = adapter(client)
    found = registry.fetch(f"{sandbox.url}/{HOME}/giay-to/GCN-0001")
    assert found is not None
    assert found.startswith(b"%PDF")
    for address in (
        "http://169.254.169.254/latest/meta-data",
        f"{sandbox.url.replace('127.0.0.1', 'localhost')}/{HOME}/giay-to/1",
        "file:///etc/passwd",
        "http://[",
    ):
        assert registry.fetch(address) is None


@pytest.mark.parametrize(
    ("success", "is_taken"), [(True, True), ("1", True), (0, False)]
)
def test_flags_of_every_kind_are_read(success: object, is_taken: bool) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/token"):
            return httpx.Response(200, json={"access_token": "t", "expires_in": 60})
        status = {"success": success, "code": 422, "message": None}
        return httpx.Response(200, json={"data": None, "status": status})

    played = httpx.Client(
        base_url="http://gateway", transport=httpx.MockTransport(answer)
    )
    assert adapter(played).tell_returned(returned("x")).is_taken is is_taken


def test_the_sandbox_refuses_what_the_contract_does_not_allow(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    assert httpx.post(f"{sandbox.url}/{HOME}/tiepnhan", json={}).status_code == 401
    assert httpx.get(f"{sandbox.url}/{HOME}/giay-to/1").status_code == 401
    registry, mine = adapter(client), dossier()
    assert not registry.receive(dossier(NgayTiepNhan="2026-11-23")).is_taken
    registry.receive(mine)
    assert not registry.tell_supplement({**mine, "NgayNhanBoSung": ""}).is_taken
    registry.tell_returned(returned(mine["SoBienNhan"]))
    late = registry.tell_supplement(supplement(mine["SoBienNhan"]))
    assert (late.is_taken, late.code) == (False, "422")
    foreign = {"Origin": "http://elsewhere.example"}
    press = f"{sandbox.url}/{HOME}.call"
    assert httpx.post(press, data={}, headers=foreign).status_code == 403
    assert httpx.post(press, data={"call": "Xoa", "number": "1"}).status_code == 400


@pytest.mark.parametrize(
    ("call", "read_as"),
    [
        ("ChuyenHoSo", LandCall.MOVED),
        ("YeuCauBoSungHoSo", LandCall.SUPPLEMENT_ASKED),
        ("NhanBoSungHoSo", LandCall.SUPPLEMENT_TAKEN),
        ("GuiKetQuaThue", LandCall.TAXES),
        ("KetThucHoSo", LandCall.ENDED),
    ],
)
def test_what_its_page_sends_can_be_read(call: str, read_as: LandCall) -> None:
    body = said(call, "H55.242-261123-0001", "", "https://land.example.vn")
    told = read_call(call, json.dumps(body).encode(), clock.now())
    assert (told.call, told.number) == (read_as, "H55.242-261123-0001")
    assert told.links or call not in ("GuiKetQuaThue", "KetThucHoSo")
    assert told.has_result is (call == "KetThucHoSo")
