"""Declarations of other portals become ours once, and are acknowledged afterwards."""

from typing import Any

import pytest
from sqlmodel import Session, select

from services.core.errors import Forbidden, SystemUnavailable
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.snapshot import read_snapshot
from services.files.models import FileState, StoredFile
from services.interlinked.models import LegState
from services.interlinked.queries import legs_of
from services.interlinked_desk.models import ArrivedBundle
from services.interlinked_desk.take_over import take_over
from services.processing.desk_queue import QueueFilter, desk_queue
from services.work import Work
from tests.factories.processing import acting
from tests.services.interlinked_desk.arriving import (
    BIRTH,
    fetched,
    make_birth_desk,
    make_filed,
    there,
)


def arrived(work: Work) -> list[ArrivedBundle]:
    query = select(ArrivedBundle).execution_options(populate_existing=True)
    return list(work.session.exec(query))


def dossier_of(session: Session, row: ArrivedBundle) -> Dossier:
    assert row.dossier_id is not None
    return session.get_one(Dossier, row.dossier_id)


def test_a_declaration_becomes_one_of_ours_with_its_legs(work: Work) -> None:
    desk = make_birth_desk(work)
    filed = make_filed(work, desk.filing.agency.code)

    assert fetched(work) == 1

    [row] = arrived(work)
    dossier = dossier_of(work.session, row)
    assert (row.code, row.door, row.parked) == (filed.waiting.code, "dvcqg", "")
    assert row.acknowledged_at == work.now
    assert dossier.is_bundle
    assert dossier.status is DossierStatus.SUBMITTED
    assert dossier.applicant_name == "Nông Hoàng Minh"
    assert dossier.submitter_name == "Hoàng Thị Mơ"
    legs = legs_of(work.session, dossier.id)
    assert [leg.state for leg, _ in legs] == [
        LegState.OPEN,
        LegState.WAITING,
        LegState.WAITING,
    ]
    shown = desk_queue(acting(work, desk.intake), QueueFilter()).rows
    first = legs[0][1]
    assert first is not None
    assert [one.code for one in shown] == [first.code]


def test_what_was_filled_in_there_stands_in_our_form(work: Work) -> None:
    desk = make_birth_desk(work)
    make_filed(work, desk.filing.agency.code)
    fetched(work)
    form = read_snapshot(dossier_of(work.session, arrived(work)[0])).form
    assert form is not None
    assert form.values["nks_name"] == "Nông Hoàng Minh"
    assert form.values["nks_sex"] == "male"
    assert form.values["nyc_relation"] == "mother"
    assert form.values["nks_birth_date"] == "2026-11-05"
    assert form.values["birth_certificate_date"] == "2026-11-06"
    assert form.values["nks_home_place"]["commune"] == "05710"
    assert form.lines


def test_its_files_are_inspected_like_every_file_from_outside(work: Work) -> None:
    desk = make_birth_desk(work)
    make_filed(work, desk.filing.agency.code)
    fetched(work)
    dossier = dossier_of(work.session, arrived(work)[0])
    query = select(StoredFile).where(StoredFile.subject_id == dossier.id)
    [file] = work.session.exec(query).all()
    assert (file.state, file.name) == (FileState.CHECKING, "giay-chung-sinh.pdf")
    assert read_snapshot(dossier).other_files[0].id == file.id


def test_it_is_acknowledged_only_when_it_is_kept(work: Work) -> None:
    desk = make_birth_desk(work)
    filed = make_filed(work, desk.filing.agency.code)
    outer = there(work)

    class Dying(type(outer)):  # type: ignore[misc]
        def acknowledge(self, their_id: str) -> None:
            assert arrived(work)[0].dossier_id is not None
            raise SystemUnavailable("acknowledge")

    outer.__class__ = Dying
    assert fetched(work) == 0
    outer.__class__ = Dying.__base__
    assert fetched(work) == 1  # found in their list still
    assert outer.acknowledged == [filed.waiting.id]
    assert len(arrived(work)) == 1
    query = select(Dossier).where(Dossier.is_bundle)
    assert len(work.session.exec(query).all()) == 1


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [({"unit": "H55.0.0"}, "unit"), ({"procedure": "9.9"}, "procedure")],
)
def test_one_nobody_knows_is_parked_and_not_lost(
    work: Work, wrong: dict[str, Any], reason: str
) -> None:
    desk = make_birth_desk(work)
    given = {"unit": desk.filing.agency.code} | wrong
    make_filed(work, given.pop("unit"), **given)
    for _ in range(2):
        assert fetched(work) == 0
    [row] = arrived(work)
    assert (row.parked, row.dossier_id) == (reason, None)
    assert there(work).acknowledged == []


def test_one_parked_does_not_stop_the_others(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.interlinked_desk.fetch_arrivals.BATCH", 1)
    desk = make_birth_desk(work)
    make_filed(work, "H55.0.0")
    make_filed(work, desk.filing.agency.code)
    assert [fetched(work), fetched(work)] == [0, 1]


def test_what_they_wrote_wrongly_is_left_out_and_asked_for_later(work: Work) -> None:
    desk = make_birth_desk(work)
    fields = BIRTH | {
        "nksNgaySinh": "99/99/2026",
        "nycSoDDCN": "sai",
        "nksQueQuan": "?",
    }
    make_filed(work, desk.filing.agency.code, fields)
    assert fetched(work) == 1
    form = read_snapshot(dossier_of(work.session, arrived(work)[0])).form
    assert form is not None
    assert "nks_birth_date" not in form.values


def test_services_that_are_silent_stop_nothing_here(work: Work) -> None:
    there(work).is_down = True
    assert fetched(work) == 0


def test_only_the_worker_takes_over(work: Work) -> None:
    desk = make_birth_desk(work)
    filed = make_filed(work, desk.filing.agency.code)
    with pytest.raises(Forbidden):
        take_over(acting(work, desk.intake), filed)
