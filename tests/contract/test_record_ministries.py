"""The same questions to the fake and to both ministries before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import pytest

from services.core.errors import SystemUnavailable
from services.integrations.construction_permits.adapter import HttpConstructionPermits
from services.integrations.generic_ministry.port import RecordSync, Said
from services.integrations.planning_information.adapter import HttpPlanningInformation
from services.integrations.transport import build_client
from tests.fake_record_ministry import FakeRecordMinistry
from tests.sandbox_process import SandboxProcess

PERMIT, PLANNING = "construction_permits", "planning_information"
ADAPTERS = {PERMIT: HttpConstructionPermits, PLANNING: HttpPlanningInformation}
PATHS = {PERMIT: "construction-permits", PLANNING: "planning-information"}
FILE = {"Url": "https://example.vn/in/lien-thong/tep/x", "Hash": "a" * 64}


@dataclass(frozen=True)
class Office:
    """A ministry, what it keeps, and how to trouble it."""

    key: str
    ministry: RecordSync
    refuse: Callable[[str, str], None]
    take_down: Callable[[], None]


def code() -> str:
    return f"H55.242-261123-{uuid4().int % 10**9:09d}"


def dossier(**values: Any) -> Said:
    """Return HoSo as the courier composes it; Any: JSON."""
    given: Said = {
        "MaHoSo": code(),
        "MaTTHC": "1.013225",
        "TenTTHC": "Cấp giấy phép xây dựng",
        "KenhThucHien": "2",
        "ChuHoSo": "Vũ Đình Khải",
        "NgayNopHoSo": "20261123090000",
        "TrangThaiHoSo": "1",
    }
    return {**given, **values}


def progress(of: Said, **values: Any) -> Said:
    """Return TienDo of a dossier; Any: JSON."""
    given: Said = {
        "MaHoSo": of["MaHoSo"],
        "NguoiXuLy": "Lê Thu Hà",
        "ThoiDiemXuLy": "20261123090000",
        "PhongBanXuLy": "Phường Tích Lương",
        "NoiDungXuLy": "Tiếp nhận hồ sơ",
        "TrangThai": "2",
    }
    return {**given, **values}


def record(key: str, of: Said, number: str = "", **values: Any) -> Said:
    """Return a permit, or a document of planning; Any: JSON."""
    both: Said = {
        "MaHoSo": of["MaHoSo"],
        "CoQuanCap": "Ủy ban nhân dân phường Linh Sơn",
        "NguoiKy": "Phạm Thị Duyệt",
        "ChuDauTu": {"Ten": "Vũ Đình Khải", "SoDinhDanh": "999185000014"},
        "TepGiayPhep": FILE,
    }
    number = number or uuid4().hex[:8]
    own: dict[str, Said] = {
        PERMIT: {
            "SoGiayPhep": number,
            "NgayCap": "23/11/2026",
            "LoaiGiayPhep": "mới",
            "CongTrinh": {"Loai": "Nhà ở riêng lẻ", "DiaDiem": "Phường Linh Sơn"},
        },
        PLANNING: {
            "VanBan": {
                "SoVanBan": number,
                "NgayBanHanh": "23/11/2026",
                "LoaiQuyHoach": "Quy hoạch phân khu",
                "PhamVi": "Khu Đồng Bẩm",
            }
        },
    }
    return {**both, **own[key], **values}


@pytest.fixture(
    params=[f"{kind} {key}" for kind in ("fake", "http") for key in ADAPTERS]
)
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    kind, key = request.param.split()
    if kind == "fake":
        fake = FakeRecordMinistry()
        refuse = fake.refuses.__setitem__
        yield Office(key, fake, refuse, lambda: setattr(fake, "is_down", True))
        return
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")

    def press(code: str, words: str) -> None:
        form = {"code": code, "words": words}
        done = httpx.post(f"{sandbox.url}/{PATHS[key]}.refuse", data=form)
        assert done.status_code == 303

    with build_client(f"{sandbox.url}/{PATHS[key]}", 5.0) as client:
        ministry = ADAPTERS[key](client, "sandbox", "sandbox")
        yield Office(key, ministry, press, lambda: sandbox.switch(key, "down"))


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/{PATHS[PERMIT]}", 5.0) as client:
        yield client


@pytest.fixture
def register(client: httpx.Client) -> HttpConstructionPermits:
    return HttpConstructionPermits(client, "sandbox", "sandbox")


def kept(sandbox: SandboxProcess, of: Said) -> dict[str, Any]:
    rows = httpx.get(f"{sandbox.url}/{PATHS[PERMIT]}.json").json()
    [mine] = [row for row in rows if row["MaHoSo"] == of["MaHoSo"]]
    found: dict[str, Any] = mine
    return found


def test_a_dossier_is_created_then_brought_up_to_date(office: Office) -> None:
    mine = dossier()
    assert office.ministry.save_dossier(mine).is_taken
    assert office.ministry.save_dossier({**mine, "TrangThaiHoSo": "4"}).is_taken


def test_progress_told_twice_is_taken_and_of_an_unknown_dossier_refused(
    office: Office,
) -> None:
    mine = dossier()
    told = office.ministry.tell_progress(progress(mine))
    assert (told.is_taken, told.code) == (False, "-2")
    office.ministry.save_dossier(mine)
    for _ in range(2):
        assert office.ministry.tell_progress(progress(mine)).is_taken


def test_no_way_leads_back_from_the_end(office: Office) -> None:
    mine = dossier(TrangThaiHoSo="10")
    assert office.ministry.save_dossier(mine).is_taken
    told = office.ministry.save_dossier({**mine, "TrangThaiHoSo": "4"})
    assert (told.is_taken, told.code) == (False, "-3")


def test_a_record_gets_one_number_however_often_it_is_sent(office: Office) -> None:
    mine = dossier()
    office.ministry.save_dossier(mine)
    sent = record(office.key, mine)
    first = office.ministry.save_record(sent)
    assert first.is_taken
    assert first.reference
    corrected = office.ministry.save_record({**sent, "NguoiKy": "Trần Văn Thụ"})
    assert (corrected.is_taken, corrected.reference) == (True, first.reference)


def test_a_record_of_an_unknown_dossier_is_refused(office: Office) -> None:
    told = office.ministry.save_record(record(office.key, dossier()))
    assert (told.is_taken, told.code) == (False, "-2")


def test_a_number_given_to_another_dossier_is_refused(office: Office) -> None:
    mine, other = dossier(), dossier()
    office.ministry.save_dossier(mine)
    office.ministry.save_dossier(other)
    number = uuid4().hex[:8]
    assert office.ministry.save_record(record(office.key, mine, number)).is_taken
    assert not office.ministry.save_record(record(office.key, other, number)).is_taken


def test_what_is_missing_is_named(office: Office) -> None:
    mine = dossier()
    office.ministry.save_dossier(mine)
    told = office.ministry.save_record(record(office.key, mine, NguoiKy=""))
    assert (told.is_taken, told.code) == (False, "-1")
    assert "NguoiKy" in told.words


def test_a_clerk_gives_a_record_back_once(office: Office) -> None:
    mine = dossier()
    office.ministry.save_dossier(mine)
    office.refuse(mine["MaHoSo"], "Trường NguoiKy chưa khớp")
    told = office.ministry.save_record(record(office.key, mine))
    assert (told.is_taken, told.words) == (False, "Trường NguoiKy chưa khớp")
    assert office.ministry.save_record(record(office.key, mine)).is_taken


def test_a_ministry_that_is_down_is_unavailable(office: Office) -> None:
    office.take_down()
    asked: list[Callable[[], object]] = [
        lambda: office.ministry.save_dossier(dossier()),
        lambda: office.ministry.tell_progress(progress(dossier())),
        lambda: office.ministry.save_record(record(office.key, dossier())),
    ]
    for ask in asked:
        with pytest.raises(SystemUnavailable):
            ask()


@pytest.mark.parametrize(
    "wrong",
    [
        {"MaTTHC": "9.999999"},
        {"TrangThaiHoSo": "11"},
        {"ChuHoSo": ""},
        {"NgayNopHoSo": "2026-11-23"},
        {"MaHoSo": "hồ sơ 1"},
    ],
)
def test_a_dossier_they_cannot_take_is_refused_with_words(
    register: HttpConstructionPermits, wrong: dict[str, Any]
) -> None:
    told = register.save_dossier(dossier(**wrong))
    assert (told.is_taken, told.code) == (False, "-1")
    assert told.words


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"NgayCap": "2026-11-23"}, "NgayCap"),
        ({"LoaiGiayPhep": "nhà lá"}, "LoaiGiayPhep"),
        ({"CongTrinh": {"Loai": "Nhà ở"}}, "CongTrinh.DiaDiem"),
        ({"TepGiayPhep": {"Url": "https://x", "Hash": "1"}}, "TepGiayPhep.Hash"),
    ],
)
def test_a_permit_they_cannot_take_is_refused_by_field(
    register: HttpConstructionPermits, wrong: dict[str, Any], named: str
) -> None:
    mine = dossier()
    register.save_dossier(mine)
    told = register.save_record(record(PERMIT, mine, **wrong))
    assert (told.is_taken, told.code) == (False, "-1")
    assert named in told.words


def test_an_answer_lost_on_the_way_doubles_nothing(
    sandbox: SandboxProcess, register: HttpConstructionPermits
) -> None:
    mine = dossier()
    register.save_dossier(mine)
    sent = record(PERMIT, mine)
    sandbox.switch(PERMIT, "lost")
    with pytest.raises(SystemUnavailable):
        register.save_record(sent)
    assert register.save_record(sent).is_taken
    assert len(kept(sandbox, mine)["GiayPhep"]) == 1


def test_a_fault_of_their_system_is_no_verdict(
    sandbox: SandboxProcess, register: HttpConstructionPermits
) -> None:
    register.save_dossier(dossier())  # the token is there
    sandbox.switch(PERMIT, "error")
    with pytest.raises(SystemUnavailable):
        register.save_dossier(dossier())


@pytest.mark.parametrize("mode", ["garbage", "cut", "shape", "redirect", "busy"])
def test_an_answer_that_is_none_is_unavailable(
    sandbox: SandboxProcess, register: HttpConstructionPermits, mode: str
) -> None:
    register.save_dossier(dossier())
    sandbox.switch(PERMIT, mode)
    with pytest.raises(SystemUnavailable):
        register.save_record(record(PERMIT, dossier()))


def test_an_expired_token_is_renewed_once(
    sandbox: SandboxProcess, register: HttpConstructionPermits
) -> None:
    register.save_dossier(dossier())
    sandbox.switch(PERMIT, "expired")
    assert register.save_dossier(dossier()).is_taken


def test_a_wrong_secret_reaches_nothing(client: httpx.Client) -> None:
    with pytest.raises(SystemUnavailable):
        HttpConstructionPermits(client, "sandbox", "wrong").save_dossier(dossier())


def answering(body: dict[str, Any]) -> HttpConstructionPermits:
    def answer(request: httpx.Request) -> httpx.Response:
        token = {"access_token": "t", "expires_in": 60}
        return httpx.Response(200, json=token if "token" in request.url.path else body)

    played = httpx.Client(
        base_url="http://gateway", transport=httpx.MockTransport(answer)
    )
    return HttpConstructionPermits(played, "k", "s")


@pytest.mark.parametrize("code", [0, "0", 1, "1"])
def test_numbers_and_strings_are_the_same_code(code: int | str) -> None:
    mine = dossier()
    item = {"MaHoSo": mine["MaHoSo"], "error_code": code, "message": ""}
    body = {"error_code": code, "message": "", "result": [item]}
    assert answering(body).tell_progress(progress(mine)).is_taken


@pytest.mark.parametrize(
    "result", [None, [], [{"MaHoSo": "H55.242-261123-0009", "error_code": "0"}]]
)
def test_a_yes_that_names_another_dossier_is_no_answer(result: Any) -> None:
    body = {"error_code": "0", "message": "", "result": result}
    with pytest.raises(SystemUnavailable):
        answering(body).tell_progress(progress(dossier()))


def test_anybody_may_see_where_a_dossier_stands_and_no_name(
    sandbox: SandboxProcess, register: HttpConstructionPermits
) -> None:
    mine = dossier()
    register.save_dossier(mine)
    register.tell_progress(progress(mine))
    register.save_record(record(PERMIT, mine, "77/GPXD"))
    page = f"{sandbox.url}/{PATHS[PERMIT]}.tra-cuu"
    for label in ("Nhập Mã hồ sơ", "Tra cứu"):
        assert label in httpx.get(page).text
    found = httpx.get(page, params={"MaHoSo": mine["MaHoSo"]}).text
    for said in ("Quy trình", "Tiếp nhận hồ sơ", "77/GPXD"):
        assert said in found
    for secret in ("Vũ Đình Khải", "999185000014", "Lê Thu Hà"):
        assert secret not in found
    assert "Không có hồ sơ" in httpx.get(page, params={"MaHoSo": code()}).text


def test_the_board_shows_what_came_and_takes_no_foreign_form(
    sandbox: SandboxProcess, register: HttpConstructionPermits
) -> None:
    mine = dossier()
    register.save_dossier(mine)
    board = f"{sandbox.url}/{PATHS[PERMIT]}"
    assert mine["MaHoSo"] in httpx.get(board).text
    form = {"code": mine["MaHoSo"], "words": "x"}
    foreign = {"Origin": "http://elsewhere.example"}
    refused = httpx.post(f"{board}.refuse", data=form, headers=foreign)
    assert refused.status_code == 403
    assert httpx.post(f"{board}.refuse", data={"code": code()}).status_code == 400
