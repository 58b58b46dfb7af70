"""Kinds of answers, lists and facts that the editor of a form offers (A03)."""

from services.eform_changes import field_flaws, read_forms
from services.eforms.catalogues import catalogues
from services.eforms.definition import FieldKind
from services.eforms.prefill import FACTS as KNOWN_FACTS

CHOSEN = tuple(str(kind) for kind in field_flaws.CHOSEN)
NUMBERS = tuple(str(kind) for kind in field_flaws.NUMBERS)
LONG = tuple(str(kind) for kind in read_forms.LONG_TEXT)
KINDS: dict[FieldKind, str] = {
    FieldKind.TEXT: "Một dòng chữ",
    FieldKind.AREA: "Nhiều dòng chữ",
    FieldKind.NAME: "Họ và tên",
    FieldKind.DATE: "Ngày bất kỳ",
    FieldKind.PAST_DATE: "Ngày đã qua",
    FieldKind.BIRTH_DATE: "Ngày sinh",
    FieldKind.TIME: "Giờ trong ngày",
    FieldKind.INTEGER: "Số nguyên",
    FieldKind.DECIMAL: "Số có phần lẻ",
    FieldKind.MONEY: "Số tiền",
    FieldKind.CHOICE: "Chọn một trong vài ý",
    FieldKind.TICKS: "Chọn nhiều trong vài ý",
    FieldKind.TICK: "Đánh dấu có hoặc không",
    FieldKind.CATALOGUE: "Chọn từ danh mục",
    FieldKind.ADDRESS: "Địa chỉ hai cấp",
    FieldKind.PHONE: "Số điện thoại",
    FieldKind.EMAIL: "Thư điện tử",
    FieldKind.CITIZEN_ID: "Số căn cước",
    FieldKind.PAPER_NUMBER: "Số căn cước, mã số thuế hoặc hộ chiếu",
    FieldKind.TAX_CODE: "Mã số thuế",
    FieldKind.SUM: "Tổng, hệ thống tự cộng",
}
CATALOGUES: dict[str, str] = {
    "ethnic_groups": "Dân tộc",
    "countries": "Nước, quốc tịch",
    "identity_papers": "Giấy tờ tùy thân",
    "child_relations": "Quan hệ với trẻ",
    "deceased_relations": "Quan hệ với người đã mất",
    "household_relations": "Quan hệ với chủ hộ",
    "applicant_relations": "Quan hệ với người đề nghị",
    "beneficiary_groups": "Đối tượng bảo trợ xã hội",
    "disability_kinds": "Dạng khuyết tật",
    "disability_levels": "Mức độ khuyết tật",
    "permit_kinds": "Loại giấy phép xây dựng",
    "issued_permit_kinds": "Loại giấy phép đã cấp",
    "construction_kinds": "Loại công trình",
    "construction_grades": "Cấp công trình",
    "land_purposes": "Mục đích sử dụng đất",
    "renewal_reasons": "Lý do cấp đổi giấy chứng nhận",
    "planning_purposes": "Mục đích xin thông tin quy hoạch",
    "certified_papers": "Loại giấy tờ chứng thực",
    "business_lines": "Ngành nghề kinh doanh",
}
WHO: dict[str, str] = {
    "submitter": "người nộp",
    "owner": "chủ hồ sơ",
    "population": "CSDL dân cư",
}
FACTS: dict[str, str] = {
    "full_name": "họ và tên",
    "birth_date": "ngày sinh",
    "citizen_id": "số căn cước",
    "sex": "giới tính",
    "phone": "điện thoại",
    "email": "thư điện tử",
    "address": "địa chỉ",
}
FACT = "{fact} của {who}"
FACT_POPULATION = "{fact} theo {who}"
EARLIER = "hồ sơ trước của chính người đó"
TICKED = "có"


def say_fact(name: str) -> str:
    """Return a fact that fills a field, in words."""
    who, _, what = name.partition(".")
    if who not in WHO or what not in FACTS:
        return EARLIER
    words = FACT_POPULATION if who == "population" else FACT
    return words.format(fact=FACTS[what], who=WHO[who])


OFFERED_LISTS = {name: CATALOGUES.get(name, name) for name in catalogues()}
FACT_NAMES = {name: say_fact(name) for name in KNOWN_FACTS}
