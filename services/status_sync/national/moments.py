"""How the national portal writes a moment, and which of ours it may be told yet."""

from datetime import datetime

from services.core.clock import local

MOMENT = "%Y%m%d%H%M%S"  # yyyyMMddHHmmss, the province's time


def written(moment: datetime | None) -> str | None:
    """Return the moment in their form; none stays none."""
    return local(moment).strftime(MOMENT) if moment else None


def reached(moment: datetime | None, by: datetime) -> str | None:
    """Return a moment that had come by then: the dossier is told as it was."""
    return written(moment) if moment and moment <= by else None
