"""Fees changed by two administrators, and who goes on paying what (A05)."""

import dataclasses
from datetime import timedelta
from uuid import uuid4

import pytest

from services.core.clock import local_day
from services.core.errors import (
    Conflict,
    Forbidden,
    NotFound,
    ProofNeeded,
    RuleViolation,
)
from services.dossiers.models import Dossier
from services.dossiers.submit import submit_dossier
from services.fee_changes.decide_change import (
    decline_change,
    publish_change,
    withdraw_change,
)
from services.fee_changes.list_fees import list_fees
from services.fee_changes.propose_rule import (
    preview_rule,
    propose_rule,
    propose_undoing,
)
from services.fee_changes.show_fees import show_fees
from services.fees.load_rules import write_rules
from services.fees.models import FeeChange, FeeChangeState
from services.work import Work
from tests.factories.dossiers import (
    Filing,
    make_filing,
    make_proof,
    make_ready_draft,
)
from tests.factories.fees import make_rule
from tests.services.fee_changes.changing import (
    administrator,
    draft_fees,
    form,
    later,
    owner,
    page_fees,
    put_in_force,
    rows,
    spans,
)


@pytest.fixture
def filing(work: Work) -> Filing:
    return make_filing(work.session)


def test_what_is_proposed_is_not_in_force_until_another_publishes_it(
    work: Work, filing: Filing
) -> None:
    change = propose_rule(administrator(work), filing.procedure.code, form(work))
    assert draft_fees(work, filing) == [75_000]

    publish_change(administrator(work), change)

    assert draft_fees(work, filing) == [50_000]
    assert page_fees(work, filing) == [("", 50_000)]


def test_who_proposed_cannot_publish(work: Work, filing: Filing) -> None:
    one = administrator(work)
    change = propose_rule(one, filing.procedure.code, form(work))
    with pytest.raises(RuleViolation, match="fee_four_eyes"):
        publish_change(one, change)
    assert rows(work, filing) == []


def test_publishing_and_withdrawing_ask_for_a_fresh_proof(
    work: Work, filing: Filing
) -> None:
    change = propose_rule(administrator(work), filing.procedure.code, form(work, 3))
    other = administrator(work)
    stale = dataclasses.replace(
        other, actor=dataclasses.replace(other.actor, proved_at=None)
    )
    with pytest.raises(ProofNeeded):
        publish_change(stale, change)
    publish_change(other, change)
    with pytest.raises(ProofNeeded):
        withdraw_change(stale, change)


def test_only_administrators_of_the_whole_province_write(
    work: Work, filing: Filing
) -> None:
    code = filing.procedure.code
    of_unit = administrator(work, filing.agency.id)
    change = propose_rule(administrator(work), code, form(work, 3))
    for act in (
        lambda: propose_rule(of_unit, code, form(work)),
        lambda: preview_rule(of_unit, code, form(work)),
        lambda: publish_change(of_unit, change),
        lambda: decline_change(of_unit, change),
        lambda: withdraw_change(of_unit, change),
        lambda: propose_undoing(of_unit, change),
    ):
        with pytest.raises(Forbidden):
            act()
    assert not show_fees(of_unit, code).may_write
    with pytest.raises(Forbidden):
        show_fees(owner(work, filing), code)
    with pytest.raises(Forbidden):
        list_fees(owner(work, filing))


def test_of_unknown_things_there_is_one_answer(work: Work) -> None:
    with pytest.raises(NotFound):
        show_fees(administrator(work), "9.999999")
    with pytest.raises(NotFound):
        publish_change(administrator(work), uuid4())


def test_a_new_version_closes_the_one_before_and_changes_nothing_of_it(
    work: Work, filing: Filing
) -> None:
    put_in_force(work, filing, form(work))
    [first] = rows(work, filing)
    written = dict(first.definition)
    typed = form(work, 10, code=first.code, amount="60000")

    put_in_force(work, filing, typed)

    today = local_day(work.now)
    tenth = today + timedelta(days=10)
    assert spans(work, filing) == [(today, tenth - timedelta(days=1)), (tenth, None)]
    assert rows(work, filing)[0].definition == written
    assert draft_fees(work, filing) == [50_000]
    assert draft_fees(later(work, 9), filing) == [50_000]
    assert draft_fees(later(work, 10), filing) == [60_000]


def test_a_version_may_be_put_between_two(work: Work, filing: Filing) -> None:
    put_in_force(work, filing, form(work))
    code = rows(work, filing)[0].code
    put_in_force(work, filing, form(work, 20, code=code, amount="70000"))
    put_in_force(work, filing, form(work, 10, code=code, amount="60000"))
    assert [draft_fees(later(work, n), filing) for n in (9, 10, 19, 20)] == [
        [50_000],
        [60_000],
        [60_000],
        [70_000],
    ]


def test_a_rule_published_for_a_day_may_be_taken_back_before_it(
    work: Work, filing: Filing
) -> None:
    put_in_force(work, filing, form(work))
    code = rows(work, filing)[0].code
    coming = put_in_force(work, filing, form(work, 10, code=code, amount="60000"))

    withdraw_change(administrator(work), coming)
    withdraw_change(administrator(work), coming)

    assert spans(work, filing) == [(local_day(work.now), None)]
    assert draft_fees(later(work, 10), filing) == [50_000]


def test_what_has_begun_is_not_taken_back_but_followed(
    work: Work, filing: Filing
) -> None:
    write_rules(work, [make_rule(procedures=[filing.procedure.code], amount=10_000)])
    change = put_in_force(work, filing, form(work, code="one", amount="90000"))
    with pytest.raises(RuleViolation, match="fee_begun"):
        withdraw_change(administrator(work), change)

    undoing = propose_undoing(administrator(work), change)
    publish_change(administrator(work), undoing)

    assert draft_fees(work, filing) == [90_000]
    assert draft_fees(later(work, 1), filing) == [10_000]
    with pytest.raises(Conflict):
        propose_undoing(administrator(later(work, 2)), change)


def test_undoing_a_rule_before_which_there_was_none_asks_for_nothing(
    work: Work, filing: Filing
) -> None:
    change = put_in_force(work, filing, form(work))
    publish_change(administrator(work), propose_undoing(administrator(work), change))
    assert draft_fees(later(work, 1), filing) == [0]


def test_the_same_proposal_pressed_twice_is_one(work: Work, filing: Filing) -> None:
    one, code = administrator(work), filing.procedure.code
    first = propose_rule(one, code, form(work))
    again = propose_rule(one, code, form(work, amount="55.000"))
    other = administrator(work)
    with pytest.raises(RuleViolation, match="fee_waiting"):
        propose_rule(other, code, form(work))

    publish_change(other, first)
    publish_change(other, first)

    assert first == again
    assert [row.definition["amount"] for row in rows(work, filing)] == [55_000]


def test_a_proposal_put_aside_is_not_published(work: Work, filing: Filing) -> None:
    change = propose_rule(administrator(work), filing.procedure.code, form(work))
    decline_change(administrator(work), change)
    decline_change(administrator(work), change)
    with pytest.raises(Conflict):
        publish_change(administrator(work), change)
    with pytest.raises(Conflict):
        withdraw_change(administrator(work), change)


def test_a_day_that_passed_meanwhile_is_not_published(
    work: Work, filing: Filing
) -> None:
    change = propose_rule(administrator(work), filing.procedure.code, form(work))
    with pytest.raises(RuleViolation, match="fee_publish_past"):
        publish_change(administrator(later(work, 1)), change)


def test_two_versions_do_not_begin_on_one_day(work: Work, filing: Filing) -> None:
    put_in_force(work, filing, form(work, 5))
    code = rows(work, filing)[0].code
    with pytest.raises(RuleViolation, match="fee_same_day"):
        propose_rule(
            administrator(work), filing.procedure.code, form(work, 5, code=code)
        )


def test_a_dossier_handed_in_keeps_its_lines(work: Work, filing: Filing) -> None:
    put_in_force(work, filing, form(work))
    mine = owner(work, filing)
    draft = make_ready_draft(work.session, filing)
    submit_dossier(mine, draft.id, True, make_proof(mine))
    dossier = work.session.get_one(Dossier, draft.id)
    frozen = [dict(line) for line in dossier.frozen["fees"]]
    code = rows(work, filing)[0].code

    put_in_force(work, filing, form(work, 1, code=code, amount="99000"))

    work.session.refresh(dossier)
    assert dossier.frozen["fees"] == frozen
    assert frozen[0]["amount"] == 50_000
    assert draft_fees(later(work, 1), filing) == [99_000]


def test_every_decision_is_written_down(work: Work, filing: Filing) -> None:
    change = put_in_force(work, filing, form(work, 3))
    withdraw_change(administrator(work), change)
    kept = work.session.get_one(FeeChange, change)
    assert kept.state is FeeChangeState.WITHDRAWN
    assert kept.decided_by_id is not None
    assert kept.definition["amount"] == 50_000
