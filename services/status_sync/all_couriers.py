"""Which courier goes to which system."""

from services.outbox.courier import Courier
from services.outbox.models import Outward
from services.status_sync.couriers.civil_status_registry import CivilStatusCourier
from services.status_sync.couriers.construction_permits import ConstructionCourier
from services.status_sync.couriers.interlinked_services import InterlinkedCourier
from services.status_sync.couriers.land_registry import LandCourier
from services.status_sync.couriers.national_portal import NationalPortalCourier
from services.status_sync.couriers.natural_resources import NaturalResourcesCourier
from services.status_sync.couriers.planning_information import PlanningCourier
from services.status_sync.couriers.social_assistance_registry import (
    SocialAssistanceCourier,
)

COURIERS: dict[Outward, Courier] = {
    Outward.CIVIL_STATUS: CivilStatusCourier(),
    Outward.INTERLINKED_SERVICES: InterlinkedCourier(),
    Outward.CONSTRUCTION: ConstructionCourier(),
    Outward.LAND: LandCourier(),
    Outward.NATIONAL_PORTAL: NationalPortalCourier(),
    Outward.NATURAL_RESOURCES: NaturalResourcesCourier(),
    Outward.PLANNING: PlanningCourier(),
    Outward.SOCIAL_ASSISTANCE: SocialAssistanceCourier(),
}
