"""Changing phone or email: a code to both, and nothing told before (C22, AU-4)."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import select

from services.accounts.confirm_code import CodeOutcome
from services.accounts.confirm_code_request import confirm_code_request
from services.accounts.models import (
    CodePurpose,
    ContactChange,
    OneTimeCode,
    SecurityNotice,
)
from services.core.errors import Conflict, NotFound, ProofNeeded, RuleViolation
from services.profiles.begin_contact_change import begin_contact_change
from services.profiles.contact_changes import ContactProgress, contact_progress
from services.profiles.finish_contact_change import (
    ContactOutcome,
    finish_contact_change,
)
from services.work import Work
from tests.factories.accounts import make_account
from tests.services.profiles.people import acting, learn_code, owner

NEW_PHONE = "0900000099"


def confirm(work: Work, progress: ContactProgress) -> None:
    """Give every code of the change in."""
    for asked in progress.codes:
        digits = learn_code(work, asked.purpose)
        check = confirm_code_request(work, asked.purpose, asked.request_id, digits)
        assert check.outcome is CodeOutcome.CONFIRMED


def test_a_code_goes_to_the_present_and_to_the_new_phone(work: Work) -> None:
    mine, account = owner(work)

    progress = begin_contact_change(mine, "phone", "0900 000 099")

    purposes = [asked.purpose for asked in progress.codes]
    assert purposes == [CodePurpose.PRESENT_CONTACT, CodePurpose.NEW_CONTACT]
    sent = set(work.session.exec(select(OneTimeCode.phone)))
    assert sent == {account.phone, NEW_PHONE}
    assert account.phone == "0900000011"


def test_both_codes_change_it_and_both_contacts_are_told(work: Work) -> None:
    mine, account = owner(work)
    progress = begin_contact_change(mine, "phone", NEW_PHONE)
    confirm(mine, progress)

    assert finish_contact_change(mine, progress.change_id) is ContactOutcome.CHANGED

    assert account.phone == NEW_PHONE
    assert account.field_sources["phone"] == "code"
    notice = work.session.exec(select(SecurityNotice)).one()
    assert notice.kind == "phone_changed"
    assert NEW_PHONE not in notice.facts.values()
    assert contact_progress(mine) is None
    assert finish_contact_change(mine, progress.change_id) is ContactOutcome.CHANGED
    assert len(work.session.exec(select(SecurityNotice)).all()) == 1


@pytest.mark.parametrize("given", [0, 1])
def test_one_code_alone_changes_nothing(work: Work, given: int) -> None:
    mine, account = owner(work)
    progress = begin_contact_change(mine, "phone", NEW_PHONE)
    confirm(mine, dataclasses.replace(progress, codes=(progress.codes[given],)))

    with pytest.raises(Conflict):
        finish_contact_change(mine, progress.change_id)

    assert account.phone == "0900000011"


def test_a_taken_phone_is_told_only_to_who_holds_it(work: Work) -> None:
    make_account(work.session, citizen_id="999190000099", phone=NEW_PHONE, email=None)
    mine, account = owner(work)

    progress = begin_contact_change(mine, "phone", NEW_PHONE)
    assert len(progress.codes) == 2
    confirm(mine, progress)

    assert finish_contact_change(mine, progress.change_id) is ContactOutcome.TAKEN
    assert account.phone == "0900000011"
    assert work.session.exec(select(SecurityNotice)).all() == []


def test_a_first_email_is_confirmed_by_the_phone(work: Work) -> None:
    mine, account = owner(work, email=None)

    progress = begin_contact_change(mine, "email", "Tuyet@Example.vn")
    confirm(mine, progress)
    finish_contact_change(mine, progress.change_id)

    assert progress.codes[0].shown.startswith("090")
    assert account.email == "tuyet@example.vn"


def test_without_any_contact_a_fresh_proof_stands_for_it(work: Work) -> None:
    mine, account = owner(work, phone=None, email=None)
    with pytest.raises(ProofNeeded):
        begin_contact_change(mine, "phone", NEW_PHONE)

    proved = acting(work, account, proved_at=work.now)
    progress = begin_contact_change(proved, "phone", NEW_PHONE)
    confirm(proved, progress)
    finish_contact_change(proved, progress.change_id)

    assert [asked.purpose for asked in progress.codes] == [CodePurpose.NEW_CONTACT]
    assert account.phone == NEW_PHONE


def test_a_second_press_sends_no_other_code(work: Work) -> None:
    mine, _ = owner(work)
    first = begin_contact_change(mine, "phone", NEW_PHONE)

    assert begin_contact_change(mine, "phone", NEW_PHONE) == first
    assert len(work.session.exec(select(OneTimeCode)).all()) == 2


def test_another_wish_takes_the_place_of_the_first(work: Work) -> None:
    mine, _ = owner(work)
    begin_contact_change(mine, "phone", NEW_PHONE)
    later = dataclasses.replace(mine, now=mine.now + timedelta(minutes=2))

    second = begin_contact_change(later, "phone", "0900000098")

    changes = work.session.exec(select(ContactChange)).all()
    assert sorted(one.new_value for one in changes if not one.finished_at) == [
        "0900000098"
    ]
    found = contact_progress(later)
    assert found is not None
    assert found.change_id == second.change_id


def test_what_is_no_phone_or_the_same_one_is_refused(work: Work) -> None:
    mine, _ = owner(work)
    for typed, key in (("12", "phone_mobile"), ("0900 000 011", "contact_same")):
        with pytest.raises(RuleViolation) as refused:
            begin_contact_change(mine, "phone", typed)
        assert refused.value.problems == {"new_contact": key}
    with pytest.raises(RuleViolation):
        begin_contact_change(mine, "password_hash", "x")


def test_a_change_is_its_owners_and_its_browsers(work: Work) -> None:
    mine, account = owner(work)
    progress = begin_contact_change(mine, "phone", NEW_PHONE)
    confirm(mine, progress)
    stranger, _ = owner(work, citizen_id="999190000022", phone="0900000022", email=None)
    elsewhere = acting(work, account, browser="another browser")

    with pytest.raises(NotFound):
        finish_contact_change(stranger, progress.change_id)
    with pytest.raises(NotFound):
        finish_contact_change(elsewhere, progress.change_id)
    assert contact_progress(stranger) is None
    assert contact_progress(elsewhere) is None
