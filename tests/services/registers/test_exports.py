"""Files made aside: once, by the worker, in full only with a second person's word."""

import dataclasses
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pypdf
import pytest
from sqlmodel import select

from services.accounts.officer_models import OfficerPost
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.registers.announce_export import announce_export, read_announcement
from services.registers.ask_export import ExportOrder, ask_export
from services.registers.begin_schedule import ScheduleForm, begin_schedule
from services.registers.decide_export import decide_export
from services.registers.end_schedule import end_schedule
from services.registers.list_exports import list_exports
from services.registers.list_schedules import list_schedules
from services.registers.make_export import make_export
from services.registers.models import ExportState, RegisterExport
from services.registers.open_export import open_export
from services.registers.run_schedules import run_schedules
from services.registers.sweep_exports import sweep_exports
from services.registers.wanted import RegisterWanted
from services.work import SYSTEM, Role, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_received,
)

ALL = RegisterWanted()
WHY = "Kiểm tra theo kế hoạch quý 4 của Sở"
FORM = ScheduleForm("Báo cáo tuần", "report", "procedure", "week", "motcua@example.vn")


def asked(work: Work, desk: Desk, kind: str = "sheet", **more: str) -> UUID:
    order = ExportOrder(kind, **more)
    return ask_export(acting(work, desk.intake), ALL, order, "press").id


def made(work: Work, export_id: UUID) -> ExportState:
    return make_export(acting(work, SYSTEM), export_id)


def texts(sheet: bytes) -> str:
    """Return every text of an XLSX as it lies in the file."""
    with ZipFile(BytesIO(sheet)) as parts:
        names = [n for n in parts.namelist() if n.startswith("xl/")]
        return "".join(parts.read(name).decode("utf-8", "replace") for name in names)


def test_a_sheet_is_made_aside_and_fetched_by_who_asked(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    export_id = asked(work, desk)

    assert made(work, export_id) is ExportState.READY
    file = open_export(acting(work, desk.intake), export_id)

    assert code in texts(file.content)
    assert dossier_of(work, code).applicant_name not in texts(file.content)
    (shown,) = list_exports(acting(work, desk.intake))
    assert (shown.rows, shown.state) == (1, ExportState.READY)


def test_pressed_twice_it_is_made_once(work: Work) -> None:
    desk = make_desk(work.session)

    assert asked(work, desk) == asked(work, desk)
    assert len(work.session.exec(select(RegisterExport)).all()) == 1


def test_nobody_else_fetches_the_file(work: Work) -> None:
    desk, other = make_desk(work.session), make_desk(work.session)
    export_id = asked(work, desk)
    made(work, export_id)

    for actor in (desk.handler, desk.approver, other.intake):
        with pytest.raises(NotFound):
            open_export(acting(work, actor), export_id)


def test_names_in_full_wait_for_a_leader_who_did_not_ask(work: Work) -> None:
    desk = make_desk(work.session)
    both = dataclasses.replace(
        desk.intake, roles=frozenset({Role.INTAKE, Role.APPROVER})
    )
    code = make_received(work, desk).code
    export_id = asked(work, desk, purpose=WHY)
    assert made(work, export_id) is ExportState.WAITING

    with pytest.raises(Forbidden):
        decide_export(acting(work, both), export_id, True)
    with pytest.raises(Forbidden):
        decide_export(acting(work, desk.handler), export_id, True)
    decide_export(acting(work, desk.approver), export_id, True)
    made(work, export_id)

    file = open_export(acting(work, desk.intake), export_id)
    assert dossier_of(work, code).applicant_name in texts(file.content)
    assert WHY in texts(file.content)


def test_a_leader_of_another_unit_finds_nothing_to_decide(work: Work) -> None:
    desk, other = make_desk(work.session), make_desk(work.session)
    export_id = asked(work, desk, purpose=WHY)

    with pytest.raises(NotFound):
        decide_export(acting(work, other.approver), export_id, True)
    assert list_exports(acting(work, other.approver)) == ()
    (waiting,) = list_exports(acting(work, desk.approver))
    assert waiting.may_decide


def test_the_first_word_counts(work: Work) -> None:
    desk = make_desk(work.session)
    second = make_account_officer(
        work.session, desk.filing.agency.id, Role.APPROVER, name="Đỗ Văn Hai"
    )
    export_id = asked(work, desk, purpose=WHY)
    reason = "Không đúng mục đích"
    decide_export(acting(work, desk.approver), export_id, False, reason)

    with pytest.raises(Conflict):
        decide_export(acting(work, second), export_id, True)
    again = decide_export(acting(work, desk.approver), export_id, True)
    assert again is ExportState.DECLINED
    assert made(work, export_id) is ExportState.DECLINED


def test_a_purpose_of_three_letters_is_refused(work: Work) -> None:
    desk = make_desk(work.session)

    with pytest.raises(RuleViolation) as refusal:
        asked(work, desk, purpose="abc")

    assert set(refusal.value.problems) == {"purpose"}


def test_the_printed_book_has_every_field_of_the_form(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    export_id = asked(work, desk, kind="book")
    made(work, export_id)

    file = open_export(acting(work, desk.intake), export_id)

    pages = pypdf.PdfReader(BytesIO(file.content)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "SỔ THEO DÕI HỒ SƠ" in text
    assert code in text.replace(" ", "")
    for head in ("STT", "Chủ hồ sơ", "Nhận hồ sơ", "Hẹn trả", "Trả kết quả"):
        assert head in text


def test_a_file_is_gone_after_its_week(work: Work) -> None:
    desk = make_desk(work.session)
    export_id = asked(work, desk)
    made(work, export_id)
    later = acting(work, SYSTEM, hours=8 * 24)

    with pytest.raises(NotFound):
        open_export(acting(work, desk.intake, hours=8 * 24), export_id)
    assert sweep_exports(later) == 1
    assert work.session.get_one(RegisterExport, export_id).state is ExportState.GONE


def test_a_report_makes_itself_every_week_and_is_told_by_mail(work: Work) -> None:
    desk = make_desk(work.session)
    mine = acting(work, desk.intake)
    begin_schedule(mine, ALL, FORM)
    assert begin_schedule(mine, ALL, FORM) == list_schedules(mine)[0].id

    assert run_schedules(acting(work, SYSTEM)) == 0
    monday = acting(work, SYSTEM, hours=8 * 24)
    assert run_schedules(monday) == 1
    assert run_schedules(monday) == 0
    row = work.session.exec(select(RegisterExport)).one()
    make_export(monday, row.id)

    told = read_announcement(monday, row.id)
    assert told is not None
    assert told.to == "motcua@example.vn"
    assert "Báo cáo tuần" in told.text
    opener: Any = lambda act, *given: act(monday, *given)
    announce_export(opener, row.id)
    assert [mail.to for mail in work.systems.mail.sent] == [told.to]  # type: ignore[attr-defined]


def test_who_left_the_unit_gets_no_report_any_more(work: Work) -> None:
    desk = make_desk(work.session)
    begin_schedule(acting(work, desk.intake), ALL, FORM)
    post = work.session.get_one(OfficerPost, desk.intake.post_id)
    post.ended_at = work.now + timedelta(hours=1)
    work.session.add(post)
    work.session.flush()

    run_schedules(acting(work, SYSTEM, hours=8 * 24))

    assert work.session.exec(select(RegisterExport)).all() == []


def test_nobody_ends_the_report_of_another(work: Work) -> None:
    desk = make_desk(work.session)
    schedule_id = begin_schedule(acting(work, desk.intake), ALL, FORM)

    with pytest.raises(NotFound):
        end_schedule(acting(work, desk.handler), schedule_id)
    end_schedule(acting(work, desk.intake), schedule_id)
    assert list_schedules(acting(work, desk.intake)) == ()
