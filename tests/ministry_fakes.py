"""Ministries' systems that need no network, for tests of use cases."""

from services.ministries import Ministries
from tests.fake_civil_status_registry import FakeCivilStatusRegistry
from tests.fake_interlinked_services import FakeInterlinkedServices
from tests.fake_land_registry import FakeLandRegistry
from tests.fake_national_portal import FakeNationalPortal
from tests.fake_natural_resources import FakeNaturalResources
from tests.fake_record_ministry import FakeRecordMinistry
from tests.fake_registries import (
    FakeBudgetUnitRegistry,
    FakeEnterpriseRegistry,
    FakeTransportRegistry,
)
from tests.fake_social_assistance_registry import FakeSocialAssistanceRegistry


def fake_ministries() -> Ministries:
    """Return all of them, answering yes."""
    return Ministries(
        civil_status_registry=FakeCivilStatusRegistry(),
        social_assistance_registry=FakeSocialAssistanceRegistry(),
        interlinked_services=FakeInterlinkedServices(),
        national_portal=FakeNationalPortal(),
        land_registry=FakeLandRegistry(),
        natural_resources=FakeNaturalResources(),
        enterprise_registry=FakeEnterpriseRegistry(),
        budget_unit_registry=FakeBudgetUnitRegistry(),
        transport_registry=FakeTransportRegistry(),
        construction_permits=FakeRecordMinistry(),
        planning_information=FakeRecordMinistry(),
    )
