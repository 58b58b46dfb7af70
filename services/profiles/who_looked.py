"""Who looked at my data: what officers read of my dossiers and account (AL-3)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlmodel import col, func, select

from services.audit.models import AuditEntry
from services.dossiers.models import Dossier
from services.files.models import StoredFile
from services.procedures.models import Agency
from services.work import Work

PAGE = 20
LAST_PAGE = 1_000
# What counts as reading; each has its words. Others' acts are in the timeline.
READS = (
    "open_reception",
    "open_processing",
    "open_opinion",
    "control_slip",
    "open_result",
    "read_file",
    "receipt_facts",
    "print_form",
    "account.read",
    "account.recovery_opened",
)


@dataclass(frozen=True)
class Look:
    """One officer's reading of one thing within one hour; who it was stays unnamed."""

    at: datetime  # the last time in that hour
    act: str
    unit: str
    dossier_code: str
    times: int


@dataclass(frozen=True)
class LookPage:
    """A page of them, the latest first."""

    looks: tuple[Look, ...]
    total: int
    page: int


def who_looked(work: Work, page: int = 1) -> LookPage:
    """Return who read what of the person who asks, by hour."""
    me = work.actor.require_citizen()
    number = min(max(page, 1), LAST_PAGE)
    rows = work.session.exec(_reads(me).limit(PAGE).offset((number - 1) * PAGE)).all()
    total = work.session.exec(
        select(func.count()).select_from(_reads(me).order_by(None).subquery())
    ).one()
    return LookPage(tuple(_look(row) for row in rows), total, number)


def _reads(me: UUID) -> Any:  # Any: more columns than the typed `select` knows
    file_of = col(StoredFile.id) == AuditEntry.subject_id
    dossier_id = func.coalesce(StoredFile.subject_id, AuditEntry.subject_id)
    hour = func.date_trunc("hour", col(AuditEntry.at))
    last = func.max(AuditEntry.at)
    return (
        select(  # type: ignore[call-overload]
            last.label("at"),
            AuditEntry.act,
            Agency.name.label("unit"),  # type: ignore[attr-defined]
            Dossier.code.label("code"),  # type: ignore[union-attr]
            func.count().label("times"),
        )
        .outerjoin(StoredFile, file_of)
        .outerjoin(Dossier, col(Dossier.id) == dossier_id)
        .outerjoin(Agency, col(Agency.id) == AuditEntry.agency_id)
        .where(
            AuditEntry.person_id == me,
            col(AuditEntry.act).in_(READS),
            AuditEntry.account_id != me,
            AuditEntry.outcome == "done",
        )
        .group_by(
            hour, AuditEntry.account_id, AuditEntry.act, Agency.name, Dossier.code
        )
        .order_by(last.desc(), AuditEntry.act, Dossier.code)
    )


def _look(row: Row[Any]) -> Look:
    return Look(row.at, row.act, row.unit or "", row.code or "", row.times)
