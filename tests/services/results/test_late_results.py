"""A late result is not returned without the apology (O08, Mẫu 04)."""

from datetime import timedelta

import pytest
from sqlmodel import select

from services.core.errors import Conflict, Forbidden
from services.decisions.decide import approve
from services.decisions.models import DecisionKind, DecisionState
from services.decisions.open_decisions import open_decisions
from services.decisions.told import told_to_people
from services.dossiers.models import DossierStatus
from services.notifications.models import Notification, Subject
from services.papers.form_sets import FormSet
from services.results.box_of_results import find_ready, list_ready, return_box
from services.results.return_result import Handover, Receiver, return_result
from services.slips.models import Slip, SlipKind
from services.work import Actor, Work
from tests.factories.decisions import make_proposed
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_ready,
)

OWNER = Handover(Receiver.OWNER, "999190000001")
APOLOGISE = DecisionKind.APOLOGISE


def make_late(work: Work, desk: Desk) -> str:
    """Return a dossier whose result was ready an hour after the promise."""
    code = make_ready(work, desk)
    dossier = dossier_of(work, code)
    assert dossier.finished_at is not None
    dossier.due_at = dossier.finished_at - timedelta(hours=1)
    work.session.add(dossier)
    work.session.flush()
    return code


def apologise(work: Work, code: str, by: Actor) -> DecisionState:
    return make_proposed(work, code, by, APOLOGISE).state


def slips(work: Work, code: str) -> list[Slip]:
    query = select(Slip).where(Slip.dossier_id == dossier_of(work, code).id)
    return list(work.session.exec(query).all())


def give(work: Work, desk: Desk, code: str) -> None:
    owner = dossier_of(work, code).applicant_name
    return_result(acting(work, desk.intake), code, owner, "press", OWNER)


def test_a_late_result_waits_for_the_apology(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_late(work, desk)
    with pytest.raises(Conflict, match="apology_first"):
        give(work, desk, code)
    assert dossier_of(work, code).status is DossierStatus.RESULT_READY

    assert apologise(work, code, desk.approver) is DecisionState.APPROVED
    give(work, desk, code)

    assert dossier_of(work, code).status is DossierStatus.RETURNED
    [slip] = slips(work, code)
    assert slip.kind is SlipKind.EXTENSION
    assert slip.form_set in set(FormSet)
    assert slip.facts["act"]["new_due"] is None
    assert slip.facts["act"]["old_due"]


def test_a_clerks_apology_is_signed_by_the_leader(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_late(work, desk)
    asked = make_proposed(work, code, desk.intake, APOLOGISE)
    assert asked.state is DecisionState.PROPOSED
    with pytest.raises(Conflict, match="apology_first"):
        give(work, desk, code)
    version = dossier_of(work, code).version
    with pytest.raises(Forbidden):
        approve(acting(work, desk.intake), code, asked.decision_id, version)

    approve(acting(work, desk.approver), code, asked.decision_id, version)
    give(work, desk, code)

    assert (
        slips(work, code)[0].facts["signer"] == acting(work, desk.approver).actor.name
    )


def test_the_person_is_told_with_the_slip_and_reads_no_new_date(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_late(work, desk)
    dossier = dossier_of(work, code)
    promised = dossier.due_at
    apologise(work, code, desk.approver)
    told = select(Notification).where(Notification.subject == Subject.APOLOGISED)
    assert work.session.exec(told).first() is not None
    owner = Actor(account_id=dossier.account_id)
    [read] = told_to_people(acting(work, owner), code)
    assert (read.kind, read.new_due, read.due_before) == (APOLOGISE, None, promised)
    assert read.slip_key
    assert dossier_of(work, code).due_at == promised


def test_in_time_there_is_nothing_to_apologise_for(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    with pytest.raises(Conflict, match="not_late"):
        apologise(work, code, desk.approver)
    give(work, desk, code)


def test_one_apologises_once(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_late(work, desk)
    apologise(work, code, desk.approver)
    with pytest.raises(Conflict, match="apologised_already"):
        apologise(work, code, desk.approver)
    assert len(slips(work, code)) == 1


def test_one_collected_late_was_not_late(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    at_desk = acting(work, desk.intake, hours=24 * 60)
    owner = dossier_of(work, code).applicant_name
    return_result(at_desk, code, owner, "press", OWNER)
    assert dossier_of(work, code).status is DossierStatus.RETURNED


def test_the_page_offers_the_apology_and_the_desk_names_it(work: Work) -> None:
    desk = make_desk(work.session)
    late, in_time = make_late(work, desk), make_ready(work, desk)
    view = open_decisions(acting(work, desk.intake), late)
    assert view.owes_apology
    assert APOLOGISE in view.open_kinds
    assert not open_decisions(acting(work, desk.intake), in_time).owes_apology
    at_desk = acting(work, desk.intake)
    listed = {row.code: row.owes_apology for row in list_ready(at_desk)}
    assert (listed[late], listed[in_time]) == (True, False)

    done = return_box(at_desk, (late,), "Nguyễn Văn An", "press", OWNER)

    assert [one.refusal for one in done] == ["apology_first"]
    apologise(work, late, desk.approver)
    assert not find_ready(at_desk, late)[0].owes_apology
