"""Tells the register of building permits (contracts 5.8)."""

from services.integrations.generic_ministry.port import RecordSync
from services.status_sync.couriers.records import RecordCourier
from services.work import Systems


class ConstructionCourier(RecordCourier):
    """Dossiers of construction permits, their progress, and the permit."""

    def __init__(self) -> None:
        super().__init__(_register)


def _register(systems: Systems) -> RecordSync:
    return systems.ministries.construction_permits
