"""Show everything once more before it is handed in (C14)."""

from dataclasses import dataclass
from uuid import UUID

from services.dossiers.calendar import work_calendar
from services.dossiers.check_step import find_problems
from services.dossiers.fields import FIELDS, Value
from services.dossiers.queries import entitled_units, load_own
from services.dossiers.rules import Step
from services.dossiers.time_limits import promise_result
from services.dossiers.views import DraftView, view_draft
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


def review(work: Work, dossier_id: UUID) -> Review:
    """Return every answer, file, fee and the promised date, with what is missing."""
    draft = load_own(work, dossier_id)
    units = entitled_units(work.session, draft.dossier.procedure_id)
    files = files_of(work.session, dossier_id)
    problems, cleaned = find_problems(work, draft, files, Step)
    promise = promise_result(work_calendar(work), draft.catalogue, work.now)
    cards = tuple(
        ReviewCard(name, rule.step, cleaned.values.get(name) or None)
        for name, rule in FIELDS.items()
    )
    return Review(view_draft(draft, units, files, promise), cards, problems)
