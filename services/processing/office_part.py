"""The form at the desk: what was handed in, and what the receiving officer fills in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.core.faults import Fault
from services.dossiers.form_answers import check_by
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.record_read import record_read
from services.dossiers.rules import Problem
from services.dossiers.save_answers import LONGEST_ANSWER, UNSTORABLE
from services.dossiers.snapshot import read_snapshot
from services.eforms.conditions import find_key
from services.eforms.current_eform import stored_definition
from services.eforms.definition import EformDefinition, FormField
from services.eforms.form_lines import FormLines, form_lines
from services.eforms.form_names import form_names
from services.eforms.prefill import Filled, Known, filled_answers
from services.processing.queries import agency_dossier
from services.signals import dossier_topic, tell
from services.work import Role, Work

TICKED = "office_part"  # among the office's answers; no field of a form is so named


@dataclass(frozen=True)
class OfficePart:
    """The form of a dossier as an officer sees it."""

    title: str = ""
    lines: tuple[FormLines, ...] = ()  # what the citizen handed in
    definition: EformDefinition | None = None  # of the officer's part, if it has one
    filled: dict[str, Filled] = field(default_factory=dict)
    office_lines: tuple[FormLines, ...] = ()  # the officer's part in words
    problems: dict[str, str] = field(default_factory=dict)  # what is left to fill in
    names: dict[str, str] = field(default_factory=dict)
    may_fill: bool = False
    is_ticked: bool = False  # the officer took the part upon themselves


def open_office_part(work: Work, code: str) -> OfficePart:
    """Show the form of a dossier of the officer's agency; the reading is recorded."""
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    dossier = agency_dossier(work, code)
    record_read(work, "open_form", dossier)
    return view_office_part(work, dossier)


def save_office_part(work: Work, code: str, answers: Mapping[str, str]) -> OfficePart:
    """Keep what the receiving officer typed, as typed, until the dossier is received.

    What the citizen handed in is never touched: only the office's own fields are.
    """
    work.actor.require_officer(Role.INTAKE)
    dossier = agency_dossier(work, code, lock=True)
    if dossier.status != DossierStatus.SUBMITTED:
        raise Conflict("received_already")
    definition = stored_definition(work.session, dossier.eform_id)
    for key, text in answers.items():
        _check_storable(definition, key, text)
    kept = {**dossier.office_answers, **answers}
    if kept != dossier.office_answers:
        dossier.office_answers = kept
        work.session.add(dossier)
        work.session.flush()
        record(work, "save_office_part", dossier.id, count=len(answers))
        tell(work.session, dossier_topic(dossier.id))
    return view_office_part(work, dossier)


def office_problems(work: Work, dossier: Dossier) -> dict[str, str]:
    """Name what the officer still has to fill in before receiving (O03)."""
    definition = stored_definition(work.session, dossier.eform_id)
    if definition is None or not _has_office(definition):
        return {}
    answers = _handed_in(dossier) | dossier.office_answers
    problems = check_by(work, definition, answers, is_office=True).problems
    is_ticked = TICKED in dossier.office_answers
    return problems if is_ticked else {TICKED: "office_part_unticked", **problems}


def view_office_part(work: Work, dossier: Dossier) -> OfficePart:
    """Return the form of a dossier that was read already."""
    frozen = read_snapshot(dossier).form
    definition = stored_definition(work.session, dossier.eform_id)
    if frozen is None or definition is None:
        return OfficePart()
    if not _has_office(definition):
        return OfficePart(frozen.title, frozen.lines)
    answers = frozen.answers | dossier.office_answers
    checked = check_by(work, definition, answers, is_office=True)
    values = frozen.values | checked.values
    is_open = dossier.status == DossierStatus.SUBMITTED
    return OfficePart(
        title=frozen.title,
        lines=frozen.lines,
        definition=definition,
        filled=_filled(definition, frozen.answers, dossier.office_answers),
        office_lines=form_lines(definition, values, is_office=True),
        problems=checked.problems,
        names=form_names(definition, answers, is_office=True),
        may_fill=is_open and Role.INTAKE in work.actor.roles,
        is_ticked=TICKED in dossier.office_answers,
    )


def _filled(
    definition: EformDefinition, handed_in: Mapping[str, str], typed: Mapping[str, str]
) -> dict[str, Filled]:
    """Return the officer's fields, beside what the citizen said: conditions ask both."""
    office = filled_answers(definition, typed, Known(), is_office=True)
    return {key: Filled(text) for key, text in handed_in.items()} | office


def _handed_in(dossier: Dossier) -> dict[str, str]:
    form = read_snapshot(dossier).form
    return dict(form.answers) if form else {}


def _has_office(definition: EformDefinition) -> bool:
    return any(group.is_office for group in definition.group)


def _check_storable(definition: EformDefinition | None, key: str, text: str) -> None:
    found = find_key(definition, key) if definition else None
    groups = definition.group if definition else ()
    office = [group for group in groups if group.is_office]
    fields = [one for group in office for one in group.field]
    is_office = found in (fields if isinstance(found, FormField) else office)
    if found is None or not is_office:
        raise RuleViolation({"answer": Problem.FIELD_UNKNOWN})
    if len(text) > LONGEST_ANSWER:
        raise RuleViolation({key: Problem.ANSWER_TOO_LONG})
    if any(pattern.search(text) for pattern in UNSTORABLE):
        raise RuleViolation({key: Fault.TEXT_CONTROL})
