"""The systems that hand dossiers over, by their names."""

from collections.abc import Callable, Mapping

from services.integrations.arriving import ArrivalSource
from services.ministries import Ministries
from services.outbox.models import Outward

SOURCES: Mapping[Outward, Callable[[Ministries], ArrivalSource]] = {
    Outward.NATIONAL_PORTAL: lambda ministries: ministries.national_portal,
    Outward.NATURAL_RESOURCES: lambda ministries: ministries.natural_resources,
    Outward.SOCIAL_ASSISTANCE: lambda ministries: ministries.social_assistance_registry,
}
