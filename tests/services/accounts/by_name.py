"""Asking for codes by a name, as the tests of sign-in and recovery do."""

import dataclasses
import json
from datetime import timedelta

from sqlalchemy import text
from sqlmodel import col, select

from services.accounts.ask_code_by_name import (
    CodeChannel,
    NamedWish,
    ask_code_by_name,
)
from services.accounts.deliver_code import deliver_code
from services.accounts.models import CodePurpose, OneTimeCode
from services.accounts.send_code import CodeSent
from services.work import SYSTEM, Work
from tests.factories.accounts import make_proof
from tests.fakes import FakeMail, FakeSms

MINUTE = timedelta(minutes=1)
PHONE, EMAIL, NUMBER = "0900000011", "anhtuyet@example.vn", "999190000011"


def later(work: Work, wait: timedelta) -> Work:
    """Return the same person's work, so much later."""
    return dataclasses.replace(work, now=work.now + wait)


def ask(
    work: Work,
    name: str = PHONE,
    purpose: CodePurpose = CodePurpose.SIGN_IN,
    channel: CodeChannel = CodeChannel.PHONE,
) -> CodeSent:
    """Ask for a code with a proof that holds."""
    wish = NamedWish(name, channel, "/ca-nhan/ho-so")
    sent = ask_code_by_name(work, purpose, wish, make_proof(work))
    assert sent is not None
    return sent


def deliver_all(work: Work) -> None:
    """Let the worker carry every code that waits."""
    rows = work.session.execute(
        text(
            "select args from procrastinate_jobs"
            " where task_name = 'accounts.deliver_code' order by id"
        )
    )
    system = dataclasses.replace(work, actor=SYSTEM)
    for (args,) in rows.all():
        given = args if isinstance(args, dict) else json.loads(args)
        code = select(OneTimeCode).where(col(OneTimeCode.id) == given["code_id"])
        if work.session.exec(code).first():
            deliver_code(system, given["code_id"], given["sealed"])


def sms(work: Work) -> FakeSms:
    """Return the gateway of the test."""
    assert isinstance(work.systems.sms, FakeSms)
    return work.systems.sms


def mail(work: Work) -> FakeMail:
    """Return the mail server of the test."""
    assert isinstance(work.systems.mail, FakeMail)
    return work.systems.mail


def received(work: Work, phone: str = PHONE) -> str:
    """Return the digits this phone received last."""
    deliver_all(work)
    return sms(work).texts_to(phone)[0].rpartition("#")[2]
