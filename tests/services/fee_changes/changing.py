"""Administrators who change fees, and what people are then told."""

import dataclasses
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import select

from services.core.clock import local_day
from services.dossiers.open_draft import open_draft
from services.fee_changes.decide_change import (
    publish_change,
)
from services.fee_changes.propose_rule import (
    propose_rule,
)
from services.fees.models import FeeRule
from services.procedures.show_procedure import show_procedure
from services.procedures.version import renew_version
from services.work import Role, Work
from tests.factories.dossiers import (
    Filing,
    make_ready_draft,
)
from tests.factories.processing import make_account_officer


def administrator(work: Work, agency_id: UUID | None = None) -> Work:
    """Return the work of an administrator; a new one each time."""
    actor = make_account_officer(work.session, agency_id, Role.ADMINISTRATOR)
    fresh = dataclasses.replace(actor, proved_at=work.now)
    return dataclasses.replace(work, actor=fresh)


def later(work: Work, days: int) -> Work:
    now = work.now + timedelta(days=days)
    actor = dataclasses.replace(work.actor, proved_at=now)
    return dataclasses.replace(work, now=now, actor=actor)


def day(work: Work, days: int = 0) -> str:
    return f"{local_day(work.now) + timedelta(days=days):%d/%m/%Y}"


def form(work: Work, days: int = 0, **values: str) -> dict[str, str]:
    """Return a form with what must be there."""
    base = {
        "name": "Lệ phí mẫu",
        "kind": "charge",
        "basis": "Nghị quyết 01/2026/NQ-HĐND",
        "valid_from": day(work, days),
        "due": "reception",
        "amount": "50.000",
    }
    return base | values


def put_in_force(work: Work, filing: Filing, typed: dict[str, str]) -> UUID:
    """Let one administrator propose and another publish."""
    change = propose_rule(administrator(work), filing.procedure.code, typed)
    publish_change(administrator(work), change)
    return change


def owner(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def draft_fees(work: Work, filing: Filing, **values: Any) -> list[int | None]:
    mine = owner(work, filing)
    draft = make_ready_draft(work.session, filing, **values)
    return [line.amount for line in open_draft(mine, draft.id).fees]


def page_fees(work: Work, filing: Filing) -> list[tuple[str, int | None]]:
    renew_version(work.session)
    shown = show_procedure(work, filing.procedure.code).fees
    return [(str(fee.channel or ""), fee.amount) for fee in shown]


def rows(work: Work, filing: Filing) -> list[FeeRule]:
    query = select(FeeRule).where(FeeRule.procedure_code == filing.procedure.code)
    found = work.session.exec(query).all()
    return sorted(found, key=lambda row: (row.code, row.valid_from))


def spans(work: Work, filing: Filing) -> list[tuple[date, date | None]]:
    return [(row.valid_from, row.valid_to) for row in rows(work, filing)]
