"""The same questions to the fake feed and to the adapter before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlmodel import select

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations.bank_feed.adapter import HttpBankFeed
from services.integrations.bank_feed.port import BankEntry, BankFeed
from services.integrations.payment_gateways.port import NoticeRefused, RawNotice, Reply
from services.integrations.transport import build_client
from services.payments.models import RequestState
from services.payments.read_feed import read_feed
from services.payments.read_words import invoice_numbers
from services.payments.settlement_models import BankTransfer
from services.payments.vietqr import build, qr_text
from services.work import Work
from tests.factories.dossiers import make_filing
from tests.factories.payments import make_payment_request
from tests.notice_listener import NoticeListener
from tests.payment_fakes import FakeBankFeed
from tests.sandbox_process import SandboxProcess

ACCOUNT = "3713099999001"
NUMBER = "20261123090000"


@dataclass(frozen=True)
class Bank:
    """The feed, how money arrives, and how to break it."""

    feed: BankFeed
    arrive: Callable[[str, int], None]
    take_down: Callable[[], None]


def transfer(sandbox: SandboxProcess, **wanted: Any) -> list[dict[str, Any]]:
    given = {"account": ACCOUNT, "amount": 75_000, "words": f"TTHC{NUMBER}"} | wanted
    done = httpx.post(f"{sandbox.url}/bank-feed.transfer", json=given)
    told: list[dict[str, Any]] = done.raise_for_status().json()
    return told


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/bank-feed", 1.0) as client:
        yield client


@pytest.fixture
def listener() -> Iterator[NoticeListener]:
    listener = NoticeListener()
    yield listener
    listener.close()


def fake_arrive(fake: FakeBankFeed) -> Callable[[str, int], None]:
    def arrive(words: str, amount: int) -> None:
        number = f"{len(fake.lines) + 1:012d}"
        line = BankEntry(number, number, ACCOUNT, amount, words, clock.now())
        fake.lines.append(line)

    return arrive


def real_arrive(sandbox: SandboxProcess) -> Callable[[str, int], None]:
    def arrive(words: str, amount: int) -> None:
        transfer(sandbox, words=words, amount=amount)

    return arrive


@pytest.fixture(params=["fake", "adapter"])
def bank(request: pytest.FixtureRequest) -> Bank:
    if request.param == "fake":
        fake = FakeBankFeed()
        return Bank(fake, fake_arrive(fake), lambda: setattr(fake, "is_down", True))
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    feed = HttpBankFeed(request.getfixturevalue("client"), "sandbox")
    return Bank(feed, real_arrive(sandbox), lambda: sandbox.switch("bank_feed", "down"))


def last(bank: Bank) -> str:
    lines = bank.feed.entries("", 500)
    return lines[-1].cursor if lines else ""


def test_money_is_read_on_from_the_cursor_in_its_order(bank: Bank) -> None:
    after, words = last(bank), uuid4().hex
    for amount in (1, 2, 3):
        bank.arrive(words, amount)
    found = bank.feed.entries(after, 500)
    assert [(line.words, line.amount) for line in found] == [
        (words, 1),
        (words, 2),
        (words, 3),
    ]
    assert {line.account for line in found} == {ACCOUNT}
    assert bank.feed.entries(found[1].cursor, 500) == found[2:]
    assert bank.feed.entries(after, 2) == found[:2]
    assert bank.feed.entries(found[-1].cursor, 500) == ()
    assert all(line.at.utcoffset() is not None for line in found)
    assert len({line.reference for line in found}) == 3


def test_a_bank_that_is_down_is_unavailable(bank: Bank) -> None:
    bank.take_down()
    with pytest.raises(SystemUnavailable):
        bank.feed.entries("", 10)


@pytest.mark.parametrize("mode", ["slow", "garbage", "error"])
def test_an_answer_late_or_unreadable_is_unavailable(
    sandbox: SandboxProcess, mode: str
) -> None:
    sandbox.switch("bank_feed", mode, seconds=0.6)
    hasty = build_client(f"{sandbox.url}/bank-feed", 0.3)
    with hasty, pytest.raises(SystemUnavailable):
        HttpBankFeed(hasty, "sandbox").entries("", 10)


def test_a_wrong_key_reads_nothing(client: httpx.Client) -> None:
    with pytest.raises(SystemUnavailable):
        HttpBankFeed(client, "wrong").entries("", 10)


def test_a_push_is_genuine_only_with_our_key(
    sandbox: SandboxProcess, client: httpx.Client, listener: NoticeListener
) -> None:
    (row,) = transfer(sandbox, push_to=f"{listener.url}/bao-co")
    (notice,) = listener.about(row["reference"])

    entry = HttpBankFeed(client, "sandbox").read_notice(notice, clock.now())

    assert entry in HttpBankFeed(client, "sandbox").entries("", 500)
    with pytest.raises(NoticeRefused, match="signature"):
        HttpBankFeed(client, "wrong").read_notice(notice, clock.now())
    body = notice.body.replace(b"75000", b"75001")
    forged = RawNotice("POST", body=body, headers=notice.headers)
    with pytest.raises(NoticeRefused, match="signature"):
        HttpBankFeed(client, "sandbox").read_notice(forged, clock.now())


def test_a_push_nobody_heard_comes_again(
    sandbox: SandboxProcess, listener: NoticeListener
) -> None:
    listener.answer = lambda _: Reply(500, "text/plain", b"")
    (row,) = transfer(sandbox, push_to=f"{listener.url}/bao-co")
    listener.about(row["reference"])
    listener.answer = lambda _: Reply(200, "text/plain", b"")
    first, second = listener.about(row["reference"], 2)
    assert first.body == second.body


@pytest.mark.parametrize(
    "mangling", ["as_is", "banked", "spaced", "lower", "cut_start"]
)
def test_whatever_a_bank_makes_of_the_words_they_are_read(
    sandbox: SandboxProcess, mangling: str
) -> None:
    (row,) = transfer(sandbox, mangling=mangling)
    assert invoice_numbers(row["words"]) == (NUMBER,)


@pytest.mark.parametrize("mangling", ["cut_end", "unknown"])
def test_words_that_lost_their_number_name_nothing(
    sandbox: SandboxProcess, mangling: str
) -> None:
    (row,) = transfer(sandbox, mangling=mangling)
    assert invoice_numbers(row["words"]) == ()


def test_the_page_reads_our_qr_as_a_bank_s_app_does(sandbox: SandboxProcess) -> None:
    address, words = f"{sandbox.url}/bank-feed", f"TTHC{uuid4().int % 10**14:014d}"
    form = {"qr": build("970415", ACCOUNT, 75_000, words), "twice": "on"}
    assert httpx.post(address, data=form).status_code == 303
    lines = httpx.get(f"{sandbox.url}/bank-feed.json").json()[:2]
    assert [(line["words"], line["amount"]) for line in lines] == [(words, 75_000)] * 2
    assert lines[0]["reference"] != lines[1]["reference"]
    assert words in httpx.get(address).text


def test_the_page_refuses_a_damaged_qr_and_a_foreign_form(
    sandbox: SandboxProcess,
) -> None:
    address = f"{sandbox.url}/bank-feed"
    damaged = build("970415", ACCOUNT, 75_000, "TTHC1").replace("75000", "76000")
    answer = httpx.post(address, data={"qr": damaged})
    assert answer.status_code == 422
    assert "alert" in answer.text
    foreign = {"Origin": "http://elsewhere.example"}
    form = {"account": ACCOUNT, "amount": "1"}
    assert httpx.post(address, data=form, headers=foreign).status_code == 403


def test_a_kill_loses_no_money(tmp_path: Path) -> None:
    sandbox = SandboxProcess(tmp_path)
    try:
        sandbox.start()
        (row,) = transfer(sandbox)
        sandbox.kill()
        sandbox.start()
        transfer(sandbox)
        with build_client(f"{sandbox.url}/bank-feed", 1.0) as client:
            lines = HttpBankFeed(client, "sandbox").entries("", 10)
        assert lines[0].reference == row["reference"]
        assert [line.cursor for line in lines] == sorted(
            {line.cursor for line in lines}
        )
    finally:
        sandbox.kill()


def test_a_scanned_qr_pays_its_request_whatever_the_bank_makes_of_it(
    sandbox: SandboxProcess, client: httpx.Client, work: Work
) -> None:
    request = make_payment_request(
        work.session, make_filing(work.session), opened_at=clock.now()
    )
    real = replace(work.systems, bank_feed=HttpBankFeed(client, "sandbox"))
    now = replace(work, systems=real, now=clock.now())
    qr = {"qr": qr_text(request), "mangling": "banked"}
    assert httpx.post(f"{sandbox.url}/bank-feed", data=qr).status_code == 303

    opener: Any = lambda use_case, *args: use_case(now, *args)
    read_feed(opener)

    assert request.state is RequestState.PAID
    line = now.session.exec(
        select(BankTransfer).where(BankTransfer.payment_id == request.paid_with_id)
    ).one()
    assert (line.matched, line.amount) == ("paid", request.amount)
