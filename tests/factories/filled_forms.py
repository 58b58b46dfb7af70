"""The shipped forms filled in by invented people, as their answers by key."""

from collections.abc import Callable, Mapping

from services.eforms.definition import PREFIX, EformDefinition
from services.eforms.load_eforms import shipped_definitions
from services.places.queries import PlaceName

Fields = Mapping[str, str]
LINH_SON = PlaceName("05710", "Phường Linh Sơn", "Tỉnh Thái Nguyên")
PLACES = {LINH_SON.code: LINH_SON}
HOME = "Số 12, tổ 5"


def definition_of_form(code: str) -> EformDefinition:
    """Return a shipped definition by its code."""
    return next(one for one in shipped_definitions() if one.code == code)


def filled(code: str) -> dict[str, str]:
    """Return the answers of a form that nothing is missing from."""
    return {PREFIX + key: text for key, text in FORMS[code]().items()}


def address(field: str, detail: str = HOME) -> dict[str, str]:
    """Return the parts of an address in two levels."""
    return {f"{field}.commune": LINH_SON.code, f"{field}.detail": detail}


def rows(group: str, *held: Fields) -> dict[str, str]:
    """Return the rows of a repeated group."""
    answers = {group: ",".join(str(number + 1) for number in range(len(held)))}
    for number, row in enumerate(held, start=1):
        answers |= {f"{group}.{number}.{key}": text for key, text in row.items()}
    return answers


def person(prefix: str, name: str, born: str, number: str) -> dict[str, str]:
    """Return somebody with a card, as the civil status forms ask."""
    return {
        f"{prefix}_name": name,
        f"{prefix}_birth_date": born,
        f"{prefix}_ethnic_group": "01",
        f"{prefix}_nationality": "VN",
        f"{prefix}_paper_kind": "citizen_card",
        f"{prefix}_citizen_id": number,
        f"{prefix}_residence_kind": "permanent",
        **address(f"{prefix}_residence"),
    }


def requester(relation: str) -> dict[str, str]:
    """Return who declares a birth or a death."""
    return {
        "nyc_name": "Trần Minh An",
        "nyc_relation": relation,
        "nyc_paper_kind": "citizen_card",
        "nyc_citizen_id": "999190000001",
        "nyc_phone": "0900000123",
        "nyc_email": "an.tran@example.vn",
        **address("nyc_residence"),
    }


def birth() -> dict[str, str]:
    """KS: a child of two parents, born in a hospital."""
    return {
        **requester("father"),
        "nks_name": "Trần Gia Hân",
        "nks_sex": "female",
        "nks_birth_date": "05/11/2026",
        "nks_birth_place_kind": "facility",
        **address("nks_birth_place", "Bệnh viện A Thái Nguyên"),
        **address("nks_home_place", ""),
        "nks_ethnic_group": "02",
        "nks_nationality": "VN",
        "nks_birth_kind": "both",
        "birth_proof": "certificate",
        "birth_certificate_number": "GCS-000123",
        "birth_certificate_date": "07/11/2026",
        **person("me", "Nguyễn Thị Ánh Tuyết", "14/02/1994", "999194000002"),
        **person("cha", "Trần Minh An", "01/03/1990", "999190000001"),
        "copies_number": "2",
    }


def death() -> dict[str, str]:
    """KT: a grandmother, with a notice on paper."""
    return {
        **requester("child"),
        **person("nkt", "Hoàng Thị Ửng", "02/09/1940", "999140000003"),
        "nkt_sex": "female",
        "nkt_death_date": "15/11/2026",
        "nkt_death_time": "4 giờ 05",
        "nkt_death_place": "Nhà riêng, tổ 5, phường Linh Sơn, tỉnh Thái Nguyên",
        "nkt_death_cause": "Tuổi già",
        "gbt_kind": "paper",
        "gbt_number": "12/GBT",
        "gbt_date": "16/11/2026",
        "gbt_issuer": "Trạm Y tế phường Linh Sơn",
        "copies_number": "3",
    }


def marriage() -> dict[str, str]:
    """KH: a first marriage, and one after a divorce."""
    return {
        **person("vo", "Lê Thị Mỹ Duyên", "20/10/1998", "999198000004"),
        "vo_marriage_count": "1",
        "vo_marital_status": "single",
        "vo_ask_status": "yes",
        **address("vo_status_unit", ""),
        **person("chong", "Nông Văn Đức", "11/01/1992", "999192000005"),
        "chong_marriage_count": "2",
        "chong_marital_status": "divorced",
        "chong_divorce": "Quyết định số 45/2023/QĐST-HNGĐ ngày 03/04/2023",
        "chong_ask_status": "yes",
        "contact_phone": "0900000124",
        "copies_number": "0",
    }


def interlinked_birth() -> dict[str, str]:
    """LTKS: the birth, into the household of a grandfather, with a paper card."""
    return {
        **birth(),
        "residence_with": "other",
        **address("residence_address"),
        "head_name": "Trần Văn Ước",
        "head_citizen_id": "999160000006",
        "head_relation": "grandchild",
        "head_consents": "yes",
        "clinic": "Trạm Y tế phường Linh Sơn",
        "insurance_area": "ordinary",
        "card_paper": "yes",
        **address("card_address"),
    }


def interlinked_death() -> dict[str, str]:
    """LTKT: somebody who drew a pension, with two relatives."""
    return {
        **death(),
        "head_name": "Hoàng Thị Ửng",
        "allowance_fund": "insurance",
        "insurance_number": "1999000007",
        "survivor_choice": "monthly",
        "burier_name": "Trần Minh An",
        "burier_citizen_id": "999190000001",
        "pay_by": "account",
        "account_number": "0123456789",
        "account_bank": "Ngân hàng Nông nghiệp và Phát triển nông thôn",
        **rows(
            "survivor",
            {
                "survivor_name": "Trần Văn Ước",
                "survivor_birth_date": "05/05/1938",
                "survivor_relation": "spouse",
                "survivor_citizen_id": "999138000008",
            },
            {
                "survivor_name": "Trần Thị Ngọc Ẩn",
                "survivor_birth_date": "08/03/1970",
                "survivor_relation": "child",
                "survivor_citizen_id": "999170000009",
            },
        ),
    }


def social_allowance() -> dict[str, str]:
    """TGXH: somebody with a severe disability, and who looks after them."""
    return {
        "request_kind": "begin",
        "group_kind": "6",
        "person_name": "Phạm Quốc Việt",
        "person_birth_date": "30/04/1975",
        "person_sex": "male",
        "person_ethnic_group": "18",
        "person_paper_kind": "citizen_card",
        "person_citizen_id": "999175000010",
        **address("person_permanent"),
        **address("person_present"),
        "person_phone": "0900000125",
        "is_poor": "near_poor",
        "has_pension": "yes",
        "pension_amount": "1.250.000",
        "other_allowance": "no",
        "disability_kind": "movement",
        "disability_level": "severe",
        "disability_paper": "27/2024",
        "self_care": "partly",
        "carer_name": "Phạm Thị Lựu",
        "carer_birth_date": "19/05/1980",
        "carer_citizen_id": "999180000011",
        "carer_relation": "sibling",
        "pay_by": "home",
        "declarer_name": "Phạm Thị Lựu",
        "declarer_relation": "sibling",
        "declarer_citizen_id": "999180000011",
    }


def land_certificate_renewal() -> dict[str, str]:
    """CDGCN: a torn certificate of a couple, for two parcels."""
    spouse = {
        "co_owner_name": "Đỗ Thị Thắm",
        "co_owner_birth_date": "1/1/1970",
        "co_owner_citizen_id": "999170000013",
        "co_owner_relation": "spouse",
    }
    return {
        "owner_name": "Nguyễn Hữu Nghĩa",
        "owner_birth_date": "09/09/1966",
        "owner_citizen_id": "999166000012",
        "owner_old_number": "090000013",
        **address("owner_address"),
        "owner_phone": "0900000126",
        "owner_email": "nghia@example.vn",
        **rows("co_owner", spouse),
        "certificate_serial": "AB 123456",
        "certificate_book": "CH00123",
        "certificate_date": "12/12/2008",
        "certificate_count": "1",
        "mortgaged": "no",
        **rows("parcel", parcel("123", "300,5", "ONT"), parcel("124", "1.200", "CLN")),
        "reason": "worn",
        "has_house": "yes",
        "house_detail": "Nhà cấp IV, diện tích xây dựng 90 m², một tầng",
        "debt": "no",
    }


def parcel(number: str, area: str, purpose: str) -> dict[str, str]:
    """Return a parcel of the certificate."""
    return {
        "parcel_number": number,
        "parcel_map": "14",
        "parcel_area": area,
        "parcel_purpose": purpose,
        **address("parcel_address", "Xóm Đồng Ẩm"),
    }


def house_permit() -> dict[str, str]:
    """GPXD: a house of three floors."""
    return {
        "permit_kind": "new",
        "investor_name": "Vũ Đình Khải",
        "investor_citizen_id": "999185000014",
        **address("investor_address"),
        "investor_phone": "0900000127",
        **rows("co_investor"),
        **address("site", "Lô 7, đường Bắc Sơn"),
        "land_parcel": "88",
        "land_map": "21",
        "land_area": "120",
        "land_purpose": "ODT",
        "land_paper": "CD 456789",
        "building_name": "Nhà ở riêng lẻ",
        "building_kind": "house",
        "building_grade": "III",
        "ground_area": "78,4",
        "storeys": "3",
        "basements": "0",
        "height": "11,75",
        "level": "Cao hơn mặt đường 0,45 m",
        "density": "65,3",
        **rows(
            "storey",
            {"storey_name": "Tầng 1", "storey_area": "78,4"},
            {"storey_name": "Tầng 2", "storey_area": "82,6"},
            {"storey_name": "Tầng 3", "storey_area": "54,25"},
        ),
        "design_by": "firm",
        "designer": "Công ty cổ phần Kiến trúc Ví Dụ",
        "designer_certificate": "THN-00012345",
        "neighbours": "yes",
        "months": "8",
    }


def planning_information() -> dict[str, str]:
    """TTQH: a company asks about one piece of land."""
    return {
        "asker_kind": "organisation",
        "organisation_name": "Công ty trách nhiệm hữu hạn Ví Dụ",
        "organisation_tax": "0101234567",
        "asker_name": "Đặng Thùy Trâm Anh",
        "asker_citizen_id": "999188000015",
        **address("asker_address"),
        "asker_phone": "0900000128",
        **rows(
            "parcel",
            {
                **address("parcel_address", "Khu Đồng Bẩm"),
                "parcel_number": "45",
                "parcel_map": "9",
                "parcel_area": "2.500,75",
                "parcel_purpose": "LUC",
            },
        ),
        "planning_kind": "zoning",
        "contents": "function,height,line",
        "purpose": "invest",
        "question_detail": "Có đường nào sắp mở qua đây không?\nKhi nào mở?",
    }


def certified_copies() -> dict[str, str]:
    """CTBS: a degree and a birth certificate."""
    return {
        "asker_name": "Bùi Thị Xuân Mai",
        "asker_citizen_id": "999199000016",
        "asker_phone": "0900000129",
        **rows(
            "paper",
            {
                "paper_kind": "degree",
                "paper_title": "Bằng tốt nghiệp trung học phổ thông số 00123",
                "paper_pages": "2",
                "paper_copies": "5",
            },
            {
                "paper_kind": "civil_status",
                "paper_title": "Giấy khai sinh",
                "paper_pages": "1",
                "paper_copies": "3",
            },
        ),
        "copy_form": "paper,electronic",
        "photocopied": "office",
        "visit_day": "25/11/2026",
    }


def household_business() -> dict[str, str]:
    """HKD: a noodle shop founded by a family."""
    return {
        "owner_name": "Dương Thị Năm",
        "owner_birth_date": "22/12/1972",
        "owner_sex": "female",
        "owner_citizen_id": "999172000017",
        **address("owner_residence"),
        "owner_phone": "0900000130",
        "founded_by": "family",
        **rows(
            "member",
            {
                "member_name": "Dương Văn Sáu",
                "member_birth_date": "17/07/1995",
                "member_sex": "male",
                "member_citizen_id": "999195000018",
                "member_relation": "child",
            },
        ),
        "business_name": "Phở Bà Năm",
        **address("business_address", "Số 9, đường Thanh Niên"),
        "capital": "150.000.000",
        "start_date": "01/12/2026",
        "workers": "3",
        **rows(
            "line",
            {"line_code": "5610", "line_detail": "Bán phở, bún", "line_main": "yes"},
            {"line_code": "other", "line_detail": "Bán nước chấm nhà làm"},
        ),
        "tax_method": "declare",
        "sells_online": "no",
        "uses_invoice": "yes",
    }


def permanent_residence() -> dict[str, str]:
    """CT01: a daughter-in-law with her child moves in."""
    return {
        "person_name": "Lý Thị Kim Ngân",
        "person_birth_date": "03/08/1996",
        "person_sex": "female",
        "person_citizen_id": "999196000019",
        "person_phone": "0900000131",
        "declarer_name": "Lý Thị Kim Ngân",
        **address("old_address", "Xóm Ao Sen"),
        **address("new_address"),
        "house_right": "family",
        "house_owner_name": "Trần Văn Ước",
        "house_owner_citizen_id": "999160000006",
        "joins": "join",
        "head_name": "Trần Văn Ước",
        "head_relation": "child_in_law",
        "head_citizen_id": "999160000006",
        "request_text": "Đăng ký thường trú cho tôi và con tôi",
        **rows(
            "mover",
            {
                "mover_name": "Trần Bảo Ngọc",
                "mover_birth_date": "06/06/2023",
                "mover_sex": "female",
                "mover_citizen_id": "999323000020",
                "mover_relation": "grandchild",
            },
        ),
    }


FORMS: dict[str, Callable[[], dict[str, str]]] = {
    "KS": birth,
    "KT": death,
    "KH": marriage,
    "LTKS": interlinked_birth,
    "LTKT": interlinked_death,
    "TGXH": social_allowance,
    "CDGCN": land_certificate_renewal,
    "GPXD": house_permit,
    "TTQH": planning_information,
    "CTBS": certified_copies,
    "HKD": household_business,
    "CT01": permanent_residence,
}
