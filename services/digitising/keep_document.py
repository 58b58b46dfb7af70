"""Put a described paper into its owner's vault, or find it there already (O09)."""

from dataclasses import dataclass
from uuid import UUID

from services.digitising.find_twin import find_twin, holder_of
from services.digitising.papers import StorePaper, StoreShelf
from services.digitising.read_form import PaperRead
from services.dossiers.models import Dossier
from services.results.keep_result import keep_result
from services.signals import person_topic, tell
from services.vault.keep_official import OfficialPaper, keep_official
from services.vault.models import DocumentSource, VaultDocument
from services.vault.rules import describe_for_search
from services.work import Work

OWN_COLUMNS = {"number", "title", "issuer", "issued_on", "valid_from", "valid_until"}


@dataclass(frozen=True)
class Kept:
    """Where the paper lies now."""

    document_id: UUID
    is_linked: bool = False  # it was there before
    waits: bool = False  # its owner has no account yet


def keep_document(
    work: Work, shelf: StoreShelf, paper: StorePaper, kind: str, read: PaperRead
) -> Kept:
    """Keep it for whom its number names; the same paper is never there twice."""
    if paper.result is not None:
        return _described_result(work, shelf, kind, read)
    holder = holder_of(work, shelf.dossier, read.fields["owner_number"])
    if known := find_twin(work, shelf, paper, kind, read.fields):
        return Kept(known.id, is_linked=True, waits=known.account_id is None)
    official = OfficialPaper(
        origin=f"paper:{paper.file.id}",
        source=DocumentSource.DIGITISED,
        kind=kind,
        title=read.fields.get("title") or paper.name[:200],
        number=read.fields["number"],
        issuer=read.fields["issuer"],
        agency_id=shelf.dossier.agency_id,
        issued_on=read.days.get("issued_on"),
        valid_from=read.days.get("valid_from"),
        valid_until=read.days.get("valid_until"),
        fields=_own_fields(shelf.dossier, read),
    )
    document_id = keep_official(work, holder, official, paper.file)
    assert document_id is not None  # the number of its owner is asked for
    return Kept(document_id, waits=holder.account_id is None)


def _described_result(
    work: Work, shelf: StoreShelf, kind: str, read: PaperRead
) -> Kept:
    """Say of the result what was read; it came into the vault when it was approved."""
    document_id = keep_result(work, shelf.dossier.id)
    assert document_id is not None  # asked before: approved and paid
    document = work.session.get_one(VaultDocument, document_id)
    if document.source is DocumentSource.RESULT:
        document.kind = kind
    document.title = read.fields.get("title") or document.title
    document.number, document.issuer = read.fields["number"], read.fields["issuer"]
    document.issued_on = read.days.get("issued_on")
    document.valid_from = read.days.get("valid_from")
    document.valid_until = read.days.get("valid_until")
    document.fields = document.fields | _own_fields(shelf.dossier, read)
    document.updated_at = work.now
    describe_for_search(document)
    work.session.add(document)
    work.session.flush()
    if document.account_id is not None:
        tell(work.session, person_topic(document.account_id))
    return Kept(document.id, waits=document.account_id is None)


def _own_fields(dossier: Dossier, read: PaperRead) -> dict[str, str]:
    own = {n: text for n, text in read.fields.items() if n not in OWN_COLUMNS}
    holder = own.pop("owner", "")
    return {"holder": holder, "dossier": dossier.code or ""} | own
