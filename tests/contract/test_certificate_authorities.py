"""Roots, revocation lists and OCSP over HTTP, and only where they may be asked."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from services.core.errors import SystemUnavailable
from services.integrations.certificate_authorities.adapter import (
    HttpCertificateAuthorities,
)
from services.integrations.transport import build_client
from tests.sandbox_process import SandboxProcess

Authorities = Callable[..., HttpCertificateAuthorities]


@pytest.fixture
def authorities(sandbox: SandboxProcess) -> Iterator[Authorities]:
    """Return a function that makes the adapter; its hosts are the sandbox's."""
    with build_client(f"{sandbox.url}/ca", 2) as client:

        def make(
            roots: str = f"{sandbox.url}/ca/root.pem",
            hosts: tuple[str, ...] = (f"127.0.0.1:{sandbox.port}",),
        ) -> HttpCertificateAuthorities:
            return HttpCertificateAuthorities(client, roots, hosts)

        yield make


def issuing(sandbox: SandboxProcess) -> x509.Certificate:
    answer = httpx.get(f"{sandbox.url}/ca/issuing.cer")
    return x509.load_der_x509_certificate(answer.content)


def test_the_root_of_an_address_signed_who_issues(
    sandbox: SandboxProcess, authorities: Authorities
) -> None:
    (root,) = authorities().roots()

    issuing(sandbox).verify_directly_issued_by(x509.load_der_x509_certificate(root))


def test_roots_come_from_a_file_as_well(
    sandbox: SandboxProcess, authorities: Authorities, tmp_path: Path
) -> None:
    pem = tmp_path / "roots.pem"
    pem.write_bytes(httpx.get(f"{sandbox.url}/ca/root.pem").content * 2)

    assert authorities(str(pem)).roots() == authorities().roots() * 2


def test_a_file_that_is_missing_or_no_pem_is_unavailable(
    authorities: Authorities, tmp_path: Path
) -> None:
    (tmp_path / "broken.pem").write_text("no certificate")

    for name in ("missing.pem", "broken.pem"):
        with pytest.raises(SystemUnavailable):
            authorities(str(tmp_path / name)).roots()


def test_roots_are_kept_while_the_authority_is_down(
    sandbox: SandboxProcess, authorities: Authorities
) -> None:
    asked = authorities()
    roots = asked.roots()
    sandbox.switch("ca", "down")

    assert asked.roots() == roots
    with pytest.raises(SystemUnavailable):
        authorities().roots()


def test_a_list_is_read_and_kept_until_the_next_one(
    sandbox: SandboxProcess, authorities: Authorities
) -> None:
    asked = authorities()
    address = f"{sandbox.url}/ca/issuing.crl"

    found = asked.revocation_list(address)
    sandbox.switch("ca", "down")

    read = x509.load_der_x509_crl(found)
    assert len(list(read)) == 2  # a citizen, and an officer of the scenario
    assert asked.revocation_list(address) == found


def test_an_ocsp_answer_repeats_the_number_used_once(
    sandbox: SandboxProcess, authorities: Authorities
) -> None:
    issuer = issuing(sandbox)
    revoked = next(
        iter(
            x509.load_der_x509_crl(
                authorities().revocation_list(f"{sandbox.url}/ca/issuing.crl")
            )
        )
    ).serial_number
    question = ocsp.OCSPRequestBuilder().add_certificate_by_hash(
        _hash(issuer.subject.public_bytes()), _key_hash(issuer), revoked, SHA1()
    )
    asked = question.add_extension(x509.OCSPNonce(b"once"), False).build()

    answer = ocsp.load_der_ocsp_response(
        authorities().ask_status(
            f"{sandbox.url}/ca/ocsp", asked.public_bytes(Encoding.DER)
        )
    )

    assert answer.certificate_status is ocsp.OCSPCertStatus.REVOKED
    nonce = answer.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce
    assert nonce == b"once"


def _hash(content: bytes) -> bytes:
    return hashlib.sha1(content, usedforsecurity=False).digest()


def _key_hash(certificate: x509.Certificate) -> bytes:
    return x509.SubjectKeyIdentifier.from_public_key(certificate.public_key()).digest


@pytest.mark.parametrize(
    "address",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://localhost:5432/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/list.crl",
        "ldap://127.0.0.1/cn=list",
        "http://127.0.0.1:1@{host}/ca/issuing.crl",
        "http://{host}@169.254.169.254/ca/issuing.crl",
        "http://{host}.example.vn/ca/issuing.crl",
        "http://127.0.0.1:99999999/ca/issuing.crl",
        "http://[::1/ca/issuing.crl",
        "/ca/issuing.crl",
        "",
    ],
)
def test_an_address_of_another_host_is_never_asked(
    sandbox: SandboxProcess, authorities: Authorities, address: str
) -> None:
    host = f"127.0.0.1:{sandbox.port}"
    asked = authorities()

    with pytest.raises(SystemUnavailable):
        asked.revocation_list(address.format(host=host))
    with pytest.raises(SystemUnavailable):
        asked.ask_status(address.format(host=host), b"question")


@pytest.mark.parametrize("mode", ["down", "garbage", "error"])
def test_a_list_that_is_none_is_unavailable(
    sandbox: SandboxProcess, authorities: Authorities, mode: str
) -> None:
    sandbox.switch("ca", mode)

    with pytest.raises(SystemUnavailable):
        authorities().revocation_list(f"{sandbox.url}/ca/issuing.crl")
