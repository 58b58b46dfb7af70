"""Where the sandbox listens, where it keeps things, and the keys it takes."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """The environment of the sandbox. Its keys are known to all and open nothing."""

    model_config = SettingsConfigDict(env_prefix="SANDBOX_", frozen=True)

    port: int = 8900
    data: Path = Path(".data/sandbox")
    sms_user: str = "sandbox"
    sms_password: str = "sandbox"  # noqa: S105 - of the sandbox alone
    carriers_key: str = "sandbox"
    key: str = "sandbox"  # the secret every other stand-in takes
    mail_port: int = 8901
    bank_push_url: str = ""  # where the bank tells of a credit at once; empty: nowhere
