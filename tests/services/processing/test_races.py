"""Two officers at the same moment: one acts, the other is told who."""

import threading
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, select

from services.core.errors import Conflict
from services.processing.models import DossierReceipt, DossierStep
from services.processing.next_dossier import next_dossier
from services.processing.receive import receive
from services.processing.save_verdict import save_verdict
from services.processing.take_step import take_step
from services.results.return_result import return_result
from services.work import Actor, Role, Work
from tests.conftest import make_work
from tests.factories.processing import (
    acting,
    make_account_officer,
    make_desk,
    make_form,
    make_many_new,
    make_new,
    make_ready,
    make_received,
)

OFFICERS = 6


def race(
    engine: Engine, folder: Path, officers: list[Actor], act: Callable[[Work], object]
) -> list[object]:
    """Let every officer act at once, each in a transaction; return the outcomes."""
    gate, outcomes = threading.Barrier(len(officers)), list[object]()

    def run(officer: Actor) -> None:
        with Session(engine, expire_on_commit=False) as session:
            work = acting(make_work(session, folder), officer)
            session.connection()
            gate.wait()
            try:
                outcome = act(work)
                session.commit()
            except Conflict as refusal:
                outcome = refusal
            outcomes.append(outcome)

    threads = [threading.Thread(target=run, args=(one,)) for one in officers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == len(officers)
    return outcomes


def refusals(outcomes: list[object]) -> list[Conflict]:
    return [outcome for outcome in outcomes if isinstance(outcome, Conflict)]


def crew(session: Session, agency_id: object, role: Role) -> list[Actor]:
    return [
        make_account_officer(session, agency_id, role, name=f"Cán bộ {n}")  # type: ignore[arg-type]
        for n in range(OFFICERS)
    ]


def test_of_six_officers_one_receives(scratch_engine: Engine, tmp_path: Path) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        desk = make_desk(session)
        code = make_new(work, desk)
        save_verdict(acting(work, desk.intake), code, "G01", True)
        officers = crew(session, desk.filing.agency.id, Role.INTAKE)
        session.commit()
    outcomes = race(
        scratch_engine,
        tmp_path,
        officers,
        lambda work: receive(work, code, make_form(), "press"),
    )
    refused = refusals(outcomes)
    assert len(refused) == OFFICERS - 1
    with Session(scratch_engine) as session:
        receipt = session.exec(select(DossierReceipt)).one()
        assert {r.args for r in refused} == {("received_by", receipt.officer_name)}
        assert len(session.exec(select(DossierStep)).all()) == 2


def test_one_officer_pressing_six_times_receives_once(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        desk = make_desk(session)
        code = make_new(work, desk)
        save_verdict(acting(work, desk.intake), code, "G01", True)
        session.commit()
    outcomes = race(
        scratch_engine,
        tmp_path,
        [desk.intake] * OFFICERS,
        lambda work: receive(work, code, make_form(), "press"),
    )
    assert len(set(outcomes)) == 1


def test_numbers_of_the_register_have_no_gap_and_no_double(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        desk = make_desk(session)
        codes = [make_new(work, desk) for _ in range(OFFICERS)]
        for code in codes:
            save_verdict(acting(work, desk.intake), code, "G01", True)
        officers = crew(session, desk.filing.agency.id, Role.INTAKE)
        session.commit()
    mine = dict(zip((o.account_id for o in officers), codes, strict=True))
    race(
        scratch_engine,
        tmp_path,
        officers,
        lambda work: receive(work, mine[work.actor.account_id], make_form(), "press"),
    )
    with Session(scratch_engine) as session:
        numbers = sorted(session.exec(select(DossierReceipt.number)))
    assert numbers == list(range(1, OFFICERS + 1))


def test_of_six_officers_one_takes_the_step(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        desk = make_desk(session)
        code = make_received(work, desk).code
        officers = crew(session, desk.filing.agency.id, Role.PROCESSING)
        session.commit()
    outcomes = race(
        scratch_engine, tmp_path, officers, lambda work: take_step(work, code)
    )
    refused = refusals(outcomes)
    assert len(refused) == OFFICERS - 1
    assert len({refusal.args for refusal in refused}) == 1


def test_the_next_dossier_goes_to_one_officer_each(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        desk = make_desk(session)
        make_many_new(session, desk, OFFICERS)
        codes = {make_received(work, desk).code for _ in range(3)}
        intake = crew(session, desk.filing.agency.id, Role.INTAKE)
        handlers = crew(session, desk.filing.agency.id, Role.PROCESSING)
        session.commit()
    given = race(scratch_engine, tmp_path, intake, next_dossier)
    assert len({getattr(one, "code", None) for one in given} - {None}) == OFFICERS
    taken = race(scratch_engine, tmp_path, handlers, next_dossier)
    assert sorted(one.code for one in taken if hasattr(one, "code")) == sorted(codes)


def test_a_result_is_returned_by_one(scratch_engine: Engine, tmp_path: Path) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        desk = make_desk(session)
        code = make_ready(work, desk)
        officers = crew(session, desk.filing.agency.id, Role.INTAKE)
        session.commit()
    outcomes = race(
        scratch_engine,
        tmp_path,
        officers,
        lambda work: return_result(work, code, "Nguyễn Văn An", "press"),
    )
    assert len(refusals(outcomes)) == OFFICERS - 1
