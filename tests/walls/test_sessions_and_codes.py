"""Corpus B12: every cookie and every code that must open nothing opens nothing."""

import dataclasses
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from dvc_app.walls.cookies import read_cookie
from services.accounts.ask_code_by_name import NamedWish, ask_code_by_name
from services.accounts.bind_tab import bind_tab
from services.accounts.confirm_code import CodeOutcome
from services.accounts.end_session import end_session
from services.accounts.identify import Knock, identify
from services.accounts.keys import token_hash
from services.accounts.models import AccountStatus, CodePurpose, OneTimeCode
from services.accounts.new_picture_code import picture_answer
from services.accounts.open_session import Device
from services.accounts.prove_human import HumanProof
from services.accounts.sign_in_by_code import sign_in_by_code
from services.core.errors import NotFound, RuleViolation, TooMany
from services.work import Work
from tests.at_once import at_once
from tests.conftest import make_work
from tests.factories.accounts import (
    COOKIE,
    make_account,
    make_proof,
    make_session,
    signed_in,
    visiting,
)
from tests.services.accounts.by_name import PHONE, ask, later, received
from tests.walls.corpus_b12 import (
    CODES,
    COOKIES,
    SESSIONS,
    CodeCase,
    CookieCase,
    SessionCase,
)

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
TAB = "7c1f0f0e-6f0e-4b0e-9c55-0d5a2f0a9b11"
DEVICE = Device("Firefox trên Linux")
MANY = 50


def test_the_corpus_has_its_twenty_eight_cases() -> None:
    assert len(COOKIES) + len(SESSIONS) + len(CODES) == 28


@pytest.mark.parametrize("case", COOKIES, ids=lambda case: case.name)
def test_a_cookie_is_heard_only_as_it_was_set(work: Work, case: CookieCase) -> None:
    account = make_account(work.session)
    good = make_session(work, account).token
    header = case.header.format(
        good=good,
        other="somebody-else",
        hash=token_hash(good),
        planted=COOKIE,
        cut=good[:-1],
        swapped=good.swapcase(),
    )
    visitor = identify(work, Knock(read_cookie(header)))
    assert (visitor.actor.account_id == account.id) is case.is_in


@pytest.mark.parametrize("case", SESSIONS, ids=lambda case: case.name)
def test_a_session_that_is_over_is_not_heard(work: Work, case: SessionCase) -> None:
    account = make_account(work.session)
    opened = make_session(work, account)
    now = work
    if case.name == "ended":
        end_session(signed_in(work, account, opened))
    elif case.name == "account closed":
        account.status = AccountStatus.CLOSED
    elif case.name == "used with somebody else's tab":
        bind_tab(work, TAB, "another-browser.0")
    else:
        now = later(work, 12 * HOUR if "twelve" in case.name else 30 * MINUTE)
    work.session.flush()
    visitor = identify(now, Knock(opened.token, TAB))
    if "tab" in case.name:
        assert not visitor.owns_tab
    else:
        assert visitor.actor.account_id is None


def expired(work: Work, digits: str) -> Work:
    return later(work, 5 * MINUTE)


def used(work: Work, digits: str) -> Work:
    assert sign_in_by_code(work, digits, DEVICE).token
    return work


def other_purpose(work: Work, digits: str) -> Work:
    for code in work.session.exec(select(OneTimeCode)):
        code.used_at = work.now
    ask(later(work, 2 * MINUTE), purpose=CodePurpose.RECOVERY)
    return later(work, 2 * MINUTE)


def other_wish(work: Work, digits: str) -> Work:
    ask(later(work, 2 * MINUTE))
    return later(work, 2 * MINUTE)


def other_browser(work: Work, digits: str) -> Work:
    return visiting(work, "thief")


def tried(work: Work, digits: str) -> Work:
    wrong = f"{(int(digits) + 1) % 1_000_000:06d}"
    for _ in range(5):
        sign_in_by_code(work, wrong, DEVICE)
    return work


BEFORE: dict[str, Callable[[Work, str], Work]] = {
    "expired": expired,
    "used": used,
    "purpose": other_purpose,
    "wish": other_wish,
    "browser": other_browser,
    "tried": tried,
}


@pytest.mark.parametrize("case", CODES, ids=lambda case: case.name)
def test_a_code_opens_its_own_door_once(work: Work, case: CodeCase) -> None:
    make_account(work.session)
    visitor = visiting(work)
    ask(visitor)
    digits = received(visitor)
    if case.before:
        visitor = BEFORE[case.before](visitor, digits)
    typed = case.typed.format(
        code=digits,
        a=digits[:3],
        b=digits[3:],
        tail=digits[1:],
        arabic="".join(chr(0x660 + int(digit)) for digit in digits),
    )
    try:
        token = sign_in_by_code(visitor, typed, DEVICE).token
    except (NotFound, RuleViolation):
        token = ""
    assert bool(token) is case.opens


def test_fifty_guesses_at_once_cost_five_tries(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = visiting(make_work(session, tmp_path))
        make_account(session)
        ask(work)
        digits = received(work)
        session.commit()
    first = (int(digits) + 1) % 900_000

    def guess(work: Work, n: int) -> object:
        return sign_in_by_code(work, f"{first + n:06d}", DEVICE).check.outcome

    outcomes = at_once(scratch_engine, tmp_path, MANY, guess)
    assert outcomes.count(CodeOutcome.WRONG) == 4
    assert outcomes.count(CodeOutcome.BLOCKED) == MANY - 4


def test_the_right_code_given_fifty_times_at_once_opens_one_session(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = visiting(make_work(session, tmp_path))
        make_account(session)
        ask(work)
        digits = received(work)
        session.commit()

    def give(work: Work, n: int) -> object:
        return bool(sign_in_by_code(work, digits, DEVICE).token)

    answers = at_once(scratch_engine, tmp_path, MANY, give)
    assert answers.count(True) == 1
    assert sum(isinstance(answer, NotFound) for answer in answers) == MANY - 1


@pytest.mark.parametrize("name", [PHONE, "0900000099"])
def test_fifty_wishes_at_once_send_one_code_for_known_and_unknown_alike(
    scratch_engine: Engine, tmp_path: Path, name: str
) -> None:
    proofs: list[HumanProof] = []
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = visiting(make_work(session, tmp_path))
        make_account(session)
        proofs = [make_proof(work) for _ in range(MANY)]
        session.commit()

    def wish(work: Work, n: int) -> object:
        elsewhere = dataclasses.replace(work.actor, address=f"198.51.100.{n}")
        asking = dataclasses.replace(work, actor=elsewhere)
        wanted = NamedWish(name)
        return ask_code_by_name(asking, CodePurpose.SIGN_IN, wanted, proofs[n])

    answers = at_once(scratch_engine, tmp_path, MANY, wish)
    assert sum(isinstance(answer, TooMany) for answer in answers) == MANY - 1
    with Session(scratch_engine) as session:
        assert len(session.exec(select(OneTimeCode)).all()) == 1


def test_one_proof_sends_one_code_however_often_it_is_given(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = visiting(make_work(session, tmp_path))
        make_account(session)
        proof = make_proof(work)
        session.commit()
    assert proof.picture_id is not None
    assert proof.picture_answer == picture_answer(work.secret, proof.picture_id)

    def wish(work: Work, n: int) -> object:
        wanted = NamedWish(f"09000000{n:02d}")
        return ask_code_by_name(work, CodePurpose.SIGN_IN, wanted, proof) is not None

    answers = at_once(scratch_engine, tmp_path, 20, wish)
    assert answers.count(True) == 1


def test_under_traffic_nothing_is_heard_after_a_session_was_ended(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    """F-22: the events that ask after the commit are nobody's."""
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = make_work(session, tmp_path)
        account = make_account(session)
        opened = make_session(work, account)
        person = signed_in(work, account, opened).actor
        session.commit()
    ended, stop = threading.Event(), threading.Event()
    heard: list[tuple[bool, bool]] = []  # had the end been committed; was it heard

    def traffic() -> None:
        while not stop.is_set():
            was_over = ended.is_set()
            with Session(scratch_engine) as session:
                visitor = identify(make_work(session, tmp_path), Knock(opened.token))
                heard.append((was_over, visitor.actor.account_id is not None))

    threads = [threading.Thread(target=traffic) for _ in range(8)]
    for thread in threads:
        thread.start()
    while len(heard) < 50:
        ended.wait(0.01)
    with Session(scratch_engine, expire_on_commit=False) as session:
        end_session(dataclasses.replace(make_work(session, tmp_path), actor=person))
        session.commit()
    ended.set()
    before = len(heard)
    while len(heard) < before + 100:
        stop.wait(0.01)
    stop.set()
    for thread in threads:
        thread.join()
    assert any(was_heard for was_over, was_heard in heard if not was_over)
    after = [was_heard for was_over, was_heard in heard if was_over]
    assert len(after) > 50
    assert not any(after)
