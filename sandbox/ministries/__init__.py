"""Stand-ins for the ministries' systems: their interfaces, their pages, their ledgers."""

from starlette.routing import BaseRoute
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.ministries import (
    budget_units,
    building,
    central_portal,
    civil_status,
    enterprise_registry,
    interlinked_services,
    land_registry,
    national_portal,
    natural_resources,
    social_assistance,
    transport_registry,
)
from sandbox.ministries.budget_units import BudgetUnits
from sandbox.ministries.central_portal import CentralPortal
from sandbox.ministries.civil_status import CivilStatus
from sandbox.ministries.enterprise_registry import EnterpriseRegistry
from sandbox.ministries.interlinked_services import InterlinkedServices
from sandbox.ministries.land_registry import LandRegistry
from sandbox.ministries.national_catalogue import load_catalogue
from sandbox.ministries.national_filings import NationalFilings
from sandbox.ministries.national_ledger import NationalLedger
from sandbox.ministries.national_portal import NationalPortal
from sandbox.ministries.natural_resources import NaturalResources
from sandbox.ministries.social_assistance import SocialAssistance
from sandbox.ministries.transport_registry import TransportRegistry
from sandbox.settings import Settings

SYSTEMS: tuple[System, ...] = (
    civil_status.SYSTEM,
    interlinked_services.SYSTEM,
    national_portal.SYSTEM,
    central_portal.SYSTEM,
    enterprise_registry.SYSTEM,
    budget_units.SYSTEM,
    transport_registry.SYSTEM,
    social_assistance.SYSTEM,
    natural_resources.SYSTEM,
    land_registry.SYSTEM,
    *building.SYSTEMS,
)


def ministry_routes(settings: Settings, templates: Jinja2Templates) -> list[BaseRoute]:
    """Return the addresses of all of them."""
    return [
        *CivilStatus(settings, templates).routes(),
        *InterlinkedServices(settings, templates).routes(),
        *_national_portal(settings, templates),
        *EnterpriseRegistry(settings, templates).routes(),
        *BudgetUnits(settings, templates).routes(),
        *TransportRegistry(settings, templates).routes(),
        *SocialAssistance(settings, templates).routes(),
        *building.building_routes(settings, templates),
        *NaturalResources(settings, templates).routes(),
        *LandRegistry(settings, templates).routes(),
    ]


def _national_portal(settings: Settings, templates: Jinja2Templates) -> list[BaseRoute]:
    catalogue = load_catalogue()
    ledger = NationalLedger(settings.data, catalogue)
    filings = NationalFilings(settings, templates, catalogue, ledger)
    older = NationalPortal(settings, templates, catalogue, ledger, filings)
    return [*older.routes(), *CentralPortal(settings, ledger).routes()]
