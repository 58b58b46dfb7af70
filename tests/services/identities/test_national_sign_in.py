"""Signing in by the national portal: who comes in, and as whom (C07, AU-12)."""

import dataclasses
from datetime import date, timedelta

import pytest
from sqlmodel import select

from services.accounts.identify import Knock, identify
from services.accounts.may_set_password import may_set_password_without_present
from services.accounts.models import (
    Account,
    AccountStatus,
    Party,
    SecurityNotice,
    SignInSession,
)
from services.audit.models import AuditEntry
from services.identities.models import DocumentVault, IdentityClaim, JourneyPurpose
from services.identities.returned import Returned, ReturnOutcome
from services.identities.show_arrival import show_arrival
from services.integrations.identity_provider.port import Identity
from services.work import Work
from tests.factories.accounts import (
    make_account,
    make_officer_account,
    make_session,
    signed_in,
    visiting,
)
from tests.factories.identities import come_back, make_identity, set_out


def sign_in(work: Work, identity: Identity) -> Returned:
    work = visiting(work)
    return come_back(work, set_out(work), identity)


def who(work: Work, token: str) -> Account:
    account_id = identify(work, Knock(token)).actor.account_id
    assert account_id is not None
    return work.session.get_one(Account, account_id)


def count(work: Work, table: type[Account] | type[SignInSession]) -> int:
    return len(work.session.exec(select(table)).all())


def test_somebody_new_gets_an_account_a_vault_and_a_greeting(work: Work) -> None:
    returned = sign_in(work, make_identity())
    account = who(work, returned.token)
    assert returned.outcome is ReturnOutcome.WELCOME
    assert returned.return_to == "/nop-ho-so"
    assert returned.id_token == "header.payload.signature"
    assert account.national_subject == "TECH-11"
    assert account.party is Party.CITIZEN
    assert (account.citizen_id, account.phone) == ("999190000011", "0900000011")
    assert account.email == "anhtuyet@example.vn"
    assert account.password_hash == ""
    assert (account.assurance_level, account.assurance_source) == (2, "police")
    assert account.field_sources["citizen_id"] == "national"
    vaults = work.session.exec(select(DocumentVault.account_id)).all()
    assert vaults == [account.id]
    opened = work.session.exec(select(SignInSession)).one()
    assert opened.method == "national"


def test_the_second_time_leads_straight_on_to_the_same_account(work: Work) -> None:
    first, second = (sign_in(work, make_identity()) for _ in range(2))
    assert second.outcome is ReturnOutcome.SIGNED_IN
    assert who(work, second.token).id == who(work, first.token).id
    assert second.token != first.token


def test_an_account_with_the_same_number_is_tied_and_its_owner_is_told(
    work: Work,
) -> None:
    account = make_account(work.session)
    returned = sign_in(work, make_identity(phone="", email=""))
    assert who(work, returned.token).id == account.id
    assert account.national_subject == "TECH-11"
    kinds = [notice.kind for notice in work.session.exec(select(SecurityNotice))]
    assert kinds.count("identity_linked") == 1
    acts = work.session.exec(select(AuditEntry.act)).all()
    assert "identity.linked" in acts


def test_a_number_nobody_verified_opens_no_account(work: Work) -> None:
    account = make_account(work.session)
    returned = sign_in(work, make_identity(level=1, is_from_police=False))
    assert returned.outcome is ReturnOutcome.CHOOSE
    assert returned.token == ""
    assert account.national_subject is None


def test_a_declared_number_names_no_new_account_either(work: Work) -> None:
    declared = make_identity(level=1, is_from_police=False)
    account = who(work, sign_in(work, declared).token)
    assert account.citizen_id is None
    assert account.assurance_level == 1
    assert account.assurance_source == "national"
    assert account.field_sources["full_name"] == "typed"


def test_level_one_is_raised_by_the_next_sign_in_once_the_police_have_seen_them(
    work: Work,
) -> None:
    sign_in(work, make_identity(level=1, is_from_police=False, full_name="Tuyết"))
    account = who(work, sign_in(work, make_identity()).token)
    assert (account.assurance_level, account.assurance_source) == (2, "police")
    assert account.citizen_id == "999190000011"
    assert account.full_name == "Nguyễn Thị Ánh Tuyết"
    assert account.field_sources["full_name"] == "national"


def test_names_phone_and_email_never_match(work: Work) -> None:
    account = make_account(work.session)
    stranger = make_identity(citizen_id="999190000099", subject="TECH-99")
    returned = sign_in(work, stranger)
    new = who(work, returned.token)
    assert new.id != account.id
    assert (new.phone, new.email) == (None, None)  # they are taken


def test_an_organisation_is_matched_by_its_tax_code(work: Work) -> None:
    told = make_identity(
        party="enterprise",
        full_name="Công ty TNHH Gạo Sạch",
        citizen_id="",
        tax_code="9990000018",
        representative="Phạm Thị Thu",
        birth_date=None,
    )
    account = make_account(
        work.session,
        party=Party.ENTERPRISE,
        full_name="Công ty TNHH Gạo Sạch",
        citizen_id=None,
        tax_code="9990000018",
    )
    assert who(work, sign_in(work, told).token).id == account.id
    assert account.representative == "Phạm Thị Thu"


def test_an_organisation_nobody_knows_gets_an_account_of_its_kind(work: Work) -> None:
    told = make_identity(
        party="state_agency", citizen_id="", tax_code="9990000025", level=2
    )
    account = who(work, sign_in(work, told).token)
    assert (account.party, account.tax_code) == (Party.STATE_AGENCY, "9990000025")
    assert account.birth_date is None


def test_a_foreigner_with_a_passport_only_is_known_by_the_subject(work: Work) -> None:
    told = make_identity(citizen_id="", passport="X9990017", level=1)
    first = who(work, sign_in(work, told).token)
    second = who(work, sign_in(work, told).token)
    assert first.id == second.id
    assert first.citizen_id is None


def test_verified_data_stays_and_declared_data_follows(work: Work) -> None:
    account = make_account(work.session, assurance_level=2, address="Nhà cũ")
    told = make_identity(full_name="Nguyễn Tuyết", birth_date=date(1991, 1, 1))
    sign_in(work, told)
    assert account.full_name == "Nguyễn Thị Ánh Tuyết"
    assert account.birth_date == date(1990, 12, 31)
    assert account.address == "Tổ 5, phường Thử Nghiệm"
    assert account.field_sources["address"] == "national"
    assert "full_name" not in account.field_sources


def test_a_higher_assurance_is_never_lowered(work: Work) -> None:
    account = make_account(work.session, assurance_level=3, assurance_source="usb")
    sign_in(work, make_identity())
    assert (account.assurance_level, account.assurance_source) == (3, "usb")


@pytest.mark.parametrize(
    ("status", "reason"),
    [(AccountStatus.CLOSED, "closed"), (AccountStatus.LOCKED, "locked")],
)
@pytest.mark.parametrize("subject", ["TECH-11", None])
def test_an_account_that_is_shut_stays_shut(
    work: Work, status: AccountStatus, reason: str, subject: str | None
) -> None:
    make_account(work.session, status=status, national_subject=subject)
    returned = sign_in(work, make_identity())
    assert (returned.outcome, returned.reason) == (ReturnOutcome.REFUSED, reason)
    assert count(work, SignInSession) == 0


def test_an_officer_is_never_somebody_who_files(work: Work) -> None:
    make_officer_account(work, full_name="Nguyễn Thị Ánh Tuyết")
    account = who(work, sign_in(work, make_identity()).token)
    assert account.sign_in_name is None


@pytest.mark.parametrize(
    "case", ["number of another", "number tied to another", "another number", "old too"]
)
def test_what_contradicts_itself_opens_nothing_before_the_person_has_chosen(
    work: Work, case: str
) -> None:
    theirs: dict[str, dict[str, str | None]] = {
        "number of another": {"citizen_id": None, "national_subject": "TECH-11"},
        "number tied to another": {},
        "another number": {
            "citizen_id": "999190000077",
            "national_subject": "TECH-11",
        },
        "old too": {"citizen_id": "999000011"},
    }
    if case != "another number":
        tied = "TECH-77" if case == "number tied to another" else None
        make_account(work.session, national_subject=tied)
    if theirs[case]:
        names = {"phone": None, "email": None, "full_name": "Tuyết"}
        make_account(work.session, **names | theirs[case])
    before = count(work, Account)
    returned = sign_in(work, make_identity(old_id_number="999000011"))
    claim = work.session.exec(select(IdentityClaim)).one()
    assert returned.outcome is ReturnOutcome.CHOOSE
    assert len(claim.account_ids) == before == count(work, Account)
    assert count(work, SignInSession) == 0
    assert "Tuyết" not in claim.person


def test_the_arrival_names_what_came_along_and_what_filing_still_asks_for(
    work: Work,
) -> None:
    work = visiting(work)
    declared = make_identity(level=1, is_from_police=False, birth_date=None)
    returned = come_back(work, set_out(work), declared)
    actor = identify(work, Knock(returned.token)).actor
    arrival = show_arrival(dataclasses.replace(work, actor=actor))
    assert arrival.facts["phone"] == "090****011"
    assert arrival.missing == ("citizen_id", "birth_date")
    assert not arrival.is_verified
    assert arrival.has_vault


def test_a_signed_in_person_links_their_own_national_account(work: Work) -> None:
    account = make_account(work.session)
    here = signed_in(work, account, make_session(work, account))
    fresh = dataclasses.replace(here.actor, proved_at=work.now)
    here = dataclasses.replace(here, actor=fresh)
    returned = come_back(here, set_out(here, JourneyPurpose.LINK), make_identity())
    assert returned.outcome is ReturnOutcome.WELCOME
    assert account.national_subject == "TECH-11"
    assert who(work, returned.token).id == account.id


@pytest.mark.parametrize(
    ("mine", "other", "told", "reason"),
    [
        ({}, {"national_subject": "TECH-11"}, {}, "tied"),
        ({"citizen_id": None}, {}, {}, "tied"),
        ({"national_subject": "TECH-77"}, None, {}, "tied_already"),
        ({}, None, {"citizen_id": "999190000077"}, "differs"),
        ({}, None, {"party": "enterprise", "tax_code": "9990000018"}, "differs"),
    ],
)
def test_linking_never_takes_what_belongs_to_somebody_else(
    work: Work,
    mine: dict[str, str | None],
    other: dict[str, str | None] | None,
    told: dict[str, str],
    reason: str,
) -> None:
    account = make_account(work.session, **mine)
    if other is not None:
        number = "999190000011" if mine else "999190000022"
        names = {"citizen_id": number, "phone": None, "email": None}
        make_account(work.session, **names | other)
    opened = make_session(work, account)
    here = signed_in(work, account, opened)
    fresh = dataclasses.replace(here.actor, proved_at=work.now)
    here = dataclasses.replace(here, actor=fresh)
    state = set_out(here, JourneyPurpose.LINK)
    returned = come_back(here, state, make_identity(**told))
    assert (returned.outcome, returned.reason) == (ReturnOutcome.REFUSED, reason)
    assert returned.token == ""
    assert account.national_subject == mine.get("national_subject")
    assert identify(work, Knock(opened.token)).actor.account_id == account.id


def test_coming_in_by_the_portal_lets_a_new_password_be_set_for_ten_minutes(
    work: Work,
) -> None:
    work = visiting(work)
    returned = come_back(work, set_out(work, JourneyPurpose.RECOVERY), make_identity())
    actor = identify(work, Knock(returned.token)).actor
    inside = dataclasses.replace(work, actor=actor)
    late = dataclasses.replace(inside, now=work.now + timedelta(minutes=10))
    by_password = make_session(work, who(work, returned.token), "another")
    known = identify(work, Knock(by_password.token)).actor
    assert returned.purpose is JourneyPurpose.RECOVERY
    assert may_set_password_without_present(inside)
    assert not may_set_password_without_present(late)
    assert not may_set_password_without_present(work)
    assert not may_set_password_without_present(dataclasses.replace(work, actor=known))
