"""Who looked at my data: every reading of an officer, by hour (AL-3)."""

import dataclasses
from datetime import timedelta

from sqlmodel import col, select

from services.accounts.models import Account
from services.audit.models import AuditEntry
from services.audit.record import record
from services.dossiers.models import Dossier
from services.dossiers.open_file import open_file
from services.files.models import StoredFile
from services.processing.open_processing import open_processing
from services.processing.open_reception import open_reception
from services.profiles.who_looked import READS, who_looked
from services.results.open_result import open_result
from services.work import Role, Work
from tests.factories.accounts import make_officer_account
from tests.factories.dossiers import Filing, make_filing, make_officer, make_submitted
from tests.services.profiles.people import acting


def filed(work: Work) -> tuple[Filing, str, Work]:
    """Return a dossier handed in, its code, and the work of an officer of its unit."""
    filing = make_filing(work.session)
    code = make_submitted(work, filing).code
    return filing, code, at_desk(work, filing, "canbo.mot")


def at_desk(work: Work, filing: Filing, name: str) -> Work:
    """Return the work of an officer of the unit."""
    account = make_officer_account(work, sign_in_name=name)
    actor = make_officer(filing.agency.id, Role.INTAKE, Role.PROCESSING)
    return dataclasses.replace(
        work, actor=dataclasses.replace(actor, account_id=account.id)
    )


def test_every_way_of_reading_is_shown_with_its_unit(work: Work) -> None:
    filing, code, officer = filed(work)
    file = work.session.exec(select(StoredFile)).one()
    work.storage.put(file.key, b"%PDF-1.7")

    open_reception(officer, code)
    open_processing(officer, code)
    open_result(officer, code)
    open_file(officer, file.id)

    found = who_looked(acting(work, filing.account))
    assert found.total == 4
    read = {"open_reception", "open_processing", "open_result", "read_file"}
    assert {look.act for look in found.looks} == read
    assert read <= set(READS)
    assert {(look.unit, look.dossier_code) for look in found.looks} == {
        (filing.agency.name, code)
    }


def test_what_one_officer_reads_again_within_the_hour_is_one_row(work: Work) -> None:
    filing, code, officer = filed(work)
    for minutes in (0, 5, 59, 61):
        later = officer.now + timedelta(minutes=minutes)
        open_reception(dataclasses.replace(officer, now=later), code)
    open_processing(at_desk(work, filing, "canbo.hai"), code)
    open_processing(officer, code)

    looks = who_looked(acting(work, filing.account)).looks

    assert sorted(look.times for look in looks) == [1, 1, 1, 3]
    assert [look.at for look in looks] == sorted(
        (look.at for look in looks), reverse=True
    )


def test_whom_it_was_filed_for_sees_it_too(work: Work) -> None:
    filing, code, officer = filed(work)
    mother = Account(full_name="Lê Thị Mẹ", password_hash="", created_at=work.now)
    work.session.add(mother)
    work.session.flush()
    dossier = work.session.exec(select(Dossier).where(Dossier.code == code)).one()
    dossier.principal_id = mother.id

    open_reception(officer, code)

    assert who_looked(acting(work, mother)).total == 1
    assert who_looked(acting(work, filing.account)).total == 1


def test_others_see_nothing_of_it_and_one_s_own_acts_are_no_readings(
    work: Work,
) -> None:
    filing, code, officer = filed(work)
    open_reception(officer, code)
    mine = acting(work, filing.account)
    record(mine, "read_file", filing.account.id, person_id=filing.account.id)
    other = make_filing(work.session)

    assert who_looked(acting(work, other.account)).total == 0
    assert who_looked(mine).total == 1


def test_the_list_turns_its_pages(work: Work) -> None:
    filing, code, officer = filed(work)
    for hour in range(25):
        later = officer.now + timedelta(hours=hour)
        open_processing(dataclasses.replace(officer, now=later), code)
    mine = acting(work, filing.account)

    first, second = who_looked(mine), who_looked(mine, 2)

    assert (first.total, len(first.looks), len(second.looks)) == (25, 20, 5)
    assert who_looked(mine, 0).page == 1
    assert who_looked(mine, 10**9).looks == ()


def test_a_reading_names_person_and_unit_in_the_trail(work: Work) -> None:
    filing, code, officer = filed(work)

    open_reception(officer, code)

    entry = work.session.exec(
        select(AuditEntry).where(col(AuditEntry.act) == "open_reception")
    ).one()
    assert entry.person_id == filing.account.id
    assert entry.agency_id == filing.agency.id
