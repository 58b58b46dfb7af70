"""What the signing page draws, as display strings."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dvc_app import formats, routes
from dvc_app.wording import faults
from dvc_app.wording import signing as wording
from services.core.clock import local_day
from services.integrations.remote_signing.port import MOST_DIGESTS
from services.results.presented import PresentedResult
from services.results.signing_views import BatchView, ItemView
from services.settings import settings
from services.signing.models import SigningState as Standing
from services.signing.models import SigningWay


@dataclass(frozen=True)
class PresentedRow:
    """One result that waits for a signature."""

    code: str
    version: int
    title: str
    procedure: str
    applicant: str
    due: str
    file: str
    href: str
    note: str
    may_sign: bool
    is_first: bool = False  # among those that one press may sign


@dataclass(frozen=True)
class ItemRow:
    """How one document of a press stands."""

    code: str
    number: str
    state: str
    css: str
    why: str


@dataclass(frozen=True)
class BatchRow:
    """The last press."""

    id: str = ""
    compare: str = ""
    why: str = ""
    lines: list[ItemRow] = field(default_factory=list)


def presented_rows(found: Sequence[PresentedResult]) -> list[PresentedRow]:
    """Return the rows; the first that may be signed are those of one press."""
    rows = [_presented(one) for one in found]
    first = {row.code for row in [row for row in rows if row.may_sign][:MOST_DIGESTS]}
    return [replace(row, is_first=row.code in first) for row in rows]


def _presented(one: PresentedResult) -> PresentedRow:
    """Return a row in words."""
    due = wording.NO_DUE
    if one.due_at is not None:
        due = wording.DUE.format(day=formats.day(local_day(one.due_at)))
    note = ""
    if one.batch_id is not None:
        note = wording.UNDER_WAY
    elif one.is_paper:
        note = wording.PAPER
    elif one.is_correction:
        note = wording.CORRECTION
    return PresentedRow(
        code=one.code,
        version=one.version,
        title=one.title,
        procedure=one.procedure,
        applicant=one.applicant,
        due=due,
        file=routes.fill(routes.API_FILE, file_id=str(one.file_id)),
        href=routes.fill(routes.PROCESSING, code=one.code),
        note=note,
        may_sign=not one.is_paper and one.batch_id is None,
    )


def batch_row(view: BatchView) -> BatchRow:
    """Return a press in words."""
    compare = view.code_to_compare if view.is_open else ""
    lines = [_item(one) for one in view.items]
    return BatchRow(str(view.id), compare, why(view.fault), lines)


def documents_of(view: BatchView) -> list[dict[str, str]]:
    """Return the hashes, as the signing program takes them."""
    return [
        {"DocNumber": one.number or one.code, "Hash": _base64(one.digest)}
        for one in view.items
        if one.digest
    ]


def certificates_of(told: list[list[str]]) -> list[tuple[str, Sequence[str]]]:
    """Return each certificate with what lies above it, as the program listed them."""
    return [(one[0], one[1:]) for one in told if one]


def window_of(way: SigningWay) -> str:
    """Return where the sandbox shows the phone or the token; a real one has none."""
    chosen = settings()
    real, shown = {
        SigningWay.USB: (chosen.local_signer_url, "/local-signer/window"),
        SigningWay.SMART_CA: (chosen.smart_ca.url, "/smart-ca/phone"),
    }[way]
    return "" if real or chosen.production else chosen.sandbox_url + shown


def why(fault: str) -> str:
    """Return the sentence of a fault, if there is one."""
    if not fault:
        return ""
    text = wording.WHY.get(fault) or faults.SENTENCES.get(
        fault, wording.STATES["failed"]
    )
    return text if text.endswith(".") else f"{text}."


def _item(one: ItemView) -> ItemRow:
    return ItemRow(
        code=one.code,
        number=one.number,
        state=_state(one),
        css=wording.TAGS.get(one.state, "tag tag--wait"),
        why=why(one.fault),
    )


def _state(one: ItemView) -> str:
    # Cancelled at the window of a token: no phone was asked.
    if one.state is Standing.REFUSED and one.fault in wording.TOKEN_FAILED.values():
        return wording.NOT_SIGNED
    return wording.STATES[one.state]


def _base64(digest: str) -> str:
    return base64.b64encode(bytes.fromhex(digest)).decode()
