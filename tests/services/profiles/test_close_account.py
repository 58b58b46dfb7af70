"""Closing an account: refused while dossiers run, then all but the law's (PR-4)."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from services.accounts.confirm_code_request import confirm_code_request
from services.accounts.models import (
    Account,
    AccountStatus,
    CodePurpose,
    SecurityNotice,
    SignInSession,
)
from services.accounts.names import Names, find_account, taken_names
from services.audit.models import AuditEntry
from services.core.errors import Conflict, ProofNeeded, RuleViolation
from services.dossiers.models import Dossier, DossierStatus
from services.files.models import StoredFile
from services.profiles.close_account import close_account
from services.profiles.leaving import ask_closing_code, leaving
from services.work import Work
from tests.factories.accounts import make_session
from tests.factories.dossiers import (
    Filing,
    make_filing,
    make_ready_draft,
    make_submitted,
)
from tests.services.profiles.people import VERIFIED, acting, learn_code

WORD = "đóng tài khoản"
NAMES = {"citizen_id": "999190000011", "phone": "0900000011", "email": "a@example.vn"}


def person(work: Work) -> tuple[Work, Filing]:
    """Return somebody with every name, and a draft of theirs."""
    filing = make_filing(work.session)
    for name, value in {**NAMES, **VERIFIED}.items():
        setattr(filing.account, name, value)
    work.session.flush()
    make_ready_draft(work.session, filing)
    return acting(work, filing.account), filing


def close(work: Work, word: str = WORD) -> None:
    """Ask for the code, give it in and close."""
    request_id = ask_closing_code(work).registration_id
    digits = learn_code(work, CodePurpose.CLOSE_ACCOUNT)
    confirm_code_request(work, CodePurpose.CLOSE_ACCOUNT, request_id, digits)
    close_account(work, request_id, word)


def test_everything_but_what_the_law_keeps_goes(work: Work) -> None:
    mine, filing = person(work)
    make_session(work, filing.account)
    submitted = make_submitted(work, filing)
    kept = work.session.exec(
        select(Dossier).where(Dossier.code == submitted.code)
    ).one()
    kept.status = DossierStatus.RETURNED
    work.session.flush()

    close(mine)

    account = filing.account
    assert account.status is AccountStatus.CLOSED
    assert {getattr(account, name) for name in NAMES} == {None}
    assert (account.full_name, account.address, account.password_hash) == ("", "", "")
    assert account.birth_date is None
    sessions = work.session.exec(select(SignInSession)).all()
    assert all(session.ended_at for session in sessions)
    assert sessions
    dossiers = work.session.exec(
        select(Dossier).where(Dossier.account_id == account.id)
    ).all()
    assert [one.code for one in dossiers] == [submitted.code]
    files = work.session.exec(select(StoredFile)).all()
    assert [f.subject_id == kept.id for f in files if not f.removed_at] == [True]
    notice = work.session.exec(
        select(SecurityNotice).where(SecurityNotice.kind == "account_closed")
    ).one()
    assert notice.account_id == account.id


def test_the_names_are_free_for_a_new_account(work: Work) -> None:
    mine, filing = person(work)

    close(mine)

    assert taken_names(work, Names(**NAMES)) == {}
    assert find_account(work, filing.account.kind, NAMES["phone"]) is None
    again = Account(
        full_name="Nguyễn Thị Ánh Tuyết",
        password_hash="",
        created_at=work.now,
    )
    for name, value in NAMES.items():
        setattr(again, name, value)
    work.session.add(again)
    work.session.flush()


def test_the_trail_names_nobody(work: Work) -> None:
    mine, _ = person(work)

    close(mine)

    for entry in work.session.exec(select(AuditEntry)):
        for value in NAMES.values():
            assert value not in str(entry.details)


@pytest.mark.parametrize(
    "status", [DossierStatus.SUBMITTED, DossierStatus.RESULT_READY]
)
def test_a_dossier_under_way_keeps_it_open(work: Work, status: DossierStatus) -> None:
    mine, filing = person(work)
    code = make_submitted(work, filing).code
    dossier = work.session.exec(select(Dossier).where(Dossier.code == code)).one()
    dossier.status = status
    work.session.flush()

    for act in (ask_closing_code, lambda w: close_account(w, None, WORD)):
        with pytest.raises(RuleViolation) as refused:
            act(mine)
        assert refused.value.problems == {"account": "dossiers_running"}

    found = leaving(mine)
    assert [one.code for one in found.unfinished] == [code]
    assert (found.drafts, found.kept) == (1, 1)
    assert filing.account.status is AccountStatus.ACTIVE


def test_it_needs_the_word_and_a_confirmed_code(work: Work) -> None:
    mine, filing = person(work)
    with pytest.raises(RuleViolation) as refused:
        close_account(mine, None, "đóng")
    assert refused.value.problems == {"word": "word_differs"}
    with pytest.raises(RuleViolation) as refused:
        close_account(mine, None, WORD)
    assert refused.value.problems == {"code": "code_first"}
    request_id = ask_closing_code(mine).registration_id

    with pytest.raises(Conflict):
        close_account(mine, request_id, WORD)

    assert filing.account.status is AccountStatus.ACTIVE


def test_without_phone_and_email_a_fresh_proof_is_asked_for(work: Work) -> None:
    _, filing = person(work)
    filing.account.phone = filing.account.email = None
    work.session.flush()
    stale = acting(work, filing.account, proved_at=work.now - timedelta(hours=1))
    with pytest.raises(RuleViolation):
        ask_closing_code(stale)
    with pytest.raises(ProofNeeded):
        close_account(stale, None, WORD)

    close_account(acting(work, filing.account, proved_at=work.now), None, WORD)

    assert filing.account.status is AccountStatus.CLOSED


def test_a_second_press_finds_it_closed(work: Work) -> None:
    mine, _ = person(work)
    close(mine)

    close_account(mine, None, WORD)

    closed = col(AuditEntry.act) == "account.closed"
    assert len(work.session.exec(select(AuditEntry).where(closed)).all()) == 1
