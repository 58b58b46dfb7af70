"""The owner of an account is told what happens to it, and nobody else is."""

import dataclasses
import json
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from dvc_app.wording.security_notices import SENTENCES
from services.accounts.deliver_notice import deliver_notice
from services.accounts.keys import unseal
from services.accounts.list_notices import list_notices
from services.accounts.models import Account
from services.accounts.notices import NoticeKind, notice_texts
from services.accounts.notify_owner import JOB, SEALED_FOR, notify_owner
from services.accounts.see_notices import see_notices
from services.core.errors import Forbidden, SystemUnavailable
from services.province import province
from services.work import Actor, Work
from tests.conftest import NOON, SECRET
from tests.factories.accounts import make_account, visiting
from tests.fakes import FakeMail, FakeSms

LONGEST_HOST = "dichvucong.bariavungtau.gov.vn"
LONGEST_NAME = "Tỉnh Bà Rịa - Vũng Tàu"


def waiting(work: Work) -> list[dict[str, str]]:
    """Return the arguments of the jobs that wait."""
    asked = text("select args from procrastinate_jobs where task_name = :t order by id")
    rows = work.session.connection().execute(asked, {"t": JOB})
    return [dict(args) for args in rows.scalars()]


def letters(work: Work) -> list[dict[str, Any]]:
    """Return what the jobs that wait carry."""
    return [
        json.loads(unseal(SECRET, SEALED_FOR, job["sealed"])) for job in waiting(work)
    ]


def deliver_all(work: Work) -> list[bool]:
    """Do what the worker does."""
    return [
        deliver_notice(work, UUID(job["notice_id"]), job["sealed"])
        for job in waiting(work)
    ]


def of(work: Work, account: Account) -> Work:
    return dataclasses.replace(work, actor=Actor(account_id=account.id))


def sms(work: Work) -> FakeSms:
    assert isinstance(work.systems.sms, FakeSms)
    return work.systems.sms


def mail(work: Work) -> FakeMail:
    assert isinstance(work.systems.mail, FakeMail)
    return work.systems.mail


def test_the_owner_is_told_by_phone_and_by_mail(work: Work) -> None:
    account = make_account(work.session)
    notify_owner(work, account, NoticeKind.NEW_DEVICE, device="Firefox trên Linux")

    assert deliver_all(work) == [True, True]

    assert "thiet bi moi" in sms(work).texts_to("0900000011")[0]
    [letter] = mail(work).sent
    assert letter.to == "anhtuyet@example.vn"
    assert "Thiết bị: Firefox trên Linux." in letter.text
    assert "09:00, 23/11/2026" in letter.text


def test_without_phone_and_mail_the_notice_is_on_the_page_alone(work: Work) -> None:
    account = make_account(work.session, phone=None, email=None)
    notify_owner(work, account, NoticeKind.FACTOR_RESET)
    assert waiting(work) == []
    assert [line.kind for line in list_notices(of(work, account))] == ["factor_reset"]


@pytest.mark.parametrize("old", ["0900000012", "cu@example.vn"])
def test_a_changed_contact_is_told_to_the_old_one_too(work: Work, old: str) -> None:
    account = make_account(work.session)
    notify_owner(work, account, NoticeKind.PHONE_CHANGED, also_to=old)
    told = {letter["to"] for letter in letters(work)}
    assert told == {"0900000011", "anhtuyet@example.vn", old}


def test_an_old_contact_that_is_still_the_present_one_is_told_once(work: Work) -> None:
    account = make_account(work.session)
    notify_owner(work, account, NoticeKind.PHONE_CHANGED, also_to="0900000011")
    assert len(waiting(work)) == 2


def test_a_job_begun_twice_sends_nothing_twice(work: Work) -> None:
    account = make_account(work.session)
    notify_owner(work, account, NoticeKind.PASSWORD_CHANGED)
    deliver_all(work)
    deliver_all(work)
    assert (len(sms(work).sent), len(mail(work).sent)) == (1, 1)


def test_two_notices_are_two_messages(work: Work) -> None:
    account = make_account(work.session, email=None)
    notify_owner(work, account, NoticeKind.PASSWORD_CHANGED)
    notify_owner(work, account, NoticeKind.PASSWORD_CHANGED)
    deliver_all(work)
    assert len(sms(work).sent) == 2


def test_a_gateway_that_is_down_is_tried_again(work: Work) -> None:
    notify_owner(work, make_account(work.session), NoticeKind.PASSWORD_CHANGED)
    sms(work).is_down = True
    with pytest.raises(SystemUnavailable):
        deliver_all(work)


def test_a_refused_message_is_given_up(work: Work) -> None:
    account = make_account(work.session, email=None)
    notify_owner(work, account, NoticeKind.PASSWORD_CHANGED)
    sms(work).refusal = "31"
    assert deliver_all(work) == [False]


def test_the_queue_does_not_tell_to_whom_a_notice_goes(work: Work) -> None:
    notify_owner(work, make_account(work.session), NoticeKind.PASSWORD_CHANGED)
    assert "0900000011" not in str(waiting(work))
    assert "anhtuyet" not in str(waiting(work))


def test_a_rollback_leaves_no_notice_and_no_job(work: Work) -> None:
    account = make_account(work.session)
    kept = work.session.begin_nested()
    notify_owner(work, account, NoticeKind.PASSWORD_CHANGED)
    kept.rollback()
    assert waiting(work) == []
    assert list_notices(of(work, account)) == []


def test_only_the_worker_delivers(work: Work) -> None:
    account = make_account(work.session)
    notice_id = notify_owner(work, account, NoticeKind.PASSWORD_CHANGED)
    with pytest.raises(Forbidden):
        deliver_notice(of(work, account), notice_id, "")


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_is_one_plain_message_and_one_letter(
    kind: NoticeKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "services.accounts.notices.urlsplit",
        lambda _url: type("Parts", (), {"hostname": LONGEST_HOST}),
    )
    longest = dataclasses.replace(province("thai-nguyen"), name=LONGEST_NAME)

    texts = notice_texts(longest, kind, NOON)

    assert texts.sms.isascii()
    assert len(texts.sms) <= 160
    assert "\n" not in texts.subject
    assert "$" not in texts.sms + texts.subject + texts.mail
    for said in (texts.sms, texts.mail):
        assert LONGEST_HOST in said
        assert "http" not in said


def test_nothing_personal_leaves_the_portal(work: Work) -> None:
    account = make_account(work.session)
    notify_owner(
        work, account, NoticeKind.DELEGATION_GIVEN, name="Lò Văn Pản", old="0900"
    )
    for letter in letters(work):
        said = letter["text"] + letter.get("subject", "")
        for personal in ("Tuyết", "999190000011", "0900000011", "Lò Văn Pản"):
            assert personal not in said


def test_every_kind_has_its_sentence() -> None:
    assert set(SENTENCES) == set(NoticeKind), "Complete wording/security_notices.py"


def test_notices_are_their_owners_alone_and_new_until_read(work: Work) -> None:
    mine = make_account(work.session)
    other = make_account(
        work.session, citizen_id="999190000012", phone="0900000012", email=None
    )
    notify_owner(work, mine, NoticeKind.NEW_DEVICE, device="Edge")
    notify_owner(work, other, NoticeKind.PASSWORD_CHANGED)

    [line] = list_notices(of(work, mine))
    assert (line.kind, line.facts, line.is_new) == (
        "new_device",
        {"device": "Edge"},
        True,
    )
    assert [see_notices(of(work, mine)) for _ in range(2)] == [1, 0]
    assert not list_notices(of(work, mine))[0].is_new
    assert list_notices(of(work, other))[0].is_new


def test_a_visitor_has_no_notices(work: Work) -> None:
    with pytest.raises(Forbidden):
        list_notices(visiting(work))
    with pytest.raises(Forbidden):
        see_notices(visiting(work))
