"""The environment, read once and frozen. Nothing else reads it."""

from functools import cache
from pathlib import Path

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT_SECRET = "development-only-not-for-production-0123456789"  # noqa: S105

LARGEST_MESSAGE = 64 << 10  # bytes of one message of the websocket
EVERYWHERE = {"0.0.0.0", "::", "[::]"}


class Sms(BaseSettings):
    """The SMS gateway (contracts 7, VNPT)."""

    model_config = SettingsConfigDict(
        env_prefix="DVC_SMS_", frozen=True, env_ignore_empty=True
    )
    url: str = ""  # empty: the sandbox
    user: str = "sandbox"
    password: SecretStr = SecretStr("sandbox")
    label: str = "DVC"


class Carriers(BaseSettings):
    """The subscriber check of the mobile carriers (sandbox contract)."""

    model_config = SettingsConfigDict(
        env_prefix="DVC_CARRIERS_", frozen=True, env_ignore_empty=True
    )
    url: str = ""  # empty: the sandbox
    api_key: SecretStr = SecretStr("sandbox")


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
    sms: Sms = Field(default_factory=Sms)
    carriers: Carriers = Field(default_factory=Carriers)

    @property
    def is_https(self) -> bool:
        """Tell whether people reach the portal over TLS."""
        return self.public_url.startswith("https://")

    @model_validator(mode="after")
    def refuse_development_values(self) -> "Settings":
        """Production starts on its own secret, database, files and TLS, or not."""
        unsafe = {
            "DVC_SECRET": self.secret.get_secret_value() == DEVELOPMENT_SECRET
            or len(self.secret.get_secret_value()) < 32,
            "DVC_DATABASE_URL": not self.database_url,
            "DVC_STORAGE_URL": not self.storage_url,
            "DVC_PUBLIC_URL": not self.is_https,
            "DVC_FAILPOINT": bool(self.failpoint),
            "DVC_SMS_URL": not self.sms.url,
            "DVC_CARRIERS_URL": not self.carriers.url,
            "DVC_SMS_PASSWORD": self.sms.password.get_secret_value() == "sandbox",
            "DVC_CARRIERS_API_KEY": self.carriers.api_key.get_secret_value()
            == "sandbox",
        } | Framework().unsafe()
        if self.production and any(unsafe.values()):
            names = ", ".join(name for name, bad in unsafe.items() if bad)
            raise ValueError(f"unsafe in production: {names}")
        return self


@cache
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings()
