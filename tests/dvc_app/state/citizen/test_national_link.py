"""A link of the national portal opens the form of its unit, signed in on the way."""

import dataclasses
from typing import Any
from urllib.parse import quote

import pytest
from sqlmodel import func, select

from dvc_app import routes
from dvc_app.state.citizen.filing_start import FilingStartState
from dvc_app.state.national_link import FilingLink, read_filing_link
from dvc_app.state.public.sign_in import SignInState
from dvc_app.wording import province
from services.core.errors import NotFound
from services.dossiers.models import Dossier
from services.procedures.from_national import named_agency, named_procedure
from services.work import ANONYMOUS, Actor, Work
from tests.dvc_app.state.public.pages import open_state, send
from tests.factories.dossiers import make_citizen

UNIT, BIRTH = "H55.242", "1.001193"
LINK = (
    f"/nop-ho-so?MaTTHCDP={BIRTH}.000.00.00.H55&MaCoQuanThucHien={UNIT}"
    f"&vnconnect=1&MaDVC={BIRTH}.H55.02&MDT=OTk5LTAwMDE="
)

# Any, below: the framework's states have no static type of their own.


@pytest.fixture
def mine(seeded_work: Work) -> Work:
    account = make_citizen(seeded_work.session)
    actor = Actor(account_id=account.id, name=account.full_name, browser="browser")
    return dataclasses.replace(seeded_work, actor=actor)


def start(work: Work, address: str) -> Any:
    state = open_state(FilingStartState, work, address)
    send(state.load())
    return state


def door(work: Work, address: str) -> Any:
    state = open_state(SignInState, work, address)
    object.__setattr__(state, "_actor", lambda: work.actor)
    send(state.load())
    return state


def test_the_form_of_the_named_unit_is_open_and_nothing_is_written(mine: Work) -> None:
    state = start(mine, LINK)
    assert state.loaded
    assert "khai sinh" in state.procedure_name
    assert state.chosen.id == state.unit_id != ""
    units = {unit.id: unit for unit in state.units}
    assert units[state.unit_id].name == state.chosen.name
    count = mine.session.exec(select(func.count()).select_from(Dossier)).one()
    assert count == 0


def test_an_unknown_unit_leaves_the_choice_to_the_person(mine: Work) -> None:
    state = start(mine, LINK.replace(UNIT, "H55.999"))
    assert state.loaded
    assert state.unit_id == ""


@pytest.mark.parametrize("code", ["1.001193.000.00.00.H34", "9.999999", "'; --", ""])
def test_a_procedure_that_is_not_ours_is_not_there(mine: Work, code: str) -> None:
    assert start(mine, f"/nop-ho-so?MaTTHCDP={quote(code)}&vnconnect=1").missing
    with pytest.raises(NotFound):
        named_procedure(mine, code)


@pytest.mark.parametrize(
    "code",
    [
        BIRTH,
        f"{BIRTH}.000.00.00.H55",
        f"{BIRTH}.H55",
        f"{BIRTH}.H55.02",
        f"{BIRTH}.000.00.00.G15",
    ],
)
def test_a_code_has_several_forms(mine: Work, code: str) -> None:
    assert named_procedure(mine, code) == BIRTH


@pytest.mark.parametrize(
    ("code", "newer"),
    [
        ("H55.242", "H55.242"),
        ("000.04.05.H55", "H55.05.04"),
        ("000.00.11.H55", "H55.11"),
        ("000.00.00.H55", "H55"),
    ],
)
def test_an_agency_has_an_older_form(code: str, newer: str) -> None:
    assert named_agency(code) == newer


def test_our_own_link_goes_before_theirs() -> None:
    link = read_filing_link({"thu-tuc": "1.004222", "MaTTHCDP": BIRTH})
    assert link == FilingLink("1.004222")
    assert read_filing_link({"MaDVC": f"{BIRTH}.H55.02"}).procedure


def test_who_is_sent_by_the_national_portal_signs_in_there_at_once(
    seeded_work: Work,
) -> None:
    nobody = dataclasses.replace(seeded_work, actor=ANONYMOUS)
    state = door(nobody, f"/dang-nhap?tiep={quote(LINK, safe='')}")
    assert state.leaving.startswith(f"{routes.API_NATIONAL}?tiep=%2Fnop-ho-so")
    assert "khai sinh" in state.purpose


@pytest.mark.parametrize("stopped", ["&ly-do=consent", "&het-phien=1"])
def test_after_a_refusal_the_person_chooses_the_door(
    seeded_work: Work, stopped: str
) -> None:
    nobody = dataclasses.replace(seeded_work, actor=ANONYMOUS)
    state = door(nobody, f"/dang-nhap?tiep={quote(LINK, safe='')}{stopped}")
    assert state.leaving == ""


@pytest.mark.parametrize(
    "path", ["/nop-ho-so?thu-tuc=1.001193", "/ca-nhan?vnconnect=1", "/"]
)
def test_nobody_else_is_led_away(seeded_work: Work, path: str) -> None:
    nobody = dataclasses.replace(seeded_work, actor=ANONYMOUS)
    assert door(nobody, f"/dang-nhap?tiep={quote(path, safe='')}").leaving == ""


def test_a_shut_door_leads_nowhere(
    seeded_work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(province, "doors", lambda: ("province",))
    nobody = dataclasses.replace(seeded_work, actor=ANONYMOUS)
    state = door(nobody, f"/dang-nhap?tiep={quote(LINK, safe='')}")
    assert state.leaving == ""
