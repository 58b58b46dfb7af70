"""What the national portal is told of a dossier, from its birth to its end (contracts 2)."""

import dataclasses
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.digitising.models import SavedPaper
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.rules import NATIONAL_NUMBER
from services.outbox.courier import CannotSay, Outcome, Parcel
from services.outbox.models import MessageKind, MessageState, OutboxMessage, Outward
from services.payments.models import DueMoment, PaymentState, RequestState
from services.processing.reception_models import (
    CheckedPerson,
    CheckOutcome,
    PersonCheck,
)
from services.results.return_result import return_result
from services.status_sync.couriers.national_portal import NationalPortalCourier
from services.status_sync.event_words import event_words
from services.supplements.answer_supplement import answer_supplement
from services.vault.models import DocumentSource, VaultDocument
from services.work import Work
from tests.conftest import NOON
from tests.factories.payments import make_payment, make_payment_request
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_new,
    make_ready,
    make_received,
)
from tests.factories.supplements import PAPER, fill_in, make_asked
from tests.fake_national_portal import FakeNationalPortal
from tests.services.outbox.owing import at, carried, messages, told

THERE = Outward.NATIONAL_PORTAL
S = DossierStatus
Fields = dict[str, Any]  # Any: JSON


@dataclasses.dataclass(frozen=True)
class Place:
    """A unit whose dossiers the national portal follows."""

    work: Work
    desk: Desk
    there: FakeNationalPortal

    def carry(self, code: str) -> int:
        """Carry what is owed of a dossier; return how many arrived."""
        self.work.session.flush()
        thread = dossier_of(self.work, code).id
        courier: Any = NationalPortalCourier()  # Any: carried() takes a played one
        return carried(at(self.work, self.work.now), courier, thread, THERE)

    def kept(self, code: str) -> Fields:
        """Return HoSo as they keep it."""
        return self.there.dossiers[code]


@pytest.fixture
def place(work: Work) -> Place:
    desk = make_desk(work.session)
    here = told(work, THERE, procedure=desk.filing.procedure.code)
    there = FakeNationalPortal()
    ministries = dataclasses.replace(here.systems.ministries, national_portal=there)
    systems = dataclasses.replace(here.systems, ministries=ministries)
    return Place(dataclasses.replace(here, systems=systems), desk, there)


def test_a_new_dossier_is_created_there_and_its_first_step_told(place: Place) -> None:
    code = make_new(place.work, place.desk)

    assert place.carry(code) == 2

    kept = place.kept(code)
    assert kept["TrangThaiHoSo"] == "1"
    assert kept["KenhThucHien"] == "2"
    assert kept["NoiNopHoSo"] == "2"
    assert kept["NgayNopHoSo"] == "20261123090000"
    assert kept["NgayTiepNhan"] is None
    assert kept["TrichYeuHoSo"] == "Cấp giấy phép xây dựng nhà ở riêng lẻ"
    [line] = place.there.progress
    assert (line["TrangThai"], line["NoiDungXuLy"]) == ("1", "Nộp hồ sơ")


def test_received_it_carries_its_receipt_and_its_promise(place: Place) -> None:
    code = make_received(place.work, place.desk).code

    place.carry(code)

    kept, dossier = place.kept(code), dossier_of(place.work, code)
    assert [line["TrangThai"] for line in place.there.progress] == ["1", "2", "4"]
    assert kept["NgayTiepNhan"]
    assert kept["NgayHenTra"]
    assert kept["SoBienNhan"] == "1"
    assert kept["DonViXuLy"] == dossier.frozen["unit"]["name"]
    assert place.there.progress[-1]["NguoiXuLy"] == "Lê Thu Hà"


def test_its_result_goes_when_it_is_ready_and_not_before(place: Place) -> None:
    code = make_received(place.work, place.desk).code
    place.carry(code)
    assert place.kept(code)["DanhSachGiayToKetQua"] == []

    ready = make_ready(place.work, place.desk)
    place.carry(ready)

    [result] = place.kept(ready)["DanhSachGiayToKetQua"]
    assert "12/GP-UBND" in result["TenGiayTo"]
    assert "/in/lien-thong/tep/" in result["DuongDanTepTinKetQua"]
    assert place.kept(ready)["NgayKetThucXuLy"]


def test_returned_it_ends_there_as_well(place: Place) -> None:
    code = make_ready(place.work, place.desk)
    _give_back(place, code)

    place.carry(code)

    assert place.kept(code)["TrangThaiHoSo"] == "10"
    assert place.kept(code)["NgayTra"]


def test_told_late_it_is_told_step_by_step_and_nothing_is_refused(
    place: Place,
) -> None:
    code = make_ready(place.work, place.desk)
    _give_back(place, code)

    while place.carry(code):
        pass

    rows = messages(place.work, THERE)
    assert {row.state for row in rows} == {MessageState.DELIVERED}
    statuses = [int(row.said.get("TrangThaiHoSo", 0)) for row in rows if row.said]
    assert [one for one in statuses if one] == sorted(one for one in statuses if one)
    moments = [line["ThoiDiemXuLy"] for line in place.there.progress]
    assert moments == sorted(moments)


@pytest.mark.parametrize("status", list(NATIONAL_NUMBER))
def test_every_status_has_its_number_there(place: Place, status: S) -> None:
    code = make_new(place.work, place.desk)
    dossier = dossier_of(place.work, code)
    dossier.status = status
    note_event(place.work, dossier, "something")

    place.carry(code)

    number = str(NATIONAL_NUMBER[status])
    assert place.kept(code)["TrangThaiHoSo"] == number
    assert place.there.progress[-1]["TrangThai"] == number
    assert place.there.progress[-1]["NoiDungXuLy"] == event_words("", status)


def test_papers_tell_where_they_come_from_and_what_was_digitised(
    place: Place,
) -> None:
    code = make_new(place.work, place.desk)
    dossier = dossier_of(place.work, code)
    paper = dossier.frozen["components"][0]["files"][0]
    paper["origin"] = "national_store"
    dossier.frozen = dict(dossier.frozen)
    _digitise(place, dossier, paper["id"])
    note_event(place.work, dossier, "received")

    place.carry(code)

    kept = place.kept(code)
    [told_of] = kept["TaiLieuNop"]
    assert told_of["MaThanhPhanHoSo"] == "G01"
    assert told_of["DuocLayTuKhoDMQG"] == "1"
    assert told_of["DuocSoHoa"] == "1"
    assert told_of["DuongDanTaiTepTin"].startswith("http")
    assert kept["HoSoCoThanhPhanSoHoa"] == "1"


def test_a_supplement_is_told_with_its_answer_and_its_paper(place: Place) -> None:
    code = make_new(place.work, place.desk)
    asked = make_asked(place.work, place.desk, code, PAPER)
    place.carry(code)
    [open_one] = place.kept(code)["DanhSachHoSoBoSung"]
    assert open_one["TrangThaiBoSung"] == "0"
    assert "Ảnh chụp bị mờ" in open_one["NoiDungBoSung"]
    papers = len(place.kept(code)["TaiLieuNop"])

    owner = place.desk.filing.citizen
    fill_in(place.work, code, asked.request_id, owner)
    answer_supplement(acting(place.work, owner, 1), code)
    place.carry(code)

    [answered] = place.kept(code)["DanhSachHoSoBoSung"]
    assert answered["TrangThaiBoSung"] == "1"
    assert answered["NgayTiepNhanBoSung"]
    assert len(place.kept(code)["TaiLieuNop"]) == papers + 1


@pytest.mark.parametrize(
    ("gateway", "said"), [("national", "1"), ("vnpay", "2"), ("cash", "0")]
)
def test_where_it_was_paid_is_told(place: Place, gateway: str, said: str) -> None:
    code = make_new(place.work, place.desk)
    request = make_payment_request(
        place.work.session,
        place.desk.filing,
        dossier_id=dossier_of(place.work, code).id,
        moment=DueMoment.RESULT,
        state=RequestState.PAID,
    )
    make_payment(place.work.session, request, gateway=gateway, state=PaymentState.PAID)

    place.carry(code)

    [line] = place.kept(code)["DanhSachLePhi"]
    assert (line["Gia"], line["HinhThucThu"]) == ("75000", "4")
    assert place.kept(code)["DuocThanhToanTrucTuyen"] == said


def test_what_the_population_database_was_asked_is_told(place: Place) -> None:
    code = make_new(place.work, place.desk)
    check = PersonCheck(
        dossier_id=dossier_of(place.work, code).id,
        person=CheckedPerson.SUBMITTER,
        outcome=CheckOutcome.SAME,
        asked_at=NOON,
    )
    place.work.session.add(check)

    place.carry(code)

    assert place.kept(code)["DSKetNoiCSDL"] == [{"MaCSDL": "1"}]


def test_the_technical_id_of_an_online_owner_is_asked_for(place: Place) -> None:
    owner = place.desk.filing.account
    owner.citizen_id = "999190000777"
    place.there.technical_ids["999190000777"] = "TECH-777"
    code = make_new(place.work, place.desk)

    place.carry(code)

    kept = place.kept(code)
    assert kept["MaDoiTuong"] == "TECH-777"
    assert kept["DinhDanhCHS"] == {"LoaiDinhDanh": "1", "SoDinhDanh": "999190000777"}


def test_who_signed_in_through_the_police_is_told(place: Place) -> None:
    owner = place.desk.filing.account
    owner.national_subject, owner.assurance_source = "TECH-8", "police"
    code = make_new(place.work, place.desk)

    place.carry(code)

    assert place.kept(code)["MaDoiTuong"] == "TECH-8"
    assert place.kept(code)["TaiKhoanDuocXacThucVoiVNeID"] == "1"


def test_an_unknown_procedure_stops_its_dossier_on_the_screen(place: Place) -> None:
    code = make_new(place.work, place.desk)
    dossier = dossier_of(place.work, code)
    dossier.frozen = {**dossier.frozen, "procedure_code": "9.999999"}

    place.carry(code)

    first = messages(place.work, THERE)[0]
    assert (first.state, first.answer_code) == (MessageState.REFUSED, "-3")


def test_a_portal_that_is_down_delays_and_loses_nothing(place: Place) -> None:
    code = make_new(place.work, place.desk)
    place.there.is_down = True
    assert place.carry(code) == 0
    place.there.is_down = False
    row = messages(place.work, THERE)[0]
    row.next_try_at = None
    assert place.carry(code) == 2


def test_a_dossier_without_an_owner_says_which_field_lacks(place: Place) -> None:
    code = make_new(place.work, place.desk)
    dossier_of(place.work, code).applicant_name = ""
    with pytest.raises(CannotSay, match="ChuHoSo"):
        NationalPortalCourier().compose(place.work, _first(place, code))


def test_sent_again_the_same_message_has_one_effect(place: Place) -> None:
    code = make_new(place.work, place.desk)
    place.carry(code)
    first, second = messages(place.work, THERE)
    courier = NationalPortalCourier()

    for row in (first, second, first, second):
        parcel = Parcel(
            row.id, THERE, MessageKind(row.kind), row.key, row.dossier_id, 2, row.said
        )
        answer = courier.hand_over(place.work.systems, parcel)
        assert answer.outcome is Outcome.DELIVERED

    assert len(place.there.progress) == 1


@pytest.mark.parametrize(("amount", "code"), [("2000", "PLP-000815-1"), ("1", "")])
def test_their_code_of_a_fee_is_added_where_it_is_sure(
    place: Place, amount: str, code: str
) -> None:
    line = {"TenPhiLePhi": "Phí", "MaPhiLePhi": "", "Gia": amount}
    said: Fields = {
        "MaHoSo": "H55.242-261123-0001",
        "MaTTHC": "2.000815",
        "KenhThucHien": "1",
        "TrangThaiHoSo": "1",
        "ChuHoSo": "Nguyễn Thị Mai Hương",
        "DanhSachLePhi": [line],
    }
    parcel = Parcel(uuid4(), THERE, MessageKind.DOSSIER, "key", None, 1, said)

    NationalPortalCourier().hand_over(place.work.systems, parcel)

    [told_line] = place.kept("H55.242-261123-0001")["DanhSachLePhi"]
    assert told_line["MaPhiLePhi"] == code


def test_an_event_without_words_is_told_by_its_status() -> None:
    assert event_words("never_seen", S.PROCESSING) == "Đang xử lý"


def _first(place: Place, code: str) -> OutboxMessage:
    place.work.session.flush()
    return messages(place.work, THERE)[0]


def _give_back(place: Place, code: str) -> None:
    at_desk = acting(place.work, place.desk.intake, 1)
    return_result(at_desk, code, "Nguyễn Thị Ánh Tuyết", "given")


def _digitise(place: Place, dossier: Dossier, file_id: str) -> None:
    session, owner = place.work.session, place.desk.filing.account
    document = VaultDocument(
        account_id=owner.id,
        source=DocumentSource.DIGITISED,
        title="Đơn",
        added_at=NOON,
        updated_at=NOON,
    )
    session.add(document)
    session.flush()
    session.add(
        SavedPaper(
            dossier_id=dossier.id,
            file_id=UUID(file_id),
            agency_id=place.desk.filing.agency.id,
            document_id=document.id,
            kind="other",
            saved_at=NOON,
            saved_by_id=owner.id,
            intent="saved",
        )
    )
