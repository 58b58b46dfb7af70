"""Tells the planning record of the building ministry (contracts 5.9)."""

from services.integrations.generic_ministry.port import RecordSync
from services.status_sync.couriers.records import RecordCourier
from services.work import Systems


class PlanningCourier(RecordCourier):
    """Dossiers of planning information, their progress, and the document."""

    def __init__(self) -> None:
        super().__init__(_register)


def _register(systems: Systems) -> RecordSync:
    return systems.ministries.planning_information
