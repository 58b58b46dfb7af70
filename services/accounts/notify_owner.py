"""Tell the owner of an account what happened to it."""

import json
from uuid import UUID

from services import jobs
from services.accounts.keys import seal
from services.accounts.models import Account, SecurityNotice
from services.accounts.notices import NoticeKind, NoticeTexts, notice_texts
from services.audit.record import record
from services.work import Work

SEALED_FOR = "notice-on-its-way"
JOB = "accounts.deliver_notice"


def notify_owner(
    work: Work, account: Account, kind: NoticeKind, also_to: str = "", **facts: str
) -> UUID:
    """Keep the notice and send it to every way of reaching the owner (SS-7).

    A changed phone or email is told to the old one too (`also_to`): whoever
    lost the account may still hold it. Facts are for the page; of them a letter
    names only the device. The notice and its messages are of one transaction.
    """
    notice = SecurityNotice(account_id=account.id, at=work.now, kind=kind, facts=facts)
    work.session.add(notice)
    work.session.flush()
    texts = notice_texts(work.province, kind, work.now, facts.get("device", ""))
    reached = {account.phone, account.email, also_to} - {None, ""}
    for to in sorted(str(contact) for contact in reached):
        _send(work, notice.id, to, texts)
    record(work, "account.notified", account.id, kind=str(kind), sent=len(reached))
    return notice.id


def _send(work: Work, notice_id: UUID, to: str, texts: NoticeTexts) -> None:
    """Ask the worker to carry it; the job does not tell to whom it goes.

    Each way has a request id of its own, so a second try sends nothing twice.
    """
    is_mail = "@" in to
    letter = {"to": to, "text": texts.mail if is_mail else texts.sms}
    letter |= {"subject": texts.subject} if is_mail else {}
    jobs.defer(
        work.session,
        JOB,
        notice_id=str(notice_id),
        sealed=seal(work.secret, SEALED_FOR, json.dumps(letter), work.now),
    )
