"""Write a line of a dossier's timeline, and owe it to the systems that follow it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from services.dossiers.models import Dossier, TimelineEntry
from services.outbox.followers import Happened
from services.outbox.owe import owe_followers
from services.work import Work


@dataclass(frozen=True)
class Line:
    """What happened. One act may move a dossier twice; `place` keeps such lines apart
    in time, so that they are read in the order they happened."""

    event: str
    facts: Mapping[str, str] = field(default_factory=dict)
    place: int = 0
    by: str | None = None  # who did it, where it was not whoever acts


def note_event(
    work: Work,
    dossier: Dossier,
    event: str,
    facts: Mapping[str, str] | None = None,
    place: int = 0,
) -> None:
    """Add what happened, by whoever acts, with the status the dossier has by then."""
    note_line(work, dossier, Line(event, facts or {}, place))


def note_line(work: Work, dossier: Dossier, line: Line) -> None:
    """Add a line of the timeline, and owe it to the followers in the same act."""
    actor = "" if work.actor.is_system else work.actor.name
    entry = TimelineEntry(
        dossier_id=dossier.id,
        at=work.now + timedelta(microseconds=line.place),
        status=dossier.status,
        event=line.event,
        unit=str(dossier.frozen["unit"]["name"]),
        actor_name=actor if line.by is None else line.by,
        facts=dict(line.facts),
    )
    work.session.add(entry)
    happened = Happened(
        dossier_id=dossier.id,
        cause_id=entry.id,
        event=line.event,
        procedure_code=str(dossier.frozen["procedure_code"]),
        agency_id=dossier.agency_id,
        of_bundle=dossier.declaration_id is not None,
        arrived_from=dossier.arrived_from,
    )
    owe_followers(work, happened)
