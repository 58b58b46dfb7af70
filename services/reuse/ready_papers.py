"""How many of a procedure's papers a person has already (C09 ★)."""

from dataclasses import dataclass

from sqlmodel import col, select

from services.accounts.models import Account
from services.core.errors import NotFound
from services.core.text import fold
from services.procedures.models import (
    CaseKind,
    Procedure,
    ProcedureCase,
    ProcedureComponent,
)
from services.reuse.candidates import candidates
from services.reuse.matching import Candidate, best_first
from services.vault.state_held import is_of_others, state_held
from services.work import Work


@dataclass(frozen=True)
class Readiness:
    """‹Bạn đã có have/total giấy tờ trong kho›, and which those are."""

    have: int
    total: int
    names: tuple[str, ...]


def ready_papers(work: Work, code: str) -> Readiness:
    """Count the papers to hand in, forms left out: those the portal writes itself."""
    account = work.session.get_one(Account, work.actor.require_citizen())
    if work.session.exec(select(Procedure.id).where(Procedure.code == code)).first():
        asked = _papers(work, code)
    else:
        raise NotFound("procedure")
    mine = candidates(work)
    there = [
        name for name in asked if state_held(account, name) or _is_there(name, mine)
    ]
    return Readiness(len(there), len(asked), tuple(there))


def _is_there(name: str, mine: list[Candidate]) -> bool:
    # One's own certificate of birth is no child's: it is offered, not counted.
    if is_of_others(fold(name)):
        return False
    return any(one.is_fitting and one.is_usable for one in best_first(name, mine))


def _papers(work: Work, code: str) -> list[str]:
    components = work.session.exec(
        select(ProcedureComponent.name)
        .join(ProcedureCase, col(ProcedureCase.id) == ProcedureComponent.case_id)
        .join(Procedure, col(Procedure.id) == ProcedureComponent.procedure_id)
        .where(
            Procedure.code == code,
            ProcedureCase.kind == CaseKind.SUBMIT,
            col(ProcedureComponent.is_paper),
            ~col(ProcedureComponent.is_form),
        )
        .order_by(col(ProcedureComponent.position))
    ).all()
    return list(dict.fromkeys(components))
