"""Finding what is due: states of the search, its proof and its words (C17)."""

import dataclasses
from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.public.payment_find import PaymentFindState
from dvc_app.wording import payments as wording
from services.dossiers.models import Dossier
from services.payments.models import PaymentState, RequestState
from services.work import Actor, Work
from tests.dvc_app.state.public.pages import open_state, send
from tests.factories.dossiers import Filing, make_filing, make_proof, make_submitted
from tests.factories.payments import make_payment, make_payment_request

UNKNOWN = "H55.242-261121-9999"


@pytest.fixture
def filing(work: Work) -> Filing:
    return make_filing(work.session)


@pytest.fixture
def dossier(work: Work, filing: Filing) -> Dossier:
    sent = make_submitted(work, filing)
    return work.session.get_one(Dossier, sent.dossier_id)


@pytest.fixture
def visiting(work: Work) -> Work:
    return dataclasses.replace(work, actor=Actor(browser="visitor"))


def page(work: Work, query: str = "") -> Any:
    # Any: the framework's states have no static type of their own.
    state = open_state(PaymentFindState, work, f"{routes.PAY}{query}")
    send(state.load())
    return state


def search(work: Work, state: Any, code: str) -> None:
    # Any: as above.
    proof = make_proof(work)
    send(
        state.search(
            {
                "ma": code,
                "picture": proof.picture_answer,
                "picture_id": str(proof.picture_id),
            }
        )
    )


def test_the_requests_of_a_dossier_are_listed_each_with_its_way_on(
    visiting: Work, filing: Filing, dossier: Dossier
) -> None:
    given = {"dossier_id": dossier.id, "dossier_code": dossier.code}
    due = make_payment_request(visiting.session, filing, **given)
    paid = make_payment_request(
        visiting.session, filing, state=RequestState.PAID, sequence=2, **given
    )
    state = page(visiting)

    search(visiting, state, str(dossier.code).lower())

    first, second = state.rows
    assert (first.act, first.can_pay) == (wording.PAY, True)
    assert first.address == f"/thanh-toan/{due.link_key}"
    assert second.act == wording.CHECK
    assert second.address == f"/thanh-toan/{paid.link_key}/ket-qua"
    assert filing.account.full_name not in repr(state.dict())


def test_a_request_that_is_being_paid_leads_to_its_result(
    visiting: Work, filing: Filing, dossier: Dossier
) -> None:
    due = make_payment_request(
        visiting.session, filing, dossier_id=dossier.id, dossier_code=dossier.code
    )
    make_payment(visiting.session, due, state=PaymentState.PENDING)
    state = page(visiting)

    search(visiting, state, str(dossier.code))

    assert state.rows[0].address.endswith("/ket-qua")
    assert state.rows[0].label == "Đang thanh toán"


def test_nothing_due_is_said_in_words(visiting: Work, dossier: Dossier) -> None:
    state = page(visiting)

    search(visiting, state, str(dossier.code))

    assert str(dossier.code) in state.nothing_due
    assert state.rows == []
    assert state.not_found == ""


def test_an_unknown_code_gets_help_and_a_malformed_one_an_example(
    visiting: Work,
) -> None:
    state = page(visiting)

    search(visiting, state, UNKNOWN)
    assert UNKNOWN in state.not_found
    search(visiting, state, "abc")

    assert "H55." in state.problems["ma"]
    assert state.not_found == ""


def test_without_the_picture_code_nothing_is_looked_up(
    visiting: Work, dossier: Dossier
) -> None:
    state = page(visiting)

    send(state.search({"ma": str(dossier.code), "picture": ""}))
    assert state.problems == {"picture": wording.PROBLEMS["picture_required"]}
    picture_id = str(make_proof(visiting).picture_id)
    send(
        state.search(
            {"ma": str(dossier.code), "picture": "NO", "picture_id": picture_id}
        )
    )

    assert state.problems == {"picture": wording.PROBLEMS["picture_wrong"]}
    assert state.nothing_due == ""


def test_a_link_of_ours_brings_the_code_along(visiting: Work) -> None:
    assert page(visiting, f"?ma={UNKNOWN}").asked == UNKNOWN
