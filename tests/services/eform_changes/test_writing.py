"""A draft of a form: copied, changed part by part, refused where it breaks a rule."""

import dataclasses
from typing import Any

import pytest

from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.eform_changes.begin_draft import begin_eform_draft
from services.eform_changes.differences import What, differences
from services.eform_changes.edit_draft import (
    Changed,
    move_part,
    remove_part,
    save_field,
    save_group,
    save_head,
)
from services.eform_changes.field_flaws import FormFlaw
from services.eform_changes.flaws import flaws_of
from services.eform_changes.models import DraftState, EformDraft
from services.eform_changes.queries import At, relied_on
from services.eform_changes.raw import Spot, read_spot
from services.eform_changes.show_form import show_eform
from services.eforms.load_eforms import as_json, load_eforms, shipped_definitions
from services.work import Role, Work
from tests.factories.eform_drafts import (
    REASON,
    administrator,
    field_typed,
    make_draft_of_form,
)
from tests.factories.eforms import make_definition, make_eform
from tests.factories.processing import acting, make_account_officer, make_desk

# The form of the factory: child (8 fields), sibling in rows (3), totals (2), office.
NAME, MARRIED, SPOUSE = Spot(0, 0), Spot(0, 2), Spot(0, 3)


def raw_of(work: Work, at: At) -> dict[str, Any]:  # Any: JSON
    return work.session.get_one(EformDraft, at.draft_id).definition


def then(at: At, changed: Changed) -> At:
    return At(at.draft_id, changed.edition)


def codes(raw: dict[str, Any], group: int = 0) -> list[str]:
    return [one["code"] for one in raw["group"][group]["field"]]


def test_a_draft_is_a_copy_of_the_version_in_force_and_one_at_a_time(
    work: Work,
) -> None:
    eform = make_eform(work)
    first = begin_eform_draft(administrator(work), "THU")
    again = begin_eform_draft(administrator(work, "Hoàng Thứ Hai"), "THU")

    assert first == again
    draft = work.session.get_one(EformDraft, first.draft_id)
    assert draft.definition == eform.definition
    assert draft.based_on_id == eform.id


def test_only_administrators_of_the_whole_province_write(work: Work) -> None:
    make_eform(work)
    one_unit = make_account_officer(work.session, None, Role.PROCESSING)
    with pytest.raises(Forbidden):
        begin_eform_draft(acting(work, one_unit), "THU")
    boss = administrator(work)
    agency = make_desk(work.session).filing.agency.id
    local = acting(work, dataclasses.replace(boss.actor, agency_id=agency))
    with pytest.raises(Forbidden):
        begin_eform_draft(local, "THU")
    assert not show_eform(local, "THU").may_write


def test_a_form_that_never_was_is_not_found(work: Work) -> None:
    with pytest.raises(NotFound):
        begin_eform_draft(administrator(work), "KHONG")


def test_a_field_is_changed_and_keeps_its_code(work: Work) -> None:
    boss, at = make_draft_of_form(work)

    changed = save_field(boss, at, NAME, field_typed(label="Tên của trẻ", kind="name"))

    field = raw_of(work, at)["group"][0]["field"][0]
    assert (field["label"], field["code"]) == ("Tên của trẻ", "child_name")
    assert changed.edition == at.edition + 1
    assert changed.codes == ()


def test_a_field_without_a_reason_is_refused(work: Work) -> None:
    boss, at = make_draft_of_form(work)

    for reason in ("", "Để biết thêm"):
        with pytest.raises(RuleViolation) as refusal:
            save_field(boss, at, NAME, field_typed(kind="name", used_by=reason))
        assert refusal.value.problems == {"used_by": FormFlaw.REASON}

    assert work.session.get_one(EformDraft, at.draft_id).edition == at.edition


def test_a_new_field_is_added_at_the_end_and_named_after_its_words(work: Work) -> None:
    boss, at = make_draft_of_form(work)

    save_field(boss, at, Spot(0, 8), field_typed(label="Số nhà, tổ dân phố"))

    field = raw_of(work, at)["group"][0]["field"][8]
    assert field["code"] == "so_nha_to_dan_pho"
    assert field["used_by"] == REASON


def test_every_kind_keeps_what_it_has_and_nothing_else(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    typed = field_typed(
        kind="choice",
        options="nam = Nam\nNữ giới\n",
        catalogue="countries",
        least="5",
        required="on",
        prefill_1="submitter.sex",
        default="nam",
        **{"when_field": "married", "when_any:yes": "on", "when_any:no": ""},
    )

    save_field(boss, at, Spot(0, 8), typed)

    field = raw_of(work, at)["group"][0]["field"][8]
    assert field["options"] == [["nam", "Nam"], ["nu_gioi", "Nữ giới"]]
    assert field["when"] == {"field": "married", "any": ["yes"]}
    assert field["prefill"] == ["submitter.sex"]
    assert field["required"] is True
    assert not {"catalogue", "least"} & field.keys()


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"label": ""}, {"label": FormFlaw.LABEL}),
        ({"kind": "colour"}, {"kind": FormFlaw.KIND}),
        ({"code": "Tên"}, {"code": FormFlaw.CODE_SHAPE}),
        ({"code": "phone"}, {"code": FormFlaw.CODE_TWICE}),
        ({"code": "sibling"}, {"code": FormFlaw.CODE_TWICE}),
        ({"kind": "choice"}, {"options": FormFlaw.OPTIONS}),
        (
            {"kind": "ticks", "options": "a = Một\na = Hai"},
            {"options": FormFlaw.OPTION_TWICE},
        ),
        (
            {"kind": "choice", "options": "a = Một", "default": "b"},
            {"default": FormFlaw.DEFAULT},
        ),
        ({"kind": "catalogue"}, {"catalogue": FormFlaw.CATALOGUE}),
        (
            {"kind": "catalogue", "catalogue": "colours"},
            {"catalogue": FormFlaw.CATALOGUE},
        ),
        ({"kind": "integer", "least": "9", "most": "2"}, {"most": FormFlaw.LIMITS}),
        ({"kind": "integer", "least": "chín"}, {"least": FormFlaw.NUMBER}),
        ({"shortest": "9", "longest": "2"}, {"longest": FormFlaw.LENGTHS}),
        ({"longest": "99999"}, {"longest": FormFlaw.LENGTHS}),
        ({"prefill_1": "neighbour.name"}, {"prefill_1": FormFlaw.PREFILL}),
        ({"when_field": "colour"}, {"when_field": FormFlaw.CONDITION_UNKNOWN}),
        (
            {"when_field": "child_name", "when_any:x": "on"},
            {"when_field": FormFlaw.CONDITION_KIND},
        ),
        ({"when_field": "married"}, {"when_field": FormFlaw.CONDITION_ANSWER}),
        (
            {"when_field": "married", "when_any:maybe": "on"},
            {"when_field": FormFlaw.CONDITION_ANSWER},
        ),
        ({"kind": "sum"}, {"sum_of": FormFlaw.SUM}),
        ({"kind": "sum", "sum_of:child_name": "on"}, {"sum_of": FormFlaw.SUM}),
        ({"kind": "sum", "sum_of:income": "on"}, {"sum_of": FormFlaw.SUM}),
    ],
)
def test_what_breaks_a_rule_is_refused_at_its_input(
    work: Work, typed: dict[str, str], problem: dict[str, str]
) -> None:
    boss, at = make_draft_of_form(work)

    with pytest.raises(RuleViolation) as refusal:
        save_field(boss, at, Spot(0, 8), field_typed(**typed))

    assert refusal.value.problems == problem


def test_two_questions_that_wait_for_each_other_are_refused(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    options = "yes = Có\nno = Không"
    waits = {"when_field": "married", "when_any:yes": "on"}
    typed = field_typed(kind="choice", options=options, code="again", **waits)
    at = then(at, save_field(boss, at, Spot(0, 8), typed))

    with pytest.raises(RuleViolation) as refusal:
        save_field(
            boss,
            at,
            MARRIED,
            field_typed(
                kind="choice",
                options=options,
                **{"when_field": "again", "when_any:no": "on"},
            ),
        )

    assert refusal.value.problems == {"when_field": FormFlaw.CONDITION_LOOP}


def test_a_citizens_question_cannot_wait_for_the_office(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    typed = field_typed(kind="tick", code="seen")
    at = then(at, save_field(boss, at, Spot(3, 2), typed))

    waits = {"when_field": "seen", "when_any:yes": "on"}
    with pytest.raises(RuleViolation) as refusal:
        save_field(boss, at, Spot(0, 8), field_typed(**waits))

    assert refusal.value.problems == {"when_field": FormFlaw.CONDITION_OFFICE}


def test_a_sum_adds_the_rows_of_a_group(work: Work) -> None:
    boss, at = make_draft_of_form(work)

    save_field(
        boss, at, Spot(2, 2), field_typed(kind="sum", **{"sum_of:sibling.share": "on"})
    )

    assert raw_of(work, at)["group"][2]["field"][2]["sum_of"] == ["sibling.share"]


def test_a_group_is_added_repeated_and_filled(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    typed = {
        "title": "Con cái",
        "is_repeated": "on",
        "noun": "người con",
        "least": "1",
        "most": "5",
    }

    at = then(at, save_group(boss, at, Spot(4), typed))

    group = raw_of(work, at)["group"][4]
    assert group["code"] == "con_cai"
    assert group["repeat"] == {"noun": "người con", "least": 1, "most": 5}
    flaws = {(flaw.where, flaw.fault) for flaw in flaws_of(raw_of(work, at))}
    assert flaws == {("g4", FormFlaw.EMPTY)}
    save_field(boss, at, Spot(4, 0), field_typed())
    assert flaws_of(raw_of(work, at)) == ()


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"title": ""}, {"title": FormFlaw.TITLE}),
        ({"is_repeated": "on"}, {"noun": FormFlaw.NOUN}),
        (
            {"is_repeated": "on", "noun": "dòng", "least": "5", "most": "2"},
            {"most": FormFlaw.ROWS},
        ),
        (
            {"is_repeated": "on", "noun": "dòng", "most": "90"},
            {"most": FormFlaw.ROWS},
        ),
        ({"code": "child_name"}, {"code": FormFlaw.CODE_TWICE}),
    ],
)
def test_a_group_that_breaks_a_rule_is_refused(
    work: Work, typed: dict[str, str], problem: dict[str, str]
) -> None:
    boss, at = make_draft_of_form(work)

    with pytest.raises(RuleViolation) as refusal:
        save_group(boss, at, Spot(4), {"title": "Khác", **typed})

    assert refusal.value.problems == problem


def test_parts_move_and_a_field_goes_on_into_the_next_group(work: Work) -> None:
    boss, at = make_draft_of_form(work)

    at = then(at, move_part(boss, at, Spot(0, 1), -1))
    assert codes(raw_of(work, at))[:2] == ["child_sex", "child_name"]
    at = then(at, move_part(boss, at, Spot(0, 7), 1))
    assert codes(raw_of(work, at), 1)[0] == "home"
    at = then(at, move_part(boss, at, Spot(1), -1))
    assert raw_of(work, at)["group"][0]["code"] == "sibling"
    at = then(at, move_part(boss, at, Spot(0), -1))
    assert raw_of(work, at)["group"][0]["code"] == "sibling"


def test_a_removed_field_leaves_flaws_at_what_waited_for_it(work: Work) -> None:
    boss, at = make_draft_of_form(work)

    changed = remove_part(boss, at, MARRIED)

    assert changed.codes == ("married",)
    found = {(flaw.where, flaw.fault) for flaw in flaws_of(raw_of(work, at))}
    assert found == {
        ("g0.f2", FormFlaw.CONDITION_UNKNOWN),  # spouse, one place up
        ("g3.f1", FormFlaw.CONDITION_UNKNOWN),
    }


def test_a_changed_code_is_told_because_earlier_answers_are_lost(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    before = raw_of(work, at)

    typed = field_typed(label="Câu child_name", kind="name", code="ten_tre")
    changed = save_field(boss, at, NAME, typed)

    assert changed.codes == ("child_name",)
    found = {one.what for one in differences(before, raw_of(work, at)) if one.warns}
    assert found == {What.RENAMED}
    # The applicant was this field: it must be chosen anew.
    assert [flaw.field for flaw in flaws_of(raw_of(work, at))] == ["applicant"]


def test_changes_are_told_by_kind(work: Work) -> None:
    before = as_json(make_definition())
    boss, at = make_draft_of_form(work)
    at = then(at, remove_part(boss, at, Spot(0, 6)))  # job
    at = then(at, save_field(boss, at, Spot(0, 1), field_typed(kind="text")))
    at = then(at, save_field(boss, at, Spot(0, 7), field_typed(label="Mới")))

    found = {(one.what, one.name) for one in differences(before, raw_of(work, at))}

    assert (What.REMOVED, "Câu job") in found
    assert (What.RETYPED, "Câu mới") in found
    assert (What.ADDED, "Mới") in found


def test_nothing_changed_is_no_difference() -> None:
    for form in shipped_definitions():
        assert differences(as_json(form), as_json(form)) == ()
        assert flaws_of(as_json(form)) == ()


def test_two_administrators_never_write_over_one_another(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    other = administrator(work, "Hoàng Thứ Hai")
    save_field(boss, at, NAME, field_typed(kind="name", label="Của người thứ nhất"))

    with pytest.raises(Conflict) as refusal:
        save_field(other, at, NAME, field_typed(kind="name", label="Đè lên"))

    assert refusal.value.args == ("eform_changed", boss.actor.name)
    field = raw_of(work, at)["group"][0]["field"][0]
    assert field["label"] == "Của người thứ nhất"


def test_the_head_keeps_the_day_and_the_signers(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    typed = {
        "title": "Tờ khai mới",
        "legal_basis": "Thông tư 04/2024/TT-BTP",
        "applicant": "child_name",
        "role_1": "Người khai",
        "signer_1": "teller",
        "starts_on": "01/01/2027",
        "reason": "Thông tư mới bỏ hai câu hỏi",
    }

    save_head(boss, at, typed)

    draft = work.session.get_one(EformDraft, at.draft_id)
    assert draft.starts_on.isoformat() == "2027-01-01"
    assert draft.definition["signer"] == [{"role": "Người khai", "field": "teller"}]
    assert draft.definition["code"] == "THU"
    assert draft.state is DraftState.DRAFT


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"title": ""}, {"title": FormFlaw.HEAD_MISSING}),
        ({"legal_basis": " "}, {"legal_basis": FormFlaw.HEAD_MISSING}),
        ({"applicant": "phone"}, {"applicant": FormFlaw.NAME_UNKNOWN}),
        ({"role_1": "Mẹ"}, {"signer_1": FormFlaw.NAME_UNKNOWN}),
        ({"signer_1": "teller"}, {"role_1": FormFlaw.HEAD_MISSING}),
        ({"starts_on": "31/02/2027"}, {"starts_on": "date_real"}),
    ],
)
def test_a_head_that_breaks_a_rule_is_refused(
    work: Work, typed: dict[str, str], problem: dict[str, str]
) -> None:
    boss, at = make_draft_of_form(work)

    with pytest.raises(RuleViolation) as refusal:
        save_head(boss, at, {"title": "T", "legal_basis": "L", **typed})

    assert refusal.value.problems == problem


def test_what_papers_and_bundles_read_cannot_be_taken_away(seeded_work: Work) -> None:
    load_eforms(seeded_work)
    for form in shipped_definitions():
        relied = relied_on(seeded_work.session, form.procedures)
        assert flaws_of(as_json(form), relied) == ()
    boss = administrator(seeded_work)
    at = begin_eform_draft(boss, "LTKS")
    raw = raw_of(seeded_work, at)
    place = next(n for n, g in enumerate(raw["group"]) if g["code"] == "insurance")

    remove_part(boss, at, Spot(place))

    view = show_eform(boss, "LTKS").draft
    assert view
    assert (FormFlaw.RELIED, "insurance") in [(f.fault, f.about) for f in view.flaws]


@pytest.mark.parametrize("text", ["", "g", "g0.f", "head", "g0.f2.x", "g9999"])
def test_a_place_is_read_strictly(text: str) -> None:
    with pytest.raises(NotFound):
        read_spot(text)


def test_a_place_behind_the_end_is_not_there(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    for spot in (Spot(9), Spot(0, 40), Spot(9, 0)):
        with pytest.raises(NotFound):
            save_field(boss, at, spot, field_typed())
        with pytest.raises(NotFound):
            remove_part(boss, at, spot)
