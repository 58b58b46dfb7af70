"""What stands on the control slip (phiếu kiểm soát quá trình giải quyết hồ sơ)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ControlRow:
    """One hand-over: who gave, who took, when, in time or not."""

    what: str
    giver: str
    taker: str
    at: datetime
    due_at: datetime | None
    result: str  # early, in_time, late; empty: nothing was due
    note: str


@dataclass(frozen=True)
class ControlSheet:
    """The slip as the step log has it now."""

    authority: str
    one_stop: str
    place: str
    dossier_code: str
    procedure: str
    applicant: str
    received_at: datetime | None
    due_at: datetime | None
    rows: tuple[ControlRow, ...]
    printed_at: datetime
    number: str  # of the form in its circular
    circular: str
    look_up_url: str = ""
