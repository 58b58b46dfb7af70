"""Check one step of the wizard, when its main button is pressed (R8)."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import Session

from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.core.text import name_key
from services.dossiers.check_components import component_problems
from services.dossiers.check_cosign import cosign_problems
from services.dossiers.check_delivery import check_delivery
from services.dossiers.check_fees import check_fees
from services.dossiers.fields import Cleaned, clean_answers
from services.dossiers.form_answers import check_form, common_texts, names_owner
from services.dossiers.queries import Draft, entitled_units, load_own
from services.dossiers.rules import Problem, Step
from services.files.models import StoredFile
from services.files.queries import files_of
from services.procedures.models import Agency
from services.work import Work

Problems = dict[str, str]


def check_step(work: Work, dossier_id: UUID, step: Step) -> None:
    """Refuse with everything that is wrong on this step, by field."""
    draft = load_own(work, dossier_id)
    steps = tuple(Step) if step is Step.REVIEW else (Step(step),)
    files = files_of(work.session, dossier_id)
    if problems := find_problems(work, draft, files, steps)[0]:
        raise RuleViolation(problems)


def find_problems(
    work: Work,
    draft: Draft,
    files: Sequence[StoredFile],
    steps: Iterable[Step],
    units: Sequence[Agency] | None = None,
) -> tuple[Problems, Cleaned]:
    """Return what is wrong on these steps, and what the answers mean.

    `units` are the entitled ones, where they have been read already.
    """
    chosen = set(steps)
    cleaned = clean_answers(common_texts(draft), chosen, local_day(work.now))
    if Step.INFORMATION in chosen:
        _read_form(work, draft, cleaned)
    if Step.DELIVERY in chosen:
        check_delivery(work, draft, cleaned)
    if Step.FEES in chosen:
        check_fees(work, draft, cleaned, files)
    problems: Problems = {}
    if not draft.may_act:
        problems["principal"] = Problem.DELEGATION_ENDED
    if Step.AGENCY in chosen:
        problems |= agency_problems(work.session, draft, units)
    problems |= cleaned.problems
    if Step.COMPONENTS in chosen:
        problems |= component_problems(draft, files)
    if Step.REVIEW in chosen:
        problems |= cosign_problems(work, draft, files)
    return problems, cleaned


def _read_form(work: Work, draft: Draft, cleaned: Cleaned) -> None:
    """Read the electronic form; who it names as the owner is the owner."""
    checked = check_form(work, draft)
    cleaned.form.update(checked.values)
    cleaned.problems.update(checked.problems)
    if draft.form is None or not names_owner(draft):
        return
    name = str(checked.values.get(draft.form.applicant, ""))
    if name and name_key(name) != name_key(str(cleaned.values.get("submitter_name"))):
        owner = {"same_person": "no", "applicant_name": name, "applicant_address": ""}
        cleaned.values.update(owner)


def agency_problems(
    session: Session, draft: Draft, units: Sequence[Agency] | None = None
) -> Problems:
    """Say whether the procedure is still open and the unit still entitled."""
    procedure = draft.catalogue.procedure
    if not procedure.is_filed_here:
        return {"procedure": Problem.PROCEDURE_NOT_HERE}
    if procedure.is_suspended:
        return {"procedure": Problem.PROCEDURE_CLOSED}
    if draft.agency is None:
        return {"agency": Problem.REQUIRED}
    if units is None:
        units = entitled_units(session, procedure.id)
    if draft.agency.id not in {unit.id for unit in units}:
        return {"agency": Problem.AGENCY_NOT_ENTITLED}
    return {}
