"""The visible stamp of a digital signature, and the draft of a result."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

import typst

from services.papers.printing import HERE, TEMPLATES, drawable, moment, typeset


@dataclass(frozen=True)
class StampFacts:
    """Who signs, in which office, when (NĐ 30/2020, phụ lục I, phần V)."""

    name: str
    title: str
    agency: str
    at: datetime


@dataclass(frozen=True)
class ResultSheet:
    """A result in the layout of NĐ 30/2020/NĐ-CP."""

    authority: str  # the body above
    agency: str
    number: str  # empty in a draft
    series: str
    place: str
    made_at: datetime | None  # empty in a draft: signed on that day
    title: str  # QUYẾT ĐỊNH, GIẤY CHỨNG NHẬN …
    about: str  # trích yếu
    basis: str  # grounds, one a line
    body: str  # one paragraph a line
    recipients: str  # nơi nhận, one a line
    signer_title: str
    signer_name: str
    check_url: str
    is_draft: bool


def print_stamp(facts: StampFacts) -> bytes:
    """Return a page as large as the stamp, to be laid upon the last page."""
    data = json.dumps(drawable(asdict(facts)), default=moment)
    pdf: bytes = typst.compile(
        TEMPLATES / "stamp.typ",
        root=TEMPLATES,
        font_paths=[HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"data": data},
    )
    return pdf


def print_result(facts: ResultSheet, at: datetime) -> bytes:
    """Return the result, or its draft."""
    return typeset("result", facts, facts.check_url, at)
