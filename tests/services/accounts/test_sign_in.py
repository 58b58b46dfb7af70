"""Signing in as a citizen: one answer for all wrong pairs, and its price."""

import dataclasses
import threading
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

import pytest
from passlib.context import CryptContext
from sqlalchemy import Engine
from sqlmodel import Session, select

from services.accounts.check_password import (
    SignInAttempt,
    SignInOutcome,
    SignInResult,
)
from services.accounts.identify import Knock, identify
from services.accounts.models import AccountStatus, SignInSession
from services.accounts.open_session import Device
from services.accounts.passwords import hash_password
from services.accounts.prove_human import HumanProof
from services.accounts.sign_in import sign_in
from services.audit.models import AuditEntry
from services.core.errors import Forbidden, TooMany
from services.work import Work
from tests.conftest import make_work
from tests.factories.accounts import (
    COOKIE,
    PASSWORD,
    make_account,
    make_officer_account,
    make_proof,
    make_session,
    visiting,
)

NAMES = ["999190000011", "0900000011", "anhtuyet@example.vn"]
WRONG = "sai mật khẩu rồi"


def try_in(
    work: Work,
    name: str = NAMES[0],
    password: str = PASSWORD,
    proof: HumanProof | None = None,
) -> SignInResult:
    return sign_in(work, SignInAttempt(name, password, proof, Device("Firefox")))


def fail(work: Work, times: int, name: str = NAMES[0]) -> list[SignInResult]:
    return [try_in(work, name, WRONG, make_proof(work)) for _ in range(times)]


def later(work: Work, wait: timedelta) -> Work:
    return dataclasses.replace(work, now=work.now + wait)


@pytest.mark.parametrize(
    "name",
    [*NAMES, "999 190 000 011", "+84 900.000.011", "  AnhTuyet@EXAMPLE.vn "],
)
def test_any_of_number_phone_and_email_signs_in(work: Work, name: str) -> None:
    work = visiting(work)
    account = make_account(work.session)
    result = try_in(work, name)
    assert result.outcome is SignInOutcome.SIGNED_IN
    visitor = identify(work, Knock(result.token))
    assert visitor.actor.account_id == account.id
    assert visitor.actor.name == account.full_name


@pytest.mark.parametrize(
    "name", ["999190000099", "0900000099", "nobody@example.vn", "", "\0", "\ud800", "x"]
)
def test_an_unknown_name_is_refused_like_a_wrong_password(
    work: Work, name: str
) -> None:
    work = visiting(work)
    make_account(work.session)
    known, unknown = fail(work, 12), fail(work, 12, name)
    assert known == unknown
    assert {result.outcome for result in known} == {
        SignInOutcome.REFUSED,
        SignInOutcome.PAUSED,
    }


def test_an_unknown_name_costs_the_same_work(work: Work) -> None:
    work = visiting(work)
    make_account(work.session)
    known, unknown = (
        median(spent(work, name) for _ in range(5)) for name in (NAMES[0], "x@y.vn")
    )
    assert 0.5 < known / unknown < 2, "without the hash it would be a tenth"


def spent(work: Work, name: str) -> float:
    """Return the computing time, not the waiting, of one wrong try."""
    proof = make_proof(work)
    start = time.thread_time()
    try_in(work, name, WRONG, proof)
    return time.thread_time() - start


def test_a_closed_account_is_refused_in_the_same_words(work: Work) -> None:
    work = visiting(work)
    make_account(work.session, status=AccountStatus.CLOSED)
    assert try_in(work) == try_in(work, "999190000099")


def test_an_officer_does_not_enter_by_the_citizens_door(work: Work) -> None:
    make_officer_account(work)
    work = visiting(work)
    assert try_in(work, "canbo.mot").outcome is SignInOutcome.REFUSED


def test_after_three_failures_a_proof_is_asked_for(work: Work) -> None:
    work = visiting(work)
    make_account(work.session)
    needed = [try_in(work, password=WRONG).needs_proof for _ in range(3)]
    assert needed == [False, False, True]
    assert try_in(work).outcome is SignInOutcome.PROOF_NEEDED
    assert try_in(work, proof=HumanProof()).outcome is SignInOutcome.PROOF_WRONG
    result = try_in(work, proof=make_proof(work))
    assert result.outcome is SignInOutcome.SIGNED_IN


def test_a_proof_is_not_taken_twice(work: Work) -> None:
    work = visiting(work)
    make_account(work.session)
    fail(work, 3)
    proof = make_proof(work)
    assert try_in(work, password=WRONG, proof=proof).outcome is SignInOutcome.REFUSED
    assert try_in(work, proof=proof).outcome is SignInOutcome.PROOF_WRONG


def test_ten_failures_pause_even_the_right_password(work: Work) -> None:
    work = visiting(work)
    make_account(work.session)
    results = fail(work, 10)
    assert results[-1].until == work.now + timedelta(minutes=1)
    paused = try_in(work, proof=make_proof(work))
    assert paused.outcome is SignInOutcome.PAUSED
    work = later(work, timedelta(minutes=1))
    result = try_in(work, proof=make_proof(work))
    assert result.outcome is SignInOutcome.SIGNED_IN


def test_the_pause_grows_and_has_an_end(work: Work) -> None:
    work = visiting(work)
    make_account(work.session)
    fail(work, 10)
    pauses = []
    for _ in range(8):
        work = later(work, timedelta(hours=1))
        until = fail(work, 1)[0].until
        assert until is not None
        pauses.append((until - work.now) // timedelta(minutes=1))
    assert pauses == [2, 4, 8, 16, 32, 60, 60, 60]


def test_coming_in_forgets_the_failures(work: Work) -> None:
    work = visiting(work)
    make_account(work.session)
    fail(work, 2)
    try_in(work)
    fail(work, 2)
    assert try_in(work).outcome is SignInOutcome.SIGNED_IN


def test_failures_are_forgotten_after_a_day(work: Work) -> None:
    work = visiting(work)
    make_account(work.session)
    fail(work, 9)
    tomorrow = later(work, timedelta(hours=24, seconds=1))
    assert try_in(tomorrow).outcome is SignInOutcome.SIGNED_IN


def test_many_failures_from_one_address_ask_everybody_there_for_a_proof(
    work: Work,
) -> None:
    work = visiting(work)
    make_account(work.session)
    for n in range(30):
        fail(work, 1, f"0900001{n:03d}")
    assert try_in(work).outcome is SignInOutcome.PROOF_NEEDED
    elsewhere = visiting(work, address="203.0.113.99")
    assert try_in(elsewhere).outcome is SignInOutcome.SIGNED_IN


def test_signing_in_opens_a_new_session_and_ends_the_one_before(work: Work) -> None:
    account = make_account(work.session)
    before = make_session(work, account)
    result = try_in(visiting(work, before.token))
    assert identify(work, Knock(before.token)).actor.account_id is None
    assert identify(work, Knock(result.token)).actor.account_id == account.id


def test_a_planted_cookie_never_becomes_a_session(work: Work) -> None:
    work = visiting(work)
    make_account(work.session)
    result = try_in(work)
    assert result.token != COOKIE
    assert identify(work, Knock(COOKIE)).actor.account_id is None


def test_only_a_hash_of_the_cookie_is_kept(work: Work) -> None:
    work = visiting(work)
    make_account(work.session)
    result = try_in(work)
    row = work.session.exec(select(SignInSession)).one()
    assert len(result.token) >= 43
    assert result.token not in str(row.model_dump())
    assert identify(work, Knock(row.token_hash)).actor.account_id is None


def test_a_hash_with_lower_parameters_is_renewed(work: Work) -> None:
    work = visiting(work)
    present = hash_password(PASSWORD)
    weaker = CryptContext(
        schemes=["argon2"], argon2__time_cost=1, argon2__memory_cost=1024
    )
    account = make_account(work.session, password_hash=weaker.hash(PASSWORD))
    assert try_in(work).outcome is SignInOutcome.SIGNED_IN
    assert account.password_hash.split("$")[:4] == present.split("$")[:4]


def test_a_browser_without_a_cookie_cannot_sign_in(work: Work) -> None:
    make_account(work.session)
    with pytest.raises(Forbidden):
        try_in(work)


def test_the_trail_tells_of_refusals_but_not_what_was_typed(work: Work) -> None:
    work = visiting(work)
    make_account(work.session)
    try_in(work, NAMES[2], WRONG)
    try_in(work, NAMES[2])
    rows = work.session.exec(select(AuditEntry)).all()
    assert [(row.act, row.outcome) for row in rows] == [
        ("session.opened", "refused"),
        ("session.opened", "done"),
    ]
    told = str([row.model_dump() for row in rows])
    for typed in (*NAMES, PASSWORD, WRONG):
        assert typed not in told
    assert PASSWORD not in repr(SignInAttempt(NAMES[0], PASSWORD))


def test_parallel_guesses_are_counted_or_turned_away(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine) as session:
        make_account(session)
        session.commit()
    outcomes: list[str] = []
    barrier = threading.Barrier(12)

    def guess() -> None:
        with Session(scratch_engine, expire_on_commit=False) as session:
            work = visiting(make_work(session, tmp_path))
            barrier.wait()
            try:
                outcomes.append(try_in(work, password=WRONG).outcome)
            except TooMany:
                outcomes.append("turned away")
            session.commit()

    threads = [threading.Thread(target=guess) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 12
    assert 1 <= outcomes.count(SignInOutcome.REFUSED) <= 3
