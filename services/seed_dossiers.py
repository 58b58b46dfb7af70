"""Invented dossiers in any number, to see how the portal behaves when it is full."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from services.accounts.models import Account, AccountKind, AccountStatus
from services.core.clock import local_day
from services.core.errors import Forbidden
from services.core.identifiers import format_code
from services.core.text import name_key
from services.dossiers.models import Dossier, DossierStatus, TimelineEntry
from services.dossiers.snapshot import SNAPSHOT, FrozenUnit, Snapshot
from services.procedures.models import Agency, Procedure, ProcedureUnit
from services.settings import settings
from services.work import Work

SPACE = UUID("8a5f2f0e-5d0c-4f3b-9a39-2f6a3c1b7d10")  # ids follow from their number
OWNER = "999000000000"
BATCH = 2_000
PER_DAY = 400  # of one agency; the days go back from yesterday
STATUSES = (
    [DossierStatus.RETURNED] * 14
    + [DossierStatus.RESULT_READY] * 2
    + [DossierStatus.PROCESSING] * 3
    + [DossierStatus.SUBMITTED]
)


@dataclass(frozen=True)
class Kind:
    """A procedure at an agency: the columns its dossiers share."""

    agency_code: str
    columns: dict[str, Any]  # Any: the columns of a row


def seed_dossiers(work: Work, count: int) -> None:
    """Make sure that many invented dossiers are there, never in production."""
    if settings().production or not work.actor.is_system:
        raise Forbidden("demonstration")
    owner = _owner(work)
    kinds = [_kind(owner, *one) for one in _entitled(work)]
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        rows = [_row(work.now, owner, kinds[n % len(kinds)], n) for n in numbers]
        fresh = work.session.execute(
            insert(Dossier).on_conflict_do_nothing().returning(col(Dossier.id)),
            rows,
            # One statement for rows with and without a result, not one for each kind.
            execution_options={"render_nulls": True},
        ).scalars()
        new = set(fresh)
        entries = [_entry(row) for row in rows if row["id"] in new]
        if entries:
            work.session.execute(insert(TimelineEntry), entries)


def _owner(work: Work) -> Account:
    known = select(Account).where(Account.citizen_id == OWNER)
    account = work.session.exec(known).one_or_none()
    if account is None:
        account = Account(
            kind=AccountKind.CITIZEN,
            status=AccountStatus.CLOSED,  # nobody signs in as this one
            citizen_id=OWNER,
            full_name="Nguyen Van Mau",
            password_hash="-",  # noqa: S106 — no password has this hash
            created_at=work.now,
        )
        work.session.add(account)
        work.session.flush()
    return account


def _entitled(work: Work) -> list[tuple[Procedure, Agency]]:
    entitled = (
        select(Procedure, Agency)
        .join(ProcedureUnit, col(ProcedureUnit.procedure_id) == Procedure.id)
        .join(Agency, col(Agency.id) == ProcedureUnit.agency_id)
        .order_by(Procedure.code, Agency.code)
        .limit(400)
    )
    return list(work.session.exec(entitled))


def _kind(owner: Account, procedure: Procedure, agency: Agency) -> Kind:
    """Return what all dossiers of a procedure at an agency have in common."""
    common = Dossier(
        account_id=owner.id,
        procedure_id=procedure.id,
        agency_id=agency.id,
        submitter_phone="0900000000",
        frozen=_frozen(procedure, agency),
        created_at=procedure.updated_at,
        updated_at=procedure.updated_at,
    )
    return Kind(agency.code, common.model_dump())


def _row(now: datetime, owner: Account, kind: Kind, number: int) -> dict[str, Any]:
    # Any: the columns of a row.
    day, place = divmod(number, PER_DAY)
    filed = now - timedelta(days=day + 1)
    status = STATUSES[number % len(STATUSES)]
    code = format_code(kind.agency_code, local_day(filed), place + 1)
    done = filed + timedelta(hours=20)
    name = f"{owner.full_name} {number}"
    is_received = status is not DossierStatus.SUBMITTED
    is_finished = status in (DossierStatus.RESULT_READY, DossierStatus.RETURNED)
    return kind.columns | {
        "id": uuid5(SPACE, code),
        "status": status,
        "code": code,
        "applicant_name": name,
        "applicant_key": name_key(name),
        "submitter_name": name,
        "submitted_at": filed,
        "receive_by": filed + timedelta(hours=12),
        "received_at": filed + timedelta(hours=2) if is_received else None,
        "due_at": filed + timedelta(days=5) if is_received else None,
        "finished_at": done if is_finished else None,
        "returned_at": done if status is DossierStatus.RETURNED else None,
        "created_at": filed,
        "updated_at": done if is_finished else filed,
    }


def _frozen(procedure: Procedure, agency: Agency) -> dict[str, Any]:  # Any: JSON
    snapshot = Snapshot(
        procedure_code=procedure.code,
        procedure_name=procedure.name,
        sector="",
        catalogue_of=procedure.updated_at,
        time_limit=procedure.time_limit,
        time_limit_unit=str(procedure.time_limit_unit),
        process=procedure.process,
        unit=FrozenUnit(agency.code, agency.name, agency.address, agency.phone),
        case_name="",
        values={},
        typed={},
        components=(),
        other_files=(),
        fees=(),
    )
    frozen: dict[str, Any] = SNAPSHOT.dump_python(snapshot, mode="json")
    return frozen


def _entry(row: dict[str, Any]) -> dict[str, Any]:  # Any: the columns of a row
    return {
        "id": uuid5(SPACE, f"{row['id']}"),
        "dossier_id": row["id"],
        "at": row["submitted_at"],
        "status": DossierStatus.SUBMITTED,
        "event": "submitted",
        "unit": str(row["frozen"]["unit"]["name"]),
        "actor_name": "",
        "facts": {},
    }
