"""Which adapter stands before each ministry's system, from the settings alone."""

from collections.abc import Callable
from functools import cache

from services.files.verdicts import FileLimits
from services.integrations.budget_unit_registry.adapter import HttpBudgetUnitRegistry
from services.integrations.budget_unit_registry.port import BudgetUnitRegistry
from services.integrations.civil_status_registry.adapter import (
    HttpCivilStatusRegistry,
)
from services.integrations.civil_status_registry.port import CivilStatusRegistry
from services.integrations.construction_permits.adapter import HttpConstructionPermits
from services.integrations.construction_permits.port import ConstructionPermits
from services.integrations.enterprise_registry.adapter import HttpEnterpriseRegistry
from services.integrations.enterprise_registry.port import EnterpriseRegistry
from services.integrations.interlinked_services.adapter import (
    HttpInterlinkedServices,
)
from services.integrations.interlinked_services.port import InterlinkedServices
from services.integrations.land_registry.adapter import HttpLandRegistry
from services.integrations.land_registry.port import LandRegistry
from services.integrations.national_portal.access import Access
from services.integrations.national_portal.adapter import VxpNationalPortal
from services.integrations.national_portal.central import CentralNationalPortal
from services.integrations.national_portal.port import NationalPortal
from services.integrations.natural_resources.adapter import HttpNaturalResources
from services.integrations.natural_resources.port import NaturalResources
from services.integrations.planning_information.adapter import HttpPlanningInformation
from services.integrations.planning_information.port import PlanningInformation
from services.integrations.social_assistance_registry import (
    adapter as social_assistance,
)
from services.integrations.social_assistance_registry.port import (
    SocialAssistanceRegistry,
)
from services.integrations.transport import build_client
from services.integrations.transport_registry import adapter as transport_registry
from services.integrations.transport_registry.port import TransportRegistry
from services.ministries import Ministries
from services.settings import settings
from services.storage import open_storage

PAPER_BYTES = 12_000_000  # of five entries with their papers
FILE_BYTES = 16_000_000  # of one paper of 10 MB, in base64
PERSON_WAITS = 5  # seconds for one answer of a register that is looked up
WORKER_WAITS = 30  # seconds for a whole answer: nobody waits at a page

CENTRAL = "central"  # the national portal's newer interface


@cache
def ministries() -> Ministries:
    """Return the adapters; an address that is not set is the sandbox's."""
    return Ministries(
        budget_unit_registry=_budget_unit_registry(),
        civil_status_registry=_civil_status_registry(),
        social_assistance_registry=_social_assistance_registry(),
        interlinked_services=_interlinked_services(),
        enterprise_registry=_enterprise_registry(),
        construction_permits=_construction_permits(),
        planning_information=_planning_information(),
        land_registry=_land_registry(),
        national_portal=_national_portal(),
        natural_resources=_natural_resources(),
        transport_registry=_transport_registry(),
    )


def _at(name: str) -> str:
    return f"{settings().sandbox_url}/{name}"


def _national_portal() -> NationalPortal:
    chosen = settings().national_portal
    access = Access(
        user=chosen.user,
        password=chosen.password.get_secret_value(),
        unit=chosen.unit,
        destination=chosen.destination,
    )
    is_central = chosen.release == CENTRAL
    there = chosen.url or _at("central-portal" if is_central else "national-portal")
    client = build_client(there, WORKER_WAITS, "national_portal")
    if is_central:
        return CentralNationalPortal(client, access, _file_reader())
    heavy = build_client(there, WORKER_WAITS, "national_portal", FILE_BYTES)
    return VxpNationalPortal(client, access, heavy)


def _file_reader() -> Callable[[str], bytes | None]:
    """Return what reads the bytes of a file that is named in a dossier."""
    store = open_storage(settings().storage_url, settings().data_folder / "files")

    def read(file_id: str) -> bytes | None:
        try:
            return store.read(f"files/{file_id}")
        except FileNotFoundError:
            return None

    return read


def _civil_status_registry() -> CivilStatusRegistry:
    chosen = settings().civil_status_registry
    client = build_client(
        chosen.url or _at("civil-status"),
        WORKER_WAITS,
        "civil_status_registry",
        PAPER_BYTES,
    )
    secret = chosen.secret.get_secret_value()
    return HttpCivilStatusRegistry(client, chosen.key, secret, chosen.province)


def _social_assistance_registry() -> SocialAssistanceRegistry:
    chosen = settings().social_assistance_registry
    client = build_client(
        chosen.url or _at("social-assistance"),
        WORKER_WAITS,
        "social_assistance_registry",
        FILE_BYTES,
    )
    access = social_assistance.Access(
        key=chosen.key,
        secret=chosen.secret.get_secret_value(),
        accept_key=chosen.accept_key.get_secret_value(),
        account=chosen.account,
        province=chosen.province,
        service=chosen.service,
    )
    return social_assistance.HttpSocialAssistanceRegistry(client, access)


def _construction_permits() -> ConstructionPermits:
    chosen = settings().construction_permits
    url = chosen.url or _at("construction-permits")
    client = build_client(url, WORKER_WAITS, "construction_permits")
    secret = chosen.secret.get_secret_value()
    return HttpConstructionPermits(client, chosen.key, secret)


def _planning_information() -> PlanningInformation:
    chosen = settings().planning_information
    url = chosen.url or _at("planning-information")
    client = build_client(url, WORKER_WAITS, "planning_information")
    secret = chosen.secret.get_secret_value()
    return HttpPlanningInformation(client, chosen.key, secret)


def _natural_resources() -> NaturalResources:
    chosen = settings().natural_resources
    url, most = chosen.url or _at("natural-resources"), FileLimits().max_bytes
    client = build_client(url, WORKER_WAITS, "natural_resources", most)
    login = (chosen.key, chosen.secret.get_secret_value())
    return HttpNaturalResources(client, login, (chosen.unit, most))


def _land_registry() -> LandRegistry:
    chosen = settings().land_registry
    url, most = chosen.url or _at("land-registry"), FileLimits().max_bytes
    client = build_client(url, WORKER_WAITS, "land_registry", most)
    login = (chosen.key, chosen.secret.get_secret_value())
    return HttpLandRegistry(client, login, _file_reader())


def _enterprise_registry() -> EnterpriseRegistry:
    chosen = settings().enterprise_registry
    at = chosen.url or _at("enterprise-registry")
    client = build_client(at, PERSON_WAITS, "enterprise_registry")
    secret = chosen.secret.get_secret_value()
    return HttpEnterpriseRegistry(client, chosen.key, secret, chosen.service)


def _budget_unit_registry() -> BudgetUnitRegistry:
    chosen = settings().budget_unit_registry
    at = chosen.url or _at("budget-units")
    client = build_client(at, PERSON_WAITS, "budget_unit_registry")
    return HttpBudgetUnitRegistry(client, chosen.key, chosen.secret.get_secret_value())


def _transport_registry() -> TransportRegistry:
    chosen = settings().transport_registry
    at = chosen.url or _at("transport-registry")
    access = transport_registry.Access(
        key=chosen.key,
        secret=chosen.secret.get_secret_value(),
        agency=chosen.agency,
        api_key=chosen.api_key.get_secret_value(),
        user=chosen.user,
        password=chosen.password.get_secret_value(),
    )
    client = build_client(at, PERSON_WAITS, "transport_registry")
    return transport_registry.HttpTransportRegistry(client, access)


def _interlinked_services() -> InterlinkedServices:
    chosen = settings().interlinked_services
    client = build_client(
        chosen.url or _at("interlinked-services"),
        WORKER_WAITS,
        "interlinked_services",
        PAPER_BYTES,
    )
    password = chosen.password.get_secret_value()
    return HttpInterlinkedServices(client, chosen.user, password)
