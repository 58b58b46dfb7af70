"""What the register of building permits is told: dossiers, progress, and what was issued."""

from typing import Protocol

from services.integrations.generic_ministry.port import RecordSync


class ConstructionPermits(RecordSync, Protocol):
    """Keeps permits; every call raises SystemUnavailable when nobody answers."""
