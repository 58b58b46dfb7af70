"""Make the paper of the register the result of the dossier, for the approver to see."""

from services.civil_status.models import CaseState, CivilStatusCase
from services.civil_status.note_declared import case_of
from services.core.errors import Conflict
from services.outbox.models import Outward
from services.processing.queries import agency_dossier
from services.results.attach_result import ResultAttached, attach_result
from services.results.models import ResultForm
from services.results.queries import standing_result
from services.work import Work


def attach_entry(work: Work, code: str, form: ResultForm) -> ResultAttached:
    """Attach what the registry sent, with its number; the approval comes as always.

    Only who handles the dossier may, so that another person approves (AZ-9). Book,
    page and personal number go with the result into the owner's vault.
    """
    dossier = agency_dossier(work, code, lock=True)
    case = case_of(work, dossier.id)
    if case is None or case.state is not CaseState.DONE or case.file_id is None:
        raise Conflict("no_entry")
    attached = attach_result(work, code, case.file_id, case.number, form)
    result = standing_result(work.session, dossier.id)
    assert result is not None
    result.facts = facts_of(case)
    work.session.add(result)
    return attached


def facts_of(case: CivilStatusCase) -> dict[str, str]:
    """Return what the entry says beside its number, and who vouches for it."""
    day = f"{case.registered_on:%d/%m/%Y}" if case.registered_on else ""
    facts = {
        "book": case.book,
        "page": case.page,
        "personal_number": case.personal_number,
        "registered_on": day,
        "registrar": case.registrar,
        "source": str(Outward.CIVIL_STATUS),
    }
    return {name: said for name, said in facts.items() if said}
