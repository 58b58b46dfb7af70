"""What the person's page of a dossier says of the talk and of the steps."""

from dataclasses import dataclass

from services.messages.queries import spoken_of, unseen
from services.processing.owner_steps import OwnerStep, steps_for_owner
from services.work import Work


@dataclass(frozen=True)
class FollowSummary:
    """Messages the person has not opened, and the steps of the dossier."""

    unseen: int
    steps: tuple[OwnerStep, ...]


def follow_summary(work: Work, code: str) -> FollowSummary:
    """Return it to those who see the dossier."""
    dossier = spoken_of(work, code)
    waiting = unseen(work.session, dossier.id, by_office=False)
    return FollowSummary(waiting, steps_for_owner(work.session, dossier.id))
