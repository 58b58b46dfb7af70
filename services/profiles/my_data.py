"""Gather all the portal keeps about one person, for them to take away (PR-3)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel, col, or_, select

from services.accounts.models import (
    Account,
    ContactChange,
    SecurityNotice,
    SignInSession,
)
from services.audit.models import AuditEntry
from services.audit.record import record
from services.core.errors import TooMany
from services.delegations.models import Delegation
from services.dossiers.models import Dossier, TimelineEntry
from services.dossiers.rules import RESULT_OPEN
from services.dossiers.views import RESULT
from services.files.models import FileState, StoredFile
from services.identities.models import AccountCertificate, DocumentVault
from services.profiles.who_looked import READS
from services.vault.models import VaultDocument
from services.work import Work

EXPORTED = "data.exported"
MOST_A_DAY = 5
DAY = timedelta(days=1)
LARGEST = 200 << 20  # of the files in one archive; the list always names them all
# Secrets, and what says nothing to the person.
KEPT_BACK = frozenset(
    {
        "password_hash",
        "totp_secret",
        "totp_last_step",
        "token_hash",
        "draft_key",
        "applicant_key",
        "agency_id",
        "post_id",
        "sign_in_name",
        "roles",
        "parts",
        "kinds",
        "present_request_id",
        "new_request_id",
        "delegate_key",
    }
)
Row = dict[str, Any]  # Any: values of a table, as JSON has them


@dataclass(frozen=True)
class DataFile:
    """One of the person's files, and where it lies."""

    path: str  # inside the archive
    key: str
    size: int
    is_packed: bool  # False: too much for one archive; it stays in the dossier


@dataclass(frozen=True)
class MyData:
    """The document and the files of the archive."""

    document: str  # JSON
    files: tuple[DataFile, ...]


def may_take_data(work: Work) -> None:
    """Refuse before the archive is made what would be refused with it."""
    me = work.actor.require_citizen()
    work.actor.require_fresh_proof(work.now)
    _limit(work, me)


def my_data(work: Work) -> MyData:
    """Return everything about the actor, after a fresh proof, five times a day.

    Of other people only what they wrote to this person's dossiers is in it.
    """
    me = work.actor.require_citizen()
    work.actor.require_fresh_proof(work.now)
    account = work.session.get_one(Account, me, with_for_update=True)
    _limit(work, me)
    dossiers = _all(work, Dossier, Dossier.account_id == me, Dossier.created_at)
    files = _files(work, me, dossiers)
    packed = _packed(files, dossiers)
    document = {
        "made_at": work.now.isoformat(),
        "profile": _row(account),
        "dossiers": [_dossier(work, one, files) for one in dossiers],
        "sessions": _own(work, SignInSession, me, SignInSession.created_at),
        "security_notices": _own(work, SecurityNotice, me, SecurityNotice.at),
        "contact_changes": _own(work, ContactChange, me, ContactChange.created_at),
        "certificates": _own(work, AccountCertificate, me, AccountCertificate.added_at),
        "documents": _own(work, VaultDocument, me, VaultDocument.added_at),
        "document_vault": _own(work, DocumentVault, me, DocumentVault.opened_at),
        "delegations": _delegations(work, me),
        "read_by_officers": _reads(work, me),
        "files": [
            {"path": one.path, "size": one.size, "is_packed": one.is_packed}
            for one in packed
        ],
    }
    record(work, EXPORTED, me, files=len(packed))
    return MyData(json.dumps(document, ensure_ascii=False, indent=2), packed)


def _limit(work: Work, me: UUID) -> None:
    exported = select(AuditEntry.at).where(
        AuditEntry.account_id == me,
        AuditEntry.act == EXPORTED,
        col(AuditEntry.at) > work.now - DAY,
    )
    latest = exported.order_by(col(AuditEntry.at).desc()).offset(MOST_A_DAY - 1)
    oldest = work.session.exec(latest.limit(1)).first()
    if oldest is not None:
        raise TooMany(oldest + DAY)


def _all(work: Work, table: type[Any], condition: Any, order: Any) -> Sequence[Any]:
    # Any: tables and SQL conditions have no common type.
    return work.session.exec(select(table).where(condition).order_by(order)).all()


def _own(work: Work, table: type[Any], me: UUID, order: Any) -> list[Row]:
    return [_row(one) for one in _all(work, table, table.account_id == me, order)]


def _delegations(work: Work, me: UUID) -> list[Row]:
    mine = or_(Delegation.delegate_id == me, Delegation.principal_id == me)
    return [_row(one) for one in _all(work, Delegation, mine, Delegation.created_at)]


def _reads(work: Work, me: UUID) -> list[Row]:
    looked = col(AuditEntry.act).in_(READS) & (col(AuditEntry.person_id) == me)
    return [
        {"at": one.at.isoformat(), "act": one.act, "agency": str(one.agency_id)}
        for one in _all(work, AuditEntry, looked, AuditEntry.at)
        if one.account_id != me
    ]


def _files(work: Work, me: UUID, dossiers: Iterable[Dossier]) -> list[StoredFile]:
    """Return the person's own files, and the results that are theirs by now."""
    open_ones = [one.id for one in dossiers if one.status in RESULT_OPEN]
    results = (col(StoredFile.slot) == RESULT) & col(StoredFile.subject_id).in_(
        open_ones
    )
    mine = or_(col(StoredFile.owner_id) == me, results)
    there = (
        mine
        & col(StoredFile.removed_at).is_(None)
        & (col(StoredFile.state) == FileState.ACCEPTED)
    )
    return list(_all(work, StoredFile, there, StoredFile.started_at))


def _packed(
    files: Iterable[StoredFile], dossiers: Iterable[Dossier]
) -> tuple[DataFile, ...]:
    names = {one.id: one.code or str(one.id) for one in dossiers}
    packed, held = [], 0
    for file in files:
        fits = held + file.declared_size <= LARGEST
        held += file.declared_size if fits else 0
        folder = names.get(file.subject_id, str(file.subject_id))
        name = file.name.replace("/", "_").replace("\\", "_")
        path = f"files/{folder}/{file.slot}-{str(file.id)[:8]}-{name}"
        packed.append(DataFile(path, file.key, file.declared_size, fits))
    return tuple(packed)


def _dossier(work: Work, dossier: Dossier, files: Iterable[StoredFile]) -> Row:
    entries = _all(
        work, TimelineEntry, TimelineEntry.dossier_id == dossier.id, TimelineEntry.at
    )
    told = ("at", "status", "event", "unit", "facts")
    return _row(dossier) | {
        "timeline": [{name: _row(one)[name] for name in told} for one in entries],
        "files": [_row(one) for one in files if one.subject_id == dossier.id],
    }


def _row(one: SQLModel) -> Row:
    values = one.model_dump(mode="json", warnings=False)
    return {name: value for name, value in values.items() if name not in KEPT_BACK}
