"""The second administrator's word on a rule, and taking it back before its day (A05)."""

from uuid import UUID

from services.administration.scope import require_administrator
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, RuleViolation
from services.fee_changes.effect import EFFECT, effect_of
from services.fee_changes.rows import (
    add_row,
    before,
    check_day,
    lock_change,
    procedure_of,
    remove_row,
    rows_of_rule,
    whole_province,
)
from services.fees.models import FeeChange, FeeChangeState
from services.fees.rule import read_rule
from services.procedures.version import renew_version
from services.work import Work


def publish_change(work: Work, change_id: UUID) -> None:
    """Put a rule in force from its day; not by whoever proposed it (AZ-9).

    The version before it ends the day before. Dossiers handed in keep the lines
    they were frozen with; a draft is reckoned on the day it is handed in.
    """
    reader = whole_province(work)
    change = lock_change(work, change_id)
    if change.state is FeeChangeState.PUBLISHED:
        return
    if change.state is not FeeChangeState.PROPOSED:
        raise Conflict("fee_change")
    if change.proposed_by_id == reader:
        raise RuleViolation({"change": "fee_four_eyes"})
    work.actor.require_fresh_proof(work.now)
    if change.valid_from < local_day(work.now):
        raise RuleViolation({"change": "fee_publish_past"})
    rule, code = read_rule(change.definition), change.procedure_code
    rows = rows_of_rule(work, code, change.code)
    check_day(rows, rule.valid_from)
    effect = effect_of(work, procedure_of(work, code), rule)
    change.effect = list(EFFECT.dump_python(effect, mode="json"))
    earlier = before(rows, rule.valid_from)
    change.before = dict(earlier.definition) if earlier else {}
    add_row(work, change, rule)
    _decide(work, change, FeeChangeState.PUBLISHED)


def decline_change(work: Work, change_id: UUID) -> None:
    """Put a proposal aside; its own proposer may take it back."""
    whole_province(work)
    change = lock_change(work, change_id)
    if change.state is FeeChangeState.DECLINED:
        return
    if change.state is not FeeChangeState.PROPOSED:
        raise Conflict("fee_change")
    _decide(work, change, FeeChangeState.DECLINED)


def withdraw_change(work: Work, change_id: UUID) -> None:
    """Take a published rule back before its day; what held before goes on holding.

    From its day on it was asked of people: then the next version follows it.
    """
    whole_province(work)
    change = lock_change(work, change_id)
    if change.state is FeeChangeState.WITHDRAWN:
        return
    if change.state is not FeeChangeState.PUBLISHED:
        raise Conflict("fee_change")
    if change.valid_from <= local_day(work.now):
        raise RuleViolation({"change": "fee_begun"})
    work.actor.require_fresh_proof(work.now)
    remove_row(work, change)
    _decide(work, change, FeeChangeState.WITHDRAWN)


def _decide(work: Work, change: FeeChange, state: FeeChangeState) -> None:
    change.state, change.decided_at = state, work.now
    change.decided_by_id = require_administrator(work)
    work.session.add(change)
    work.session.flush()
    renew_version(work.session)
    record(work, f"fees.{state}", change.id, procedure=change.procedure_code)
