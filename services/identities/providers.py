"""Which identity provider a journey goes to."""

from enum import StrEnum

from services.integrations.identity_provider.port import IdentityProvider
from services.work import Work


class Provider(StrEnum):
    """The providers people are sent to; each names people in a way of its own."""

    NATIONAL = "national"  # Cổng Dịch vụ công quốc gia
    POLICE = "police"  # VNeID, for registering only


def provider_of(work: Work, provider: Provider) -> IdentityProvider:
    """Return the port of this provider."""
    if provider is Provider.POLICE:
        return work.systems.police_identity
    return work.systems.national_identity
