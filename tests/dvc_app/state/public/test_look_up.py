"""The look-up: masked, live, and slow to guess."""

import dataclasses
from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.public.look_up import LookUpState
from dvc_app.wording import look_up as wording
from services.dossiers.models import Dossier
from services.signals import dossier_topic
from services.work import Actor, Work
from tests.dvc_app.state.public.pages import go, open_state, send, target
from tests.factories.dossiers import make_filing, make_submitted

VISITOR = Actor(browser="visitor", address="192.0.2.7")
UNKNOWN = "H55.242-261121-9999"


@pytest.fixture
def submitted(work: Work) -> Dossier:
    sent = make_submitted(work, make_filing(work.session))
    return work.session.get_one(Dossier, sent.dossier_id)


@pytest.fixture
def visiting(work: Work) -> Work:
    return dataclasses.replace(work, actor=VISITOR)


def looked(work: Work, code: str) -> Any:
    state = open_state(LookUpState, work, f"{routes.LOOK_UP}?ma={code}")
    send(state.load())
    return state


def test_the_code_of_the_address_opens_the_masked_dossier(
    visiting: Work, submitted: Dossier
) -> None:
    state = looked(visiting, str(submitted.code).lower().replace("-", "+"))
    assert state.has_found
    assert state.view.code == submitted.code
    assert submitted.applicant_name not in repr(state.dict())
    assert state.view.applicant.endswith("Tuyết")
    assert state.view.own_href == ""


def test_the_page_listens_to_the_dossier_and_shows_what_changed(
    visiting: Work, submitted: Dossier
) -> None:
    state = looked(visiting, str(submitted.code))
    assert state._topics == (dossier_topic(submitted.id),)
    submitted.due_at = submitted.receive_by
    visiting.session.add(submitted)
    visiting.session.flush()
    send(state.refresh())
    assert state.view.progress.due


def test_its_owner_is_led_to_the_whole(work: Work, submitted: Dossier) -> None:
    mine = dataclasses.replace(
        work, actor=Actor(account_id=submitted.account_id, browser="browser")
    )
    assert looked(mine, str(submitted.code)).view.own_href == f"/ho-so/{submitted.code}"


def test_an_unknown_code_gets_help_and_a_malformed_one_an_example(
    visiting: Work,
) -> None:
    assert looked(visiting, UNKNOWN).not_found == wording.NOT_FOUND.format(code=UNKNOWN)
    state = looked(visiting, "abc")
    assert "H55." in state.problems["ma"]
    assert not state.has_found


def test_searching_puts_the_code_into_the_address(visiting: Work) -> None:
    state = open_state(LookUpState, visiting, routes.LOOK_UP)
    send(state.load())
    where = target(send(state.search({"ma": "h55.242 261121 9999"})))
    assert where == f"{routes.LOOK_UP}?ma={UNKNOWN}"
    assert send(state.search({"ma": ""})) is None
    assert state.problems["ma"]


def test_after_three_codes_a_proof_is_asked_for(
    visiting: Work, submitted: Dossier
) -> None:
    for number in range(3):
        looked(visiting, f"H55.242-261121-000{number + 1}")
    state = looked(visiting, str(submitted.code))
    assert state.needs_proof
    assert not state.has_found
    assert state.problems == {}
    send(state.search({"ma": str(submitted.code), "picture": ""}))
    assert state.problems["picture"] == wording.PROBLEMS["picture_needed"]


def test_looking_at_the_same_dossier_again_is_not_counted(
    visiting: Work, submitted: Dossier
) -> None:
    state = looked(visiting, str(submitted.code))
    for _ in range(5):
        send(state.load())
    assert state.has_found


def test_leaving_the_code_out_shows_the_empty_form_again(
    visiting: Work, submitted: Dossier
) -> None:
    state = looked(visiting, str(submitted.code))
    go(state, routes.LOOK_UP)
    send(state.load())
    assert not state.has_found
    assert state.view.code == ""
    send(state.refresh())
    assert not state.has_found
