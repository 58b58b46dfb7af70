"""What the sandbox's tokens sign, judged with its own authority over real HTTP."""

import base64
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from cryptography import x509

from services.core.clock import now
from services.core.errors import SystemUnavailable
from services.identities.certificate_faults import CertificateRefused
from services.identities.read_holder import read_holder
from services.identities.verify_certificate import GivenCertificate, verify_certificate
from services.identities.verify_signature import verify_signature
from services.identities.views import CertificateHolder
from services.integrations.certificate_authorities.adapter import (
    HttpCertificateAuthorities,
)
from services.integrations.transport import build_client
from tests.sandbox_process import SandboxProcess

CHALLENGE = b"Portal: localhost:3000\nRandom: 00"


@pytest.fixture
def authorities(sandbox: SandboxProcess) -> Iterator[HttpCertificateAuthorities]:
    with build_client(f"{sandbox.url}/ca", 3) as client:
        host = f"127.0.0.1:{sandbox.port}"
        roots = f"{sandbox.url}/ca/root.pem"
        yield HttpCertificateAuthorities(client, roots, {host})


def signed_by(sandbox: SandboxProcess, token: str) -> dict[str, Any]:
    """Return what the signing program answers when this token is opened."""
    window = f"{sandbox.url}/local-signer/window"
    body = {"challenge": base64.b64encode(CHALLENGE).decode()}
    address = f"{sandbox.url}/local-signer/auth"
    origin = {"Origin": "http://localhost:3000"}
    with ThreadPoolExecutor(1) as page:
        answer = page.submit(
            lambda: httpx.post(address, json=body, headers=origin, timeout=20)
        )
        while not (rows := httpx.get(f"{window}.json").json()):
            time.sleep(0.05)
        httpx.post(f"{window}/{rows[0]['id']}", data={"token": token, "pin": "123456"})
        found: dict[str, Any] = answer.result(20).json()
    return found


def judge(
    authorities: HttpCertificateAuthorities, answer: dict[str, Any]
) -> CertificateHolder:
    given = GivenCertificate(
        base64.b64decode(answer["certificate"]),
        tuple(base64.b64decode(each) for each in answer["chain"]),
    )
    certificate = x509.load_der_x509_certificate(given.certificate)
    verify_signature(certificate, CHALLENGE, base64.b64decode(answer["signature"]))
    return read_holder(verify_certificate(authorities, given, now()))


@pytest.mark.parametrize(
    ("token", "holder"),
    [
        (
            "mai-huong",
            CertificateHolder("Nguyễn Thị Mai Hương", "999190000001", "", ""),
        ),
        (
            "gao-sach",
            CertificateHolder(
                "Phạm Thị Thu",
                "999184000015",
                "9990000018",
                "Công ty TNHH Gạo Sạch Đồng Bằng",
            ),
        ),
        (
            "trung-tam-y-te",
            CertificateHolder("", "", "9990000025", "Trung tâm Y tế Thử Nghiệm"),
        ),
    ],
)
def test_a_good_token_names_its_holder(
    sandbox: SandboxProcess,
    authorities: HttpCertificateAuthorities,
    token: str,
    holder: CertificateHolder,
) -> None:
    assert judge(authorities, signed_by(sandbox, token)) == holder


@pytest.mark.parametrize(
    ("token", "fault"),
    [
        ("thu-hoi", "certificate_revoked"),
        ("het-han", "certificate_expired"),
        ("sai-muc-dich", "certificate_purpose"),
        ("ma-hoa", "certificate_purpose"),
        ("noi-cap-la", "certificate_untrusted"),
    ],
)
def test_a_token_that_is_no_good_is_refused_with_its_reason(
    sandbox: SandboxProcess,
    authorities: HttpCertificateAuthorities,
    token: str,
    fault: str,
) -> None:
    with pytest.raises(CertificateRefused) as refusal:
        judge(authorities, signed_by(sandbox, token))
    assert refusal.value.fault == fault


def test_nothing_is_taken_while_nobody_tells_of_revocation(
    sandbox: SandboxProcess, authorities: HttpCertificateAuthorities
) -> None:
    authorities.roots()
    sandbox.switch("ca", "down")

    with pytest.raises(SystemUnavailable):
        judge(authorities, signed_by(sandbox, "mai-huong"))
