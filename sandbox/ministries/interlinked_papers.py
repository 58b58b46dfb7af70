"""Invented declarations of the interlinked services, and their papers."""

from typing import Any

from sandbox.signing.sign_document import signed_paper

HOME = {"maTinh": "19", "maXa": "05710", "dcChiTiet": "Tổ 3"}
ASKER = {
    "nycHoTen": "Hoàng Thị Mơ",
    "nycLoaiGiayToTuyThan": "5",
    "nycSoDDCN": "999195000301",
    "nycSoDienThoai": "0900000301",
    "nycEmail": "mo@example.vn",
    "nycNoiCuTru": HOME,
}


def _parent(who: str, name: str, born: str, number: str) -> dict[str, Any]:
    return {
        f"{who}HoTen": name,
        f"{who}NgaySinh": born,
        f"{who}DanToc": "02",
        f"{who}QuocTich": "VN",
        f"{who}LoaiGiayToTuyThan": "5",
        f"{who}SoDDCN": number,
        f"{who}LoaiCuTru": "1",
        f"{who}NoiCuTru": HOME,
    }


BIRTH = {
    **ASKER,
    "nycQuanHe": "Mẹ",
    "nksHoTen": "Nông Hoàng Minh",
    "nksGioiTinh": "1",
    "nksNgaySinh": "05/11/2026",
    "nksNoiSinh": {**HOME, "dcChiTiet": "Bệnh viện A (hư cấu)"},
    "nksQueQuan": HOME,
    "nksDanToc": "02",
    "nksQuocTich": "VN",
    "nksLoaiKhaiSinh": "1",
    "maGCS": "GCS-0301",
    "ngayCapGCS": "06/11/2026",
    **_parent("me", "Hoàng Thị Mơ", "12/03/1995", "999195000301"),
    **_parent("cha", "Nông Văn Đạt", "20/08/1993", "999093000302"),
    "soLuongBanSao": "2",
}
DEATH = {
    **ASKER,
    "nycHoTen": "Lâm Văn Khánh",
    "nycSoDDCN": "999080000303",
    "nycQuanHe": "Con",
    "nktHoTen": "Lâm Văn Thọ",
    "nktGioiTinh": "1",
    "nktNgaySinh": "02/02/1941",
    "nktDanToc": "02",
    "nktQuocTich": "VN",
    "nktLoaiGiayToTuyThan": "5",
    "nktSoDDCN": "999041000304",
    "nktLoaiCuTru": "1",
    "nktNoiCuTru": HOME,
    "nktNgayChet": "10/11/2026",
    "nktNoiChet": "Tại nhà",
    "nktNguyenNhanChet": "Tuổi già",
    "gbtLoai": "2",
    "gbtSo": "GBT-0304",
    "gbtNgay": "11/11/2026",
    "gbtCoQuanCap": "Trạm y tế (hư cấu)",
}
INVENTED: dict[str, dict[str, Any]] = {
    "birth": {
        "title": "GIẤY CHỨNG SINH",
        "paper": "Giấy chứng sinh",
        "procedure": "2.002621",
        "module": "LTKS",
        "name": BIRTH["nksHoTen"],
        "fields": BIRTH,
    },
    "death": {
        "title": "GIẤY BÁO TỬ",
        "paper": "Giấy báo tử",
        "procedure": "2.002622",
        "module": "LTKT",
        "name": DEATH["nktHoTen"],
        "fields": DEATH,
    },
}


def paper(title: str, number: str) -> bytes:
    """Return an invented paper as a PDF."""
    lines = ["Giấy tờ kèm tờ khai liên thông."]
    row = {"title": title, "number": number, "lines": lines, "issuer": "(hư cấu)"}
    return signed_paper(row, None, "")
