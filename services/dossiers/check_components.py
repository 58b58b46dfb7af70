"""Check the papers of a draft: what is missing, and which file is not ready."""

from collections.abc import Sequence

from services.dossiers.answers import texts
from services.dossiers.queries import Draft
from services.dossiers.requirements import needs_upload
from services.dossiers.rules import Problem
from services.files.models import FileState, StoredFile

FILE_PROBLEMS = {
    FileState.RECEIVING: Problem.FILE_SENDING,
    FileState.CHECKING: Problem.FILE_CHECKING,
    FileState.REFUSED: Problem.FILE_REFUSED,
}
Problems = dict[str, str]


def component_problems(draft: Draft, files: Sequence[StoredFile]) -> Problems:
    """Name the papers that are missing, and the files that are not ready.

    A refused file is named too: its sender believes that it was sent. Photos that
    were not made into a PDF yet are no paper.
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
        if paper.code not in sent and needs_upload(draft, paper):
            problems[paper.code] = Problem.COMPONENT_MISSING
    for file in files:
        if fault := _file_problem(file, {paper.code for paper in papers}):
            problems[file.slot] = fault
    return problems


def _file_problem(file: StoredFile, slots: set[str]) -> Problem | None:
    if file.state in FILE_PROBLEMS:
        return FILE_PROBLEMS[file.state]
    # A photo of a case no longer chosen stays as it is, among the other files.
    is_loose = file.is_page and file.slot in slots
    return Problem.PAGES_LOOSE if is_loose else None
