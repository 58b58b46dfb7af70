"""Put the result of a dossier into the vault of whom it is for (O08, O09)."""

from uuid import UUID

from sqlmodel import select

from services.accounts.models import Account
from services.core.clock import local_day
from services.delegations.rules import VERIFIED_LEVEL
from services.dossiers.models import Dossier
from services.dossiers.rules import RESULT_OPEN
from services.files.models import StoredFile
from services.payments.queries import owed
from services.procedures.models import Procedure
from services.results.models import Result
from services.results.queries import standing_result
from services.vault.keep_official import Holder, OfficialPaper, keep_official
from services.vault.kinds import CERTIFIED_COPY, DECISION, OTHER, kind_of_name
from services.vault.models import DocumentSource
from services.work import Work

KEEP_JOB = "results.keep_result"
CERTIFIES = "2.000815"  # chứng thực bản sao từ bản chính
# What a form may call the number of the person the dossier is about.
NUMBERS = ("applicant_citizen_id", "applicant_paper_number")


def keep_result(work: Work, dossier_id: UUID) -> UUID | None:
    """Keep an approved result once, however often this is asked.

    Of somebody who has no account yet it waits for the first sign-in.
    """
    dossier = work.session.get(Dossier, dossier_id)
    result = standing_result(work.session, dossier_id)
    if dossier is None or result is None or dossier.status not in RESULT_OPEN:
        return None
    if owed(work.session, dossier_id):
        return None  # asked again once it is paid (services/dues)
    file = work.session.get_one(StoredFile, result.file_id)
    procedure = work.session.get_one(Procedure, dossier.procedure_id)
    paper = _paper(work, dossier, result, procedure)
    return keep_official(work, _holder(work, dossier), paper, file)


def _paper(
    work: Work, dossier: Dossier, result: Result, procedure: Procedure
) -> OfficialPaper:
    is_copy = procedure.code.startswith(CERTIFIES)
    title = next(iter(procedure.results), procedure.name)
    kind = kind_of_name(title)
    if kind == OTHER:
        kind = DECISION
    return OfficialPaper(
        origin=f"result:{result.id}",
        source=DocumentSource.CERTIFIED_COPY if is_copy else DocumentSource.RESULT,
        kind=CERTIFIED_COPY if is_copy else kind,
        title=title,
        number=result.number,
        issuer=str(dossier.frozen["unit"]["name"]),
        agency_id=dossier.agency_id,
        issued_on=local_day(dossier.finished_at or work.now),
        fields={"holder": dossier.applicant_name, "dossier": dossier.code or ""}
        | result.facts,
    )


def _holder(work: Work, dossier: Dossier) -> Holder:
    """Return whom the paper belongs to: who was acted for, or named by a number."""
    if dossier.principal_id is not None:
        return Holder(dossier.principal_id)
    values = dossier.frozen.get("values", {})
    number = next((str(values[name]) for name in NUMBERS if values.get(name)), "")
    if values.get("same_person") != "no" or not number:
        return Holder(dossier.account_id)
    owner = work.session.exec(
        select(Account).where(
            Account.citizen_id == number, Account.assurance_level >= VERIFIED_LEVEL
        )
    ).first()
    return Holder(owner.id) if owner else Holder(number=number)
