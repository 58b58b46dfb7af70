"""Judge the digital signatures of a PDF: whole, trusted, in force (R19)."""

import json
import tempfile
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from cryptography import x509
from cryptography.x509.oid import NameOID
from pydantic import ValidationError

from services.core.errors import SystemUnavailable
from services.files.child import run_child
from services.files.models import SignatureVerdict
from services.files.verdicts import FileLimits
from services.identities.certificate_faults import CertificateFault, CertificateRefused
from services.identities.verify_certificate import GivenCertificate, verify_certificate
from services.integrations.certificate_authorities.port import CertificateAuthorities
from services.signatures.signature_child import BROKEN, FOUND, Found

CHILD = "services.signatures.signature_child"
ANSWER_BYTES = 1 << 20
CHANGED = "signature_changed"  # key of a sentence, beside those of a certificate
LONGEST_NAME = 200
# An expired certificate may have been in force when it signed; only a time stamp
# could tell, and few papers carry one.
DOUBTS = frozenset({CertificateFault.EXPIRED})


@dataclass(frozen=True)
class SignatureFacts:
    """What is written down of a file's signatures, taken together."""

    verdict: SignatureVerdict
    fault: str = ""
    signer: str = ""
    signed_at: datetime | None = None


def judge_signatures(
    data: bytes, authorities: CertificateAuthorities, now: datetime
) -> SignatureFacts:
    """Return one verdict for all: the first fault decides, then the first doubt.

    Waits for other systems, so no transaction may be open around it (OB-1). An
    authority that is not known here is a fault that says so.
    """
    judged = [_judge(each, authorities, now) for each in read_signatures(data)]
    for state in (
        SignatureVerdict.INVALID,
        SignatureVerdict.UNREACHED,
        SignatureVerdict.UNCERTAIN,
    ):
        if found := [each for each in judged if each.verdict is state]:
            return found[0]
    names = dict.fromkeys(each.signer for each in judged)
    moments = [each.signed_at for each in judged if each.signed_at]
    return SignatureFacts(
        SignatureVerdict.VALID,
        signer=", ".join(names)[:LONGEST_NAME],
        signed_at=max(moments, default=None),
    )


def read_signatures(data: bytes) -> Sequence[Found]:
    """Return the signatures as the child reads them; never none."""
    limits = FileLimits()
    task = json.dumps(asdict(limits) | {"kinds": []})
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as answer:
        source.write(data)
        source.seek(0)
        arguments = [str(ANSWER_BYTES), task]
        if run_child(CHILD, arguments, (source, answer), limits.seconds):
            return (BROKEN,)
        answer.seek(0)
        try:
            return FOUND.validate_json(answer.read(ANSWER_BYTES)) or (BROKEN,)
        except ValidationError:
            return (BROKEN,)


def _judge(
    found: Found, authorities: CertificateAuthorities, now: datetime
) -> SignatureFacts:
    given = GivenCertificate(
        b64decode(found.certificate), tuple(b64decode(each) for each in found.chain)
    )
    signer, at = _name(given.certificate), found.signed_at
    try:
        if not found.is_whole:
            raise CertificateRefused(CertificateFault.SIGNATURE_WRONG)
        if found.is_changed:
            return SignatureFacts(SignatureVerdict.INVALID, CHANGED, signer, at)
        verify_certificate(authorities, given, now)
    except CertificateRefused as refused:
        doubt = refused.fault in DOUBTS
        state = SignatureVerdict.UNCERTAIN if doubt else SignatureVerdict.INVALID
        return SignatureFacts(state, str(refused.fault), signer, at)
    except SystemUnavailable:
        return SignatureFacts(SignatureVerdict.UNREACHED, "", signer, at)
    return SignatureFacts(SignatureVerdict.VALID, "", signer, at)


def _name(certificate: bytes) -> str:
    """Return who signs in the certificate's own words; empty when unreadable."""
    try:
        subject = x509.load_der_x509_certificate(certificate).subject
    except ValueError:
        return ""
    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        for part in subject.get_attributes_for_oid(kind):
            return " ".join(str(part.value).split())[:LONGEST_NAME]
    return ""
