"""The registry took a declaration: from now on it is asked what became of it."""

from uuid import UUID

from sqlmodel import select

from services.civil_status.models import CaseState, CivilStatusCase
from services.signals import dossier_topic, tell
from services.work import Work


def note_declared(work: Work, dossier_id: UUID, module: str, unit: str) -> None:
    """Begin to follow it, or go on after a correction; what is done stays done."""
    case = case_of(work, dossier_id, lock=True)
    if case is None:
        case = CivilStatusCase(
            dossier_id=dossier_id,
            module=module,
            unit=unit,
            declared_at=work.now,
            changed_at=work.now,
        )
    elif case.state is not CaseState.DONE:
        case.state, case.words, case.supplement_by = CaseState.WAITING, "", None
        case.module, case.unit = module, unit
        case.declared_at = case.changed_at = work.now
    work.session.add(case)
    work.session.flush()
    tell(work.session, dossier_topic(dossier_id))


def case_of(work: Work, dossier_id: UUID, lock: bool = False) -> CivilStatusCase | None:
    """Return what is followed of a dossier."""
    query = select(CivilStatusCase).where(CivilStatusCase.dossier_id == dossier_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return work.session.exec(query).first()
