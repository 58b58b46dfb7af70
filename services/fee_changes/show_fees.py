"""Show the fees of one procedure: rules over time, what waits, what was changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import col, select

from services.administration.scope import require_administrator
from services.core.clock import local_day
from services.core.errors import NotFound
from services.fee_changes.counted import Questions, questions_of
from services.fee_changes.effect import Sample, read_effect
from services.fee_changes.rows import open_changes, procedure_of
from services.fees.in_force import have_begun, read_row, rows_of
from services.fees.models import FeeChange, FeeChangeState, FeeRule
from services.fees.price_list import Price, price_list
from services.fees.rule import Rule, read_rule
from services.payments.beneficiary import Beneficiary, beneficiary_of
from services.procedures.models import Agency, Procedure, ProcedureFee, ProcedureUnit
from services.processing.queries import names_of
from services.work import Work


class Standing(StrEnum):
    """Where a version stands on a day."""

    COMING = "coming"
    IN_FORCE = "in_force"
    ENDED = "ended"


@dataclass(frozen=True)
class RuleShown:
    """One version of one rule."""

    rule: Rule
    standing: Standing
    is_ours: bool  # published here; else it came with the portal
    may_renew: bool  # the latest of its rule


@dataclass(frozen=True)
class FeeChangeShown:
    """A change with who proposed and who decided it."""

    id: UUID
    rule: Rule
    before: Rule | None
    state: FeeChangeState
    effect: tuple[Sample, ...]
    reason: str
    proposed_by: str
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    is_own: bool
    is_undoing: bool
    may_withdraw: bool  # published, and its day has not come
    may_undo: bool  # in force, and nothing followed it


@dataclass(frozen=True)
class AccountShown:
    """An account that receives the money, and of which units."""

    account: Beneficiary
    units: tuple[str, ...]  # empty: all the others


@dataclass(frozen=True)
class CatalogueFee:
    """What the catalogue asks for; without a channel by every way of filing."""

    channel: str
    kind: str
    amount: int | None
    note: str


@dataclass(frozen=True)
class FeesView:
    """The whole page."""

    code: str
    name: str
    today: date
    prices: tuple[Price, ...] | None  # None: the catalogue alone tells
    catalogue: tuple[CatalogueFee, ...]
    rules: tuple[RuleShown, ...]  # of each rule the latest version first
    changes: tuple[FeeChangeShown, ...]
    questions: Questions
    accounts: tuple[AccountShown, ...]
    may_write: bool


def show_fees(work: Work, procedure_code: str) -> FeesView:
    """Show an administrator everything about what a procedure costs."""
    require_administrator(work)
    procedure, today = procedure_of(work, procedure_code), local_day(work.now)
    rows = rows_of(work.session, procedure.code)
    rules = [read_row(row) for row in rows]
    prices = price_list(rules, today) if have_begun(rules, today) else None
    return FeesView(
        code=procedure.code,
        name=procedure.name,
        today=today,
        prices=prices,
        catalogue=_catalogue(work, procedure),
        rules=tuple(_shown(row, rows, today) for row in reversed(rows)),
        changes=_changes(work, procedure, rows),
        questions=questions_of(work.session, procedure.code, today),
        accounts=_accounts(work, procedure),
        may_write=work.actor.agency_id is None,
    )


def _shown(row: FeeRule, rows: Sequence[FeeRule], today: date) -> RuleShown:
    rule = read_row(row)
    standing = Standing.IN_FORCE if rule.holds_on(today) else Standing.ENDED
    if rule.valid_from > today:
        standing = Standing.COMING
    return RuleShown(rule, standing, row.change_id is not None, row is _last(row, rows))


def _last(row: FeeRule, rows: Sequence[FeeRule]) -> FeeRule:
    same = [one for one in rows if one.code == row.code]
    return max(same, key=lambda one: one.valid_from)


def _catalogue(work: Work, procedure: Procedure) -> tuple[CatalogueFee, ...]:
    query = select(ProcedureFee).where(ProcedureFee.procedure_id == procedure.id)
    return tuple(
        CatalogueFee(str(f.channel or ""), str(f.kind), f.amount, f.note)
        for f in work.session.exec(query.order_by(col(ProcedureFee.position)))
    )


def _changes(
    work: Work, procedure: Procedure, rows: Sequence[FeeRule]
) -> tuple[FeeChangeShown, ...]:
    changes = open_changes(work, procedure.code)
    latest = {_last(row, rows).change_id for row in rows}
    people = [p for c in changes for p in (c.proposed_by_id, c.decided_by_id)]
    names = names_of(work.session, people)
    return tuple(_change(work, one, names, one.id in latest) for one in changes)


def _change(
    work: Work, one: FeeChange, names: dict[UUID, str], is_latest: bool
) -> FeeChangeShown:
    begun = one.valid_from <= local_day(work.now)
    published = one.state is FeeChangeState.PUBLISHED
    return FeeChangeShown(
        id=one.id,
        rule=read_rule(one.definition),
        before=read_rule(one.before) if one.before else None,
        state=one.state,
        effect=read_effect(one.effect),
        reason=one.reason,
        proposed_by=names.get(one.proposed_by_id, ""),
        proposed_at=one.proposed_at,
        decided_by=names.get(one.decided_by_id, "") if one.decided_by_id else "",
        decided_at=one.decided_at,
        is_own=one.proposed_by_id == work.actor.account_id,
        is_undoing=one.undoes_id is not None,
        may_withdraw=published and not begun,
        may_undo=published and begun and is_latest,
    )


def _accounts(work: Work, procedure: Procedure) -> tuple[AccountShown, ...]:
    """Return where the money of this procedure's units goes today."""
    query = (
        select(Agency.code, Agency.name)
        .join(ProcedureUnit, col(ProcedureUnit.agency_id) == Agency.id)
        .where(ProcedureUnit.procedure_id == procedure.id)
        .order_by(col(Agency.name))
    )
    units = dict(work.session.exec(query).all())
    common = _account(work, "")
    own = {code: _account(work, code) for code in units}
    special: dict[Beneficiary, list[str]] = {}
    for code, account in own.items():
        if account and account != common:
            special.setdefault(account, []).append(units[code])
    shown = [AccountShown(account, tuple(named)) for account, named in special.items()]
    others = [AccountShown(common, ())] if common else []
    return (*others, *shown)


def _account(work: Work, agency_code: str) -> Beneficiary | None:
    try:
        return beneficiary_of(work.province, agency_code)
    except NotFound:
        return None
