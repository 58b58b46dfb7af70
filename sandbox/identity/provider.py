"""The two providers that are played, and what tells them apart."""

from dataclasses import dataclass

from sandbox.faults import System

REFUSAL = {"error": "server_error", "error_description": "internal error"}


@dataclass(frozen=True)
class Provider:
    """One identity provider: where it is, what it is called, whom it knows."""

    key: str
    name: str
    sender: str  # of its one-time codes
    about: str
    is_police: bool = False

    @property
    def system(self) -> System:
        """Return its fault switch."""
        return System(self.key, f"{self.name} (đăng nhập)", f"/{self.key}/", REFUSAL)

    @property
    def cookie(self) -> str:
        """Return the name of its own cookie: the portal stands on the same host."""
        return f"sandbox_{self.key}"


NATIONAL = Provider(
    "identity", "Cổng Dịch vụ công Quốc gia", "DVCQG", "Một tài khoản, mọi dịch vụ công"
)
POLICE = Provider(
    "police", "VNeID", "VNeID", "Định danh điện tử của Bộ Công an", is_police=True
)
PROVIDERS = (NATIONAL, POLICE)
