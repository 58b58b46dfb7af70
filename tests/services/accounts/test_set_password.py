"""The password that ends a registration, and the session it opens."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import func, select

from services.accounts.identify import Knock, identify
from services.accounts.models import Account
from services.accounts.open_session import Device
from services.accounts.set_password import NewPassword, Registered, set_password
from services.audit.models import AuditEntry
from services.core.errors import Conflict, NotFound, RuleViolation
from services.work import Work
from tests.factories.accounts import (
    COOKIE,
    PASSWORD,
    make_account,
    make_registration,
    visiting,
)

DEVICE = Device("Chrome, Android")


def finish(
    work: Work, password: str = PASSWORD, again: str | None = None, **values: object
) -> Registered:
    given = {"verified_at": work.now} | values
    registration = make_registration(work.session, **given)
    return set_password(work, registration.id, NewPassword(password, again), DEVICE)


def test_a_verified_person_gets_an_account_and_is_signed_in(work: Work) -> None:
    work = visiting(work)
    done = finish(work)
    account = work.session.get_one(Account, done.session.account_id)
    assert (account.assurance_level, account.assurance_source) == (
        2,
        "mobile_subscription",
    )
    assert account.citizen_id == "999085000022"
    assert account.password_hash.startswith("$argon2id$")
    assert done.go_to == "/thu-tuc"
    visitor = identify(work, Knock(done.session.token))
    assert visitor.actor.account_id == account.id
    assert visitor.actor.require_citizen()


def test_the_cookie_held_before_is_not_the_one_signed_in(work: Work) -> None:
    work = visiting(work)
    done = finish(work)
    assert done.session.token != COOKIE
    assert identify(work, Knock(COOKIE)).actor.account_id is None


def test_an_unverified_phone_gets_no_account(work: Work) -> None:
    work = visiting(work)
    with pytest.raises(Conflict):
        finish(work, verified_at=None)


def test_a_verification_is_good_for_half_an_hour(work: Work) -> None:
    work = visiting(work)
    with pytest.raises(Conflict):
        finish(work, verified_at=work.now - timedelta(minutes=31))


def test_another_browser_cannot_set_the_password(work: Work) -> None:
    registration = make_registration(work.session, verified_at=work.now)
    with pytest.raises(NotFound):
        set_password(
            visiting(work, "thief"), registration.id, NewPassword(PASSWORD), DEVICE
        )


def test_a_registration_is_finished_once(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session, verified_at=work.now)
    set_password(work, registration.id, NewPassword(PASSWORD), DEVICE)
    with pytest.raises(NotFound):
        set_password(work, registration.id, NewPassword(PASSWORD), DEVICE)
    assert work.session.exec(select(func.count()).select_from(Account)).one() == 1


@pytest.mark.parametrize(
    ("password", "again", "problems"),
    [
        ("ngắn", None, {"password": "password_short"}),
        ("matkhau123", None, {"password": "password_common"}),
        ("0900000022", None, {"password": "password_phone"}),
        ("999085000022", None, {"password": "password_number"}),
        ("31071985", None, {"password": "password_birth_date"}),
        ("vanbinh85", None, {"password": "password_name"}),
        (PASSWORD, PASSWORD + "!", {"again": "password_again_differs"}),
    ],
)
def test_a_password_that_is_refused_says_why(
    work: Work, password: str, again: str | None, problems: dict[str, str]
) -> None:
    work = visiting(work)
    with pytest.raises(RuleViolation) as refusal:
        finish(work, password, again)
    assert refusal.value.problems == problems


def test_somebody_who_finished_first_keeps_the_number(work: Work) -> None:
    work = visiting(work)
    make_account(work.session, citizen_id="999085000022")
    with pytest.raises(RuleViolation) as refusal:
        finish(work)
    assert refusal.value.problems == {"citizen_id": "citizen_id_taken"}


def test_passwords_show_in_no_text_of_the_program(work: Work) -> None:
    assert PASSWORD not in repr(NewPassword(PASSWORD, PASSWORD))
    work = visiting(work)
    done = finish(work)
    rows = work.session.exec(select(AuditEntry)).all()
    told = str([dataclasses.asdict(done), [row.model_dump() for row in rows]])
    assert PASSWORD not in told
    assert "Bình" not in told
