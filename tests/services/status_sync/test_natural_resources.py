"""What is filed with the environment ministry arrives, is decided, and goes back."""

import dataclasses
from typing import Any

import pytest
from sqlmodel import select

from services.arrivals.fetch_dossiers import fetch_dossiers
from services.arrivals.models import ArrivedDossier
from services.core.errors import RuleViolation, SystemUnavailable
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.snapshot import read_snapshot
from services.integrations.arriving import Arrival, ArrivedPaper, ArrivedPerson
from services.outbox.models import MessageKind, MessageState, Outward
from services.processing.finish_step import finish_step
from services.processing.receive import receive
from services.processing.save_verdict import save_verdict
from services.processing.take_step import take_step
from services.results.attach_result import attach_result
from services.results.return_result import return_result
from services.status_sync.couriers.natural_resources import NaturalResourcesCourier
from services.status_sync.sweep_owed import sweep_owed
from services.work import SYSTEM, Work
from tests.conftest import NOON
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_form,
    make_new,
    make_result_file,
)
from tests.fake_natural_resources import FakeNaturalResources
from tests.services.outbox.owing import at, carried, in_place, messages

THERE = Outward.NATURAL_RESOURCES
THEIRS = "000.00.19.G14-261123-000007"
NOBODY = ArrivedPerson("Ma Thị Hoài", "999188000401")
WHOLE = dataclasses.replace(
    NOBODY, birth_date=NOON.date().replace(year=1988), phone="0900000401"
)


def ministry(work: Work) -> FakeNaturalResources:
    found = work.systems.ministries.natural_resources
    assert isinstance(found, FakeNaturalResources)
    return found


def make_filed(work: Work, desk: Desk, code: str = THEIRS, **values: Any) -> None:
    """File a dossier there for a desk here; Any: fields of an Arrival."""
    given: dict[str, Any] = {
        "unit": desk.filing.agency.code,
        "procedure": desk.filing.procedure.code,
        "submitted_at": NOON,
        "submitter": WHOLE,
        "request": "Đề nghị tham vấn báo cáo tác động môi trường",
        "papers": (ArrivedPaper("van ban.pdf", b"%PDF-1.4 invented", "G01"),),
    }
    ministry(work).filed[code] = Arrival(code, **given | values)


def fetched(work: Work) -> int:
    return fetch_dossiers(in_place(acting(work, SYSTEM)), THERE)


def ours(work: Work, code: str = THEIRS) -> Dossier:
    return work.session.exec(select(Dossier).where(Dossier.their_code == code)).one()


def told(work: Work) -> int:
    """Carry all they are owed; return how many arrived."""
    courier: Any = NaturalResourcesCourier()  # Any: carried() takes a played one
    count = 0
    while done := carried(at(work, work.now), courier, ours(work).id, THERE):
        count += done
    return count


def make_received(work: Work, desk: Desk) -> str:
    code = ours(work).code or ""
    save_verdict(acting(work, desk.intake), code, "G01", True)
    version = ours(work).version
    receive(acting(work, desk.intake), code, make_form(version=version), "receive")
    return code


def make_ready(work: Work, desk: Desk) -> str:
    code = make_received(work, desk)
    mine, boss = acting(work, desk.handler), acting(work, desk.approver)
    version = take_step(mine, code).version
    file_id = make_result_file(work, code, desk.handler)
    version = attach_result(mine, code, file_id, "12/GP-UBND").version
    finish_step(mine, code, "Đủ điều kiện", "handled", version)
    finish_step(boss, code, "", "approved", take_step(boss, code).version)
    return code


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def test_it_arrives_whole_with_its_papers_once_and_is_acknowledged(
    work: Work, desk: Desk
) -> None:
    make_filed(work, desk)

    assert fetched(work) == 1
    assert fetched(work) == 0

    dossier = ours(work)
    assert dossier.status is DossierStatus.SUBMITTED
    assert dossier.submitter_name == "Ma Thị Hoài"
    assert dossier.submitter_phone == "0900000401"
    kept = read_snapshot(dossier)
    assert [file.name for file in kept.components[0].files] == ["van ban.pdf"]
    assert ministry(work).acknowledged == {THEIRS: dossier.code}


def test_it_is_acknowledged_after_it_was_kept(work: Work, desk: Desk) -> None:
    make_filed(work, desk)
    lost = dataclasses.replace(work.systems.ministries, natural_resources=Deaf())
    lost.natural_resources.filed = ministry(work).filed  # type: ignore[attr-defined]
    systems = dataclasses.replace(work.systems, ministries=lost)

    assert fetched(dataclasses.replace(work, systems=systems)) == 0

    code = ours(work).code
    assert fetched(work) == 1  # the next round acknowledges what was kept already
    assert ministry(work).acknowledged == {THEIRS: code}


class Deaf(FakeNaturalResources):
    """Never hears that a dossier is kept."""

    def acknowledge(self, code: str, our_code: str) -> None:
        """Lose it."""
        raise SystemUnavailable("deaf")


def test_an_unknown_unit_is_parked_and_taken_when_it_is_known(
    work: Work, desk: Desk
) -> None:
    make_filed(work, desk, unit="H55.999")
    make_filed(work, desk, code="000.00.19.G14-261123-000008")

    assert fetched(work) == 1

    query = select(ArrivedDossier).where(ArrivedDossier.their_code == THEIRS)
    assert work.session.exec(query).one().parked == "unit"
    assert THEIRS not in ministry(work).acknowledged
    desk.filing.agency.code = "H55.999"
    assert fetched(work) == 1
    assert ours(work).agency_id == desk.filing.agency.id


def test_every_step_is_told_under_their_code_in_order_and_no_other_dossier(
    work: Work, desk: Desk
) -> None:
    make_filed(work, desk)
    fetched(work)
    make_received(work, desk)
    make_new(work, desk)  # filed here: none of theirs

    assert told(work) == 3

    lines = ministry(work).progress
    assert [line["TrangThai"] for line in lines] == ["1", "2", "4"]
    assert {line["MaHoSo"] for line in lines} == {THEIRS}
    assert len(messages(work, THERE)) == 3


def test_the_result_goes_back_when_it_is_ready_and_when_it_is_given(
    work: Work, desk: Desk
) -> None:
    make_filed(work, desk)
    fetched(work)
    code = make_ready(work, desk)
    told(work)
    ready = ministry(work).results[THEIRS]
    assert ready["TrangThaiHoSo"] == "9"
    assert "12/GP-UBND" in ready["DanhSachGiayToKetQua"][0]["TenGiayTo"]

    return_result(acting(work, desk.intake, 1), code, "Ma Thị Hoài", "given")
    told(acting(work, SYSTEM, 1))

    assert ministry(work).results[THEIRS]["TrangThaiHoSo"] == "10"
    rows = messages(work, THERE)
    assert {row.state for row in rows} == {MessageState.DELIVERED}
    kinds = [row.kind for row in rows]
    assert kinds.count(MessageKind.RESULT) == 2
    assert kinds[-1] is MessageKind.RESULT


def test_the_desk_names_what_lacks_and_takes_what_the_officer_fills_in(
    work: Work, desk: Desk
) -> None:
    make_filed(work, desk, submitter=NOBODY)
    fetched(work)
    code, at_desk = ours(work).code or "", acting(work, desk.intake)
    save_verdict(at_desk, code, "G01", True)
    version = ours(work).version

    bare = make_form(birth_date="", phone="", version=version)
    with pytest.raises(RuleViolation) as refusal:
        receive(at_desk, code, bare, "receive")

    assert refusal.value.problems == {"birth_date": "required", "phone": "required"}
    receive(at_desk, code, make_form(version=version), "receive")
    assert dossier_of(work, code).submitter_phone == "0912000001"


def test_what_the_ledger_missed_is_found_by_the_sweep(work: Work, desk: Desk) -> None:
    make_filed(work, desk)
    fetched(work)
    for row in messages(work, THERE):
        work.session.delete(row)
    work.session.flush()

    assert sweep_owed(acting(work, SYSTEM, 1)) == 1

    [row] = messages(work, THERE)
    assert row.kind is MessageKind.PROGRESS
