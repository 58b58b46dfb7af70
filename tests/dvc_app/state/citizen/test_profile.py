"""The pages of the profile: what they show, and what a press leads to (C22)."""

import dataclasses
from datetime import date
from typing import Any, cast

import pytest

from dvc_app.state.citizen.channels import ChannelsState
from dvc_app.state.citizen.closing import ClosingState
from dvc_app.state.citizen.contacts import ContactsState
from dvc_app.state.citizen.declared import DeclaredState
from dvc_app.state.citizen.my_data import MyDataState
from dvc_app.state.citizen.population import PopulationState
from dvc_app.state.citizen.profile import ProfileState
from dvc_app.state.citizen.profile_rows import profile_rows
from dvc_app.wording import contacts, my_data
from dvc_app.wording import profile as wording
from services.accounts.models import CodePurpose, Party
from services.integrations.population.port import PopulationRecord
from services.processing.open_reception import open_reception
from services.profiles.show_profile import show_profile
from services.work import Work
from tests.dvc_app.state.public.pages import open_state, send
from tests.factories.accounts import make_officer_account
from tests.factories.dossiers import make_draft, make_filing, make_submitted
from tests.fakes import FakePopulation
from tests.services.profiles.people import DIGITS, acting, learn_code, owner


def page(kind: Any, work: Work, address: str = "/ca-nhan") -> Any:
    # Any: the framework's states have no static type of their own.
    """Return the state of a page, acting as the person of the work."""
    state = open_state(kind, work, address)

    async def run_apart(act: Any, *given: Any) -> Any:
        return act(lambda use_case, *more: use_case(work, *more), *given)

    object.__setattr__(state, "_run_apart", run_apart)
    object.__setattr__(state, "_actor", lambda: work.actor)
    return state


async def _drain(events: Any) -> list[Any]:
    return [event async for event in events if event is not None]


def drain(events: Any) -> list[Any]:
    # Any: whatever the handler yields.
    """Run a handler that yields to its end."""
    return cast("list[Any]", send(_drain(events)))


def test_every_mark_stands_with_its_words(work: Work) -> None:
    mine, _ = owner(work, address="Tổ 5", field_sources={"sex": "population"})

    rows = profile_rows(show_profile(mine), frozenset())

    for row in rows:
        assert bool(row.mark) == bool(row.source), row.label
    by_name = {row.name: row for row in rows}
    assert by_name["address"].mark == "⚠"
    assert by_name["address"].source == wording.TYPED
    assert by_name["full_name"].source == "Đã xác minh với nhà mạng di động"
    assert by_name["sex"].value == wording.EMPTY


def test_an_organisation_reads_its_own_labels(work: Work) -> None:
    mine, _ = owner(work, party=Party.ENTERPRISE, tax_code="9990000001")

    labels = [row.label for row in profile_rows(show_profile(mine), frozenset())]

    assert labels[:2] == ["Mã số thuế", "Tên tổ chức"]


def test_what_is_masked_is_shown_field_by_field(work: Work) -> None:
    mine, account = owner(work)
    state = page(ProfileState, mine)
    send(state.load())

    send(state.toggle("citizen_id"))

    shown = {row.name: row.value for row in state.rows}
    assert shown["citizen_id"] == account.citizen_id
    assert "*" in shown["phone"]
    send(state.toggle("citizen_id"))
    assert "*" in {row.name: row.value for row in state.rows}["citizen_id"]


def test_the_page_opens_on_what_needs_the_person(work: Work) -> None:
    filing = make_filing(work.session)
    mine = acting(work, filing.account)
    state = page(ProfileState, mine)
    send(state.load())
    assert state.is_new

    make_submitted(work, filing)
    send(state.refresh())
    assert (state.is_new, state.to_do) == (False, [])

    for _ in range(6):
        make_draft(work.session, filing)
    send(state.refresh())
    assert len(state.to_do) == 5
    assert state.more == wording.MORE.format(count=1)


def test_differences_are_shown_and_taken_on_a_press(work: Work) -> None:
    mine, account = owner(work)
    known = cast(FakePopulation, work.systems.population)
    known.records.append(
        PopulationRecord(
            account.citizen_id or "",
            "",
            account.full_name,
            "female",
            date(1990, 12, 31),
            "Tổ 5, phường Tích Lương",
        )
    )
    state = page(PopulationState, mine)

    drain(state.ask({}))
    assert [row.label for row in state.differences] == [
        "Giới tính",
        "Địa chỉ thường trú",
    ]
    assert state.may_take
    assert "sealed" not in str(state.dict())

    send(state.take())
    assert state.words == wording.TAKEN.format(count=2)
    assert account.sex == "female"


def test_a_database_that_is_down_says_so_and_keeps_everything(work: Work) -> None:
    mine, _ = owner(work)
    cast(FakePopulation, work.systems.population).is_down = True
    state = page(PopulationState, mine)

    drain(state.ask({}))

    assert (state.words, state.kind) == (wording.DOWN, "warn")
    assert not state.busy


def test_a_fault_of_the_small_form_stands_at_its_field(work: Work) -> None:
    mine, _ = owner(work)
    state = page(DeclaredState, mine)

    drain(state.save({"address": "x"}))

    assert list(state.problems) == ["address"]


def test_a_phone_is_changed_with_two_codes(work: Work) -> None:
    mine, account = owner(work)
    state = page(ContactsState, mine, "/ca-nhan/lien-he?sua=phone")
    send(state.load())
    assert state.changing == "phone"

    drain(state.begin({"new_contact": "0900000099"}))
    assert [row.name for row in state.codes] == ["present_code", "new_code"]
    learn_code(work, CodePurpose.PRESENT_CONTACT)
    learn_code(work, CodePurpose.NEW_CONTACT)
    drain(state.confirm({"present_code": DIGITS, "new_code": "111111"}))
    assert list(state.problems) == ["new_code"]
    assert [row.is_done for row in state.codes] == [True, False]
    drain(state.confirm({"new_code": DIGITS}))

    assert account.phone == "0900000099"
    assert state.done == contacts.CHANGED["phone"]
    assert state.codes == []


@pytest.mark.parametrize(("key", "steps"), [("email", -1), ("sms", 1)])
def test_channels_move_by_buttons(work: Work, key: str, steps: int) -> None:
    mine, account = owner(work)
    state = page(ChannelsState, mine)
    send(state.load())

    send(state.move(key, steps))

    assert account.channels == ["email", "sms", "portal"]
    send(state.toggle("portal"))
    assert "portal" in account.channels
    send(state.toggle("email"))
    assert [row.key for row in state.channels if row.is_on] == ["sms", "portal"]


def test_the_unit_that_looked_is_named_and_the_officer_is_not(work: Work) -> None:
    filing = make_filing(work.session)
    code = make_submitted(work, filing).code
    officer = make_officer_account(work)
    actor = dataclasses.replace(filing.officer, account_id=officer.id)
    open_reception(dataclasses.replace(work, actor=actor), code)
    state = page(MyDataState, acting(work, filing.account), "/ca-nhan/du-lieu")

    send(state.load())

    [row] = state.looks
    assert (row.unit, row.code) == (filing.agency.name, code)
    assert officer.full_name not in str(state.dict())


def test_every_reading_has_its_words() -> None:
    from services.profiles.who_looked import READS

    assert set(my_data.ACTS) == set(READS)


def test_a_running_dossier_is_listed_before_closing(work: Work) -> None:
    filing = make_filing(work.session)
    code = make_submitted(work, filing).code
    state = page(ClosingState, acting(work, filing.account))

    send(state.load())

    assert [row.code for row in state.unfinished] == [code]
