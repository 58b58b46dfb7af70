"""Which papers a draft needs, given its case and the answers of its form (C12)."""

from collections.abc import Sequence
from enum import StrEnum

from services.dossiers.answers import texts
from services.dossiers.form_answers import form_texts
from services.dossiers.queries import Draft
from services.eforms.conditions import Answers, asked_fields
from services.eforms.definition import EformDefinition
from services.procedures.models import ProcedureComponent
from services.vault.state_held import StateHeld, state_held


class StandIn(StrEnum):
    """What makes an upload unnecessary."""

    NONE = ""
    FORM = "form"  # the electronic form of step 2 is this paper
    STATE = "state"  # the agency looks it up itself


def is_required(draft: Draft, paper: ProcedureComponent) -> bool:
    """Say whether the paper is due: always, in this case, or by these answers."""
    return paper.required or holds(draft, paper)


def needs_upload(draft: Draft, paper: ProcedureComponent) -> bool:
    """Say whether a file has to come for it."""
    return stand_in(draft, paper) is StandIn.NONE and is_required(draft, paper)


def holds(draft: Draft, paper: ProcedureComponent) -> bool:
    """Say whether the paper's own condition holds; one without any never does."""
    if paper.required_case and paper.required_case == chosen_name(draft):
        return True
    rule = paper.required_answer
    if not rule or draft.form is None:
        return False
    return answered(draft.form, form_texts(draft), rule["field"], rule["any"])


def answered(
    form: EformDefinition, answers: Answers, field: str, wanted: Sequence[str]
) -> bool:
    """Say whether a field that is asked has one of these answers, in any row."""
    given = (
        answers.get(one.key, "")
        for one in asked_fields(form, answers)
        if one.field.code == field
    )
    return any(set(text.split(",")) & set(wanted) for text in given)


def chosen_name(draft: Draft) -> str:
    """Return the name of the case the person is in."""
    chosen = draft.catalogue.chosen_case(texts(draft)["case_id"])
    return next((c.name for c in draft.catalogue.cases if c.id == chosen), "")


def stand_in(draft: Draft, paper: ProcedureComponent) -> StandIn:
    """Return what stands for the paper, so that nobody has to send it."""
    if draft.form is not None and draft.form.component == paper.code:
        return StandIn.FORM
    return StandIn.STATE if held(draft, paper) else StandIn.NONE


def held(draft: Draft, paper: ProcedureComponent) -> StateHeld | None:
    """Return what the state holds of the submitter; nothing is told of others."""
    return None if draft.acting else state_held(draft.account, paper.name)
