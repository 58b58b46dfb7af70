"""How the province is known at the national portal, whichever of its interfaces."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Access:
    """How the province is known there."""

    user: str
    password: str = field(repr=False)
    unit: str  # madonvi
    destination: str  # dstcode
