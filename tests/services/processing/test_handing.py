"""Between officers: returns, ways on, opinions, hand-overs, the log (O05)."""

import dataclasses
import threading
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.processing.answer_opinion import (
    answer_opinion,
    open_opinion,
    opinion_file,
)
from services.processing.ask_for import answer_wish, ask_for
from services.processing.ask_opinion import Question, ask_opinion
from services.processing.asked_of_me import asked_of_me
from services.processing.control_slip import control_slip
from services.processing.finish_step import Finding, finish_step
from services.processing.forward import Forwarding, forward
from services.processing.models import DossierStep, StepState
from services.processing.open_processing import Act, ProcessingView, open_processing
from services.processing.queries import steps_of
from services.processing.reassign import reassign
from services.processing.return_step import return_step
from services.processing.rules import give_to, is_barred
from services.processing.step_log import timing
from services.processing.step_models import StepKind, StepLog, StepOpinion, Timing
from services.processing.take_step import take_step
from services.processing.write_note import write_note
from services.work import Actor, Role, Work
from tests.conftest import NOON, make_work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_handled,
    make_received,
)
from tests.services.processing.test_races import race, refusals

DUE = "30/11/2026"
WINDING = [
    {
        "key": "xem",
        "name": "Xem",
        "role": "processing",
        "hours": 4,
        "branches": [
            {"to": "do", "name": "Cần đo đạc"},
            {"to": "duyet", "name": "Đủ rồi"},
        ],
    },
    {"key": "do", "name": "Đo đạc", "role": "processing", "hours": 8},
    {"key": "duyet", "name": "Duyệt", "role": "approver", "hours": 4},
]


def officer(work: Work, desk: Desk, *roles: Role, name: str = "Vũ Minh") -> Actor:
    return make_account_officer(work.session, desk.filing.agency.id, *roles, name=name)


def view(work: Work, actor: Actor, code: str) -> ProcessingView:
    return open_processing(acting(work, actor), code)


def states(work: Work, code: str) -> list[str]:
    found = steps_of(work.session, dossier_of(work, code).id)
    return [str(step.state) for step in found]


def log(work: Work, code: str) -> list[StepKind]:
    return [one.kind for one in _lines(work, code)]


def _lines(work: Work, code: str) -> list[StepLog]:
    dossier = dossier_of(work, code)
    query = select(StepLog).where(StepLog.dossier_id == dossier.id)
    return list(work.session.exec(query))


def held(work: Work, **process: Any) -> tuple[Desk, str, int]:
    # Any: columns of the procedure.
    desk = make_desk(work.session, **process)
    code = make_received(work, desk).code
    return desk, code, take_step(acting(work, desk.handler), code).version


def test_the_log_has_every_hand_over(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk)
    boss = acting(work, desk.approver)
    finish_step(boss, code, "", "approved", take_step(boss, code).version)
    assert sorted(log(work, code)) == sorted(
        [
            StepKind.RECEIVED,
            StepKind.HANDED_ON,
            StepKind.TAKEN,
            StepKind.HANDED_ON,
            StepKind.TAKEN,
            StepKind.FINISHED,
        ]
    )


@pytest.mark.parametrize(
    ("hours", "result"),
    [(-25, Timing.EARLY), (-1, Timing.IN_TIME), (0, Timing.IN_TIME), (1, Timing.LATE)],
)
def test_a_hand_over_is_early_in_time_or_late(hours: int, result: Timing) -> None:
    due = NOON.replace(hour=5)
    moved = due.timestamp() + hours * 3600
    assert timing(due.fromtimestamp(moved, due.tzinfo), due) is result
    assert timing(due, None) is Timing.NONE


def test_the_log_is_only_added_to(work: Work) -> None:
    held(work)
    work.session.flush()
    with pytest.raises(DBAPIError, match="append-only"):
        work.session.execute(text("delete from step_log"))


def test_the_officer_chooses_the_way_on(work: Work) -> None:
    desk, code, version = held(work, process=WINDING)
    mine = acting(work, desk.handler)
    with pytest.raises(RuleViolation) as refusal:
        finish_step(mine, code, "Đủ điều kiện", "press", version)
    assert refusal.value.problems == {"way": "way_missing"}
    with pytest.raises(RuleViolation):
        finish_step(mine, code, Finding("Đủ điều kiện", "xem"), "press", version)
    done = finish_step(mine, code, Finding("Đủ điều kiện", "duyet"), "press", version)
    assert done.next_step == "Duyệt"
    assert states(work, code) == ["done", "skipped", "current"]


def test_a_return_opens_the_steps_between_again(work: Work) -> None:
    desk, code, version = held(work, process=WINDING)
    mine, boss = acting(work, desk.handler), acting(work, desk.approver)
    finish_step(mine, code, Finding("Cần đo đạc", "do"), "one", version)
    finish_step(mine, code, "Đã đo xong", "two", take_step(mine, code).version)
    version = take_step(boss, code).version
    with pytest.raises(RuleViolation):
        return_step(boss, code, 0, " ", version)
    with pytest.raises(RuleViolation):
        return_step(boss, code, 2, "Thiếu bản vẽ", version)
    back = return_step(boss, code, 0, "Thiếu bản vẽ", version)
    assert back.next_step == "Xem"
    assert states(work, code) == ["current", "waiting", "waiting"]
    seen = view(work, desk.handler, code)
    assert seen.steps[0].holder == desk.handler.name
    assert seen.steps[0].returns == 1
    assert seen.handing.log[-1].note == "Thiếu bản vẽ"
    assert [line.note for line in seen.handing.log].count("Đã đo xong") == 1


def test_a_return_opens_no_way_round_four_eyes(work: Work) -> None:
    desk = make_desk(work.session)
    both = officer(work, desk, Role.PROCESSING, Role.APPROVER)
    code = make_handled(work, Desk(desk.filing, desk.intake, both, desk.approver))
    boss = acting(work, desk.approver)
    return_step(boss, code, 0, "Xem lại giúp", take_step(boss, code).version)
    reassign(boss, code, _id(desk.handler), "Người kia bận việc khác")
    mine = acting(work, desk.handler)
    finish_step(mine, code, "Đã xem lại", "again", take_step(mine, code).version)
    with pytest.raises(Forbidden, match="four_eyes"):
        take_step(acting(work, both), code)
    leader = officer(work, desk, Role.PROCESSING, Role.APPROVER, name="Bùi Cả Hai")
    with pytest.raises(RuleViolation) as refusal:
        reassign(acting(work, leader), code, _id(both), "Giao cho nhanh hơn")
    assert refusal.value.problems == {"officer": "officer_may_not_hold"}


def test_who_approved_prepares_nothing_afterwards(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk)
    both = officer(work, desk, Role.PROCESSING, Role.APPROVER)
    boss = acting(work, both)
    return_step(boss, code, 0, "Xem lại giúp", take_step(boss, code).version)
    with pytest.raises(RuleViolation):
        reassign(acting(work, desk.approver), code, _id(both), "Giao cho nhanh hơn")


def test_a_leader_gives_the_step_to_an_officer_of_the_unit(work: Work) -> None:
    desk, code, _ = held(work)
    other = officer(work, desk, Role.PROCESSING)
    boss = acting(work, desk.approver)
    with pytest.raises(Forbidden):
        reassign(acting(work, desk.handler), code, _id(other), "Tôi nghỉ phép")
    with pytest.raises(RuleViolation):
        reassign(boss, code, _id(other), "")
    stranger = make_account_officer(
        work.session, make_desk(work.session).filing.agency.id, Role.PROCESSING
    )
    with pytest.raises(RuleViolation):
        reassign(boss, code, _id(stranger), "Nghỉ phép")
    first = reassign(boss, code, _id(other), "Đồng nghiệp nghỉ phép")
    assert reassign(boss, code, _id(other), "Đồng nghiệp nghỉ phép") == first
    assert log(work, code).count(StepKind.REASSIGNED) == 1
    with pytest.raises(Conflict) as refusal:
        take_step(acting(work, desk.handler), code)
    assert refusal.value.args == ("held_by", "Vũ Minh")


def test_a_step_is_forwarded_with_an_opinion_and_an_earlier_day(work: Work) -> None:
    desk, code, version = held(work)
    other = officer(work, desk, Role.PROCESSING)
    mine = acting(work, desk.handler)
    late = Forwarding(_id(other), "Nhờ xem giúp bản vẽ", "30/12/2027")
    with pytest.raises(RuleViolation) as refusal:
        forward(mine, code, late, version)
    assert refusal.value.problems == {"due": "due_after_step"}
    with pytest.raises(RuleViolation) as refusal:
        forward(mine, code, Forwarding(None, "Nhờ xem giúp"), version)
    assert refusal.value.problems == {"officer": "officer_missing"}
    with pytest.raises(RuleViolation):
        forward(mine, code, Forwarding(_id(other), ""), version)
    done = forward(mine, code, Forwarding(_id(other), "Nhờ xem bản vẽ"), version)
    assert done.officer == "Vũ Minh"
    assert Act.FINISH in view(work, other, code).acts


def test_opinions_are_asked_side_by_side_and_waited_for(work: Work) -> None:
    desk, code, version = held(work)
    elsewhere = make_desk(work.session)
    far = elsewhere.handler
    near = officer(work, desk, Role.PROCESSING)
    mine = acting(work, desk.handler)
    asked = Question((_id(far), _id(near)), "Thửa đất này có tranh chấp không?", DUE)
    assert ask_opinion(mine, code, asked, "press", version) == 2
    assert ask_opinion(mine, code, asked, "press", version) == 2
    version = dossier_of(work, code).version
    with pytest.raises(RuleViolation) as refusal:
        finish_step(mine, code, "Đủ điều kiện", "done", version)
    assert refusal.value.problems == {"without": "opinions_open"}
    line = asked_of_me(acting(work, far))[0]
    seen = open_opinion(acting(work, far), line.id)
    assert seen.question.startswith("Thửa đất")
    assert not hasattr(seen, "general")
    answer_opinion(acting(work, far), line.id, "Không có tranh chấp")
    answer_opinion(acting(work, far), line.id, "Nghĩ lại rồi")
    answers = [one.answer for one in view(work, desk.handler, code).handing.opinions]
    assert sorted(answers) == ["", "Không có tranh chấp"]
    why = Finding("Đủ điều kiện", without="Đã hỏi bằng điện thoại")
    finish_step(mine, code, why, "done", version)
    waiting = asked_of_me(acting(work, near))[0]
    with pytest.raises(Conflict, match="opinion_closed"):
        answer_opinion(acting(work, near), waiting.id, "Muộn rồi")


def test_a_question_is_read_by_whom_it_is_for(work: Work) -> None:
    desk, code, version = held(work)
    far = make_desk(work.session)
    question = Question((_id(far.handler),), "Có vướng quy hoạch không?", DUE)
    ask_opinion(acting(work, desk.handler), code, question, "press", version)
    opinion = work.session.exec(select(StepOpinion)).one()
    for stranger in (far.approver, desk.handler, desk.intake):
        with pytest.raises(NotFound):
            open_opinion(acting(work, stranger), opinion.id)
        with pytest.raises(NotFound):
            opinion_file(acting(work, stranger), opinion.id, UUID(int=1))
    with pytest.raises(NotFound):
        open_processing(acting(work, far.handler), code)


@pytest.mark.parametrize(
    ("text_", "due", "field"),
    [
        ("", DUE, "question"),
        ("Có gì không?", "hôm qua", "opinion_due"),
        ("Có gì không?", "01/01/2020", "opinion_due"),
    ],
)
def test_a_question_without_words_or_a_day_is_refused(
    work: Work, text_: str, due: str, field: str
) -> None:
    desk, code, version = held(work)
    other = officer(work, desk, Role.PROCESSING)
    question = Question((_id(other),), text_, due)
    with pytest.raises(RuleViolation) as refusal:
        ask_opinion(acting(work, desk.handler), code, question, "press", version)
    assert set(refusal.value.problems) == {field}


def test_a_colleague_asks_and_the_holder_gives_or_keeps(work: Work) -> None:
    desk, code, _ = held(work)
    other = officer(work, desk, Role.PROCESSING)
    theirs, mine = acting(work, other), acting(work, desk.handler)
    assert Act.ASK_FOR in view(work, other, code).among
    ask_for(theirs, code, "Hồ sơ cùng thửa đất")
    ask_for(theirs, code, "Hồ sơ cùng thửa đất")
    wish = view(work, desk.handler, code).handing.wishes[0]
    with pytest.raises(Conflict):
        answer_wish(theirs, code, wish.id, True)
    answer_wish(mine, code, wish.id, False)
    ask_for(theirs, code, "")
    wish = view(work, desk.handler, code).handing.wishes[1]
    answer_wish(mine, code, wish.id, True)
    assert view(work, other, code).steps[0].holder == "Vũ Minh"
    with pytest.raises(Conflict, match="no_wish_for_step"):
        answer_wish(mine, code, wish.id, True)


def test_a_note_stays_between_officers(work: Work) -> None:
    desk, code, _ = held(work)
    mine = acting(work, desk.handler)
    write_note(mine, code, "Nhà bên cạnh có đơn", "press")
    write_note(mine, code, "Nhà bên cạnh có đơn", "press")
    seen = view(work, desk.approver, code)
    assert [note.text for note in seen.handing.notes] == ["Nhà bên cạnh có đơn"]
    assert "Nhà bên" not in str(seen.timeline)


def test_the_control_slip_is_for_officers_of_the_agency(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk)
    slip = control_slip(acting(work, desk.intake), code)
    assert (slip.number, slip.circular) == ("06", "Thông tư số 03/2025/TT-VPCP")
    assert [row.what for row in slip.rows] == [
        "received",
        "handed_on",
        "taken",
        "handed_on",
    ]
    with pytest.raises(NotFound):
        control_slip(acting(work, make_desk(work.session).intake), code)
    with pytest.raises(Forbidden):
        control_slip(work, code)


@given(
    roles=st.lists(st.sampled_from([Role.PROCESSING, Role.APPROVER]), min_size=1),
    moves=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2)), max_size=40),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_walk_lets_one_person_prepare_and_approve(
    roles: list[Role], moves: list[tuple[int, int]]
) -> None:
    ids = [UUID(int=number) for number in range(1, 4)]
    steps = [
        DossierStep(
            dossier_id=ids[0],
            agency_id=ids[0],
            position=number,
            name=str(number),
            role=role,
            hours=1,
        )
        for number, role in enumerate([*roles, Role.APPROVER])
    ]
    prepared, approved = set[UUID](), set[UUID]()
    for where, who in moves:  # any order, returns included
        step, person = steps[where % len(steps)], ids[who]
        if is_barred(step, steps, person):
            continue
        give_to(step, person)
        step.state, step.done_by_id = StepState.DONE, person
        (approved if step.role == Role.APPROVER else prepared).add(person)
        step.done_by_id = step.holder_id = None  # a return forgets who did it
    assert not prepared & approved


def test_of_two_who_act_on_one_dossier_one_does(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        desk, code, version = held(work)
        leaders = [desk.handler, dataclasses.replace(desk.handler)]
        others = [
            officer(work, desk, Role.PROCESSING, name=f"Cán bộ {n}") for n in "ab"
        ]
        session.commit()
    given, lock = [_id(one) for one in others], threading.Lock()

    def give(here: Work) -> object:
        with lock:
            mine = given.pop()
        return forward(here, code, Forwarding(mine, "Nhờ xem giúp"), version)

    outcomes = race(scratch_engine, tmp_path, leaders, give)
    with Session(scratch_engine) as session:
        query = select(StepLog).where(StepLog.kind == StepKind.REASSIGNED)
        written = session.exec(query).one()
    assert len(refusals(outcomes)) == 1
    assert refusals(outcomes)[0].args == ("held_by", written.to_name)


def _id(actor: Actor) -> UUID:
    assert actor.account_id is not None
    return actor.account_id
