"""The profile: what is known, masked, and who vouches for it (C22)."""

import dataclasses

import pytest

from services.accounts.channels import Channel
from services.accounts.models import Party
from services.core.errors import Forbidden, RuleViolation
from services.profiles.choose_channels import choose_channels, my_channels
from services.profiles.count_unfinished import count_unfinished
from services.profiles.declare import declare
from services.profiles.show_profile import is_from_population, show_profile
from services.work import ANONYMOUS, Actor, Work
from tests.factories.dossiers import make_filing, make_submitted
from tests.services.profiles.people import acting, owner


def test_each_field_says_who_vouches_for_it(work: Work) -> None:
    mine, _ = owner(
        work, address="Tổ 5", field_sources={"birth_date": "population"}, sex=""
    )

    fields = {field.name: field for field in show_profile(mine).fields}

    assert is_from_population(fields["birth_date"])
    assert fields["full_name"].source == "mobile_subscription"
    assert fields["full_name"].is_verified
    assert fields["address"].source == "typed"
    assert not fields["address"].is_verified
    assert fields["sex"].source == ""  # nothing is said, so nobody vouches


def test_numbers_and_contacts_come_masked(work: Work) -> None:
    mine, _ = owner(work)

    fields = {field.name: field for field in show_profile(mine).fields}

    for name in ("citizen_id", "phone", "email"):
        assert "*" in fields[name].masked, name
        assert fields[name].masked != fields[name].value, name
    assert fields["full_name"].masked == "Nguyễn Thị Ánh Tuyết"


def test_a_number_of_nine_digits_stands_in_its_own_row(work: Work) -> None:
    mine, _ = owner(work, citizen_id="999000011")

    profile = show_profile(mine)

    fields = {field.name: field for field in profile.fields}
    assert fields["old_id_number"].value == "999000011"
    assert fields["citizen_id"].value == ""
    assert profile.needs_number


def test_an_organisation_shows_its_tax_code_and_who_represents_it(work: Work) -> None:
    mine, _ = owner(
        work,
        party=Party.ENTERPRISE,
        tax_code="9990000001",
        citizen_id=None,
        representative="Trần Văn Bình",
    )

    profile = show_profile(mine)

    names = [field.name for field in profile.fields]
    assert names[:3] == ["tax_code", "full_name", "representative"]
    assert "birth_date" not in names
    assert not profile.needs_number


def test_only_a_citizen_has_a_profile(work: Work) -> None:
    officer = Actor(account_id=owner(work)[1].id, is_officer=True)
    for actor in (ANONYMOUS, officer):
        with pytest.raises(Forbidden):
            show_profile(dataclasses.replace(work, actor=actor))


def test_what_nobody_vouches_for_is_edited_and_the_rest_is_not(work: Work) -> None:
    mine, account = owner(
        work, sex="female", field_sources={"sex": "population", "phone": "code"}
    )

    changed = declare(
        mine,
        {"address": " Tổ 5,  phường Tích Lương ", "sex": "male", "full_name": "Khác"},
    )

    assert changed == ("address",)
    assert account.address == "Tổ 5, phường Tích Lương"
    assert account.sex == "female"
    assert account.full_name == "Nguyễn Thị Ánh Tuyết"
    assert account.field_sources["address"] == "typed"
    assert declare(mine, {"address": "Tổ 5, phường Tích Lương"}) == ()


def test_what_is_typed_wrongly_changes_nothing(work: Work) -> None:
    mine, account = owner(work, address="Tổ 5, phường Tích Lương")

    with pytest.raises(RuleViolation) as refused:
        declare(mine, {"address": "Tổ 9, phường khác", "old_id_number": "12"})

    assert refused.value.problems == {"old_id_number": "citizen_id_length"}
    assert account.address == "Tổ 5, phường Tích Lương"


def test_an_empty_field_takes_back_what_was_said(work: Work) -> None:
    mine, account = owner(work, address="Tổ 5, phường Tích Lương")

    declare(mine, {"address": "  "})

    assert account.address == ""


def test_channels_keep_the_order_and_the_portal_stays(work: Work) -> None:
    mine, account = owner(work)
    assert my_channels(mine).chosen[-1] is Channel.PORTAL

    kept = choose_channels(mine, ["email", "email", "carrier pigeon", "zalo"])

    assert kept.chosen == (Channel.EMAIL, Channel.ZALO, Channel.PORTAL)
    assert account.channels == ["email", "zalo", "portal"]
    assert choose_channels(mine, []).chosen == (Channel.PORTAL,)


def test_what_is_under_way_is_counted_and_drafts_are_not(work: Work) -> None:
    filing = make_filing(work.session)
    mine = acting(work, filing.account)
    assert count_unfinished(mine) == 0

    make_submitted(work, filing)

    assert count_unfinished(mine) == 1
