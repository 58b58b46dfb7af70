"""The facts that stand on each printed paper; words of the forms are in templates/."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SentPart:
    """A dossier component as it was handed in online."""

    name: str
    files: int
    pages: int


@dataclass(frozen=True)
class AcknowledgementSheet:
    """Proof for the submitter that a dossier has arrived online (screen C15)."""

    province: str
    service_centre: str
    submitter: str
    dossier_code: str
    address: str
    phone: str
    email: str
    request: str
    parts: tuple[SentPart, ...]
    sets: int
    submitted_at: datetime
    check_by: datetime | None  # when the desk must have looked at it
    look_up_url: str
    hotline: str
    acting_for: str = ""  # filed for somebody else: whom
    acting_by: str = ""  # by which right: a relation, or a kind of delegation


@dataclass(frozen=True)
class ReceivedPart:
    """A dossier component as the desk took it in, counted by kind of copy."""

    name: str
    originals: int
    certified: int  # bản sao chứng thực
    copies: int
    note: str = ""


@dataclass(frozen=True)
class ReceiptSheet:
    """Giấy tiếp nhận hồ sơ và hẹn trả kết quả: form 01 of TT 03/2025/TT-VPCP."""

    authority: str  # the agency above, as named on its papers
    one_stop: str  # the desk that receives
    place: str
    dossier_code: str
    submitter: str
    channel: str
    address: str
    phone: str
    email: str
    citizen_id: str
    request: str
    applicant: str
    applicant_address: str
    parts: tuple[ReceivedPart, ...]
    sets: int
    time_limit: str
    received_at: datetime
    due_at: datetime | None
    collect_at: str
    register_book: str
    register_number: int
    officer: str
    look_up_url: str
    hotline: str


@dataclass(frozen=True)
class ListedPart:
    """A paper the procedure asks for."""

    name: str
    originals: int
    copies: int
    condition: str = ""  # when it is asked for; empty means always


@dataclass(frozen=True)
class ListedCase:
    """One case of a procedure and its papers."""

    name: str
    parts: tuple[ListedPart, ...]


@dataclass(frozen=True)
class ChecklistSheet:
    """Danh mục giấy tờ: what to bring to the counter."""

    province: str
    procedure: str
    procedure_code: str
    agency: str
    where: str
    opening_hours: str
    time_limit: str
    fee: str
    cases: tuple[ListedCase, ...]
    printed_at: datetime
    procedure_url: str
    hotline: str
