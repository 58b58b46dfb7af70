"""What the land registry tells follows once, in order, and decides nothing here."""

import dataclasses
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from services.core.errors import Forbidden
from services.dossiers.models import Dossier, DossierStatus, TimelineEntry
from services.dossiers.views import RESULT
from services.files.models import FileState, StoredFile
from services.integrations.land_registry.reading import UnreadableCall, read_call
from services.land.fetch_results import fetch_results
from services.land.judge_parked import FRESH, judge_parked
from services.land.models import LandNotice, NoticeState
from services.land.sweep_notices import sweep_notices
from services.land.take_notice import keep_notice
from services.work import SYSTEM, Work
from tests.at_once import at_once
from tests.conftest import make_work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_new,
    make_ready,
    make_received,
)
from tests.services.land.received import (
    CERTIFICATE,
    PROCEDURE,
    TAX,
    notices,
    says,
    tell,
    there,
)
from tests.services.outbox.owing import in_place

S = NoticeState
CALLS = (
    "ChuyenHoSo",
    "YeuCauBoSungHoSo",
    "NhanBoSungHoSo",
    "GuiKetQuaThue",
    "KetThucHoSo",
)


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session, code=PROCEDURE)


@pytest.fixture
def code(work: Work, desk: Desk) -> str:
    return make_received(work, desk).code


def lines(work: Work, code: str) -> list[TimelineEntry]:
    query = (
        select(TimelineEntry)
        .where(TimelineEntry.dossier_id == dossier_of(work, code).id)
        .where(col(TimelineEntry.event).startswith("land_"))
    )
    return list(work.session.exec(query))


def drafts(session: Session, dossier: Dossier) -> list[StoredFile]:
    query = select(StoredFile).where(
        StoredFile.subject_id == dossier.id, StoredFile.slot == RESULT
    )
    return list(session.exec(query))


@pytest.mark.parametrize("call", CALLS)
def test_each_call_leaves_its_line_and_no_status_and_no_clock_moves(
    work: Work, code: str, call: str
) -> None:
    before = dossier_of(work, code)
    was = (before.status, before.due_at, before.suspended_since)

    assert tell(work, call, says(call, code)) is S.APPLIED

    after = dossier_of(work, code)
    assert (after.status, after.due_at, after.suspended_since) == was
    assert len(lines(work, code)) == 1


def test_their_words_and_the_address_of_a_tax_notice_stand_in_the_line(
    work: Work, code: str
) -> None:
    tell(work, "YeuCauBoSungHoSo", says("YeuCauBoSungHoSo", code))
    tell(work, "GuiKetQuaThue", says("GuiKetQuaThue", code, 1))

    facts = {one.event: one.facts for one in lines(work, code)}

    assert facts["land_supplement_asked"] == {"words": "Cần mảnh trích đo"}
    assert facts["land_taxes"] == {"words": "Lệ phí trước bạ TB-1", "link": TAX}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//x", "ftp://x", ""])
def test_an_address_that_is_no_page_is_no_link(
    work: Work, code: str, address: str
) -> None:
    tax = {"LoaiThue": "Thuế", "DuongDanThongBaoThue": address}
    tell(work, "GuiKetQuaThue", says("GuiKetQuaThue", code, DanhSachThongBaoThue=[tax]))
    assert lines(work, code)[0].facts == {"words": "Thuế"}


def test_told_twenty_times_it_happened_once(work: Work, code: str) -> None:
    said = says("ChuyenHoSo", code)
    assert {tell(work, "ChuyenHoSo", said) for _ in range(20)} == {S.APPLIED}
    assert len(lines(work, code)) == len(notices(work)) == 1


def test_twenty_at_once_are_one(
    scratch_engine: Engine, tmp_path: Path, work: Work
) -> None:
    said = b'{"SoBienNhan": "H55.242-261123-0001", "NgayChuyen": "23/11/2026 09:00:00"}'
    told = read_call("ChuyenHoSo", said, work.now)

    def keep(here: Work, _n: int) -> UUID:
        return keep_notice(dataclasses.replace(here, actor=SYSTEM), told, said)

    answers = at_once(scratch_engine, tmp_path, 20, keep)

    with Session(scratch_engine) as session:
        [row] = notices(make_work(session, tmp_path))
    assert set(answers) == {row.id}


def test_what_comes_after_something_later_leaves_no_line(work: Work, code: str) -> None:
    assert tell(work, "NhanBoSungHoSo", says("NhanBoSungHoSo", code, 9)) is S.APPLIED
    assert tell(work, "YeuCauBoSungHoSo", says("YeuCauBoSungHoSo", code)) is S.LATE
    assert tell(work, "GuiKetQuaThue", says("GuiKetQuaThue", code, 1)) is S.APPLIED
    assert [one.event for one in lines(work, code)] == [
        "land_supplement_taken",
        "land_taxes",
    ]


def test_of_an_unknown_dossier_it_is_parked_and_found_when_the_dossier_is_here(
    work: Work, desk: Desk
) -> None:
    said = says("ChuyenHoSo", "H55.242-261123-0077")
    assert tell(work, "ChuyenHoSo", said) is S.PARKED
    later = acting(work, SYSTEM, 1)
    assert judge_parked(in_place(later)) == 0
    code = make_received(work, desk).code
    dossier_of(work, code).code = "H55.242-261123-0077"
    work.session.flush()

    assert judge_parked(in_place(later)) == 1
    assert judge_parked(in_place(later)) == 0

    assert notices(work)[0].state is S.APPLIED
    assert len(lines(work, "H55.242-261123-0077")) == 1
    assert FRESH.total_seconds() < 3600


def test_a_dossier_the_land_registry_does_not_follow_is_none_of_theirs(
    work: Work, desk: Desk
) -> None:
    desk.filing.procedure.code = "9.999001"
    code = make_new(work, desk)
    assert tell(work, "ChuyenHoSo", says("ChuyenHoSo", code)) is S.PARKED
    assert lines(work, code) == []


def test_a_dossier_that_was_returned_is_logged_and_stays_as_it_is(
    work: Work, code: str
) -> None:
    dossier = dossier_of(work, code)
    dossier.status = DossierStatus.RETURNED
    work.session.flush()

    for _ in range(2):
        assert tell(work, "KetThucHoSo", says("KetThucHoSo", code)) is S.OVER

    assert lines(work, code) == []
    assert len(notices(work)) == 1
    assert dossier_of(work, code).status is DossierStatus.RETURNED


def test_a_result_comes_over_as_a_draft_in_the_officers_hands(
    work: Work, desk: Desk, code: str
) -> None:
    there(work).papers[CERTIFICATE] = b"%PDF-1.4 certificate"
    tell(work, "KetThucHoSo", says("KetThucHoSo", code))
    [notice] = notices(work)

    counts = [fetch_results(in_place(work), notice.id) for _ in range(2)]

    assert counts == [1, 0]
    [file] = drafts(work.session, dossier_of(work, code))
    assert (file.name, file.state) == ("Giấy chứng nhận.pdf", FileState.CHECKING)
    assert file.owner_id == desk.intake.account_id
    assert dossier_of(work, code).status is DossierStatus.PROCESSING


def test_a_dossier_given_back_brings_no_paper_and_is_for_the_officer_to_judge(
    work: Work, code: str
) -> None:
    said = says("KetThucHoSo", code, TrangThaiKetThuc=1)
    assert tell(work, "KetThucHoSo", said) is S.APPLIED
    assert [one.event for one in lines(work, code)] == ["land_given_back"]
    assert dossier_of(work, code).status is DossierStatus.PROCESSING


def test_with_a_result_of_our_own_their_end_is_a_line_and_nothing_more(
    work: Work, desk: Desk
) -> None:
    code = make_ready(work, desk)
    assert tell(work, "KetThucHoSo", says("KetThucHoSo", code)) is S.APPLIED
    assert dossier_of(work, code).status is DossierStatus.RESULT_READY


@pytest.mark.parametrize(
    ("call", "body"),
    [
        ("Xoa", b"{}"),
        ("ChuyenHoSo", b"{}"),
        ("ChuyenHoSo", b"[]"),
        ("ChuyenHoSo", b"\xff"),
        ("ChuyenHoSo", b'{"SoBienNhan": "x", "NgayChuyen": "mai"}'),
        ("KetThucHoSo", b'{"SoBienNhan": "x"}'),
        ("ChuyenHoSo", b"[" * 100_000),
    ],
)
def test_what_cannot_be_read_is_none_of_their_calls(
    work: Work, call: str, body: bytes
) -> None:
    with pytest.raises(UnreadableCall):
        read_call(call, body, work.now)


def test_what_was_said_long_ago_is_forgotten_and_still_known(
    work: Work, code: str
) -> None:
    tell(work, "ChuyenHoSo", says("ChuyenHoSo", code))
    later = acting(work, SYSTEM, hours=24 * 181)
    assert (sweep_notices(acting(work, SYSTEM)), sweep_notices(later)) == (0, 1)
    [row] = notices(work)
    work.session.refresh(row)
    assert (row.body, row.state) == ("", NoticeState.APPLIED)


def test_only_the_system_takes_notices(work: Work, desk: Desk) -> None:
    body = b'{"SoBienNhan": "x", "NgayChuyen": "23/11/2026 09:00:00"}'
    told = read_call("ChuyenHoSo", body, work.now)
    with pytest.raises(Forbidden):
        keep_notice(acting(work, desk.intake), told, body)
    assert work.session.exec(select(LandNotice)).first() is None
