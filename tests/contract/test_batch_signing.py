"""Several hashes, one press: the fake and SmartCA's adapter before a running sandbox."""

import hashlib
from collections.abc import Iterator
from uuid import uuid4

import httpx
import pytest
from cryptography import x509

from services.identities.verify_signature import verify_signature
from services.integrations.remote_signing.adapter import HttpSmartCa
from services.integrations.remote_signing.port import (
    BatchRequest,
    RemoteSigning,
    SignatureOutcome,
    SigningRefused,
    SigningState,
)
from services.integrations.transport import build_client
from tests.contract.test_remote_signing import CITIZEN, on_phone, press
from tests.fakes import FakeRemoteSigning
from tests.sandbox_process import SandboxProcess


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/smart-ca", 2) as client:
        yield client


@pytest.fixture
def smart_ca(client: httpx.Client) -> HttpSmartCa:
    return HttpSmartCa(client, "sandbox", "sandbox")


TEXTS = {"first": b"one result", "second": b"another", "third": b"a third"}


def batch_of(service: RemoteSigning, user_id: str = CITIZEN) -> BatchRequest:
    return BatchRequest(
        transaction_id=str(uuid4()),
        user_id=user_id,
        certificate=service.certificates(user_id)[0],
        digests={name: hashlib.sha256(text).digest() for name, text in TEXTS.items()},
        description="Ký 3 kết quả",
    )


@pytest.mark.parametrize("left_out", [set(), {"second"}])
def test_several_hashes_are_signed_with_one_press_but_for_what_is_left_out(
    sandbox: SandboxProcess, smart_ca: HttpSmartCa, left_out: set[str]
) -> None:
    request = batch_of(smart_ca)

    asked = smart_ca.ask_signatures(request)
    shown = on_phone(sandbox, asked.reference)
    press(sandbox, asked.reference, "confirm", *left_out)
    outcome = smart_ca.outcome(asked.reference)

    assert shown["documents"].split() == list(TEXTS)
    assert outcome.state is SigningState.SIGNED
    assert outcome.signatures.keys() == TEXTS.keys() - left_out
    certificate = x509.load_der_x509_certificate(request.certificate.certificate)
    for name, signature in outcome.signatures.items():
        verify_signature(certificate, TEXTS[name], signature)


def test_leaving_every_document_out_is_a_refusal(
    sandbox: SandboxProcess, smart_ca: HttpSmartCa
) -> None:
    asked = smart_ca.ask_signatures(batch_of(smart_ca))
    press(sandbox, asked.reference, "confirm", *TEXTS)
    assert smart_ca.outcome(asked.reference) == SignatureOutcome(SigningState.REFUSED)


@pytest.fixture(params=["fake", "adapter"])
def working(request: pytest.FixtureRequest) -> RemoteSigning:
    smart_ca: HttpSmartCa = request.getfixturevalue("smart_ca")
    if request.param == "adapter":
        return smart_ca
    return FakeRemoteSigning({CITIZEN: smart_ca.certificates(CITIZEN)})


def test_a_batch_waits_on_the_phone_and_its_id_is_good_once(
    working: RemoteSigning,
) -> None:
    request = batch_of(working)

    asked = working.ask_signatures(request)

    assert asked.code_to_compare
    assert working.outcome(asked.reference).state is SigningState.WAITING
    with pytest.raises(SigningRefused) as refusal:
        working.ask_signatures(request)
    assert refusal.value.code == "TRANSACTION_ID_EXISTED"
