"""Make a dossier of what another system hands over, as if it were filed here."""

from datetime import datetime
from uuid import UUID

from services.accounts.models import Account
from services.arrivals.whose import whose
from services.core.clock import local_day
from services.core.text import clean, name_key
from services.core.working_days import add_working_hours
from services.dossiers.calendar import work_calendar
from services.dossiers.catalogue_of import catalogue_of
from services.dossiers.check_step import find_problems
from services.dossiers.fields import REQUEST_LENGTHS, Cleaned
from services.dossiers.freeze_terms import freeze_terms
from services.dossiers.models import Delivery, Dossier, DossierStatus
from services.dossiers.queries import Draft
from services.dossiers.rules import Step
from services.dossiers.snapshot import take_snapshot
from services.dossiers.time_limits import RECEIVE_HOURS
from services.eforms.current_eform import current_eform, stored_definition
from services.files.models import StoredFile
from services.files.rules import UploadLimits
from services.files.take_in import Brought, take_in
from services.files.verdicts import FileKind
from services.integrations.arriving import Arrival
from services.procedures.models import Agency, Procedure
from services.processes.in_force import frozen_process
from services.work import Work

LIMITS = UploadLimits(kinds=frozenset(FileKind))
OTHER = "other"  # the slot of a paper that names no component


def become_dossier(
    work: Work, arrival: Arrival, procedure: Procedure, agency: Agency
) -> Dossier:
    """Return the dossier, handed in now and not numbered yet.

    What a reader here would have refused is left out: nobody is there to be asked,
    and the receiving officer asks for it like for any other lack.
    """
    account = whose(work, arrival.submitter, agency.id)
    dossier = Dossier(
        status=DossierStatus.SUBMITTED,
        account_id=account.id,
        procedure_id=procedure.id,
        agency_id=agency.id,
        eform_id=current_eform(work.session, procedure.code, local_day(work.now)),
        answers=_answers(arrival),
        created_at=work.now,
        updated_at=work.now,
    )
    draft = _as_draft(work, dossier, account, agency)
    files = _take_papers(work, arrival, draft)
    cleaned = _read(work, draft, files)
    frozen = take_snapshot(draft, cleaned, files)
    frozen["process"] = frozen_process(work, procedure, agency)
    dossier.frozen = freeze_terms(work, draft, cleaned.values, files, frozen)
    _name(dossier, cleaned, arrival, account)
    dossier.submitted_at = work.now
    dossier.receive_by = _receive_by(work, agency.id)
    work.session.add(dossier)
    work.session.flush()
    return dossier


def _answers(arrival: Arrival) -> dict[str, str]:
    """Return what was said there, as it would have been typed here."""
    person = arrival.submitter
    born, request = person.birth_date, arrival.request
    is_other = arrival.applicant and (
        name_key(arrival.applicant) != name_key(person.name)
    )
    said = {
        "submitter_name": person.name,
        "submitter_birth_date": f"{born:%d/%m/%Y}" if born else "",
        "submitter_address": person.address,
        "submitter_phone": person.phone,
        "submitter_email": person.email,
        "submitter_paper_number": person.number,
        "same_person": "no" if is_other else "yes",
        "applicant_name": arrival.applicant if is_other else "",
        "request": request[: REQUEST_LENGTHS[1]],
        "delivery": str(Delivery.POST if arrival.wants_post else Delivery.COUNTER),
        **arrival.answers,
    }
    return {name: text for name, text in said.items() if text}


def _as_draft(work: Work, dossier: Dossier, account: Account, agency: Agency) -> Draft:
    return Draft(
        dossier=dossier,
        account=account,
        agency=agency,
        catalogue=catalogue_of(work, dossier),
        form=stored_definition(work.session, dossier.eform_id),
    )


def _take_papers(work: Work, arrival: Arrival, draft: Draft) -> list[StoredFile]:
    known = {component.code for component in draft.catalogue.components}
    dossier = draft.dossier
    return [
        take_in(
            work,
            Brought(paper.name, paper.data),
            dossier.account_id,
            (dossier.id, paper.component if paper.component in known else OTHER),
            LIMITS,
        )
        for paper in arrival.papers
    ]


def _read(work: Work, draft: Draft, files: list[StoredFile]) -> Cleaned:
    cleaned = find_problems(work, draft, files, Step, ())[1]
    cleaned.values.setdefault("delivery", str(Delivery.COUNTER))
    return cleaned


def _name(
    dossier: Dossier, cleaned: Cleaned, arrival: Arrival, account: Account
) -> None:
    values = cleaned.values
    submitter = clean(arrival.submitter.name) or account.full_name
    owner = str(values.get("applicant_name") or clean(arrival.applicant) or submitter)
    dossier.submitter_name, dossier.applicant_name = submitter, owner
    dossier.applicant_key = name_key(owner)
    dossier.submitter_phone = str(values.get("submitter_phone", ""))
    dossier.submitter_birth_date = arrival.submitter.birth_date or account.birth_date
    dossier.delivery = Delivery(str(values["delivery"]))


def _receive_by(work: Work, agency_id: UUID) -> datetime:
    return add_working_hours(work_calendar(work, agency_id), work.now, RECEIVE_HOURS)
