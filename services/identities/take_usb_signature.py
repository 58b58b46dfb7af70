"""Take the signature a USB token made through the signing program (USB ký số)."""

import base64
import binascii
from uuid import UUID

from services.accounts.register import Opener
from services.core.errors import NotFound
from services.identities.certificate_faults import CertificateFault
from services.identities.challenges import (
    find_challenge,
    is_open,
    keep_signature,
    progress_of,
)
from services.identities.judge_signature import SignedChallenge, judge_signature
from services.identities.models import CertificateWay
from services.identities.verify_certificate import (
    LONGEST_CERTIFICATE,
    LONGEST_CHAIN,
    GivenCertificate,
)
from services.identities.verify_signature import LONGEST_SIGNATURE
from services.identities.views import CertificateProgress, UsbSignature
from services.work import Work


def take_usb_signature(
    opener: Opener, challenge_id: UUID, signed: UsbSignature
) -> CertificateProgress:
    """Judge the signature, in no transaction; a wrong one spends the challenge.

    SystemUnavailable, when nobody tells of revocation, leaves the challenge
    open: the same signature may be handed in again.
    """
    challenge = opener(_challenge, challenge_id)
    if challenge is None:
        return opener(_stand, challenge_id)
    read = _read(challenge, signed)
    fault = opener(judge_signature, read) if read else CertificateFault.UNREADABLE
    certificate = read.given.certificate if read else b""
    return opener(_keep, challenge_id, certificate, fault)


def _challenge(work: Work, challenge_id: UUID) -> bytes | None:
    row = find_challenge(work, challenge_id)
    if row.way is not CertificateWay.USB:
        raise NotFound("challenge")
    return base64.b64decode(row.challenge) if is_open(work, row) else None


def _stand(work: Work, challenge_id: UUID) -> CertificateProgress:
    return progress_of(work, find_challenge(work, challenge_id))


def _read(challenge: bytes, signed: UsbSignature) -> SignedChallenge | None:
    """Decode what a browser sent, or nothing when it is too long or no base64."""
    if len(signed.chain) > LONGEST_CHAIN:
        return None
    try:
        given = GivenCertificate(
            _bytes(signed.certificate, LONGEST_CERTIFICATE),
            tuple(_bytes(each, LONGEST_CERTIFICATE) for each in signed.chain),
        )
        signature = _bytes(signed.signature, LONGEST_SIGNATURE)
    except (binascii.Error, ValueError):
        return None
    return SignedChallenge(challenge, given, signature)


def _bytes(text: str, longest: int) -> bytes:
    if len(text) > 2 * longest:
        raise ValueError
    return base64.b64decode(text, validate=True)


def _keep(
    work: Work, challenge_id: UUID, certificate: bytes, fault: str
) -> CertificateProgress:
    row = find_challenge(work, challenge_id, locked=True)
    if is_open(work, row):
        keep_signature(work, row, certificate, fault)
    return progress_of(work, row)
