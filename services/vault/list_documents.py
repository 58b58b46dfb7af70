"""One's own papers, searched and page by page (C23)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlmodel import and_, col, func, or_, select

from services.core.clock import local_day
from services.core.text import fold, searched
from services.files.models import FileState, StoredFile
from services.vault.adopt import adopt_waiting
from services.vault.models import (
    DocumentSource,
    DocumentUse,
    DocumentVersion,
    VaultDocument,
)
from services.vault.queries import own_papers
from services.vault.rules import PAGE, SOON
from services.vault.views import DocumentView, view_document
from services.work import Work

LAST_PAGE = 1_000
LONGEST_SEARCH = 100


class Order(StrEnum):
    """What a list begins with."""

    NEWEST = "newest"
    ISSUED = "issued"
    EXPIRES = "expires"
    USED = "used"
    TITLE = "title"


class Validity(StrEnum):
    """What a list may be narrowed to."""

    VALID = "valid"
    EXPIRING = "expiring"
    ENDED = "ended"  # expired or revoked
    UNFIT = "unfit"  # being checked, or refused


@dataclass(frozen=True)
class DocumentFilter:
    """What is looked for; empty parts narrow nothing."""

    text: str = ""
    kind: str = ""
    source: str = ""
    validity: str = ""
    order: Order = Order.NEWEST
    page: int = 1


@dataclass(frozen=True)
class ListedDocument:
    """One paper of the list, and how often it was used."""

    document: DocumentView
    uses: int


@dataclass(frozen=True)
class DocumentPage:
    """One page of the list; `held` counts all papers, whatever the filter."""

    documents: tuple[ListedDocument, ...]
    total: int
    page: int
    held: int
    kinds: tuple[str, ...]  # the kinds there are papers of
    arriving: tuple[UUID, ...] = ()  # being sent: not listed yet, but followed


def list_documents(work: Work, wanted: DocumentFilter) -> DocumentPage:
    """Return the papers looked for, with those that waited for this person."""
    adopt_waiting(work, work.actor.require_citizen())
    today = local_day(work.now)
    narrowed = _narrowed(own_papers(work), wanted, today)
    page = min(max(wanted.page, 1), LAST_PAGE)
    total = _count(work, narrowed)
    ordered = narrowed.order_by(*_ordered(wanted.order), col(VaultDocument.id))
    rows = work.session.exec(ordered.limit(PAGE).offset((page - 1) * PAGE)).all()
    uses = _uses(work, [row[0].id for row in rows])
    return DocumentPage(
        tuple(
            ListedDocument(_view(row, today), uses.get(row[0].id, 0)) for row in rows
        ),
        total,
        page,
        _count(work, own_papers(work)),
        _kinds(work),
        _arriving(work),
    )


def _view(row: Any, today: date) -> DocumentView:  # Any: a row of three tables
    return view_document(row[0], row[1], row[2], today)


def _narrowed(papers: Any, wanted: DocumentFilter, today: date) -> Any:  # Any: selects
    for word in fold(searched(wanted.text, LONGEST_SEARCH)).split():
        papers = papers.where(col(VaultDocument.folded).contains(word, autoescape=True))
    if kind := searched(wanted.kind, LONGEST_SEARCH):
        papers = papers.where(VaultDocument.kind == kind)
    if wanted.source in set(DocumentSource):
        papers = papers.where(VaultDocument.source == DocumentSource(wanted.source))
    if wanted.validity in set(Validity):
        papers = papers.where(_stands(Validity(wanted.validity), today))
    return papers


def _stands(validity: Validity, today: date) -> Any:  # Any: an SQL condition
    until, revoked = col(VaultDocument.valid_until), col(VaultDocument.revoked_at)
    accepted = col(StoredFile.state) == FileState.ACCEPTED
    fine = and_(accepted, revoked.is_(None))
    match validity:
        case Validity.VALID:
            return and_(fine, or_(until.is_(None), until >= today))
        case Validity.EXPIRING:
            return and_(fine, until >= today, until <= today + SOON)
        case Validity.ENDED:
            return or_(revoked.is_not(None), and_(accepted, until < today))
        case Validity.UNFIT:
            return and_(~accepted, revoked.is_(None))


def _ordered(order: Order) -> tuple[Any, ...]:  # Any: SQL expressions
    match order:
        case Order.ISSUED:
            return (col(VaultDocument.issued_on).desc().nulls_last(),)
        case Order.EXPIRES:
            return (col(VaultDocument.valid_until).asc().nulls_last(),)
        case Order.TITLE:
            return (col(VaultDocument.folded),)
        case Order.USED:
            used = select(func.count(col(DocumentUse.id))).where(
                DocumentUse.document_id == VaultDocument.id
            )
            return (used.scalar_subquery().desc(),)
    return (col(VaultDocument.added_at).desc(),)


def _count(work: Work, papers: Any) -> int:  # Any: a select
    counted = papers.with_only_columns(func.count(col(DocumentVersion.id)))
    return int(work.session.exec(counted.order_by(None)).one()[0])


def _uses(work: Work, ids: list[UUID]) -> dict[UUID, int]:
    counted = (
        select(DocumentUse.document_id, func.count(col(DocumentUse.id)))
        .where(col(DocumentUse.document_id).in_(ids))
        .group_by(col(DocumentUse.document_id))
    )
    return dict(work.session.exec(counted).all())


def _kinds(work: Work) -> tuple[str, ...]:
    found = own_papers(work).with_only_columns(col(VaultDocument.kind)).distinct()
    return tuple(sorted(row[0] for row in work.session.exec(found).all()))


def _arriving(work: Work) -> tuple[UUID, ...]:
    sending = (
        select(VaultDocument.id)
        .join(DocumentVersion, col(DocumentVersion.document_id) == VaultDocument.id)
        .join(StoredFile, col(StoredFile.id) == DocumentVersion.file_id)
        .where(
            VaultDocument.account_id == work.actor.require_citizen(),
            StoredFile.state == FileState.RECEIVING,
            col(StoredFile.removed_at).is_(None),
        )
    )
    return tuple(work.session.exec(sending).all())
