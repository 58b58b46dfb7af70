"""The same questions to the fake and to the environment ministry before a sandbox."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest

from services.core.clock import ZONE
from services.core.errors import SystemUnavailable
from services.integrations.arriving import Arrival, ArrivedPaper, ArrivedPerson
from services.integrations.generic_ministry.port import Said
from services.integrations.natural_resources.adapter import HttpNaturalResources
from services.integrations.natural_resources.port import NaturalResources
from services.integrations.transport import build_client
from tests.fake_natural_resources import FakeNaturalResources
from tests.sandbox_process import SandboxProcess

LOGIN, MOST = ("sandbox", "sandbox"), 10 << 20
OLD = "000.00.19.G14-260105-000001"  # what the sandbox has from the first start
HOME = "natural-resources"
PDF = b"%PDF-1.4 invented"


@dataclass(frozen=True)
class Office:
    """The ministry, a citizen who files there, and how to trouble it."""

    ministry: NaturalResources
    file: Callable[[str], str]  # unit → code
    take_down: Callable[[], None]


def adapter(client: httpx.Client) -> HttpNaturalResources:
    """Return the adapter of a province."""
    return HttpNaturalResources(client, LOGIN, ("H55", MOST))


def progress(code: str = OLD, **values: Any) -> Said:
    """Return TienDo as the courier composes it; no two are alike. Any: JSON."""
    given: Said = {
        "MaHoSo": code,
        "NguoiXuLy": "Lê Thu Hà",
        "ThoiDiemXuLy": "20261123090000",
        "PhongBanXuLy": "Phường Linh Sơn",
        "NoiDungXuLy": f"Bước {uuid4()}",
        "TrangThai": "4",
    }
    return {**given, **values}


def dossier(code: str, **values: Any) -> Said:
    """Return HoSo with its result; Any: JSON."""
    given: Said = {
        "MaHoSo": code,
        "MaTTHC": "1.010736",
        "KenhThucHien": "2",
        "ChuHoSo": "Ma Thị Hoài",
        "NgayNopHoSo": "20261123090000",
        "TrangThaiHoSo": "10",
        "DanhSachGiayToKetQua": [
            {
                "TenGiayTo": "Văn bản trả lời 12/UBND",
                "DuongDanTepTinKetQua": "https://example.vn/kiem-tra/x",
            }
        ],
    }
    return {**given, **values}


def told_lines(url: str, said: Said) -> int:
    """Count how often the sandbox holds a line of progress."""
    rows = httpx.get(f"{url}/{HOME}.json", timeout=10).json()
    return sum(line == said for row in rows for line in row["TienDo"])


def kept(sandbox: SandboxProcess, code: str) -> dict[str, Any]:
    rows = httpx.get(f"{sandbox.url}/{HOME}.json").json()
    [found] = [row for row in rows if row["MaHoSo"] == code]
    mine: dict[str, Any] = found
    return mine


def register(sandbox: SandboxProcess, unit: str, lacks: str = "") -> str:
    """File an invented dossier at one press; return its code."""
    form = {"unit": unit, "procedure": "1.010736", "lacks": lacks}
    pressed = httpx.post(f"{sandbox.url}/{HOME}.register", data=form, timeout=20)
    assert pressed.status_code == 303
    return str(httpx.get(f"{sandbox.url}/{HOME}.json").json()[0]["MaHoSo"])


@pytest.fixture(params=["fake", "http"])
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    if request.param == "fake":
        fake = FakeNaturalResources()

        def file(unit: str) -> str:
            code = f"000.00.19.G14-261123-{len(fake.filed) + 1:06d}"
            person = ArrivedPerson("Ma Thị Hoài", "999188000401", date(1988, 5, 14))
            paper = ArrivedPaper("tv01.pdf", PDF, "TV01")
            moment = datetime(2026, 11, 23, 8, tzinfo=ZONE)
            fake.filed[code] = Arrival(
                code, unit, "1.010736", moment, person, papers=(paper,)
            )
            return code

        yield Office(fake, file, lambda: setattr(fake, "is_down", True))
        return
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    with build_client(f"{sandbox.url}/{HOME}", 5.0) as client:
        yield Office(
            adapter(client),
            lambda unit: register(sandbox, unit),
            lambda: sandbox.switch("natural_resources", "down"),
        )


def test_what_is_filed_there_waits_arrives_whole_and_is_acknowledged_once(
    office: Office,
) -> None:
    code = office.file("H55.242")
    assert code in office.ministry.waiting()

    arrival = office.ministry.arrival(code)

    assert arrival is not None
    assert (arrival.code, arrival.unit) == (code, "H55.242")
    assert arrival.procedure == "1.010736"
    assert arrival.submitter.name == "Ma Thị Hoài"
    assert arrival.submitter.birth_date == date(1988, 5, 14)
    assert arrival.papers[0].component == "TV01"
    assert arrival.papers[0].data.startswith(b"%PDF")
    for _ in range(2):
        office.ministry.acknowledge(code, "H55.242-261123-0001")
    assert code not in office.ministry.waiting()


def test_a_code_they_do_not_have_is_none(office: Office) -> None:
    assert office.ministry.arrival("000.00.19.G14-261123-999999") is None


def test_progress_is_taken_once_in_order_and_of_their_dossiers_alone(
    office: Office,
) -> None:
    code = office.file("H55.242")
    first, later = progress(code), progress(code, ThoiDiemXuLy="20261124090000")
    for line in (first, later, later):
        assert office.ministry.tell_progress(line).is_taken
    early = office.ministry.tell_progress(progress(code))
    assert (early.is_taken, early.code) == (False, "-3")
    unknown = office.ministry.tell_progress(progress("H55.242-261123-0009"))
    assert (unknown.is_taken, unknown.code) == (False, "-2")


def test_a_result_reaches_them_and_no_way_leads_back(office: Office) -> None:
    code = office.file("H55.242")
    for _ in range(2):
        assert office.ministry.tell_result(dossier(code)).is_taken
    told = office.ministry.tell_result(dossier(code, TrangThaiHoSo="4"))
    assert (told.is_taken, told.code) == (False, "-3")
    unknown = office.ministry.tell_result(dossier("H55.242-261123-0009"))
    assert (unknown.is_taken, unknown.code) == (False, "-2")


def test_silence_is_said_as_silence(office: Office) -> None:
    code = office.file("H55.242")
    office.take_down()
    for ask in (
        office.ministry.waiting,
        lambda: office.ministry.arrival(code),
        lambda: office.ministry.acknowledge(code, "x"),
        lambda: office.ministry.tell_progress(progress(code)),
        lambda: office.ministry.tell_result(dossier(code)),
    ):
        with pytest.raises(SystemUnavailable):
            ask()


def test_without_a_day_of_birth_and_a_telephone_it_arrives_all_the_same(
    sandbox: SandboxProcess,
) -> None:
    code = register(sandbox, "H55.242", lacks="1")
    with build_client(f"{sandbox.url}/{HOME}", 5.0) as client:
        arrival = adapter(client).arrival(code)
    assert arrival is not None
    assert (arrival.submitter.birth_date, arrival.submitter.phone) == (None, "")


@dataclass
class Played:
    """A ministry that answers what a test wants; counts what it is asked."""

    count: int = 0  # dossiers that wait
    data: bytes = PDF
    digest: bytes | None = None
    pages: int = 0

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Answer as the contract says."""
        if request.url.path.endswith("/token"):
            return httpx.Response(200, json={"access_token": "t", "expires_in": 60})
        if "/taiLieu/" in request.url.path:
            said = self.digest or hashlib.sha256(self.data).digest()
            digest = f"sha-256={base64.b64encode(said).decode()}"
            return httpx.Response(200, content=self.data, headers={"Digest": digest})
        asked = json.loads(request.content)
        if request.url.path.endswith("/layDanhSachHoSo"):
            self.pages += 1
            begin = (asked["Trang"] - 1) * asked["KichThuoc"]
            end = min(begin + asked["KichThuoc"], self.count)
            rows = [
                {"MaHoSo": f"M-{number:04d}", "NgayNopHoSo": f"2026{number:010d}"}
                for number in range(begin, end)
            ]
            return httpx.Response(200, json={"error_code": 0, "result": rows})
        whole = {
            "MaHoSo": asked["MaHoSo"],
            "MaTTHC": "1.010736.000.00.00.H55",
            "MaDonVi": "H55.242",
            "ChuHoSo": "Ma Thị Hoài",
            "NgayNopHoSo": "20261123090000",
            "NgaySinh": "chưa rõ",
            "TaiLieuNop": {"TepDinhKemId": "1", "TenTepDinhKem": "a.pdf"},
        }
        return httpx.Response(200, json={"error_code": "0", "result": whole})

    def ministry(self, most_bytes: int = MOST) -> HttpNaturalResources:
        """Return the adapter before it."""
        transport = httpx.MockTransport(self.answer)
        client = httpx.Client(base_url="http://gateway", transport=transport)
        return HttpNaturalResources(client, LOGIN, ("H55", most_bytes))


def test_a_long_list_is_read_page_by_page_until_it_ends() -> None:
    played = Played(count=230)
    assert len(played.ministry().waiting()) == 230
    assert played.pages == 4  # the last one is empty


def test_what_is_written_loosely_is_read() -> None:
    arrival = Played().ministry().arrival("M-0001")
    assert arrival is not None
    assert arrival.procedure == "1.010736"
    assert arrival.submitter.birth_date is None
    assert [paper.name for paper in arrival.papers] == ["a.pdf"]


def test_a_paper_that_is_not_whole_is_fetched_again() -> None:
    with pytest.raises(SystemUnavailable):
        Played(digest=b"x" * 32).ministry().arrival("M-0001")


def test_a_paper_that_is_too_heavy_holds_nothing_up() -> None:
    arrival = Played().ministry(most_bytes=5).arrival("M-0001")
    assert arrival is not None
    assert arrival.papers == ()


def test_a_citizen_walks_from_the_choice_of_a_unit_to_the_code(
    sandbox: SandboxProcess,
) -> None:
    with httpx.Client(base_url=sandbox.url, follow_redirects=True, timeout=20) as page:
        assert "Chọn đơn vị" in page.get(f"/{HOME}").text
        place = {"thu-tuc": "1.010736", "don-vi": "H55.242"}
        assert "Đồng ý" in page.get(f"/{HOME}.don-vi", params=place).text
        assert "Nộp trực tuyến" in page.get(f"/{HOME}.thu-tuc", params=place).text
        form = page.get(f"/{HOME}.nop", params=place).text
        assert "Thông tin chủ hồ sơ" in form
        typed = {
            "name": "Dương Văn Lộc",
            "number": "999079000402",
            "request": "Đề nghị tham vấn",
        }
        bare = page.post(f"/{HOME}.nop", params=place, data=typed)
        assert "Sửa 2 mục" in bare.text
        files = [("TV01", ("văn bản.pdf", PDF)), ("TV02", ("bao cao.pdf", PDF))]
        last = page.post(f"/{HOME}.nop", params=place, data=typed, files=files)
        assert "Gửi hồ sơ" in last.text

        wrong = page.post(str(last.url), data={"ma": "00000", "anh": "x"})
        assert "Mã xác nhận chưa đúng" in wrong.text
        sent = page.post(str(last.url), data=code_of(wrong.text))
        again = page.post(str(last.url), data=code_of(wrong.text))

        code = filed_code(sent.text)
        assert filed_code(again.text) == code
        mine = page.get(f"/{HOME}.cua-toi", params={"so": "999079000402"}).text
        assert code in mine
        assert "chờ địa phương nhận" in mine
    with build_client(f"{sandbox.url}/{HOME}", 5.0) as client:
        arrival = adapter(client).arrival(code)
    assert arrival is not None
    assert [paper.name for paper in arrival.papers] == ["văn bản.pdf", "bao cao.pdf"]


def test_the_look_up_asks_for_the_code_and_names_nobody(
    sandbox: SandboxProcess,
) -> None:
    code = register(sandbox, "H55.242")
    with build_client(f"{sandbox.url}/{HOME}", 5.0) as client:
        line = progress(code, NoiDungXuLy="Tiếp nhận hồ sơ", TrangThai="2")
        adapter(client).tell_progress(line)
        adapter(client).tell_result(dossier(code))
    address = f"{sandbox.url}/{HOME}.tra-cuu"
    asked = code_of(httpx.get(address).text) | {"MaHoSo": code}
    denied = httpx.get(address, params={**asked, "ma": "1"}).text
    assert "Mã xác nhận chưa đúng" in denied
    assert "Tiếp nhận hồ sơ" not in denied
    found = httpx.get(address, params=asked).text
    for words in ("Tiếp nhận hồ sơ", "Đã trả kết quả", "Văn bản trả lời 12/UBND"):
        assert words in found
    for secret in ("Ma Thị Hoài", "999188000401", "Lê Thu Hà"):
        assert secret not in found


def test_the_sandbox_refuses_what_the_contract_does_not_allow(
    sandbox: SandboxProcess,
) -> None:
    gate = f"{sandbox.url}/{HOME}/apiTNMT/1.0"
    assert httpx.post(f"{gate}/layDanhSachHoSo", json={}).status_code == 401
    assert httpx.get(f"{gate}/taiLieu/x").status_code == 401
    with build_client(f"{sandbox.url}/{HOME}", 5.0) as client:
        ministry = adapter(client)  # gives the client its token

        def said(call: str, body: Any) -> str:
            answer = client.post(f"apiTNMT/1.0/{call}", json=body).json()
            rows = answer.get("result")
            return str((rows[0] if rows else answer)["error_code"])

        ranges = {"MaDonVi": "H55", "TuNgay": "2026", "DenNgay": "2027", "Trang": 1}
        assert said("layDanhSachHoSo", {**ranges, "KichThuoc": 101}) == "-1"
        assert said("layDanhSachHoSo", ranges) == "-1"
        assert said("xacNhanDaNhan", {"MaHoSo": [OLD]}) == "-1"
        unknown = {"MaHoSo": ["x"], "MaHoSoDiaPhuong": "y"}
        assert said("xacNhanDaNhan", unknown) == "-2"
        foreign = {"isUpdating": "False", "data": [dossier("H55.242-261123-0001")]}
        assert said("dongBoHoSo", foreign) == "-4"
        assert said("dongBoHoSo", {"isUpdating": "no", "data": []}) == "-1"
        lacking = ministry.tell_progress(progress(NguoiXuLy=""))
        assert (lacking.is_taken, lacking.code) == (False, "-1")
        other = register(sandbox, "H55.999")
        assert client.get("apiTNMT/1.0/taiLieu/x").status_code == 404
        assert other in ministry.waiting()  # a unit below, which nobody here knows
    elsewhere = {"Origin": "http://elsewhere.example"}
    form = {"unit": "H55.242", "procedure": "1.010736"}
    pressed = f"{sandbox.url}/{HOME}.register"
    assert httpx.post(pressed, data=form, headers=elsewhere).status_code == 403
    assert httpx.post(pressed, data={"unit": "x"}).status_code == 400


def code_of(page: str) -> dict[str, str]:
    """Return what the picture of a page shows, and its name."""
    drawn = re.search(r"Ảnh mã xác nhận: (\d{5})", page)
    name = re.search(r'name="anh" value="([0-9a-f]+)"', page)
    assert drawn
    assert name
    return {"ma": drawn[1], "anh": name[1]}


def filed_code(page: str) -> str:
    """Return the code of what was sent."""
    found = re.search(r"000\.00\.19\.G14-\d{6}-\d{6}", page)
    assert found
    return found[0]
