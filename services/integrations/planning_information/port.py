"""What the planning record is told: dossiers, progress, and what was issued."""

from typing import Protocol

from services.integrations.generic_ministry.port import RecordSync


class PlanningInformation(RecordSync, Protocol):
    """Keeps documents that answer; every call raises SystemUnavailable in silence."""
