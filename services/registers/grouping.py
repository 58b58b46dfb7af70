"""What the lines of a report are: how dossiers are put together."""

from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, literal, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from services.accounts.models import Account
from services.dossiers.models import Dossier
from services.procedures.models import Agency, Procedure, Sector
from services.processing.models import DossierReceipt
from services.registers.figures import cause, handler, month
from services.registers.wanted import Span

# Names no table has: PostgreSQL would group by the column of that name instead.
KEY, NAME = "group_key", "group_name"
Grouped = tuple[Any, Any, Select[Any]]  # Any: key and name are of many types


class GroupBy(StrEnum):
    """What the lines of a report are."""

    PROCEDURE = "procedure"
    SECTOR = "sector"
    CHANNEL = "channel"
    RECEIVER = "receiver"  # officer who received
    HANDLER = "handler"  # officer who appraises
    MONTH = "month"  # of reception
    CAUSE = "cause"  # of lateness: late dossiers only
    UNIT = "unit"  # units below a leader's own: sums only


def grouped(group: GroupBy, span: Span) -> Grouped:
    """Return key, name and joins of a grouping."""
    query: Select[Any] = (
        select()
        .select_from(Dossier)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .outerjoin(DossierReceipt, col(DossierReceipt.dossier_id) == Dossier.id)
    )
    channel = cast(col(Dossier.channel), String)
    plain: dict[GroupBy, tuple[Any, Any]] = {
        GroupBy.PROCEDURE: (col(Procedure.code), col(Procedure.name)),
        GroupBy.CHANNEL: (channel, channel),
        GroupBy.MONTH: (month(), month()),
        GroupBy.CAUSE: (cause(span), cause(span)),
    }
    if group in plain:
        return *plain[group], query
    if group is GroupBy.SECTOR:
        joined = query.outerjoin(Sector, col(Sector.id) == Procedure.sector_id)
        return col(Sector.code), col(Sector.name), joined
    if group is GroupBy.UNIT:
        joined = query.join(Agency, col(Agency.id) == Dossier.agency_id)
        return literal(""), col(Agency.name), joined
    is_receiver = group is GroupBy.RECEIVER
    return _by_officer(
        query, col(DossierReceipt.officer_id) if is_receiver else handler()
    )


def _by_officer(query: Select[Any], who: ColumnElement[Any] | Any) -> Grouped:
    officer = aliased(Account)
    return who, col(officer.full_name), query.outerjoin(officer, col(officer.id) == who)
