"""Two administrators publish a form; what has begun keeps the version it began with."""

import dataclasses
from datetime import date, timedelta

import pytest
from sqlmodel import select

from services.core.errors import Conflict, Forbidden, ProofNeeded, RuleViolation
from services.dossiers.begin_draft import begin_draft
from services.dossiers.models import Dossier
from services.dossiers.open_form import open_form
from services.dossiers.snapshot import read_snapshot
from services.eform_changes.begin_draft import begin_eform_draft
from services.eform_changes.edit_draft import remove_part, save_field, save_head
from services.eform_changes.list_forms import FormFilter, list_eforms
from services.eform_changes.models import DraftState, EformDraft
from services.eform_changes.publish import (
    discard_eform,
    propose_eform,
    publish_eform,
    send_back_eform,
    withdraw_eform,
)
from services.eform_changes.queries import At
from services.eform_changes.raw import Spot
from services.eform_changes.show_form import Standing, show_eform
from services.eforms.current_eform import current_eform
from services.eforms.load_eforms import (
    AlteredVersion,
    add_eforms,
    load_eforms,
    shipped_definitions,
)
from services.eforms.models import Eform, EformState
from services.work import Work
from tests.factories.dossiers import ANSWERS, Filing, make_filing
from tests.factories.eform_drafts import (
    administrator,
    field_typed,
    make_draft_of_form,
    make_head,
    make_own_version,
    make_proposed_form,
)
from tests.factories.eforms import make_definition, make_eform, make_form_draft
from tests.factories.processing import dossier_of, make_desk, make_new

TODAY = date(2026, 11, 23)
FIRST = date(2026, 12, 1)


def row(work: Work, version: int, code: str = "THU") -> Eform:
    query = select(Eform).where(Eform.code == code, Eform.version == version)
    return work.session.exec(query).one()


def draft_of(work: Work, at: At) -> EformDraft:
    return work.session.get_one(EformDraft, at.draft_id)


def on(work: Work, day: date) -> Work:
    return dataclasses.replace(work, now=work.now + (day - TODAY))


def test_what_two_administrators_agree_on_is_a_new_version_from_its_day(
    work: Work,
) -> None:
    old = make_eform(work)

    number = make_own_version(work)

    new = row(work, number)
    assert (number, new.is_own, new.starts_on) == (2, True, FIRST)
    assert new.definition["title"] == "Tờ khai thử, bản mới"
    day_before = FIRST - timedelta(days=1)
    assert current_eform(work.session, "9.thu", day_before) == old.id
    assert current_eform(work.session, "9.thu", FIRST) == new.id
    view = show_eform(administrator(work), "THU")
    assert [(v.version, v.standing) for v in view.versions] == [
        (2, Standing.COMING),
        (1, Standing.IN_FORCE),
    ]
    assert view.versions[0].published_by == "Hoàng Thứ Hai"
    assert view.versions[0].written_by == ("Lý Quản Trị",)


def test_nobody_publishes_what_they_wrote_or_proposed(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    other = administrator(work, "Hoàng Thứ Hai")
    saved = save_head(boss, at, make_head())
    saved = save_field(other, At(at.draft_id, saved.edition), Spot(0, 8), field_typed())
    at = At(at.draft_id, propose_eform(other, At(at.draft_id, saved.edition)))

    for writer in (boss, other):  # the first one's words are in it as well
        with pytest.raises(RuleViolation) as refusal:
            publish_eform(writer, at)
        assert refusal.value.problems == {"eform": "eform_four_eyes"}
        view = show_eform(writer, "THU").draft
        assert view
        assert not view.may_publish

    assert publish_eform(administrator(work, "Vi Thứ Ba"), at) == 2


def test_publishing_asks_for_a_fresh_proof(work: Work) -> None:
    make_eform(work)
    at = make_proposed_form(work)
    reader = administrator(work, "Hoàng Thứ Hai")
    stale = dataclasses.replace(reader.actor, proved_at=None)

    with pytest.raises(ProofNeeded):
        publish_eform(dataclasses.replace(reader, actor=stale), at)

    assert draft_of(work, at).state is DraftState.PROPOSED


def test_an_administrator_of_one_unit_decides_nothing(work: Work) -> None:
    make_eform(work)
    at = make_proposed_form(work)
    agency = make_desk(work.session).filing.agency.id
    reader = administrator(work, "Hoàng Thứ Hai")
    local = dataclasses.replace(
        reader, actor=dataclasses.replace(reader.actor, agency_id=agency)
    )

    for act in (publish_eform, discard_eform):
        with pytest.raises(Forbidden):
            act(local, at)
    with pytest.raises(Forbidden):
        send_back_eform(local, at, "Không")
    with pytest.raises(Forbidden):
        withdraw_eform(local, row(work, 1).id)


def test_a_second_press_publishes_nothing_more(work: Work) -> None:
    make_eform(work)
    at = make_proposed_form(work)
    reader = administrator(work, "Hoàng Thứ Hai")
    publish_eform(reader, at)

    with pytest.raises(Conflict):
        publish_eform(reader, at)
    now = At(at.draft_id, draft_of(work, at).edition)
    with pytest.raises(Conflict):
        publish_eform(reader, now)

    assert len(work.session.exec(select(Eform)).all()) == 2


def test_a_change_after_the_proposal_must_be_proposed_again(work: Work) -> None:
    make_eform(work)
    at = make_proposed_form(work)

    saved = save_field(administrator(work, "A"), at, Spot(0, 8), field_typed())

    assert draft_of(work, at).state is DraftState.DRAFT
    with pytest.raises(Conflict):
        publish_eform(administrator(work, "B"), At(at.draft_id, saved.edition))


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        ({"reason": ""}, {"reason": "eform_why"}),
        ({"starts_on": "22/11/2026"}, {"starts_on": "eform_past"}),
    ],
)
def test_what_is_not_ready_is_not_proposed(
    work: Work, head: dict[str, str], problem: dict[str, str]
) -> None:
    make_eform(work)

    with pytest.raises(RuleViolation) as refusal:
        make_proposed_form(work, **head)

    assert refusal.value.problems == problem


def test_a_draft_with_flaws_or_without_changes_is_not_proposed(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    same = make_head(title="Tờ khai thử")
    at = At(at.draft_id, save_head(boss, at, same).edition)
    with pytest.raises(RuleViolation) as unchanged:
        propose_eform(boss, at)
    assert unchanged.value.problems == {"eform": "eform_unchanged"}

    at = At(at.draft_id, remove_part(boss, at, Spot(0, 2)).edition)
    with pytest.raises(RuleViolation) as flawed:
        propose_eform(boss, at)
    assert set(flawed.value.problems) == {"g0.f2", "g3.f1"}


def test_a_day_that_passed_meanwhile_is_not_published(work: Work) -> None:
    make_eform(work)
    at = make_proposed_form(work)
    late = on(administrator(work, "Hoàng Thứ Hai"), FIRST + timedelta(days=1))
    actor = dataclasses.replace(late.actor, proved_at=late.now)

    with pytest.raises(RuleViolation) as refusal:
        publish_eform(dataclasses.replace(late, actor=actor), at)

    assert refusal.value.problems == {"starts_on": "eform_past"}


def test_a_version_does_not_slip_in_before_one_that_waits(work: Work) -> None:
    make_eform(work)
    make_own_version(work)

    with pytest.raises(RuleViolation) as refusal:
        make_proposed_form(work, title="Khác", starts_on="25/11/2026")

    assert refusal.value.problems == {"starts_on": "eform_later_waits"}


def test_a_proposal_is_sent_back_with_a_word(work: Work) -> None:
    make_eform(work)
    at = make_proposed_form(work)
    reader = administrator(work, "Hoàng Thứ Hai")
    with pytest.raises(RuleViolation):
        send_back_eform(reader, at, "  ")

    send_back_eform(reader, at, "Câu 3 hỏi thừa")

    draft = draft_of(work, at)
    assert (draft.state, draft.remark) == (DraftState.DRAFT, "Câu 3 hỏi thừa")


def test_a_draft_that_is_given_up_makes_room_for_another(work: Work) -> None:
    boss, at = make_draft_of_form(work)

    discard_eform(boss, at)

    assert begin_eform_draft(boss, "THU").draft_id != at.draft_id
    assert [one.version for one in work.session.exec(select(Eform))] == [1]


def test_before_its_day_a_version_is_withdrawn_and_the_old_one_goes_on(
    work: Work,
) -> None:
    old = make_eform(work)
    new = row(work, make_own_version(work))
    boss = administrator(work)

    withdraw_eform(boss, new.id)
    withdraw_eform(boss, new.id)

    assert current_eform(work.session, "9.thu", FIRST) == old.id
    assert show_eform(boss, "THU").versions[0].standing is Standing.WITHDRAWN
    # Its number is not given away again.
    assert make_own_version(work, title="Lần nữa") == 3


def test_a_version_that_has_begun_or_was_shipped_is_not_withdrawn(work: Work) -> None:
    shipped = make_eform(work)
    new = row(work, make_own_version(work))
    boss = administrator(work)
    begun = on(boss, FIRST)
    actor = dataclasses.replace(boss.actor, proved_at=begun.now)

    for worker, version in (
        (boss, shipped),
        (dataclasses.replace(begun, actor=actor), new),
    ):
        with pytest.raises(RuleViolation) as refusal:
            withdraw_eform(worker, version.id)
        assert refusal.value.problems == {"eform": "eform_begun"}


def test_one_goes_back_to_an_older_version_by_publishing_it_again(work: Work) -> None:
    make_eform(work)
    make_own_version(work)
    later = on(administrator(work), FIRST)
    at = begin_eform_draft(later, "THU", version=1)
    typed = make_head(title="Tờ khai thử", starts_on="02/12/2026", reason="Quay lại")
    saved = save_head(later, at, typed)
    at = At(at.draft_id, propose_eform(later, At(at.draft_id, saved.edition)))
    reader = on(administrator(work, "Hoàng Thứ Hai"), FIRST)
    actor = dataclasses.replace(reader.actor, proved_at=reader.now)

    number = publish_eform(dataclasses.replace(reader, actor=actor), at)

    assert number == 3
    assert row(work, 3).definition["title"] == "Tờ khai thử"


@pytest.fixture
def filing(work: Work) -> Filing:
    return make_filing(work.session)


def test_a_draft_keeps_the_version_it_began_with(work: Work, filing: Filing) -> None:
    code = filing.procedure.code
    eform = make_eform(work, make_definition(procedures=[code]))
    mine = dataclasses.replace(work, actor=filing.citizen)
    draft = make_form_draft(mine, filing, eform, child_name="Lê Thị Bé")

    make_own_version(work)

    later = on(mine, FIRST)
    kept = open_form(later, draft.id)
    assert kept
    assert (kept.definition.version, kept.definition.title) == (1, "Tờ khai thử")
    fresh = begin_draft(later, code, "another intent").dossier_id
    begun = work.session.get_one(Dossier, fresh)
    assert begun.eform_id == row(work, 2).id
    opened = open_form(later, fresh)
    assert opened
    assert opened.definition.title == "Tờ khai thử, bản mới"


def test_a_running_dossier_keeps_its_form_word_for_word(work: Work) -> None:
    desk = make_desk(work.session)
    eform = make_eform(work, make_definition(procedures=[desk.filing.procedure.code]))
    answers = ANSWERS | {"e.child_name": "Lê Thị Bé", "e.married": "no"}
    code = make_new(work, desk, eform_id=eform.id, answers=answers)
    before = read_snapshot(dossier_of(work, code)).form

    make_own_version(work)

    dossier = dossier_of(work, code)
    assert before
    assert dossier.eform_id == eform.id
    assert read_snapshot(dossier).form == before
    assert before.title == "Tờ khai thử"


def test_a_start_of_the_portal_writes_over_nothing_published_here(work: Work) -> None:
    load_eforms(work)
    number = make_own_version(
        work,
        "CTBS",
        applicant="asker_name",
        title="Tờ khai của tỉnh",
    )
    assert number == 2

    assert load_eforms(work) == 0

    own = row(work, 2, "CTBS")
    assert (own.definition["title"], own.state) == (
        "Tờ khai của tỉnh",
        EformState.IN_USE,
    )


def test_a_shipped_version_with_the_number_of_an_own_one_is_offered(
    work: Work,
) -> None:
    """A new release brings version 2; this province has published one already."""
    old = make_eform(work)
    own = row(work, make_own_version(work))
    release = [make_definition(), make_definition(version=2, title="Từ bản mới")]

    assert add_eforms(work, release) == 1
    assert add_eforms(work, release) == 0

    offered = row(work, 3)
    assert (offered.state, offered.shipped_as) == (EformState.OFFERED, 2)
    assert offered.definition["version"] == 3
    assert current_eform(work.session, "9.thu", TODAY) == old.id
    assert current_eform(work.session, "9.thu", FIRST) == own.id
    with pytest.raises(AlteredVersion):
        add_eforms(work, [make_definition(version=2, title="Sửa tại chỗ")])
    line = list_eforms(administrator(work), FormFilter()).rows[0]
    assert line.is_offered


def test_an_offered_version_is_taken_over_by_two_administrators(work: Work) -> None:
    make_eform(work)
    make_own_version(work)
    add_eforms(work, [make_definition(version=7, title="Từ bản mới")])
    boss = administrator(work)
    at = begin_eform_draft(boss, "THU", version=7)
    head = make_head(title="Từ bản mới", starts_on="05/12/2026")
    saved = save_head(boss, at, head)
    at = At(at.draft_id, propose_eform(boss, At(at.draft_id, saved.edition)))

    number = publish_eform(administrator(work, "Hoàng Thứ Hai"), at)

    assert number == 8
    day = date(2026, 12, 5)
    assert current_eform(work.session, "9.thu", day) == row(work, 8).id


def test_where_nothing_was_published_a_shipped_version_follows_by_itself(
    work: Work,
) -> None:
    make_eform(work)
    own = row(work, make_own_version(work))
    withdraw_eform(administrator(work), own.id)

    add_eforms(work, [make_definition(version=2, title="Từ bản mới")])

    new = row(work, 3)
    assert (new.state, new.shipped_as) == (EformState.IN_USE, 2)
    assert current_eform(work.session, "9.thu", TODAY) == new.id


def test_the_list_tells_what_is_in_force_and_what_waits(work: Work) -> None:
    load_eforms(work)
    boss = administrator(work)
    begin_eform_draft(boss, "KS")
    make_own_version(work, "CTBS", applicant="asker_name")

    everything = list_eforms(boss, FormFilter())
    waiting = list_eforms(boss, FormFilter(is_waiting=True))
    found = list_eforms(boss, FormFilter(text="khai sinh"))

    assert everything.total == len(shipped_definitions())
    assert {one.code for one in waiting.rows} == {"KS", "CTBS"}
    assert {one.code for one in found.rows} == {"KS", "LTKS"}
    by_code = {one.code: one for one in everything.rows}
    assert by_code["KS"].draft is DraftState.DRAFT
    assert by_code["CTBS"].coming == FIRST
    assert by_code["CTBS"].version == 1
    assert list_eforms(boss, FormFilter(is_own=True)).total == 0
    with pytest.raises(Forbidden):
        list_eforms(work, FormFilter())
