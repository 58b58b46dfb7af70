"""A procedure's layers and changes in words (A02)."""

import dataclasses

from dvc_app.state.admin import procedure_rows as rows
from dvc_app.state.admin.procedure import say_faults
from dvc_app.state.admin.procedure_papers import edit_papers, paper_forms
from dvc_app.wording import procedure_changes as wording
from services.procedure_changes.show_facts import show_facts
from services.work import Work
from tests.factories.procedure_changes import (
    administrator,
    papers_of,
    propose,
    publish,
)

BIRTH = "1.001193"


def test_every_field_says_where_it_comes_from(seeded_work: Work) -> None:
    publish(seeded_work, BIRTH, summary="Của tỉnh")
    shown = show_facts(administrator(seeded_work), BIRTH)
    facts = {row.name: row for row in rows.fact_rows(shown)}
    summary, keywords = facts["Tóm tắt"], facts["Từ ngữ đời thường"]
    assert (summary.lines, summary.source) == (["Của tỉnh"], "Tỉnh đã sửa, bản 1")
    assert summary.below.startswith("Nếu không sửa: Ghi nhận")
    assert (keywords.source, keywords.below) == ("Dữ liệu của tỉnh", "")
    assert facts["Thành phần hồ sơ"].folded == "6 giấy tờ"
    assert {row.national[0] for row in facts.values()} == {wording.NATIONAL_ABSENT}


def test_a_difference_shows_only_the_lines_that_differ(seeded_work: Work) -> None:
    writer = administrator(seeded_work)
    shown = show_facts(writer, BIRTH)
    first, *rest = papers_of(shown)
    larger = dataclasses.replace(first, megabytes="99")
    propose(writer, BIRTH, papers=(larger, *rest), units=shown.basis["units"][1:])
    after = show_facts(writer, BIRTH)
    row = rows.change_row(after.changes[0], rows.names_of_units(after), True)
    units, papers = row.fields
    gone = shown.basis["units"][0]
    assert units.before == [rows.names_of_units(after)[gone]]
    assert units.after == ["–"]
    assert len(papers.before) == len(papers.after) == 1
    assert "99 MB" in papers.after[0]
    assert row.is_own
    assert not row.may_publish


def test_another_order_is_a_difference_too(seeded_work: Work) -> None:
    writer = administrator(seeded_work)
    first, second, *rest = papers_of(show_facts(writer, BIRTH))
    propose(writer, BIRTH, papers=(second, first, *rest))
    after = show_facts(writer, BIRTH)
    row = rows.change_row(after.changes[0], {}, True)
    assert row.fields[0].before == [wording.ORDER_ONLY]


def test_the_form_is_drawn_with_what_changes_nothing(seeded_work: Work) -> None:
    shown = show_facts(administrator(seeded_work), BIRTH)
    assert paper_forms(edit_papers(shown.basis)) == papers_of(shown)


def test_a_fault_of_a_paper_says_which() -> None:
    said = say_faults({"paper.1": "procedure_paper_name", "reason": "note_long"})
    assert said["paper.1"] == "Giấy tờ 2: Nhập tên giấy tờ"
    assert said["reason"]
