"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from services.core.errors import SystemUnavailable
from services.integrations.transport import build_client
from services.integrations.zalo.adapter import HttpZaloGateway, ZaloApp
from services.integrations.zalo.port import (
    ZaloGateway,
    ZaloMessage,
    ZaloRefused,
    ZaloTokenEnded,
)
from tests.fakes import FakeZalo
from tests.sandbox_process import SandboxProcess

APP = ZaloApp("dvc", "sandbox", "dvc-ho-so")
FIRST = "sandbox"  # the refresh token of the console
WORDS = {
    "ma_ho_so": "H55.242-261123-0001",
    "ten_dich_vu": "Cấp giấy phép xây dựng",
    "trang_thai": "Đã có kết quả",
    "loi_nhan": "Hồ sơ đã có kết quả.",
    "duong_dan": "https://dvc.example/m/abc",
}


@dataclass(frozen=True)
class Line:
    """A gateway, how many messages arrived behind it, and how to break it."""

    gateway: ZaloGateway
    count_to: Callable[[str], int]
    end_access: Callable[[], None]
    take_down: Callable[[], None]


def over(sandbox: SandboxProcess, timeout: float = 1.0) -> HttpZaloGateway:
    messages = build_client(f"{sandbox.url}/zalo", timeout)
    tokens = build_client(f"{sandbox.url}/zalo-oauth", timeout)
    return HttpZaloGateway(messages, tokens, APP)


@pytest.fixture(params=["fake", "adapter"])
def line(request: pytest.FixtureRequest) -> Iterator[Line]:
    if request.param == "fake":
        fake = FakeZalo()

        yield Line(
            fake,
            lambda to: sum(message.to == to for message in fake.sent),
            lambda: setattr(fake, "access_token", "ended"),
            lambda: setattr(fake, "is_down", True),
        )
        return
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")

    def end_access() -> None:
        httpx.post(f"{sandbox.url}/zalo-console/access")

    def take_down() -> None:
        sandbox.switch("zalo", "down")
        sandbox.switch("zalo_oauth", "down")

    yield Line(over(sandbox), lambda to: len(sandbox.inbox(to)), end_access, take_down)


def message(to: str = "") -> ZaloMessage:
    number = uuid4()
    return ZaloMessage(str(number), to or f"0901{number.int % 1_000_000:06}", WORDS)


def test_a_message_arrives_with_the_token_of_a_refresh(line: Line) -> None:
    sent = message()
    line.gateway.send(sent, line.gateway.refresh(FIRST).access_token)
    assert line.count_to(sent.to) == 1


def test_a_request_id_sent_twice_is_one_message(line: Line) -> None:
    sent, key = message(), line.gateway.refresh(FIRST).access_token
    line.gateway.send(sent, key)
    line.gateway.send(sent, key)
    assert line.count_to(sent.to) == 1


def test_a_refresh_token_works_once(line: Line) -> None:
    second = line.gateway.refresh(FIRST).refresh_token
    third = line.gateway.refresh(second)
    with pytest.raises(ZaloRefused):
        line.gateway.refresh(second)
    assert third.refresh_token != second
    assert third.seconds > 3600


def test_an_unknown_refresh_token_is_refused(line: Line) -> None:
    with pytest.raises(ZaloRefused):
        line.gateway.refresh("never was")


def test_a_token_that_ended_on_the_way_is_told_apart_from_a_refusal(line: Line) -> None:
    key = line.gateway.refresh(FIRST).access_token
    line.end_access()
    with pytest.raises(ZaloTokenEnded):
        line.gateway.send(message(), key)


@pytest.mark.parametrize("phone", ["abc", "0900", ""])
def test_what_is_no_phone_number_is_refused(line: Line, phone: str) -> None:
    sent = replace(message(), to=phone)
    with pytest.raises(ZaloRefused):
        line.gateway.send(sent, line.gateway.refresh(FIRST).access_token)


def test_zalo_that_is_down_is_unavailable(line: Line) -> None:
    key = line.gateway.refresh(FIRST).access_token
    line.take_down()
    with pytest.raises(SystemUnavailable):
        line.gateway.send(message(), key)
    with pytest.raises(SystemUnavailable):
        line.gateway.refresh(FIRST)


@pytest.mark.parametrize(
    ("phone", "code"), [("0900000418", "-118"), ("0900000439", "-139")]
)
def test_a_phone_without_zalo_is_refused_with_its_code(
    sandbox: SandboxProcess, phone: str, code: str
) -> None:
    gateway = over(sandbox)
    with pytest.raises(ZaloRefused) as refusal:
        gateway.send(message(phone), gateway.refresh(FIRST).access_token)
    assert refusal.value.code == code


def test_the_phone_shows_every_part_of_the_template(sandbox: SandboxProcess) -> None:
    gateway, sent = over(sandbox), message()
    gateway.send(sent, gateway.refresh(FIRST).access_token)
    [shown] = sandbox.inbox(sent.to)
    assert shown["channel"] == "zalo"
    assert all(text in shown["text"] for text in WORDS.values())


def test_a_template_that_is_not_whole_is_refused(sandbox: SandboxProcess) -> None:
    gateway = over(sandbox)
    key = gateway.refresh(FIRST).access_token
    with pytest.raises(ZaloRefused):
        gateway.send(replace(message(), words={"ma_ho_so": "1"}), key)


def test_an_answer_that_is_no_answer_is_unavailable(sandbox: SandboxProcess) -> None:
    gateway = over(sandbox)
    key = gateway.refresh(FIRST).access_token
    sandbox.switch("zalo", "garbage")
    sandbox.switch("zalo_oauth", "garbage")
    with pytest.raises(SystemUnavailable):
        gateway.send(message(), key)
    with pytest.raises(SystemUnavailable):
        gateway.refresh(FIRST)


def test_after_a_lost_answer_the_refresh_token_is_spent(
    sandbox: SandboxProcess,
) -> None:
    token = over(sandbox).refresh(FIRST).refresh_token
    assert over(sandbox).refresh(token)  # its answer is taken as lost
    with pytest.raises(ZaloRefused):
        over(sandbox).refresh(token)


def test_a_wrong_secret_is_refused(sandbox: SandboxProcess) -> None:
    tokens = build_client(f"{sandbox.url}/zalo-oauth", 1.0)
    gateway = HttpZaloGateway(tokens, tokens, replace(APP, secret_key="wrong"))
    with pytest.raises(ZaloRefused):
        gateway.refresh(FIRST)


def test_a_kill_loses_no_token(tmp_path: Path) -> None:
    sandbox = SandboxProcess(tmp_path)
    try:
        sandbox.start()
        tokens = over(sandbox).refresh(FIRST)
        sandbox.kill()
        sandbox.start()
        over(sandbox).send(message(), tokens.access_token)
        assert over(sandbox).refresh(tokens.refresh_token)
    finally:
        sandbox.kill()
