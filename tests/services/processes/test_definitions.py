"""A process: its rules, its walk, two administrators, and what runs on it."""

import dataclasses
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.clock import local_day
from services.core.errors import Conflict, Forbidden, RuleViolation
from services.core.working_days import WorkCalendar
from services.dossiers.snapshot import read_snapshot
from services.procedures.write_facts import stable_id
from services.processes.begin_like_default import begin_like_default
from services.processes.definition import Branch, StepDefinition
from services.processes.in_force import definition_for
from services.processes.load_processes import load_processes
from services.processes.publish import propose, publish, withdraw
from services.processes.rules import ProcessFault, problems_of
from services.processes.save_draft import (
    ProcessForm,
    Saved,
    StepForm,
    begin_version,
    save_draft,
)
from services.processes.show_process import list_processes, show_process
from services.processes.try_out import try_out
from services.work import Role, Work
from tests.factories.processing import (
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_new,
)

P, A = Role.PROCESSING, Role.APPROVER


def step(key: str, role: Role = P, *to: str, **values: object) -> StepDefinition:
    given = {"hours": 8.0} | values
    branches = tuple(Branch(to=one, name=f"sang {one}") for one in to)
    return StepDefinition(key=key, name=key, role=role, branches=branches, **given)  # type: ignore[arg-type]


def administrator(work: Work, name: str = "Lý Quản Trị") -> Work:
    actor = make_account_officer(work.session, None, Role.ADMINISTRATOR, name=name)
    return acting(work, dataclasses.replace(actor, proved_at=work.now))


def form_of(*steps: StepForm, **values: str) -> ProcessForm:
    return ProcessForm(name="Quy trình thử", steps=steps, **values)


TWO = (
    StepForm("lam", "Thẩm định", "processing", "60%"),
    StepForm("duyet", "Duyệt", "approver", "40%"),
)


@pytest.mark.parametrize(
    ("steps", "where", "fault"),
    [
        ((), "steps", ProcessFault.NO_STEPS),
        ((step("a"), step("b")), "steps", ProcessFault.NO_APPROVER),
        ((step("a", A), step("b", A)), "steps", ProcessFault.NOBODY_PREPARES),
        (
            (step("a", A, "c"), step("b", P), step("c", A)),
            "steps",
            ProcessFault.UNPREPARED,
        ),
        (
            (step("a", hours=0.0, share=0.5), step("b", A, hours=0.0, share=0.3)),
            "steps",
            ProcessFault.SHARES,
        ),
        ((step("a", hours=0.0), step("b", A)), "step.a", ProcessFault.HOURS),
        ((step("a", hours=-1.0), step("b", A)), "step.a", ProcessFault.HOURS),
        (
            (step("a", P, "x"), step("b", A)),
            "step.a",
            ProcessFault.TARGET_UNKNOWN,
        ),
        ((step("a", P, "a"), step("b", A)), "step.a", ProcessFault.TARGET_SELF),
        (
            (step("a", P, "c"), step("b", P), step("c", A)),
            "step.b",
            ProcessFault.UNREACHABLE,
        ),
        (
            (
                step("a", P, "b", "c"),
                step("b", P, "a1"),
                step("a1", P, "b"),
                step("c", A),
            ),
            "step.b",
            ProcessFault.NO_WAY_OUT,
        ),
        ((step("a"), step("b", A, "a")), "step.b", ProcessFault.END_BRANCHES),
        ((step("a"), step("a", A)), "step.a", ProcessFault.KEY_TWICE),
    ],
)
def test_what_is_wrong_is_named_where_it_is(
    steps: tuple[StepDefinition, ...], where: str, fault: ProcessFault
) -> None:
    assert problems_of(steps)[where] == fault


def test_a_way_back_is_allowed_while_the_end_is_in_reach() -> None:
    steps = (step("a"), step("b", P, "a", "c"), step("c", A))
    assert problems_of(steps) == {}


@st.composite
def definitions(draw: st.DrawFn) -> tuple[StepDefinition, ...]:
    count = draw(st.integers(2, 7))
    keys = [f"b{number}" for number in range(count)]
    roles = [draw(st.sampled_from([P, A])) for _ in keys[:-1]] + [A]
    steps = []
    for key, role in zip(keys, roles, strict=True):
        to = draw(st.lists(st.sampled_from(keys), max_size=3, unique=True))
        steps.append(step(key, role, *(one for one in to if one != key)))
    return tuple(steps)


@given(definitions(), st.data())
def test_any_valid_process_is_walked_to_its_end(
    steps: tuple[StepDefinition, ...], data: st.DataObject
) -> None:
    if problems_of(steps):
        return
    begun = datetime(2026, 11, 23, 1, tzinfo=UTC)
    plain = try_out(steps, WorkCalendar(), begun, 400)
    assert all(before.due_at <= after.due_at for before, after in pairwise(plain))
    keys = [one.key for one in steps]
    by_key = {one.key: one for one in steps}
    seen, at = [keys[0]], keys[0]
    for _ in range(60):
        if at == keys[-1]:
            break
        ways = [b.to for b in by_key[at].branches] or [keys[keys.index(at) + 1]]
        at = data.draw(st.sampled_from(ways))
        seen.append(at)
    if at == keys[-1]:
        assert any(by_key[key].role is P for key in seen)


def test_two_administrators_put_a_process_in_force(work: Work) -> None:
    first, second = administrator(work), administrator(work, "Hồ Thứ Hai")
    load_processes(first)
    process_id = stable_id("process", "default")
    draft = begin_version(first, process_id)
    today = local_day(work.now).strftime("%d/%m/%Y")
    saved = save_draft(
        first, draft.version_id, form_of(*TWO, valid_from=today), draft.edition
    )
    edition = propose(first, saved.version_id, saved.edition)
    with pytest.raises(RuleViolation) as refusal:
        publish(first, saved.version_id, edition)
    assert refusal.value.problems == {"process": "process_four_eyes"}
    assert not show_process(first, process_id).may_publish
    assert show_process(second, process_id).may_publish
    publish(second, saved.version_id, edition)
    found = definition_for(work.session, "1.1", "commune", local_day(work.now))
    assert found is not None
    assert (found.version, found.steps[0].share) == (2, 0.6)


def test_the_proposer_in_a_second_post_stays_one_person(work: Work) -> None:
    first = administrator(work)
    saved = _saved(first)
    edition = propose(first, saved.version_id, saved.edition)
    twice = acting(first, dataclasses.replace(first.actor, post_id=None))
    with pytest.raises(RuleViolation):
        publish(twice, saved.version_id, edition)


def test_somebody_elses_save_wins_first(work: Work) -> None:
    first, second = administrator(work), administrator(work, "Hồ Thứ Hai")
    saved = _saved(first)
    save_draft(second, saved.version_id, form_of(*TWO), saved.edition)
    with pytest.raises(Conflict) as refusal:
        save_draft(first, saved.version_id, form_of(*TWO), saved.edition)
    assert refusal.value.args == ("process_changed", "Hồ Thứ Hai")


def test_a_faulty_draft_is_kept_and_not_proposed(work: Work) -> None:
    first = administrator(work)
    saved = _saved(first, TWO[0])
    with pytest.raises(RuleViolation) as refusal:
        propose(first, saved.version_id, saved.edition)
    assert refusal.value.problems == {"steps": ProcessFault.NO_APPROVER}


def test_what_cannot_be_read_is_named_at_once(work: Work) -> None:
    first = administrator(work)
    saved = _saved(first)
    bad = StepForm("lam", "", "processing", "x"), StepForm("d", "D", "boss", "1")
    with pytest.raises(RuleViolation) as refusal:
        save_draft(
            first,
            saved.version_id,
            form_of(*bad, procedure_code="9.9", valid_from="hôm qua"),
            saved.edition,
        )
    assert set(refusal.value.problems) == {
        "procedure_code",
        "valid_from",
        "step.lam",
        "step.d",
    }


def test_a_published_version_is_not_edited_and_the_default_stays(work: Work) -> None:
    first = administrator(work)
    load_processes(first)
    view = show_process(first, stable_id("process", "default"))
    with pytest.raises(Conflict, match="process_published"):
        save_draft(first, view.shown.id, form_of(*TWO), view.shown.edition)
    with pytest.raises(RuleViolation) as refusal:
        withdraw(first, view.shown.id, view.shown.edition)
    assert refusal.value.problems == {"process": "process_last_default"}


def test_seeding_twice_writes_once(work: Work) -> None:
    first = administrator(work)
    assert (load_processes(first), load_processes(first)) == (1, 0)
    assert len(list_processes(first)) == 1


@pytest.mark.parametrize("role", [Role.APPROVER, Role.AUDITOR, Role.INTAKE])
def test_only_administrators_see_processes(work: Work, role: Role) -> None:
    other = make_account_officer(work.session, None, role)
    for act in (list_processes, lambda w: show_process(w, UUID(int=1))):
        with pytest.raises(Forbidden):
            act(acting(work, other))


def test_a_running_dossier_keeps_its_process(work: Work) -> None:
    first, second = administrator(work), administrator(work, "Hồ Thứ Hai")
    load_processes(first)
    desk = make_desk(work.session)
    before = make_new(work, desk)
    saved = begin_like_default(first, "Riêng", desk.filing.procedure.code, "")
    today = local_day(work.now).strftime("%d/%m/%Y")
    code = desk.filing.procedure.code
    steps = (TWO[0], StepForm("them", "Xác minh", "processing", "1"), TWO[1])
    timed = [dataclasses.replace(one, time="8") for one in steps]
    form = form_of(*timed, procedure_code=code, valid_from=today)
    saved = save_draft(first, saved.version_id, form, saved.edition)
    publish(second, saved.version_id, propose(first, saved.version_id, saved.edition))
    after = make_new(work, desk)
    kept = read_snapshot(dossier_of(work, before)).process
    assert len(kept) == 2
    frozen = read_snapshot(dossier_of(work, after)).process
    assert [one["name"] for one in frozen] == ["Thẩm định", "Xác minh", "Duyệt"]


def test_a_process_is_in_force_from_its_day_on(work: Work) -> None:
    first, second = administrator(work), administrator(work, "Hồ Thứ Hai")
    load_processes(first)
    today = local_day(work.now)
    later = today + timedelta(days=30)
    draft = begin_version(first, stable_id("process", "default"))
    form = form_of(*TWO, valid_from=later.strftime("%d/%m/%Y"))
    saved = save_draft(first, draft.version_id, form, draft.edition)
    publish(second, saved.version_id, propose(first, saved.version_id, saved.edition))

    def number(day: date) -> int:
        found = definition_for(work.session, "", "province", day)
        return found.version if found else 0

    assert (number(today), number(later)) == (1, 2)
    withdraw(second, saved.version_id, saved.edition + 2)
    assert number(later) == 1


def _saved(work: Work, *steps: StepForm) -> Saved:
    load_processes(work)
    draft = begin_version(work, stable_id("process", "default"))
    form = form_of(*(steps or TWO))
    return save_draft(work, draft.version_id, form, draft.edition)
