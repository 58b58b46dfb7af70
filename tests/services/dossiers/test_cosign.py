"""A second signature: who gives it, what voids it, what a wrong link shows."""

import dataclasses
import json
from datetime import timedelta
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, select, text

from services.accounts.confirm_code import CodeOutcome
from services.accounts.deliver_code import deliver_code
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation, TooMany
from services.dossiers.ask_cosign import MOST_A_DAY, ask_cosign, take_back_cosign
from services.dossiers.check_cosign import show_cosign
from services.dossiers.check_step import check_step
from services.dossiers.cosign import (
    Cosigned,
    cosign,
    cosign_by_account,
    refuse_cosign,
    send_cosign_code,
)
from services.dossiers.cosign_models import CosignRequest, CosignState
from services.dossiers.deliver_cosign_link import deliver_cosign_link
from services.dossiers.models import Dossier
from services.dossiers.name_cosigner import name_cosigner
from services.dossiers.open_cosign import open_cosign
from services.dossiers.rules import Problem, Step
from services.dossiers.save_answers import save_answer
from services.dossiers.snapshot import read_snapshot
from services.dossiers.submit import submit_dossier
from services.notifications.models import Notification, Subject
from services.work import SYSTEM, Actor, Work
from tests.factories.dossiers import (
    Filing,
    make_citizen,
    make_filing,
    make_proof,
    make_ready_draft,
)
from tests.factories.files import make_stored_file
from tests.fakes import FakeMail, FakeSms

NAME, PHONE = "Trần Văn Bình", "0900000022"


@pytest.fixture
def filing(session: Session) -> Filing:
    return make_filing(session, cosign={"who": "Người kết hôn với bạn"})


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


@pytest.fixture
def draft(mine: Work, filing: Filing) -> Dossier:
    return make_ready_draft(mine.session, filing)


@pytest.fixture
def visitor(work: Work) -> Work:
    """Somebody on their own phone, without an account."""
    return dataclasses.replace(work, actor=Actor(browser="their phone"))


def sms(work: Work) -> FakeSms:
    return cast(FakeSms, work.systems.sms)


def later(work: Work, wait: timedelta) -> Work:
    return dataclasses.replace(work, now=work.now + wait)


def invite(mine: Work, draft: Dossier, contact: str = PHONE) -> str:
    """Invite; whoever has the visitor's phone has said their name."""
    key = ask_cosign(mine, draft.id, NAME, contact).key
    visitor = dataclasses.replace(mine, actor=Actor(browser="their phone"))
    assert name_cosigner(visitor, key, NAME).is_right
    return key


def jobs_of(work: Work, task: str) -> list[dict[str, Any]]:  # Any: JSON
    query = text("select args from procrastinate_jobs where task_name = :t order by id")
    found = work.session.execute(query, {"t": task}).all()
    return [a if isinstance(a, dict) else json.loads(a) for (a,) in found]


def receive_code(work: Work, visitor: Work, key: str) -> str:
    """Ask for a code, let the worker carry it, and read it on the phone."""
    sent = send_cosign_code(visitor, key)
    system = dataclasses.replace(visitor, actor=SYSTEM)
    for given in jobs_of(work, "accounts.deliver_code"):
        if given["code_id"] == str(sent.code_id):
            deliver_code(system, UUID(given["code_id"]), given["sealed"])
    newest = sms(work).texts_to(PHONE)[0]
    return newest.rpartition("#")[2].strip()


def digest(visitor: Work, key: str) -> str:
    content = open_cosign(visitor, key).content
    assert content is not None
    return content.digest


def sign(work: Work, visitor: Work, key: str) -> Cosigned:
    shown = digest(visitor, key)
    return cosign(visitor, key, shown, receive_code(work, visitor, key))


def state(mine: Work, draft: Dossier) -> CosignState | None:
    standing = show_cosign(mine, draft.id).standing
    return standing.state if standing else None


def told_of(work: Work, draft: Dossier) -> list[Notification]:
    told = select(Notification).where(
        Notification.subject == Subject.COSIGNED,
        Notification.account_id == draft.account_id,
    )
    return list(work.session.exec(told).all())


def test_without_the_signature_it_is_not_handed_in(mine: Work, draft: Dossier) -> None:
    with pytest.raises(RuleViolation) as refusal:
        submit_dossier(mine, draft.id, True, make_proof(mine))
    assert refusal.value.problems == {"cosign": Problem.COSIGN_MISSING}


def test_only_the_review_waits_for_it(mine: Work, draft: Dossier) -> None:
    check_step(mine, draft.id, Step.FEES)


def test_a_procedure_for_one_person_asks_nobody_else(
    work: Work, session: Session
) -> None:
    single = make_filing(session)
    mine = dataclasses.replace(work, actor=single.citizen)
    draft = make_ready_draft(session, single)
    assert show_cosign(mine, draft.id).needed == ""
    assert submit_dossier(mine, draft.id, True, make_proof(mine)).submitted


def test_it_is_signed_by_a_code_and_handed_in(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    assert sign(work, visitor, key).is_signed
    assert state(mine, draft) is CosignState.SIGNED
    assert submit_dossier(mine, draft.id, True, make_proof(mine)).submitted
    frozen = read_snapshot(draft).cosigner
    assert frozen is not None
    assert (frozen.name, frozen.at) == (NAME, work.now)
    assert len(told_of(work, draft)) == 1


def test_what_was_signed_is_kept_whole(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    sign(work, visitor, key)
    kept = work.session.exec(select(CosignRequest)).one()
    assert kept.signed["digest"] == kept.digest
    assert kept.signed["files"]
    assert kept.account_id is None


def test_signing_twice_is_once(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    sign(work, visitor, key)
    assert cosign(visitor, key, "whatever", "000000") == Cosigned(is_signed=True)


def test_the_page_shows_the_form_and_file_names_and_not_the_person(
    mine: Work, visitor: Work, draft: Dossier
) -> None:
    page = open_cosign(visitor, invite(mine, draft))
    assert page.content is not None
    shown = json.dumps(page.content.as_json(), ensure_ascii=False)
    assert "Cấp giấy phép xây dựng nhà ở riêng lẻ" in shown
    assert page.content.files
    for hidden in ("0900 000 001", "31/12/1990", "Tổ 5", PHONE):
        assert hidden not in shown
    assert PHONE not in page.shown


@pytest.mark.parametrize("change", ["answer", "file"])
def test_any_change_of_what_was_signed_voids_it(
    work: Work, mine: Work, visitor: Work, draft: Dossier, change: str
) -> None:
    sign(work, visitor, invite(mine, draft))
    if change == "answer":
        save_answer(mine, draft.id, "request", "Xây một ngôi nhà khác", mine.now)
    else:
        make_stored_file(mine.session, draft.account_id, draft.id, sha256="1" * 64)
    assert state(mine, draft) is CosignState.VOID
    with pytest.raises(RuleViolation) as refusal:
        submit_dossier(mine, draft.id, True, make_proof(mine))
    assert refusal.value.problems == {"cosign": Problem.COSIGN_VOID}


def test_how_the_result_travels_voids_nothing(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    sign(work, visitor, invite(mine, draft))
    save_answer(mine, draft.id, "delivery_place", "centre", mine.now)
    assert state(mine, draft) is CosignState.SIGNED


def test_what_changed_under_the_reader_s_eyes_is_not_signed(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    seen = digest(visitor, key)
    save_answer(mine, draft.id, "request", "Xây một ngôi nhà khác", mine.now)
    code = receive_code(work, visitor, key)
    assert cosign(visitor, key, seen, code) == Cosigned(has_changed=True)
    assert state(mine, draft) is CosignState.ASKED
    assert cosign(visitor, key, digest(visitor, key), code).is_signed


def test_a_wrong_code_is_counted_and_signs_nothing(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    shown = digest(visitor, key)
    right = receive_code(work, visitor, key)
    wrong = "000000" if right != "000000" else "111111"
    for left in (4, 3, 2, 1):
        check = cosign(visitor, key, shown, wrong).check
        assert check is not None
        assert (check.outcome, check.tries_left) == (CodeOutcome.WRONG, left)
    blocked = cosign(visitor, key, shown, wrong).check
    assert blocked is not None
    assert blocked.outcome is CodeOutcome.BLOCKED
    assert not cosign(visitor, key, shown, right).is_signed
    assert state(mine, draft) is CosignState.ASKED


def test_a_code_opens_nothing_in_another_browser(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    shown, code = digest(visitor, key), receive_code(work, visitor, key)
    other = dataclasses.replace(work, actor=Actor(browser="another phone"))
    assert name_cosigner(other, key, NAME).is_right
    with pytest.raises(NotFound):
        cosign(other, key, shown, code)


@pytest.mark.parametrize("key", ["", "x", "a" * 43, str(uuid4())])
def test_a_guessed_link_opens_nothing(
    mine: Work, visitor: Work, draft: Dossier, key: str
) -> None:
    invite(mine, draft)
    for act in (open_cosign, send_cosign_code, refuse_cosign):
        with pytest.raises(NotFound):
            act(visitor, key)


def test_the_number_of_an_invitation_is_no_key_of_a_stranger(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    asked = ask_cosign(mine, draft.id, NAME, PHONE)
    stranger = make_citizen(work.session, phone="0900000033")
    actor = Actor(account_id=stranger.id, browser="b")
    for who in (visitor, dataclasses.replace(work, actor=actor), mine):
        with pytest.raises(NotFound):
            open_cosign(who, str(asked.request_id))


def test_who_was_invited_signs_as_themselves(
    work: Work, mine: Work, draft: Dossier
) -> None:
    invited = make_citizen(work.session, phone=PHONE)
    asked = ask_cosign(mine, draft.id, NAME, PHONE)
    told = select(Notification).where(Notification.account_id == invited.id)
    [news] = work.session.exec(told).all()
    assert news.path == f"/ky-cung/{asked.request_id}"
    theirs = dataclasses.replace(work, actor=Actor(account_id=invited.id, browser="b"))
    page = open_cosign(theirs, str(asked.request_id))
    assert page.by_account
    assert page.content is not None
    done = cosign_by_account(theirs, asked.key, page.content.digest)
    assert done.is_signed
    assert state(mine, draft) is CosignState.SIGNED


def test_nobody_else_signs_by_account(work: Work, mine: Work, draft: Dossier) -> None:
    key = invite(mine, draft)
    stranger = make_citizen(work.session, phone="0900000033")
    theirs = dataclasses.replace(work, actor=Actor(account_id=stranger.id))
    for who in (theirs, mine):
        with pytest.raises(Forbidden):
            cosign_by_account(who, key, "whatever")


def test_one_s_own_phone_is_nobody_else_s(
    mine: Work, filing: Filing, draft: Dossier
) -> None:
    filing.account.phone = PHONE
    mine.session.flush()
    with pytest.raises(RuleViolation) as refusal:
        invite(mine, draft)
    assert refusal.value.problems == {"cosign_contact": "cosign_own_contact"}


def test_name_and_contact_are_read_like_any_other(mine: Work, draft: Dossier) -> None:
    with pytest.raises(RuleViolation) as refusal:
        ask_cosign(mine, draft.id, "", "0208")
    assert set(refusal.value.problems) == {"cosign_name", "cosign_contact"}


def test_a_link_lasts_seven_days(mine: Work, visitor: Work, draft: Dossier) -> None:
    key = invite(mine, draft)
    week = timedelta(days=7)
    page = open_cosign(later(visitor, week), key)
    assert (page.state, page.content) == (CosignState.EXPIRED, None)
    with pytest.raises(Conflict):
        send_cosign_code(later(visitor, week), key)
    assert state(later(mine, week), draft) is CosignState.EXPIRED


def test_a_new_invitation_ends_the_one_before(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    first = invite(mine, draft)
    second = invite(later(mine, timedelta(minutes=1)), draft)
    assert open_cosign(visitor, first).state is CosignState.VOID
    with pytest.raises(Conflict):
        send_cosign_code(visitor, first)
    assert sign(work, later(visitor, timedelta(minutes=2)), second).is_signed


def test_it_can_be_refused_and_asked_again(
    mine: Work, visitor: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    refuse_cosign(visitor, key)
    refuse_cosign(visitor, key)
    assert state(mine, draft) is CosignState.REFUSED
    with pytest.raises(Conflict):
        send_cosign_code(visitor, key)
    invite(later(mine, timedelta(minutes=1)), draft)
    assert state(later(mine, timedelta(minutes=1)), draft) is CosignState.ASKED


def test_it_can_be_taken_back(mine: Work, visitor: Work, draft: Dossier) -> None:
    key = invite(mine, draft)
    for _ in range(2):
        take_back_cosign(mine, draft.id)
    assert open_cosign(visitor, key).state is CosignState.VOID


def test_a_stranger_invites_nobody(work: Work, draft: Dossier) -> None:
    stranger = make_citizen(work.session)
    theirs = dataclasses.replace(work, actor=Actor(account_id=stranger.id))
    for act in (lambda: invite(theirs, draft), lambda: show_cosign(theirs, draft.id)):
        with pytest.raises(NotFound):
            act()


def test_nobody_is_flooded_with_invitations(mine: Work, draft: Dossier) -> None:
    for number in range(MOST_A_DAY):
        invite(later(mine, timedelta(minutes=number)), draft)
    with pytest.raises(TooMany):
        invite(later(mine, timedelta(hours=1)), draft)
    invite(later(mine, timedelta(days=1, minutes=1)), draft)


def deliver(work: Work) -> None:
    system = dataclasses.replace(work, actor=SYSTEM)
    for given in jobs_of(work, "dossiers.send_cosign_link"):
        deliver_cosign_link(system, UUID(given["request_id"]), given["sealed"])


def test_the_link_reaches_the_phone_without_a_name(
    work: Work, mine: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    for _ in range(2):
        deliver(work)
    [message] = sms(work).texts_to(PHONE)
    assert f"/ky-cung/{key}" in message
    assert message.isascii()
    for hidden in ("Binh", "Tuyet", PHONE):
        assert hidden not in message
    assert key not in json.dumps(jobs_of(work, "dossiers.send_cosign_link"))


def test_the_link_reaches_a_mailbox(work: Work, mine: Work, draft: Dossier) -> None:
    key = invite(mine, draft, "binh@example.vn")
    deliver(work)
    [letter] = cast(FakeMail, work.systems.mail).sent
    assert (letter.to, f"/ky-cung/{key}" in letter.text) == ("binh@example.vn", True)


def test_a_link_taken_back_is_not_sent_any_more(
    work: Work, mine: Work, draft: Dossier
) -> None:
    invite(mine, draft)
    take_back_cosign(mine, draft.id)
    deliver(work)
    assert sms(work).texts_to(PHONE) == []


def test_handed_in_the_link_opens_nothing_more(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    sign(work, visitor, key)
    submit_dossier(mine, draft.id, True, make_proof(mine))
    page = open_cosign(visitor, key)
    assert (page.state, page.content) == (CosignState.SIGNED, None)
