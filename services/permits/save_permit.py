"""Keep what is typed of a permit, and save it as what is to be sent (O10)."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from services.audit.record import record as write_down
from services.core.errors import RuleViolation
from services.core.faults import Fault
from services.dossiers.form_answers import check_by
from services.dossiers.models import Dossier
from services.dossiers.rules import Problem
from services.dossiers.save_answers import LONGEST_ANSWER, UNSTORABLE
from services.eforms.conditions import find_key
from services.eforms.definition import PREFIX
from services.eforms.prefill import texts_of
from services.permits.models import Permit, PermitVersion
from services.permits.open_permit import PermitView, filled_permit, view_permit
from services.permits.queries import permit_dossier, permit_of, versions_of
from services.permits.records import Record
from services.results.queries import standing_result
from services.signals import sync_topic, tell
from services.work import Work


def keep_answers(work: Work, code: str, answers: Mapping[str, str]) -> PermitView:
    """Keep answers as they are typed, when their field is left (R1, R2)."""
    dossier, record = permit_dossier(work, code, lock=True)
    for key, text in answers.items():
        _check_storable(record, key, text)
    _keep(work, dossier, record, answers)
    return view_permit(work, dossier, record)


def save_permit(work: Work, code: str) -> PermitView:
    """Check everything and save it as what is sent next; unchanged, it is no new one.

    What was not sent yet is saved over; what was stays as it went.
    """
    dossier, record = permit_dossier(work, code, lock=True)
    permit = permit_of(work.session, dossier)
    result = standing_result(work.session, dossier.id)
    texts = texts_of(filled_permit(work, record, dossier, permit, result))
    checked = check_by(work, record.definition, texts)
    problems = checked.problems or _order_of_days(checked.values)
    if problems:
        raise RuleViolation(problems)
    officer_id = work.actor.require_officer()
    permit = _keep(work, dossier, record, texts)
    _save_version(work, permit, checked.values, officer_id)
    write_down(work, "permit.saved", dossier.id, system=str(record.system))
    tell(work.session, sync_topic(dossier.id))
    work.session.flush()
    return view_permit(work, dossier, record)


def _save_version(
    work: Work,
    permit: Permit,
    values: dict[str, Any],  # Any: JSON
    officer_id: UUID,
) -> None:
    versions = versions_of(work.session, permit)
    last = versions[0] if versions else None
    if last is not None and last.values == values:
        return
    if last is None or last.sent_at is not None:
        number = last.number + 1 if last else 1
        last = PermitVersion(
            permit_id=permit.id,
            number=number,
            saved_at=work.now,
            saved_by_id=officer_id,
        )
    last.values, last.saved_at, last.saved_by_id = values, work.now, officer_id
    work.session.add(last)


def _keep(
    work: Work, dossier: Dossier, record: Record, answers: Mapping[str, str]
) -> Permit:
    officer_id = work.actor.require_officer()
    permit = permit_of(work.session, dossier)
    if permit is None:
        permit = Permit(
            dossier_id=dossier.id,
            system=record.system,
            edited_at=work.now,
            edited_by_id=officer_id,
        )
    permit.answers = {**permit.answers, **answers}
    permit.edited_at, permit.edited_by_id = work.now, officer_id
    work.session.add(permit)
    work.session.flush()
    return permit


def _order_of_days(values: Mapping[str, Any]) -> dict[str, str]:
    """A permit ends after it began. Any: JSON."""
    begun, ends = values.get("issued_on"), values.get("expires_on")
    if begun and ends and date.fromisoformat(ends) <= date.fromisoformat(begun):
        return {f"{PREFIX}expires_on": Fault.DATE_RANGE}
    return {}


def _check_storable(record: Record, key: str, text: str) -> None:
    if find_key(record.definition, key) is None:
        raise RuleViolation({"answer": Problem.FIELD_UNKNOWN})
    if len(text) > LONGEST_ANSWER:
        raise RuleViolation({key: Problem.ANSWER_TOO_LONG})
    if any(pattern.search(text) for pattern in UNSTORABLE):
        raise RuleViolation({key: Fault.TEXT_CONTROL})
