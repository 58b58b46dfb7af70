"""Two officers decide on one dossier at the same moment: the first one counts."""

from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, select

from services.core.errors import Conflict
from services.decisions.decide import approve
from services.decisions.models import Decision, DecisionKind
from services.decisions.propose import Decided, propose
from services.dossiers.models import DossierStatus
from services.slips.models import Slip
from services.work import Role
from tests.conftest import make_work
from tests.factories.decisions import (
    make_decision_form,
    make_proposed,
    make_taken,
)
from tests.factories.processing import (
    dossier_of,
    make_account_officer,
    make_desk,
    make_new,
)
from tests.services.processing.test_races import race

OFFICERS = 4


def test_of_officers_who_refuse_at_once_one_refuses(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        desk = make_desk(session)
        code = make_new(work, desk)
        form = make_decision_form(
            work, code, DecisionKind.REFUSE, refusal="not_accepted"
        )
        agency = desk.filing.agency.id
        crew = [
            make_account_officer(session, agency, Role.INTAKE) for _ in range(OFFICERS)
        ]
        session.commit()

    outcomes = race(
        scratch_engine,
        tmp_path,
        crew,
        lambda work: propose(work, code, form, str(work.actor.account_id)),
    )

    assert sum(isinstance(one, Decided) for one in outcomes) == 1
    with Session(scratch_engine) as session:
        assert len(session.exec(select(Decision)).all()) == 1
        assert len(session.exec(select(Slip)).all()) == 1


def test_of_leaders_who_agree_at_once_one_is_written_down(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        desk = make_desk(session)
        code = make_taken(work, desk)
        asked = make_proposed(work, code, desk.handler, DecisionKind.STOP)
        version = dossier_of(work, code).version
        agency = desk.filing.agency.id
        leaders = [
            make_account_officer(session, agency, Role.APPROVER)
            for _ in range(OFFICERS)
        ]
        session.commit()

    outcomes = race(
        scratch_engine,
        tmp_path,
        leaders,
        lambda work: approve(work, code, asked.decision_id, version),
    )

    assert not any(isinstance(one, Conflict) for one in outcomes)
    with Session(scratch_engine) as session:
        work = make_work(session, tmp_path)
        assert dossier_of(work, code).status is DossierStatus.STOPPED
        [decision] = session.exec(select(Decision)).all()
        assert decision.decided_by_id in {one.account_id for one in leaders}
        assert len(session.exec(select(Slip)).all()) == 1
