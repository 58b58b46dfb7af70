"""The page of a form: written part by part, tried as somebody, published by two."""

import asyncio
from typing import Any

import pytest

from dvc_app.state.admin.eform import AdminEformState
from dvc_app.state.admin.eform_edit import EformEditState
from dvc_app.state.admin.eform_trial import EformTrialState
from dvc_app.state.admin.eforms import EformsState
from dvc_app.wording import eform_changes as wording
from dvc_app.wording import eform_faults as faults
from dvc_app.wording import eform_fields as kinds
from services.eform_changes.differences import What
from services.eform_changes.edit_draft import save_field
from services.eform_changes.field_flaws import FormFlaw
from services.eform_changes.queries import At
from services.eform_changes.raw import Spot
from services.eforms.catalogues import catalogues
from services.eforms.definition import FieldKind
from services.work import Work
from tests.dvc_app.state.public.pages import open_state, send
from tests.factories.eform_drafts import (
    administrator,
    field_typed,
    make_head,
)
from tests.factories.eforms import make_eform

ADDRESS = "/quan-tri/bieu-mau/THU"
# Any, below: the framework's states have no static type of their own.


class Page:
    """The three states of one tab."""

    def __init__(self, work: Work) -> None:
        self.said: list[str] = []
        self.form: Any = self._open(AdminEformState, work)
        self.edit: Any = self._open(EformEditState, work)
        self.trial: Any = self._open(EformTrialState, work)
        for state in (self.form, self.edit, self.trial):
            send(state.load())

    def _open(self, kind: Any, work: Work) -> Any:
        state = open_state(kind, work, ADDRESS)

        async def other(wanted: Any) -> Any:
            return self.form

        async def say(text: str, kind: str = "info") -> None:
            self.said.append(text)

        object.__setattr__(state, "get_state", other)
        object.__setattr__(state, "_say", say)
        return state

    def save(self, where: str, **typed: Any) -> None:
        """Open a part and save it."""
        send(self.edit.open(where))
        send(self.edit.save(typed))


@pytest.fixture
def page(work: Work) -> Page:
    make_eform(work)
    return Page(administrator(work))


def begun(page: Page) -> Page:
    send(page.form.begin(0))
    return page


def test_a_form_is_shown_with_what_is_in_force(page: Page) -> None:
    assert page.form.loaded
    assert page.form.title == "Tờ khai thử"
    assert page.form.in_force == "Bản 1, từ 01/01/2026"
    assert page.form.may_begin
    assert [row.number for row in page.form.versions] == [1]
    # Read-only, with everything it could ask, the office's part too.
    assert not page.trial.is_live
    assert [g.code for g in page.trial.groups] == [
        "child",
        "sibling",
        "totals",
        "office",
    ]
    assert page.trial.hidden == {}
    assert page.trial.needed["e.sibling.1.sibling_name"]


def test_a_form_that_never_was_is_missing(work: Work) -> None:
    found = Page(administrator(work))

    assert found.form.missing
    assert found.trial.groups == []


def test_a_field_is_opened_with_what_stands_in_it_and_saved(page: Page) -> None:
    begun(page)
    send(page.edit.open("g0.f3"))

    assert page.edit.form.texts["label"] == "Câu spouse"
    assert page.edit.form.texts["when"] == "married"
    assert [(p.words, p.is_on) for p in page.edit.when_picks] == [
        ("Có", True),
        ("Không", False),
    ]
    assert ("married", "Câu married") in page.edit.deciders

    kept = {"when_field": "married", "when_any:no": True}
    send(page.edit.save(field_typed(label="Vợ hoặc chồng", kind="name") | kept))

    line = page.form.groups[0].fields[3]
    assert line.label == "Vợ hoặc chồng"
    assert line.about == ["chỉ khi “Câu married” là Không"]
    assert page.edit.opened == ""
    assert page.edit.focus_id == "sua-g0.f3"


def test_a_refusal_stands_at_its_input_and_keeps_the_part_open(page: Page) -> None:
    begun(page)
    page.save("g0.f0", **field_typed(used_by="", kind="name"))

    assert list(page.edit.problems) == ["used_by"]
    assert "ít nhất 6 từ" in page.edit.problems["used_by"]
    assert page.edit.opened == "g0.f0"


def test_a_changed_code_is_said_aloud(page: Page) -> None:
    begun(page)
    page.save("g0.f4", **field_typed(kind="phone", code="so_dien_thoai"))

    assert "phone" in page.said[-1]
    assert page.form.changes[0].css == "eform-warns"
    assert "Câu phone" in page.form.changes[0].words


def test_a_part_is_taken_away_after_a_question(page: Page) -> None:
    begun(page)
    send(page.edit.ask_remove("g0.f2"))
    assert page.edit.asked_words == "Bỏ “Câu married”?"

    send(page.edit.remove())

    assert page.edit.asked == ""
    words = [flaw.words for flaw in page.form.flaws]
    assert any(said.startswith("Câu “Câu spouse”: Chọn lại") for said in words)
    send(page.trial.begin({"version": "draft", "person": "me", "side": "citizen"}))
    assert page.trial.flawed == wording.TRY_FLAWED


def test_anothers_change_is_told_and_never_written_over(work: Work, page: Page) -> None:
    begun(page)
    send(page.edit.open("g0.f0"))
    other = administrator(work, "Hoàng Thứ Hai")
    at: At = page.form._seen()
    save_field(other, at, Spot(0, 0), field_typed(kind="name", label="Của người kia"))

    send(page.edit.save(field_typed(kind="name", label="Của tôi")))

    assert "Hoàng Thứ Hai" in page.said[-1]
    assert page.form.groups[0].fields[0].label == "Của người kia"
    assert page.edit.opened == ""  # the other one touched this very field

    send(page.edit.open("g0.f1"))
    save_field(
        other,
        page.form._seen(),
        Spot(0, 0),
        field_typed(kind="name", label="Lần nữa"),
    )
    mine = field_typed(label="Của tôi")
    send(page.edit.save(mine))
    assert page.edit.opened == "g0.f1"  # nobody touched it: it is saved again
    send(page.edit.save(mine))
    assert [f.label for f in page.form.groups[0].fields[:2]] == ["Lần nữa", "Của tôi"]


def test_a_draft_is_tried_and_nothing_reaches_the_draft(page: Page) -> None:
    assert [one.value for one in page.form.which] == ["1"]
    begun(page)
    assert [one.value for one in page.form.which] == ["draft", "1"]
    send(page.trial.begin({"version": "draft", "person": "me", "side": "citizen"}))

    assert page.trial.is_live
    assert page.trial.shown_words == wording.TRY_DRAFT
    assert page.trial.values["e.teller"] == "Lường Thị Mẫu"
    assert page.trial.hidden["e.spouse"]
    send(page.trial.save_field("e.married", "yes"))
    assert "e.spouse" not in page.trial.hidden
    send(page.trial.add_row("sibling"))
    assert [row.id for row in page.trial.rows["sibling"]] == ["1"]
    send(page.trial.check({"e.child_name": "Lê Thị Bé"}))
    assert set(page.trial.problems) == {"e.spouse", "e.sibling.1.sibling_name"}
    send(page.trial.remove_row("sibling", "1"))
    send(page.trial.check({"e.spouse": "Vi Văn Tư"}))
    assert page.trial.clean == wording.TRY_CLEAN
    assert page.trial.sheet.title == "Tờ khai thử"
    assert page.form._raw()["title"] == "Tờ khai thử"


def test_two_tabs_of_two_people_publish_it(work: Work, page: Page) -> None:
    begun(page)
    page.save("head", **make_head())
    send(page.form.propose())
    assert page.form.is_proposed
    assert not page.form.may_publish
    send(page.form.publish())
    assert "bốn mắt" in page.form.problems["eform"]

    reader = Page(administrator(work, "Hoàng Thứ Hai"))
    assert reader.form.may_publish
    send(reader.form.publish())

    assert reader.form.versions[0].standing == "sắp áp dụng"
    assert "01/12/2026" in reader.said[-1]
    assert reader.form.versions[0].may_withdraw
    send(reader.form.withdraw(reader.form.versions[0].id))
    assert reader.form.versions[0].standing == "đã rút trước ngày hiệu lực"


def test_a_refused_proposal_names_the_question(page: Page) -> None:
    begun(page)
    send(page.edit.ask_remove("g0.f2"))
    send(page.edit.remove())

    send(page.form.propose())

    said = page.form.problems["g0.f2"]
    assert said.startswith("Câu “Câu spouse”:")
    assert page.form.problems["reason"] == faults.FAULTS["eform_why"]


def test_the_list_is_filtered_by_its_address(work: Work, page: Page) -> None:
    begun(page)
    listed = open_state(
        EformsState, administrator(work), "/quan-tri/bieu-mau?tim=thu&cho=1"
    )
    asyncio.run(listed.load())

    assert [row.code for row in listed.rows] == ["THU"]
    assert listed.rows[0].waits[0].words == "đang soạn bản mới"
    assert listed.has_filters


def test_every_kind_and_list_and_fact_has_its_words() -> None:
    assert set(kinds.KINDS) == set(FieldKind)
    assert set(kinds.CATALOGUES) == set(catalogues())
    assert set(FormFlaw) <= set(faults.FAULTS)
    assert set(What) == set(faults.DIFFERENCES)
