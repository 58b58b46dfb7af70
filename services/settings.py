"""The environment, read once and frozen. Nothing else reads it."""

from functools import cache
from pathlib import Path

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from services.ministry_settings import (
    BudgetUnitRegistry,
    CivilStatusRegistry,
    ConstructionPermits,
    EnterpriseRegistry,
    InterlinkedServices,
    LandRegistry,
    NationalPortal,
    NaturalResources,
    PlanningInformation,
    SocialAssistanceRegistry,
    TransportRegistry,
)
from services.system_settings import (
    KNOWN_SECRET,
    Authorities,
    BankFeed,
    Carriers,
    DocumentStore,
    Mail,
    Momo,
    Napas,
    NationalIdentity,
    NationalPayment,
    PoliceIdentity,
    Population,
    PostIdentity,
    PublicPost,
    SimSigning,
    SmartCa,
    Sms,
    SocialInsurance,
    ViettelMoney,
    Vnpay,
    Zalo,
    ZaloPay,
)

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT_SECRET = "development-only-not-for-production-0123456789"  # noqa: S105

LARGEST_MESSAGE = 64 << 10  # bytes of one message of the websocket
REQUIRED = {
    "url",
    "oauth_url",
    "page_url",
    "roots",
    "host",
}  # an address of a system; empty is the sandbox
EVERYWHERE = {"0.0.0.0", "::", "[::]"}


class Framework(BaseSettings):
    """What the framework would take from the environment past our settings (FW-18)."""

    model_config = SettingsConfigDict(
        env_prefix="REFLEX_", frozen=True, env_ignore_empty=True
    )
    cors_allowed_origins: str = ""
    backend_host: str = ""
    socket_max_http_buffer_size: int = LARGEST_MESSAGE
    state_manager_mode: str = ""

    def unsafe(self) -> dict[str, bool]:
        """Tell of each variable whether it opens what is closed."""
        found = {
            "cors_allowed_origins": "*" in self.cors_allowed_origins,
            "backend_host": self.backend_host in EVERYWHERE,
            "socket_max_http_buffer_size": self.socket_max_http_buffer_size
            > LARGEST_MESSAGE,
            "state_manager_mode": self.state_manager_mode == "disk",
        }
        return {f"REFLEX_{name}".upper(): bad for name, bad in found.items()}


class Settings(BaseSettings):
    """What differs between machines. See .env.example for each variable."""

    model_config = SettingsConfigDict(
        env_prefix="DVC_", frozen=True, env_ignore_empty=True
    )
    production: bool = False
    database_url: str = ""
    storage_url: str = ""
    redis_url: str = ""
    public_url: str = "http://localhost:3000"
    proxy_hops: int = Field(default=0, ge=0)  # reverse proxies of ours in front
    sandbox_url: str = "http://localhost:8900"
    profile: str = "thai-nguyen"
    data_folder: Path = ROOT / ".data"
    secret: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    failpoint: str = ""  # tests only: the step at which the process kills itself
    local_signer_url: str = ""  # USB tokens: a program on the person's machine
    sandbox_mail_port: int = 8901
    sms: Sms = Field(default_factory=Sms)
    mail: Mail = Field(default_factory=Mail)
    zalo: Zalo = Field(default_factory=Zalo)
    carriers: Carriers = Field(default_factory=Carriers)
    national_identity: NationalIdentity = Field(default_factory=NationalIdentity)
    police_identity: PoliceIdentity = Field(default_factory=PoliceIdentity)
    population: Population = Field(default_factory=Population)
    social_insurance: SocialInsurance = Field(default_factory=SocialInsurance)
    post_identity: PostIdentity = Field(default_factory=PostIdentity)
    public_post: PublicPost = Field(default_factory=PublicPost)
    document_store: DocumentStore = Field(default_factory=DocumentStore)
    national_payment: NationalPayment = Field(default_factory=NationalPayment)
    vnpay: Vnpay = Field(default_factory=Vnpay)
    napas: Napas = Field(default_factory=Napas)
    momo: Momo = Field(default_factory=Momo)
    zalopay: ZaloPay = Field(default_factory=ZaloPay)
    viettel_money: ViettelMoney = Field(default_factory=ViettelMoney)
    bank_feed: BankFeed = Field(default_factory=BankFeed)
    smart_ca: SmartCa = Field(default_factory=SmartCa)
    sim_signing: SimSigning = Field(default_factory=SimSigning)
    authorities: Authorities = Field(default_factory=Authorities)
    civil_status_registry: CivilStatusRegistry = Field(
        default_factory=CivilStatusRegistry
    )
    social_assistance_registry: SocialAssistanceRegistry = Field(
        default_factory=SocialAssistanceRegistry
    )
    interlinked_services: InterlinkedServices = Field(
        default_factory=InterlinkedServices
    )
    national_portal: NationalPortal = Field(default_factory=NationalPortal)
    enterprise_registry: EnterpriseRegistry = Field(default_factory=EnterpriseRegistry)
    budget_unit_registry: BudgetUnitRegistry = Field(default_factory=BudgetUnitRegistry)
    transport_registry: TransportRegistry = Field(default_factory=TransportRegistry)
    construction_permits: ConstructionPermits = Field(
        default_factory=ConstructionPermits
    )
    land_registry: LandRegistry = Field(default_factory=LandRegistry)
    natural_resources: NaturalResources = Field(default_factory=NaturalResources)
    planning_information: PlanningInformation = Field(
        default_factory=PlanningInformation
    )

    @property
    def local_signer(self) -> str:
        """Return where a page reaches the signing program of a USB token."""
        address = "https://127.0.0.1:8987" if self.production else ""
        return self.local_signer_url or address or f"{self.sandbox_url}/local-signer"

    @property
    def zalo_page(self) -> str:
        """Return where a person follows the province's account at Zalo."""
        return self.zalo.page_url or f"{self.sandbox_url}/zalo/oa/{self.zalo.app_id}"

    @property
    def is_https(self) -> bool:
        """Tell whether people reach the portal over TLS."""
        return self.public_url.startswith("https://")

    @model_validator(mode="after")
    def refuse_development_values(self) -> "Settings":
        """Production starts on its own secret, database, files and TLS, or not."""
        unsafe = (
            {
                "DVC_SECRET": self.secret.get_secret_value() == DEVELOPMENT_SECRET
                or len(self.secret.get_secret_value()) < 32,
                "DVC_DATABASE_URL": not self.database_url,
                "DVC_STORAGE_URL": not self.storage_url,
                "DVC_PUBLIC_URL": not self.is_https,
                "DVC_FAILPOINT": bool(self.failpoint),
            }
            | Framework().unsafe()
            | self._systems_unsafe()
        )
        if self.production and any(unsafe.values()):
            names = ", ".join(name for name, bad in unsafe.items() if bad)
            raise ValueError(f"unsafe in production: {names}")
        return self

    def _systems_unsafe(self) -> dict[str, bool]:
        """Tell of each system whether it is the sandbox, or opened by its secret."""
        found = {}
        for name in type(self).model_fields:
            group = getattr(self, name)
            if not isinstance(group, BaseSettings):
                continue
            prefix = str(group.model_config["env_prefix"])
            for field, value in group:
                if field in REQUIRED:
                    found[f"{prefix}{field}".upper()] = not value
                if isinstance(value, SecretStr):
                    known = value.get_secret_value() == KNOWN_SECRET
                    found[f"{prefix}{field}".upper()] = known
        return found


@cache
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings()
