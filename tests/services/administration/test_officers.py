"""Administrators give and take posts: by two persons, within reach, with fresh proof."""

import dataclasses
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, select

from services.accounts.identify import Knock, identify
from services.accounts.models import Account, AccountStatus
from services.accounts.officer_models import ActivationPurpose, OfficerPost
from services.accounts.posts import posts_of
from services.administration.change_standing import (
    end_officer_sessions,
    issue_account_code,
    lock_account,
    reactivate_account,
    unlock_account,
)
from services.administration.confirm_post import confirm_post
from services.administration.create_officer import OfficerForm, create_officer
from services.administration.end_post import end_post
from services.administration.grant_post import PostForm, grant_post
from services.administration.import_officers import import_officers
from services.administration.list_officers import OfficerFilter, list_officers
from services.administration.show_officer import show_officer
from services.core.errors import (
    Forbidden,
    NotFound,
    ProofNeeded,
    RuleViolation,
)
from services.procedures.models import Agency, AgencyLevel
from services.work import Role, Work
from tests.factories.accounts import (
    make_account,
    make_officer_account,
    make_post,
    make_session,
)

FORM = OfficerForm("Nông Thị Sáu", "Sau.NT", "", "sau@example.vn")
ROLES = {
    "mot cua": Role.INTAKE,
    "thu ly": Role.PROCESSING,
    "quan tri": Role.ADMINISTRATOR,
}


def make_agency(session: Session) -> Agency:
    """Return a commune with a code of its own."""
    code = f"H55.99.{uuid4().hex[:4].upper()}"
    agency = Agency(code=code, name=f"Xã {code}", level=AgencyLevel.COMMUNE)
    session.add(agency)
    session.flush()
    return agency


def acting(
    work: Work, account: Account, agency_id: UUID | None = None, **has: Any
) -> Work:
    """Return the work of an administrator who has just proved who they are."""
    actor = dataclasses.replace(
        work.actor,
        is_system=False,
        account_id=account.id,
        is_officer=True,
        agency_id=agency_id,
        roles=frozenset({Role.ADMINISTRATOR}),
        proved_at=work.now,
    )
    return dataclasses.replace(work, actor=dataclasses.replace(actor, **has))


@pytest.fixture
def unit(session: Session) -> UUID:
    return make_agency(session).id


@pytest.fixture
def first(work: Work) -> Work:
    """An administrator of the whole province."""
    account = make_officer_account(work, Role.ADMINISTRATOR, sign_in_name="quantri.mot")
    return acting(work, account)


@pytest.fixture
def second(work: Work) -> Work:
    """Another one."""
    account = make_officer_account(work, Role.ADMINISTRATOR, sign_in_name="quantri.hai")
    return acting(work, account)


def post_in(work: Work, unit: UUID | None, *roles: Role, **has: Any) -> PostForm:
    """Return a post that begins now."""
    form = PostForm(unit, roles or (Role.INTAKE,), "Chuyên viên", work.now)
    return dataclasses.replace(form, **has)


def fault(act: Any, *args: Any) -> dict[str, str]:  # Any: a use case and its arguments
    with pytest.raises(RuleViolation) as refusal:
        act(*args)
    return refusal.value.problems


def test_a_post_is_in_force_once_a_second_person_confirmed_it(
    work: Work, first: Work, second: Work, unit: UUID
) -> None:
    invited = create_officer(first, FORM, post_in(work, unit))
    assert posts_of(work, invited.account_id) == []
    (post,) = work.session.exec(
        select(OfficerPost).where(OfficerPost.account_id == invited.account_id)
    ).all()

    assert fault(confirm_post, first, post.id) == {"post": "post_four_eyes"}
    confirm_post(second, post.id)
    confirm_post(second, post.id)

    assert [held.id for held in posts_of(work, invited.account_id)] == [post.id]


def test_one_person_in_two_sessions_is_one_person(
    work: Work, first: Work, unit: UUID
) -> None:
    officer = make_officer_account(work, agency_id=unit)
    post_id = grant_post(first, officer.id, post_in(work, unit, Role.APPROVER))
    elsewhere = dataclasses.replace(
        first, actor=dataclasses.replace(first.actor, session_id=uuid4())
    )

    assert fault(confirm_post, elsewhere, post_id) == {"post": "post_four_eyes"}


def test_nobody_gives_or_confirms_themselves_a_post(
    work: Work, first: Work, second: Work, unit: UUID
) -> None:
    mine = first.actor.account_id
    assert mine is not None
    assert fault(grant_post, first, mine, post_in(work, unit)) == {"roles": "post_own"}

    post_id = grant_post(second, mine, post_in(work, unit))
    assert fault(confirm_post, first, post_id) == {"post": "post_four_eyes"}


def test_a_post_given_twice_is_given_once(work: Work, first: Work, unit: UUID) -> None:
    officer = make_officer_account(work, agency_id=unit)
    form = post_in(work, unit, Role.APPROVER)
    assert grant_post(first, officer.id, form) == grant_post(first, officer.id, form)


@pytest.mark.parametrize(
    ("roles", "has_unit", "ends", "problem"),
    [
        ((), True, None, {"roles": "post_roles"}),
        ((Role.INTAKE,), False, None, {"agency": "post_agency"}),
        ((Role.INTAKE,), True, timedelta(0), {"ends": "post_order"}),
    ],
)
def test_a_post_that_cannot_be_is_refused_by_field(
    work: Work,
    first: Work,
    unit: UUID,
    roles: tuple[Role, ...],
    has_unit: bool,
    ends: timedelta | None,
    problem: dict[str, str],
) -> None:
    officer = make_officer_account(work, agency_id=unit)
    ends_at = None if ends is None else work.now + ends
    form = PostForm(unit if has_unit else None, roles, "", work.now, ends_at)
    assert fault(grant_post, first, officer.id, form) == problem


def test_a_unit_s_administrator_reaches_its_own_officers_alone(
    work: Work, unit: UUID
) -> None:
    elsewhere = make_agency(work.session).id
    own = make_officer_account(work, agency_id=unit, sign_in_name="cua.minh")
    foreign = make_officer_account(work, agency_id=elsewhere, sign_in_name="cua.khac")
    boss = make_officer_account(
        work, Role.ADMINISTRATOR, agency_id=unit, sign_in_name="quantri.xa"
    )
    me = acting(work, boss, unit)

    assert {row.account_id for row in list_officers(me, OfficerFilter()).rows} == {
        own.id,
        boss.id,
    }
    assert show_officer(me, own.id).sign_in_name == "cua.minh"
    (their_post,) = posts_of(work, foreign.id)
    for act, *args in (
        (show_officer, foreign.id),
        (lock_account, foreign.id),
        (unlock_account, foreign.id),
        (reactivate_account, foreign.id),
        (end_officer_sessions, foreign.id),
        (issue_account_code, foreign.id, ActivationPurpose.FACTOR),
        (grant_post, foreign.id, post_in(work, unit)),
        (grant_post, own.id, post_in(work, elsewhere)),
        (grant_post, own.id, post_in(work, None, Role.AUDITOR)),
        (end_post, their_post.id),
        (confirm_post, their_post.id),
        (show_officer, uuid4()),
    ):
        with pytest.raises(NotFound):
            act(me, *args)


def test_a_stale_proof_changes_nothing(work: Work, first: Work, unit: UUID) -> None:
    officer = make_officer_account(work, agency_id=unit)
    (post,) = posts_of(work, officer.id)
    actor = dataclasses.replace(
        first.actor, proved_at=work.now - timedelta(minutes=5, seconds=1)
    )
    stale = dataclasses.replace(first, actor=actor)
    for act, *args in (
        (create_officer, FORM, post_in(work, unit)),
        (grant_post, officer.id, post_in(work, unit)),
        (end_post, post.id),
        (lock_account, officer.id),
        (end_officer_sessions, officer.id),
    ):
        with pytest.raises(ProofNeeded):
            act(stale, *args)
    assert posts_of(work, officer.id) == [post]


@pytest.mark.parametrize("role", [Role.INTAKE, Role.APPROVER, Role.AUDITOR])
def test_nobody_but_an_administrator_administers(
    work: Work, first: Work, unit: UUID, role: Role
) -> None:
    officer = make_officer_account(work, role, agency_id=unit)
    me = acting(work, officer, unit, roles=frozenset({role}))
    for act, *args in (
        (list_officers, OfficerFilter()),
        (show_officer, officer.id),
        (create_officer, FORM, post_in(work, unit)),
        (lock_account, officer.id),
        (import_officers, "a", ROLES, True),
    ):
        with pytest.raises(Forbidden):
            act(me, *args)


def test_an_ended_post_is_felt_at_the_next_event(
    work: Work, first: Work, unit: UUID
) -> None:
    officer = make_officer_account(work, agency_id=unit)
    opened = make_session(work, officer)
    (post,) = posts_of(work, officer.id)
    assert identify(work, Knock(opened.token)).actor.roles == {Role.INTAKE}

    end_post(first, post.id)

    assert identify(work, Knock(opened.token)).actor.roles == frozenset()


def test_the_last_administrator_stays(work: Work, first: Work) -> None:
    mine = first.actor.account_id
    assert mine is not None
    (post,) = posts_of(work, mine)
    assert fault(end_post, first, post.id) == {"post": "post_last_administrator"}


def test_a_lock_ends_what_is_open(work: Work, first: Work, unit: UUID) -> None:
    officer = make_officer_account(work, agency_id=unit)
    opened = make_session(work, officer)

    assert lock_account(first, officer.id) == 1

    assert show_officer(first, officer.id).status is AccountStatus.LOCKED
    assert identify(work, Knock(opened.token)).actor.account_id is None
    unlock_account(first, officer.id)
    assert show_officer(first, officer.id).status is AccountStatus.ACTIVE


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        (OfficerForm("N", "sau"), {"full_name": "name_short"}),
        (OfficerForm("Nông Thị Sáu", "s"), {"sign_in_name": "sign_in_name_format"}),
        (
            OfficerForm("Nông Thị Sáu", "có dấu/"),
            {"sign_in_name": "sign_in_name_format"},
        ),
        (
            OfficerForm("Nông Thị Sáu", "Canbo.Mot"),
            {"sign_in_name": "sign_in_name_taken"},
        ),
        (OfficerForm("Nông Thị Sáu", "sau", "12"), {"phone": "phone_mobile"}),
        (OfficerForm("Nông Thị Sáu", "sau", "", "x"), {"email": "email_format"}),
        (
            OfficerForm("Nông Thị Sáu", "sau", "0900000011"),
            {"phone": "officer_phone_taken"},
        ),
    ],
)
def test_an_invitation_that_cannot_be_read_is_refused_by_field(
    work: Work,
    first: Work,
    unit: UUID,
    form: OfficerForm,
    problem: dict[str, str],
) -> None:
    make_officer_account(work)
    make_account(work.session)
    assert fault(create_officer, first, form, post_in(work, unit)) == problem


def test_officers_are_found_without_marks_and_by_what_waits(
    work: Work, first: Work, unit: UUID
) -> None:
    create_officer(first, FORM, post_in(work, unit))
    make_officer_account(work, agency_id=unit, full_name="Đặng Văn Út")

    def names(**wanted: Any) -> list[str]:  # Any: fields of the filter
        page = list_officers(first, OfficerFilter(**wanted))
        return [row.name for row in page.rows]

    assert names(text="nong thi") == ["Nông Thị Sáu"]
    assert names(text="dang van") == ["Đặng Văn Út"]
    assert names(text="sau.nt") == ["Nông Thị Sáu"]
    assert names(is_waiting=True) == ["Nông Thị Sáu"]
    assert names(status=AccountStatus.INVITED) == ["Nông Thị Sáu"]
    assert set(names(agency_id=unit)) == {"Nông Thị Sáu", "Đặng Văn Út"}
    assert names(text="%") == []


def test_a_sheet_is_tried_first_and_taken_whole(
    work: Work, first: Work, session: Session
) -> None:
    agency = make_agency(session)
    sheet = (
        "Họ tên\tTài khoản\tĐiện thoại\tEmail\tMã cơ quan\tVai trò\tChức vụ\n"
        f"Lò Văn Bảy\tbay.lv\t\t\t{agency.code.lower()}\tMột cửa, Thụ lý\tChuyên viên\n"
        f"Vàng Thị Tám\ttam.vt\t0900000088\t\t{agency.code}\tmột cửa\t\n"
    )

    tried = import_officers(first, sheet, ROLES, True)
    assert (tried.faulty, tried.is_done, len(tried.rows)) == (0, False, 2)
    assert list_officers(first, OfficerFilter(text="bay.lv")).total == 0
    done = import_officers(first, sheet, ROLES, False)

    assert done.is_done
    (row,) = list_officers(first, OfficerFilter(text="bay.lv")).rows
    assert (row.waiting, row.status) == (1, AccountStatus.INVITED)
    again = import_officers(first, sheet, ROLES, False)
    assert [set(row.problems) for row in again.rows] == [{"sign_in_name"}] * 2


def test_one_faulty_row_keeps_the_whole_sheet_out(
    work: Work, first: Work, session: Session
) -> None:
    agency = make_agency(session)
    sheet = (
        f"Lò Văn Bảy\tbay.lv\t\t\t{agency.code}\tMột cửa\t\n"
        f"L\tbay.lv\tx\ty\tH99\tvua\t\n"
    )
    report = import_officers(first, sheet, ROLES, False)

    assert not report.is_done
    assert report.rows[0].problems == {"sign_in_name": "sign_in_name_twice"}
    assert set(report.rows[1].problems) == {
        "full_name",
        "sign_in_name",
        "phone",
        "email",
        "agency",
        "roles",
    }
    assert list_officers(first, OfficerFilter(text="bay.lv")).total == 0
    assert fault(import_officers, first, " \n\t\n", ROLES, True) == {
        "rows": "import_empty"
    }
    long = "a\tb\n" * 201
    assert fault(import_officers, first, long, ROLES, True) == {"rows": "import_long"}


def test_an_invitation_names_the_faults_of_person_and_post_together(
    work: Work, first: Work, unit: UUID
) -> None:
    form, post = OfficerForm("N", "sau"), PostForm(unit, (), "", work.now)
    assert fault(create_officer, first, form, post) == {
        "full_name": "name_short",
        "roles": "post_roles",
    }


def test_a_sheet_names_a_unit_by_its_code_or_its_name(
    work: Work, first: Work, session: Session
) -> None:
    agency = make_agency(session)
    sheet = f"Lò Văn Bảy\tbay.lv\t\t\t{agency.name.upper()}\tMột cửa\t\n"
    assert import_officers(first, sheet, ROLES, True).faulty == 0


def test_a_unit_s_administrator_holds_no_keys_of_who_also_works_elsewhere(
    work: Work, unit: UUID
) -> None:
    boss = make_officer_account(
        work, Role.ADMINISTRATOR, agency_id=unit, sign_in_name="quantri.xa"
    )
    both = make_officer_account(work, agency_id=unit, sign_in_name="hai.noi")
    make_post(work, both, Role.ADMINISTRATOR)
    me = acting(work, boss, unit)

    for act, *args in (
        (lock_account, both.id),
        (end_officer_sessions, both.id),
        (issue_account_code, both.id, ActivationPurpose.FACTOR),
    ):
        with pytest.raises(Forbidden):
            act(me, *args)
    assert show_officer(me, both.id).status is AccountStatus.ACTIVE
