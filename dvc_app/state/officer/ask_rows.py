"""What an officer ticks when asking for a supplement, and sees before sending."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AskRow:
    """Something that can be ticked."""

    key: str
    kind: str
    title: str
    stands: str
    is_ticked: bool
    template: str
    reason: str  # what the field begins with
    reason_fault: str
    how_to_fault: str


@dataclass(frozen=True)
class PreviewRow:
    """One point as the person will read it."""

    title: str
    reason: str
    how_to: str
