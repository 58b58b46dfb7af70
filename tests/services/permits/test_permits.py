"""A permit is filled in, saved, read, sent, given back, mended and sent again (O10)."""

import dataclasses

import pytest
from sqlalchemy import event
from sqlmodel import select

from services.audit.models import AuditEntry
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dossiers.models import DossierStatus
from services.outbox.claim import INCOMPLETE
from services.outbox.models import MessageState, Outward
from services.permits.models import PermitVersion
from services.permits.open_permit import Lack, PermitView, open_permit
from services.permits.save_permit import keep_answers, save_permit
from services.permits.standing import Standing
from services.permits.sync_permit import sync_permit
from services.results.queries import standing_result
from services.work import Role, Work
from tests.factories.processing import (
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_received,
)
from tests.services.outbox.owing import messages, told
from tests.services.permits.issued import (
    HASH,
    OFFICE,
    PROCEDURES,
    SIGNER,
    Issued,
    make_issued,
)

C, P = Outward.CONSTRUCTION, Outward.PLANNING
BOTH = pytest.mark.parametrize("system", [C, P])


def texts(view: PermitView) -> dict[str, str]:
    return {key: one.text for key, one in view.filled.items()}


def saved(issued: Issued, **typed: str) -> PermitView:
    mine = issued.acting()
    answers = OFFICE[issued.system] | {f"e.{key}": text for key, text in typed.items()}
    keep_answers(mine, issued.code, answers)
    return save_permit(mine, issued.code)


def synced(issued: Issued, **typed: str) -> PermitView:
    seen = saved(issued, **typed).number
    return sync_permit(issued.acting(), issued.code, seen)


def now(issued: Issued) -> PermitView:
    return open_permit(issued.acting(), issued.code)


def refused(issued: Issued, words: str) -> PermitView:
    """Have what was synced given back."""
    issued.there.refuses[issued.code] = words
    issued.carry()
    return now(issued)


def test_what_the_dossier_and_the_result_know_is_filled_in(work: Work) -> None:
    view = open_permit((issued := make_issued(work)).acting(), issued.code)

    answers = texts(view)
    assert answers["e.investor_name"] == "Vũ Đình Khải"
    assert answers["e.investor_number"] == "999185000014"
    assert answers["e.site.commune"] == "05710"
    assert answers["e.site.detail"] == "Lô 7, đường Bắc Sơn"
    assert answers["e.building_kind"] == "house"
    assert answers["e.total_area"] == "215,25"
    assert answers["e.number"] == "12/GP-UBND"
    assert answers["e.issued_on"] == "23/11/2026"
    assert answers["e.issuer"] == "Phường Tích Lương"
    assert view.filled["e.number"].source == "result"
    assert view.filled["e.site.commune"].source == "dossier"
    assert view.standing.standing is Standing.DRAFT
    assert view.lines == ()


def test_planning_takes_its_scope_from_every_parcel(work: Work) -> None:
    view = open_permit((issued := make_issued(work, P)).acting(), issued.code)

    answers = texts(view)
    assert answers["e.planning_kind"] == "zoning"
    assert "Khu Đồng Bẩm" in answers["e.scope"]
    assert answers["e.land_area"] == "2500,75"
    assert answers["e.targets"] == ""  # the questions are not the answer


def test_typing_is_kept_and_saving_needs_all_of_it(work: Work) -> None:
    issued = make_issued(work)
    mine = issued.acting()

    keep_answers(mine, issued.code, {"e.number": "", "e.expires_on": "31/02/2027"})

    assert texts(now(issued))["e.number"] == ""  # erased stays erased
    with pytest.raises(RuleViolation) as refusal:
        save_permit(mine, issued.code)
    problems = refusal.value.problems
    assert problems.keys() == {"e.number", "e.expires_on", "e.signer"}
    assert work.session.exec(select(PermitVersion)).all() == []


def test_a_permit_cannot_end_before_it_begins(work: Work) -> None:
    issued = make_issued(work)
    with pytest.raises(RuleViolation) as refusal:
        saved(issued, expires_on="23/11/2026")
    assert refusal.value.problems.keys() == {"e.expires_on"}


def test_what_no_field_asks_is_not_kept(work: Work) -> None:
    issued = make_issued(work)
    with pytest.raises(RuleViolation):
        keep_answers(issued.acting(), issued.code, {"e.secret": "x"})
    with pytest.raises(RuleViolation):
        keep_answers(issued.acting(), issued.code, {"e.number": "x" * 100_000})


def test_saving_twice_is_one_version_and_sends_nothing(work: Work) -> None:
    issued = make_issued(work)
    first, again = saved(issued), saved(issued)
    assert (first.number, again.number) == (1, 1)
    assert saved(issued, height="12").number == 1  # not sent yet: saved over
    assert issued.permits() == []


@BOTH
def test_what_was_read_is_what_arrives(work: Work, system: Outward) -> None:
    issued = make_issued(work, system)
    view = synced(issued)
    assert view.standing.standing is Standing.WAITING
    assert Lack.UNDERWAY in view.lacks

    issued.carry()

    [message] = issued.permits()
    assert message.state is MessageState.DELIVERED
    assert issued.there.dossiers[issued.code]["TrangThaiHoSo"] == "9"
    [(number, kept)] = issued.there.records.items()
    assert kept["MaHoSo"] == issued.code
    assert kept["NguoiKy"] == SIGNER
    assert kept["TepGiayPhep"]["Hash"] == HASH
    assert "/in/lien-thong/tep/" in kept["TepGiayPhep"]["Url"]
    done = now(issued)
    assert done.standing.standing is Standing.RECEIVED
    assert done.standing.their_number == number
    assert not done.standing.is_edited
    version = work.session.exec(select(PermitVersion)).one()
    assert (version.their_number, version.received_at) == (number, work.now)


def test_a_permit_is_told_in_the_words_of_the_contract(work: Work) -> None:
    issued = make_issued(work)
    synced(issued, expires_on="23/11/2027", permit_kind="repair")
    issued.carry()

    [kept] = issued.there.records.values()
    assert kept["SoGiayPhep"] == "12/GP-UBND"
    assert (kept["NgayCap"], kept["NgayHetHan"]) == ("23/11/2026", "23/11/2027")
    assert kept["LoaiGiayPhep"] == "sửa chữa/cải tạo"
    assert kept["ChuDauTu"]["SoDinhDanh"] == "999185000014"
    building = kept["CongTrinh"]
    assert building["Loai"] == "Nhà ở riêng lẻ"
    assert building["DiaDiem"].startswith("Lô 7, đường Bắc Sơn, Phường Linh Sơn")
    assert (building["TongDienTichSan"], building["SoTang"]) == ("215.25", "3")
    assert building["ChieuCao"] == "11.75"


def test_a_planning_document_is_told_in_the_words_of_the_contract(work: Work) -> None:
    issued = make_issued(work, P)
    synced(issued)
    issued.carry()

    [kept] = issued.there.records.values()
    document = kept["VanBan"]
    assert document["SoVanBan"] == "12/GP-UBND"
    assert document["LoaiQuyHoach"] == "Quy hoạch phân khu"
    assert document["ChiTieu"] == OFFICE[P]["e.targets"]
    assert "SoGiayPhep" not in kept


def test_the_ministry_is_told_the_dossier_without_its_papers(work: Work) -> None:
    issued = make_issued(work)
    issued.carry()

    kept = issued.there.dossiers[issued.code]
    assert kept["MaTTHC"] == PROCEDURES[C]
    assert not kept.keys() & {"TaiLieuNop", "MaDoiTuong", "DanhSachTepDinhKemKhac"}
    assert issued.there.progress[0]["TrangThai"] == "1"


def test_a_second_press_sends_nothing_more(work: Work) -> None:
    issued = make_issued(work)
    view = synced(issued)
    sync_permit(issued.acting(), issued.code, view.number)
    assert len(issued.permits()) == 1
    issued.carry()
    sync_permit(issued.acting(), issued.code, view.number)
    assert len(issued.permits()) == 1


def test_edited_after_sending_it_is_marked_and_sent_as_another_version(
    work: Work,
) -> None:
    issued = make_issued(work)
    synced(issued)
    issued.carry()
    [number] = issued.there.records

    keep_answers(issued.acting(), issued.code, {"e.height": "12,5"})
    assert now(issued).standing.is_edited
    assert now(issued).lacks[0] is Lack.UNSAVED
    edited = save_permit(issued.acting(), issued.code)
    assert (edited.number, edited.standing.is_edited) == (2, True)
    assert edited.lacks == ()

    sync_permit(issued.acting(), issued.code, 2)
    issued.carry()

    assert now(issued).standing.standing is Standing.RECEIVED
    assert not now(issued).standing.is_edited
    assert now(issued).standing.their_number == number
    assert issued.there.records[number]["CongTrinh"]["ChieuCao"] == "12.5"


def test_given_back_it_shows_their_words_at_our_field(work: Work) -> None:
    issued = make_issued(work)
    synced(issued)

    back = refused(issued, "Trường NguoiKy chưa khớp với mẫu chữ ký")

    assert back.standing.standing is Standing.RETURNED
    assert back.standing.key == "e.signer"
    assert "NguoiKy" in back.standing.words
    assert back.lacks == ()


@pytest.mark.parametrize("typed", [{}, {"signer": "Trần Văn Thụ"}])
def test_mended_or_not_it_goes_out_again_under_its_own_key(
    work: Work, typed: dict[str, str]
) -> None:
    issued = make_issued(work)
    synced(issued)
    refused(issued, "Trường NguoiKy chưa khớp")
    [before] = [one.key for one in issued.permits()]

    synced(issued, **typed)
    issued.carry()

    [message] = issued.permits()
    assert (message.key, message.state) == (before, MessageState.DELIVERED)
    [kept] = issued.there.records.values()
    assert kept["NguoiKy"] == typed.get("signer", SIGNER)
    done = now(issued)
    assert done.standing.standing is Standing.RECEIVED
    assert not done.standing.is_edited


def test_silence_is_said_and_the_permit_waits(work: Work) -> None:
    issued = make_issued(work)
    synced(issued)
    issued.carry()  # dossier, progress and permit arrive
    keep_answers(issued.acting(), issued.code, {"e.height": "12"})
    seen = save_permit(issued.acting(), issued.code).number
    issued.there.is_down = True
    sync_permit(issued.acting(), issued.code, seen)
    issued.carry()

    waiting = now(issued)
    assert waiting.standing.standing is Standing.SENT
    assert waiting.standing.at is not None


def test_three_days_without_an_answer_it_may_be_sent_again(work: Work) -> None:
    issued = make_issued(work)
    view = synced(issued)
    [message] = issued.permits()
    message.state = MessageState.DEAD
    work.session.add(message)
    work.session.flush()

    assert now(issued).standing.standing is Standing.UNREACHED
    sync_permit(issued.acting(), issued.code, view.number)

    assert issued.permits()[0].state is MessageState.WAITING


def test_a_version_nobody_saw_is_not_sent(work: Work) -> None:
    issued = make_issued(work)
    saved(issued)
    with pytest.raises(Conflict):
        sync_permit(issued.acting(), issued.code, 7)
    assert issued.permits() == []


def test_nothing_is_sent_before_it_is_saved(work: Work) -> None:
    issued = make_issued(work)
    with pytest.raises(RuleViolation) as refusal:
        sync_permit(issued.acting(), issued.code, 0)
    assert refusal.value.problems == {"permit": "permit_unsaved"}


def test_a_file_without_a_signature_is_not_sent(work: Work) -> None:
    issued = make_issued(work, is_signed=False)
    view = saved(issued)
    assert view.lacks == (Lack.UNSIGNED,)
    with pytest.raises(RuleViolation) as refusal:
        sync_permit(issued.acting(), issued.code, view.number)
    assert refusal.value.problems == {"permit": "permit_unsigned"}


def test_a_result_taken_away_meanwhile_is_named(work: Work) -> None:
    issued = make_issued(work)
    synced(issued)
    dossier = dossier_of(work, issued.code)
    result = standing_result(work.session, dossier.id)
    assert result is not None
    result.removed_at = work.now
    work.session.add(result)
    work.session.flush()

    issued.carry()

    [message] = issued.permits()
    assert (message.answer_code, message.answer) == (INCOMPLETE, "TepGiayPhep")
    view = now(issued)
    assert (view.standing.is_missing, view.standing.key) == (True, "file")
    assert Lack.NO_FILE in view.lacks


def test_only_the_unit_s_officers_reach_it(work: Work) -> None:
    issued = make_issued(work)
    stranger = make_desk(work.session).intake
    auditor = make_account_officer(
        work.session, issued.desk.intake.agency_id, Role.AUDITOR
    )
    citizen = issued.desk.filing.citizen
    for actor, refusal in (
        (stranger, NotFound),
        (auditor, Forbidden),
        (citizen, Forbidden),
    ):
        for ask in (open_permit, save_permit):
            with pytest.raises(refusal):
                ask(issued.acting(actor), issued.code)
        with pytest.raises(refusal):
            keep_answers(issued.acting(actor), issued.code, {"e.number": "1"})
        with pytest.raises(refusal):
            sync_permit(issued.acting(actor), issued.code, 0)


def test_before_the_result_is_ready_there_is_no_permit(work: Work) -> None:
    desk = make_desk(work.session, code=PROCEDURES[C])
    here = told(work, C, procedure=PROCEDURES[C])
    code = make_received(here, desk).code
    with pytest.raises(NotFound):
        open_permit(acting(here, desk.intake), code)


def test_a_procedure_no_ministry_follows_has_no_permit(work: Work) -> None:
    issued = make_issued(work)
    elsewhere = dataclasses.replace(
        issued.acting(),
        province=told(work, Outward.LAND, procedure="1").province,
    )
    with pytest.raises(NotFound):
        open_permit(elsewhere, issued.code)


def test_a_returned_result_may_still_be_mended(work: Work) -> None:
    issued = make_issued(work)
    dossier = dossier_of(work, issued.code)
    dossier.status = DossierStatus.RETURNED
    work.session.add(dossier)
    work.session.flush()
    assert synced(issued).standing.standing is Standing.WAITING


def test_reading_saving_and_sending_are_written_down(work: Work) -> None:
    issued = make_issued(work)
    synced(issued)
    now(issued)
    acts = {one.act for one in work.session.exec(select(AuditEntry))}
    assert {"open_permit", "permit.saved", "permit.sent"} <= acts
    assert {one.system for one in messages(issued.work, C)} == {C}


def test_the_page_asks_the_database_little(work: Work) -> None:
    issued = make_issued(work)
    synced(issued)
    work.session.flush()
    asked: list[str] = []
    bind = work.session.connection()
    event.listen(bind, "before_cursor_execute", lambda *told: asked.append(told[2]))
    work.session.expunge_all()
    now(issued)
    reads = [one for one in asked if one.lstrip().lower().startswith("select")]
    assert 0 < len(reads) <= 12, reads
