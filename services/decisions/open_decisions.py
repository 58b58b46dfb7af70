"""What an officer sees of a dossier's decisions, and what may be decided now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.clock import local_day
from services.core.errors import Conflict, Forbidden
from services.decisions.apology import has_apologised, is_late
from services.decisions.models import (
    Decision,
    DecisionKind,
    DecisionState,
    RefusalKind,
)
from services.decisions.propose import DESK, led_kinds
from services.decisions.queries import (
    check_may_propose,
    check_state,
    open_decision,
    receiving_units,
)
from services.decisions.read_decisions import DecisionRows, read_decisions
from services.decisions.read_form import is_late_to_ask
from services.decisions.rules import REFUSALS, Wanted, needs_leader
from services.dossiers.calendar import shown_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.record_read import record_read
from services.dossiers.snapshot import read_snapshot
from services.processing.queries import agency_dossier, of_agency
from services.processing.text_facts import text_facts
from services.processing.views import Heading, view_heading
from services.slips.slips_of import SlipLine, slip_line
from services.templates.fill import fill
from services.templates.models import TemplateKind
from services.templates.queries import templates_for
from services.work import Role, Work

K = DecisionKind
TEMPLATES = {
    K.REFUSE: TemplateKind.REFUSAL,
    K.EXTEND: TemplateKind.EXTENSION,
    K.APOLOGISE: TemplateKind.EXTENSION,
    K.STOP: TemplateKind.STOP,
}


@dataclass(frozen=True)
class DecisionView:
    """One decision, with everything an officer may know of it."""

    id: UUID
    kind: DecisionKind
    state: DecisionState
    refusal: str
    ground: str
    legal_basis: str
    what_next: str
    new_due: datetime | None
    due_before: datetime | None
    why_late: str
    unit: str
    gives_back: bool
    proposed_by: str
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    declined_reason: str
    may_decide: bool  # this officer is the leader who may agree


@dataclass(frozen=True)
class ReasonText:
    """A text of the office to begin with."""

    key: str
    title: str
    body: str
    how_to: str
    legal_basis: str


@dataclass(frozen=True)
class DecisionsView:
    """All that the card and the four pages draw."""

    head: Heading
    rows: tuple[DecisionView, ...]
    open_kinds: frozenset[DecisionKind]
    why_not: dict[DecisionKind, str]
    refusals: tuple[RefusalKind, ...]
    led: frozenset[str]  # kinds and refusals that a leader agrees to
    slips: tuple[SlipLine, ...]
    suspended_since: datetime | None
    is_late_to_ask: bool
    owes_apology: bool  # the result is ready, came late, and nobody has apologised
    is_supplement_past: bool  # the deadline passed: the portal proposes to stop
    is_unreached: bool  # the last message reached nobody: to be called
    has_paid: bool = False  # a refund can be asked for


def open_decisions(work: Work, code: str) -> DecisionsView:
    """Show them to an officer of the agency; every reading is written down (P5)."""
    rows, view = _look(work, code)
    record_read(work, "open_decisions", rows.dossier)
    return view


def decisions_beside(work: Work, code: str) -> DecisionsView:
    """Show them beside a dossier; the page that does writes the reading down."""
    return _look(work, code)[1]


def _look(work: Work, code: str) -> tuple[DecisionRows, DecisionsView]:
    work.actor.require_officer(*DESK)
    found = read_decisions(work, of_agency(work, code))
    return found, _whole(work, found)


def _whole(work: Work, found: DecisionRows) -> DecisionsView:
    dossier, rows = found.dossier, found.decisions
    why_not = {kind: _why_not(work, found, kind) for kind in K}
    calendar = shown_calendar(work, dossier.agency_id)
    return DecisionsView(
        head=view_heading(dossier, read_snapshot(dossier)),
        rows=tuple(_view(work, one) for one in rows),
        open_kinds=frozenset(kind for kind, why in why_not.items() if not why),
        why_not={kind: why for kind, why in why_not.items() if why},
        refusals=tuple(sorted(REFUSALS.get(dossier.status, ()))),
        led=_led(work, dossier),
        slips=tuple(slip_line(work, one) for one in found.slips),
        suspended_since=dossier.suspended_since,
        is_late_to_ask=is_late_to_ask(calendar, work.now, dossier.due_at or work.now),
        owes_apology=_owes_apology(dossier, rows),
        is_supplement_past=_is_past(work, dossier),
        is_unreached=found.is_unreached,
        has_paid=found.has_paid,
    )


def reason_texts(work: Work, code: str, kind: DecisionKind) -> tuple[ReasonText, ...]:
    """Return the texts of this procedure in force today, filled (A08)."""
    work.actor.require_officer(*DESK)
    dossier = agency_dossier(work, code)
    wanted = TEMPLATES.get(kind)
    if wanted is None:
        return ()
    procedure, today = str(dossier.frozen["procedure_code"]), local_day(work.now)
    found = templates_for(work.session, wanted, procedure, today)
    facts = text_facts(work, dossier)
    return tuple(
        ReasonText(
            one.key,
            one.title,
            fill(one.body, facts),
            fill(one.how_to, facts),
            one.legal_basis,
        )
        for one in found
    )


def other_units(work: Work, code: str) -> tuple[tuple[str, str], ...]:
    """Return where the dossier may go: code and name of each unit with a desk."""
    work.actor.require_officer(*DESK)
    units = receiving_units(work, agency_dossier(work, code))
    return tuple((code, name) for code, (_, name) in units.items())


def _why_not(work: Work, found: DecisionRows, kind: DecisionKind) -> str:
    dossier, rows, steps = found.dossier, found.decisions, found.steps
    try:
        if open_decision(rows) is not None:
            raise Conflict("decision_waiting")
        check_state(work, dossier, kind, rows, steps)
        check_may_propose(work, dossier, steps)
    except (Conflict, Forbidden) as refusal:
        return str(refusal.args[0])
    return ""


def _led(work: Work, dossier: Dossier) -> frozenset[str]:
    led = led_kinds(work)
    wishes = [Wanted(kind) for kind in K if kind is not K.REFUSE]
    wishes += [Wanted(K.REFUSE, why) for why in RefusalKind]
    roles = work.actor.roles
    asked = (w for w in wishes if needs_leader(w, dossier.status, led, roles))
    return frozenset(str(w.refusal or w.kind) for w in asked)


def _owes_apology(dossier: Dossier, rows: Sequence[Decision]) -> bool:
    is_ready = dossier.status is DossierStatus.RESULT_READY
    return is_ready and is_late(dossier) and not has_apologised(rows)


def _is_past(work: Work, dossier: Dossier) -> bool:
    return dossier.supplement_by is not None and work.now > dossier.supplement_by


def _view(work: Work, one: Decision) -> DecisionView:
    is_waiting = one.state is DecisionState.PROPOSED
    is_other = one.proposed_by_id != work.actor.account_id
    return DecisionView(
        id=one.id,
        kind=one.kind,
        state=one.state,
        refusal=one.refusal,
        ground=one.ground,
        legal_basis=one.legal_basis,
        what_next=one.what_next,
        new_due=one.new_due,
        due_before=one.due_before,
        why_late=one.why_late,
        unit=one.to_agency_name,
        gives_back=one.gives_back,
        proposed_by=one.proposed_by_name,
        proposed_at=one.proposed_at,
        decided_by=one.decided_by_name,
        decided_at=one.decided_at,
        declined_reason=one.declined_reason,
        may_decide=is_waiting and is_other and Role.APPROVER in work.actor.roles,
    )
