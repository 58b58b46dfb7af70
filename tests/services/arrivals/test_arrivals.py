"""Dossiers filed elsewhere become ours once, and are acknowledged afterwards."""

from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import select

from services.arrivals.models import ArrivedDossier
from services.arrivals.take_over_dossier import take_over_dossier
from services.core.errors import Forbidden, SystemUnavailable
from services.counter.adopt_walk_in import adopt_walk_in
from services.dossiers.look_up import look_up
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.snapshot import read_snapshot
from services.files.models import FileState, StoredFile
from services.integrations.arriving import ArrivedPerson
from services.outbox.models import MessageKind, Outward
from services.processing.desk_queue import QueueFilter, desk_queue
from services.processing.receive import receive
from services.processing.save_verdict import save_verdict
from services.status_sync.couriers.national_portal import NationalPortalCourier
from services.status_sync.list_parked import list_parked
from services.work import SYSTEM, Role, Work
from tests.factories.dossiers import make_citizen
from tests.factories.processing import (
    acting,
    make_account_officer,
    make_desk,
    make_form,
)
from tests.services.arrivals.arriving import NUMBER, fetched, make_filed, there
from tests.services.outbox.owing import messages


def arrived(work: Work) -> list[ArrivedDossier]:
    query = select(ArrivedDossier).execution_options(populate_existing=True)
    return list(work.session.exec(query))


def ours(work: Work) -> Dossier:
    return work.session.exec(select(Dossier).where(Dossier.their_code != "")).one()


def test_a_dossier_filed_elsewhere_stands_at_the_desk_whole(work: Work) -> None:
    desk = make_desk(work.session)
    filed = make_filed(work, desk)

    assert fetched(work) == 1

    dossier = ours(work)
    assert dossier.status is DossierStatus.SUBMITTED
    assert (dossier.arrived_from, dossier.their_code) == (
        "national_portal",
        filed.code,
    )
    assert dossier.submitter_name == dossier.applicant_name == "Hoàng Thị Mơ"
    assert dossier.submitter_phone == "0900000411"
    kept = read_snapshot(dossier)
    assert kept.values["request"] == filed.request
    assert [[file.name for file in one.files] for one in kept.components] == [
        ["don.pdf"]
    ]
    assert [file.name for file in kept.other_files] == ["khac.pdf"]
    shown = desk_queue(acting(work, desk.intake), QueueFilter()).rows
    assert [row.code for row in shown] == [dossier.code]
    assert there(work).acknowledged == {filed.code: dossier.code}
    assert arrived(work)[0].acknowledged_at == work.now


def test_its_files_are_inspected_like_every_file_from_outside(work: Work) -> None:
    desk = make_desk(work.session)
    make_filed(work, desk)
    fetched(work)
    files = work.session.exec(select(StoredFile)).all()
    assert {file.state for file in files} == {FileState.CHECKING}


def test_an_owner_who_is_somebody_else_is_named(work: Work) -> None:
    make_filed(work, make_desk(work.session), applicant="Nông Văn Thái")
    fetched(work)
    assert ours(work).applicant_name == "Nông Văn Thái"
    assert ours(work).submitter_name == "Hoàng Thị Mơ"


def test_it_is_acknowledged_only_when_it_is_kept_and_kept_once(work: Work) -> None:
    filed = make_filed(work, make_desk(work.session))
    outer = there(work)

    class Dying(type(outer)):  # type: ignore[misc]
        def acknowledge(self, code: str, our_code: str) -> None:
            assert arrived(work)[0].dossier_id is not None
            raise SystemUnavailable("acknowledge")

    outer.__class__ = Dying
    assert fetched(work) == 0
    outer.__class__ = Dying.__base__
    assert fetched(work) == 1  # found in their list still
    assert there(work).acknowledged == {filed.code: ours(work).code}
    assert fetched(work) == 0


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [({"unit": "H55.0.0"}, "unit"), ({"procedure": "9.9"}, "procedure")],
)
def test_one_nobody_knows_is_parked_and_holds_up_no_other(
    work: Work, wrong: dict[str, Any], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.arrivals.fetch_dossiers.BATCH", 1)
    desk = make_desk(work.session)
    make_filed(work, desk, **wrong)
    make_filed(work, desk)
    assert fetched(work) == 0
    assert [row.parked for row in arrived(work)] == [reason]
    assert fetched(work) == 1
    assert len(there(work).acknowledged) == 1


def test_one_that_cannot_be_read_holds_up_no_other(work: Work) -> None:
    desk = make_desk(work.session)
    broken = make_filed(work, desk)
    make_filed(work, desk)
    there(work).unreadable.add(broken.code)
    assert fetched(work) == 1


def test_a_silent_system_leaves_everything_as_it_is(work: Work) -> None:
    make_filed(work, make_desk(work.session))
    there(work).is_down = True
    assert fetched(work) == 0
    assert arrived(work) == []


def test_somebody_with_an_account_here_finds_it_among_their_own(work: Work) -> None:
    account = make_citizen(work.session, citizen_id=NUMBER)
    filing = make_desk(work.session)
    make_filed(work, filing)
    fetched(work)
    assert ours(work).account_id == account.id


def test_somebody_without_one_finds_it_after_the_first_verified_sign_in(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    make_filed(work, desk)
    fetched(work)
    account = make_citizen(work.session, citizen_id=NUMBER, assurance_level=2)
    assert adopt_walk_in(work, account.id) == 1
    work.session.refresh(ours(work))
    assert ours(work).account_id == account.id


def test_anybody_with_their_code_looks_it_up_here(work: Work) -> None:
    filed = make_filed(work, make_desk(work.session))
    fetched(work)
    found = look_up(work, filed.code)
    assert found.code == ours(work).code
    assert [one.event for one in found.timeline] == ["arrived_national_portal"]


def test_what_a_reader_refuses_is_left_out_for_the_desk_to_ask(work: Work) -> None:
    who = ArrivedPerson(name="Hoàng Thị Mơ", number="sai", phone="abc")
    make_filed(work, make_desk(work.session), submitter=who, request="x")
    assert fetched(work) == 1
    dossier = ours(work)
    assert (dossier.submitter_phone, dossier.submitter_birth_date) == ("", None)
    assert "request" not in read_snapshot(dossier).values


def test_they_are_told_of_it_under_their_own_code(work: Work) -> None:
    desk = make_desk(work.session)
    filed = make_filed(work, desk)
    fetched(work)
    code, at_desk = ours(work).code or "", acting(work, desk.intake, 1)
    save_verdict(at_desk, code, "G01", True)
    receive(at_desk, code, make_form(version=ours(work).version), "press")
    told = messages(work, Outward.NATIONAL_PORTAL)
    courier = NationalPortalCourier()
    said = [courier.compose(work, message) for message in told]
    assert {one["MaHoSo"] for one in said} == {filed.code}
    first = said[[message.kind for message in told].index(MessageKind.DOSSIER)]
    assert first["NoiNopHoSo"] == "1"


def test_only_the_worker_takes_over(work: Work) -> None:
    desk = make_desk(work.session)
    filed = make_filed(work, desk)
    with pytest.raises(Forbidden):
        take_over_dossier(acting(work, desk.intake), Outward.NATIONAL_PORTAL, filed)


def test_what_cannot_be_taken_is_on_the_province_s_screen_until_it_can(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    filed = make_filed(work, desk, unit="H55.0.0")
    fetched(work)
    operator = acting(
        work, make_account_officer(work.session, None, Role.ADMINISTRATOR)
    )
    [parked] = list_parked(operator)
    assert (parked.their_code, parked.unit, parked.lacks) == (
        filed.code,
        "H55.0.0",
        "unit",
    )
    assert list_parked(acting(work, desk.intake)) == ()  # of no unit yet
    there(work).filed[filed.code] = replace(filed, unit=desk.filing.agency.code)
    assert fetched(work) == 1
    assert list_parked(operator) == ()


def test_taken_over_twice_it_is_one_dossier(work: Work) -> None:
    filed = make_filed(work, make_desk(work.session))
    worker = acting(work, SYSTEM)
    first, second = (
        take_over_dossier(worker, Outward.NATIONAL_PORTAL, filed).dossier_id
        for _ in range(2)
    )
    assert first == second == ours(work).id


def test_who_handed_it_over_is_told_whatever_procedures_it_follows(work: Work) -> None:
    profile = {**work.province.profile, "systems": {}}
    here = replace(work, province=replace(work.province, profile=profile))
    make_filed(here, make_desk(here.session))
    fetched(here)
    assert messages(here, Outward.NATIONAL_PORTAL)
