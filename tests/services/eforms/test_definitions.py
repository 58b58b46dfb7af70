"""The shipped forms: whole, used, bound to the ministries' names, and answerable."""

from datetime import date

import pytest

from services.eforms.catalogues import catalogue, catalogues
from services.eforms.check_answers import check_answers
from services.eforms.definition import EformDefinition, FieldKind
from services.eforms.form_lines import form_lines
from services.eforms.load_eforms import shipped_definitions
from services.permits.records import KEEPERS, record_of
from services.procedures.load_seed import read_seed
from tests.factories.filled_forms import FORMS, PLACES, definition_of_form, filled

TODAY = date(2026, 11, 22)
SHIPPED = {one.code: one for one in shipped_definitions()}
every_form = pytest.mark.parametrize("code", SHIPPED)

# The twelve of issue 4, with the paper of the catalogue that each form stands for.
ASKED_FOR = {
    "1.001193": "KS01",
    "1.000656": "KT01",
    "1.000894": "KH01",
    "2.002621": "LT01",
    "2.002622": "LU01",
    "1.001776": "TC01",
    "1.012783": "DD01",
    "1.013225": "XD01",
    "1.014159": "QH01",
    "2.000815": "",  # the law prescribes no form
    "1.001612": "HK01",
    "1.004222": "TR01",
}

PERSON = ["HoTen", "NgaySinh", "DanToc", "QuocTich", "LoaiCuTru", "NoiCuTru"]
PAPER = ["LoaiGiayToTuyThan", "SoGiayToTuyThan", "SoDDCN"]
REQUESTER = [
    "HoTen",
    "QuanHe",
    "LoaiGiayToTuyThan",
    "SoGiayToTuyThan",
    "NgayCapGiayToTuyThan",
    "NoiCapGiayToTuyThan",
    "SoDienThoai",
    "Email",
    "NoiCuTru",
]


def prefixed(prefix: str, *names: str) -> set[str]:
    """Return names of the contract with their prefix."""
    return {prefix + name for name in names}


# Contracts 5.2. Not asked, because known: nksNgaySinhBangChu is written from the
# date, noiDangKy is the unit the dossier goes to.
BIRTH = (
    {"maGCS", "ngayCapGCS", "loaiDangKy", "soLuongBanSao"}
    | prefixed("nks", "HoTen", "GioiTinh", "NgaySinh", "NoiSinh", "NoiSinhNuocNgoai")
    | prefixed("nks", "QueQuan", "DanToc", "QuocTich", "LoaiKhaiSinh")
    | prefixed("me", *PERSON, *PAPER, "XacThucThongTin")
    | prefixed("cha", *PERSON, *PAPER, "XacThucThongTin")
    | prefixed("nyc", *REQUESTER)
)
DEATH = (
    {"maGBT", "ngayCapGBT"}
    | prefixed("nkt", *PERSON, *PAPER, "GioiTinh")
    | prefixed("nkt", "NgayChet", "GioPhutChet", "NoiChet", "NguyenNhanChet")
    | prefixed("gbt", "Loai", "So", "Ngay", "CoQuanCap")
    | prefixed("nyc", *REQUESTER)
)
STATUS = ("SoLanKH", "LoaiTinhTrangHonNhan", "YeuCauXNTTHN", "NoiXNTTHN")
MARRIAGE = (
    {"ngayXacLapQuanHeHonNhan", "soBanSao", "ghiChu"}
    | prefixed("chong", *PERSON, *PAPER, *STATUS)
    | prefixed("vo", *PERSON, *PAPER, *STATUS)
)
# Contracts 5.3: what is said of the person; the rest is the dossier and its unit.
ALLOWANCE = {
    "LoaiDoiTuong",
    "HinhThucTra",
    "HoVaTen",
    "NgayThangNamSinh",
    "GioiTinhId",
    "DanTocId",
    "CMND",
    "CMND_NgayCap",
    "CMND_NoiCap",
    "HKTT",
    "NOHT",
    "SoDienThoai",
    "Email",
    "LoaiDinhDanh",
    "SoDinhDanh",
}
# Contracts 5.8: the building and its owner; number, dates and signer are the permit's.
PERMIT = {
    "LoaiGiayPhep",
    "DonViThietKe",
    *prefixed("ChuDauTu.", "Ten", "SoDinhDanh", "DiaChi"),
    *prefixed("CongTrinh.", "Ten", "Loai", "Cap", "DiaDiem", "ThuaDat", "ToBanDo"),
    *prefixed("CongTrinh.", "DienTichDat", "DienTichXayDung", "TongDienTichSan"),
    *prefixed("CongTrinh.", "MatDo", "HeSoSDD", "SoTang", "SoTangHam", "ChieuCao"),
    *prefixed("CongTrinh.", "CotNen", "ChiGioiXayDung"),
}
PLANNING = {
    *prefixed("VanBan.", "LoaiQuyHoach", "PhamVi", "ChiTieu"),
    *prefixed("ChuDauTu.", "Ten", "SoDinhDanh", "DiaChi"),
}
CONTRACTS = {
    "KS": BIRTH,
    "LTKS": BIRTH,
    "KT": DEATH,
    "LTKT": DEATH,
    "KH": MARRIAGE,
    "TGXH": ALLOWANCE,
    "GPXD": PERMIT,
    "TTQH": PLANNING,
}


def test_each_of_the_twelve_procedures_has_one_form_of_its_own() -> None:
    of_procedure = {
        procedure: form.component
        for form in SHIPPED.values()
        for procedure in form.procedures
    }

    assert of_procedure == ASKED_FOR


def test_a_form_stands_for_a_paper_that_the_procedure_asks_for() -> None:
    papers = {
        one.code: {paper.code: paper.form for paper in one.papers}
        for one in read_seed()
    }

    for procedure, component in ASKED_FOR.items():
        assert not component or papers[procedure][component] is True


@every_form
def test_every_field_says_who_uses_it_for_what(code: str) -> None:
    for field in SHIPPED[code].fields():
        said = field.used_by
        assert said[0].isupper()
        assert said.endswith(".")
        assert len(said.split()) >= 6, (field.code, said)


@every_form
def test_every_list_is_there_and_every_default_is_in_it(code: str) -> None:
    for field in SHIPPED[code].fields():
        if field.kind is FieldKind.CATALOGUE:
            offered = set(catalogue(field.catalogue))
        else:
            offered = {value for value, _ in field.options}
        assert not field.default or not offered or field.default in offered


@every_form
def test_a_condition_waits_for_an_answer_that_can_be_given(code: str) -> None:
    fields = {field.code: field for field in SHIPPED[code].fields()}
    for condition in SHIPPED[code].conditions():
        deciding = fields[condition.field]
        offered = {value for value, _ in deciding.options}
        if deciding.kind is FieldKind.CATALOGUE:
            offered = set(catalogue(deciding.catalogue))
        if deciding.kind is FieldKind.TICK:
            offered = {"yes"}
        assert set(condition.any) <= offered, condition


@every_form
def test_a_sum_adds_numbers_of_the_form(code: str) -> None:
    numbers = (FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY)
    added = {
        f"{group.code}.{field.code}" if group.repeat else field.code
        for group in SHIPPED[code].group
        for field in group.field
        if field.kind in numbers
    }
    for field in SHIPPED[code].fields():
        assert set(field.sum_of) <= added


def test_no_list_is_kept_that_no_form_asks_for() -> None:
    records = [record_of(system).definition for system in KEEPERS]
    forms = [*SHIPPED.values(), *records]
    asked = {field.catalogue for form in forms for field in form.fields()}
    assert set(catalogues()) == asked - {""}


def test_the_peoples_have_their_official_codes() -> None:
    peoples = catalogue("ethnic_groups")

    assert list(peoples) == [f"{number:02}" for number in range(1, 57)]
    assert (peoples["01"], peoples["08"], peoples["54"]) == ("Kinh", "Mông", "Rơ-măm")
    assert next(iter(catalogue("countries"))) == "VN"


@pytest.mark.parametrize("code", CONTRACTS)
def test_what_the_ministry_asks_for_is_asked_once(code: str) -> None:
    named = [field.contract for field in SHIPPED[code].fields() if field.contract]

    assert CONTRACTS[code] - set(named) == set()
    assert len(named) == len(set(named))


@pytest.mark.parametrize("code", ["KS", "KT", "KH", "LTKS", "LTKT"])
def test_civil_status_forms_leave_the_register_to_the_office(code: str) -> None:
    office = [group for group in SHIPPED[code].group if group.is_office]

    assert [group.code for group in office] == ["office"]
    asked = {field.code for field in office[0].field}
    assert {"register_number", "register_book", "registered_on"} <= asked
    assert not any(field.required for field in office[0].field)


@every_form
def test_a_printed_form_is_signed_by_whom_it_names(code: str) -> None:
    form = SHIPPED[code]
    names = {f.code for f in form.fields() if f.kind is FieldKind.NAME}

    assert {signer.field for signer in form.signer} <= names
    assert len(form.signer) == (2 if code in {"KH", "CT01"} else 1)
    assert form.applicant in names or code == "KH"  # either of the two files it
    assert form.legal_basis


@every_form
def test_the_filled_example_passes_the_checks(code: str) -> None:
    checked = check_answers(SHIPPED[code], filled(code), TODAY, PLACES)

    assert checked.problems == {}
    lines = form_lines(SHIPPED[code], checked.values)
    given = [line for part in lines for row in part.rows for line in row.lines]
    assert sum(bool(line.text) for line in given) >= len(given) * 0.6


@every_form
def test_an_empty_form_is_refused_at_its_required_questions(code: str) -> None:
    assert check_answers(SHIPPED[code], {}, TODAY, PLACES).problems


def test_every_form_has_a_filled_example() -> None:
    assert set(FORMS) == set(SHIPPED)


def changed(code: str, **answers: str) -> tuple[EformDefinition, dict[str, str]]:
    """Return a form with its example, some answers changed."""
    renamed = {f"e.{name}": text for name, text in answers.items()}
    return definition_of_form(code), filled(code) | renamed


def test_of_an_unknown_father_nothing_is_asked() -> None:
    form, answers = changed("KS", nks_birth_kind="no_father", cha_name="")

    checked = check_answers(form, answers, TODAY, PLACES)

    assert checked.problems == {}
    assert "cha_name" not in checked.values
    assert checked.values["me_name"] == "Nguyễn Thị Ánh Tuyết"


def test_the_floors_add_up_to_the_area_of_the_permit() -> None:
    form, answers = changed("GPXD")

    checked = check_answers(form, answers, TODAY, PLACES)

    assert checked.values["total_area"] == "215.25"
    assert checked.values["basements"] == 0


def test_pages_and_copies_are_counted_for_the_fee() -> None:
    form, answers = changed("CTBS")

    values = check_answers(form, answers, TODAY, PLACES).values

    assert (values["total_papers_pages"], values["total_copies"]) == (3, 8)


def test_a_trade_that_the_list_lacks_is_said_in_words() -> None:
    form, answers = changed("HKD")
    answers["e.line.2.line_detail"] = ""

    problems = check_answers(form, answers, TODAY, PLACES).problems

    assert set(problems) == {"e.line.2.line_detail"}


def test_a_death_that_brings_no_allowance_asks_for_no_account() -> None:
    form, answers = changed("LTKT", allowance_fund="none")

    values = check_answers(form, answers, TODAY, PLACES).values

    assert not {"account_number", "burier_name", "survivor"} & values.keys()
