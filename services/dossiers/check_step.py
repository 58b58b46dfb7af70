"""Check one step of the wizard, when its main button is pressed (R8)."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import Session

from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.dossiers.answers import texts
from services.dossiers.fields import Cleaned, clean_answers
from services.dossiers.queries import Draft, entitled_units, load_own
from services.dossiers.rules import Problem, Step
from services.files.models import FileState, StoredFile
from services.files.queries import files_of
from services.work import Work

FILE_PROBLEMS = {
    FileState.RECEIVING: Problem.FILE_SENDING,
    FileState.CHECKING: Problem.FILE_CHECKING,
    FileState.REFUSED: Problem.FILE_REFUSED,
}
Problems = dict[str, str]


def check_step(work: Work, dossier_id: UUID, step: Step) -> None:
    """Refuse with everything that is wrong on this step, by field."""
    draft = load_own(work, dossier_id)
    steps = tuple(Step) if step is Step.REVIEW else (Step(step),)
    files = files_of(work.session, dossier_id)
    if problems := find_problems(work, draft, files, steps)[0]:
        raise RuleViolation(problems)


def find_problems(
    work: Work, draft: Draft, files: Sequence[StoredFile], steps: Iterable[Step]
) -> tuple[Problems, Cleaned]:
    """Return what is wrong on these steps, and what the answers mean."""
    chosen = set(steps)
    cleaned = clean_answers(texts(draft), chosen, local_day(work.now))
    problems: Problems = {}
    if not draft.may_act:
        problems["principal"] = Problem.DELEGATION_ENDED
    if Step.AGENCY in chosen:
        problems |= agency_problems(work.session, draft)
    problems |= cleaned.problems
    if Step.COMPONENTS in chosen:
        problems |= component_problems(draft, files)
    return problems, cleaned


def agency_problems(session: Session, draft: Draft) -> Problems:
    """Say whether the procedure is still open and the unit still entitled."""
    procedure = draft.catalogue.procedure
    if not procedure.is_filed_here:
        return {"procedure": Problem.PROCEDURE_NOT_HERE}
    if procedure.is_suspended:
        return {"procedure": Problem.PROCEDURE_CLOSED}
    if draft.agency is None:
        return {"agency": Problem.REQUIRED}
    units = entitled_units(session, procedure.id)
    if draft.agency.id not in {unit.id for unit in units}:
        return {"agency": Problem.AGENCY_NOT_ENTITLED}
    return {}


def component_problems(draft: Draft, files: Sequence[StoredFile]) -> Problems:
    """Name the papers that are missing, and the files that are not ready.

    A refused file is named too: its sender believes that it was sent.
    """
    case_id = texts(draft)["case_id"]
    catalogue, problems = draft.catalogue, Problems()
    papers = catalogue.papers(case_id)
    if not papers and catalogue.choices():
        problems["case_id"] = Problem.REQUIRED
    elif case_id and catalogue.chosen_case(case_id) is None:
        problems["case_id"] = Problem.CHOICE_UNKNOWN
    sent = {file.slot for file in files}
    for paper in papers:
        if paper.required and paper.code not in sent:
            problems[paper.code] = Problem.COMPONENT_MISSING
    for file in files:
        if fault := FILE_PROBLEMS.get(file.state):
            problems[file.slot] = fault
    return problems
