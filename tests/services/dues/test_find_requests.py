"""What is due is found by the code of the dossier, at the price of a proof (C17)."""

import dataclasses

import pytest

from services.accounts.prove_human import HumanProof
from services.dossiers.models import Dossier
from services.dues.find_requests import find_requests
from services.payments.models import PaymentRequest, PaymentState, RequestState
from services.payments.views import Standing
from services.work import Actor, Work
from tests.factories.dossiers import Filing, make_filing, make_proof, make_submitted
from tests.factories.payments import make_payment, make_payment_request


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


def owe(
    work: Work, filing: Filing, dossier: Dossier, **values: object
) -> PaymentRequest:
    return make_payment_request(
        work.session,
        filing,
        dossier_id=dossier.id,
        dossier_code=dossier.code,
        **values,
    )


def test_a_stranger_finds_what_is_due_and_no_name(
    visiting: Work, filing: Filing, dossier: Dossier
) -> None:
    request = owe(visiting, filing, dossier)

    found = find_requests(visiting, str(dossier.code), make_proof(visiting))

    assert found.is_known
    (row,) = found.rows
    assert (row.key, row.amount) == (request.link_key, 75_000)
    assert row.standing is Standing.OPEN
    assert filing.account.full_name not in repr(found)


def test_what_is_still_to_pay_stands_first(
    visiting: Work, filing: Filing, dossier: Dossier
) -> None:
    paid = owe(visiting, filing, dossier, state=RequestState.PAID)
    cancelled = owe(visiting, filing, dossier, state=RequestState.CANCELLED, sequence=2)
    trying = owe(visiting, filing, dossier, sequence=3)
    make_payment(visiting.session, trying, state=PaymentState.PENDING)

    found = find_requests(visiting, str(dossier.code), make_proof(visiting))

    standings = {row.key: row.standing for row in found.rows}
    assert found.rows[0].key == trying.link_key
    assert standings == {
        trying.link_key: Standing.PAYING,
        paid.link_key: Standing.PAID,
        cancelled.link_key: Standing.CANCELLED,
    }


def test_a_dossier_without_requests_is_known_and_owes_nothing(
    visiting: Work, dossier: Dossier
) -> None:
    found = find_requests(visiting, str(dossier.code), make_proof(visiting))

    assert found.is_known
    assert found.rows == ()
    assert found.procedure_name


def test_an_unknown_code_is_told_as_unknown(visiting: Work) -> None:
    found = find_requests(visiting, "H55.242-261121-9999", make_proof(visiting))

    assert not found.is_known
    assert found.problem == ""


def test_each_look_spends_a_proof(visiting: Work, dossier: Dossier) -> None:
    proof = make_proof(visiting)
    find_requests(visiting, str(dossier.code), proof)

    again = find_requests(visiting, str(dossier.code), proof)
    wrong = find_requests(visiting, str(dossier.code), HumanProof())

    assert again.problem == wrong.problem == "picture_wrong"
    assert not again.is_known
