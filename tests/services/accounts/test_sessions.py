"""Sessions: who acts, for how long, and how it ends; whose a tab is."""

import dataclasses
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import event
from sqlmodel import select

from services.accounts.bind_tab import ABANDONED, bind_tab
from services.accounts.change_password import ChangeOutcome, change_password
from services.accounts.end_session import end_all_sessions, end_session
from services.accounts.identify import Knock, Visitor, identify
from services.accounts.keys import token_hash
from services.accounts.list_sessions import list_sessions
from services.accounts.models import AccountStatus, SignInSession, TabBinding
from services.accounts.officer_models import OfficerPost
from services.accounts.set_password import NewPassword
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.work import Role, Work
from tests.factories.accounts import (
    PASSWORD,
    make_account,
    make_officer_account,
    make_session,
    signed_in,
    visiting,
)

MINUTE = timedelta(minutes=1)
TAB = "7c1f0f0e-6f0e-4b0e-9c55-0d5a2f0a9b11"
NEW = "hàng dừa xanh ven sông"


def later(work: Work, wait: timedelta) -> Work:
    return dataclasses.replace(work, now=work.now + wait)


def see(work: Work, cookie: str, tab: str = "", is_activity: bool = True) -> Visitor:
    return identify(work, Knock(cookie, tab, "203.0.113.7", is_activity))


def test_the_actor_is_read_from_the_database(work: Work) -> None:
    agency = None
    officer = make_officer_account(work, Role.INTAKE, Role.PROCESSING)
    opened = make_session(work, officer)
    actor = see(work, opened.token).actor
    assert (actor.account_id, actor.name) == (officer.id, officer.full_name)
    assert actor.is_officer
    assert actor.agency_id is agency
    assert actor.roles == {Role.INTAKE, Role.PROCESSING}
    assert actor.address == "203.0.113.7"
    post = work.session.exec(select(OfficerPost)).one()
    post.roles = [str(Role.INTAKE), "no such role"]
    work.session.flush()
    assert see(work, opened.token).actor.roles == {Role.INTAKE}


def test_identifying_is_one_statement(work: Work) -> None:
    opened = make_session(work, make_account(work.session))
    work.session.flush()
    work.session.expire_all()
    statements: list[str] = []
    connection = work.session.connection()

    def note(*call: object) -> None:
        statements.append(str(call[2]))

    event.listen(connection, "before_cursor_execute", note)
    try:
        see(work, opened.token, TAB)
    finally:
        event.remove(connection, "before_cursor_execute", note)
    assert len(statements) == 1


@pytest.mark.parametrize("cookie", ["", "unknown", "\ud800", "x" * 10_000])
def test_an_unknown_cookie_is_nobody(work: Work, cookie: str) -> None:
    make_session(work, make_account(work.session))
    visitor = see(work, cookie)
    assert visitor.actor.account_id is None
    assert bool(visitor.owner) == bool(cookie)


@pytest.mark.parametrize(
    ("roles", "idle"), [((), 30), ((Role.INTAKE,), 15), ((Role.ADMINISTRATOR,), 5)]
)
def test_an_idle_session_ends_by_itself(
    work: Work, roles: tuple[Role, ...], idle: int
) -> None:
    account = (
        make_officer_account(work, *roles) if roles else make_account(work.session)
    )
    opened = make_session(work, account)
    limit = idle * MINUTE
    almost = later(work, limit - timedelta(seconds=1))
    visitor = see(almost, opened.token, is_activity=False)
    assert visitor.actor.account_id == account.id
    assert visitor.idle_at == work.now + limit
    assert see(later(work, limit), opened.token).actor.account_id is None


def test_use_keeps_a_session_alive_but_not_past_twelve_hours(work: Work) -> None:
    account = make_account(work.session)
    opened = make_session(work, account)
    for n in range(1, 36):
        moment = later(work, 20 * MINUTE * n)
        assert see(moment, opened.token).actor.account_id == account.id
    assert see(later(work, timedelta(hours=12)), opened.token).actor.account_id is None


def test_a_refresh_nobody_asked_for_keeps_nothing_alive(work: Work) -> None:
    opened = make_session(work, make_account(work.session))
    for n in range(1, 30):
        see(later(work, MINUTE * n), opened.token, is_activity=False)
    assert see(later(work, 30 * MINUTE), opened.token).actor.account_id is None


def test_use_is_noted_once_a_minute(work: Work) -> None:
    opened = make_session(work, make_account(work.session))
    row = work.session.exec(select(SignInSession)).one()
    see(later(work, timedelta(seconds=59)), opened.token)
    work.session.refresh(row)
    assert row.last_seen_at == work.now
    see(later(work, MINUTE), opened.token)
    work.session.refresh(row)
    assert row.last_seen_at == work.now + MINUTE


def test_a_closed_account_acts_no_more(work: Work) -> None:
    account = make_account(work.session)
    opened = make_session(work, account)
    account.status = AccountStatus.CLOSED
    work.session.flush()
    visitor = see(later(work, 2 * MINUTE), opened.token)
    assert visitor.actor.account_id is None
    assert visitor.idle_at is None


def test_signing_out_here_leaves_the_others(work: Work) -> None:
    account = make_account(work.session)
    here, there = make_session(work, account, "a"), make_session(work, account, "b")
    end_session(signed_in(work, account, here))
    assert see(work, here.token).actor.account_id is None
    assert see(work, there.token).actor.account_id == account.id


def test_signing_out_everywhere_leaves_none(work: Work) -> None:
    account = make_account(work.session)
    opened = [make_session(work, account, str(n)) for n in range(6)]
    assert end_all_sessions(signed_in(work, account, opened[0])) == 6
    assert {see(work, one.token).actor.account_id for one in opened} == {None}


def test_one_device_of_the_list_can_be_ended(work: Work) -> None:
    account = make_account(work.session)
    here, there = make_session(work, account, "a"), make_session(work, account, "b")
    me = signed_in(work, account, here)
    lines = list_sessions(me)
    assert [line.device for line in lines] == ["Firefox, Linux"] * 2
    assert sum(line.is_this for line in lines) == 1
    end_session(me, next(line.session_id for line in lines if not line.is_this))
    assert see(work, there.token).actor.account_id is None
    assert len(list_sessions(me)) == 1


def test_nobody_ends_or_sees_the_sessions_of_others(work: Work) -> None:
    account = make_account(work.session)
    other = make_account(work.session, citizen_id=None, phone=None, email=None)
    mine, theirs = make_session(work, account, "a"), make_session(work, other, "b")
    me = signed_in(work, account, mine)
    foreign = signed_in(work, other, theirs).actor.session_id
    with pytest.raises(NotFound):
        end_session(me, foreign)
    with pytest.raises(NotFound):
        end_session(me, uuid4())
    assert see(work, theirs.token).actor.account_id == other.id
    assert len(list_sessions(me)) == 1


def test_who_is_not_signed_in_has_no_sessions(work: Work) -> None:
    for act in (list_sessions, end_session, end_all_sessions):
        with pytest.raises(Forbidden):
            act(visiting(work))


def test_a_new_password_ends_every_other_session(work: Work) -> None:
    account = make_account(work.session)
    here, there = make_session(work, account, "a"), make_session(work, account, "b")
    me = signed_in(work, account, here)
    change = change_password(me, PASSWORD, NewPassword(NEW, NEW))
    assert (change.outcome, change.ended_sessions) == (ChangeOutcome.CHANGED, 1)
    assert see(work, here.token).actor.account_id == account.id
    assert see(work, there.token).actor.account_id is None
    again = change_password(me, PASSWORD, NewPassword(PASSWORD))
    assert again.outcome is ChangeOutcome.WRONG


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        (NewPassword(PASSWORD), {"password": "password_same"}),
        (NewPassword("matkhau1"), {"password": "password_common"}),
        (NewPassword("anhtuyet90"), {"password": "password_name"}),
        (NewPassword(NEW, NEW + "?"), {"again": "password_again_differs"}),
    ],
)
def test_a_new_password_that_is_refused_says_why(
    work: Work, typed: NewPassword, problems: dict[str, str]
) -> None:
    account = make_account(work.session)
    me = signed_in(work, account, make_session(work, account))
    with pytest.raises(RuleViolation) as refusal:
        change_password(me, PASSWORD, typed)
    assert refusal.value.problems == problems


def test_an_officers_password_has_twelve_letters(work: Work) -> None:
    officer = make_officer_account(work)
    me = signed_in(work, officer, make_session(work, officer))
    with pytest.raises(RuleViolation, match="password_short"):
        change_password(me, PASSWORD, NewPassword("kìa đàn gà."))
    change = change_password(me, PASSWORD, NewPassword("kìa đàn gà con"))
    assert change.outcome is ChangeOutcome.CHANGED


def test_guessing_the_present_password_is_paused(work: Work) -> None:
    account = make_account(work.session)
    me = signed_in(work, account, make_session(work, account))
    for _ in range(10):
        change_password(me, "sai mật khẩu rồi", NewPassword(NEW))
    paused = change_password(me, PASSWORD, NewPassword(NEW))
    assert paused.outcome is ChangeOutcome.PAUSED


def test_the_first_to_use_a_tab_owns_it(work: Work) -> None:
    owner = see(work, "mine", TAB).owner
    assert not see(work, "mine", TAB).owns_tab
    assert bind_tab(work, TAB, owner)
    assert see(work, "mine", TAB).owns_tab


@pytest.mark.parametrize("cookie", ["", "another"])
def test_a_stolen_tab_token_is_refused(work: Work, cookie: str) -> None:
    bind_tab(work, TAB, see(work, "mine").owner)
    thief = see(work, cookie, TAB)
    assert not thief.owns_tab
    assert not bind_tab(work, TAB, thief.owner)
    assert see(work, "mine", TAB).owns_tab


def test_a_stolen_tab_token_is_refused_to_an_expired_session(work: Work) -> None:
    account = make_account(work.session)
    other = make_account(work.session, citizen_id=None, phone=None, email=None)
    mine, theirs = make_session(work, account, "a"), make_session(work, other, "b")
    bind_tab(work, TAB, see(work, mine.token).owner)
    end_session(signed_in(work, other, theirs))
    assert not bind_tab(work, TAB, see(work, theirs.token, TAB).owner)


def test_a_tab_changes_hands_when_its_browser_signs_in_and_out(work: Work) -> None:
    account = make_account(work.session)
    bind_tab(work, TAB, see(work, "mine").owner)
    opened = make_session(work, account, "mine")
    visitor = see(work, opened.token, TAB)
    assert visitor.tab_owner is None, "freed, so that it is wiped before it is bound"
    assert bind_tab(work, TAB, visitor.owner)
    end_session(signed_in(work, account, opened))
    assert see(work, opened.token, TAB).tab_owner is None


def test_a_tab_is_not_its_owners_once_the_session_is_idle(work: Work) -> None:
    opened = make_session(work, make_account(work.session))
    bind_tab(work, TAB, see(work, opened.token).owner)
    idle = later(work, 30 * MINUTE)
    visitor = see(idle, opened.token, TAB)
    assert not visitor.owns_tab
    assert bind_tab(idle, TAB, visitor.owner), "the same browser may wipe and go on"


def test_a_tab_nobody_used_for_long_may_be_taken_over(work: Work) -> None:
    bind_tab(work, TAB, see(work, "mine").owner)
    other = see(work, "another").owner
    assert not bind_tab(later(work, ABANDONED - MINUTE), TAB, other)
    assert see(later(work, 20 * MINUTE), "mine", TAB).owns_tab
    assert not bind_tab(later(work, ABANDONED), TAB, other)
    assert bind_tab(later(work, 20 * MINUTE + ABANDONED), TAB, other)


def test_only_a_hash_of_the_tab_is_kept(work: Work) -> None:
    bind_tab(work, TAB, see(work, "mine").owner)
    row = work.session.exec(select(TabBinding)).one()
    assert row.token_hash == token_hash(TAB)
    assert not bind_tab(work, "", see(work, "mine").owner)
