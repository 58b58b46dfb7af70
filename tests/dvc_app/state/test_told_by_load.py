"""A form is told by its load alone, whole, in messages a weak network carries (R35)."""

import asyncio
import dataclasses
from typing import Any
from uuid import UUID

import pytest
from reflex.utils.format import json_dumps

from dvc_app.state import eform_rows
from dvc_app.state.citizen.eform import EformState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.officer.office_form import OfficeFormState
from services.dossiers.models import Dossier
from services.dossiers.submit import submit_dossier
from services.eforms.definition import EformDefinition
from services.eforms.load_eforms import shipped_definitions
from services.work import Work
from tests.dvc_app.state.public.pages import open_state, send
from tests.factories.dossiers import make_filing, make_proof
from tests.factories.eforms import make_definition, make_eform, make_form_draft
from tests.factories.files import make_stored_file
from tests.factories.processing import Desk, acting, make_desk

MOST = 20 << 10  # bytes of one message
FORMS = pytest.mark.parametrize("form", [EformState, OfficeFormState])


@FORMS
def test_a_page_that_connects_is_told_no_form_that_it_was_told_before(
    form: Any,
) -> None:
    remembered = form(_reflex_internal_init=True)
    remembered.form_key = "one before"

    assert remembered.dict() == {}


@FORMS
def test_of_a_person_before_nothing_stays_on_the_page(form: Any) -> None:
    forgotten = form(_reflex_internal_init=True)
    forgotten.values = {"e.child_name": "Lê Thị Bé"}

    forgotten.reset()

    told = forgotten.dict()[form.get_full_name()]
    assert len(told) == len(form.base_vars)
    assert not any(told[name] for name in told if "values" in name)


@FORMS
def test_the_built_page_holds_the_first_value_of_every_variable(form: Any) -> None:
    first = form(_reflex_internal_init=True).dict(initial=True)

    assert len(first[form.get_full_name()]) == len(form.base_vars)


def test_a_load_tells_a_form_whole_though_nothing_changed(work: Work) -> None:
    filing = make_filing(work.session)
    mine = dataclasses.replace(work, actor=filing.citizen)
    draft = _draft(mine, filing, filing.procedure.code)
    form = open_state(EformState, mine, f"/nop-ho-so/{draft.id}/thong-tin")

    assert _told_twice(form) == set(form.base_vars)


def test_a_load_tells_the_desk_its_form_whole_though_nothing_changed(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    code = _handed_in(work, desk)
    intake = acting(work, desk.intake)
    form = open_state(OfficeFormState, intake, f"/can-bo/ho-so/{code}/tiep-nhan")

    assert _told_twice(form) == set(form.base_vars)


@pytest.mark.parametrize("one", shipped_definitions(), ids=lambda one: one.code)
def test_no_part_of_a_shipped_form_is_too_heavy_for_one_message(
    one: EformDefinition,
) -> None:
    words = [eform_rows.hint_rows(one), eform_rows.why_rows(one)]
    parts = [eform_rows.group_rows(one), words, eform_rows.catalogue_rows(one)]

    assert max(len(json_dumps(part).encode()) for part in parts) < MOST - 4096


def test_units_travel_in_step_1_and_papers_in_step_3_alone(work: Work) -> None:
    filing = make_filing(work.session)
    mine = dataclasses.replace(work, actor=filing.citizen)
    draft = _draft(mine, filing, filing.procedure.code)

    carried = {path: _carried(mine, draft.id, path) for path in ("don-vi", "phi")}
    papers = _carried(mine, draft.id, "thanh-phan")

    assert carried == {"don-vi": (True, False), "phi": (False, False)}
    assert papers == (False, True)


def _carried(work: Work, draft_id: UUID, path: str) -> tuple[bool, bool]:
    page = open_state(FilingState, work, f"/nop-ho-so/{draft_id}/{path}")
    object.__setattr__(page, "_actor", lambda: work.actor)
    send(page.load())
    return bool(page.units), bool(page.papers)


def _told_twice(form: Any) -> set[str]:  # Any: a state of the framework
    """Return what a second load of the same form tells, in all its messages."""
    asyncio.run(_load(form))
    form._clean()
    asyncio.run(_load(form))
    return {name for name in form.dirty_vars if name in form.base_vars}


async def _load(form: Any) -> None:  # Any: as above
    loading = form.load()
    if hasattr(loading, "__aiter__"):
        async for _ in loading:
            pass
    else:
        await loading


def _draft(mine: Work, filing: Any, procedure: str) -> Dossier:  # Any: Filing
    eform = make_eform(mine, make_definition(procedures=[procedure]))
    return make_form_draft(mine, filing, eform, child_name="Lê Thị Bé")


def _handed_in(work: Work, desk: Desk) -> str:
    mine = dataclasses.replace(work, actor=desk.filing.citizen)
    draft = _draft(mine, desk.filing, desk.filing.procedure.code)
    make_stored_file(work.session, desk.filing.account.id, draft.id)
    submitted = submit_dossier(mine, draft.id, True, make_proof(mine)).submitted
    assert submitted is not None
    return submitted.code
