"""A dossier that was handed in keeps the papers and the day it came under (A02)."""

import dataclasses

from services.dossiers.calendar import work_calendar
from services.dossiers.snapshot import read_snapshot
from services.procedure_changes.show_facts import show_facts
from services.processing.promise import promise_at
from services.work import Work
from tests.factories.dossiers import make_filing, make_submitted
from tests.factories.procedure_changes import administrator, papers_of, publish
from tests.factories.processing import dossier_of, make_desk, make_received


def test_a_received_dossier_keeps_papers_and_promised_day(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    dossier = dossier_of(work, code)
    due, lines, frozen = dossier.due_at, list(dossier.due_reasons), dict(dossier.frozen)
    procedure = desk.filing.procedure.code
    papers = papers_of(show_facts(administrator(work), procedure))
    new = dataclasses.replace(papers[0], key="", name="Giấy mới", kinds=("pdf",))
    publish(work, procedure, papers=(new,), limit_value="9", cut_off="")
    work.session.expire_all()
    after = dossier_of(work, code)
    assert after.due_at == due
    assert after.due_reasons == lines
    assert after.frozen == frozen
    (component,) = read_snapshot(after).components
    assert component.name == "Giấy tờ G01"


def test_one_handed_in_before_is_promised_by_its_own_limit(work: Work) -> None:
    filing = make_filing(work.session)
    submitted = make_submitted(work, filing)
    dossier = dossier_of(work, submitted.code)
    calendar = work_calendar(work, dossier.agency_id)
    before = promise_at(calendar, read_snapshot(dossier), work.now)
    publish(work, filing.procedure.code, limit_value="9")
    work.session.expire_all()
    again = dossier_of(work, submitted.code)
    assert before is not None
    assert promise_at(calendar, read_snapshot(again), work.now) == before
    assert read_snapshot(again).time_limit == 3
