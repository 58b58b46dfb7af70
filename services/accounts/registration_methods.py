"""The ways to register (C02): who may use each, and how sure it makes us."""

from dataclasses import dataclass
from enum import StrEnum

from services.accounts.models import Party

MEDIUM, HIGH = 2, 3  # IAL2, IAL3 (QĐ 766 group 4)
CITIZENS = (Party.CITIZEN,)


class RegistrationMethod(StrEnum):
    """Ways to register; the value is kept as the source of the assurance."""

    PHONE = "mobile_subscription"
    INSURANCE = "social_insurance"
    POLICE = "police"
    POST = "post"
    USB = "usb"
    SIM = "sim"
    SMART_CA = "smart_ca"


@dataclass(frozen=True)
class RegistrationWay:
    """What one way proves, for whom, and which system vouches for it."""

    method: RegistrationMethod
    level: int
    parties: tuple[Party, ...]
    system: str  # as in services/systems.py


WAYS = (
    RegistrationWay(RegistrationMethod.PHONE, MEDIUM, CITIZENS, "carriers"),
    RegistrationWay(RegistrationMethod.INSURANCE, MEDIUM, CITIZENS, "social_insurance"),
    RegistrationWay(RegistrationMethod.POLICE, MEDIUM, CITIZENS, "police_identity"),
    RegistrationWay(RegistrationMethod.POST, MEDIUM, CITIZENS, "post_identity"),
    RegistrationWay(RegistrationMethod.USB, HIGH, tuple(Party), "authorities"),
    RegistrationWay(RegistrationMethod.SIM, HIGH, tuple(Party), "sim_signing"),
    RegistrationWay(
        RegistrationMethod.SMART_CA,
        HIGH,
        (Party.CITIZEN, Party.ENTERPRISE),
        "smart_ca",
    ),
)
BY_METHOD = {way.method: way for way in WAYS}
BY_CERTIFICATE = (
    RegistrationMethod.USB,
    RegistrationMethod.SIM,
    RegistrationMethod.SMART_CA,
)
