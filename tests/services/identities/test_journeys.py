"""A journey to a provider: one browser, one use, ten minutes (AU-12, T9)."""

import dataclasses
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from services.accounts.keys import token_hash
from services.accounts.models import Account, Registration, SignInSession
from services.core.errors import Forbidden, ProofNeeded, SystemUnavailable, TooMany
from services.identities.begin_journey import JourneyWish, begin_journey
from services.identities.models import IdentityJourney, JourneyPurpose
from services.identities.providers import Provider
from services.identities.returned import Returned, ReturnOutcome
from services.identities.sweep_identities import sweep_identities
from services.work import Work
from tests.conftest import make_work
from tests.factories.accounts import make_account, make_session, signed_in, visiting
from tests.factories.identities import (
    BACK_AT,
    CODE,
    come_back,
    make_identity,
    provider_of,
    set_out,
)

NATIONAL = Provider.NATIONAL


def refused(returned: Returned) -> str:
    assert returned.outcome is ReturnOutcome.REFUSED
    assert returned.token == ""
    return returned.reason


def nobody_came_in(work: Work) -> bool:
    return work.session.exec(select(SignInSession)).first() is None


def test_neither_state_nor_secrets_can_be_read_from_the_row(work: Work) -> None:
    work = visiting(work)
    state = set_out(work)
    journey = work.session.exec(select(IdentityJourney)).one()
    assert journey.state_hash == token_hash(state)
    assert state not in journey.secrets
    assert "nonce" not in journey.secrets
    assert journey.expires_at == work.now + timedelta(minutes=10)


def test_another_browser_is_not_signed_in_but_keeps_the_way_on(work: Work) -> None:
    state = set_out(visiting(work))
    elsewhere = visiting(work, "the cookie of somebody else")
    returned = come_back(elsewhere, state, make_identity())
    assert refused(returned) == "elsewhere"
    assert returned.return_to == "/nop-ho-so"
    assert nobody_came_in(work)
    assert come_back(visiting(work), state).outcome is ReturnOutcome.WELCOME


def test_a_state_is_good_once(work: Work) -> None:
    work = visiting(work)
    state = set_out(work)
    come_back(work, state, make_identity())
    assert refused(come_back(work, state)) == "used"


@pytest.mark.parametrize("state", ["", "never given", "\0", "\ud800"])
def test_an_unknown_state_opens_nothing(work: Work, state: str) -> None:
    work = visiting(work)
    assert refused(come_back(work, state, make_identity())) == "unknown"
    assert nobody_came_in(work)


def test_a_journey_ends_after_ten_minutes(work: Work) -> None:
    work = visiting(work)
    state = set_out(work)
    late = dataclasses.replace(work, now=work.now + timedelta(minutes=10))
    returned = come_back(late, state, make_identity())
    assert refused(returned) == "late"
    assert returned.return_to == "/nop-ho-so"


def test_an_answer_of_one_provider_is_not_taken_for_another(work: Work) -> None:
    work = visiting(work)
    state = set_out(work)
    returned = come_back(work, state, make_identity(), Provider.POLICE)
    assert refused(returned) == "unknown"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ("access_denied", "consent"),
        ("temporarily_unavailable", "down"),
        ("server_error", "down"),
        ("invalid_scope", "invalid"),
        ("<script>", "invalid"),
    ],
)
def test_an_error_of_the_provider_is_told_in_our_words(
    work: Work, error: str, reason: str
) -> None:
    work = visiting(work)
    returned = come_back(work, set_out(work), error=error)
    assert refused(returned) == reason
    assert returned.return_to == "/nop-ho-so"


@pytest.mark.parametrize("told", ["consent", "expired", "clock", "invalid", "other"])
def test_an_assertion_that_does_not_hold_opens_nothing(work: Work, told: str) -> None:
    work = visiting(work)
    state = set_out(work)
    provider_of(work, NATIONAL).refusals[CODE] = told
    reason = refused(come_back(work, state, make_identity()))
    assert reason == ("invalid" if told == "other" else told)
    assert nobody_came_in(work)


def test_a_provider_that_is_down_is_told_on_the_way_out_and_back(work: Work) -> None:
    work = visiting(work)
    state = set_out(work)
    provider_of(work, NATIONAL).is_down = True
    assert refused(come_back(work, state)) == "down"
    with pytest.raises(SystemUnavailable):
        set_out(work)


def test_the_way_on_never_leaves_the_portal(work: Work) -> None:
    work = visiting(work)
    state = set_out(work, return_to="//example.vn/x")
    assert come_back(work, state, make_identity()).return_to == "/"


def test_a_browser_without_a_cookie_begins_no_journey(work: Work) -> None:
    with pytest.raises(Forbidden):
        set_out(_nameless(work))


def _nameless(work: Work) -> Work:
    actor = dataclasses.replace(visiting(work).actor, browser="")
    return dataclasses.replace(work, actor=actor)


@pytest.mark.parametrize(
    ("provider", "purpose"),
    [(Provider.POLICE, JourneyPurpose.SIGN_IN), (NATIONAL, JourneyPurpose.REGISTER)],
)
def test_each_provider_proves_people_for_its_own_purposes(
    work: Work, provider: Provider, purpose: JourneyPurpose
) -> None:
    with pytest.raises(Forbidden):
        set_out(visiting(work), purpose, provider=provider)


def test_one_browser_begins_ten_journeys_in_ten_minutes(work: Work) -> None:
    work = visiting(work)
    for _ in range(10):
        set_out(work)
    with pytest.raises(TooMany) as refusal:
        set_out(work)
    assert refusal.value.until == work.now + timedelta(minutes=10)
    set_out(dataclasses.replace(work, now=refusal.value.until))


def test_one_address_begins_a_hundred_journeys_in_ten_minutes(work: Work) -> None:
    for n in range(100):
        set_out(visiting(work, f"cookie {n}"))
    with pytest.raises(TooMany):
        set_out(visiting(work, "one more"))
    set_out(visiting(work, "one more", "203.0.113.99"))


def test_linking_asks_for_a_session_and_a_fresh_proof_of_it(work: Work) -> None:
    account = make_account(work.session)
    here = signed_in(work, account, make_session(work, account))
    with pytest.raises(Forbidden):
        set_out(visiting(work), JourneyPurpose.LINK)
    with pytest.raises(ProofNeeded):
        set_out(here, JourneyPurpose.LINK)


def test_a_link_is_not_taken_by_another_person_in_the_same_browser(work: Work) -> None:
    account = make_account(work.session)
    here = signed_in(work, account, make_session(work, account))
    fresh = dataclasses.replace(here.actor, proved_at=work.now)
    state = set_out(dataclasses.replace(here, actor=fresh), JourneyPurpose.LINK)
    left = dataclasses.replace(fresh, account_id=None, session_id=None)
    returned = come_back(dataclasses.replace(here, actor=left), state, make_identity())
    assert refused(returned) == "session"
    assert account.national_subject is None


def test_the_police_begin_a_registration_with_facts_of_their_own(work: Work) -> None:
    work = visiting(work)
    police, purpose = Provider.POLICE, JourneyPurpose.REGISTER
    state = set_out(work, purpose, provider=police)
    returned = come_back(work, state, make_identity(), police)
    begun = work.session.exec(select(Registration)).one()
    assert returned.outcome is ReturnOutcome.REGISTERING
    assert (begun.method, begun.assurance_level) == ("police", 2)
    assert (begun.citizen_id, begun.browser) == ("999190000011", work.actor.browser)
    assert begun.field_sources["birth_date"] == "police"
    assert begun.national_subject == ""
    assert begun.verified_at is None
    assert nobody_came_in(work)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"level": 1}, "level"),
        ({"citizen_id": ""}, "level"),
        ({"party": "enterprise"}, "party"),
        ({"citizen_id": "999190000022"}, "registered"),
    ],
)
def test_the_police_way_is_for_citizens_of_level_two_without_an_account(
    work: Work, values: dict[str, str | int], reason: str
) -> None:
    make_account(work.session, citizen_id="999190000022")
    work = visiting(work)
    police, purpose = Provider.POLICE, JourneyPurpose.REGISTER
    state = set_out(work, purpose, provider=police)
    returned = come_back(work, state, make_identity(**values), police)
    assert refused(returned) == reason
    assert work.session.exec(select(Registration)).first() is None


def test_journeys_and_their_people_are_forgotten(work: Work) -> None:
    set_out(visiting(work))
    assert sweep_identities(work) == 0
    later = dataclasses.replace(work, now=work.now + timedelta(days=1, minutes=11))
    assert sweep_identities(later) == 1
    with pytest.raises(Forbidden):
        sweep_identities(visiting(work))


def all_at_once(count: int, one: Callable[[int], None]) -> None:
    """Let as many threads do it at the same moment."""
    barrier = threading.Barrier(count)

    def begin(n: int) -> None:
        barrier.wait()
        one(n)

    threads = [threading.Thread(target=begin, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_fifty_returns_with_one_state_open_one_session(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine) as session, session.begin():
        state = set_out(visiting(make_work(session, tmp_path)))
    outcomes: list[ReturnOutcome] = []

    def one(_: int) -> None:
        with Session(scratch_engine) as session, session.begin():
            work = visiting(make_work(session, tmp_path))
            outcomes.append(come_back(work, state, make_identity()).outcome)

    all_at_once(50, one)
    with Session(scratch_engine) as session:
        assert len(session.exec(select(SignInSession)).all()) == 1
        assert len(session.exec(select(Account)).all()) == 1
    assert len(outcomes) == 50
    assert outcomes.count(ReturnOutcome.WELCOME) == 1


def test_ten_browsers_of_one_new_person_make_one_account(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    states = []
    for n in range(10):
        with Session(scratch_engine) as session, session.begin():
            states.append(set_out(visiting(make_work(session, tmp_path), f"b{n}")))
    outcomes: list[ReturnOutcome] = []

    def one(n: int) -> None:
        with Session(scratch_engine) as session, session.begin():
            work = visiting(make_work(session, tmp_path), f"b{n}")
            outcomes.append(come_back(work, states[n], make_identity()).outcome)

    all_at_once(10, one)
    with Session(scratch_engine) as session:
        assert len(session.exec(select(Account)).all()) == 1
    assert sorted(outcomes) == ["signed_in"] * 9 + ["welcome"]


def test_a_flood_of_beginnings_stays_within_the_limit(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    begun: list[bool] = []
    wish = JourneyWish(NATIONAL, JourneyPurpose.SIGN_IN, BACK_AT)

    def one(_: int) -> None:
        try:
            with Session(scratch_engine) as session, session.begin():
                begin_journey(visiting(make_work(session, tmp_path)), wish)
            begun.append(True)
        except TooMany:
            begun.append(False)

    all_at_once(30, one)
    assert begun.count(True) == 10
    assert len(begun) == 30
