"""Which ways to register a group is offered now (C02)."""

from dataclasses import dataclass
from datetime import datetime

from services.accounts.models import Party
from services.accounts.registration_methods import WAYS, RegistrationMethod
from services.integrations.health import silent_since
from services.work import Work


@dataclass(frozen=True)
class OfferedWay:
    """One way, and since when its system has not answered, if it does not."""

    method: RegistrationMethod
    level: int
    silent_since: datetime | None


def ways_to_register(work: Work, party: Party) -> tuple[OfferedWay, ...]:
    """Return the ways open to the group; one not for it is not among them."""
    return tuple(
        OfferedWay(way.method, way.level, silent_since(way.system))
        for way in WAYS
        if party in way.parties
    )
