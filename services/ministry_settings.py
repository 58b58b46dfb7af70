"""One group of settings per ministry's system: address, codes and secrets."""

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from services.system_settings import KNOWN_SECRET


def _named(prefix: str) -> SettingsConfigDict:
    return SettingsConfigDict(env_prefix=prefix, frozen=True, env_ignore_empty=True)


class NationalPortal(BaseSettings):
    """The national portal's sync of dossiers (contracts 1 B and 2)."""

    model_config = _named("DVC_NATIONAL_PORTAL_")
    url: str = ""  # empty: the sandbox
    release: str = "vxp"  # or central: the newer central interface
    user: str = KNOWN_SECRET  # or client_id
    password: SecretStr = SecretStr(KNOWN_SECRET)  # or client_secret
    unit: str = "000.00.00.H55"  # madonvi
    destination: str = "VN:GOV:000.00.00.G22:vpcpdvcqg"  # dstcode
    file_key: SecretStr = SecretStr(KNOWN_SECRET)  # what they carry to fetch a file


class CivilStatusRegistry(BaseSettings):
    """The civil status registry, behind the data gateway (contracts 1 A, 5.2)."""

    model_config = _named("DVC_CIVIL_STATUS_REGISTRY_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret
    province: str = "19"  # maTinh


class SocialAssistanceRegistry(BaseSettings):
    """The social assistance registry, behind the data gateway (contracts 5.3).

    Which ministry owns it since March 2025 differs: host, keys and the name of its
    service move with the owner, and nothing else does.
    """

    model_config = _named("DVC_SOCIAL_ASSISTANCE_REGISTRY_")
    url: str = ""  # empty: the sandbox
    service: str = "apiBTXH"  # what the gateway calls it
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret
    accept_key: SecretStr = SecretStr(KNOWN_SECRET)  # AcceptKey
    account: str = "dvc"  # TaiKhoanXuLy
    province: str = "19"  # MaTinh
    file_key: SecretStr = SecretStr(KNOWN_SECRET)  # what they carry to fetch a file


class ConstructionPermits(BaseSettings):
    """The register of building permits, behind the data gateway (contracts 5.8)."""

    model_config = _named("DVC_CONSTRUCTION_PERMITS_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret
    file_key: SecretStr = SecretStr(KNOWN_SECRET)  # what they carry to fetch a file


class PlanningInformation(BaseSettings):
    """The planning record, behind the data gateway (contracts 5.9)."""

    model_config = _named("DVC_PLANNING_INFORMATION_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret
    file_key: SecretStr = SecretStr(KNOWN_SECRET)  # what they carry to fetch a file


class NaturalResources(BaseSettings):
    """The environment ministry's filing pages, behind the data gateway (contracts 5.4)."""

    model_config = _named("DVC_NATURAL_RESOURCES_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret
    unit: str = "H55"  # MaDonVi: whose dossiers, with those of the units below
    file_key: SecretStr = SecretStr(KNOWN_SECRET)  # what they carry to fetch a file


class LandRegistry(BaseSettings):
    """The land registry (VBDLIS), behind the data gateway, both ways (contracts 5.4)."""

    model_config = _named("DVC_LAND_REGISTRY_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret
    province: int = 19  # TinhId
    callback_key: SecretStr = SecretStr(KNOWN_SECRET)  # what they carry to us


class EnterpriseRegistry(BaseSettings):
    """The enterprise registry, behind the data gateway (contracts 1 A, 5.5)."""

    model_config = _named("DVC_ENTERPRISE_REGISTRY_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret
    service: str = "apiCSDLDKDN"  # what the gateway calls it: apiCSDLDKDN/1.0, too


class BudgetUnitRegistry(BaseSettings):
    """The register of budget units, behind the data gateway (contracts 1 A, 5.6)."""

    model_config = _named("DVC_BUDGET_UNIT_REGISTRY_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret


class TransportRegistry(BaseSettings):
    """The transport registry, behind the data gateway (contracts 1 A, 5.7)."""

    model_config = _named("DVC_TRANSPORT_REGISTRY_")
    url: str = ""  # empty: the sandbox
    key: str = KNOWN_SECRET  # consumer key
    secret: SecretStr = SecretStr(KNOWN_SECRET)  # consumer secret
    agency: str = "000.00.15.H55"  # GovAgencyCode
    api_key: SecretStr = SecretStr(KNOWN_SECRET)  # APIKey
    user: str = KNOWN_SECRET  # username of GPLX
    password: SecretStr = SecretStr(KNOWN_SECRET)  # its password


class InterlinkedServices(BaseSettings):
    """The interlinked services of births and deaths (DVCLT, contracts 5.1)."""

    model_config = _named("DVC_INTERLINKED_SERVICES_")
    url: str = ""  # empty: the sandbox
    user: str = KNOWN_SECRET
    password: SecretStr = SecretStr(KNOWN_SECRET)
