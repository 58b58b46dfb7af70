"""The same questions to the fake and to SmartCA's adapter before a running sandbox."""

import hashlib
import time
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from cryptography import x509

from services.core.errors import SystemUnavailable
from services.identities.read_holder import read_holder
from services.identities.verify_signature import verify_signature
from services.integrations.remote_signing.adapter import HttpSmartCa
from services.integrations.remote_signing.port import (
    BatchRequest,
    RemoteCertificate,
    RemoteSigning,
    SignatureOutcome,
    SignatureRequest,
    SigningRefused,
    SigningState,
)
from services.integrations.transport import build_client
from tests.fakes import FakeRemoteSigning
from tests.sandbox_process import SandboxProcess

CITIZEN, ENTERPRISE, EXPIRED = "999190000001", "9990000018", "999175000903"
TEXT = b"a challenge of the portal"


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/smart-ca", 2) as client:
        yield client


@pytest.fixture
def smart_ca(client: httpx.Client) -> HttpSmartCa:
    return HttpSmartCa(client, "sandbox", "sandbox")


def request_of(service: RemoteSigning, user_id: str = CITIZEN) -> SignatureRequest:
    return SignatureRequest(
        transaction_id=str(uuid4()),
        user_id=user_id,
        certificate=service.certificates(user_id)[0],
        digest=hashlib.sha256(TEXT).digest(),
        description="Xác nhận danh tính",
    )


def on_phone(sandbox: SandboxProcess, reference: str) -> dict[str, Any]:
    rows: list[dict[str, Any]] = httpx.get(f"{sandbox.url}/smart-ca/phone.json").json()
    return next(row for row in rows if row["id"] == reference)


def press(sandbox: SandboxProcess, reference: str, answer: str, *left_out: str) -> None:
    address = f"{sandbox.url}/smart-ca/phone/{reference}"
    form = {"answer": answer, "skip": list(left_out)}
    assert httpx.post(address, data=form).status_code == 303


@pytest.mark.parametrize(
    ("user_id", "organisation"),
    [(CITIZEN, ""), (ENTERPRISE, "Công ty TNHH Gạo Sạch Đồng Bằng")],
)
def test_a_person_has_a_certificate_with_its_chain(
    smart_ca: HttpSmartCa, user_id: str, organisation: str
) -> None:
    (held,) = smart_ca.certificates(user_id)

    certificate = x509.load_der_x509_certificate(held.certificate)
    issuing, root = (x509.load_der_x509_certificate(each) for each in held.chain)
    certificate.verify_directly_issued_by(issuing)
    issuing.verify_directly_issued_by(root)
    holder = read_holder(certificate)
    assert user_id in (holder.citizen_id, holder.tax_code)
    assert holder.organisation == organisation


@pytest.mark.parametrize("user_id", ["999000000000", EXPIRED])
def test_who_has_none_that_is_usable_has_none(
    smart_ca: HttpSmartCa, user_id: str
) -> None:
    assert smart_ca.certificates(user_id) == ()


def test_a_confirmed_request_is_signed_over_the_very_hash(
    sandbox: SandboxProcess, smart_ca: HttpSmartCa
) -> None:
    request = request_of(smart_ca)

    asked = smart_ca.ask_signature(request)
    waiting = smart_ca.outcome(asked.reference)
    press(sandbox, asked.reference, "confirm")
    signed = smart_ca.outcome(asked.reference)

    assert waiting == SignatureOutcome(SigningState.WAITING)
    assert signed.state is SigningState.SIGNED
    certificate = x509.load_der_x509_certificate(request.certificate.certificate)
    verify_signature(certificate, TEXT, signed.signature)


def test_the_phone_shows_what_is_asked_and_the_code(
    sandbox: SandboxProcess, smart_ca: HttpSmartCa
) -> None:
    asked = smart_ca.ask_signature(request_of(smart_ca))

    shown = on_phone(sandbox, asked.reference)

    assert asked.code_to_compare
    assert shown["code"] == asked.code_to_compare
    assert shown["shown"] == "Xác nhận danh tính"
    page = httpx.get(f"{sandbox.url}/smart-ca/phone").text
    assert asked.code_to_compare in page
    assert "Từ chối" in page


@pytest.mark.parametrize(
    ("answer", "state"),
    [("refuse", SigningState.REFUSED), ("expire", SigningState.EXPIRED)],
)
def test_a_request_refused_or_left_alone_is_over(
    sandbox: SandboxProcess,
    smart_ca: HttpSmartCa,
    answer: str,
    state: SigningState,
) -> None:
    asked = smart_ca.ask_signature(request_of(smart_ca))
    press(sandbox, asked.reference, answer)
    press(sandbox, asked.reference, "confirm")

    assert smart_ca.outcome(asked.reference) == SignatureOutcome(state)


def test_a_transaction_id_is_good_once(smart_ca: HttpSmartCa) -> None:
    request = request_of(smart_ca)
    smart_ca.ask_signature(request)

    with pytest.raises(SigningRefused) as refusal:
        smart_ca.ask_signature(request)
    assert refusal.value.code == "TRANSACTION_ID_EXISTED"


def test_a_wrong_password_of_the_portal_is_refused(client: httpx.Client) -> None:
    with pytest.raises(SigningRefused) as refusal:
        HttpSmartCa(client, "sandbox", "wrong").certificates(CITIZEN)
    assert refusal.value.code == "SP_CREDENTIAL_INVALID"


def test_a_certificate_of_somebody_else_is_refused(smart_ca: HttpSmartCa) -> None:
    request = request_of(smart_ca)
    swapped = SignatureRequest(
        str(uuid4()), ENTERPRISE, request.certificate, request.digest, "text"
    )

    with pytest.raises(SigningRefused) as refusal:
        smart_ca.ask_signature(swapped)
    assert refusal.value.code == "CREDENTIAL_STATUS_INVALID"


def test_an_unknown_request_is_refused(smart_ca: HttpSmartCa) -> None:
    with pytest.raises(SigningRefused):
        smart_ca.outcome(str(uuid4()))


@pytest.fixture(params=["fake", "adapter"])
def broken(request: pytest.FixtureRequest) -> RemoteSigning:
    if request.param == "fake":
        return FakeRemoteSigning(is_down=True)
    smart_ca: HttpSmartCa = request.getfixturevalue("smart_ca")
    request.getfixturevalue("sandbox").switch("smart_ca", "down")
    return smart_ca


def test_a_service_that_is_down_is_unavailable(broken: RemoteSigning) -> None:
    calls: tuple[Callable[[], object], ...] = (
        lambda: broken.certificates(CITIZEN),
        lambda: broken.ask_signatures(
            BatchRequest("t1", CITIZEN, _certificate(), {"one": _digest()}, "")
        ),
        lambda: broken.outcome("reference"),
    )
    for call in calls:
        with pytest.raises(SystemUnavailable):
            call()


def test_garbage_is_unavailable_and_a_business_error_a_refusal(
    sandbox: SandboxProcess, smart_ca: HttpSmartCa
) -> None:
    sandbox.switch("smart_ca", "garbage")
    with pytest.raises(SystemUnavailable):
        smart_ca.certificates(CITIZEN)
    sandbox.switch("smart_ca", "error")
    with pytest.raises(SigningRefused):
        smart_ca.certificates(CITIZEN)


def test_another_site_cannot_confirm(
    sandbox: SandboxProcess, smart_ca: HttpSmartCa
) -> None:
    asked = smart_ca.ask_signature(request_of(smart_ca))

    done = httpx.post(
        f"{sandbox.url}/smart-ca/phone/{asked.reference}",
        data={"answer": "confirm"},
        headers={"Origin": "http://elsewhere.example"},
    )

    assert done.status_code == 403
    assert smart_ca.outcome(asked.reference).state is SigningState.WAITING


Reply = Callable[[httpx.Request], httpx.Response]


def spoken(reply: Reply) -> HttpSmartCa:
    transport = httpx.MockTransport(reply)
    client = httpx.Client(base_url="http://smart-ca.example", transport=transport)
    return HttpSmartCa(client, "id", "password")


@pytest.mark.parametrize("code", ["200", 200, " 200 "])
@pytest.mark.parametrize("status", [200, 400])
def test_success_is_told_by_the_body_as_number_or_text(
    code: object, status: int
) -> None:
    told = {"status_code": code, "message": "success", "data": None}

    smart_ca = spoken(lambda _request: httpx.Response(status, json=told))

    assert smart_ca.certificates(CITIZEN) == ()


@pytest.mark.parametrize("code", ["500", 503])
def test_a_service_that_failed_inside_is_unavailable(code: object) -> None:
    told = {"status_code": code, "message": "internal error"}

    with pytest.raises(SystemUnavailable):
        spoken(lambda _request: httpx.Response(200, json=told)).outcome("reference")


def test_what_is_sent_is_the_hash_and_never_the_text() -> None:
    heard: list[bytes] = []

    def reply(request: httpx.Request) -> httpx.Response:
        heard.append(request.content)
        return httpx.Response(200, json={"status_code": 200, "data": {}})

    request = SignatureRequest("t1", CITIZEN, _certificate(), _digest(), "description")
    asked = spoken(reply).ask_signature(request)

    assert asked.reference == "t1"
    assert _digest().hex().encode() in heard[0]
    assert TEXT not in heard[0]
    assert time.strftime("%Y").encode() in heard[0]


def _digest() -> bytes:
    return hashlib.sha256(TEXT).digest()


def _certificate() -> RemoteCertificate:
    return RemoteCertificate("serial", b"", ())
