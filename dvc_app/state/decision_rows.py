"""Rows of decisions: as the citizen reads them, and as the office does."""

from dataclasses import dataclass, field

from dvc_app import formats, routes
from dvc_app.wording import decisions as wording
from services.decisions.models import DecisionKind, DecisionState, RefusalKind
from services.decisions.open_decisions import DecisionView
from services.decisions.read_form import DecisionForm, ReadDecision
from services.decisions.told import Told
from services.slips.slips_of import SlipLine

K = DecisionKind


@dataclass
class ToldRow:
    """One decision in the citizen's words."""

    key: str = ""
    title: str = ""
    lead: str = ""
    at: str = ""
    ground: str = ""
    basis: str = ""
    next: str = ""
    before: str = ""
    after: str = ""
    money: str = ""
    slip_href: str = ""
    slip: str = ""
    is_bad: bool = False  # the dossier ended


@dataclass
class DecisionRow:
    """One decision on the officer's card."""

    id: str = ""
    title: str = ""
    by: str = ""
    told: ToldRow = field(default_factory=ToldRow)
    may_decide: bool = False
    declined: str = ""


@dataclass
class SlipRow:
    """One issued slip with its PDF."""

    key: str = ""
    name: str = ""
    line: str = ""
    href: str = ""


def told_row(one: Told, place: int = 0) -> ToldRow:
    """Return what a person reads of a decision."""
    new_due = formats.moment(one.new_due) if one.new_due else ""
    lead = wording.TOLD_LEADS[one.kind].format(new_due=new_due, unit=one.unit)
    is_extension = one.kind in {K.EXTEND, K.APOLOGISE}
    return ToldRow(
        key=f"{place}-{one.kind}",
        title=title_of(one.kind, one.refusal),
        lead=lead,
        at=formats.moment(one.at),
        ground=one.ground,
        basis=one.legal_basis,
        next=one.what_next,
        before=formats.moment(one.due_before)
        if is_extension and one.due_before
        else "",
        after=new_due if is_extension else "",
        money=wording.MONEY_BACK if one.gives_back else "",
        slip_href=routes.fill(routes.API_SLIP, key=one.slip_key)
        if one.slip_key
        else "",
        slip=wording.OPEN_SLIP.format(name=slip_name(one.kind)),
        is_bad=one.kind in {K.REFUSE, K.STOP},
    )


def title_of(kind: DecisionKind, refusal: str) -> str:
    """Return the heading; before reception a refusal is of the reception."""
    if kind is K.REFUSE and refusal == RefusalKind.NOT_ACCEPTED:
        return wording.TOLD_NOT_ACCEPTED
    return wording.TOLD[kind]


def slip_name(kind: DecisionKind) -> str:
    """Return the name of the slip a decision is told by."""
    names = {K.REFUSE: "refusal", K.STOP: "stop"}
    names |= {K.EXTEND: "extension", K.APOLOGISE: "extension"}
    found = {str(k): name for k, name in wording.SLIP_KINDS.items()}
    return found.get(names.get(kind, ""), "")


def told_rows(told: tuple[Told, ...]) -> list[ToldRow]:
    """Return the latest first; what a newer one took back is left to the history."""
    shown = [one for one in told if one.kind is not K.RESUME and one.is_now]
    return [told_row(one, place) for place, one in enumerate(shown)]


def preview_row(form: DecisionForm, read: ReadDecision, told: Told) -> ToldRow:
    """Return what the citizen would read of a form that was checked."""
    return told_row(
        Told(
            kind=form.kind,
            at=told.at,
            is_now=True,
            refusal=str(read.refusal or ""),
            ground=read.ground,
            legal_basis=read.legal_basis,
            what_next=read.what_next,
            new_due=read.new_due or told.new_due,
            due_before=told.due_before,
            unit=read.unit_name,
            gives_back=form.gives_back,
        )
    )


def decision_row(one: DecisionView) -> DecisionRow:
    """Return a decision as the office reads it."""
    told = Told(
        kind=one.kind,
        at=one.decided_at or one.proposed_at,
        is_now=True,
        refusal=one.refusal,
        ground=one.ground,
        legal_basis=one.legal_basis,
        what_next=one.what_next,
        new_due=one.new_due,
        due_before=one.due_before,
        unit=one.unit,
        gives_back=one.gives_back,
    )
    kind = wording.TITLES[one.kind]
    declined = one.state is DecisionState.DECLINED
    return DecisionRow(
        id=str(one.id),
        title=wording.WAITING.format(kind=kind.lower()),
        by=wording.PROPOSED_BY.format(
            name=one.proposed_by, at=formats.moment(one.proposed_at)
        ),
        told=told_row(told),
        may_decide=one.may_decide,
        declined=wording.DECLINED.format(
            kind=kind.lower(),
            reason=one.declined_reason,
            name=one.decided_by,
            at=formats.moment(one.decided_at),
        )
        if declined
        else "",
    )


def slip_row(one: SlipLine) -> SlipRow:
    """Return a slip with its link."""
    return SlipRow(
        key=one.key,
        name=wording.SLIP_KINDS[one.kind],
        line=wording.SLIP_LINE.format(
            form=one.form_number,
            number=one.number,
            at=formats.moment(one.issued_at),
            officer=one.officer,
        ),
        href=routes.fill(routes.API_SLIP, key=one.key),
    )
