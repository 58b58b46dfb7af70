"""Dossiers filed at the national portal, read from a running sandbox."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx
import pytest

from services.core.errors import SystemUnavailable
from services.integrations.arriving import Arrival
from services.integrations.national_portal.access import Access
from services.integrations.national_portal.adapter import VxpNationalPortal
from services.integrations.transport import build_client
from tests.sandbox_process import SandboxProcess

ACCESS = Access("sandbox", "sandbox", "000.00.00.H55", "VN:GOV:vpcpdvcqg")
PAGE = "/national-portal.nop-ho-so"
FORM = {
    "MaTTHC": "2.000815",
    "MaDonVi": "H55.242",
    "TenNguoiNop": "Hoàng Thị Mơ",
    "SoDinhDanhNguoiNop": "999195000301",
    "NgaySinh": "12/03/1995",
    "SoDienThoai": "0900000301",
    "TrichYeuHoSo": "Chứng thực bản sao bằng tốt nghiệp",
}


@pytest.fixture
def portal(sandbox: SandboxProcess) -> Iterator[VxpNationalPortal]:
    with build_client(f"{sandbox.url}/national-portal", 5.0) as client:
        yield VxpNationalPortal(client, ACCESS)


def filed(sandbox: SandboxProcess, **values: str) -> str:
    """File there as a person does; return their code."""
    answer = httpx.post(sandbox.url + PAGE, data={**FORM, **values})
    assert answer.status_code == 303
    return str(rows(sandbox)[0]["MaHoSo"])


def rows(sandbox: SandboxProcess) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = httpx.get(f"{sandbox.url}{PAGE}.json").json()
    return found


def whole(portal: VxpNationalPortal, code: str) -> Arrival:
    found = portal.arrival(code)
    assert found is not None
    return found


def test_what_is_filed_there_waits_and_comes_whole(
    sandbox: SandboxProcess, portal: VxpNationalPortal
) -> None:
    code = filed(sandbox)
    assert code in portal.waiting()
    came = whole(portal, code)
    assert (came.unit, came.procedure) == ("H55.242", "2.000815")
    assert came.submitter.name == came.applicant == "Hoàng Thị Mơ"
    assert came.submitter.birth_date == date(1995, 3, 12)
    assert came.request == FORM["TrichYeuHoSo"]
    [paper] = came.papers
    assert (paper.component, paper.data[:5]) == ("G01", b"%PDF-")


def test_acknowledged_it_waits_no_more_and_twice_is_once(
    sandbox: SandboxProcess, portal: VxpNationalPortal
) -> None:
    code = filed(sandbox)
    for _ in range(2):
        portal.acknowledge(code, "H55.242-261122-0001")
    assert code not in portal.waiting()
    assert rows(sandbox)[0]["province"] == "H55.242-261122-0001"
    with pytest.raises(SystemUnavailable):
        portal.acknowledge(code, "H55.242-261122-0002")


def test_another_province_s_dossiers_are_not_ours(
    sandbox: SandboxProcess, portal: VxpNationalPortal
) -> None:
    assert filed(sandbox, MaDonVi="H34.10") not in portal.waiting()


def test_one_that_was_taken_back_is_nothing(portal: VxpNationalPortal) -> None:
    assert portal.arrival("G22-261122-999999") is None


def test_what_lacks_is_said_and_nothing_is_filed(sandbox: SandboxProcess) -> None:
    before = len(rows(sandbox))
    answer = httpx.post(sandbox.url + PAGE, data={**FORM, "SoDienThoai": ""})
    assert answer.status_code == 400
    assert "SoDienThoai" in answer.text
    assert "Hoàng Thị Mơ" in answer.text
    assert len(rows(sandbox)) == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"DuLieu": "bm90", "Hash": "0" * 64},
        {"DuLieu": "***", "Hash": ""},
    ],
)
def test_a_paper_that_was_cut_or_changed_is_no_paper(wrong: dict[str, str]) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        said = request.read().decode()
        if "login" in str(request.url):
            return httpx.Response(200, json={"error_code": 0, "session": "one"})
        if "LayTepDinhKem" in said:
            return httpx.Response(200, json={"error_code": "0", "result": [wrong]})
        row = {
            "MaHoSo": "G22-261122-000001",
            "MaTTHC": "2.000815",
            "MaDonVi": "H55.242",
            "ChuHoSo": "Hoàng Thị Mơ",
            "NgayNopHoSo": "20261122090000",
            "TaiLieuNop": {"TepDinhKemId": "1"},
        }
        return httpx.Response(200, json={"error_code": "0", "result": row})

    transport = httpx.MockTransport(answer)
    with httpx.Client(base_url="http://there", transport=transport) as client:
        portal = VxpNationalPortal(client, ACCESS)
        with pytest.raises(SystemUnavailable):
            portal.arrival("G22-261122-000001")
        with pytest.raises(SystemUnavailable):  # another person's dossier
            portal.arrival("G22-261122-000002")
