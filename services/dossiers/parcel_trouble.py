"""A journey by post that needs somebody at the desk, and that no longer does."""

from services.deliveries.models import PostalDelivery, Trouble
from services.dossiers.access import owner_topics
from services.dossiers.models import Dossier
from services.signals import desk_topics, dossier_topic, tell
from services.work import Work


def in_trouble(work: Work, row: PostalDelivery, trouble: Trouble) -> None:
    """Put the journey on the list of its office; the first moment of a kind stays."""
    if row.trouble is not trouble:
        row.trouble, row.trouble_at = trouble, work.now


def no_trouble(row: PostalDelivery) -> None:
    """Take the journey off the list."""
    row.trouble, row.trouble_at, row.tries = Trouble.NONE, None, 0


def tell_of_parcel(work: Work, dossier: Dossier) -> None:
    """Let the person's page and the office's list read anew."""
    desks = desk_topics([dossier.agency_id]) if dossier.agency_id else []
    topics = (dossier_topic(dossier.id), *owner_topics(dossier))
    tell(work.session, *topics, *desks)
