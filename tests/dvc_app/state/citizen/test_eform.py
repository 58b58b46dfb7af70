"""Step 2 of the wizard: the form reacts to answers, keeps rows, names faults."""

import asyncio
import dataclasses
from datetime import timedelta
from typing import Any

import pytest

from dvc_app.state.citizen.eform import EformState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.wording import eforms as wording
from services.dossiers.models import Dossier
from services.dossiers.save_answers import save_answer
from services.work import Work
from tests.conftest import NOON
from tests.dvc_app.state.public.pages import open_state, send
from tests.factories.dossiers import Filing, make_filing
from tests.factories.eforms import make_definition, make_eform, make_form_draft


@pytest.fixture
def filing(work: Work) -> Filing:
    return make_filing(work.session)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


@pytest.fixture
def draft(mine: Work, filing: Filing) -> Dossier:
    eform = make_eform(mine, make_definition(procedures=[filing.procedure.code]))
    return make_form_draft(mine, filing, eform, child_name="Lê Thị Bé")


def opened(work: Work, draft: Dossier, query: str = "") -> tuple[Any, Any]:
    # Any: the framework's states have no static type of their own.
    """Return the two states of the page, loaded."""
    address = f"/nop-ho-so/{draft.id}/thong-tin{query}"
    page = open_state(FilingState, work, address)
    object.__setattr__(page, "_actor", lambda: work.actor)
    send(page.load())
    form = open_state(EformState, work, address)

    async def other(kind: Any) -> Any:
        return page

    async def load() -> None:
        async for _ in form.load():
            pass

    object.__setattr__(form, "get_state", other)
    object.__setattr__(form, "_said", "")
    asyncio.run(load())
    return form, page


def kept(work: Work, draft: Dossier) -> dict[str, str]:
    return work.session.get_one(Dossier, draft.id).answers


def test_the_form_shows_what_is_known_and_where_from(
    mine: Work, draft: Dossier
) -> None:
    form, _ = opened(mine, draft)

    assert form.loaded
    assert form.title == "Tờ khai thử"
    assert form.values["e.child_name"] == "Lê Thị Bé"
    assert form.badges["e.teller"] == wording.BADGES["typed"]
    assert form.names_owner
    assert [group.code for group in form.groups] == ["child", "sibling", "totals"]


def test_a_draft_without_a_form_shows_none(mine: Work, draft: Dossier) -> None:
    draft.eform_id = None
    mine.session.add(draft)

    form, _ = opened(mine, draft)

    assert not form.loaded
    assert not form.names_owner


def test_a_choice_opens_what_depends_on_it_at_once(mine: Work, draft: Dossier) -> None:
    form, page = opened(mine, draft)
    assert form.hidden["e.spouse"]

    send(form.save_field("e.married", "yes"))

    assert "e.spouse" not in form.hidden
    assert form.needed["e.spouse"]
    assert kept(mine, draft)["e.married"] == "yes"
    assert page.saved


def test_rows_are_added_named_and_led_to(mine: Work, draft: Dossier) -> None:
    form, _ = opened(mine, draft)

    send(form.add_row("sibling"))
    send(form.add_row("sibling"))

    assert [row.title for row in form.rows["sibling"]] == ["Người 1", "Người 2"]
    assert form.rows["sibling"][1].remove == "Xóa người 2"
    assert form.focus_id == "e.sibling.2.sibling_name"
    assert kept(mine, draft)["e.sibling"] == "1,2"


def test_a_row_taken_away_comes_back_with_its_words(mine: Work, draft: Dossier) -> None:
    form, _ = opened(mine, draft)
    send(form.add_row("sibling"))
    send(form.save_field("e.sibling.1.income", "1.000.000"))
    assert form.sums["e.sum_income"] == "1.000.000 đ"

    send(form.remove_row("sibling", "1"))
    assert form.sums["e.sum_income"] == "0 đ"
    assert "Người 1" in form.removed
    send(form.restore_row())

    assert form.sums["e.sum_income"] == "1.000.000 đ"
    assert form.values["e.sibling.1.income"] == "1.000.000"


def test_a_new_row_never_wears_the_words_of_one_taken_away(
    mine: Work, draft: Dossier
) -> None:
    form, _ = opened(mine, draft)
    send(form.add_row("sibling"))
    send(form.save_field("e.sibling.1.sibling_name", "Lê Một"))
    send(form.remove_row("sibling", "1"))

    send(form.add_row("sibling"))

    assert [row.id for row in form.rows["sibling"]] == ["2"]
    assert not form.removed


def test_going_on_names_each_field_and_stays(mine: Work, draft: Dossier) -> None:
    form, page = opened(mine, draft)
    send(form.add_row("sibling"))

    answer = send(form.go_on({"e.child_name": "Bé", "e.sibling.1.share": "101"}))

    assert answer is None
    assert page.problems["e.sibling.1.sibling_name"] == (
        "Câu sibling_name (người 1): Điền ô này"
    )
    assert page.problems["e.sibling.1.share"].endswith("Nhập số không quá 100")
    assert [one.field for one in page.problem_list] == list(page.problems)
    assert page.attempt == "1"


def test_going_on_keeps_both_parts_of_the_page(mine: Work, draft: Dossier) -> None:
    form, page = opened(mine, draft)

    answer = send(form.go_on({"e.job": "Nông dân", "submitter_email": "a@example.vn"}))

    assert answer is not None
    held = kept(mine, draft)
    assert (held["e.job"], held["submitter_email"]) == ("Nông dân", "a@example.vn")
    assert not page.problems


def test_another_tabs_words_are_told_apart_by_name(mine: Work, draft: Dossier) -> None:
    form, _ = opened(mine, draft)
    save_answer(mine, draft.id, "e.job", "Thợ", NOON - timedelta(minutes=1))

    send(form.save_field("e.job", "Nông dân"))

    assert "Câu job" in form._said


def test_mending_from_the_review_leads_to_the_group(mine: Work, draft: Dossier) -> None:
    form, _ = opened(mine, draft, "?phan=sibling")

    assert form.focus_id == "e.sibling"


def test_reading_the_page_again_does_not_draw_its_fields_anew(
    mine: Work, draft: Dossier
) -> None:
    form, _ = opened(mine, draft)
    send(form.save_field("e.job", "Nông dân"))
    key = form.form_key

    async def load() -> None:
        async for _ in form.load():
            pass

    asyncio.run(load())

    assert form.form_key == key
