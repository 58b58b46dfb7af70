"""Whose link it is: nothing of a draft is shown before the invited name is said."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from services.core.errors import Conflict, Forbidden, RuleViolation
from services.dossiers.ask_cosign import ask_cosign
from services.dossiers.check_cosign import show_cosign
from services.dossiers.cosign import cosign, refuse_cosign, send_cosign_code
from services.dossiers.cosign_models import CosignRequest, CosignState
from services.dossiers.models import Dossier
from services.dossiers.name_cosigner import (
    MOST_WRONG,
    NameCheck,
    disown_cosign,
    name_cosigner,
)
from services.dossiers.open_cosign import open_cosign
from services.notifications.models import Notification, Subject
from services.work import Actor, Work
from tests.factories.dossiers import Filing, make_filing, make_ready_draft

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
    """The one invited, on their own phone."""
    return dataclasses.replace(work, actor=Actor(browser="their phone"))


def invite(mine: Work, draft: Dossier) -> str:
    """Invite; whoever has the visitor's phone has said their name."""
    key = ask_cosign(mine, draft.id, NAME, PHONE).key
    visitor = dataclasses.replace(mine, actor=Actor(browser="their phone"))
    assert name_cosigner(visitor, key, NAME).is_right
    return key


def digest(visitor: Work, key: str) -> str:
    content = open_cosign(visitor, key).content
    assert content is not None
    return content.digest


def state(mine: Work, draft: Dossier) -> CosignState | None:
    standing = show_cosign(mine, draft.id).standing
    return standing.state if standing else None


def told_of(work: Work, draft: Dossier) -> list[Notification]:
    told = select(Notification).where(
        Notification.subject == Subject.COSIGNED,
        Notification.account_id == draft.account_id,
    )
    return list(work.session.exec(told).all())


def unread(work: Work, browser: str = "a stranger's phone") -> Work:
    """Somebody with the link, who has said nothing yet."""
    return dataclasses.replace(work, actor=Actor(browser=browser))


def test_before_the_name_is_said_the_link_shows_nothing(
    work: Work, mine: Work, draft: Dossier
) -> None:
    page = open_cosign(unread(work), invite(mine, draft))
    assert (page.is_known, page.state) == (False, CosignState.ASKED)
    assert (page.name, page.shown, page.content, page.code) == ("", "", None, None)


@pytest.mark.parametrize("act", [send_cosign_code, refuse_cosign])
def test_before_the_name_is_said_nothing_can_be_done(
    work: Work, mine: Work, draft: Dossier, act: Callable[[Work, str], object]
) -> None:
    key = invite(mine, draft)
    with pytest.raises(Forbidden):
        act(unread(work), key)
    with pytest.raises(Forbidden):
        cosign(unread(work), key, "x", "123456")


@pytest.mark.parametrize(
    "typed", ["tran van binh", " TRẦN  Văn Bình ", "Trần Văn Bình"]
)
def test_the_name_is_compared_without_marks_and_capitals(
    work: Work, mine: Work, draft: Dossier, typed: str
) -> None:
    key = invite(mine, draft)
    reader = unread(work)
    assert name_cosigner(reader, key, typed) == NameCheck(is_right=True)
    assert open_cosign(reader, key).content is not None
    assert open_cosign(unread(work, "a third"), key).content is None


def test_a_part_of_the_name_is_not_the_name(
    work: Work, mine: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    assert not name_cosigner(unread(work), key, "Bình").is_right


def test_an_unreadable_name_costs_no_try(
    work: Work, mine: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    for _ in range(MOST_WRONG):
        with pytest.raises(RuleViolation) as refusal:
            name_cosigner(unread(work), key, "")
        assert set(refusal.value.problems) == {"cosigner"}
    assert name_cosigner(unread(work), key, NAME).is_right


def test_five_wrong_names_freeze_the_link_for_everybody(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    tried = [
        name_cosigner(unread(work, f"phone {n}"), key, "Lê Thị Khác")
        for n in range(MOST_WRONG)
    ]
    assert [one.tries_left for one in tried] == [4, 3, 2, 1, 0]
    with pytest.raises(Conflict):
        name_cosigner(unread(work), key, NAME)
    for reader in (visitor, unread(work)):
        page = open_cosign(reader, key)
        assert (page.state, page.content) == (CosignState.FROZEN, None)
    with pytest.raises(Conflict):
        send_cosign_code(visitor, key)
    assert state(mine, draft) is CosignState.FROZEN
    assert len(told_of(work, draft)) == 1
    later = timedelta(minutes=1)
    again = invite(dataclasses.replace(mine, now=mine.now + later), draft)
    assert name_cosigner(unread(work), again, NAME).is_right


def test_who_got_it_by_mistake_says_so(work: Work, mine: Work, draft: Dossier) -> None:
    key = invite(mine, draft)
    for _ in range(2):
        disown_cosign(unread(work), key)
    assert state(mine, draft) is CosignState.FROZEN
    assert len(told_of(work, draft)) == 1


def test_a_signed_link_is_not_disowned_any_more(
    work: Work, mine: Work, visitor: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    request = work.session.exec(select(CosignRequest)).one()
    request.state, request.digest = CosignState.SIGNED, digest(visitor, key)
    work.session.flush()
    with pytest.raises(Conflict):
        disown_cosign(unread(work), key)
    assert state(mine, draft) is CosignState.SIGNED


def test_a_browser_without_a_cookie_names_nobody(
    work: Work, mine: Work, draft: Dossier
) -> None:
    key = invite(mine, draft)
    with pytest.raises(Forbidden):
        name_cosigner(unread(work, ""), key, NAME)
    assert not open_cosign(unread(work, ""), key).is_known
