"""The ministries' systems that are told of dossiers or looked up, behind their ports."""

from dataclasses import dataclass

from services.integrations.budget_unit_registry.port import BudgetUnitRegistry
from services.integrations.civil_status_registry.port import CivilStatusRegistry
from services.integrations.construction_permits.port import ConstructionPermits
from services.integrations.enterprise_registry.port import EnterpriseRegistry
from services.integrations.interlinked_services.port import InterlinkedServices
from services.integrations.land_registry.port import LandRegistry
from services.integrations.national_portal.port import NationalPortal
from services.integrations.natural_resources.port import NaturalResources
from services.integrations.planning_information.port import PlanningInformation
from services.integrations.social_assistance_registry.port import (
    SocialAssistanceRegistry,
)
from services.integrations.transport_registry.port import TransportRegistry


@dataclass(frozen=True)
class Ministries:
    """One field a system, by its name in docs/systems; each in the portal's words."""

    national_portal: NationalPortal  # Cổng DVC quốc gia
    interlinked_services: InterlinkedServices  # DVCLT
    civil_status_registry: CivilStatusRegistry  # hộ tịch điện tử
    social_assistance_registry: SocialAssistanceRegistry  # bảo trợ xã hội
    enterprise_registry: EnterpriseRegistry  # đăng ký doanh nghiệp
    budget_unit_registry: BudgetUnitRegistry  # mã số ĐVQHNS
    transport_registry: TransportRegistry  # đăng ký vận tải, GPLX
    construction_permits: ConstructionPermits  # giấy phép xây dựng
    planning_information: PlanningInformation  # thông tin quy hoạch
    natural_resources: NaturalResources  # dvcthietyeu
    land_registry: LandRegistry  # VBDLIS
