"""Write a line of a dossier's timeline, for its owner and its readers."""

from collections.abc import Mapping
from datetime import timedelta

from services.dossiers.models import Dossier, TimelineEntry
from services.work import Work


def note(
    work: Work,
    dossier: Dossier,
    event: str,
    facts: Mapping[str, str] | None = None,
    place: int = 0,
) -> None:
    """Add what happened, with the status the dossier has by then.

    One act may move a dossier twice; `place` keeps such lines apart in time, so
    that they are read in the order they happened.
    """
    entry = TimelineEntry(
        dossier_id=dossier.id,
        at=work.now + timedelta(microseconds=place),
        status=dossier.status,
        event=event,
        unit=str(dossier.frozen["unit"]["name"]),
        actor_name=work.actor.name,
        facts=dict(facts or {}),
    )
    work.session.add(entry)
