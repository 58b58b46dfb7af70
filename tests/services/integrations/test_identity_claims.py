"""The claims of contracts 3, in every form they were seen in."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from services.integrations.identity_provider.person import read_identity
from services.integrations.identity_provider.wire import Claims


def identity_of(**claims: Any) -> Any:
    """Read claims of somebody called s-1."""
    return read_identity(Claims.model_validate({"sub": "s-1", **claims}), "token")


@pytest.mark.parametrize(
    ("claims", "field", "expected"),
    [
        ({"TechID": "T-1"}, "subject", "T-1"),
        ({"TechID": None}, "subject", "s-1"),
        ({"LoaiTaiKhoan": 2}, "party", "enterprise"),
        ({"LoaiTaiKhoan": "3"}, "party", "state_agency"),
        ({}, "party", "citizen"),
        ({"loAs": "LoA2"}, "level", 2),
        ({"loAs": 2}, "level", 2),
        ({"loAs": ["1", "2"]}, "level", 2),
        ({"loAs": "1"}, "level", 1),
        ({"loAs": ""}, "level", 1),
        ({}, "level", 1),
        ({"NgayThangNamSinh": 19900312}, "birth_date", date(1990, 3, 12)),
        ({"NgayThangNamSinh": "19900312000000"}, "birth_date", date(1990, 3, 12)),
        ({"NgayThangNamSinh": "1990"}, "birth_date", None),
        ({"NgayThangNamSinh": "19900231"}, "birth_date", None),
        ({"GioiTinh": 1}, "sex", "male"),
        ({"GioiTinh": "Nữ"}, "sex", "female"),
        ({"GioiTinh": "9"}, "sex", ""),
        ({"SoDienThoai": "+84900000112"}, "phone", "0900000112"),
        ({"SoDienThoai": "+4930123456"}, "phone", ""),
        ({"SoDinhDanh": "999190000001"}, "citizen_id", "999190000001"),
        ({"SoCMND": "999190000001"}, "citizen_id", "999190000001"),
        ({"SoCMND": "999000101"}, "citizen_id", ""),
        ({"SoCMND": "999000101"}, "old_id_number", "999000101"),
        ({"SoDinhDanh": "99919000000"}, "citizen_id", ""),
        ({"MaSoThue": "", "MaSoDoanhNghiep": "9990000018"}, "tax_code", "9990000018"),
        ({"loginIdp": "bca"}, "is_from_police", True),
        ({"ThuongTru": "Thôn Đông"}, "address", "Thôn Đông"),
        ({"HoVaTen": "  Nguyễn   Hương "}, "full_name", "Nguyễn Hương"),
    ],
)
def test_a_claim_is_read_in_every_form(
    claims: dict[str, Any], field: str, expected: object
) -> None:
    assert getattr(identity_of(**claims), field) == expected


def test_an_organisation_is_called_by_its_own_name() -> None:
    claims = {"HoVaTen": "Phạm Thị Thu", "TenDoanhNghiep": "Công ty Gạo"}
    assert identity_of(**claims, LoaiTaiKhoan=2).full_name == "Công ty Gạo"
    assert identity_of(**claims, LoaiTaiKhoan=1).full_name == "Phạm Thị Thu"


def test_an_unknown_kind_of_account_is_nobody() -> None:
    assert identity_of(LoaiTaiKhoan="4") is None


@pytest.mark.parametrize("told", [{"vn": 1}, True, "a\x00b", "x" * 501])
def test_what_no_field_takes_is_refused_without_being_repeated(told: object) -> None:
    with pytest.raises(ValidationError) as refused:
        identity_of(HoVaTen=told)
    assert "a\x00b" not in str(refused.value)
