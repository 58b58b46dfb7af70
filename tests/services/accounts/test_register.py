"""Registration by mobile subscription, from the form to the first code."""

import dataclasses
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import func, select

from services.accounts.check_registration import RegistrationForm
from services.accounts.correct_phone import correct_phone
from services.accounts.models import PictureCode, Registration
from services.accounts.prove_human import HumanProof
from services.accounts.register import register
from services.accounts.registrations import registration_progress
from services.accounts.resend_code import resend_code
from services.audit.models import AuditEntry
from services.core.errors import (
    Conflict,
    NotFound,
    RuleViolation,
    SystemUnavailable,
    TooMany,
)
from services.integrations.mobile_carriers.port import Subscriber
from services.work import Work
from tests.factories.accounts import (
    make_account,
    make_proof,
    make_registration,
    visiting,
)
from tests.fakes import FakeMobileCarriers

FORM = RegistrationForm(
    citizen_id="999 085 000 022",
    full_name="Trần  Văn Bình",
    birth_date="31/7/1985",
    phone="+84 900 000 022",
    email="Binh@Example.vn",
    return_to="/thu-tuc/1.004194",
)


def opener(work: Work) -> Callable[..., Any]:
    """Run use cases one after another with the same work; Any: whatever they return."""

    def run(use_case: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return use_case(work, *args, **kwargs)

    return run


def carriers(work: Work) -> FakeMobileCarriers:
    fake = work.systems.carriers
    assert isinstance(fake, FakeMobileCarriers)
    return fake


def problems(work: Work, form: RegistrationForm, proof: HumanProof) -> dict[str, str]:
    with pytest.raises(RuleViolation) as refusal:
        register(opener(work), form, proof)
    return refusal.value.problems


def test_a_form_is_read_liberally_and_kept_with_its_browser(work: Work) -> None:
    work = visiting(work)
    sent = register(opener(work), FORM, make_proof(work))
    kept = work.session.get_one(Registration, sent.registration_id)
    assert (kept.citizen_id, kept.phone) == ("999085000022", "0900000022")
    assert (kept.full_name, kept.birth_date) == ("Trần Văn Bình", date(1985, 7, 31))
    assert kept.email == "binh@example.vn"
    assert kept.browser == work.actor.browser
    assert kept.return_to == "/thu-tuc/1.004194"
    assert sent.masked_phone == "090****022"
    assert sent.next_resend_at == work.now + timedelta(seconds=60)


def test_every_field_that_cannot_be_read_is_named_and_the_proof_kept(
    work: Work,
) -> None:
    work = visiting(work)
    proof = make_proof(work)
    bad = RegistrationForm("12", "N", "31/02/1990", "02083855555", "không phải")
    found = problems(work, bad, proof)
    assert set(found) == {"citizen_id", "full_name", "birth_date", "phone", "email"}
    assert register(opener(work), FORM, proof)


@pytest.mark.parametrize(
    "phone",
    [
        "+12025550123",
        "+442071838750",
        "+8613800138000",
        "+85512345678",
        "19001234",
        "18001234",
        "1900561234",
        "113",
        "0243825555",
        "02083855555",
        "842438255555",
        "01238555555",
        "0168855555",
        "09000000",
        "abc",
        "090000001x",
        "+84243825555",
        "0000000000",
        "+84",
        "5555",
    ],
)
def test_only_vietnamese_mobiles_get_a_message(work: Work, phone: str) -> None:
    work = visiting(work)
    form = dataclasses.replace(FORM, phone=phone)
    assert "phone" in problems(work, form, make_proof(work))
    assert work.session.exec(select(func.count()).select_from(Registration)).one() == 0


def test_email_may_be_left_out(work: Work) -> None:
    work = visiting(work)
    form = dataclasses.replace(FORM, email="  ")
    sent = register(opener(work), form, make_proof(work))
    assert work.session.get_one(Registration, sent.registration_id).email is None


def test_a_wrong_picture_code_is_refused_and_burnt(work: Work) -> None:
    work = visiting(work)
    wrong = dataclasses.replace(make_proof(work), picture_answer="AAAAAA")
    assert problems(work, FORM, wrong) == {"picture": "picture_wrong"}
    assert work.session.get_one(PictureCode, wrong.picture_id).used_at == work.now


def test_a_taken_number_is_told_without_naming_its_owner(work: Work) -> None:
    work = visiting(work)
    make_account(
        work.session,
        citizen_id="999085000022",
        phone="0900000022",
        email="binh@example.vn",
    )
    assert problems(work, FORM, make_proof(work)) == {
        "citizen_id": "citizen_id_taken",
        "phone": "phone_taken",
        "email": "email_taken",
    }


def test_asking_whether_a_number_is_taken_costs_a_proof(work: Work) -> None:
    work = visiting(work)
    make_account(work.session, citizen_id="999085000022")
    proof = make_proof(work)
    assert "citizen_id" in problems(work, FORM, proof)
    assert problems(work, FORM, proof) == {"picture": "picture_wrong"}


def test_a_person_the_carrier_does_not_know_is_told_what_to_compare(
    work: Work,
) -> None:
    work = visiting(work)
    other = Subscriber("0900000022", "Lê Văn Khác", date(1985, 7, 31), "999085000022")
    carriers(work).on_file.append(other)
    assert problems(work, FORM, make_proof(work)) == {"carrier": "carrier_differs"}
    assert work.session.exec(select(func.count()).select_from(Registration)).one() == 0


def test_a_carrier_that_is_down_is_not_a_no(work: Work) -> None:
    work = visiting(work)
    carriers(work).is_down = True
    with pytest.raises(SystemUnavailable):
        register(opener(work), FORM, make_proof(work))


def test_a_way_back_that_leads_out_is_forgotten(work: Work) -> None:
    work = visiting(work)
    form = dataclasses.replace(FORM, return_to="//evil.example")
    sent = register(opener(work), form, make_proof(work))
    assert work.session.get_one(Registration, sent.registration_id).return_to == "/"


def test_the_trail_holds_nothing_that_was_typed(work: Work) -> None:
    work = visiting(work)
    register(opener(work), FORM, make_proof(work))
    rows = work.session.exec(select(AuditEntry)).all()
    told = str([row.model_dump() for row in rows])
    assert {row.act for row in rows} == {"registration.opened", "code.sent"}
    for secret in ("0900000022", "999085000022", "Bình", "binh@", "1985-07"):
        assert secret not in told


def test_a_wrong_number_is_corrected_and_asked_about_again(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session)
    sent = correct_phone(opener(work), registration.id, "0900 000 033")
    assert registration.phone == "0900000033"
    assert sent.masked_phone == "090****033"
    known = Subscriber("0900000044", "Lê Văn Khác", date(1990, 1, 1), "999085000099")
    carriers(work).on_file.append(known)
    with pytest.raises(RuleViolation, match="carrier_differs"):
        correct_phone(opener(work), registration.id, "0900000044")
    assert registration.phone == "0900000033"


def test_a_number_is_not_corrected_once_it_is_confirmed(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session, verified_at=work.now)
    with pytest.raises(Conflict):
        correct_phone(opener(work), registration.id, "0900000033")


def test_another_browser_sees_and_does_nothing(work: Work) -> None:
    registration = make_registration(work.session)
    stranger = visiting(work, "stranger")
    assert registration_progress(stranger) is None
    with pytest.raises(NotFound):
        resend_code(stranger, registration.id)
    with pytest.raises(NotFound):
        correct_phone(opener(stranger), registration.id, "0900000033")


def test_progress_survives_a_reload_and_ends_after_a_day(work: Work) -> None:
    work = visiting(work)
    sent = register(opener(work), FORM, make_proof(work))
    progress = registration_progress(work)
    assert progress is not None
    assert (progress.registration_id, progress.code_id) == (
        sent.registration_id,
        sent.code_id,
    )
    assert progress.masked_phone == "090****022"
    tomorrow = dataclasses.replace(work, now=work.now + timedelta(hours=24))
    assert registration_progress(tomorrow) is None
    with pytest.raises(NotFound):
        resend_code(tomorrow, sent.registration_id)


def test_registering_again_at_once_sends_no_second_message(work: Work) -> None:
    work = visiting(work)
    register(opener(work), FORM, make_proof(work))
    with pytest.raises(TooMany):
        register(opener(work), FORM, make_proof(work))
