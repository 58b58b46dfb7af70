"""Interlinked declarations of a unit, wherever they were filed (O11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, func, or_, select

from services.audit.record import record
from services.core.clock import ZONE
from services.core.text import name_key
from services.dossiers.models import Dossier, DossierStatus
from services.interlinked_desk.legs import LegLine, legs_of_bundles
from services.interlinked_desk.models import ArrivedBundle
from services.interlinked_desk.scope import of_unit, require_reader
from services.procedures.models import Procedure
from services.work import Work

PAGE = 20  # R42
LAST_PAGE = 1_000
LONGEST = 100
# Numbers of the people a declaration names, by field of its form.
NUMBERS = ("nyc_citizen_id", "me_citizen_id", "cha_citizen_id", "nkt_citizen_id")


@dataclass(frozen=True)
class Wanted:
    """The seven filters; nothing said means all."""

    start: date | None = None
    end: date | None = None
    bundle_code: str = ""
    code: str = ""
    name: str = ""
    number: str = ""
    procedure: str = ""
    status: DossierStatus | None = None
    page: int = 1


@dataclass(frozen=True)
class BundleLine:
    """One declaration."""

    id: UUID
    code: str
    their_code: str
    door: str  # empty: filed at our own portal
    procedure: str
    applicant: str
    submitted_at: datetime | None
    status: DossierStatus
    legs: tuple[LegLine, ...]


@dataclass(frozen=True)
class BundlePage:
    """One page of them, the latest first, and how many stand where."""

    rows: tuple[BundleLine, ...]
    total: int
    page: int
    counts: dict[DossierStatus, int]


def list_bundles(work: Work, wanted: Wanted) -> BundlePage:
    """Return a page of the unit's declarations; who looks for a person is recorded."""
    require_reader(work)
    conditions = _conditions(work, wanted)
    joined = (
        select(Dossier.status, func.count())
        .select_from(Dossier)
        .join(ArrivedBundle, _is_theirs(), isouter=True)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .where(*conditions)
        .group_by(col(Dossier.status))
    )
    counts = {DossierStatus(s): int(n) for s, n in work.session.exec(joined)}
    total = sum(counts.values())
    page = max(1, min(wanted.page, LAST_PAGE, -(-total // PAGE) or 1))
    query = (
        select(Dossier, Procedure.name, ArrivedBundle)
        .join(ArrivedBundle, _is_theirs(), isouter=True)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .where(*conditions)
        .order_by(col(Dossier.submitted_at).desc(), col(Dossier.code).desc())
        .offset((page - 1) * PAGE)
        .limit(PAGE)
    )
    found = work.session.exec(query).all()
    if wanted.number or wanted.name:
        record(work, "interlinked.searched", None, count=total)
    legs = legs_of_bundles(work, [dossier.id for dossier, _, _ in found])
    rows = tuple(line_of(*row, legs.get(row[0].id, ())) for row in found)
    return BundlePage(rows, total, page, counts)


def line_of(
    dossier: Dossier, name: str, theirs: ArrivedBundle | None, legs: Sequence[LegLine]
) -> BundleLine:
    """Return a declaration as a list shows it."""
    return BundleLine(
        id=dossier.id,
        code=dossier.code or "",
        their_code=theirs.code if theirs else "",
        door=theirs.door if theirs else "",
        procedure=name,
        applicant=dossier.applicant_name,
        submitted_at=dossier.submitted_at,
        status=dossier.status,
        legs=tuple(legs),
    )


def _is_theirs() -> Any:  # Any: a condition
    return col(ArrivedBundle.dossier_id) == Dossier.id


def _conditions(work: Work, wanted: Wanted) -> list[Any]:  # Any: conditions
    found = [of_unit(work), *_days(wanted)]
    if code := wanted.bundle_code.strip()[:LONGEST]:
        ours = col(Dossier.code).icontains(code, autoescape=True)
        theirs = col(ArrivedBundle.code).icontains(code, autoescape=True)
        found.append(or_(ours, theirs))
    if code := wanted.code.strip()[:LONGEST]:
        found.append(col(Dossier.id).in_(_with_leg(code)))
    if name := name_key(wanted.name[:LONGEST]):
        found.append(col(Dossier.applicant_key).contains(name, autoescape=True))
    if number := "".join(wanted.number.split())[:LONGEST]:
        values = col(Dossier.frozen)["form"]["values"]
        found.append(or_(*(values[one].as_string() == number for one in NUMBERS)))
    if wanted.procedure:
        found.append(col(Procedure.code) == wanted.procedure[:LONGEST])
    if wanted.status is not None:
        found.append(col(Dossier.status) == wanted.status)
    return found


def _with_leg(code: str) -> Any:  # Any: a statement
    own = select(Dossier.declaration_id).where(
        col(Dossier.declaration_id).is_not(None),
        col(Dossier.code).icontains(code, autoescape=True),
    )
    return own.correlate(None)


def _days(wanted: Wanted) -> list[Any]:  # Any: conditions
    found = []
    if wanted.start:
        first = datetime.combine(wanted.start, time(), ZONE)
        found.append(col(Dossier.submitted_at) >= first)
    if wanted.end:
        after = datetime.combine(wanted.end + timedelta(days=1), time(), ZONE)
        found.append(col(Dossier.submitted_at) < after)
    return found
