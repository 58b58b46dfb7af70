"""What the social assistance registry is told of a dossier, and hands over (contracts 5.3)."""

import dataclasses
import json
from datetime import date, datetime
from typing import Any

import pytest
from sqlmodel import Session, select

from services.arrivals.fetch_dossiers import fetch_dossiers
from services.core.clock import ZONE
from services.core.errors import SystemUnavailable
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.rules import NATIONAL_NUMBER
from services.dossiers.snapshot import read_snapshot
from services.eforms.load_eforms import load_eforms
from services.eforms.models import Eform
from services.integrations.arriving import Arrival, ArrivedPaper, ArrivedPerson
from services.outbox.courier import CannotSay, Outcome, Parcel
from services.outbox.models import MessageKind, MessageState, Outward
from services.processing.desk_queue import QueueFilter, desk_queue
from services.processing.receive import receive
from services.processing.save_verdict import save_verdict
from services.results.return_result import return_result
from services.status_sync.couriers.social_assistance_registry import (
    SocialAssistanceCourier,
)
from services.work import SYSTEM, Work
from tests.factories.dossiers import ANSWERS
from tests.factories.filled_forms import filled
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_form,
    make_new,
    make_ready,
    make_received,
)
from tests.fake_social_assistance_registry import FakeSocialAssistanceRegistry
from tests.services.civil_status.declared import make_linh_son
from tests.services.outbox.owing import at, carried, in_place, messages, told

THERE = Outward.SOCIAL_ASSISTANCE
S = DossierStatus
ALLOWANCE = "1.001776"
THEIR_CODE = "BTXH-261122-000123"
Fields = dict[str, Any]  # Any: JSON


@dataclasses.dataclass(frozen=True)
class Place:
    """A unit whose dossiers of social assistance are told, and the fake."""

    work: Work
    desk: Desk
    there: FakeSocialAssistanceRegistry

    def carry(self, code: str) -> int:
        """Carry what is owed of a dossier; return how many arrived."""
        self.work.session.flush()
        thread = dossier_of(self.work, code).id
        courier: Any = SocialAssistanceCourier()  # Any: carried() takes a played one
        return carried(at(self.work, self.work.now), courier, thread, THERE)

    def fetch(self) -> int:
        """Fetch what waits there, as the worker does."""
        return fetch_dossiers(in_place(acting(self.work, SYSTEM)), THERE)

    def file(self, **values: Any) -> Arrival:
        """File a dossier there for this desk."""
        given: dict[str, Any] = {
            "code": THEIR_CODE,
            "unit": self.desk.filing.agency.code,
            "procedure": self.desk.filing.procedure.code,
            "submitted_at": datetime(2026, 11, 22, 20, 0, tzinfo=ZONE),
            "submitter": ArrivedPerson(
                name="Lường Thị Ính",
                number="999141000501",
                birth_date=date(1941, 9, 2),
                phone="0900000501",
                address="Số 7, tổ 3",
            ),
            "request": "Trợ cấp xã hội hàng tháng",
            "papers": (ArrivedPaper("to-khai.pdf", b"%PDF-1.4 one", "G01"),),
        }
        arrival = Arrival(**given | values)
        self.there.held[arrival.code] = arrival
        return arrival


@pytest.fixture
def place(work: Work) -> Place:
    desk = make_desk(work.session, code=ALLOWANCE)
    here = told(work, THERE, procedure=ALLOWANCE)
    there = FakeSocialAssistanceRegistry()
    found = here.systems.ministries
    ministries = dataclasses.replace(found, social_assistance_registry=there)
    systems = dataclasses.replace(here.systems, ministries=ministries)
    return Place(dataclasses.replace(here, systems=systems), desk, there)


def with_form(place: Place, **answers: str) -> str:
    """Return the code of a dossier with the form of social assistance."""
    load_eforms(place.work)
    make_linh_son(place.work)
    form = place.work.session.exec(select(Eform).where(Eform.code == "TGXH")).one()
    typed = {f"e.{name}": text for name, text in answers.items()}
    given = ANSWERS | filled("TGXH") | typed
    return make_new(place.work, place.desk, eform_id=form.id, answers=given)


def ours(session: Session) -> Dossier:
    return session.exec(select(Dossier).where(Dossier.their_code != "")).one()


def test_a_received_dossier_goes_as_one_flat_record_then_its_steps(
    place: Place,
) -> None:
    code = make_received(place.work, place.desk).code

    assert place.carry(code)

    kept = place.there.dossiers[code]
    assert kept["LoaiDuLieu"] == "100"
    assert (kept["MaTTHC"], kept["StatusId"]) == (ALLOWANCE, "4")
    assert kept["SubmitedDate"] == "23/11/2026 09:00:00"
    assert kept["NgayTiepNhan"]
    assert (kept["LoaiDoiTuong"], kept["HinhThucTra"]) == ("1", "0")
    assert kept["DonViXuLy"] == "Phường Tích Lương"
    assert [line["StatusId"] for line in place.there.progress] == ["1", "2", "4"]
    assert place.there.progress[1]["NoiDungXuLy"] == "Tiếp nhận hồ sơ"
    assert place.there.progress[-1]["NguoiXuLy"] == "Lê Thu Hà"
    assert {line["ThoiDiemXuLy"][2] for line in place.there.progress} == {"/"}


def test_the_person_of_the_form_is_told_in_their_codes(place: Place) -> None:
    code = with_form(place)

    place.carry(code)

    kept = place.there.dossiers[code]
    assert (kept["HoVaTen"], kept["NgayThangNamSinh"]) == (
        "Phạm Quốc Việt",
        "30/04/1975",
    )
    assert (kept["GioiTinhId"], kept["DanTocId"]) == ("1034", "18")
    assert (kept["LoaiDinhDanh"], kept["SoDinhDanh"]) == ("1", "999175000010")
    assert (kept["CMND"], kept["CMND_NoiCap"]) == ("999175000010", "1047")
    assert (kept["NOHT_MaTinh"], kept["NOHT_MaXa"]) == ("19", "05710")
    assert (kept["MaTinh"], kept["MaHuyen"], kept["MaXa"]) == ("19", "", "05710")
    assert kept["HKTT_ChiTiet"] == "Số 12, tổ 5"
    assert kept["SoDienThoai"].endswith("900000125")
    # What the allowance is paid by is no matter of how the decision is handed over.
    assert (kept["LoaiDoiTuong"], kept["HinhThucTra"]) == ("1", "0")


@pytest.mark.parametrize(("typed", "code"), [("01", "1"), ("40", "40")])
def test_an_ethnic_group_has_no_leading_zero_there(
    place: Place, typed: str, code: str
) -> None:
    dossier = with_form(place, person_ethnic_group=typed)
    place.carry(dossier)
    assert place.there.dossiers[dossier]["DanTocId"] == code


def test_without_a_form_the_owner_of_the_dossier_is_told(place: Place) -> None:
    place.desk.filing.account.citizen_id = "999190000777"
    code = make_new(place.work, place.desk)

    place.carry(code)

    kept, dossier = place.there.dossiers[code], dossier_of(place.work, code)
    assert kept["HoVaTen"] == dossier.applicant_name
    assert kept["SoDinhDanh"] == kept["CMND"] == "999190000777"
    assert (kept["NOHT_MaXa"], kept["GioiTinhId"]) == ("", "")


def test_the_decision_goes_when_it_is_ready_and_not_before(place: Place) -> None:
    code = make_ready(place.work, place.desk)
    at_desk = acting(place.work, place.desk.intake, 1)
    return_result(at_desk, code, "Nguyễn Thị Ánh Tuyết", "given")

    while place.carry(code):
        pass

    rows = messages(place.work, THERE)
    assert {row.state for row in rows} == {MessageState.DELIVERED}
    told_of = [row.said for row in rows if row.kind is MessageKind.DOSSIER]
    assert told_of[0]["SoQuyetDinh"] == ""
    assert told_of[-1]["SoQuyetDinh"] == "12/GP-UBND"
    assert told_of[-1]["NgayBanHanh"] == "23/11/2026"
    assert (
        "/in/lien-thong/tep/" in told_of[-1]["GiayToKetQua"][0]["DuongDanTepTinKetQua"]
    )
    assert told_of[-1]["StatusId"] == "10"


@pytest.mark.parametrize("status", list(NATIONAL_NUMBER))
def test_every_status_has_its_number_there(place: Place, status: S) -> None:
    code = make_new(place.work, place.desk)
    dossier = dossier_of(place.work, code)
    dossier.status = status
    note_event(place.work, dossier, "something")

    place.carry(code)

    number = str(NATIONAL_NUMBER[status])
    assert place.there.dossiers[code]["StatusId"] == number
    assert place.there.progress[-1]["StatusId"] == number


def test_what_is_kept_to_be_sent_holds_no_key(place: Place) -> None:
    code = make_received(place.work, place.desk).code
    place.carry(code)
    said = json.dumps([row.said for row in messages(place.work, THERE)])
    assert "AcceptKey" not in said
    assert "TaiKhoanXuLy" not in said


def test_a_procedure_they_do_not_keep_stops_its_dossier_on_the_screen(
    place: Place,
) -> None:
    code = make_new(place.work, place.desk)
    dossier = dossier_of(place.work, code)
    dossier.frozen = {**dossier.frozen, "procedure_code": "9.999999"}

    place.carry(code)

    first = messages(place.work, THERE)[0]
    assert (first.state, first.answer_code) == (MessageState.REFUSED, "-3")


def test_a_dossier_without_an_owner_says_which_field_lacks(place: Place) -> None:
    code = make_new(place.work, place.desk)
    dossier_of(place.work, code).applicant_name = ""
    first = messages(place.work, THERE)[0]
    with pytest.raises(CannotSay, match="ChuHoSo"):
        SocialAssistanceCourier().compose(place.work, first)


def test_a_registry_that_is_down_delays_and_loses_nothing(place: Place) -> None:
    code = make_new(place.work, place.desk)
    place.there.is_down = True
    assert place.carry(code) == 0
    place.there.is_down = False
    messages(place.work, THERE)[0].next_try_at = None
    assert place.carry(code) == 2


def test_sent_again_the_same_message_has_one_effect(place: Place) -> None:
    code = make_new(place.work, place.desk)
    place.carry(code)
    courier = SocialAssistanceCourier()

    for row in messages(place.work, THERE) * 2:
        kind = MessageKind(row.kind)
        parcel = Parcel(row.id, THERE, kind, row.key, row.dossier_id, 2, row.said)
        answer = courier.hand_over(place.work.systems, parcel)
        assert answer.outcome is Outcome.DELIVERED

    assert len(place.there.progress) == 1


def test_filed_there_it_stands_at_the_desk_and_its_steps_go_back_under_their_code(
    place: Place,
) -> None:
    place.file()

    assert place.fetch() == 1

    dossier = ours(place.work.session)
    code = dossier.code or ""
    assert dossier.status is S.SUBMITTED
    assert dossier.applicant_name == "Lường Thị Ính"
    assert [len(one.files) for one in read_snapshot(dossier).components] == [1]
    assert place.there.known_as == {THEIR_CODE: code}
    queue = desk_queue(acting(place.work, place.desk.intake), QueueFilter()).rows
    assert [row.code for row in queue] == [code]

    at_desk = acting(place.work, place.desk.intake, 1)
    save_verdict(at_desk, code, "G01", True)
    form = make_form(version=dossier_of(place.work, code).version)
    receive(at_desk, code, form, "receive")
    place.carry(code)

    assert list(place.there.dossiers) == [THEIR_CODE]
    kept = place.there.dossiers[THEIR_CODE]
    assert kept["HoVaTen"] == "Lường Thị Ính"
    assert kept["SubmitedDate"] == "22/11/2026 20:00:00"  # there, not here
    assert {line["MaHoSo"] for line in place.there.progress} == {THEIR_CODE}
    assert [line["StatusId"] for line in place.there.progress] == ["1", "2", "4"]


def test_of_a_procedure_we_do_not_tell_them_they_hear_of_their_own_all_the_same(
    place: Place,
) -> None:
    profile = {**place.work.province.profile, "systems": {}}
    province = dataclasses.replace(place.work.province, profile=profile)
    silent = dataclasses.replace(
        place, work=dataclasses.replace(place.work, province=province)
    )
    silent.file()
    silent.fetch()
    code = ours(silent.work.session).code or ""

    assert silent.carry(code) == 2
    assert list(silent.there.dossiers) == [THEIR_CODE]


def test_killed_between_the_commit_and_our_word_no_second_is_made(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.file()

    def dies(*_: str) -> None:
        raise SystemUnavailable("acknowledge")

    with monkeypatch.context() as patched:
        patched.setattr(place.there, "acknowledge", dies)
        assert place.fetch() == 0
    first = ours(place.work.session).code
    assert place.fetch() == 1
    assert place.there.known_as == {THEIR_CODE: first}
    assert place.fetch() == 0
    assert ours(place.work.session).code == first


def test_one_for_a_unit_nobody_knows_waits_there_unacknowledged(place: Place) -> None:
    place.file(unit="H99.1")
    assert place.fetch() == 0
    assert place.there.known_as == {}
    assert place.work.session.exec(select(Dossier)).all() == []


def test_what_they_know_of_the_person_fills_the_form_in(place: Place) -> None:
    load_eforms(place.work)
    make_linh_son(place.work)
    form = place.work.session.exec(select(Eform).where(Eform.code == "TGXH")).one()
    place.file(answers={"e.person_name": "Lường Thị Ính", "e.person_sex": "female"})

    place.fetch()

    dossier = ours(place.work.session)
    kept = read_snapshot(dossier).form
    assert dossier.eform_id == form.id
    assert kept is not None
    assert kept.values["person_sex"] == "female"
