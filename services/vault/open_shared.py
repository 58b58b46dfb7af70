"""Open a paper somebody shared: by its code, without signing in."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cryptography.fernet import InvalidToken
from sqlmodel import col, select

from services.accounts.keys import seal, unseal_fresh
from services.accounts.models import Account, AccountStatus
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, NotFound
from services.files.read import OpenedFile, content_of
from services.signals import person_topic, tell
from services.vault.models import (
    DocumentOpening,
    DocumentShare,
    DocumentState,
    VaultDocument,
)
from services.vault.queries import Paper, papers
from services.vault.share_codes import code_hash, is_guessing, note_wrong, read_code
from services.vault.views import DocumentView, view_document
from services.work import Work

PURPOSE = "look at a shared document"
PASS_SECONDS = 15 * 60  # then the code is asked for again


@dataclass(frozen=True)
class SharedView:
    """What the holder of a code sees, and the pass by which this browser reads it."""

    document: DocumentView
    owner: str
    until: datetime
    ticket: str


@dataclass(frozen=True)
class OpenedShare:
    """The paper, or why there is none; wrong, ended and over read the same."""

    shown: SharedView | None
    problem: str = ""  # code_wrong, code_guessing


def open_shared(work: Work, typed: str) -> OpenedShare:
    """Show the paper of a code, and write down for its owner that it was looked at.

    Refusals are returned: raising would undo the counting (AU-7).
    """
    if is_guessing(work):
        return OpenedShare(None, "code_guessing")
    code = read_code(typed)
    lent = _by_code(work, code) if code else None
    if lent is None:
        note_wrong(work)
        return OpenedShare(None, "code_wrong")
    document, version, file = _paper(work, lent)
    _note(work, lent, document, "shown")
    owner = work.session.get(Account, document.account_id)
    ticket = json.dumps([str(lent.id), work.actor.browser])
    return OpenedShare(
        SharedView(
            document=view_document(document, version, file, local_day(work.now)),
            owner=owner.full_name if owner else "",
            until=lent.until,
            ticket=seal(work.secret, PURPOSE, ticket, work.now),
        )
    )


def read_shared(work: Work, ticket: str, to_keep: bool = False) -> OpenedFile:
    """Return the file of a share that still runs, to the browser that gave its code.

    One answer for a forged pass, another browser's, an old one and an ended share.
    """
    lent = _by_ticket(work, ticket)
    document, version, file = _paper(work, lent)
    view = view_document(document, version, file, local_day(work.now))
    if view.state is DocumentState.REVOKED:
        raise NotFound("share")
    _note(work, lent, document, "downloaded" if to_keep else "read")
    return content_of(work.storage, file, thumbnail=False)


def _by_code(work: Work, code: str) -> DocumentShare | None:
    kept = code_hash(work.secret, code)
    return _standing(work, DocumentShare.code_hash == kept)


def _by_ticket(work: Work, ticket: str) -> DocumentShare:
    try:
        told = unseal_fresh(work.secret, PURPOSE, ticket, work.now, PASS_SECONDS)
    except (InvalidToken, ValueError):
        told = None
    share_id, browser = json.loads(told) if told else ("", "")
    if not told or not browser or browser != work.actor.browser:
        raise NotFound("share")
    lent = _standing(work, DocumentShare.id == UUID(share_id))
    if lent is None:
        raise NotFound("share")
    return lent


def _standing(work: Work, condition: object) -> DocumentShare | None:
    return work.session.exec(
        select(DocumentShare)
        .join(VaultDocument, col(VaultDocument.id) == DocumentShare.document_id)
        .join(Account, col(Account.id) == VaultDocument.account_id)
        .where(
            condition,  # type: ignore[arg-type]
            col(DocumentShare.ended_at).is_(None),
            col(DocumentShare.until) > work.now,
            col(VaultDocument.removed_at).is_(None),
            Account.status == AccountStatus.ACTIVE,  # a closed one lends nothing
        )
        .with_for_update(of=DocumentShare)
    ).first()


def _paper(work: Work, lent: DocumentShare) -> Paper:
    found = work.session.exec(
        papers().where(VaultDocument.id == lent.document_id)
    ).first()
    if found is None:
        raise Conflict("no_file")
    return found[0], found[1], found[2]


def _note(work: Work, lent: DocumentShare, document: VaultDocument, act: str) -> None:
    work.session.add(DocumentOpening(share_id=lent.id, at=work.now, act=act))
    if act == "shown":
        lent.opened_count += 1
        work.session.add(lent)
    record(work, f"vault.share_{act}", document.id, "done", document.account_id)
    if document.account_id is not None:
        tell(work.session, person_topic(document.account_id))
    work.session.flush()
