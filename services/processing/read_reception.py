"""All the rows a reception is drawn from, in one statement (L-6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ScalarSelect, literal_column
from sqlmodel import col, func, select

from services.accounts.models import Account
from services.core.errors import NotFound
from services.core.table import Table
from services.dossiers.models import Dossier, TimelineEntry
from services.dossiers.show_dossier import Happening
from services.processing.models import ComponentVerdict, DossierReceipt
from services.processing.queries import of_agency
from services.processing.reception_models import PersonCheck, ReceivedCopy
from services.work import Work

Row = TypeVar("Row", bound=Table)


@dataclass(frozen=True)
class ReceptionRows:
    """A dossier of the officer's agency, and what reception has said of it so far."""

    dossier: Dossier
    submitter: Account | None
    verdicts: Mapping[str, ComponentVerdict]  # by code of the component
    judges: Mapping[UUID, str]  # names of those who gave them
    copies: Mapping[str, ReceivedCopy]
    checks: Sequence[PersonCheck]
    timeline: tuple[Happening, ...]
    receipt: DossierReceipt | None


def read_reception(work: Work, code: str) -> ReceptionRows:
    """Return the rows; a foreign dossier and none have one answer (AZ-4)."""
    verdicts, copies, checks, events, receipts = map(
        _as_json,
        (ComponentVerdict, ReceivedCopy, PersonCheck, TimelineEntry, DossierReceipt),
    )
    query: Any = (  # Any: more columns than the typed `select` knows
        select(  # type: ignore[call-overload]
            *(Dossier, Account, verdicts, _judges(), copies, checks, events, receipts)
        )
        .outerjoin(Account, col(Account.id) == Dossier.account_id)
        .where(of_agency(work, code))
    )
    row = work.session.exec(query).first()
    if row is None:
        raise NotFound("dossier")
    dossier, account, *parts = row
    verdicts, judges, copies, checks, events, receipts = parts
    return ReceptionRows(
        dossier=dossier,
        submitter=account,
        verdicts={v.component_code: v for v in _rows(ComponentVerdict, verdicts)},
        judges={UUID(one["id"]): str(one["name"]) for one in judges},
        copies={copy.component_code: copy for copy in _rows(ReceivedCopy, copies)},
        checks=sorted(
            _rows(PersonCheck, checks), key=lambda one: one.person, reverse=True
        ),
        timeline=_timeline(events),
        receipt=next(iter(_rows(DossierReceipt, receipts)), None),
    )


def _as_json(part: Any) -> ScalarSelect[Any]:  # Any: tables of one shape
    whole_row = func.to_jsonb(literal_column(part.__tablename__))
    rows = func.coalesce(func.jsonb_agg(whole_row), func.jsonb_build_array())
    query = select(rows).select_from(part).where(part.dossier_id == Dossier.id)
    return query.correlate(Dossier).scalar_subquery()


def _judges() -> ScalarSelect[Any]:  # Any: a list of names by id, as JSON
    """Return who gave the verdicts."""
    one = func.jsonb_build_object("id", Account.id, "name", Account.full_name)
    rows = func.coalesce(func.jsonb_agg(one), func.jsonb_build_array())
    given = select(ComponentVerdict.by_id).where(
        ComponentVerdict.dossier_id == Dossier.id
    )
    query = select(rows).where(col(Account.id).in_(given.correlate(Dossier)))
    return query.correlate(Dossier).scalar_subquery()


def _rows(part: type[Row], written: list[dict[str, Any]]) -> list[Row]:
    return [part.model_validate(row) for row in written]


def _timeline(written: list[dict[str, Any]]) -> tuple[Happening, ...]:
    """Return what happened, the latest first, as its owner reads it too."""
    entries = sorted(_rows(TimelineEntry, written), key=lambda entry: str(entry.id))
    entries.sort(key=lambda entry: entry.at, reverse=True)
    return tuple(
        Happening(e.at, e.status, e.event, e.unit, e.actor_name, e.facts)
        for e in entries
    )
