"""Sharing by code: shown once, guessed at slowly, every look told to the owner."""

from datetime import timedelta

import pytest
from sqlmodel import select

from services.accounts.models import AccountStatus
from services.core.errors import Conflict, RuleViolation
from services.files.models import FileState
from services.vault.models import DocumentShare
from services.vault.open_shared import open_shared, read_shared
from services.vault.share import end_share, share
from services.vault.share_codes import PER_BROWSER, WINDOW
from services.vault.show_document import show_document
from services.work import Work
from tests.factories.dossiers import make_citizen
from tests.factories.vault import acting, make_document, visitor


@pytest.fixture
def owner(work: Work) -> Work:
    return acting(work, make_citizen(work.session))


def test_the_code_is_not_kept_and_every_look_is_seen_by_the_owner(
    work: Work, owner: Work
) -> None:
    document, _ = make_document(work, owner.actor.account_id)
    made = share(owner, document.id, 7)

    opened = open_shared(visitor(work), f" {made.code[:5].lower()} {made.code[5:]} ")
    assert opened.shown is not None
    read_shared(visitor(work), opened.shown.ticket, to_keep=True)

    [row] = work.session.exec(select(DocumentShare)).all()
    assert made.code not in row.model_dump_json()
    assert len(made.code) == 10
    [seen] = show_document(owner, document.id).shares
    assert seen.opened_count == 1
    assert sorted(act for _, act in seen.openings) == ["downloaded", "shown"]


def test_after_five_wrong_codes_even_the_right_one_waits(
    work: Work, owner: Work
) -> None:
    document, _ = make_document(work, owner.actor.account_id)
    code = share(owner, document.id, 7).code

    for _ in range(PER_BROWSER):
        assert open_shared(visitor(work), "AAAAAAAAAA").problem == "code_wrong"

    assert open_shared(visitor(work), code).problem == "code_guessing"
    # Another browser of the same office is not held back by it.
    assert open_shared(visitor(work, "neighbour"), code).shown is not None


def test_the_wait_ends(work: Work, owner: Work) -> None:
    import dataclasses

    document, _ = make_document(work, owner.actor.account_id)
    code = share(owner, document.id, 7).code
    for _ in range(PER_BROWSER):
        open_shared(visitor(work), "AAAAAAAAAA")

    later = dataclasses.replace(visitor(work), now=work.now + WINDOW)

    assert open_shared(later, code).shown is not None


def test_ending_twice_is_ending_once(work: Work, owner: Work) -> None:
    document, _ = make_document(work, owner.actor.account_id)
    made = share(owner, document.id, 1)

    end_share(owner, made.share_id)
    end_share(owner, made.share_id)

    [seen] = show_document(owner, document.id).shares
    assert not seen.is_open
    assert seen.ended_at == work.now


def test_what_is_still_checked_is_not_shared(work: Work, owner: Work) -> None:
    document, _ = make_document(
        work, owner.actor.account_id, file={"state": FileState.CHECKING}
    )

    with pytest.raises(Conflict):
        share(owner, document.id, 1)


@pytest.mark.parametrize("days", [0, 2, 365, -1])
def test_a_share_runs_as_long_as_one_of_the_choices(
    work: Work, owner: Work, days: int
) -> None:
    document, _ = make_document(work, owner.actor.account_id)

    with pytest.raises(RuleViolation):
        share(owner, document.id, days)


def test_a_closed_account_lends_nothing(work: Work) -> None:
    account = make_citizen(work.session)
    document, _ = make_document(work, account.id)
    code = share(acting(work, account), document.id, 7).code
    account.status = AccountStatus.CLOSED
    work.session.add(account)
    work.session.flush()

    assert open_shared(visitor(work), code).problem == "code_wrong"


def test_a_share_ends_by_itself(work: Work, owner: Work) -> None:
    document, _ = make_document(work, owner.actor.account_id)

    made = share(owner, document.id, 30)

    assert made.until == work.now + timedelta(days=30)
