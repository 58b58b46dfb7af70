"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest

from services.core.clock import ZONE, now
from services.core.errors import SystemUnavailable
from services.integrations.arriving import Arrival, ArrivedPaper, ArrivedPerson
from services.integrations.generic_ministry.port import Said
from services.integrations.social_assistance_registry.adapter import (
    Access,
    HttpSocialAssistanceRegistry,
)
from services.integrations.social_assistance_registry.port import (
    SocialAssistanceRegistry,
)
from services.integrations.transport import build_client
from tests.fake_social_assistance_registry import FakeSocialAssistanceRegistry
from tests.sandbox_process import SandboxProcess

ACCESS = Access("sandbox", "sandbox", "sandbox", "dvc", "19")
PLACE = "social-assistance"
PERSON = "999141000501"
ELSEWHERE = (
    "<ExtentData><DanhSachTaiLieuNop><TaiLieuNop><DuongDanTaiTepTin>"
    "http://elsewhere/tep</DuongDanTaiTepTin></TaiLieuNop></DanhSachTaiLieuNop>"
    "</ExtentData>"
)


def dossier(**values: Any) -> Said:
    said = {
        "LoaiDuLieu": "100",
        "MaHoSo": f"H55.242-261123-{uuid4().int % 10**9:09d}",
        "MaTTHC": "1.001776",
        "TenTTHC": "Trợ cấp xã hội hằng tháng",
        "HoVaTen": "Phạm Quốc Việt & con",
        "NgayThangNamSinh": "30/04/1975",
        "KenhThucHien": "1",
        "DonViXuLy": "Ủy ban nhân dân phường Linh Sơn",
        "StatusId": "2",
        "SubmitedDate": "23/11/2026 09:00:00",
        "NgayTiepNhan": "23/11/2026 09:05:00",
        "TaiLieuNop": [{"TenTepDinhKem": "to-khai <1>.pdf", "MaThanhPhanHoSo": "TC01"}],
        "GiayToKetQua": [],
    }
    return said | values


def progress(of: Said, **values: Any) -> Said:
    said = {
        "MaHoSo": of["MaHoSo"],
        "NguoiXuLy": "Lê Thu Hà",
        "ChucDanh": "",
        "ThoiDiemXuLy": "23/11/2026 09:05:00",
        "DonViXuLy": "Bộ phận một cửa",
        "NoiDungXuLy": "Tiếp nhận hồ sơ",
        "StatusId": "2",
        "NgayBatDau": "23/11/2026 09:05:00",
        "NgayKetThucTheoQuyDinh": "07/12/2026 09:05:00",
    }
    return said | values


def adapter(client: httpx.Client, access: Access = ACCESS) -> Any:
    return HttpSocialAssistanceRegistry(client, access)


@dataclass(frozen=True)
class Office:
    """The registry, how somebody files there, and how to break it."""

    registry: SocialAssistanceRegistry
    file: Callable[[], str]  # → their code
    take_down: Callable[[], None]


def file_there(sandbox: SandboxProcess) -> str:
    form = {"person": PERSON, "procedure": "1.001776", "unit": "H55.242"}
    assert httpx.post(f"{sandbox.url}/{PLACE}.register", data=form).status_code == 303
    return str(rows(sandbox)[0]["MaHoSo"])


def rows(sandbox: SandboxProcess) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = httpx.get(f"{sandbox.url}/{PLACE}.json").json()
    return found


def kept(sandbox: SandboxProcess, code: str) -> dict[str, Any]:
    [mine] = [row for row in rows(sandbox) if row["MaHoSo"] == code]
    return mine


def invented() -> Arrival:
    return Arrival(
        code=f"BTXH-261123-{uuid4().int % 10**9:09d}",
        unit="H55.242",
        procedure="1.001776",
        submitted_at=datetime(2026, 11, 23, 8, 0, tzinfo=ZONE),
        submitter=ArrivedPerson("Lường Thị Ính", PERSON, date(1941, 9, 2)),
        papers=(ArrivedPaper("to-khai.pdf", b"%PDF-1.4 one", "TC01"),) * 2,
        answers={"e.person_sex": "female"},
    )


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/{PLACE}", 5.0) as client:
        yield client


@pytest.fixture(params=["fake", "adapter"])
def office(request: pytest.FixtureRequest) -> Office:
    if request.param == "fake":
        fake = FakeSocialAssistanceRegistry()

        def keep() -> str:
            arrival = invented()
            fake.held[arrival.code] = arrival
            return arrival.code

        return Office(fake, keep, lambda: setattr(fake, "is_down", True))
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    return Office(
        adapter(request.getfixturevalue("client")),
        lambda: file_there(sandbox),
        lambda: sandbox.switch("social_assistance_registry", "down"),
    )


def test_a_dossier_is_taken_told_again_and_brought_up_to_date(office: Office) -> None:
    mine = dossier()
    assert office.registry.save_dossier(mine).code == "0"
    again = office.registry.save_dossier(mine)
    assert (again.is_taken, again.words) == (True, "Hồ sơ đã tồn tại")
    assert office.registry.save_dossier({**mine, "StatusId": "4"}).code == "0"


def test_from_the_end_no_way_leads_back(office: Office) -> None:
    mine = dossier(StatusId="10")
    office.registry.save_dossier(mine)
    told = office.registry.save_dossier({**mine, "StatusId": "4"})
    assert (told.is_taken, told.code) == (False, "-5")


def test_what_they_cannot_take_is_refused_in_their_words(office: Office) -> None:
    nameless = office.registry.save_dossier(dossier(HoVaTen=""))
    assert (nameless.is_taken, nameless.words) == (False, "Thiếu trường HoVaTen")
    foreign = office.registry.save_dossier(dossier(MaTTHC="9.999999"))
    assert (foreign.is_taken, foreign.code) == (False, "-3")


def test_progress_told_twice_is_taken_and_of_an_unknown_dossier_refused(
    office: Office,
) -> None:
    mine = dossier()
    told = office.registry.tell_progress(progress(mine))
    assert (told.is_taken, told.code) == (False, "-2")
    office.registry.save_dossier(mine)
    for _ in range(2):
        assert office.registry.tell_progress(progress(mine)).is_taken


def test_what_was_filed_there_waits_until_our_code_is_told(office: Office) -> None:
    code = office.file()
    assert code in office.registry.waiting()

    arrival = office.registry.arrival(code)

    assert arrival is not None
    assert (arrival.unit, arrival.procedure) == ("H55.242", "1.001776")
    assert arrival.submitter.name == "Lường Thị Ính"
    assert arrival.submitter.number == PERSON
    assert arrival.submitter.birth_date == date(1941, 9, 2)
    assert arrival.answers["e.person_sex"] == "female"
    assert len(arrival.papers) == 2
    assert arrival.papers[0].component == "TC01"
    assert arrival.papers[0].data.startswith(b"%PDF")
    for _ in range(2):
        office.registry.acknowledge(code, "H55.242-261123-0001")
    assert code not in office.registry.waiting()


def test_another_code_for_the_same_dossier_is_a_fault(office: Office) -> None:
    code = office.file()
    office.registry.acknowledge(code, "H55.242-261123-0001")
    with pytest.raises(SystemUnavailable):
        office.registry.acknowledge(code, "H55.242-261123-0002")


def test_what_they_do_not_have_is_nothing(office: Office) -> None:
    assert office.registry.arrival("BTXH-261123-000000") is None


def test_a_registry_that_is_down_is_unavailable(office: Office) -> None:
    office.take_down()
    asked: list[Callable[[], object]] = [
        lambda: office.registry.save_dossier(dossier()),
        lambda: office.registry.tell_progress(progress(dossier())),
        lambda: office.registry.waiting(),
        lambda: office.registry.arrival("BTXH-261123-000000"),
        lambda: office.registry.acknowledge("BTXH-261123-000000", "H55"),
    ]
    for ask in asked:
        with pytest.raises(SystemUnavailable):
            ask()


def test_progress_follows_under_their_code_and_stands_in_their_look_up(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    code = file_there(sandbox)
    registry = adapter(client)
    registry.acknowledge(code, "H55.242-261123-000777")
    assert registry.save_dossier(dossier(MaHoSo=code)).is_taken
    assert registry.tell_progress(progress({"MaHoSo": code})).is_taken

    for asked in (code, "H55.242-261123-000777"):
        page = httpx.get(f"{sandbox.url}/{PLACE}.tra-cuu", params={"MaHoSo": asked})
        assert "Quy trình" in page.text
        assert "Tiếp nhận hồ sơ" in page.text
        assert "Lê Thu Hà" not in page.text  # the page is public
    assert [row["TaiKhoanXuLy"] for row in kept(sandbox, code)["QuyTrinh"]] == ["dvc"]


def test_papers_arrive_as_xml_whatever_their_names_hold(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    mine = dossier()
    adapter(client).save_dossier(mine)
    there = kept(sandbox, mine["MaHoSo"])
    assert there["HoVaTen"] == "Phạm Quốc Việt & con"
    assert "to-khai &lt;1&gt;.pdf" in there["CertificateExtentData"]
    assert "AcceptKey" not in there


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"LoaiDuLieu": "1"}, "-1"),
        ({"MaHoSo": "hồ sơ 1"}, "-1"),
        ({"StatusId": "11"}, "-1"),
        ({"SubmitedDate": "2026-11-23"}, "-1"),
        ({"NgayThangNamSinh": "1975-04-30"}, "-1"),
        ({"DonViXuLy": ""}, "-1"),
    ],
)
def test_a_dossier_that_is_wrong_is_refused_with_a_code(
    client: httpx.Client, wrong: dict[str, Any], code: str
) -> None:
    told = adapter(client).save_dossier(dossier(**wrong))
    assert (told.is_taken, told.code) == (False, code)
    assert told.words


def test_progress_that_leads_back_or_lacks_a_field_is_refused(
    client: httpx.Client,
) -> None:
    mine, registry = dossier(), adapter(client)
    registry.save_dossier(mine)
    registry.tell_progress(progress(mine, StatusId="9"))
    back = registry.tell_progress(progress(mine, StatusId="1"))
    assert (back.is_taken, back.code) == (False, "-5")
    lacking = registry.tell_progress(progress(mine, NoiDungXuLy=""))
    assert "NoiDungXuLy" in lacking.words


def test_a_wrong_key_is_refused_and_opens_no_list(client: httpx.Client) -> None:
    stranger = adapter(client, Access("sandbox", "sandbox", "sai", "dvc", "19"))
    told = stranger.save_dossier(dossier())
    assert (told.is_taken, told.code) == (False, "-4")
    with pytest.raises(SystemUnavailable):
        stranger.waiting()


def test_a_clerk_gives_a_message_back_once(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    mine, registry = dossier(), adapter(client)
    registry.save_dossier(mine)
    form = {"code": mine["MaHoSo"], "words": "Ngày sinh không khớp"}
    httpx.post(f"{sandbox.url}/{PLACE}.refuse", data=form)
    told = registry.save_dossier({**mine, "StatusId": "4"})
    assert (told.is_taken, told.words) == (False, "Ngày sinh không khớp")
    assert registry.save_dossier({**mine, "StatusId": "4"}).is_taken


def test_moved_on_there_an_older_state_is_refused(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    mine, registry = dossier(), adapter(client)
    registry.save_dossier(mine)
    for _ in range(2):
        httpx.post(f"{sandbox.url}/{PLACE}.advance", data={"code": mine["MaHoSo"]})
    assert registry.save_dossier({**mine, "NgayTiepNhan": ""}).code == "-5"


def answering(body: Any, file: bytes = b"%PDF") -> Any:
    """Return the adapter before a registry that answers this, whatever is asked."""

    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/token"):
            return httpx.Response(200, json={"access_token": "t", "expires_in": 60})
        if request.method == "GET":
            return httpx.Response(200, content=file)
        return httpx.Response(200, json=body)

    return adapter(
        httpx.Client(base_url="http://there/x", transport=httpx.MockTransport(handle))
    )


def filed(**values: Any) -> dict[str, Any]:
    row = {"maHoSo": "B-1", "maTTHC": "1.001776", "hoVaTen": "Ma Thị Hiền"}
    return {**row, "submitedDate": f"{now():%d/%m/%Y %H:%M:%S}", **values}


@pytest.mark.parametrize("code", ["0", 0])
@pytest.mark.parametrize("is_wrapped", [True, False])
def test_numbers_and_texts_wrapped_or_not_are_read_alike(
    code: object, is_wrapped: bool
) -> None:
    body = {"message": "Thành công", "error_code": code, "data": [filed()]}
    registry = answering({"result": body} if is_wrapped else body)
    assert registry.waiting() == ("B-1",)
    assert registry.save_dossier(dossier()).is_taken


def test_already_there_is_taken_whatever_its_code() -> None:
    told = answering({"error_code": 7, "message": "Hồ sơ ĐÃ TỒN TẠI trên hệ thống"})
    assert told.save_dossier(dossier()).is_taken


def test_a_row_that_cannot_be_read_holds_no_other_back() -> None:
    data = [filed(maHoSo="B-0", submitedDate="hôm qua"), filed()]
    assert answering({"error_code": 0, "data": data}).waiting() == ("B-1",)


@pytest.mark.parametrize(
    "extent",
    [
        ELSEWHERE,
        '<!DOCTYPE x [<!ENTITY a "b">]><ExtentData>&a;</ExtentData>',
        "<ExtentData>",
    ],
    ids=["elsewhere", "entity", "cut"],
)
def test_papers_are_fetched_from_them_alone_and_read_without_entities(
    extent: str,
) -> None:
    body = {"error_code": 0, "data": [filed(certificateExtentData=extent)]}
    with pytest.raises(SystemUnavailable):
        answering(body).arrival("B-1")
