"""Ministries' systems that need no network, for tests of use cases."""

from services.ministries import Ministries
from tests.fake_civil_status_registry import FakeCivilStatusRegistry
from tests.fake_interlinked_services import FakeInterlinkedServices
from tests.fake_national_portal import FakeNationalPortal
from tests.fake_record_ministry import FakeRecordMinistry
from tests.fake_registries import (
    FakeBudgetUnitRegistry,
    FakeEnterpriseRegistry,
    FakeTransportRegistry,
)


def fake_ministries() -> Ministries:
    """Return all of them, answering yes."""
    return Ministries(
        civil_status_registry=FakeCivilStatusRegistry(),
        interlinked_services=FakeInterlinkedServices(),
        national_portal=FakeNationalPortal(),
        enterprise_registry=FakeEnterpriseRegistry(),
        budget_unit_registry=FakeBudgetUnitRegistry(),
        transport_registry=FakeTransportRegistry(),
        construction_permits=FakeRecordMinistry(),
        planning_information=FakeRecordMinistry(),
    )
