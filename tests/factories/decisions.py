"""Decisions on invented dossiers."""

from typing import Any
from uuid import uuid4

from services.decisions.decide import approve
from services.decisions.models import DecisionKind, DecisionState
from services.decisions.propose import Decided, propose
from services.decisions.read_form import DecisionForm
from services.processing.take_step import take_step
from services.work import Actor, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_new,
    make_received,
)

GROUND = "Hồ sơ không thuộc trường hợp được giải quyết theo quy định."


def make_decision_form(
    work: Work, code: str, kind: DecisionKind, **values: Any
) -> DecisionForm:
    """Return a form without a fault on the dossier as it is; Any: fields."""
    given: dict[str, Any] = {
        "kind": kind,
        "version": dossier_of(work, code).version,
        "ground": GROUND,
        "legal_basis": "Điều 17 Nghị định số 118/2025/NĐ-CP",
        "what_next": "Chuẩn bị lại giấy tờ rồi nộp hồ sơ mới, không mất thêm phí.",
        "new_due": "15/12/2026" if kind is DecisionKind.EXTEND else "",
    }
    return DecisionForm(**given | values)


def make_taken(work: Work, desk: Desk) -> str:
    """Return a received dossier whose first step the handler holds."""
    code = make_received(work, desk).code
    take_step(acting(work, desk.handler), code)
    return code


def make_proposed(
    work: Work, code: str, by: Actor, kind: DecisionKind, **values: Any
) -> Decided:
    """Return a proposal by an officer; Any: fields of the form."""
    form = make_decision_form(work, code, kind, **values)
    return propose(acting(work, by), code, form, uuid4().hex)


def make_agreed(
    work: Work, code: str, desk: Desk, kind: DecisionKind, **values: Any
) -> Decided:
    """Return a decision proposed by the handler and agreed to by the leader."""
    asked = make_proposed(work, code, desk.handler, kind, **values)
    if asked.state is DecisionState.APPROVED:
        return asked
    version = dossier_of(work, code).version
    return approve(acting(work, desk.approver), code, asked.decision_id, version)


def make_refused(work: Work, desk: Desk, **values: Any) -> str:
    """Return a dossier refused before reception; Any: fields of the form."""
    code = make_new(work, desk)
    given = {"refusal": "not_accepted", **values}
    make_proposed(work, code, desk.intake, DecisionKind.REFUSE, **given)
    return code
