"""Local facts are written by one administrator and published by another (A02)."""

import dataclasses
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from services.audit.models import AuditEntry
from services.core.errors import (
    Conflict,
    Forbidden,
    NotFound,
    ProofNeeded,
    RuleViolation,
)
from services.procedure_changes.apply_due import apply_due
from services.procedure_changes.decide import publish_change, withdraw_change
from services.procedure_changes.models import ChangeState, ProcedureChange
from services.procedure_changes.preview import preview_change
from services.procedure_changes.propose import check_change, propose_change
from services.procedure_changes.show_facts import show_facts
from services.procedures.models import AgencyLevel, OnlineLevel, TimeUnit
from services.procedures.search_procedures import Search, search_procedures
from services.procedures.show_procedure import ProcedureDetail, show_procedure
from services.work import ANONYMOUS, SYSTEM, Work
from tests.factories.procedure_changes import (
    administrator,
    edition_of,
    form_of,
    papers_of,
    propose,
    publish,
)

BIRTH = "1.001193"


@pytest.fixture
def work(seeded_work: Work) -> Work:
    """The catalogue that comes with the portal."""
    return seeded_work


def later(work: Work, days: int) -> Work:
    """Return the same work some days later."""
    return dataclasses.replace(work, now=work.now + timedelta(days=days))


def as_system(work: Work) -> Work:
    """Return the work of the clock."""
    return dataclasses.replace(work, actor=SYSTEM)


def readable(detail: ProcedureDetail) -> dict[str, Any]:
    """Return what a page says, without when it was written."""
    said = vars(detail) | {"updated_at": None, "process": ()}
    said["cases"] = tuple(
        dataclasses.replace(
            case,
            components=tuple(
                dataclasses.replace(one, id=UUID(int=0)) for one in case.components
            ),
        )
        for case in detail.cases
    )
    return said


def everything(work: Work) -> dict[str, Any]:
    """Return a form that changes every field there is."""
    shown = show_facts(administrator(work), BIRTH)
    first, *rest = papers_of(shown)
    changed = dataclasses.replace(
        first, required=False, required_when="Khi có", megabytes="25", note="Bản rõ"
    )
    added = dataclasses.replace(
        first, key="", name="Giấy xác nhận mới", kinds=("pdf",), samples="mau-1.docx"
    )
    return {
        "plain_name": "Làm giấy khai sinh cho con",
        "summary": "Cho trẻ mới sinh.",
        "keywords": "khaisinhmoi",
        "online_level": "partial",
        "units": shown.basis["units"][:2],
        "requirements": "Trẻ sinh tại tỉnh.",
        "limit_value": "2",
        "limit_unit": "working_day",
        "limit_note": "hai ngày",
        "cut_off": "15h00",
        "papers": (*rest, changed, added),
        "is_suspended": True,
        "suspended_reason": "Nâng cấp phần mềm hộ tịch",
    }


def test_a_change_is_in_force_only_when_another_publishes_it(work: Work) -> None:
    writer = administrator(work)
    made = propose(writer, BIRTH, plain_name="Khai sinh cho bé")
    assert show_procedure(work, BIRTH).plain_name != "Khai sinh cho bé"
    with pytest.raises(RuleViolation) as refusal:
        publish_change(writer, made, 1)
    assert refusal.value.problems == {"change": "procedure_four_eyes"}
    day = publish_change(administrator(work), made, 1)
    assert day == work.now.date()
    assert show_procedure(work, BIRTH).plain_name == "Khai sinh cho bé"


def test_every_field_changes_and_comes_back(work: Work) -> None:
    before = show_procedure(work, BIRTH)
    made = publish(work, BIRTH, **everything(work))
    after = show_procedure(work, BIRTH)
    assert after.online_level is OnlineLevel.PARTIAL
    assert (after.limit.value, after.limit.note) == (2, "hai ngày")
    assert {(w.limit.value, w.limit.note) for w in after.channels} == {(2, "hai ngày")}
    assert sum(step["hours"] for step in after.process) == 16
    assert len(after.units) == 2
    assert after.is_suspended
    assert after.suspended_since is not None
    assert after.cases[0].components[-1].name == "Giấy xác nhận mới"
    assert after.paper_count == before.paper_count + 1
    withdraw_change(administrator(work), made)
    back = show_procedure(work, BIRTH)
    assert readable(back) == readable(before)
    assert back.process == before.process


def test_the_preview_is_what_people_read_afterwards(work: Work) -> None:
    writer = administrator(work)
    form = everything(work)
    shown = show_facts(writer, BIRTH)
    checked = check_change(writer, BIRTH, form_of(shown, **form), shown.seen)
    made = propose(writer, BIRTH, **form)
    previewed = preview_change(writer, made)
    publish_change(administrator(work), made, 1)
    published = readable(show_procedure(work, BIRTH))
    assert readable(previewed) == published
    assert readable(checked.detail) | {"suspended_since": None} == published | {
        "suspended_since": None
    }
    assert set(checked.after) == set(checked.before) >= {"cases", "limit", "units"}


def test_checking_writes_nothing(work: Work) -> None:
    writer = administrator(work)
    shown = show_facts(writer, BIRTH)
    check_change(writer, BIRTH, form_of(shown, summary="Khác"), shown.seen)
    assert work.session.exec(select(ProcedureChange)).all() == []


def test_only_the_fields_that_differ_are_changed(work: Work) -> None:
    made = propose(administrator(work), BIRTH, summary="Khác")
    row = work.session.get_one(ProcedureChange, made)
    assert set(row.facts) == {"summary"}
    assert row.before == {"summary": show_procedure(work, BIRTH).summary}


def test_a_form_that_changes_nothing_is_refused(work: Work) -> None:
    with pytest.raises(RuleViolation) as refusal:
        propose(administrator(work), BIRTH)
    assert refusal.value.problems == {"change": "procedure_no_change"}


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"reason": " "}, {"reason": "procedure_reason"}),
        ({"limit_value": "nhanh"}, {"limit_value": "procedure_limit_value"}),
        ({"limit_value": "-1"}, {"limit_value": "procedure_limit_value"}),
        ({"limit_unit": "unclear"}, {"limit_unit": "procedure_limit_unit"}),
        ({"limit_unit": "month", "cut_off": "15:00"}, {"cut_off": None}),
        ({"cut_off": "25:00"}, {"cut_off": "procedure_cut_off"}),
        ({"online_level": "x"}, {"online_level": "procedure_level"}),
        ({"units": ()}, {"units": "procedure_units"}),
        ({"units": ("X99",)}, {"units": "procedure_units"}),
        ({"is_suspended": True}, {"suspended_reason": "procedure_suspended_reason"}),
        ({"summary": "x" * 801}, {"summary": "note_long"}),
        ({"summary": "a\u202eb"}, {"summary": "text_direction"}),
        ({"valid_from": "01/01/2020"}, {"valid_from": "procedure_past"}),
        ({"valid_from": "mai"}, {"valid_from": "date_format"}),
    ],
)
def test_what_cannot_be_read_is_named(
    work: Work, changes: dict[str, Any], faults: dict[str, str | None]
) -> None:
    with pytest.raises(RuleViolation) as refusal:
        propose(administrator(work), BIRTH, **changes)
    assert refusal.value.problems.keys() == faults.keys()
    said = refusal.value.problems
    assert all(said[name] == key for name, key in faults.items() if key)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"name": " "}, "procedure_paper_name"),
        ({"original": "nhiều"}, "procedure_paper_quantity"),
        ({"copies": "100"}, "procedure_paper_quantity"),
        ({"megabytes": "0"}, "procedure_paper_size"),
        ({"megabytes": "101"}, "procedure_paper_size"),
        ({"kinds": ()}, "procedure_paper_kinds"),
        ({"kinds": ("exe",)}, "procedure_paper_kinds"),
        ({"case": 99}, "procedure_paper_case"),
        ({"case": -1}, "procedure_paper_case"),
    ],
)
def test_a_paper_that_cannot_be_read_is_named(
    work: Work, change: dict[str, Any], fault: str
) -> None:
    writer = administrator(work)
    first, *rest = papers_of(show_facts(writer, BIRTH))
    wrong = dataclasses.replace(first, **change)
    with pytest.raises(RuleViolation) as refusal:
        propose(writer, BIRTH, papers=(wrong, *rest))
    assert refusal.value.problems == {"paper.0": fault}


def test_one_of_another_province_is_not_filed_here(work: Work) -> None:
    from tests.factories.dossiers import make_filing

    code = make_filing(work.session, is_elsewhere=True).procedure.code
    with pytest.raises(RuleViolation) as refusal:
        propose(administrator(work), code, summary="Khác")
    assert refusal.value.problems == {"is_filed_here": "procedure_elsewhere"}


def test_an_administrator_of_a_unit_reads_and_does_not_write(work: Work) -> None:
    from services.procedures.models import Agency

    unit = work.session.exec(select(Agency.id)).first()
    made = propose(administrator(work), BIRTH, summary="Khác")
    reader = administrator(work, unit)
    assert not show_facts(reader, BIRTH).may_write
    assert preview_change(reader, made).summary == "Khác"
    with pytest.raises(Forbidden):
        propose(reader, BIRTH, summary="Nữa")
    with pytest.raises(Forbidden):
        publish_change(reader, made, 1)
    with pytest.raises(Forbidden):
        withdraw_change(reader, made)


def test_nobody_else_reads_or_writes(work: Work) -> None:
    stranger = dataclasses.replace(work, actor=ANONYMOUS)
    made = propose(administrator(work), BIRTH, summary="Khác")
    for act in (
        lambda: show_facts(stranger, BIRTH),
        lambda: preview_change(stranger, made),
        lambda: publish_change(stranger, made, 1),
    ):
        with pytest.raises(Forbidden):
            act()


def test_what_is_not_there_is_not_found(work: Work) -> None:
    boss = administrator(work)
    with pytest.raises(NotFound):
        show_facts(boss, "9.999999")
    with pytest.raises(NotFound):
        publish_change(boss, uuid4(), 1)


def test_publishing_asks_for_a_fresh_proof(work: Work) -> None:
    made = propose(administrator(work), BIRTH, summary="Khác")
    reader = administrator(work)
    stale = dataclasses.replace(reader.actor, proved_at=None)
    with pytest.raises(ProofNeeded):
        publish_change(dataclasses.replace(reader, actor=stale), made, 1)


def test_what_was_not_read_is_not_published(work: Work) -> None:
    writer = administrator(work)
    made = propose(writer, BIRTH, summary="Khác")
    again = propose(writer, BIRTH, summary="Đổi sau khi người kia đọc")
    assert again == made
    with pytest.raises(Conflict):
        publish_change(administrator(work), made, 1)
    publish_change(administrator(work), made, 2)


def test_one_change_waits_at_a_time(work: Work) -> None:
    propose(administrator(work), BIRTH, summary="Khác")
    with pytest.raises(Conflict):
        propose(administrator(work), BIRTH, summary="Của tôi")


def test_a_form_drawn_before_somebody_s_change_is_refused(work: Work) -> None:
    writer = administrator(work)
    shown = show_facts(writer, BIRTH)
    publish(work, BIRTH, summary="Đã đổi")
    with pytest.raises(Conflict):
        propose_change(writer, BIRTH, form_of(shown, keywords="mới"), shown.seen)


def test_a_second_press_shows_the_same(work: Work) -> None:
    made = publish(work, BIRTH, summary="Khác")
    reader = administrator(work)
    publish_change(reader, made, 1)
    withdraw_change(reader, made)
    withdraw_change(reader, made)
    acts = work.session.exec(
        select(AuditEntry.act).where(AuditEntry.subject_id == made)
    ).all()
    assert sorted(acts) == [
        "procedure_change.applied",
        "procedure_change.proposed",
        "procedure_change.published",
        "procedure_change.withdrawn",
    ]
    with pytest.raises(Conflict):
        publish_change(reader, made, 1)


def test_a_change_takes_effect_on_its_day(work: Work) -> None:
    made = publish(work, BIRTH, summary="Từ tuần sau", valid_from="30/11/2026")
    clock = as_system(work)
    assert apply_due(later(clock, 6)) == 0
    assert show_procedure(work, BIRTH).summary != "Từ tuần sau"
    assert apply_due(later(clock, 7)) == 1
    assert show_procedure(work, BIRTH).summary == "Từ tuần sau"
    assert apply_due(later(clock, 8)) == 0
    assert work.session.get_one(ProcedureChange, made).applied_at


def test_a_proposal_read_after_its_day_begins_when_it_is_read(work: Work) -> None:
    made = propose(administrator(work), BIRTH, summary="Khác")
    reader = administrator(later(work, 3))
    day = publish_change(reader, made, 1)
    assert day == reader.now.date()


def test_what_is_published_for_a_day_to_come_is_not_written_over(work: Work) -> None:
    ahead = publish(work, BIRTH, summary="Từ tuần sau", valid_from="30/11/2026")
    with pytest.raises(RuleViolation) as refusal:
        propose(administrator(work), BIRTH, summary="Ngay hôm nay")
    assert refusal.value.problems == {"change": "procedure_scheduled"}
    publish(work, BIRTH, is_suspended=True, suspended_reason="Mất điện")
    assert show_procedure(work, BIRTH).is_suspended
    withdraw_change(administrator(work), ahead)
    assert apply_due(later(as_system(work), 30)) == 0


def test_taking_one_back_brings_back_the_one_before_it(work: Work) -> None:
    shipped = show_procedure(work, BIRTH)
    first = publish(work, BIRTH, summary="Một", keywords="motmot")
    second = publish(work, BIRTH, summary="Hai")
    withdraw_change(administrator(work), second)
    assert show_procedure(work, BIRTH).summary == "Một"
    withdraw_change(administrator(work), first)
    assert show_procedure(work, BIRTH).summary == shipped.summary
    assert [c.state for c in show_facts(administrator(work), BIRTH).changes] == [
        ChangeState.WITHDRAWN
    ] * 2


def test_a_proposal_whose_ground_moved_is_not_published(work: Work) -> None:
    first = publish(work, BIRTH, summary="Một")
    made = propose(administrator(work), BIRTH, summary="Hai")
    withdraw_change(administrator(work), first)
    with pytest.raises(Conflict):
        publish_change(administrator(work), made, edition_of(work, made))


def test_suspending_and_resuming_say_since_when(work: Work) -> None:
    publish(
        work,
        BIRTH,
        is_suspended=True,
        suspended_reason="Nâng cấp",
        valid_from="25/11/2026",
    )
    apply_due(later(as_system(work), 2))
    paused = show_procedure(work, BIRTH)
    assert not paused.can_be_filed
    assert paused.suspended_since is not None
    assert f"{paused.suspended_since:%d/%m}" in ("24/11", "25/11")
    after = later(work, 4)
    publish(after, BIRTH, is_suspended=False)
    assert show_procedure(work, BIRTH).can_be_filed
    assert show_procedure(work, BIRTH).suspended_since is None


def test_a_search_finds_the_new_words_at_once(work: Work) -> None:
    asked = Search(text="chungsinhbe")
    assert search_procedures(work, asked).total == 0
    made = publish(work, BIRTH, keywords="chungsinhbe")
    assert [h.row.code for h in search_procedures(work, asked).hits] == [BIRTH]
    withdraw_change(administrator(work), made)
    assert search_procedures(work, asked).total == 0


def test_the_paper_of_the_electronic_form_stays(work: Work) -> None:
    from services.eforms.current_eform import current_eform, stored_definition
    from services.eforms.load_eforms import load_eforms

    load_eforms(work)
    found = current_eform(work.session, BIRTH, work.now.date())
    form = stored_definition(work.session, found)
    assert form is not None
    writer = administrator(work)
    cases = show_facts(writer, BIRTH).basis["cases"]
    codes = [paper["code"] for case in cases for paper in case["papers"]]
    papers = list(papers_of(show_facts(writer, BIRTH)))
    del papers[codes.index(form.component)]
    with pytest.raises(RuleViolation) as refusal:
        propose(writer, BIRTH, papers=tuple(papers))
    assert refusal.value.problems == {"papers": "procedure_paper_form"}


def test_a_code_is_never_given_to_another_paper(work: Work) -> None:
    def add(name: str) -> str:
        writer = administrator(work)
        papers = papers_of(show_facts(writer, BIRTH))
        new = dataclasses.replace(papers[0], key="", name=name)
        made = publish(work, BIRTH, papers=(*papers, new))
        cases = work.session.get_one(ProcedureChange, made).facts["cases"]
        code = next(p["code"] for c in cases for p in c["papers"] if p["name"] == name)
        withdraw_change(administrator(work), made)
        return str(code)

    assert add("Giấy một") != add("Giấy hai")


def test_a_paper_may_lose_its_own_rule_and_keeps_it_otherwise(work: Work) -> None:
    from services.procedures.load_seed import read_seed

    code = next(
        one.code for one in read_seed() if any(p.when_answer for p in one.papers)
    )
    writer = administrator(work)
    papers = papers_of(show_facts(writer, code))
    kept = dataclasses.replace(papers[0], note="Bản rõ nét")
    made = propose(writer, code, papers=(kept, *papers[1:]))
    rules = _rules(work, made)
    assert any(rules)
    free = tuple(dataclasses.replace(p, keeps_rule=False) for p in papers)
    again = propose(writer, code, papers=free)
    assert not any(_rules(work, again))


def _rules(work: Work, change_id: UUID) -> list[Any]:
    cases = work.session.get_one(ProcedureChange, change_id).facts["cases"]
    return [p["required_answer"] for case in cases for p in case["papers"]]


def test_limits_without_a_number_are_to_be_asked(work: Work) -> None:
    publish(work, BIRTH, limit_value="", limit_note="Hỏi cơ quan", cut_off="")
    limit = show_procedure(work, BIRTH).limit
    assert (limit.value, limit.unit) == (None, TimeUnit.UNCLEAR)


def test_the_units_of_a_change_are_those_that_receive(work: Work) -> None:
    shown = show_facts(administrator(work), BIRTH)
    commune = next(u for u in shown.units if u.level is AgencyLevel.COMMUNE)
    publish(work, BIRTH, units=(commune.code,))
    assert [unit.code for unit in show_procedure(work, BIRTH).units] == [commune.code]
