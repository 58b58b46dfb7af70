"""The names of the province this deployment serves, for pages to draw."""

from functools import cache

from dvc_app.wording import frame
from services.province import Province, province
from services.settings import settings

DOORS = ("province", "national")


@cache
def here() -> Province:
    """Return the province of this deployment."""
    return province(settings().profile)


def brand() -> str:
    """Return the short name of the portal."""
    return frame.BRAND.format(province=_lower_first(here().name))


def owner() -> str:
    """Return who answers for the portal."""
    return frame.OWNER.format(
        province=_lower_first(here().name), service_centre=here().service_centre
    )


def hotline() -> str:
    """Return the telephone people call for help."""
    return here().hotline


def hotline_text() -> str:
    """Return the telephone for a sentence: it never breaks at a line's end."""
    return here().hotline.replace(" ", "\N{NO-BREAK SPACE}")


def email() -> str:
    """Return the address people write to for help."""
    return here().email


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:]


def name() -> str:
    """Return the full name of the province."""
    return here().name


def doors() -> tuple[str, ...]:
    """Return the ways to sign in, in the province's order; one left out is shut."""
    asked = here().profile.get("sign_in", {}).get("order", DOORS)
    return tuple(door for door in asked if door in DOORS)
