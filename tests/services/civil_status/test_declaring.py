"""What the civil status registry is told, and what it may say back."""

import dataclasses
from datetime import date

import pytest

from services.civil_status.codes import spell_day, tables
from services.civil_status.compose import compose_declaration, unit_code
from services.civil_status.models import CaseState
from services.civil_status.note_declared import case_of
from services.civil_status.open_case import Refusal, open_case
from services.dossiers.models import Dossier
from services.integrations.civil_status_registry.port import Told
from services.interlinked.queries import legs_of
from services.outbox.courier import CannotSay
from services.outbox.models import MessageState, Outward
from services.outbox.send_again import send_again
from services.province import province
from services.work import Work
from tests.factories.processing import acting, dossier_of
from tests.services.civil_status.declared import (
    OFFICE,
    PROCEDURES,
    carried,
    make_declared,
    owed_to_registry,
    registry,
)


@pytest.mark.parametrize(
    ("module", "subject"),
    [("KS", "nksHoTen"), ("KT", "nktHoTen"), ("KH", "chongHoTen")],
)
def test_a_received_declaration_is_told_in_their_names(
    work: Work, module: str, subject: str
) -> None:
    _, code = make_declared(work, module)

    assert carried(work, code) == 1

    said = registry(work).declared[code]
    assert (said["module"], said["maHoSo"]) == (module, code)
    assert said["maDonVi"].isdecimal()
    assert said["ngayTiepNhan"] == "23/11/2026 09:00:00"
    assert said["hoSo"][subject]
    case = case_of(work, dossier_of(work, code).id)
    assert case is not None
    assert (case.state, case.module) == (CaseState.WAITING, module)


def test_both_parts_of_the_form_are_told_in_their_codes(work: Work) -> None:
    _, code = make_declared(work)
    fields = compose_declaration(work, dossier_of(work, code))["hoSo"]
    assert fields["nksGioiTinh"] in ("1", "2")
    assert fields["loaiDangKy"] == "1"
    assert fields["meXacThucThongTin"] == "1"
    assert fields["soDangKy"] == "12"
    assert fields["ghiChu"] == "Đã đối chiếu"
    assert fields["nksNgaySinhBangChu"].startswith("ngày ")
    assert fields["nksQueQuan"]["maTinh"] == "19"
    assert fields["nksQueQuan"]["maHuyen"] is None
    date.fromisoformat(fields["nksNgaySinh"])
    assert "nks_name" not in fields


def test_a_note_to_them_stands_beside_the_office_s_own(work: Work) -> None:
    _, code = make_declared(work)
    told = compose_declaration(work, dossier_of(work, code), "Bổ sung theo yêu cầu")
    assert told["hoSo"]["ghiChu"] == "Đã đối chiếu; Bổ sung theo yêu cầu"


def test_what_they_need_and_nobody_answered_is_named(work: Work) -> None:
    _, code = make_declared(work)
    dossier = dossier_of(work, code)
    values = {**dossier.frozen["form"]["values"], "nks_name": ""}
    form = dossier.frozen["form"] | {"values": values}
    dossier.frozen = dossier.frozen | {"form": form}
    work.session.add(dossier)

    assert carried(work, code) == 0

    [message] = owed_to_registry(work)
    assert (message.state, message.answer) == (MessageState.REFUSED, "nksHoTen")


def test_a_dossier_without_a_form_or_of_another_procedure_cannot_be_said(
    work: Work,
) -> None:
    _, code = make_declared(work)
    dossier = dossier_of(work, code)
    dossier.frozen = dossier.frozen | {"form": None}
    with pytest.raises(CannotSay, match="data"):
        compose_declaration(work, dossier)
    dossier.frozen = dossier.frozen | {"procedure_code": "9.9"}
    with pytest.raises(CannotSay, match="module"):
        compose_declaration(work, dossier)


def test_a_leg_of_a_bundle_names_its_declaration(work: Work) -> None:
    _, code = make_declared(work)
    leg, other = dossier_of(work, code), make_declaration_of(work, code)
    leg.declaration_id = other.id
    told = compose_declaration(work, leg)
    assert (told["module"], told["maHoSoLT"]) == ("LTKS", "H55.1-261123-0001")
    assert told["maHoSoMCDT"] == code
    assert legs_of(work.session, other.id) == []


def make_declaration_of(work: Work, code: str) -> Dossier:
    """Return a declaration that stands above a dossier."""
    own = dossier_of(work, code)
    facts = own.model_dump(exclude={"id", "code", "draft_key"})
    declaration = Dossier(**facts, code="H55.1-261123-0001", draft_key="other")
    work.session.add(declaration)
    work.session.flush()
    return declaration


@pytest.mark.parametrize("refusal", ["100", "101", "106", "200", "302", "500"])
def test_what_they_refuse_waits_for_a_person_with_their_code(
    work: Work, refusal: str
) -> None:
    desk, code = make_declared(work)
    registry(work).refusal = Told(False, refusal, "RECORD_UNCOMPLETE")
    assert carried(work, code) == 0
    [message] = owed_to_registry(work)
    assert (message.state, message.answer_code) == (MessageState.REFUSED, refusal)
    assert message.next_try_at is None
    shown = open_case(acting(work, desk.handler), code).refusal
    assert shown == Refusal(message.id, refusal, "RECORD_UNCOMPLETE")

    registry(work).refusal = None
    send_again(acting(work, desk.handler), message.id, is_corrected=True)
    assert carried(work, code) == 1
    assert open_case(acting(work, desk.handler), code).refusal is None


def test_silence_is_tried_again_and_changes_nothing_here(work: Work) -> None:
    _, code = make_declared(work)
    registry(work).is_down = True
    assert carried(work, code) == 0
    [message] = owed_to_registry(work)
    assert message.state is MessageState.WAITING
    assert message.next_try_at is not None
    assert case_of(work, dossier_of(work, code).id) is None


def test_an_office_that_filled_in_nothing_declares_all_the_same(work: Work) -> None:
    _, code = make_declared(work, "KT", office={"office_part": OFFICE["office_part"]})
    assert carried(work, code) == 1


def test_a_unit_has_the_number_of_the_profile_or_its_own_digits() -> None:
    here = province("thai-nguyen")
    own = {"systems": {str(Outward.CIVIL_STATUS): {"units": {"H55.1": "190001"}}}}
    named = dataclasses.replace(here, profile=own)
    assert unit_code(named, "H55.1") == "190001"
    assert unit_code(named, "H55.242") == "55242"


@pytest.mark.parametrize("name", ["thai-nguyen", "kon-tum"])
def test_the_profile_names_procedures_that_have_a_module(name: str) -> None:
    chosen = province(name).profile["systems"][str(Outward.CIVIL_STATUS)]
    assert set(chosen["procedures"]) == set(tables()["modules"])
    assert set(chosen["procedures"]) == set(PROCEDURES.values())


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2000, 1, 1), "ngày một tháng một năm hai nghìn"),
        (
            date(2004, 4, 14),
            "ngày mười bốn tháng tư năm hai nghìn không trăm linh bốn",
        ),
        (
            date(1985, 12, 21),
            "ngày hai mươi mốt tháng mười hai năm một nghìn chín trăm tám mươi lăm",
        ),
        (
            date(2015, 5, 24),
            "ngày hai mươi tư tháng năm năm hai nghìn không trăm mười lăm",
        ),
    ],
)
def test_a_day_is_spelled_as_a_register_spells_it(day: date, words: str) -> None:
    assert spell_day(day) == words
