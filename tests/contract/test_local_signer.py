"""The signing program of a USB token: what a page asks, what the person answers."""

import base64
import hashlib
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from cryptography import x509

from services.identities.verify_signature import verify_signature
from tests.sandbox_process import SandboxProcess

ORIGIN = "http://localhost:3000"
CHALLENGE = b"Portal: localhost:3000\nRandom: 00"
WRONG, RIGHT = "000000", "123456"
Answer = Future[httpx.Response]


@pytest.fixture
def page() -> Iterator[ThreadPoolExecutor]:
    """Pages that wait, each in a thread."""
    with ThreadPoolExecutor(4) as pool:
        yield pool


def ask(sandbox: SandboxProcess, page: ThreadPoolExecutor, **given: Any) -> Answer:
    body = {"challenge": base64.b64encode(CHALLENGE).decode(), **given}
    return page.submit(
        lambda: httpx.post(
            f"{sandbox.url}/local-signer/auth",
            json=body,
            headers={"Origin": ORIGIN},
            timeout=20,
        )
    )


def waiting(sandbox: SandboxProcess) -> str:
    """Return the request at the window, when it is there."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        rows = httpx.get(f"{sandbox.url}/local-signer/window.json").json()
        if rows:
            assert rows[0]["origin"] == ORIGIN
            return str(rows[0]["id"])
        time.sleep(0.05)
    raise AssertionError("nothing waits at the window")


def type_pin(
    sandbox: SandboxProcess, request_id: str, pin: str, token: str = "mai-huong"
) -> None:
    form = {"token": token, "pin": pin, "answer": "sign"}
    address = f"{sandbox.url}/local-signer/window/{request_id}"
    assert httpx.post(address, data=form).status_code == 303


@pytest.mark.parametrize("token", ["mai-huong", "van-nam"])
def test_the_right_pin_signs_the_challenge(
    sandbox: SandboxProcess, page: ThreadPoolExecutor, token: str
) -> None:
    asked = ask(sandbox, page)
    type_pin(sandbox, waiting(sandbox), RIGHT, token)
    answer = asked.result(15).json()

    assert answer["Status"] == 0
    certificate = x509.load_der_x509_certificate(
        base64.b64decode(answer["certificate"])
    )
    verify_signature(certificate, CHALLENGE, base64.b64decode(answer["signature"]))
    issuing = x509.load_der_x509_certificate(base64.b64decode(answer["chain"][0]))
    certificate.verify_directly_issued_by(issuing)


def test_three_wrong_pins_block_the_token_until_it_is_reset(
    sandbox: SandboxProcess, page: ThreadPoolExecutor
) -> None:
    asked = ask(sandbox, page)
    request_id = waiting(sandbox)
    for _ in range(3):
        type_pin(sandbox, request_id, WRONG)
    blocked = httpx.get(f"{sandbox.url}/local-signer/window").text
    type_pin(sandbox, request_id, RIGHT)
    still_waiting = not asked.done()
    reset = f"{sandbox.url}/local-signer/tokens/mai-huong/reset"
    assert httpx.post(reset).status_code == 303
    type_pin(sandbox, request_id, RIGHT)

    assert "đã bị khóa" in blocked
    assert still_waiting
    assert asked.result(15).json()["Status"] == 0


def test_a_person_may_say_no(sandbox: SandboxProcess, page: ThreadPoolExecutor) -> None:
    asked = ask(sandbox, page)
    address = f"{sandbox.url}/local-signer/window/{waiting(sandbox)}"
    httpx.post(address, data={"answer": "cancel"})
    answer = asked.result(15).json()

    assert answer["Status"] == 1
    assert "signature" not in answer


def test_another_site_can_neither_ask_nor_answer(
    sandbox: SandboxProcess, page: ThreadPoolExecutor
) -> None:
    foreign = {"Origin": "https://elsewhere.example"}
    body = {"challenge": base64.b64encode(CHALLENGE).decode()}
    address = f"{sandbox.url}/local-signer/auth"

    refused = httpx.post(address, json=body, headers=foreign)
    preflight = httpx.options(address, headers=foreign)

    assert (refused.status_code, preflight.status_code) == (403, 403)
    assert "access-control-allow-origin" not in preflight.headers
    asked = ask(sandbox, page)
    window = f"{sandbox.url}/local-signer/window/{waiting(sandbox)}"
    form = {"token": "mai-huong", "pin": RIGHT}
    assert httpx.post(window, data=form, headers=foreign).status_code == 403
    httpx.post(window, data={"answer": "cancel"})
    asked.result(15)


@pytest.mark.parametrize("origin", ["http://localhost:3000", "http://127.0.0.1:8001"])
@pytest.mark.parametrize("path", ["auth", "status"])
def test_a_page_of_this_machine_may_ask(
    sandbox: SandboxProcess, origin: str, path: str
) -> None:
    asked = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    answer = httpx.options(f"{sandbox.url}/local-signer/{path}", headers=asked)

    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == origin
    assert answer.headers["access-control-allow-headers"] == "Content-Type"


def test_the_status_tells_that_the_program_runs(sandbox: SandboxProcess) -> None:
    answer = httpx.get(f"{sandbox.url}/local-signer/status", headers={"Origin": ORIGIN})

    assert answer.json()["Status"] == 0
    assert answer.json()["Tokens"] > 0
    assert answer.headers["access-control-allow-origin"] == ORIGIN


@pytest.mark.parametrize("challenge", ["", "no base64!", "QUFB" * 2000])
def test_what_is_no_challenge_is_refused_at_once(
    sandbox: SandboxProcess, page: ThreadPoolExecutor, challenge: str
) -> None:
    assert ask(sandbox, page, challenge=challenge).result(15).json()["Status"] == 5


def test_a_page_that_went_away_is_forgotten(sandbox: SandboxProcess) -> None:
    body = {"challenge": base64.b64encode(CHALLENGE).decode()}
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(
            f"{sandbox.url}/local-signer/auth",
            json=body,
            headers={"Origin": ORIGIN},
            timeout=0.5,
        )
    deadline = time.monotonic() + 10
    window = f"{sandbox.url}/local-signer/window.json"
    while httpx.get(window).json() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert httpx.get(window).json() == []


def certificate_of(sandbox: SandboxProcess, position: int = 0) -> str:
    address = f"{sandbox.url}/local-signer/certificates"
    told = httpx.get(address, headers={"Origin": ORIGIN}).json()
    return str(told["Certificates"][position]["certificate"])


def ask_hashes(
    sandbox: SandboxProcess, page: ThreadPoolExecutor, certificate: str, *texts: bytes
) -> Answer:
    documents = [
        {
            "DocNumber": f"{place}/QĐ-UBND",
            "Hash": base64.b64encode(hashlib.sha256(text).digest()).decode(),
        }
        for place, text in enumerate(texts, 1)
    ]
    body = {"SessionId": "s1", "Certificate": certificate, "Documents": documents}
    return page.submit(
        lambda: httpx.post(
            f"{sandbox.url}/local-signer/sign-hash",
            json=body,
            headers={"Origin": ORIGIN},
            timeout=20,
        )
    )


def test_one_pin_signs_several_hashes_with_the_key_asked_for(
    sandbox: SandboxProcess, page: ThreadPoolExecutor
) -> None:
    texts = (b"one result", b"another result")
    held = certificate_of(sandbox)
    asked = ask_hashes(sandbox, page, held, *texts)
    request_id = waiting(sandbox)
    window = httpx.get(f"{sandbox.url}/local-signer/window").text
    other = {"token": "van-nam", "pin": RIGHT, "answer": "sign"}
    address = f"{sandbox.url}/local-signer/window/{request_id}"
    refused = httpx.post(address, data=other)
    type_pin(sandbox, request_id, RIGHT)
    answer = asked.result(15).json()

    assert "2/QĐ-UBND" in window
    assert refused.status_code == 400
    assert (answer["Status"], answer["certificate"]) == (0, held)
    certificate = x509.load_der_x509_certificate(base64.b64decode(held))
    for text, signature in zip(texts, answer["signatures"], strict=True):
        verify_signature(certificate, text, base64.b64decode(signature))


def test_a_key_that_is_not_in_the_machine_signs_nothing(
    sandbox: SandboxProcess, page: ThreadPoolExecutor
) -> None:
    unknown = base64.b64encode(b"another certificate").decode()
    answer = ask_hashes(sandbox, page, unknown, b"text").result(15).json()
    assert answer["Status"] == 3
    assert "signatures" not in answer


@pytest.mark.parametrize(
    "documents", [[], [{"Hash": "AAAA"}], [{"Hash": "no base64!"}]]
)
def test_what_is_no_hash_is_not_signed(
    sandbox: SandboxProcess, documents: list[dict[str, str]]
) -> None:
    answer = httpx.post(
        f"{sandbox.url}/local-signer/sign-hash",
        json={"SessionId": "s", "Certificate": "", "Documents": documents},
        headers={"Origin": ORIGIN},
    )
    assert answer.json()["Status"] == 5
