"""The same questions to the fake and to both adapters before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from services.core.errors import SystemUnavailable
from services.integrations.national_portal.access import Access
from services.integrations.national_portal.adapter import VxpNationalPortal
from services.integrations.national_portal.central import CentralNationalPortal
from services.integrations.national_portal.port import NationalPortal, Said, Way
from services.integrations.transport import build_client
from tests.fake_national_portal import FakeNationalPortal
from tests.sandbox_process import SandboxProcess

NOON = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
FILES = {"one": b"%PDF-1.7 a paper"}
ACCESS = Access("sandbox", "sandbox", "000.00.00.H55", "VN:GOV:vpcpdvcqg")


@dataclass(frozen=True)
class Office:
    """Their side, and how to break it."""

    portal: NationalPortal
    take_down: Callable[[], None]


def code() -> str:
    return f"H55.242-261123-{uuid4().int % 10**9:09d}"


def dossier(**values: Any) -> Said:
    """Return HoSo as the courier composes it; Any: JSON."""
    given: Said = {
        "MaHoSo": code(),
        "MaTTHC": "2.000815",
        "TenTTHC": "Chứng thực bản sao",
        "KenhThucHien": "2",
        "ChuHoSo": "Nguyễn Thị Mai Hương",
        "SoGiayToChuHoSo": "999190000001",
        "NgayNopHoSo": "20261123090000",
        "NgayTiepNhan": None,
        "TrangThaiHoSo": "1",
        "DanhSachLePhi": [{"TenPhiLePhi": "Phí", "Gia": "2000"}],
        "DanhSachGiayToKetQua": [],
        "LoaiDoiTuong": "1",
        "SoDienThoai": "0900000101",
        "Email": "",
        "TaiLieuNop": [],
    }
    return {**given, **values}


def progress(of: Said, minute: int = 0, **values: Any) -> Said:
    """Return TienDo of a dossier; Any: JSON."""
    given: Said = {
        "MaHoSo": of["MaHoSo"],
        "NguoiXuLy": "Lê Thu Hà",
        "ThoiDiemXuLy": f"2026112309{minute:02d}00",
        "PhongBanXuLy": "Phường Tích Lương",
        "NoiDungXuLy": "Tiếp nhận hồ sơ",
        "TrangThai": "2",
    }
    return {**given, **values}


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/national-portal", 5.0) as client:
        yield client


@pytest.fixture
def central_client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/central-portal", 5.0) as client:
        yield client


@pytest.fixture(params=["fake", "vxp", "central"])
def office(request: pytest.FixtureRequest) -> Office:
    if request.param == "fake":
        fake = FakeNationalPortal(technical_ids={"999190000001": "TECH-999-0001"})
        return Office(fake, lambda: setattr(fake, "is_down", True))
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    if request.param == "central":
        client = request.getfixturevalue("central_client")
        newer = CentralNationalPortal(client, ACCESS, FILES.get)
        return Office(newer, lambda: sandbox.switch("central_portal", "down"))
    portal = VxpNationalPortal(request.getfixturevalue("client"), ACCESS)
    return Office(portal, lambda: sandbox.switch("national_portal", "down"))


def ledger(sandbox: SandboxProcess, of: Said) -> list[dict[str, Any]]:
    rows = httpx.get(f"{sandbox.url}/national-portal.json").json()
    return [row for row in rows if row["MaHoSo"] == of["MaHoSo"]]


def test_a_dossier_is_created_then_brought_up_to_date(office: Office) -> None:
    mine = dossier()
    assert office.portal.save_dossier(mine).is_taken
    assert office.portal.save_dossier({**mine, "TrangThaiHoSo": "4"}).is_taken
    [kept] = office.portal.find_dossier(mine["MaHoSo"])
    assert kept.status == 4
    assert kept.fee in (2000, None)  # the newer interface takes fees with 5, 6, 9
    assert not kept.has_result
    assert kept.owner_number == "999190000001"


def test_a_dossier_nobody_told_is_not_there(office: Office) -> None:
    assert office.portal.find_dossier(code()) == ()


def test_an_unknown_procedure_is_refused_with_their_words(office: Office) -> None:
    told = office.portal.save_dossier(dossier(MaTTHC="9.999999"))
    assert (told.is_taken, told.code) == (False, "-3")
    assert told.words


def test_no_way_leads_back_from_the_end(office: Office) -> None:
    mine = dossier(TrangThaiHoSo="10")
    assert office.portal.save_dossier(mine).is_taken
    assert not office.portal.save_dossier({**mine, "TrangThaiHoSo": "4"}).is_taken
    assert office.portal.find_dossier(mine["MaHoSo"])[0].status == 10


def test_progress_of_a_dossier_they_do_not_know_is_refused(office: Office) -> None:
    assert not office.portal.tell_progress([progress(dossier())]).is_taken


def test_progress_told_again_is_taken(office: Office) -> None:
    mine = dossier()
    office.portal.save_dossier(mine)
    for _ in range(2):
        assert office.portal.tell_progress([progress(mine)]).is_taken


def test_their_list_holds_what_was_handed_in_between(office: Office) -> None:
    mine = dossier()
    office.portal.save_dossier(mine)
    told = office.portal.changed_dossiers(NOON - timedelta(days=1), NOON)
    assert mine["MaHoSo"] in {one.code for one in told}


def test_a_person_has_a_technical_id_or_none(office: Office) -> None:
    if isinstance(office.portal, CentralNationalPortal):
        assert office.portal.technical_id("999190000001") == ""
        return
    assert office.portal.technical_id("999190000001") == "TECH-999-0001"
    assert office.portal.technical_id("999000000000") == ""


def test_the_catalogue_tells_fees_papers_and_results(office: Office) -> None:
    if isinstance(office.portal, CentralNationalPortal):
        assert office.portal.procedure_codes() == ()
        assert office.portal.procedure("2.000815") is None
        return
    assert "2.000815" in office.portal.procedure_codes()
    found = office.portal.procedure("2.000815")
    assert found is not None
    assert found.is_public
    assert found.fees[0].amount == 2000
    assert found.fees[0].way is Way.DIRECT
    assert found.results[0][0] == "KQ.G15.000031"
    assert office.portal.procedure("1.000000") is None


def test_a_portal_that_is_down_is_unavailable(office: Office) -> None:
    office.take_down()
    asked: list[Callable[[], object]] = [
        lambda: office.portal.save_dossier(dossier()),
        lambda: office.portal.tell_progress([progress(dossier())]),
        lambda: office.portal.find_dossier(code()),
        lambda: office.portal.technical_id("999190000001"),
        lambda: office.portal.procedure("2.000815"),
    ]
    is_newer = isinstance(office.portal, CentralNationalPortal)
    for ask in asked[:3] if is_newer else asked:
        with pytest.raises(SystemUnavailable):
            ask()


def test_progress_goes_by_tens_the_earliest_first(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    mine, portal = dossier(), VxpNationalPortal(client, ACCESS)
    portal.save_dossier(mine)
    lines = [progress(mine, minute) for minute in reversed(range(23))]

    assert portal.tell_progress(lines).is_taken

    [kept] = ledger(sandbox, mine)
    moments = [line["ThoiDiemXuLy"] for line in kept["TienDo"]]
    assert len(moments) == 23
    assert moments == sorted(moments)


def test_a_session_that_ended_is_renewed_once(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    portal = VxpNationalPortal(client, ACCESS)
    portal.save_dossier(dossier())
    httpx.post(f"{sandbox.url}/national-portal.end-sessions")
    assert portal.save_dossier(dossier()).is_taken


def test_they_have_it_though_they_said_no_and_create_becomes_update(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    portal, mine = VxpNationalPortal(client, ACCESS), dossier()
    portal.save_dossier(mine)
    monkeypatch.setattr(portal, "find_dossier", lambda code: ())
    assert portal.save_dossier({**mine, "TrangThaiHoSo": "4"}).is_taken
    monkeypatch.undo()
    assert portal.find_dossier(mine["MaHoSo"])[0].status == 4


def test_an_update_of_what_they_lost_becomes_a_create(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    portal, mine = VxpNationalPortal(client, ACCESS), dossier()
    monkeypatch.setattr(portal, "find_dossier", lambda code: (object(),))
    assert portal.save_dossier(mine).is_taken


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ChuHoSo", ""),
        ("NgayNopHoSo", "23/11/2026"),
        ("TrangThaiHoSo", "11"),
        ("MaHoSo", "12345"),
        ("TrichYeuHoSo", "x" * 1001),
    ],
)
def test_what_breaks_their_rules_is_refused(
    client: httpx.Client, field: str, value: str
) -> None:
    told = VxpNationalPortal(client, ACCESS).save_dossier(dossier(**{field: value}))
    assert (told.is_taken, told.code) == (False, "-1")


@pytest.mark.parametrize("mode", ["slow", "garbage", "error"])
def test_an_answer_late_unreadable_or_an_error_is_unavailable(
    sandbox: SandboxProcess, mode: str
) -> None:
    sandbox.switch("national_portal", mode, seconds=0.6)
    hasty = build_client(f"{sandbox.url}/national-portal", 0.3)
    with hasty, pytest.raises(SystemUnavailable):
        VxpNationalPortal(hasty, ACCESS).save_dossier(dossier())


def test_a_wrong_password_reaches_nothing(client: httpx.Client) -> None:
    stranger = Access("sandbox", "wrong", "000.00.00.H55", "VN:GOV:vpcpdvcqg")
    with pytest.raises(SystemUnavailable):
        VxpNationalPortal(client, stranger).find_dossier(code())
    assert "wrong" not in repr(stranger)


@pytest.mark.parametrize(
    "body",
    [
        {"error_code": None},
        {"error_code": {}},
        {"error_code": 0, "result": [{"TrangThaiHoSo": 99, "MaHoSo": "x"}]},
        {"error_code": 0, "result": "?"},
        [],
        "0",
    ],
)
def test_an_answer_of_another_shape_is_unavailable(body: object) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        is_login = request.url.path.endswith("login")
        told = {"error_code": 0, "session": "s"} if is_login else body
        return httpx.Response(200, json=told)

    mocked = httpx.Client(
        base_url="http://there.example", transport=httpx.MockTransport(answer)
    )
    with pytest.raises(SystemUnavailable):
        VxpNationalPortal(mocked, ACCESS).find_dossier(code())


def test_codes_come_as_numbers_or_as_texts() -> None:
    told = iter([{"error_code": "0", "session": 7}, {"error_code": "0"}, {}])
    answers = httpx.MockTransport(lambda request: httpx.Response(200, json=next(told)))
    client = httpx.Client(base_url="http://there.example", transport=answers)
    assert VxpNationalPortal(client, ACCESS).find_dossier(code()) == ()


def test_a_lost_answer_and_a_kill_lose_no_dossier_and_make_no_second(
    tmp_path: Path,
) -> None:
    sandbox, mine = SandboxProcess(tmp_path), dossier()
    try:
        sandbox.start()
        with build_client(f"{sandbox.url}/national-portal", 1.0) as client:
            portal = VxpNationalPortal(client, ACCESS)
            portal.save_dossier(mine)
            sandbox.switch("national_portal", "slow", seconds=1.3)
            with pytest.raises(SystemUnavailable):
                portal.tell_progress([progress(mine)])
        sandbox.switch("national_portal", "normal")
        sandbox.kill()
        sandbox.start()
        with build_client(f"{sandbox.url}/national-portal", 5.0) as client:
            again = VxpNationalPortal(client, ACCESS)
            assert again.save_dossier(mine).is_taken
            assert again.tell_progress([progress(mine)]).is_taken
        [kept] = ledger(sandbox, mine)
        assert len(kept["TienDo"]) == 1
    finally:
        sandbox.kill()


def test_their_page_shows_dossiers_and_lets_them_differ(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    mine, portal = dossier(), VxpNationalPortal(client, ACCESS)
    portal.save_dossier(mine)
    assert mine["MaHoSo"] in httpx.get(f"{sandbox.url}/national-portal").text
    there = f"{sandbox.url}/national-portal.change"
    form = {"code": mine["MaHoSo"], "change": "double"}
    foreign = {"Origin": "http://elsewhere.example"}
    assert httpx.post(there, data=form, headers=foreign).status_code == 403
    assert httpx.post(there, data=form).status_code == 303
    assert len(portal.find_dossier(mine["MaHoSo"])) == 2
    assert httpx.post(there, data={**form, "change": "burn"}).status_code == 400


PAPER = {
    "TepDinhKemId": "one",
    "TenTepDinhKem": "don.pdf",
    "MaThanhPhanHoSo": "G01",
    "MaKetQuaThayThe": "",
}


def test_the_newer_interface_gets_the_bytes_of_papers_first(
    sandbox: SandboxProcess, central_client: httpx.Client
) -> None:
    newer = CentralNationalPortal(central_client, ACCESS, FILES.get)
    lost = {**PAPER, "TepDinhKemId": "gone"}
    mine = dossier(TaiLieuNop=[PAPER, lost])

    assert newer.save_dossier(mine).is_taken

    [kept] = ledger(sandbox, mine)
    [part] = kept["ThanhPhanHoSo"]
    assert [one["TenGiayTo"] for one in part["GiayToDinhKem"]] == ["don.pdf"]


@pytest.mark.parametrize("status", [str(number) for number in range(1, 11)])
def test_the_newer_interface_takes_every_status(
    central_client: httpx.Client, status: str
) -> None:
    newer = CentralNationalPortal(central_client, ACCESS, FILES.get)
    mine = dossier(
        TrangThaiHoSo=status, DanhSachGiayToKetQua=[{"TenGiayTo": "Giấy phép"}]
    )

    assert newer.save_dossier(mine).is_taken

    [kept] = newer.find_dossier(mine["MaHoSo"])
    is_rich = status in ("5", "6", "9")
    assert (kept.status, bool(kept.has_result)) == (int(status), is_rich)
    assert kept.fee == (2000 if is_rich else None)


def test_the_newer_interface_renews_its_token_once(
    sandbox: SandboxProcess, central_client: httpx.Client
) -> None:
    newer = CentralNationalPortal(central_client, ACCESS, FILES.get)
    newer.find_dossier(code())
    httpx.post(f"{sandbox.url}/central-portal.end-sessions")
    assert newer.save_dossier(dossier()).is_taken


@pytest.mark.parametrize("mode", ["slow", "garbage", "error"])
def test_the_newer_interface_late_or_unreadable_is_unavailable(
    sandbox: SandboxProcess, mode: str
) -> None:
    sandbox.switch("central_portal", mode, seconds=0.6)
    hasty = build_client(f"{sandbox.url}/central-portal", 0.3)
    with hasty, pytest.raises(SystemUnavailable):
        CentralNationalPortal(hasty, ACCESS, FILES.get).save_dossier(dossier())
