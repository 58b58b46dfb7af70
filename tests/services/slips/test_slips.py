"""Slips hold every field of contracts 8.2, are frozen, and anybody can check them."""

import dataclasses
import io
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader
from sqlmodel import select

from dvc_app.wording import filing
from services.core.errors import NotFound
from services.decisions.models import DecisionKind
from services.dossiers.fields import FIELDS
from services.dossiers.models import DossierStatus
from services.papers.check_keys import PaperKind, check_key
from services.papers.form_sets import FormSet, form_on
from services.papers.printing import print_receipt
from services.processing.receipt_facts import receipt_facts
from services.slips.check_paper import check_paper
from services.slips.issue_slip import issue_slip
from services.slips.models import Slip, SlipKind
from services.slips.open_slip import open_slip, print_slip
from services.slips.paper_kinds import PAPER_OF
from services.slips.sheet import SlipFacts
from services.slips.slips_of import list_slips
from services.supplements.askable import FIXED
from services.supplements.issue_request import _names
from services.work import Work
from tests.factories.decisions import (
    GROUND,
    make_agreed,
    make_refused,
    make_taken,
)
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_new,
    make_received,
)
from tests.factories.supplements import make_asked

K = DecisionKind
EARLIER = datetime(2025, 3, 3, 3, tzinfo=UTC)


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def make_issued(work: Work, desk: Desk, kind: SlipKind) -> Slip:
    """Return the slip of an act of this kind."""
    if kind is SlipKind.SUPPLEMENT:
        code = make_new(work, desk)
        make_asked(work, desk, code)
    elif kind is SlipKind.REFUSAL:
        code = make_refused(work, desk)
    else:
        code = make_taken(work, desk)
        wanted = K.EXTEND if kind is SlipKind.EXTENSION else K.STOP
        make_agreed(work, code, desk, wanted)
    dossier = dossier_of(work, code)
    query = select(Slip).where(Slip.dossier_id == dossier.id, Slip.kind == kind)
    return work.session.exec(query).one()


def key_of(work: Work, slip: Slip) -> str:
    return check_key(work, PAPER_OF[slip.kind], slip.id)


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    text = " ".join(page.extract_text() for page in pages)
    return " ".join(text.replace("\u200b", "").split())


HEAD = (
    "Độc lập - Tự do - Hạnh phúc",
    "Mã hồ sơ",
    "Nội dung yêu cầu giải quyết",
    "Chủ hồ sơ",
    "Địa chỉ của chủ hồ sơ",
    "Số: 1/2026/",
)
PEOPLE = (
    "Bộ phận tiếp nhận và trả kết quả",
    "hình thức nộp: trực tuyến",
    "Địa chỉ",
    "Số điện thoại",
    "Email",
    "Số định danh cá nhân/Số giấy tờ",
)
FIELDS_OF = {
    SlipKind.SUPPLEMENT: (
        *PEOPLE,
        "PHIẾU YÊU CẦU",
        "Nội dung cần bổ sung",
        "Lý do",
        "Thời hạn bổ sung",
        "liên hệ cán bộ Lê Thu Hà",
        "số điện thoại",
        "trang thông tin điện tử",
        "NGƯỜI HƯỚNG DẪN",
        "Mẫu số 02",
    ),
    SlipKind.REFUSAL: (
        *PEOPLE,
        "PHIẾU TỪ CHỐI",
        GROUND,
        "Căn cứ: Điều 17",
        "Việc Ông/Bà có thể làm tiếp",
        "NGƯỜI TỪ CHỐI TIẾP NHẬN",
        "Lê Thu Hà",
        "Mẫu số 03",
    ),
    SlipKind.EXTENSION: (
        "XIN LỖI",
        "Kính gửi",
        "đã tiếp nhận hồ sơ mã số",
        "Thời gian hẹn trả kết quả:",
        GROUND,
        "Thời gian hẹn trả kết quả mới:",
        "15 tháng 12 năm 2026",
        "THỦ TRƯỞNG CƠ QUAN",
        "Phạm Thị Duyệt",
        "Mẫu số 04",
    ),
    SlipKind.STOP: (
        "THÔNG BÁO",
        "Đang ở bước",
        "Lý do dừng",
        GROUND,
        "Quyết định",
        "THỦ TRƯỞNG CƠ QUAN",
        "Phạm Thị Duyệt",
        "Mẫu số 05",
    ),
}


@pytest.mark.parametrize("kind", list(SlipKind))
def test_each_form_has_the_fields_of_its_list(
    work: Work, desk: Desk, kind: SlipKind
) -> None:
    slip = make_issued(work, desk, kind)
    sheet = open_slip(acting(work, desk.filing.citizen), key_of(work, slip))

    text = text_of(print_slip(sheet))

    fields = (*HEAD, *FIELDS_OF[kind], "Thông tư số 03/2025/TT-VPCP")
    assert [field for field in fields if field not in text] == []
    assert sheet.check_url.endswith(key_of(work, slip))


@pytest.mark.parametrize("kind", list(SlipKind))
def test_a_dossier_of_the_earlier_set_keeps_it(
    work: Work, desk: Desk, kind: SlipKind
) -> None:
    code = make_received(work, desk).code
    dossier = dossier_of(work, code)
    dossier.submitted_at = EARLIER
    facts = SlipFacts(reference=str(dossier.id), reason=GROUND)
    officer = acting(work, desk.handler)
    slip = issue_slip(officer, dossier, kind, facts)

    text = text_of(print_slip(open_slip(officer, key_of(work, slip))))

    # The set of 2018 has no notice of stop: the next set's is used.
    if kind is SlipKind.STOP:
        assert slip.form_set is FormSet.TT03_2025
        assert "Mẫu số 05 – Thông tư số 03/2025/TT-VPCP" in text
    else:
        assert slip.form_set is FormSet.TT01_2018
        assert "Thông tư số 01/2018/TT-VPCP" in text


def test_the_receipt_has_the_fields_of_its_list_in_both_sets(
    work: Work, desk: Desk
) -> None:
    code = make_received(work, desk).code
    officer = acting(work, desk.intake)
    now = text_of(print_receipt(receipt_facts(officer, code)))
    dossier_of(work, code).submitted_at = EARLIER
    before = text_of(print_receipt(receipt_facts(officer, code)))

    fields = (
        "Bộ phận tiếp nhận và trả kết quả",
        "hình thức nộp: trực tuyến",
        "Số điện thoại",
        "Email",
        "Số định danh cá nhân/Số giấy tờ",
        "Nội dung yêu cầu giải quyết",
        "Chủ hồ sơ",
        "Địa chỉ của chủ hồ sơ",
        "Bản chính",
        "Bản sao chứng thực",
        "Số lượng hồ sơ",
        "Thời gian giải quyết hồ sơ theo quy định",
        "Thời gian nhận hồ sơ",
        "Thời gian trả kết quả",
        "Đăng ký nhận kết quả tại",
        "Quyển số",
        "Số thứ tự: 1",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
    )
    for text in (now, before):
        assert [field for field in fields if field not in text] == []
    assert "Thông tư số 03/2025/TT-VPCP" in now
    assert "Thông tư số 01/2018/TT-VPCP" in before


@pytest.mark.parametrize(
    ("day", "used"),
    [
        (date(2010, 1, 1), FormSet.TT01_2018),
        (date(2025, 6, 30), FormSet.TT01_2018),
        (date(2025, 7, 1), FormSet.TT03_2025),
    ],
)
def test_the_day_it_was_handed_in_chooses_the_set(day: date, used: FormSet) -> None:
    assert form_on(day, "refusal").form_set is used


def test_a_slip_is_numbered_and_issued_once_for_an_act(work: Work, desk: Desk) -> None:
    first = make_issued(work, desk, SlipKind.REFUSAL)
    second = make_issued(work, desk, SlipKind.REFUSAL)
    officer = acting(work, desk.intake)
    again = issue_slip(
        officer,
        work.session.get_one(type(dossier_of(work, code_of(first))), first.dossier_id),
        SlipKind.REFUSAL,
        SlipFacts(reference=str(first.reference), reason="khác hẳn"),
    )

    assert (first.number, second.number) == (1, 2)
    assert again.id == first.id
    assert again.facts["act"]["reason"] == GROUND


def code_of(slip: Slip) -> str:
    return str(slip.facts["dossier_code"])


def test_only_its_people_and_the_desk_of_the_agency_open_a_slip(
    work: Work, desk: Desk
) -> None:
    slip = make_issued(work, desk, SlipKind.REFUSAL)
    other = make_desk(work.session)
    key = key_of(work, slip)

    for reader in (desk.filing.citizen, desk.intake, desk.approver):
        assert open_slip(acting(work, reader), key).number == "1/2026"
        assert [one.key for one in list_slips(acting(work, reader), code_of(slip))]
    for stranger in (other.filing.citizen, other.intake):
        with pytest.raises(NotFound):
            open_slip(acting(work, stranger), key)
    with pytest.raises(NotFound):
        open_slip(acting(work, desk.intake), key[:-2] + "xx")


@pytest.mark.parametrize("kind", list(SlipKind))
def test_anybody_who_holds_a_slip_checks_it_and_learns_initials_only(
    work: Work, desk: Desk, kind: SlipKind
) -> None:
    slip = make_issued(work, desk, kind)

    paper = check_paper(work, key_of(work, slip))

    assert paper is not None
    assert paper.kind is PAPER_OF[kind]
    assert paper.number == code_of(slip)
    assert paper.initials == "N. T. Á. T."
    assert paper.in_force


def test_a_request_that_was_answered_and_a_slip_taken_back_are_not_in_force(
    work: Work, desk: Desk
) -> None:
    asked = make_issued(work, desk, SlipKind.SUPPLEMENT)
    refused = make_issued(work, desk, SlipKind.REFUSAL)
    dossier_of(work, code_of(asked)).status = DossierStatus.SUBMITTED
    refused.revoked_at = work.now

    for slip in (asked, refused):
        paper = check_paper(work, key_of(work, slip))
        assert paper is not None
        assert not paper.in_force


def test_a_slip_that_was_tampered_with_is_not_ours(work: Work, desk: Desk) -> None:
    slip = make_issued(work, desk, SlipKind.REFUSAL)
    slip.facts = {**slip.facts, "signer": "Người khác"}

    assert check_paper(work, key_of(work, slip)) is None
    with pytest.raises(NotFound):
        open_slip(acting(work, desk.intake), key_of(work, slip))
    wrong_kind = check_key(work, PaperKind.STOP, slip.id)
    assert check_paper(work, wrong_kind) is None


def test_a_slip_says_what_it_said_although_the_dossier_changes(
    work: Work, desk: Desk
) -> None:
    slip = make_issued(work, desk, SlipKind.REFUSAL)
    officer = acting(work, desk.intake)
    before = print_slip(open_slip(officer, key_of(work, slip)))
    dossier = dossier_of(work, code_of(slip))
    dossier.applicant_name = "Người khác"

    later = dataclasses.replace(officer, now=work.now.replace(year=2027))
    assert print_slip(open_slip(later, key_of(work, slip))) == before


def test_the_printed_names_of_fields_are_the_words_of_the_page() -> None:
    printed = {name: text for name, text in _names().items() if name in filing.LABELS}
    asked = {
        name
        for name, rule in FIELDS.items()
        if rule.step == "information" and name not in FIXED
    }
    assert printed == {name: filing.LABELS[name] for name in asked}
