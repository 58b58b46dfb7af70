"""The numbers of a report, each a condition: a list behind a number holds what it counts."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlmodel import col

from services.core.errors import NotFound
from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import Channel, Procedure, Sector
from services.processing.models import DossierReceipt, DossierStep
from services.registers.wanted import RegisterWanted, Span
from services.supplements.models import RequestStatus, SupplementRequest
from services.work import Role

S = DossierStatus
STANDING = (S.SUPPLEMENT, S.AWAITING_PAYMENT)  # the clock stands still
LATE_RECEPTION, MANY_REQUESTS, UNKNOWN = "reception", "supplements", "unknown"


class Figure(StrEnum):
    """Columns of the report on how dossiers were dealt with (form II.06 of the decree)."""

    ALL = "all"  # carried over and received in the period
    CARRIED = "carried"  # received before, not ended by then
    ONLINE = "online"
    DIRECT = "direct"
    POSTAL = "postal"
    DONE = "done"  # ended in the period
    EARLY = "early"  # before the day promised
    ON_TIME = "on_time"  # on that day
    LATE = "late"
    GIVEN_UP = "given_up"  # refused, stopped or withdrawn after reception
    OPEN = "open"
    OPEN_IN_TIME = "open_in_time"
    OPEN_LATE = "open_late"
    ASKED = "asked"  # something was asked for at least once
    ASKED_AGAIN = "asked_again"  # more than once: scored as late (QĐ 766)


def ended() -> ColumnElement[Any]:
    """Return when a dossier ended: result, else return, else given up (contracts 8.4)."""
    return func.coalesce(Dossier.finished_at, Dossier.returned_at, Dossier.ended_at)


def figures(span: Span) -> Mapping[Figure, ColumnElement[bool]]:
    """Return what makes a dossier of the period count in each column."""
    is_new = col(Dossier.received_at) >= span.since
    done = and_(ended().is_not(None), ended() < span.until)
    finished = and_(done, col(Dossier.finished_at).is_not(None))
    kept = and_(finished, ~_is_late(ended()))
    day = func.date(func.timezone("Asia/Ho_Chi_Minh", ended()))
    promised = func.date(func.timezone("Asia/Ho_Chi_Minh", Dossier.due_at))
    is_open = ~done
    counting = col(Dossier.status).not_in(STANDING)
    running_late = and_(is_open, counting, col(Dossier.due_at) < span.at)
    came = {
        Figure[c.name]: and_(is_new, col(Dossier.channel) == c)
        for c in (Channel.ONLINE, Channel.DIRECT, Channel.POSTAL)
    }
    return {
        Figure.ALL: col(Dossier.received_at) < span.until,
        Figure.CARRIED: col(Dossier.received_at) < span.since,
        **came,
        Figure.DONE: done,
        Figure.EARLY: and_(kept, day < promised),
        Figure.ON_TIME: and_(kept, or_(day >= promised, promised.is_(None))),
        Figure.LATE: and_(finished, _is_late(ended())),
        Figure.GIVEN_UP: and_(done, col(Dossier.finished_at).is_(None)),
        Figure.OPEN: is_open,
        Figure.OPEN_IN_TIME: and_(is_open, ~func.coalesce(running_late, False)),
        Figure.OPEN_LATE: func.coalesce(running_late, False),
        Figure.ASKED: _requests() >= 1,
        Figure.ASKED_AGAIN: _requests() > 1,
    }


def late(span: Span) -> ColumnElement[bool]:
    """Match what ended late, or runs late at the end of the period."""
    known = figures(span)
    return or_(known[Figure.LATE], known[Figure.OPEN_LATE])


def of_period(agency_ids: list[UUID], span: Span) -> ColumnElement[bool]:
    """Limit to what an office had on its table in the period: received, not yet ended."""
    return and_(
        col(Dossier.agency_id).in_(agency_ids),
        ~col(Dossier.is_bundle),
        col(Dossier.received_at).is_not(None),
        col(Dossier.received_at) < span.until,
        or_(ended().is_(None), ended() >= span.since),
    )


def conditions(wanted: RegisterWanted, span: Span) -> list[ColumnElement[bool]]:
    """Return the filters asked for; an unknown key is a list that is not there."""
    known = {str(f): c for f, c in figures(span).items()}
    channels = {str(c): col(Dossier.channel) == c for c in Channel}
    found: dict[str, Callable[[str], ColumnElement[bool]]] = {
        "figure": lambda key: _known(known, key, "figure"),
        "procedure": lambda key: col(Procedure.code) == key,
        "sector": _of_sector,
        "channel": lambda key: _known(channels, key, "channel"),
        "receiver": lambda key: col(DossierReceipt.officer_id) == _officer(key),
        "handler": lambda key: handler() == _officer(key),
        "month": lambda key: month() == key,
        "cause": lambda key: and_(late(span), cause(span) == key),
    }
    return [
        condition(key)
        for name, condition in found.items()
        if (key := getattr(wanted, name))
    ]


def handler() -> ColumnElement[Any]:
    """Return who handles, or handled, a dossier: the last who held a preparing step."""
    return (
        select(col(DossierStep.holder_id))
        .where(
            col(DossierStep.dossier_id) == Dossier.id,
            col(DossierStep.role) == Role.PROCESSING,
            col(DossierStep.holder_id).is_not(None),
        )
        .order_by(col(DossierStep.position).desc())
        .limit(1)
        .correlate(Dossier)
        .scalar_subquery()
    )


def month() -> ColumnElement[str]:
    """Return the month of reception in the province, as 2026-11."""
    here = func.timezone("Asia/Ho_Chi_Minh", Dossier.received_at)
    return func.to_char(here, "YYYY-MM")


def cause(span: Span) -> ColumnElement[str]:
    """Name why a dossier was late: the first thing that took longer than it may."""
    step = (
        select(col(DossierStep.name))
        .where(
            col(DossierStep.dossier_id) == Dossier.id,
            func.coalesce(DossierStep.done_at, span.at) > DossierStep.due_at,
        )
        .order_by(col(DossierStep.position))
        .limit(1)
        .correlate(Dossier)
        .scalar_subquery()
    )
    return case(
        (_requests() > 1, MANY_REQUESTS),
        (col(Dossier.received_at) > col(Dossier.receive_by), LATE_RECEPTION),
        else_=func.coalesce(step, UNKNOWN),
    )


def _is_late(moment: ColumnElement[Any]) -> ColumnElement[bool]:
    """Past the promise; asked for more than once counts as late too (contracts 8.4)."""
    past = func.coalesce(moment > col(Dossier.due_at), False)
    return or_(past, _requests() > 1)


def _requests() -> ColumnElement[int]:
    """Count how often something was asked for."""
    return (
        select(func.count())
        .select_from(SupplementRequest)
        .where(
            col(SupplementRequest.dossier_id) == Dossier.id,
            col(SupplementRequest.status).not_in(
                (RequestStatus.WAITING, RequestStatus.DECLINED)
            ),
        )
        .correlate(Dossier)
        .scalar_subquery()
    )


def _of_sector(code: str) -> ColumnElement[bool]:
    sector = select(col(Sector.id)).where(col(Sector.code) == code)
    return col(Procedure.sector_id).in_(sector)


def _known(
    known: Mapping[str, ColumnElement[bool]], key: str, field: str
) -> ColumnElement[bool]:
    if key not in known:
        raise NotFound(field)
    return known[key]


def _officer(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("officer") from None
