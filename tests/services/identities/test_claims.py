"""Several accounts may be theirs: one is chosen and proved by its password."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import select

from services.accounts.check_password import SignInAttempt, SignInOutcome
from services.accounts.identify import Knock, identify
from services.accounts.models import Account, SignInSession
from services.core.errors import NotFound
from services.identities.claims import my_claim
from services.identities.models import IdentityClaim
from services.identities.prove_claim import ClaimProof, prove_claim
from services.identities.returned import ReturnOutcome
from services.work import Work
from tests.factories.accounts import PASSWORD, make_account, make_proof, visiting
from tests.factories.identities import come_back, make_identity, set_out

WRONG = "sai mật khẩu rồi"


def claiming(work: Work, **told: object) -> Work:
    """Return the work of a browser that has a choice to make."""
    work = visiting(work)
    returned = come_back(work, set_out(work), make_identity(**told))
    assert returned.outcome is ReturnOutcome.CHOOSE
    return work


def two_accounts(work: Work) -> tuple[Account, Account]:
    """Return who holds the subject, and who holds the number."""
    tied = make_account(
        work.session,
        national_subject="TECH-11",
        citizen_id="999085000022",
        phone="0900000022",
        email=None,
        full_name="Trần Văn Bình",
    )
    return tied, make_account(
        work.session, created_at=tied.created_at + timedelta(days=1)
    )


def prove(work: Work, chosen: int = 0, password: str = PASSWORD) -> ClaimProof:
    attempt = SignInAttempt("", password, make_proof(work))
    return prove_claim(work, chosen, attempt)


def test_both_accounts_are_shown_masked(work: Work) -> None:
    two_accounts(work)
    claim = my_claim(claiming(work))
    assert claim is not None
    assert claim.name == "N*** T*** Á*** Tuyết"
    assert [one.name for one in claim.candidates] == [
        "T*** V*** Bình",
        "N*** T*** Á*** Tuyết",
    ]
    assert claim.candidates[1].number == "9991******11"
    assert claim.candidates[1].phone == "090****011"


def test_the_password_of_the_chosen_account_ties_and_signs_in(work: Work) -> None:
    tied, numbered = two_accounts(work)
    here = claiming(work)
    proof = prove(here, 1)
    assert proof.returned is not None
    actor = identify(work, Knock(proof.returned.token)).actor
    assert actor.account_id == numbered.id
    assert (numbered.national_subject, tied.national_subject) == ("TECH-11", None)
    assert proof.returned.outcome is ReturnOutcome.WELCOME
    assert proof.returned.return_to == "/nop-ho-so"
    assert proof.returned.id_token == "header.payload.signature"
    claim = work.session.exec(select(IdentityClaim)).one()
    assert (claim.person, claim.account_ids) == ("", [])
    with pytest.raises(NotFound):
        prove(here, 1)


def test_a_declared_number_is_proved_by_the_password(work: Work) -> None:
    account = make_account(work.session, assurance_level=2)
    proof = prove(claiming(work, level=1, is_from_police=False))
    assert proof.result.outcome is SignInOutcome.SIGNED_IN
    assert account.national_subject == "TECH-11"


def test_wrong_passwords_count_as_at_the_door(work: Work) -> None:
    account = make_account(work.session)
    here = claiming(work, level=1)
    for _ in range(10):
        proof = prove(here, password=WRONG)
        assert proof.returned is None
    assert proof.result.until is not None
    assert prove(here).result.outcome is SignInOutcome.PAUSED
    assert account.national_subject is None
    assert work.session.exec(select(SignInSession)).first() is None


def test_an_account_without_a_password_is_for_the_counter(work: Work) -> None:
    make_account(work.session, password_hash="")
    here = claiming(work, level=1)
    claim = my_claim(here)
    assert claim is not None
    assert not claim.candidates[0].has_password
    assert prove(here, password="").result.outcome is SignInOutcome.REFUSED


@pytest.mark.parametrize("chosen", [-1, 1, 99])
def test_only_a_candidate_can_be_chosen(work: Work, chosen: int) -> None:
    make_account(work.session)
    with pytest.raises(NotFound):
        prove(claiming(work, level=1), chosen)


def test_the_choice_belongs_to_the_browser_and_lasts_a_quarter_of_an_hour(
    work: Work,
) -> None:
    make_account(work.session)
    here = claiming(work, level=1)
    late = dataclasses.replace(here, now=here.now + timedelta(minutes=15))
    assert my_claim(visiting(work, "another browser")) is None
    assert my_claim(late) is None
    with pytest.raises(NotFound):
        prove(late)
