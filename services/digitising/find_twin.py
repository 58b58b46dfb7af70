"""Find the paper that the vault has already: it is linked, not doubled (O09)."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import col, or_, select

from services.accounts.models import Account
from services.core.text import clean, fold
from services.delegations.rules import VERIFIED_LEVEL
from services.digitising.known import document_used
from services.digitising.open_shelf import open_shelf
from services.digitising.papers import StorePaper, StoreShelf, paper_of
from services.dossiers.models import Dossier
from services.vault.adopt import waiting_key
from services.vault.keep_official import Holder
from services.vault.models import VaultDocument
from services.vault.rules import OFFICIAL
from services.work import Work

TOLD_BY = ("number", "issuer", "owner_number")  # fields that make two papers one


def is_kept_already(
    work: Work, code: str, file_id: UUID, kind: str, values: Mapping[str, str]
) -> bool:
    """Say, before a paper is saved, whether it would be linked to one of the vault."""
    shelf = open_shelf(work, code)
    paper = paper_of(shelf, file_id)
    return find_twin(work, shelf, paper, kind, values) is not None


def find_twin(
    work: Work,
    shelf: StoreShelf,
    paper: StorePaper,
    kind: str,
    values: Mapping[str, str],
) -> VaultDocument | None:
    """Return the same paper: kind, number, issuer, owner; a result has none."""
    said = {name: clean(values.get(name, "")) for name in TOLD_BY}
    if paper.result is not None or not all(said.values()):
        return None
    holder = holder_of(work, shelf.dossier, said["owner_number"])
    return _used(work, paper, kind, said) or _of_holder(work, holder, kind, said)


def holder_of(work: Work, dossier: Dossier, number: str) -> Holder:
    """Return the account of this number: that of the dossier, or a proved one.

    A number somebody merely typed into an account opens nobody else's papers.
    """
    people = work.session.exec(
        select(Account).where(
            or_(col(Account.citizen_id) == number, col(Account.tax_code) == number)
        )
    ).all()
    own = {dossier.account_id, dossier.principal_id}
    for person in people:
        if person.id in own or person.assurance_level >= VERIFIED_LEVEL:
            return Holder(person.id)
    return Holder(number=number)


def _used(
    work: Work, paper: StorePaper, kind: str, said: Mapping[str, str]
) -> VaultDocument | None:
    """Return the paper this file was taken from, when an agency vouches for it."""
    used = document_used(work, paper) if paper.file.origin else None
    if used is None or used.source not in OFFICIAL or used.removed_at:
        return None
    return used if _is_same(used, said) and used.kind == kind else None


def _of_holder(
    work: Work, holder: Holder, kind: str, said: Mapping[str, str]
) -> VaultDocument | None:
    query = select(VaultDocument).where(
        VaultDocument.kind == kind,
        col(VaultDocument.source).in_(OFFICIAL),
        col(VaultDocument.removed_at).is_(None),
        col(VaultDocument.revoked_at).is_(None),
    )
    if holder.account_id is not None:
        query = query.where(VaultDocument.account_id == holder.account_id)
    else:
        key = waiting_key(work.secret, holder.number)
        query = query.where(VaultDocument.waiting_for == key)
    return next((d for d in work.session.exec(query) if _is_same(d, said)), None)


def _is_same(document: VaultDocument, said: Mapping[str, str]) -> bool:
    return all(
        fold(getattr(document, name)) == fold(said[name])
        for name in ("number", "issuer")
    )
