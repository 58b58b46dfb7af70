"""Propose a rule or its next version: with its effect, for a second person (A05)."""

import re
from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, RuleViolation
from services.core.text import clean, fold
from services.fee_changes.effect import EFFECT, Sample, effect_of
from services.fee_changes.rows import (
    before,
    check_day,
    lock_change,
    procedure_of,
    rows_of_rule,
    whole_province,
)
from services.fee_changes.rule_form import parse_rule
from services.fees.in_force import rows_of
from services.fees.models import FeeChange, FeeChangeState
from services.fees.rule import Rule, read_rule
from services.procedures.models import Procedure
from services.work import Work

LONGEST_CODE = 34
FREE = {"amount": 0, "steps": (), "by_channel": (), "cap": None, "relief": ()}


def preview_rule(
    work: Work, procedure_code: str, form: Mapping[str, str]
) -> tuple[Sample, ...]:
    """Show what invented dossiers would cost; nothing is written."""
    whole_province(work)
    procedure = procedure_of(work, procedure_code)
    return effect_of(work, procedure, _read(work, procedure, form))


def propose_rule(work: Work, procedure_code: str, form: Mapping[str, str]) -> UUID:
    """Keep the rule with its effect; it is not in force yet.

    What is published is never changed: this is its next version, from its day on.
    A version that still waits is written over by whoever wrote it.
    """
    whole_province(work)
    procedure = procedure_of(work, procedure_code, lock=True)
    rule = _read(work, procedure, form)
    return _keep(work, procedure, rule, clean(form.get("reason", ""))).id


def propose_undoing(work: Work, change_id: UUID) -> UUID:
    """Propose to go back from tomorrow to what held before: a version like any other.

    Where nothing held before, the rule asks for nothing from then on.
    """
    whole_province(work)
    undone = lock_change(work, change_id)
    rows = rows_of_rule(work, undone.procedure_code, undone.code)
    if not rows or rows[-1].change_id != undone.id:
        raise Conflict("fee_change")
    earlier = read_rule(undone.before or undone.definition)
    day = max(local_day(work.now), undone.valid_from) + timedelta(days=1)
    update = {"valid_from": day, "valid_to": None}
    rule = earlier.model_copy(update=update | ({} if undone.before else FREE))
    procedure = procedure_of(work, undone.procedure_code)
    change = _keep(work, procedure, rule, "")
    change.undoes_id = undone.id
    return change.id


def _read(work: Work, procedure: Procedure, form: Mapping[str, str]) -> Rule:
    """Return the rule as typed; a new one is given a code of its own."""
    rows = rows_of(work.session, procedure.code)
    known = {row.code for row in rows}
    code = form.get("code", "")
    if code not in known:
        code = _code(form.get("name", ""), known)
    rule = parse_rule(form, procedure.code, code, local_day(work.now))
    check_day([row for row in rows if row.code == code], rule.valid_from)
    return rule


def _code(name: str, known: set[str]) -> str:
    """Return a code for a new rule: the same name is the same rule while it waits."""
    words = re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")[:LONGEST_CODE]
    stem = words if words[:1].isalpha() else f"r_{words}".strip("_")
    numbered = (stem if n == 1 else f"{stem}_{n}" for n in range(1, 1000))
    return next(code for code in numbered if code not in known)


def _keep(work: Work, procedure: Procedure, rule: Rule, reason: str) -> FeeChange:
    writer = whole_province(work)
    query = select(FeeChange).where(
        FeeChange.procedure_code == procedure.code,
        FeeChange.code == rule.code,
        FeeChange.state == FeeChangeState.PROPOSED,
    )
    change = work.session.exec(query).one_or_none()
    if change is not None and change.proposed_by_id != writer:
        raise RuleViolation({"name": "fee_waiting"})
    rows = rows_of_rule(work, procedure.code, rule.code)
    earlier = before(rows, rule.valid_from)
    change = change or FeeChange(
        procedure_code=procedure.code,
        code=rule.code,
        valid_from=rule.valid_from,
        proposed_by_id=writer,
        proposed_at=work.now,
    )
    change.valid_from, change.proposed_at = rule.valid_from, work.now
    change.definition = rule.model_dump(mode="json")
    change.before = dict(earlier.definition) if earlier else {}
    effect = effect_of(work, procedure, rule)
    change.effect = list(EFFECT.dump_python(effect, mode="json"))
    change.reason, change.undoes_id = reason, None
    work.session.add(change)
    work.session.flush()
    record(work, "fees.proposed", change.id, procedure=procedure.code)
    return change
