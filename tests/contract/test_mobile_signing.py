"""The SOAP of the SIM signing service, before a running sandbox and alone."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from cryptography import x509

from services.core.errors import SystemUnavailable
from services.identities.verify_signature import verify_signature
from services.integrations.mobile_signing import wire
from services.integrations.mobile_signing.adapter import SoapMobileSigning
from services.integrations.mobile_signing.port import (
    MobileSignatureOutcome,
    MobileSignatureRequest,
    MobileSigning,
)
from services.integrations.remote_signing.port import SigningRefused, SigningState
from services.integrations.transport import build_client
from tests.fakes import FakeMobileSigning
from tests.sandbox_process import SandboxProcess

RSA_SIM, EC_SIM = "0900000101", "0900000112"
TEXT = b"a challenge of the portal"
SHOWN = "Xác nhận <danh tính> & mã 4821"


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/sim-signing", 2) as client:
        yield client


@pytest.fixture
def sim(client: httpx.Client) -> SoapMobileSigning:
    return SoapMobileSigning(client, "sandbox", "sandbox")


def request_of(phone: str = RSA_SIM) -> MobileSignatureRequest:
    return MobileSignatureRequest(str(uuid4()), phone, TEXT, SHOWN)


def press(sandbox: SandboxProcess, reference: str, answer: str) -> None:
    address = f"{sandbox.url}/sim-signing/phone/{reference}"
    assert httpx.post(address, data={"answer": answer}).status_code == 303


@pytest.mark.parametrize("phone", [RSA_SIM, EC_SIM, "+84900000101"])
def test_a_confirmed_request_is_signed_by_the_key_of_the_sim(
    sandbox: SandboxProcess, sim: SoapMobileSigning, phone: str
) -> None:
    reference = sim.ask_signature(request_of(phone))
    waiting = sim.outcome(reference)
    press(sandbox, reference, "confirm")
    signed = sim.outcome(reference)

    assert waiting == MobileSignatureOutcome(SigningState.WAITING)
    assert signed.state is SigningState.SIGNED
    certificate = x509.load_der_x509_certificate(signed.certificate)
    verify_signature(certificate, TEXT, signed.signature)
    assert len(signed.chain) == 2


def test_the_phone_shows_the_text_as_it_was_sent(
    sandbox: SandboxProcess, sim: SoapMobileSigning
) -> None:
    reference = sim.ask_signature(request_of())

    rows: list[dict[str, Any]] = httpx.get(
        f"{sandbox.url}/sim-signing/phone.json"
    ).json()

    shown = next(row for row in rows if row["id"] == reference)
    assert (shown["shown"], shown["phone"]) == (SHOWN, RSA_SIM)
    assert "&lt;danh tính&gt;" in httpx.get(f"{sandbox.url}/sim-signing/phone").text


@pytest.mark.parametrize(
    ("answer", "state"),
    [("refuse", SigningState.REFUSED), ("expire", SigningState.EXPIRED)],
)
def test_a_request_refused_or_left_alone_is_over(
    sandbox: SandboxProcess,
    sim: SoapMobileSigning,
    answer: str,
    state: SigningState,
) -> None:
    reference = sim.ask_signature(request_of())
    press(sandbox, reference, answer)

    assert sim.outcome(reference) == MobileSignatureOutcome(state)


@pytest.mark.parametrize(("phone", "code"), [("0900000999", "105"), ("12", "phone")])
def test_a_sim_without_a_key_is_refused(
    sim: SoapMobileSigning, phone: str, code: str
) -> None:
    with pytest.raises(SigningRefused) as refusal:
        sim.ask_signature(request_of(phone))
    assert refusal.value.code == code


def test_a_transaction_id_is_good_once(sim: SoapMobileSigning) -> None:
    request = request_of()
    sim.ask_signature(request)

    with pytest.raises(SigningRefused) as refusal:
        sim.ask_signature(request)
    assert refusal.value.code == "101"


def test_a_wrong_password_of_the_portal_is_refused(client: httpx.Client) -> None:
    with pytest.raises(SigningRefused) as refusal:
        SoapMobileSigning(client, "sandbox", "wrong").ask_signature(request_of())
    assert refusal.value.code == "104"


def test_an_unknown_reference_is_refused(sim: SoapMobileSigning) -> None:
    with pytest.raises(SigningRefused):
        sim.outcome(str(uuid4()))


@pytest.fixture(params=["fake", "down", "garbage", "error"])
def broken(request: pytest.FixtureRequest) -> MobileSigning:
    if request.param == "fake":
        return FakeMobileSigning(is_down=True)
    sim: SoapMobileSigning = request.getfixturevalue("sim")
    request.getfixturevalue("sandbox").switch("sim_signing", request.param)
    return sim


def test_a_service_without_an_answer_is_unavailable(broken: MobileSigning) -> None:
    with pytest.raises(SystemUnavailable):
        broken.ask_signature(request_of())
    with pytest.raises(SystemUnavailable):
        broken.outcome("reference")


def spoken(body: bytes, status: int = 200) -> SoapMobileSigning:
    def reply(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, content=body)

    client = httpx.Client(
        base_url="http://mssp.example", transport=httpx.MockTransport(reply)
    )
    return SoapMobileSigning(client, "id", "password")


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>"""
FILE = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<x>&f;</x>"""


@pytest.mark.parametrize("body", [BOMB, FILE, b"<x/>", b"", b"\xff\xfe"])
def test_xml_that_does_harm_or_says_nothing_is_unavailable(body: bytes) -> None:
    with pytest.raises(SystemUnavailable):
        spoken(body).outcome("reference")


@pytest.mark.parametrize("signature", ["", "AAAA", "no base64!"])
def test_a_signature_that_is_no_cms_is_unavailable(signature: str) -> None:
    body = (
        f'<e xmlns:m="{wire.MSS}"><m:MSS_StatusResp MSSP_TransID="1">'
        f"<m:Base64Signature>{signature}</m:Base64Signature>"
        '<m:StatusCode Value="500"/></m:MSS_StatusResp></e>'
    )
    with pytest.raises(SystemUnavailable):
        spoken(body.encode()).outcome("reference")
