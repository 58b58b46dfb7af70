"""What is due for a dossier, found by its code without signing in (C17)."""

from dataclasses import dataclass

from sqlmodel import col, select

from services.accounts.prove_human import HumanProof, prove_human
from services.dossiers.models import Dossier
from services.dues.rows import RequestRow, row_of, standings
from services.payments.models import PaymentRequest
from services.procedures.models import Procedure
from services.work import Work

__all__ = ["FoundRequests", "RequestRow", "find_requests"]


@dataclass(frozen=True)
class FoundRequests:
    """What was found; nothing of it names a person."""

    problem: str = ""  # key: the proof does not hold
    is_known: bool = False
    procedure_name: str = ""
    rows: tuple[RequestRow, ...] = ()


def find_requests(work: Work, code: str, proof: HumanProof) -> FoundRequests:
    """Return the requests of one dossier, what is still to be paid first.

    Each look spends a proof, and a wrong one too, so codes are slow to guess
    (R40): a refusal is returned, raising would give the proof back.
    """
    if not prove_human(work, proof):
        return FoundRequests(problem="picture_wrong")
    name = work.session.exec(
        select(Procedure.name)
        .join(Dossier, col(Dossier.procedure_id) == Procedure.id)
        .where(Dossier.code == code)
    ).first()
    if name is None:
        return FoundRequests()
    requests = work.session.exec(
        select(PaymentRequest)
        .where(PaymentRequest.dossier_code == code)
        .order_by(col(PaymentRequest.state) != "open", col(PaymentRequest.opened_at))
    ).all()
    where = standings(work, requests)
    rows = tuple(row_of(one, where[one.id]) for one in requests)
    return FoundRequests(is_known=True, procedure_name=name, rows=rows)
