"""A proved certificate opens one account, of whom it names, for the browser it was in."""

import base64
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from services.accounts.confirm_code import CodeOutcome, confirm_code
from services.accounts.models import Account, Party, Registration
from services.accounts.open_session import Device
from services.accounts.set_password import NewPassword
from services.audit.models import AuditEntry
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.identities.begin_certificate_challenge import begin_certificate_challenge
from services.identities.challenges import TO_USE, find_challenge
from services.identities.finish_registration import finish_registration
from services.identities.models import AccountCertificate, CertificateWay
from services.identities.open_certificate_registration import (
    CertificateForm,
    open_certificate_registration,
)
from services.identities.poll_certificate_challenge import poll_certificate_challenge
from services.identities.proved_certificate import proved_certificate
from services.identities.take_usb_signature import take_usb_signature
from services.work import ANONYMOUS, Work
from tests.factories.accounts import PASSWORD, make_account, make_code, visiting
from tests.factories.certificates import Authority, Pair, make_authority
from tests.factories.identities import opener_of

NUMBER, TAX_CODE = "999092000012", "9990000018"
COMPANY = (
    ("CN", "Phạm Thị Thu"),
    ("O", "Công ty Gạo"),
    ("UID", f"MST:{TAX_CODE}"),
    ("UID", "CCCD:999184000015"),
)
NAMELESS = (("CN", "Công ty Gạo"), ("UID", f"MST:{TAX_CODE}"))
CITIZEN_FORM = CertificateForm(
    Party.CITIZEN, "0900 000 012", birth_date="17/4/1992", return_to="/thu-tuc"
)
COMPANY_FORM = CertificateForm(Party.ENTERPRISE, "0900 000 018", email="Gao@Example.vn")
DEVICE = Device("Firefox, Linux")


@pytest.fixture(scope="module")
def authority() -> Authority:
    return make_authority()


@pytest.fixture
def here(work: Work, authority: Authority) -> Work:
    """The work of a browser, with the authority on line."""
    systems = replace(work.systems, authorities=authority.online())
    return visiting(replace(work, systems=systems))


def prove(work: Work, authority: Authority, pair: Pair) -> UUID:
    """Sign a challenge of this browser with a USB token."""
    begun = begin_certificate_challenge(work, CertificateWay.USB)
    signed = authority.signed(pair, base64.b64decode(begun.challenge))
    take_usb_signature(opener_of(work), begun.challenge_id, signed)
    assert proved_certificate(work, begun.challenge_id) is not None
    return begun.challenge_id


def verified(work: Work, registration_id: UUID) -> Registration:
    """Confirm the phone of a registration."""
    registration = work.session.get_one(Registration, registration_id)
    make_code(work, registration, "123456")
    check = confirm_code(work, registration.id, "123456")
    assert check.outcome is CodeOutcome.CONFIRMED
    return registration


def register(work: Work, challenge_id: UUID, form: CertificateForm) -> Account:
    """Go the whole way."""
    sent = open_certificate_registration(work, challenge_id, form)
    registration = verified(work, sent.registration_id)
    typed = NewPassword(PASSWORD)
    done = finish_registration(work, registration.id, typed, DEVICE)
    return work.session.get_one(Account, done.session.account_id)


def test_a_citizen_is_named_by_the_certificate_and_adds_phone_and_birth(
    here: Work, authority: Authority
) -> None:
    challenge_id = prove(here, authority, authority.issue())

    account = register(here, challenge_id, CITIZEN_FORM)

    assert (account.full_name, account.citizen_id) == ("Hoàng Văn Nam", NUMBER)
    assert (account.party, account.tax_code) == (Party.CITIZEN, None)
    assert (account.birth_date, account.phone) == (date(1992, 4, 17), "0900000012")
    assert (account.assurance_level, account.assurance_source) == (3, "usb")
    assert account.field_sources == {
        "full_name": "certificate",
        "citizen_id": "certificate",
        "phone": "code",
    }
    kept = here.session.exec(select(AccountCertificate)).one()
    assert kept.account_id == account.id


@pytest.mark.parametrize("party", [Party.ENTERPRISE, Party.STATE_AGENCY])
def test_an_organisation_is_named_with_who_stands_for_it(
    here: Work, authority: Authority, party: Party
) -> None:
    challenge_id = prove(here, authority, authority.issue(subject=COMPANY))
    form = replace(COMPANY_FORM, party=party, representative="Ai Khác")

    account = register(here, challenge_id, form)

    assert (account.party, account.tax_code) == (party, TAX_CODE)
    assert (account.full_name, account.representative) == (
        "Công ty Gạo",
        "Phạm Thị Thu",
    )
    assert (account.citizen_id, account.birth_date) == (None, None)
    assert account.email == "gao@example.vn"
    assert account.field_sources["tax_code"] == "certificate"


def test_an_organisation_whose_certificate_names_nobody_names_somebody(
    here: Work, authority: Authority
) -> None:
    challenge_id = prove(here, authority, authority.issue(subject=NAMELESS))
    with pytest.raises(RuleViolation) as refusal:
        open_certificate_registration(here, challenge_id, COMPANY_FORM)
    assert refusal.value.problems == {"representative": "required"}

    form = replace(COMPANY_FORM, representative=" đinh  Văn Hậu ")
    account = register(here, challenge_id, form)

    assert (account.full_name, account.representative.casefold()) == (
        "Công ty Gạo",
        "đinh văn hậu",
    )


def test_every_field_that_cannot_be_read_is_named_at_once(
    here: Work, authority: Authority
) -> None:
    challenge_id = prove(here, authority, authority.issue())
    form = CertificateForm(Party.CITIZEN, "123", email="không phải", birth_date="")

    with pytest.raises(RuleViolation) as refusal:
        open_certificate_registration(here, challenge_id, form)

    assert refusal.value.problems.keys() == {"phone", "email", "birth_date"}
    assert here.session.exec(select(Registration)).all() == []


@pytest.mark.parametrize(
    ("subject", "party"),
    [
        (COMPANY, Party.CITIZEN),
        (None, Party.ENTERPRISE),
        (None, Party.STATE_AGENCY),
    ],
)
def test_a_certificate_of_another_group_opens_nothing(
    here: Work,
    authority: Authority,
    subject: tuple[tuple[str, str], ...] | None,
    party: Party,
) -> None:
    pair = authority.issue(subject=subject) if subject else authority.issue()
    challenge_id = prove(here, authority, pair)

    with pytest.raises(RuleViolation) as refusal:
        open_certificate_registration(
            here, challenge_id, replace(CITIZEN_FORM, party=party)
        )

    assert refusal.value.problems == {"certificate": "certificate_other_group"}


def test_the_proof_of_another_browser_opens_nothing(
    here: Work, authority: Authority
) -> None:
    challenge_id = prove(here, authority, authority.issue())

    with pytest.raises(NotFound):
        open_certificate_registration(
            visiting(here, "another"), challenge_id, CITIZEN_FORM
        )
    with pytest.raises(Forbidden):
        open_certificate_registration(
            replace(here, actor=ANONYMOUS), challenge_id, CITIZEN_FORM
        )
    assert here.session.exec(select(Registration)).all() == []


def test_without_a_signature_or_with_an_old_one_nothing_opens(
    here: Work, authority: Authority
) -> None:
    begun = begin_certificate_challenge(here, CertificateWay.USB)
    old = prove(here, authority, authority.issue())
    late = replace(here, now=here.now + TO_USE)

    for work, challenge_id in ((here, begun.challenge_id), (late, old)):
        with pytest.raises(RuleViolation) as refusal:
            open_certificate_registration(work, challenge_id, CITIZEN_FORM)
        assert refusal.value.problems == {"certificate": "certificate_missing"}


def test_a_person_may_go_back_and_correct_before_the_end(
    here: Work, authority: Authority
) -> None:
    challenge_id = prove(here, authority, authority.issue())
    open_certificate_registration(here, challenge_id, CITIZEN_FORM)
    corrected = replace(CITIZEN_FORM, phone="0900 000 013")

    account = register(here, challenge_id, corrected)

    assert account.phone == "0900000013"


def test_a_proof_opens_one_account(here: Work, authority: Authority) -> None:
    challenge_id = prove(here, authority, authority.issue())
    first = open_certificate_registration(here, challenge_id, CITIZEN_FORM)
    second = open_certificate_registration(
        here, challenge_id, replace(CITIZEN_FORM, phone="0900 000 013")
    )
    for sent in (first, second):
        verified(here, sent.registration_id)
    typed = NewPassword(PASSWORD)
    finish_registration(here, first.registration_id, typed, DEVICE)

    with pytest.raises(RuleViolation):
        finish_registration(here, second.registration_id, typed, DEVICE)

    assert poll_is_spent(here, challenge_id)
    numbers = select(Account).where(Account.citizen_id == NUMBER)
    assert len(here.session.exec(numbers).all()) == 1


def poll_is_spent(work: Work, challenge_id: UUID) -> bool:
    """Tell whether nobody can go on with this proof."""
    return proved_certificate(work, challenge_id) is None


def test_a_proof_spent_elsewhere_leaves_no_account_behind(
    here: Work, authority: Authority
) -> None:
    challenge_id = prove(here, authority, authority.issue())
    sent = open_certificate_registration(here, challenge_id, CITIZEN_FORM)
    verified(here, sent.registration_id)
    find_challenge(here, challenge_id).used_at = here.now

    with pytest.raises(RuleViolation) as refusal, here.session.begin_nested():
        finish_registration(here, sent.registration_id, NewPassword(PASSWORD), DEVICE)

    assert refusal.value.problems == {"certificate": "certificate_proof_spent"}
    assert here.session.exec(select(Account)).all() == []


def test_a_certificate_somebody_has_is_refused(
    here: Work, authority: Authority
) -> None:
    pair = authority.issue()
    account = register(here, prove(here, authority, pair), CITIZEN_FORM)
    account.citizen_id = account.phone = None
    later = replace(here, now=here.now + timedelta(minutes=2))
    challenge_id = prove(later, authority, pair)

    with pytest.raises(RuleViolation) as refusal:
        open_certificate_registration(later, challenge_id, CITIZEN_FORM)

    assert refusal.value.problems == {"certificate": "certificate_taken"}


def test_a_number_or_phone_somebody_has_is_refused(
    here: Work, authority: Authority
) -> None:
    make_account(here.session, citizen_id=NUMBER)
    challenge_id = prove(here, authority, authority.issue())
    company = prove(here, authority, authority.issue(subject=COMPANY))
    make_account(
        here.session, citizen_id=None, tax_code=TAX_CODE, phone=None, email=None
    )

    for proof, form, names in (
        (
            challenge_id,
            replace(CITIZEN_FORM, phone="0900 000 011"),
            {"citizen_id", "phone"},
        ),
        (company, COMPANY_FORM, {"tax_code"}),
    ):
        with pytest.raises(RuleViolation) as refusal:
            open_certificate_registration(here, proof, form)
        assert refusal.value.problems.keys() == names
    assert here.session.exec(select(Registration)).all() == []


def test_a_phone_that_was_not_confirmed_keeps_no_certificate(
    here: Work, authority: Authority
) -> None:
    challenge_id = prove(here, authority, authority.issue())
    sent = open_certificate_registration(here, challenge_id, CITIZEN_FORM)

    with pytest.raises(Conflict):
        finish_registration(here, sent.registration_id, NewPassword(PASSWORD), DEVICE)

    assert here.session.exec(select(AccountCertificate)).all() == []
    assert proved_certificate(here, challenge_id) is not None


def test_registering_leaves_its_trail_without_numbers(
    here: Work, authority: Authority
) -> None:
    challenge_id = prove(here, authority, authority.issue())
    register(here, challenge_id, CITIZEN_FORM)

    rows = here.session.exec(select(AuditEntry)).all()

    acts = {row.act for row in rows}
    assert {
        "registration.opened",
        "spend_certificate_challenge",
        "account.registered",
        "keep_certificate",
    } <= acts
    assert NUMBER not in str([row.details for row in rows])


def test_a_finished_registration_is_over(here: Work, authority: Authority) -> None:
    challenge_id = prove(here, authority, authority.issue())
    sent = open_certificate_registration(here, challenge_id, CITIZEN_FORM)
    verified(here, sent.registration_id)
    typed = NewPassword(PASSWORD)
    finish_registration(here, sent.registration_id, typed, DEVICE)

    with pytest.raises(NotFound):
        finish_registration(here, sent.registration_id, typed, DEVICE)
    over = poll_certificate_challenge(opener_of(here), challenge_id)
    assert over.proved is None
