"""Show everything once more before it is handed in (C14)."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from services.dossiers.calendar import shown_calendar
from services.dossiers.check_step import find_problems
from services.dossiers.fields import FIELDS, Value
from services.dossiers.file_facts import files_with_facts
from services.dossiers.form_answers import form_texts, names_owner
from services.dossiers.look_over import look_over_draft
from services.dossiers.machine_checks import Finding
from services.dossiers.models import Dossier
from services.dossiers.queries import entitled_units, load_own
from services.dossiers.rules import Step
from services.dossiers.state_fees import state_fees
from services.dossiers.time_limits import promise_result
from services.dossiers.views import DraftView, view_draft
from services.eforms.form_lines import FormLines, form_lines
from services.eforms.form_names import form_names
from services.fees.statement import amount_due_now
from services.payments.paid_amount import paid_amount
from services.work import Work


@dataclass(frozen=True)
class ReviewCard:
    """One answer as it will be handed in; no value reads ‘not given’."""

    field: str
    step: Step
    value: Value | None


@dataclass(frozen=True)
class MoneyFirst:
    """What is paid before the dossier is handed in, and how far that is."""

    due: int  # đồng
    paid: int
    is_closed: bool  # asked for: nothing of the draft changes meanwhile
    file_by: datetime | None  # paid: then it files itself


@dataclass(frozen=True)
class Review:
    """The last look: the draft, its answers as understood, what is still wrong."""

    draft: DraftView
    cards: tuple[ReviewCard, ...]
    problems: dict[str, str]
    form: tuple[FormLines, ...] = ()  # the electronic form, group by group
    names: dict[str, str] = field(default_factory=dict)  # of its answers, by key
    names_owner: bool = False  # the form names the owner, not the common part
    money: MoneyFirst | None = None  # nothing is due before filing
    findings: tuple[Finding, ...] = ()  # what reception will find, too (N10)


def review(work: Work, dossier_id: UUID) -> Review:
    """Return every answer, file, fee and the promised date, with what is missing."""
    draft = load_own(work, dossier_id)
    units = entitled_units(work.session, draft.dossier.procedure_id)
    known = files_with_facts(work.session, dossier_id)
    files = known.files
    problems, cleaned = find_problems(work, draft, files, Step, units)
    calendar = shown_calendar(work, draft.dossier.agency_id)
    promise = promise_result(calendar, draft.catalogue, work.now, draft.dossier.channel)
    cards = tuple(
        ReviewCard(name, rule.step, cleaned.values.get(name) or None)
        for name, rule in FIELDS.items()
    )
    shown = view_draft(draft, units, files, promise)
    fees = state_fees(draft, work.now).lines
    seen = Review(
        draft=replace(shown, fees=fees),
        cards=cards,
        problems=problems,
        findings=look_over_draft(work, draft, cleaned, known),
        money=_money_first(work, draft.dossier, amount_due_now(fees)),
    )
    if draft.form is None:
        return seen
    return replace(
        seen,
        form=form_lines(draft.form, cleaned.form),
        names=form_names(draft.form, form_texts(draft)),
        names_owner=names_owner(draft),
    )


def _money_first(work: Work, dossier: Dossier, due: int) -> MoneyFirst | None:
    if not due and dossier.paying_since is None:
        return None
    return MoneyFirst(
        due=due,
        paid=paid_amount(work.session, dossier.id),
        is_closed=dossier.paying_since is not None,
        file_by=dossier.file_by,
    )
