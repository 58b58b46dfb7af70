"""What the dossier already knows of a paper: nobody types it again (O09)."""

from sqlmodel import col, or_, select

from services.accounts.models import Account
from services.core.clock import local_day
from services.core.text import name_key
from services.digitising.papers import StorePaper, StoreShelf
from services.dossiers.models import Dossier
from services.results.keep_result import NUMBERS
from services.vault.models import DocumentUse, VaultDocument
from services.work import Work


def known_of(work: Work, shelf: StoreShelf, paper: StorePaper) -> dict[str, str]:
    """Return the fields of the paper that its dossier says, days in figures."""
    dossier = shelf.dossier
    said = {"owner": dossier.applicant_name, "owner_number": _number(work, shelf)}
    if paper.kind == "identity_card":
        said["number"] = said["owner_number"]
    if paper.file.origin and (kept := document_used(work, paper)):
        said |= of_document(kept)
    if paper.result is not None:
        day = local_day(dossier.finished_at or paper.result.attached_at)
        said |= {
            "number": paper.result.number,
            "title": shelf.handed_in.procedure_name,
            "issuer": shelf.handed_in.unit.name,
            "issued_on": f"{day:%d/%m/%Y}",
        }
    return {name: text for name, text in said.items() if text}


def document_used(work: Work, paper: StorePaper) -> VaultDocument | None:
    """Return the paper of the vault that this file is a copy of."""
    used = select(VaultDocument).join(
        DocumentUse, col(DocumentUse.document_id) == VaultDocument.id
    )
    return work.session.exec(used.where(DocumentUse.file_id == paper.file.id)).first()


def of_document(document: VaultDocument) -> dict[str, str]:
    """Return what the vault says of a paper, as the fields of a form."""
    days = {
        name: getattr(document, name)
        for name in ("issued_on", "valid_from", "valid_until")
    }
    return {
        "number": document.number,
        "title": document.title,
        "issuer": document.issuer,
    } | {name: f"{day:%d/%m/%Y}" for name, day in days.items() if day}


def _number(work: Work, shelf: StoreShelf) -> str:
    """Return the personal number of the applicant, if any record of theirs has it."""
    dossier, values = shelf.dossier, shelf.handed_in.values
    written = next((str(values[name]) for name in NUMBERS if values.get(name)), "")
    if written:
        return written
    return _of_account(work, dossier) or _of_submitter(shelf)


def _of_account(work: Work, dossier: Dossier) -> str:
    """Return the number of the account whose name the applicant bears."""
    people = work.session.exec(
        select(Account).where(
            or_(
                col(Account.id) == dossier.principal_id,
                col(Account.id) == dossier.account_id,
            )
        )
    ).all()
    wanted = name_key(dossier.applicant_name)
    return next(
        (
            person.citizen_id or person.tax_code or ""
            for person in people
            if name_key(person.full_name) == wanted
        ),
        "",
    )


def _of_submitter(shelf: StoreShelf) -> str:
    dossier, values = shelf.dossier, shelf.handed_in.values
    if name_key(dossier.submitter_name) != name_key(dossier.applicant_name):
        return ""
    return str(values.get("submitter_paper_number", ""))
