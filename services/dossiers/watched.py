"""What a page of one's dossiers listens to, so that it stays true."""

from sqlmodel import select

from services.delegations.models import Delegation
from services.delegations.queries import managed_by
from services.signals import delegations_topic, person_topic
from services.work import Work


def watched_topics(work: Work) -> tuple[str, ...]:
    """Return the person's own topics, and those of organisations they manage.

    A delegation given or ended changes the list as well.
    """
    me = work.actor.require_citizen()
    managed = select(Delegation.principal_id).where(
        Delegation.principal_id.in_(managed_by(me, work.now))  # type: ignore[union-attr]
    )
    organisations = {one for one in work.session.exec(managed) if one is not None}
    theirs = sorted(person_topic(one) for one in organisations)
    return (person_topic(me), delegations_topic(me), *theirs)
