"""What the pages of the vault draw, as display strings."""

from dataclasses import dataclass
from datetime import datetime

from dvc_app import formats, routes
from dvc_app.wording import document_corrections, document_shares, uploads
from dvc_app.wording import documents as wording
from services.files.models import FileState
from services.settings import settings
from services.vault.models import DocumentState
from services.vault.show_document import CorrectionView, ShareView, VersionView
from services.vault.views import DocumentView


@dataclass(frozen=True)
class DocumentRow:
    """One paper, in the list, at the head of its page and in the picker."""

    id: str = ""
    title: str = ""
    kind: str = ""
    facts: str = ""  # number, issuer, dates
    source: str = ""
    source_css: str = "tag"
    state: str = ""
    state_css: str = "tag"
    hint: str = ""  # what to do about its state
    hint_css: str = "small muted"
    details: str = ""  # pages, size, signature, uses
    address: str = ""  # of its page
    file: str = ""  # of its file; empty while nobody may read it
    thumbnail: str = ""
    open_label: str = ""
    detail_label: str = ""
    preview_label: str = ""


@dataclass(frozen=True)
class VersionRow:
    """One file of a paper."""

    number: str
    line: str
    name: str
    state: str
    state_css: str
    fault: str
    file: str


@dataclass(frozen=True)
class ShareRow:
    """One share with the looks that were taken."""

    id: str
    line: str
    state: str
    state_css: str
    count: str
    openings: list[str]
    is_open: bool
    stop_label: str


@dataclass(frozen=True)
class CorrectionRow:
    """A correction that was asked for."""

    line: str
    when: str
    state: str
    state_css: str
    answer: str


def document_row(document: DocumentView, uses: int = 0) -> DocumentRow:
    """Return one paper in words."""
    state, css = _state(document)
    hint, hint_css = _hint(document)
    file_id, is_there = str(document.file_id), _is_readable(document)
    return DocumentRow(
        id=str(document.id),
        title=document.title,
        kind=wording.KINDS.get(document.kind, wording.KINDS["other"]),
        facts=facts_of(document),
        source=wording.SOURCES[document.source],
        source_css="tag tag--info" if document.is_official else "tag",
        state=state,
        state_css=css,
        hint=hint,
        hint_css=hint_css,
        details=_details(document, uses),
        address=routes.fill(routes.MY_DOCUMENT, document=str(document.id)),
        file=routes.fill(routes.API_FILE, file_id=file_id) if is_there else "",
        thumbnail=routes.fill(routes.API_THUMBNAIL, file_id=file_id)
        if is_there and document.has_thumbnail
        else "",
        open_label=wording.OPEN_NAMED.format(name=document.title),
        detail_label=wording.DETAIL_NAMED.format(name=document.title),
        preview_label=wording.PREVIEW.format(name=document.title),
    )


def facts_of(document: DocumentView) -> str:
    """Return number, issuer and dates as one line."""
    parts = [document.issuer]
    if document.number:
        parts.insert(0, wording.NUMBER.format(number=document.number))
    if document.issued_on:
        parts.append(wording.ISSUED.format(day=formats.day(document.issued_on)))
    if document.valid_until:
        parts.append(wording.UNTIL.format(day=formats.day(document.valid_until)))
    return " · ".join(part for part in parts if part)


def signature_of(document: DocumentView) -> str:
    """Return what is known of its signature."""
    if document.is_signed and not document.signature:
        return wording.SIGNED_UNKNOWN
    words = wording.SIGNATURES.get(document.signature, wording.SIGNED_UNKNOWN)
    return words.format(signer=document.signer or document.issuer)


def version_row(version: VersionView) -> VersionRow:
    """Return one file of a paper in words."""
    number = str(version.number)
    words = {
        FileState.CHECKING: (uploads.CHECKING, "tag tag--wait"),
        FileState.REFUSED: (uploads.REFUSED, "tag tag--late"),
    }
    shown = (wording.VERSION_SHOWN, "tag tag--done") if version.is_shown else ("", "")
    state, css = words.get(version.state, shown)
    is_readable = version.state is FileState.ACCEPTED
    return VersionRow(
        number=number,
        line=wording.VERSION_LINE.format(
            number=number, day=formats.moment(version.added_at)
        ),
        name=version.name,
        state=state,
        state_css=css,
        fault=uploads.FAULTS.get(version.fault, "") if version.fault else "",
        file=routes.fill(routes.API_FILE, file_id=str(version.file_id))
        if is_readable
        else "",
    )


def share_row(share: ShareView) -> ShareRow:
    """Return one share in words."""
    created = formats.moment(share.created_at)
    state, css = (
        document_shares.SHARE_OPEN if share.is_open else document_shares.SHARE_OVER
    )
    if share.ended_at:
        state, css = document_shares.SHARE_ENDED
        state = state.format(day=formats.day(share.ended_at))
    count = document_shares.SHARE_COUNT.format(count=share.opened_count)
    return ShareRow(
        id=str(share.id),
        line=document_shares.SHARE_LINE.format(
            created=created, until=formats.moment(share.until)
        ),
        state=state,
        state_css=css,
        count=count if share.opened_count else document_shares.SHARE_UNOPENED,
        openings=[
            f"{formats.moment(at)}: {document_shares.OPENINGS.get(act, act)}"
            for at, act in share.openings
        ],
        is_open=share.is_open,
        stop_label=document_shares.SHARE_STOP_NAMED.format(created=created),
    )


def correction_row(asked: CorrectionView) -> CorrectionRow:
    """Return a correction in words."""
    waits = asked.answered_at is None
    state, css = (
        document_corrections.CORRECTION_WAITING
        if waits
        else document_corrections.CORRECTION_DONE
    )
    state, css = document_corrections.CORRECTION_OUTCOMES.get(
        asked.outcome, (state, css)
    )
    answer = asked.answer and document_corrections.CORRECTION_WHY.format(
        reason=asked.answer
    )
    if asked.written and asked.written != asked.proposed:
        written = formats.day_or_text(asked.written)
        answer = document_corrections.CORRECTION_WRITTEN.format(written=written)
    return CorrectionRow(
        line=document_corrections.CORRECTION_LINE.format(
            field=wording.FIELDS.get(asked.field, asked.field),
            present=formats.day_or_text(asked.present) or wording.NOT_SAID,
            proposed=asked.proposed,
        ),
        when=formats.moment(asked.asked_at),
        state=state,
        state_css=css,
        answer=answer,
    )


def _state(document: DocumentView) -> tuple[str, str]:
    if document.state is DocumentState.KEPT and document.is_expiring:
        words, css = wording.EXPIRING
        left = document.days_left or 0
        return (words.format(days=left) if left else wording.EXPIRES_TODAY), css
    return wording.STATES[document.state]


def _hint(document: DocumentView) -> tuple[str, str]:
    match document.state:
        case DocumentState.REFUSED:
            fault = uploads.FAULTS.get(document.fault, uploads.FAULTS["broken"])
            return fault, "small error"
        case DocumentState.REVOKED:
            why = document.revoked_reason or wording.REVOKED_WHY
            return wording.REVOKED_HINT.format(reason=why), "small error"
        case DocumentState.EXPIRED:
            day = formats.day(document.valid_until)
            return wording.EXPIRED_HINT.format(day=day), "small muted"
        case DocumentState.CHECKING:
            return wording.CHECKING_HINT, "small muted"
    return "", "small muted"


def _details(document: DocumentView, uses: int) -> str:
    parts = [formats.size(document.size)]
    if document.pages:
        parts.insert(0, uploads.PAGES.format(count=document.pages))
    if document.is_signed:
        parts.append(wording.SIGNED)
    if document.version > 1:
        parts.append(wording.VERSION.format(number=document.version))
    if uses:
        parts.append(wording.USES.format(count=uses))
    return " · ".join(parts)


def _is_readable(document: DocumentView) -> bool:
    unread = (DocumentState.CHECKING, DocumentState.REFUSED)
    # What was revoked before it was ever inspected has no kind yet.
    return document.state not in unread and bool(document.file_kind)


def share_hint(until: datetime) -> str:
    """Return where a shared paper is opened, and how long."""
    address = settings().public_url.rstrip("/") + routes.SHARED_DOCUMENT
    return document_shares.SHARED_HINT.format(
        address=address, until=formats.moment(until)
    )
