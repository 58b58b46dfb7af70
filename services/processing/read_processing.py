"""A dossier in process with what its page draws of it, in one statement (L-6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ScalarSelect, or_
from sqlmodel import col, func, select

from services.accounts.models import Account
from services.core.errors import NotFound
from services.core.json_rows import read_rows, rows_beside
from services.dossiers.models import Dossier, TimelineEntry
from services.dossiers.show_dossier import Happening
from services.processing.models import ComponentVerdict, DossierStep
from services.processing.queries import of_agency
from services.work import Work


@dataclass(frozen=True)
class ProcessingRows:
    """A dossier of the officer's agency, its steps, its verdicts and its past."""

    dossier: Dossier
    steps: Sequence[DossierStep]  # in their order
    verdicts: Mapping[str, ComponentVerdict]  # by code of the component
    names: Mapping[UUID, str]  # of holders of steps and givers of verdicts
    timeline: tuple[Happening, ...]  # the latest first


def read_processing(work: Work, code: str) -> ProcessingRows:
    """Return the rows; a foreign dossier and none have one answer (AZ-4)."""
    parts = map(_of_dossier, (DossierStep, ComponentVerdict, TimelineEntry))
    query: Any = (  # Any: more columns than the typed `select` knows
        select(Dossier, *parts, _names())  # type: ignore[call-overload]
    )
    row = work.session.exec(query.where(of_agency(work, code))).first()
    if row is None:
        raise NotFound("dossier")
    dossier, steps, verdicts, events, names = row
    return ProcessingRows(
        dossier=dossier,
        steps=sorted(read_rows(DossierStep, steps), key=lambda one: one.position),
        verdicts={v.component_code: v for v in read_rows(ComponentVerdict, verdicts)},
        names={UUID(one["id"]): str(one["name"]) for one in names},
        timeline=happenings(read_rows(TimelineEntry, events)),
    )


def happenings(entries: Sequence[TimelineEntry]) -> tuple[Happening, ...]:
    """Return what happened, the latest first, as its owner reads it too."""
    ordered = sorted(entries, key=lambda entry: str(entry.id))
    ordered.sort(key=lambda entry: entry.at, reverse=True)
    return tuple(
        Happening(e.at, e.status, e.event, e.unit, e.actor_name, e.facts)
        for e in ordered
    )


def _of_dossier(part: Any) -> Any:  # Any: tables of one shape
    return rows_beside(part, Dossier, col(part.dossier_id) == Dossier.id)


def _names() -> ScalarSelect[Any]:  # Any: a list of names by id, as JSON
    one = func.jsonb_build_object("id", Account.id, "name", Account.full_name)
    rows = func.coalesce(func.jsonb_agg(one), func.jsonb_build_array())
    holders = select(DossierStep.holder_id).where(DossierStep.dossier_id == Dossier.id)
    judges = select(ComponentVerdict.by_id).where(
        ComponentVerdict.dossier_id == Dossier.id
    )
    account = col(Account.id)
    query = select(rows).where(
        or_(
            account.in_(holders.correlate(Dossier)),
            account.in_(judges.correlate(Dossier)),
        )
    )
    return query.correlate(Dossier).scalar_subquery()
