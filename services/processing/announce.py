"""Tell whoever looks at a dossier, or at the queue it stands in, that it changed."""

from services.dossiers.access import owner_topics
from services.dossiers.follow_leg import follow_leg
from services.dossiers.models import Dossier
from services.signals import desk_topics, dossier_topic, tell
from services.work import Work


def announce(work: Work, dossier: Dossier) -> None:
    """Name the change for its owner, its readers and the desk of its agency."""
    desks = [] if dossier.agency_id is None else [dossier.agency_id]
    topics = (dossier_topic(dossier.id), *owner_topics(dossier))
    tell(work.session, *topics, *desk_topics(desks))
    follow_leg(work, dossier)
