"""Registers of ministries on the page: asked, shown, old, and into a dossier (C26, O14)."""

import asyncio
import dataclasses
from typing import Any

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.state.ministry_look_up import PAGE, MinistryLookUpState
from dvc_app.state.officer.ministry_look_up import OfficeLookUpState
from dvc_app.wording import ministry_look_up as wording
from services.integrations.enterprise_registry.port import (
    Activity,
    Enterprise,
    Registration,
)
from services.look_ups.models import LookUpQuestion, Question
from services.processing.step_models import InternalNote
from services.work import Actor, Work
from tests.dvc_app.state.public.pages import open_state, send, target
from tests.factories.processing import Desk, make_desk, make_received
from tests.services.look_ups.asking import TODAY, WHY, enterprises

VISITOR = Actor(browser="visitor", address="192.0.2.7")
NUMBER = "4600999001"


def opened(work: Work, actor: Actor, query: str = "") -> Any:
    # Any: the framework's states have no static type of their own.
    """Return the page at this question, for this person."""
    office = actor.is_officer
    kind = OfficeLookUpState if office else MinistryLookUpState
    path = routes.OFFICE_LOOK_UP if office else routes.MINISTRY_LOOK_UP
    mine = dataclasses.replace(work, actor=actor)
    state = open_state(kind, mine, f"{path}?{query}")

    async def apart(act: Any, *given: Any) -> Any:
        return act(lambda use_case, *args: use_case(mine, *args), *given)

    object.__setattr__(state, "_run_apart", apart)
    object.__setattr__(state, "_actor", lambda: actor)
    send(state.load())
    return state


def put(state: Any, **form: str) -> None:
    # Any: as above.
    """Press the button, to the end of what it does."""

    async def drain() -> None:
        async for _ in state.put(form):
            assert state.busy

    asyncio.run(drain())
    assert not state.busy


@pytest.fixture
def desk(work: Work) -> Desk:
    mine = Enterprise(
        NUMBER,
        "CÔNG TY MẪU",
        capital=4_500_000_000,
        founded_on=TODAY,
        activities=(Activity("1076", "Sản xuất chè", True),),
    )
    enterprises(work).enterprises[NUMBER] = mine
    return make_desk(work.session)


def test_an_enterprise_is_shown_with_its_source_and_moment(
    work: Work, desk: Desk
) -> None:
    state = opened(work, VISITOR, "he-thong=doanh-nghiep&hoi=enterprise")
    assert state.title == "Tra cứu thông tin Đăng ký doanh nghiệp"
    put(state, number=NUMBER)
    facts = dict(state.facts)
    assert facts["Vốn điều lệ"] == "4.500.000.000 đ"
    assert facts["Ngày thành lập"] == "23/11/2026"
    assert wording.SOURCES["enterprise_registry"] in state.source
    assert "09:00 ngày 23/11/2026" in state.source
    assert state.standing == ""
    assert state.tables[0].rows[0][2].text == "Có"
    assert not state.may_note


def test_the_address_names_what_is_asked_and_may_bring_a_number(
    work: Work, desk: Desk
) -> None:
    state = opened(work, VISITOR, "he-thong=van-tai&hoi=transport-month")
    assert state.is_count
    assert [one.name for one in state.fields] == ["month"]
    assert state.fields[0].value == "11/2026"
    other = opened(work, VISITOR, f"he-thong=doanh-nghiep&hoi=enterprise&so={NUMBER}")
    assert other.fields[0].value == NUMBER
    strange = opened(work, VISITOR, "he-thong=x&hoi=budget-dossier")
    assert strange._question == Question.ENTERPRISE


def test_what_is_wrong_is_said_at_its_field(work: Work, desk: Desk) -> None:
    state = opened(work, VISITOR, "he-thong=doanh-nghiep&hoi=enterprise-received")
    put(state, first="1/9/2026", last="1/11/2026")
    assert "31 ngày" in state.problems["last"]
    assert not state.has_answer


def test_nothing_found_is_said_and_nothing_can_be_taken_away(
    work: Work, desk: Desk
) -> None:
    state = opened(work, VISITOR)
    put(state, number="4600000009")
    assert state.is_empty
    assert state.export_href == ""


def test_a_silent_register_is_said_and_its_answer_comes_by_itself(
    work: Work, desk: Desk
) -> None:
    enterprises(work).is_down = True
    state = opened(work, VISITOR)
    put(state, number=NUMBER)
    assert state.standing == wording.AWAITED
    assert state.facts == []
    [topic] = state._topics
    assert topic.startswith("look_up:")


def test_a_list_is_turned_page_by_page(work: Work, desk: Desk) -> None:
    enterprises(work).dossiers = [
        Registration(f"{n:04d}", received_on=TODAY) for n in range(PAGE + 5)
    ]
    state = opened(work, VISITOR, "he-thong=doanh-nghiep&hoi=enterprise-received")
    put(state, first="20/11/2026", last="23/11/2026")
    assert state.count == "25 dòng"
    assert len(state.table.rows) == PAGE
    assert state.has_after
    send(state.turn(1))
    assert len(state.table.rows) == 5
    assert not state.has_after
    send(state.turn(1))
    assert len(state.table.rows) == 5


def test_a_stranger_who_asks_much_is_asked_for_a_proof(work: Work, desk: Desk) -> None:
    state = opened(work, VISITOR)
    for _ in range(3):
        put(state, number=NUMBER)
    assert not state.needs_proof
    put(state, number=NUMBER)
    assert state.needs_proof
    assert not state.has_answer


def test_one_box_leads_a_number_to_its_place(work: Work, desk: Desk) -> None:
    state = opened(work, VISITOR)
    found = send(state.find_any({"any": NUMBER}))
    assert target(found).startswith(f"{routes.MINISTRY_LOOK_UP}?he-thong=doanh-nghiep")
    own = send(state.find_any({"any": "H55.11-261122-0001"}))
    assert target(own).startswith(routes.LOOK_UP)
    assert send(state.find_any({"any": "20A-123.45"})) is None
    assert state.any_note == wording.PLATE


def test_an_officer_says_what_for(work: Work, desk: Desk) -> None:
    state = opened(work, desk.intake)
    assert state.needs_purpose
    put(state, number=NUMBER, purpose="")
    assert "purpose" in state.problems
    put(state, number=NUMBER, purpose=WHY)
    assert state.has_answer
    [row] = work.session.exec(select(LookUpQuestion)).all()
    assert row.purpose == WHY


def test_an_officer_puts_the_answer_into_a_dossier(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    state = opened(work, desk.intake)
    put(state, number=NUMBER, purpose=WHY)
    assert state.may_note
    send(state.note({"dossier": "H55.99-261122-0001"}))
    assert state.problems["dossier"] == wording.NOTE_MISSING
    send(state.note({"dossier": code}))
    [note] = work.session.exec(select(InternalNote)).all()
    assert "lúc 09:00 ngày 23/11/2026" in note.text
    assert "Vốn điều lệ: 4.500.000.000 đ" in note.text
    assert state._said == wording.NOTE_DONE.format(code=code)
