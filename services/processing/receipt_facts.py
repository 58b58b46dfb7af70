"""What stands on the receipt (giấy tiếp nhận hồ sơ và hẹn trả kết quả, Mẫu 01)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from services.core.clock import local, local_day
from services.core.errors import NotFound
from services.dossiers.models import Dossier
from services.dossiers.record_read import record_read
from services.dossiers.snapshot import Snapshot, read_snapshot
from services.papers.check_keys import PaperKind, check_url
from services.papers.facts import ReceiptSheet
from services.papers.form_sets import form_on
from services.procedures.models import Agency
from services.processing.models import DossierReceipt
from services.processing.queries import readable_dossier
from services.processing.received_parts import received_parts
from services.processing.views import view_general
from services.settings import settings
from services.work import Work

WORDS = Path(__file__).with_name("receipt_words.toml")


def receipt_facts(work: Work, code: str) -> ReceiptSheet:
    """Return the receipt as it was issued: for its owner, and for the agency's desk.

    One answer for “not yours”, “not there” and “not received yet” (AZ-4).
    """
    dossier = readable_dossier(work, code)
    query = select(DossierReceipt).where(DossierReceipt.dossier_id == dossier.id)
    receipt = work.session.exec(query).first()
    if receipt is None:
        raise NotFound("receipt")
    if work.actor.is_officer:
        record_read(work, "receipt_facts", dossier)
    return _sheet(work, dossier, receipt)


def _sheet(work: Work, dossier: Dossier, receipt: DossierReceipt) -> ReceiptSheet:
    handed_in, words = read_snapshot(dossier), _words()
    general, unit = view_general(dossier, handed_in), handed_in.unit
    form = form_on(local_day(dossier.submitted_at or receipt.issued_at), "receipt")
    return ReceiptSheet(
        authority=authority_of(work, dossier),
        one_stop=one_stop_name(unit.name),
        place=work.province.name,
        dossier_code=dossier.code or "",
        submitter=general.submitter_name,
        channel=way_of(dossier),
        address=general.address,
        phone=receipt.facts["phone"],
        email=general.email,
        citizen_id=general.paper_number,
        request=general.request,
        applicant=general.applicant_name,
        applicant_address=general.applicant_address,
        parts=received_parts(work.session, dossier.id, handed_in),
        sets=max(general.copies, 1),
        time_limit=time_limit_text(handed_in),
        received_at=local(receipt.issued_at),
        due_at=local(receipt.due_at),
        collect_at=words["collect_at"].format(agency=unit.name, address=unit.address),
        register_book=words["book"].format(year=local_day(receipt.issued_at).year),
        register_number=receipt.number,
        officer=receipt.officer_name,
        look_up_url=f"{settings().public_url.rstrip('/')}/tra-cuu?ma={dossier.code}",
        hotline=work.province.hotline,
        check_url=check_url(work, PaperKind.RECEIPT, receipt.id),
        form_set=form.form_set,
        circular=form.circular,
    )


def one_stop_name(agency: str) -> str:
    """Return the name of the desk that receives for an agency."""
    return str(_words()["one_stop"].format(agency=agency))


def way_of(dossier: Dossier) -> str:
    """Return how the dossier came in, as the forms write it."""
    return str(_words()["channel"][dossier.channel])


def time_limit_text(handed_in: Snapshot) -> str:
    """Write the time limit the way the form has it."""
    words, amount = _words(), handed_in.time_limit
    form = words["time_limit"].get(handed_in.time_limit_unit)
    if amount is None or form is None:
        return str(words["unclear"])
    return str(form.format(amount=f"{amount:g}".replace(".", ",")))


def authority_of(work: Work, dossier: Dossier) -> str:
    """Return the agency above, which heads the paper; of none, the province."""
    above = select(col(Agency.parent_id)).where(col(Agency.id) == dossier.agency_id)
    query = select(Agency.name).where(col(Agency.id) == above.scalar_subquery())
    return work.session.exec(query).first() or work.province.name


@cache
def _words() -> dict[str, Any]:  # Any: texts, and one table of them
    return tomllib.loads(WORDS.read_text("utf-8"))
