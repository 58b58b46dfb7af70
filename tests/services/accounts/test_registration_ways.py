"""Each way to register is for its groups, asks its own system, and says what it proves."""

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from services.accounts.check_registration import RegistrationForm
from services.accounts.confirm_code import CodeOutcome, confirm_code
from services.accounts.correct_phone import correct_phone
from services.accounts.models import Account, Party, Registration
from services.accounts.open_session import Device
from services.accounts.register import register
from services.accounts.registration_methods import RegistrationMethod as Method
from services.accounts.set_password import NewPassword, set_password
from services.accounts.vouched_registration import (
    confirm_contact,
    vouched_registration,
)
from services.accounts.ways_to_register import ways_to_register
from services.core.errors import NotFound, RuleViolation, SystemUnavailable
from services.integrations import health
from services.integrations.post_identity.port import PostCustomer
from services.integrations.social_insurance.port import InsuredPerson
from services.work import Work
from tests.factories.accounts import (
    make_account,
    make_code,
    make_proof,
    make_registration,
    visiting,
)
from tests.fakes import FakeMobileCarriers, FakePostIdentity, FakeSocialInsurance

PERSON = {"full_name": "Trần Văn Bình", "birth_date": date(1985, 7, 31)}
TYPED = {
    "citizen_id": "999085000022",
    "full_name": "Trần Văn Bình",
    "birth_date": "31/7/1985",
    "phone": "0900000022",
}
INSURANCE = RegistrationForm(
    **TYPED, method=Method.INSURANCE, insurance_number="99 0000 0022"
)
POST = RegistrationForm(
    **TYPED, method=Method.POST, post_account="Binh@example.vn", slip_code="ab12-cd34"
)
SLIP = PostCustomer(
    account="binh@example.vn",
    slip_code="AB12CD34",
    citizen_id="999085000022",
    **PERSON,  # type: ignore[arg-type]
)


@pytest.fixture(autouse=True)
def all_systems_answer() -> Iterator[None]:
    """Leave nothing noted of a system, before and after."""
    for name in ("carriers", "post_identity"):
        health.note(name, True)
    yield
    for name in ("carriers", "post_identity"):
        health.note(name, True)


def opener(work: Work) -> Callable[..., Any]:
    """Run use cases one after another with the same work; Any: whatever they return."""

    def run(use_case: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return use_case(work, *args, **kwargs)

    return run


def finish(work: Work, registration: Registration) -> Account:
    """Confirm the phone and set a password."""
    make_code(work, registration, "123456")
    check = confirm_code(work, registration.id, "123456")
    assert check.outcome is CodeOutcome.CONFIRMED
    typed = NewPassword("cầu vồng bảy sắc")
    done = set_password(work, registration.id, typed, Device("Firefox"))
    return work.session.get_one(Account, done.session.account_id)


@pytest.mark.parametrize(
    ("party", "methods"),
    [
        (Party.CITIZEN, set(Method)),
        (Party.ENTERPRISE, {Method.USB, Method.SIM, Method.SMART_CA}),
        (Party.STATE_AGENCY, {Method.USB, Method.SIM}),
    ],
)
def test_a_group_is_offered_its_ways_alone(
    work: Work, party: Party, methods: set[Method]
) -> None:
    assert {way.method for way in ways_to_register(work, party)} == methods


def test_a_way_whose_system_is_silent_says_since_when(work: Work) -> None:
    health.note("carriers", False)

    offered = {way.method: way for way in ways_to_register(work, Party.CITIZEN)}

    assert offered[Method.PHONE].silent_since is not None
    assert offered[Method.POST].silent_since is None
    health.note("carriers", True)
    assert all(
        way.silent_since is None for way in ways_to_register(work, Party.CITIZEN)
    )


def test_the_insurance_is_asked_and_named_as_the_source(work: Work) -> None:
    work = visiting(work)
    fake = work.systems.social_insurance
    assert isinstance(fake, FakeSocialInsurance)
    fake.on_file = [
        InsuredPerson("9900000022", citizen_id="999085000022", **PERSON)  # type: ignore[arg-type]
    ]

    sent = register(opener(work), INSURANCE, make_proof(work))

    account = finish(work, work.session.get_one(Registration, sent.registration_id))
    assert (account.assurance_level, account.assurance_source) == (
        2,
        "social_insurance",
    )
    assert account.field_sources == {
        "full_name": "social_insurance",
        "birth_date": "social_insurance",
        "citizen_id": "social_insurance",
        "phone": "code",
    }


def test_the_slip_of_the_post_is_read_liberally(work: Work) -> None:
    work = visiting(work)
    fake = work.systems.post_identity
    assert isinstance(fake, FakePostIdentity)
    fake.slips = [SLIP]

    sent = register(opener(work), POST, make_proof(work))

    account = finish(work, work.session.get_one(Registration, sent.registration_id))
    assert (account.assurance_level, account.assurance_source) == (2, "post")


@pytest.mark.parametrize(
    ("form", "fault"),
    [(INSURANCE, "insurance_differs"), (POST, "post_differs")],
)
def test_a_no_names_what_to_compare_and_keeps_nothing(
    work: Work, form: RegistrationForm, fault: str
) -> None:
    work = visiting(work)
    fake = work.systems.social_insurance
    assert isinstance(fake, FakeSocialInsurance)
    fake.on_file = [InsuredPerson("9900000022", "Ai Khác", date(1990, 1, 1), "1" * 12)]

    with pytest.raises(RuleViolation) as refusal:
        register(opener(work), form, make_proof(work))

    assert refusal.value.problems == {"carrier": fault}
    assert work.session.exec(select(Registration)).all() == []


@pytest.mark.parametrize("form", [INSURANCE, POST])
def test_a_silent_system_keeps_nothing(work: Work, form: RegistrationForm) -> None:
    work = visiting(work)
    insurance, post = work.systems.social_insurance, work.systems.post_identity
    assert isinstance(insurance, FakeSocialInsurance)
    assert isinstance(post, FakePostIdentity)
    insurance.is_down = post.is_down = True

    with pytest.raises(SystemUnavailable):
        register(opener(work), form, make_proof(work))
    assert work.session.exec(select(Registration)).all() == []


@pytest.mark.parametrize(
    ("changes", "field", "fault"),
    [
        ({"insurance_number": "123"}, "insurance_number", "insurance_number"),
        ({"insurance_number": ""}, "insurance_number", "required"),
    ],
)
def test_an_insurance_number_has_ten_digits(
    work: Work, changes: dict[str, str], field: str, fault: str
) -> None:
    work = visiting(work)
    form = dataclasses.replace(INSURANCE, **changes)  # type: ignore[arg-type]
    with pytest.raises(RuleViolation) as refusal:
        register(opener(work), form, make_proof(work))
    assert refusal.value.problems == {field: fault}


@pytest.mark.parametrize(
    ("slip", "fault"), [("", "required"), ("ab", "slip_code"), ("mã số", "slip_code")]
)
def test_a_slip_code_is_letters_and_digits(work: Work, slip: str, fault: str) -> None:
    work = visiting(work)
    form = dataclasses.replace(POST, slip_code=slip)
    with pytest.raises(RuleViolation) as refusal:
        register(opener(work), form, make_proof(work))
    assert refusal.value.problems == {"slip_code": fault}


def test_a_number_the_carrier_did_not_vouch_for_is_corrected_without_it(
    work: Work,
) -> None:
    work = visiting(work)
    carriers = work.systems.carriers
    assert isinstance(carriers, FakeMobileCarriers)
    carriers.is_down = True
    registration = make_registration(work.session, method=Method.INSURANCE)

    sent = correct_phone(opener(work), registration.id, "0900 000 033")

    assert sent.masked_phone == "090****033"


def test_the_police_say_who_and_the_person_gives_a_phone(work: Work) -> None:
    work = visiting(work)
    make_registration(
        work.session, method=Method.POLICE, phone="", field_sources={"full_name": "x"}
    )

    told = vouched_registration(work)
    assert told is not None
    assert told.full_name == "Trần Văn Bình"
    sent = confirm_contact(work, told.registration_id, "0900 000 044", " ")
    account = finish(work, work.session.get_one(Registration, sent.registration_id))

    assert (account.phone, account.email) == ("0900000044", None)
    assert account.assurance_source == "police"


def test_what_the_police_said_is_shown_to_its_browser_alone(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session, method=Method.POLICE)
    stranger = visiting(work, "another cookie")

    assert vouched_registration(stranger) is None
    with pytest.raises(NotFound):
        confirm_contact(stranger, registration.id, "0900000044", "")


def test_a_phone_somebody_has_is_refused_after_the_police(work: Work) -> None:
    work = visiting(work)
    make_account(work.session)
    registration = make_registration(work.session, method=Method.POLICE)

    with pytest.raises(RuleViolation) as refusal:
        confirm_contact(work, registration.id, "0900000011", "không phải")
    assert refusal.value.problems == {"email": "email_format"}
    with pytest.raises(RuleViolation) as refusal:
        confirm_contact(work, registration.id, "0900000011", "")
    assert refusal.value.problems == {"phone": "phone_taken"}
