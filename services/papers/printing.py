"""Facts to PDF: typst sets the templates, with the fonts of this folder only."""

import json
import unicodedata
from dataclasses import asdict
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any  # facts as JSON values
from zoneinfo import ZoneInfo

import typst
from pypdf import PdfWriter

from services.papers.control_sheet import ControlSheet
from services.papers.facts import (
    AcknowledgementSheet,
    ChecklistSheet,
    FormSheet,
    PaymentReceiptSheet,
    ReceiptSheet,
)
from services.papers.qr import qr_svg

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE / "templates"
PROVINCE_TIME = ZoneInfo("Asia/Ho_Chi_Minh")
# Scripts the fonts cover; typst refuses to archive what it cannot draw.
DRAWN = ("LATIN", "GREEK", "CYRILLIC", "COMBINING", "MODIFIER")
MISSING = "\N{REPLACEMENT CHARACTER}"


def print_acknowledgement(facts: AcknowledgementSheet) -> bytes:
    """Print the sheet that a dossier was handed in online (R39, screen C15)."""
    address = facts.check_url or facts.look_up_url
    return typeset("acknowledgement", facts, address, facts.submitted_at)


def print_receipt(facts: ReceiptSheet) -> bytes:
    """Print form 01 of TT 03/2025/TT-VPCP: the promise of a date."""
    address = facts.check_url or facts.look_up_url
    return typeset("receipt", facts, address, facts.received_at)


def print_receipt_twice(facts: ReceiptSheet) -> bytes:
    """Print the receipt twice: one for the person, one that the office keeps."""
    once, twice = print_receipt(facts), PdfWriter()
    for _ in range(2):
        twice.append(BytesIO(once))
    with BytesIO() as printed:
        twice.write(printed)
        return printed.getvalue()


def print_checklist(facts: ChecklistSheet) -> bytes:
    """Print the papers a procedure asks for, for people who go to the counter."""
    return typeset("checklist", facts, facts.procedure_url, facts.printed_at)


def print_declaration(facts: FormSheet) -> bytes:
    """Print an electronic form as the law's form, or as the draft of one."""
    return typeset("declaration", facts, facts.look_up_url, facts.made_at)


def print_payment_receipt(facts: PaymentReceiptSheet) -> bytes:
    """Print an e-receipt; a reprint has the same bytes (PAY-11)."""
    return typeset("payment_receipt", facts, facts.check_url, facts.issued_at)


def print_control_slip(facts: ControlSheet) -> bytes:
    """Print the control slip, Mẫu 06 of TT 03/2025/TT-VPCP, from the step log."""
    return typeset("control_slip", facts, "", facts.printed_at)


def typeset(template: str, facts: Any, address: str, made_at: datetime) -> bytes:
    """Return a PDF/A-2b, PDF/UA-1 file; the same facts give the same bytes.

    Each call has a compiler of its own and writes no file, so threads may call
    it at once. A sign the fonts lack must not cost a person the paper: it is
    printed as the sign for “cannot be shown”.
    """
    data = asdict(facts) | {"qr": qr_svg(address) if address else ""}
    try:
        return compile_pdf(template, json.dumps(data, default=moment), made_at)
    except typst.TypstError:
        drawn = json.dumps(drawable(data), default=moment)
        return compile_pdf(template, drawn, made_at)


def compile_pdf(template: str, data: str, made_at: datetime) -> bytes:
    """Run typst on one template."""
    pdf: bytes = typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=[HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"data": data},
        pdf_standards=["a-2b", "ua-1"],  # archival, and readable aloud
        timestamp=int(made_at.timestamp()),
    )
    return pdf


def moment(value: object) -> dict[str, int]:
    """Return a time as the province's clock and calendar show it."""
    if not isinstance(value, datetime):
        raise TypeError(type(value).__name__)
    local = value.astimezone(PROVINCE_TIME)
    return {
        "year": local.year,
        "month": local.month,
        "day": local.day,
        "hour": local.hour,
        "minute": local.minute,
    }


def drawable(value: Any) -> Any:
    """Return the value with every sign the fonts may lack replaced."""
    if isinstance(value, str):
        return "".join(char if is_drawn(char) else MISSING for char in value)
    if isinstance(value, dict):
        return {key: drawable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [drawable(item) for item in value]
    return value


def is_drawn(char: str) -> bool:
    """Tell whether the fonts have the sign."""
    if char.isascii():
        return char.isprintable() or char == "\n"
    name = unicodedata.name(char, "")
    general = 0x2010 <= ord(char) <= 0x2044 or 0xA0 <= ord(char) <= 0xFF
    return general or name.startswith(DRAWN)
