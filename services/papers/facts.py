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
    check_url: str = ""  # what the QR opens (C27)


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
    check_url: str = ""  # what the QR opens (C27)
    form_set: str = "tt03_2025"  # the set the dossier started with
    circular: str = ""  # as the form names it; empty: the latest


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


@dataclass(frozen=True)
class DeclaredLine:
    """One answer of a form; without a text a dotted line is printed."""

    label: str
    text: str
    is_wide: bool = False  # takes a whole line
    spelled: str = ""  # a day in ISO 8601 that the law wants in words too


@dataclass(frozen=True)
class DeclaredRow:
    """One row of a repeated group, named by its title, or all of another group."""

    title: str
    lines: tuple[DeclaredLine, ...]


@dataclass(frozen=True)
class DeclaredPart:
    """A group of the form: numbered lines, or rows."""

    title: str
    is_repeated: bool
    rows: tuple[DeclaredRow, ...]


@dataclass(frozen=True)
class SignatureBlock:
    """Who signs."""

    role: str
    name: str


@dataclass(frozen=True)
class FormSheet:
    """A declaration in the manner of the law's forms, filled in on the portal."""

    title: str
    form_number: str
    legal_basis: str
    addressee: str
    parts: tuple[DeclaredPart, ...]
    office: tuple[DeclaredPart, ...]  # filled in by the receiving officer
    pledge: str
    place: str
    signatures: tuple[SignatureBlock, ...]
    made_at: datetime  # handed in; of a draft, last changed
    is_draft: bool
    dossier_code: str = ""  # a draft has none
    look_up_url: str = ""
    hotline: str = ""


@dataclass(frozen=True)
class ReceiptLine:
    """One fee or charge that was paid."""

    name: str
    kind: str  # fee (lệ phí) or charge (phí)
    amount: int  # đồng
    basis: str = ""


@dataclass(frozen=True)
class PaymentReceiptSheet:
    """An e-receipt of fees and charges (biên lai thu phí, lệ phí điện tử)."""

    authority: str  # the agency above, as named on its papers
    agency: str
    place: str
    series: str
    number: str
    payer: str
    payer_number: str
    payer_address: str
    dossier_code: str
    procedure: str
    invoice_number: str
    lines: tuple[ReceiptLine, ...]
    amount: int
    amount_words: str
    account: str
    paid_with: str
    transaction: str  # the provider's number
    order_number: str  # ours
    paid_at: datetime
    issued_at: datetime
    digest: str
    hotline: str
    check_url: str = ""  # what the QR opens (C27)
