"""Answers as other releases of a system write them, and answers that do harm."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from services.core.errors import SystemUnavailable
from services.integrations.mobile_carriers.adapter import HttpMobileCarriers
from services.integrations.mobile_carriers.port import Subscriber
from services.integrations.sms.adapter import HttpSmsGateway
from services.integrations.sms.port import SmsMessage, SmsReceipt, SmsRefused
from services.integrations.transport import CORRELATION_HEADER, build_client

PERSON = Subscriber("0900000777", "Trần Văn Lạ", date(1990, 1, 2), "999090000777")
Play = Callable[..., str]


class Speaker(BaseHTTPRequestHandler):
    """Says what the test gave it, whatever it is asked."""

    status: int
    body: bytes
    extra: dict[str, str]
    heard: dict[str, str]
    piece = 2_000_000
    pause = 0.0

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        type(self).heard = dict(self.headers)
        self.send_response(self.status)
        for name, value in self.extra.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        with contextlib.suppress(OSError):  # the asker may have gone by now
            for start in range(0, len(self.body), self.piece):
                self.wfile.write(self.body[start : start + self.piece])
                time.sleep(self.pause)

    def log_message(self, *_parts: object) -> None:
        """Stay silent."""


@pytest.fixture
def play() -> Iterator[Play]:
    """Return a function that makes a system say one thing, at an address."""
    server = HTTPServer(("127.0.0.1", 0), Speaker)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()

    def say(body: bytes | str, status: int = 200, **headers: str) -> str:
        Speaker.body = body.encode() if isinstance(body, str) else body
        Speaker.status = status
        Speaker.extra = {name.replace("_", "-"): text for name, text in headers.items()}
        return f"http://127.0.0.1:{server.server_port}/x"

    yield say
    server.shutdown()
    thread.join()
    server.server_close()


def send(url: str) -> SmsReceipt:
    with build_client(url, 2) as client:
        gateway = HttpSmsGateway(client, "u", "p", "DVC")
        return gateway.send(SmsMessage("r1", "0900000001", "text"))


def verify(url: str) -> bool:
    with build_client(url, 2) as client:
        return HttpMobileCarriers(client, "key").verify_subscriber(PERSON)


@pytest.mark.parametrize("code", ['"0"', "0", '" 0 "'])
def test_a_code_may_be_a_number_or_a_text(play: Play, code: str) -> None:
    assert send(play(f'{{"RPLY": {{"ERROR": {code}}}}}')) == SmsReceipt("r1")
    assert verify(play(f'{{"code": {code}, "matched": true}}')) is True


@pytest.mark.parametrize("code", ['"31"', "31"])
def test_any_other_code_is_a_refusal(play: Play, code: str) -> None:
    with pytest.raises(SmsRefused) as refusal:
        send(play(f'{{"RPLY": {{"ERROR": {code}, "ERROR_DESC": "no credit"}}}}'))
    assert refusal.value.code == "31"


@pytest.mark.parametrize(("word", "said"), [('"true"', True), ("0", False)])
def test_yes_and_no_may_be_words_or_numbers(play: Play, word: str, said: bool) -> None:
    assert verify(play(f'{{"code": "0", "matched": {word}}}')) is said


@pytest.mark.parametrize(
    "body", ["", "null", "{}", '{"code": "0"}', '{"code": "0"', "[]"]
)
def test_half_an_answer_is_no_answer(play: Play, body: str) -> None:
    with pytest.raises(SystemUnavailable):
        verify(play(body))
    with pytest.raises(SystemUnavailable):
        send(play(body))


def test_a_redirect_is_not_followed(play: Play) -> None:
    with pytest.raises(SystemUnavailable):
        verify(play("", 307, Location="http://127.0.0.1:9/"))


def test_an_answer_beyond_a_megabyte_is_not_read(play: Play) -> None:
    padded = '{"code": "0", "matched": true}' + " " * 1_000_001
    with pytest.raises(SystemUnavailable):
        verify(play(padded))


def test_a_packed_answer_is_not_unpacked(play: Play) -> None:
    with pytest.raises(SystemUnavailable):
        verify(play(b"\x1f\x8b", Content_Encoding="gzip"))


def test_an_answer_that_only_drips_is_given_up(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Speaker, "piece", 1)
    monkeypatch.setattr(Speaker, "pause", 0.15)
    url, started = play('{"code": "0", "matched": true}'), time.monotonic()
    with build_client(url, 0.5) as client, pytest.raises(SystemUnavailable):
        HttpMobileCarriers(client, "key").verify_subscriber(PERSON)
    assert time.monotonic() - started < 2


def test_every_question_carries_a_correlation_id(play: Play) -> None:
    verify(play('{"code": "0", "matched": true}'))
    assert len(Speaker.heard[CORRELATION_HEADER]) == 36


def test_an_unreadable_answer_leaves_no_trace_of_itself(play: Play) -> None:
    with pytest.raises(SystemUnavailable) as refusal:
        verify(play('{"fullName": "Trần Văn Lạ"}'))
    assert refusal.value.__cause__ is None
    assert "Trần" not in str(refusal.value)
