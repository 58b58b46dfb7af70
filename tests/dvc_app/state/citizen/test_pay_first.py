"""The last step of a dossier that is paid first: pay, look once more, agree (C14)."""

import dataclasses
from typing import Any

import pytest

from dvc_app.state.citizen.filing_review import FilingReviewState
from services.dossiers.pay_first import pay_first
from services.fees.load_rules import write_rules
from services.payments.models import PaymentRequest
from services.work import Work
from tests.dvc_app.state.public.pages import open_state, send
from tests.factories.dossiers import Filing, make_filing, make_proof, make_ready_draft
from tests.factories.fees import make_rule
from tests.services.dues.test_dues import pay, requests

# Any, below: the framework's states have no static type of their own.


@pytest.fixture
def filing(work: Work) -> Filing:
    filing = make_filing(work.session)
    rule = make_rule(procedures=[filing.procedure.code], amount=75_000, due="now")
    write_rules(work, [rule])
    return filing


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def opened(mine: Work, filing: Filing) -> Any:
    """Return the page of a draft that could be handed in."""
    draft = make_ready_draft(mine.session, filing)
    state = open_state(FilingReviewState, mine, f"/nop-ho-so/{draft.id}/xac-nhan")
    send(state.load())
    return state


def closed(mine: Work, filing: Filing) -> tuple[Any, PaymentRequest]:
    """Return the page of a draft that is to be paid."""
    draft = make_ready_draft(mine.session, filing)
    pay_first(mine, draft.id, True, make_proof(mine))
    state = open_state(FilingReviewState, mine, f"/nop-ho-so/{draft.id}/xac-nhan")
    send(state.load())
    [request] = requests(mine, draft.id)
    return state, request


def test_the_main_button_says_what_is_to_be_paid(mine: Work, filing: Filing) -> None:
    state = opened(mine, filing)
    assert (state.pays_first, state.is_closed, state.is_paid) == (True, False, False)
    assert state.pay_words == "Thanh toán 75.000 đ"


def test_without_a_pledge_nothing_is_asked_for(mine: Work, filing: Filing) -> None:
    state = opened(mine, filing)
    assert send(state.pay({})) is None
    assert "pledge" in state.problems
    send(state.load())
    assert not state.is_closed


def test_a_closed_draft_goes_on_paying_or_is_opened(mine: Work, filing: Filing) -> None:
    state, request = closed(mine, filing)
    assert state.is_closed
    went = send(state.pay({}))
    assert request.link_key in str(went)

    send(state.reopen())
    send(state.load())

    assert not state.is_closed
    assert request.state == "cancelled"


def test_paid_it_waits_for_one_press_and_says_when_it_files_itself(
    mine: Work, filing: Filing
) -> None:
    state, request = closed(mine, filing)
    pay(mine, request)
    send(state.load())
    assert state.is_paid
    assert state.files_itself

    went = send(state.submit({}))

    assert "/bien-nhan" in str(went)
