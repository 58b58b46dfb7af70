"""A form open in two tabs: each is told of the other, and nothing is written over."""

import asyncio
import dataclasses
from typing import Any

import pytest

from dvc_app.state.citizen.device_draft import DeviceDraftState
from dvc_app.state.citizen.eform import EformState
from dvc_app.state.citizen.two_tabs import TwoTabsState, say_where
from services.core import clock
from services.dossiers.changed_elsewhere import changed_elsewhere
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.save_answers import save_answer
from services.signals import dossier_topic
from services.work import Work
from tests.dvc_app.state.citizen.test_eform import opened
from tests.dvc_app.state.public.pages import open_state, send
from tests.factories.dossiers import Filing, make_citizen, make_filing
from tests.factories.eforms import make_definition, make_eform, make_form_draft

SEND_KEPT: Any = DeviceDraftState.send_kept  # Any: a decorated handler


@pytest.fixture
def filing(work: Work) -> Filing:
    return make_filing(work.session)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen, now=clock.now())


@pytest.fixture
def draft(mine: Work, filing: Filing) -> Dossier:
    eform = make_eform(mine, make_definition(procedures=[filing.procedure.code]))
    return make_form_draft(mine, filing, eform, child_name="Lê Thị Bé")


def tab(work: Work, draft: Dossier) -> tuple[Any, Any]:
    # Any: the framework's states have no static type of their own.
    """Return the notice and the form of one open tab."""
    form, page = opened(work, draft)
    state = open_state(TwoTabsState, work, f"/nop-ho-so/{draft.id}/thong-tin")

    async def other(kind: Any) -> Any:
        return form if kind is EformState else page

    object.__setattr__(state, "get_state", other)
    object.__setattr__(state, "_topics", ())
    send(state.load())
    return state, form


def elsewhere(work: Work, draft: Dossier, key: str, text: str) -> None:
    save_answer(work, draft.id, key, text, clock.now())


def test_a_change_of_another_tab_is_told_by_the_name_of_its_field(
    mine: Work, draft: Dossier
) -> None:
    state, form = tab(mine, draft)
    assert state._topics == (dossier_topic(draft.id),)
    elsewhere(mine, draft, "e.child_name", "Lê Thị Bé An")

    send(state.refresh())

    assert state.is_changed
    assert state.where.startswith("Khác ở: ")
    assert form.values["e.child_name"] == "Lê Thị Bé"  # nothing written over


def test_what_this_tab_saved_itself_is_no_news(mine: Work, draft: Dossier) -> None:
    state, form = tab(mine, draft)
    send(form.save_field("e.child_name", "Lê Thị Bé An"))
    send(form.save_field("e.married", "yes"))
    send(form.add_row("sibling"))

    send(state.refresh())

    assert not state.is_changed


def test_words_this_device_sends_late_swallow_no_news_of_another_tab(
    mine: Work, draft: Dossier
) -> None:
    state, form = tab(mine, draft)
    elsewhere(mine, draft, "e.child_name", "Lê Thị Bé An")
    send(state.refresh())
    device = open_state(DeviceDraftState, mine)

    async def part(kind: Any) -> Any:
        return form

    object.__setattr__(device, "get_state", part)
    moment = clock.now().isoformat()

    send(SEND_KEPT.fn(device, str(draft.id), "e.job", "Thợ mộc", moment))
    send(state.refresh())

    assert state.is_changed
    assert form.values["e.child_name"] == "Lê Thị Bé"  # it is what the page shows


def test_a_row_added_elsewhere_is_news(mine: Work, draft: Dossier) -> None:
    state, _ = tab(mine, draft)
    elsewhere(mine, draft, "e.sibling", "1")
    send(state.refresh())
    assert state.is_changed


def test_the_new_form_is_drawn_when_it_is_asked_for(mine: Work, draft: Dossier) -> None:
    state, form = tab(mine, draft)
    before = form.form_key
    elsewhere(mine, draft, "e.child_name", "Lê Thị Bé An")
    send(state.refresh())

    # Its own last save may be told in between: it looks again once all is read.
    events = [EformState.load, TwoTabsState.refresh]
    assert send(state.show_new()) == events

    async def load() -> None:
        async for _ in form.load():
            pass

    asyncio.run(load())
    assert form.values["e.child_name"] == "Lê Thị Bé An"
    assert form.form_key != before  # uncontrolled fields are drawn anew
    assert not state.is_changed
    send(state.refresh())
    assert not state.is_changed


def test_changing_it_back_takes_the_word_away(mine: Work, draft: Dossier) -> None:
    state, _ = tab(mine, draft)
    elsewhere(mine, draft, "e.child_name", "Lê Thị Bé An")
    send(state.refresh())
    elsewhere(mine, draft, "e.child_name", "Lê Thị Bé")
    send(state.refresh())
    assert not state.is_changed


def test_what_the_common_part_holds_is_shown_by_itself(
    mine: Work, draft: Dossier
) -> None:
    elsewhere(mine, draft, "request", "Việc khác")
    assert changed_elsewhere(mine, draft.id, {"e.child_name": "Lê Thị Bé"}) == ()


def test_a_dossier_handed_in_elsewhere_has_no_form_to_draw_anew(
    mine: Work, draft: Dossier
) -> None:
    state, _ = tab(mine, draft)
    draft.status = DossierStatus.SUBMITTED
    mine.session.flush()
    send(state.refresh())
    assert not state.is_changed


def test_a_stranger_hears_nothing_of_a_draft(
    work: Work, mine: Work, draft: Dossier
) -> None:
    account = make_citizen(work.session)
    actor = dataclasses.replace(mine.actor, account_id=account.id)
    stranger = dataclasses.replace(mine, actor=actor)
    state = open_state(TwoTabsState, stranger, f"/nop-ho-so/{draft.id}/thong-tin")
    object.__setattr__(state, "_topics", ())
    send(state.load())
    assert state._topics == ()


def test_many_fields_are_counted() -> None:
    assert say_where(()) == ""
    assert say_where(("Họ tên", "")) == "Khác ở: Họ tên."
    assert say_where(tuple("ABCDE")) == "Khác ở: A, B, C và 2 ô khác."
