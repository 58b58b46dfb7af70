"""Show everything once more before it is handed in (C14)."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from services.dossiers.calendar import work_calendar
from services.dossiers.check_step import find_problems
from services.dossiers.fields import FIELDS, Value
from services.dossiers.form_answers import form_texts, names_owner
from services.dossiers.queries import entitled_units, load_own
from services.dossiers.rules import Step
from services.dossiers.state_fees import state_fees
from services.dossiers.time_limits import promise_result
from services.dossiers.views import DraftView, view_draft
from services.eforms.form_lines import FormLines, form_lines
from services.eforms.form_names import form_names
from services.files.queries import files_of
from services.work import Work


@dataclass(frozen=True)
class ReviewCard:
    """One answer as it will be handed in; no value reads ‘not given’."""

    field: str
    step: Step
    value: Value | None


@dataclass(frozen=True)
class Review:
    """The last look: the draft, its answers as understood, what is still wrong."""

    draft: DraftView
    cards: tuple[ReviewCard, ...]
    problems: dict[str, str]
    form: tuple[FormLines, ...] = ()  # the electronic form, group by group
    names: dict[str, str] = field(default_factory=dict)  # of its answers, by key
    names_owner: bool = False  # the form names the owner, not the common part


def review(work: Work, dossier_id: UUID) -> Review:
    """Return every answer, file, fee and the promised date, with what is missing."""
    draft = load_own(work, dossier_id)
    units = entitled_units(work.session, draft.dossier.procedure_id)
    files = files_of(work.session, dossier_id)
    problems, cleaned = find_problems(work, draft, files, Step, units)
    promise = promise_result(work_calendar(work), draft.catalogue, work.now)
    cards = tuple(
        ReviewCard(name, rule.step, cleaned.values.get(name) or None)
        for name, rule in FIELDS.items()
    )
    shown = view_draft(draft, units, files, promise)
    seen = replace(shown, fees=state_fees(draft, work.now).lines)
    if draft.form is None:
        return Review(seen, cards, problems)
    names = form_names(draft.form, form_texts(draft))
    lines = form_lines(draft.form, cleaned.form)
    return Review(seen, cards, problems, lines, names, names_owner(draft))
