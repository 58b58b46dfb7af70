"""All results of one person that lie ready at this unit, returned in one go (O08)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import col, or_, select

from services.accounts.models import Account
from services.audit.record import record
from services.core.errors import Conflict, NotFound
from services.core.identifiers import mask_name, read_dossier_code
from services.core.readers import Unreadable, read_citizen_id
from services.decisions.apology import owing_among
from services.dossiers.models import Dossier, DossierStatus
from services.payments.queries import owed
from services.procedures.models import Procedure
from services.results.models import Result, ResultForm
from services.results.return_result import Handover, return_result
from services.work import Role, Work

MOST = 50


@dataclass(frozen=True)
class ReadyResult:
    """One result at the desk; the owner's name is masked until somebody is found."""

    code: str
    procedure: str
    applicant: str
    number: str
    ready_at: datetime | None
    waited_days: int
    reminded: int  # the last of day 3, 10, 30 that was told
    is_unpaid: bool
    is_paper: bool
    delivery: str
    owes_apology: bool = False  # it came late: the apology goes first
    submitter: str = ""  # who most likely comes; empty in the masked list


@dataclass(frozen=True)
class Returned:
    """What became of one of them."""

    code: str
    refusal: str = ""  # key of a sentence


def list_ready(work: Work) -> tuple[ReadyResult, ...]:
    """Return what waits at this unit, the longest first."""
    work.actor.require_officer(Role.INTAKE)
    return tuple(
        replace(row, applicant=mask_name(row.applicant), submitter="")
        for row in _rows(work)
    )


def find_ready(work: Work, asked: str) -> tuple[ReadyResult, ...]:
    """Return all of the person whose dossier code, or number of a card, was read."""
    work.actor.require_officer(Role.INTAKE)
    number = _number(asked)
    if number:
        owner = select(Account.id).where(Account.citizen_id == number)
        mine = or_(
            col(Dossier.account_id).in_(owner), col(Dossier.principal_id).in_(owner)
        )
    else:
        try:
            code = read_dossier_code(asked)
        except Unreadable:
            raise NotFound("dossier") from None
        one = select(Dossier.account_id).where(
            Dossier.code == code, Dossier.agency_id == work.actor.agency_id
        )
        mine = col(Dossier.account_id).in_(one)
    found = _rows(work, mine)
    record(work, "find_ready_results", rows=len(found))
    return found


def return_box(
    work: Work, codes: tuple[str, ...], received_by: str, intent: str, by: Handover
) -> tuple[Returned, ...]:
    """Return several with one press; each that cannot go is named with its reason."""
    done = []
    for code in sorted(set(codes))[:MOST]:
        try:
            return_result(work, code, received_by, intent, by)
        except (Conflict, NotFound) as refusal:
            done.append(Returned(code, str(refusal.args[0])))
        else:
            done.append(Returned(code))
    return tuple(done)


def _found(
    work: Work, *where: ColumnElement[bool]
) -> list[tuple[Dossier, Result, str]]:
    query = (
        select(Dossier, Result, Procedure.name)
        .join(Result, col(Result.dossier_id) == Dossier.id)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .where(
            Dossier.agency_id == work.actor.agency_id,
            Dossier.status == DossierStatus.RESULT_READY,
            col(Result.removed_at).is_(None),
            *where,
        )
        .order_by(col(Dossier.finished_at), col(Dossier.code))
        .limit(MOST)
    )
    return list(work.session.exec(query).all())


def _rows(work: Work, *where: ColumnElement[bool]) -> tuple[ReadyResult, ...]:
    found = _found(work, *where)
    owing = owing_among(work.session, [dossier for dossier, _, _ in found])
    return tuple(
        replace(_row(work, *row), owes_apology=row[0].id in owing) for row in found
    )


def _row(work: Work, dossier: Dossier, result: Result, name: str) -> ReadyResult:
    ready = dossier.finished_at
    waited = (work.now - ready) if ready else timedelta()
    return ReadyResult(
        code=dossier.code or "",
        procedure=name,
        applicant=dossier.applicant_name,
        submitter=dossier.submitter_name,
        number=result.number,
        ready_at=ready,
        waited_days=waited.days,
        reminded=result.reminded,
        is_unpaid=bool(owed(work.session, dossier.id)),
        is_paper=result.form is ResultForm.PAPER,
        delivery=str(dossier.delivery),
    )


def _number(asked: str) -> str:
    """Return the number on a card, typed or as the QR of the card says it."""
    try:
        return read_citizen_id(asked.partition("|")[0])
    except Unreadable:
        return ""
