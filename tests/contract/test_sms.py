"""The same questions to the fake and to the adapter before a running sandbox."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from services.core.errors import SystemUnavailable
from services.integrations.sms.adapter import HttpSmsGateway
from services.integrations.sms.port import (
    SmsGateway,
    SmsMessage,
    SmsReceipt,
    SmsRefused,
)
from services.integrations.transport import build_client
from tests.fakes import FakeSms
from tests.sandbox_process import SandboxProcess

TIMEOUT = 1.0


@dataclass(frozen=True)
class Post:
    """A gateway, what arrived behind it, and how to break it."""

    gateway: SmsGateway
    texts_to: Callable[[str], list[str]]
    take_down: Callable[[], None]
    refuse: Callable[[], None]


def gateway_of(client: httpx.Client, password: str = "sandbox") -> HttpSmsGateway:
    return HttpSmsGateway(client, "sandbox", password, "DVC")


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/sms", TIMEOUT) as client:
        yield client


@pytest.fixture(params=["fake", "adapter"])
def post(request: pytest.FixtureRequest) -> Post:
    if request.param == "fake":
        fake = FakeSms()
        return Post(
            fake,
            fake.texts_to,
            lambda: setattr(fake, "is_down", True),
            lambda: setattr(fake, "refusal", "31"),
        )
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    return Post(
        gateway_of(request.getfixturevalue("client")),
        lambda to: [message["text"] for message in sandbox.inbox(to)],
        lambda: sandbox.switch("sms", "down"),
        lambda: sandbox.switch("sms", "error"),
    )


def message(text: str = "Ma xac thuc 482913", to: str = "") -> SmsMessage:
    number = uuid4()
    return SmsMessage(str(number), to or f"0900{number.int % 1_000_000:06}", text)


def test_a_message_arrives_with_its_accents(post: Post) -> None:
    sent = message("Mã xác thực của bạn là 482913.\n@dvc.vn #482913")
    assert post.gateway.send(sent) == SmsReceipt(sent.request_id)
    assert post.texts_to(sent.to) == [sent.text]


def test_a_request_id_sent_twice_is_one_message(post: Post) -> None:
    sent = message()
    post.gateway.send(sent)
    assert post.gateway.send(sent) == SmsReceipt(sent.request_id)
    assert post.texts_to(sent.to) == [sent.text]


def test_the_newest_message_comes_first(post: Post) -> None:
    first = message("one")
    post.gateway.send(first)
    post.gateway.send(message("two", first.to))
    assert post.texts_to(first.to) == ["two", "one"]


@pytest.mark.parametrize("phone", ["abc", "0900", "+1 202 555 0100 999", ""])
def test_what_is_no_phone_number_is_refused(post: Post, phone: str) -> None:
    with pytest.raises(SmsRefused):
        post.gateway.send(SmsMessage("id", phone, "text"))


def test_a_gateway_that_is_down_is_unavailable(post: Post) -> None:
    post.take_down()
    with pytest.raises(SystemUnavailable):
        post.gateway.send(message())


def test_a_business_error_is_a_refusal_with_its_code(post: Post) -> None:
    post.refuse()
    with pytest.raises(SmsRefused) as refusal:
        post.gateway.send(message())
    assert refusal.value.code == "31"


def test_an_answer_that_is_no_answer_is_unavailable(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    sandbox.switch("sms", "garbage")
    with pytest.raises(SystemUnavailable):
        gateway_of(client).send(message())


def test_after_a_slow_answer_sending_again_makes_no_second_message(
    sandbox: SandboxProcess,
) -> None:
    sent = message()
    sandbox.switch("sms", "slow", seconds=0.6)
    hasty = build_client(f"{sandbox.url}/sms", 0.2)
    with hasty, pytest.raises(SystemUnavailable):
        gateway_of(hasty).send(sent)
    time.sleep(0.6)
    sandbox.switch("sms", "normal")
    with build_client(f"{sandbox.url}/sms", TIMEOUT) as client:
        gateway_of(client).send(sent)
    assert len(sandbox.inbox(sent.to)) == 1


def test_a_gateway_nobody_listens_at_is_unavailable() -> None:
    client = build_client("http://127.0.0.1:9/sms", TIMEOUT)
    with client, pytest.raises(SystemUnavailable):
        gateway_of(client).send(message())


def test_a_wrong_password_is_refused(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    sent = message()
    with pytest.raises(SmsRefused):
        gateway_of(client, password="wrong").send(sent)
    assert sandbox.inbox(sent.to) == []


@pytest.mark.parametrize("written", ["0900{}", "84900{}", "+84900{}", "0900 {}"])
def test_a_number_is_found_however_it_is_written(
    sandbox: SandboxProcess, client: httpx.Client, written: str
) -> None:
    sent = message()
    gateway_of(client).send(sent)
    found = sandbox.inbox(written.format(sent.to[4:]))
    assert [one["text"] for one in found] == [sent.text]
    assert found[0]["to"] == sent.to
    assert found[0]["channel"] == "sms"


def test_a_phone_that_is_off_leaves_the_message_waiting(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    gateway_of(client).send(message(to="0900000404"))
    assert sandbox.inbox("0900000404")[0]["state"] == "waiting"


def test_a_kill_loses_no_message_and_no_fault(tmp_path: Path) -> None:
    sandbox = SandboxProcess(tmp_path)
    sent = message()
    try:
        sandbox.start()
        with build_client(f"{sandbox.url}/sms", TIMEOUT) as client:
            gateway_of(client).send(sent)
        sandbox.switch("carriers", "down")
        sandbox.kill()
        with (tmp_path / "messages.jsonl").open("a") as cut_off:
            cut_off.write('{"id": "half a li')
        sandbox.start()
        with build_client(f"{sandbox.url}/sms", TIMEOUT) as client:
            gateway_of(client).send(sent)
        assert [one["text"] for one in sandbox.inbox()] == [sent.text]
        faults = httpx.get(f"{sandbox.url}/faults.json").json()
        assert faults["carriers"]["mode"] == "down"
        assert sandbox.stop() == 0
    finally:
        sandbox.kill()
