"""Verify later what was typed by hand while the population system was down (O04)."""

from uuid import UUID

from services.accounts.register import Opener
from services.audit.record import record
from services.counter.find_person import ASKED_AS
from services.counter.open_at_counter import case_of
from services.dossiers.models import Dossier
from services.dossiers.snapshot import read_snapshot
from services.integrations.population.port import PopulationQuestion
from services.signals import dossier_topic, tell
from services.work import Work

NOT_FOUND = "not_found"


def verify_person(opener: Opener, dossier_id: UUID) -> None:
    """Ask again, in no transaction; what differs is marked and refuses nobody."""
    question = opener(_question, dossier_id)
    if question is None:
        return
    opener(_keep, dossier_id, opener(_ask, question))


def _question(work: Work, dossier_id: UUID) -> PopulationQuestion | None:
    case = case_of(work.session, dossier_id)
    dossier = work.session.get_one(Dossier, dossier_id)
    values = read_snapshot(dossier).values
    number = str(values.get("submitter_paper_number") or "")
    if not case.to_verify or case.verified_at is not None or not number:
        return None
    return PopulationQuestion(
        reference=str(dossier_id),
        purpose=ASKED_AS,
        citizen_id=number,
        full_name=dossier.submitter_name,
        birth_date=dossier.submitter_birth_date,
    )


def _ask(work: Work, question: PopulationQuestion) -> list[str]:
    differing = work.systems.population.confirm(question)
    return [NOT_FOUND] if differing is None else list(differing)


def _keep(work: Work, dossier_id: UUID, differing: list[str]) -> None:
    case = case_of(work.session, dossier_id, lock=True)
    case.verified_at, case.differences = work.now, differing
    work.session.add(case)
    record(work, "counter.verified", dossier_id, differences=len(differing))
    tell(work.session, dossier_topic(dossier_id))
