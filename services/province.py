"""The province this deployment serves, as its profile describes it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from services.settings import ROOT


@dataclass(frozen=True)
class Province:
    """Names and switches of one province. Nothing provincial is in code."""

    code: str  # letter code of agencies, e.g. H55
    name: str
    hotline: str
    email: str
    website: str
    service_centre: str
    profile: dict[str, Any]  # Any: the rest of the TOML, read by the seed

    @property
    def has_filing_pages(self) -> bool:
        """Tell whether people hand in here, or at the national portal alone.

        Behind the national portal dossiers arrive by sync (services/arrivals); people
        look up, pay and supplement here, and the counter takes in as always.
        """
        return bool(self.profile.get("switches", {}).get("filing", True))


def read_profile(path: Path) -> Province:
    """Return the province a profile file describes."""
    profile = tomllib.loads(path.read_text("utf-8"))
    head = profile["province"]
    return Province(
        code=head["code"],
        name=head["name"],
        hotline=head["hotline"],
        email=head["email"],
        website=head.get("website", ""),
        service_centre=head["service_centre"],
        profile=profile,
    )


@cache
def province(name: str) -> Province:
    """Return the province of `profiles/<name>.toml`."""
    return read_profile(ROOT / "profiles" / f"{name}.toml")
