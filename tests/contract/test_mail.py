"""The same letters to the fake and to the adapter before a running sandbox."""

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

import pytest

from services.core.errors import SystemUnavailable
from services.integrations.mail.adapter import MailServer, SmtpMailGateway
from services.integrations.mail.port import MailGateway, MailMessage, MailRefused
from tests.fakes import FakeMail
from tests.sandbox_process import SandboxProcess, free_port

SENDER = "khong-tra-loi@dichvucong.example"
SUBJECT = "Mật khẩu vừa được đổi"
TEXT = "Kính gửi Ông/Bà,\n\nMật khẩu vừa được đổi lúc 09:00.\n.\nHết."


@dataclass(frozen=True)
class PostOffice:
    """A gateway, what arrived behind it, and how to break it."""

    gateway: MailGateway
    texts_to: Callable[[str], list[str]]
    take_down: Callable[[], None]


def server(port: int, **values: Any) -> MailServer:  # Any: fields of MailServer
    given: dict[str, Any] = {"is_encrypted": False, "timeout_seconds": 1.0}
    return MailServer("127.0.0.1", port, SENDER, **given | values)


def letter(to: str = "") -> MailMessage:
    request_id = str(uuid4())
    return MailMessage(request_id, to or f"{request_id}@example.vn", SUBJECT, TEXT)


@pytest.fixture
def gateway(sandbox: SandboxProcess) -> SmtpMailGateway:
    return SmtpMailGateway(server(sandbox.mail_port))


@pytest.fixture(params=["fake", "adapter"])
def office(request: pytest.FixtureRequest) -> PostOffice:
    if request.param == "fake":
        fake = FakeMail()
        return PostOffice(
            fake,
            lambda to: [
                f"{sent.subject}\n\n{sent.text}" for sent in fake.sent if sent.to == to
            ],
            lambda: setattr(fake, "is_down", True),
        )
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    return PostOffice(
        request.getfixturevalue("gateway"),
        lambda to: [one["text"] for one in sandbox.inbox(to)],
        lambda: sandbox.switch("mail", "down"),
    )


def test_a_letter_arrives_with_its_accents(office: PostOffice) -> None:
    sent = letter()
    office.gateway.send(sent)
    assert office.texts_to(sent.to) == [f"{SUBJECT}\n\n{TEXT}"]


def test_a_request_id_sent_twice_is_one_letter(office: PostOffice) -> None:
    sent = letter()
    office.gateway.send(sent)
    office.gateway.send(sent)
    assert len(office.texts_to(sent.to)) == 1


def test_a_server_that_is_down_is_unavailable(office: PostOffice) -> None:
    office.take_down()
    with pytest.raises(SystemUnavailable):
        office.gateway.send(letter())


def test_a_long_subject_in_vietnamese_arrives_whole(
    sandbox: SandboxProcess, gateway: SmtpMailGateway
) -> None:
    sent = replace(letter(), subject="Kết quả giải quyết hồ sơ thủ tục hành chính " * 4)
    gateway.send(sent)
    [kept] = sandbox.inbox(sent.to)
    assert kept["text"].startswith(sent.subject.strip())
    assert (kept["channel"], kept["sender"]) == ("mail", SENDER)


@pytest.mark.parametrize(
    "to",
    [
        "",
        "nobody",
        "a@example.vn, b@example.vn",
        "a@example.vn\r\nBcc: b@example.vn",
        "a b@example.vn",
        "<a@example.vn>",
        "ă@example.vn",
        "a" * 250 + "@example.vn",
    ],
)
def test_what_is_no_single_address_is_refused(
    sandbox: SandboxProcess, gateway: SmtpMailGateway, to: str
) -> None:
    with pytest.raises(MailRefused) as refusal:
        gateway.send(replace(letter(), to=to))
    assert refusal.value.code == "address"
    assert sandbox.inbox("b@example.vn") == []


@pytest.mark.parametrize("field", ["subject", "request_id"])
def test_a_line_break_makes_no_header(
    sandbox: SandboxProcess, gateway: SmtpMailGateway, field: str
) -> None:
    forged = replace(letter(), **{field: "one\r\nBcc: c@example.vn"})
    with pytest.raises(MailRefused):
        gateway.send(forged)
    assert sandbox.inbox("c@example.vn") == []


def test_a_mailbox_that_does_not_exist_is_refused(gateway: SmtpMailGateway) -> None:
    with pytest.raises(MailRefused) as refusal:
        gateway.send(letter("khong-ton-tai@example.vn"))
    assert refusal.value.code == "550"


def test_a_full_mailbox_is_tried_again_later(gateway: SmtpMailGateway) -> None:
    with pytest.raises(SystemUnavailable):
        gateway.send(letter("day-hop-thu@example.vn"))


def test_a_refused_letter_is_refused_and_garbage_is_no_answer(
    sandbox: SandboxProcess, gateway: SmtpMailGateway
) -> None:
    sandbox.switch("mail", "error")
    with pytest.raises(MailRefused):
        gateway.send(letter())
    sandbox.switch("mail", "garbage")
    with pytest.raises(SystemUnavailable):
        gateway.send(letter())


def test_after_a_slow_answer_sending_again_makes_no_second_letter(
    sandbox: SandboxProcess, gateway: SmtpMailGateway
) -> None:
    sent = letter()
    sandbox.switch("mail", "slow", seconds=0.6)
    hasty = SmtpMailGateway(server(sandbox.mail_port, timeout_seconds=0.2))
    with pytest.raises(SystemUnavailable):
        hasty.send(sent)
    gateway.send(sent)
    assert len(sandbox.inbox(sent.to)) == 1


def test_a_letter_is_never_sent_in_the_clear_instead(sandbox: SandboxProcess) -> None:
    sent = letter()
    secret = SmtpMailGateway(server(sandbox.mail_port, is_encrypted=True))
    with pytest.raises(SystemUnavailable):
        secret.send(sent)
    assert sandbox.inbox(sent.to) == []


def test_a_server_nobody_listens_at_is_unavailable() -> None:
    with pytest.raises(SystemUnavailable):
        SmtpMailGateway(server(free_port())).send(letter())


Says = Callable[[dict[str, str]], int]


@pytest.fixture
def says() -> Iterator[Says]:
    """Return a function that makes a server answer each command as told."""
    threads: list[threading.Thread] = []

    def start(answers: dict[str, str]) -> int:
        listening = socket.create_server(("127.0.0.1", 0))
        thread = threading.Thread(target=_talk, args=(listening, answers))
        thread.start()
        threads.append(thread)
        port: int = listening.getsockname()[1]
        return port

    yield start
    for thread in threads:
        thread.join(5)


def _talk(listening: socket.socket, answers: dict[str, str]) -> None:
    with listening, listening.accept()[0] as caller, caller.makefile("rb") as lines:
        caller.sendall(f"{answers.get('hello', '220 hello')}\r\n".encode())
        is_content = False
        for line in lines:
            word = line[:4].decode("ascii", "replace").strip().casefold()
            if is_content:
                if line != b".\r\n":
                    continue
                is_content, word = False, "end"
            reply = answers.get(word, "354 go on" if word == "data" else "250 fine")
            if not reply:
                return
            is_content = word == "data" and reply.startswith("354")
            caller.sendall(f"{reply}\r\n".encode())


def test_a_goodbye_that_fails_does_not_undo_the_letter(says: Says) -> None:
    for goodbye in ("", "500 what?"):
        SmtpMailGateway(server(says({"quit": goodbye}))).send(letter())


@pytest.mark.parametrize(
    "answers",
    [
        {"hello": "554 no service"},
        {"hello": "421 busy"},
        {"mail": "550 sender unknown"},
        {"mail": "451 later"},
        {"rcpt": "450 later"},
        {"end": "451 later"},
        {"end": ""},
        {"data": "421 closing"},
    ],
)
def test_what_is_not_a_refusal_of_this_letter_is_tried_again(
    says: Says, answers: dict[str, str]
) -> None:
    with pytest.raises(SystemUnavailable):
        SmtpMailGateway(server(says(answers))).send(letter())


@pytest.mark.parametrize("step", ["rcpt", "data", "end"])
def test_a_final_no_to_this_letter_is_a_refusal(says: Says, step: str) -> None:
    with pytest.raises(MailRefused):
        SmtpMailGateway(server(says({step: "554 no"}))).send(letter())


def test_a_login_that_is_refused_is_ours_to_mend(says: Says) -> None:
    answers = {"ehlo": "250-x\r\n250 AUTH PLAIN", "auth": "535 wrong"}
    named = server(says(answers), user="dvc", password="wrong")
    with pytest.raises(SystemUnavailable):
        SmtpMailGateway(named).send(letter())


def test_the_log_and_the_refusal_tell_nothing_of_the_letter(
    gateway: SmtpMailGateway, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(MailRefused) as refusal:
        gateway.send(letter("khong-ton-tai@example.vn"))
    said = capsys.readouterr().out + str(refusal.value) + repr(server(1, password="pw"))
    for private in ("khong-ton-tai", "Mật khẩu", "pw'"):
        assert private not in said
