"""Invented enterprises, and the dossiers of registration of each day."""

from datetime import date, timedelta

from sandbox.journal import Row
from sandbox.ministries.record_board import slashed

SITE = "4600"
WAITING, MORE, DONE = "Đang xử lý", "Yêu cầu bổ sung", "Đã chấp thuận"
REFUSED = "Từ chối"
STATES = (WAITING, MORE, DONE, REFUSED)
KINDS = ("Đăng ký thành lập mới", "Đăng ký thay đổi", "Thông báo tạm ngừng")
NAMES = (
    "Công ty TNHH Chè Xanh Mẫu",
    "Công ty Cổ phần Cơ khí Sông Thử",
    "Doanh nghiệp tư nhân Vật liệu Minh Họa",
    "Công ty TNHH Một thành viên Dệt May Ví Dụ",
)


# What all of them have alike.
ALIKE: Row = {
    "HOAdress": {
        "CityID": 19,
        "CityName": "Tỉnh Thái Nguyên",
        "WardName": "Phường Phan Đình Phùng",
        "StreetNumber": "Số 12 đường Mẫu",
        "AddressFullText": (
            "Số 12 đường Mẫu, phường Phan Đình Phùng, tỉnh Thái Nguyên"
        ),
    },
    "BusinessActivity": [
        {"CODE": "1076", "NAME": "Sản xuất chè", "IS_MAIN": 1},
        {"CODE": "4632", "NAME": "Bán buôn thực phẩm", "IS_MAIN": 0},
        {"CODE": "4721", "NAME": "Bán lẻ lương thực", "IS_MAIN": 0},
    ],
    "Member": [
        {
            "MEMBER_NAME": "Nguyễn Thị Mẫu",
            "AMOUNT": "2700000000",
            "RATIO_PERCENT": "60",
            "COUNTRY": "Việt Nam",
        },
        {
            "MEMBER_NAME": "Trần Văn Thử",
            "AMOUNT": 1_800_000_000,
            "RATIO_PERCENT": 40,
            "COUNTRY": "Việt Nam",
        },
    ],
}


def _enterprise(number: str, name: str, kind: str, **more: object) -> Row:
    return {
        "MainInformation": {
            "ENTERPRISE_ID": number,
            "ENTERPRISE_GDT_CODE": number,
            "ENTERPRISE_TYPE_ID": 1,
            "ENTERPRISE_TYPE_NAME": kind,
            "NAME": name,
            "SHORT_NAME": "",
            "NAME_F": "",
            "FOUNDING_DATE": "14/03/2018",
            "LAST_AMEND_DATE": "20/06/2025",
            "NUMBER_CHANGES": 3,
            "ENTERPRISE_STATUS": "Đang hoạt động",
            "LEGAL_NAMES": "Nguyễn Thị Mẫu",
            "CAPITAL_AMOUNT": 4_500_000_000,
            **more,
        },
        **ALIKE,
    }


ENTERPRISES: dict[str, Row] = {
    "4600999001": _enterprise(
        "4600999001", NAMES[0].upper(), "Công ty TNHH hai thành viên trở lên"
    ),
    "4600999002": _enterprise(
        "4600999002",
        NAMES[1].upper(),
        "Công ty cổ phần",
        ENTERPRISE_STATUS="Tạm ngừng kinh doanh",
        CAPITAL_AMOUNT="12000000000.0",
    ),
    "4600999003-001": _enterprise(
        "4600999003-001", "CHI NHÁNH DỆT MAY VÍ DỤ", "Chi nhánh", FOUNDING_DATE=""
    ),
    "999000000101": _enterprise(
        "999000000101", "HỘ KINH DOANH BÁNH CHƯNG MẪU", "Hộ kinh doanh"
    ),
}


def registrations(day: date) -> list[Row]:
    """Return what came in on a day; nothing on a Sunday, much on a Monday."""
    if day.isoweekday() == 7:
        return []
    count = 30 if day.isoweekday() == 1 else 3 + day.toordinal() % 3
    return [_registration(day, number) for number in range(1, count + 1)]


def _registration(day: date, number: int) -> Row:
    done = day + timedelta(days=3 + number % 2)
    turn = day.toordinal() + number
    known = list(ENTERPRISES)
    return {
        "IN_JOURNAL_NO": f"{SITE}{day:%y%m%d}{number:03d}",
        "DOCUMENT_TYPE": KINDS[turn % len(KINDS)],
        "ENTERPRISE_CODE": "",
        "ENTERPRISE_GDT_CODE": known[turn % len(known)] if turn % 3 else "",
        "NAME": NAMES[turn % len(NAMES)],
        "SITE_ID": SITE,
        "RECEIPT_DATE": slashed(day),
        "PLAN_DATE": slashed(done),
        "REGISTRATION_DATE": slashed(day),
        "SUPPLEMENT_DATE": "",
        "SUBMISSION_TYPE": "Trực tuyến" if turn % 4 else "Trực tiếp",
        "CONTACT_NAME": "Lê Văn Liên Hệ",
        "CONTACT_PHONE": "0900000099",
        "done_on": done.isoformat(),
        "minute": 8 * 60 + 5 * (number % 90),
    }
