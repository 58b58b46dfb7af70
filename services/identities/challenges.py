"""The challenges of this browser, and what their rows prove."""

import base64
from datetime import timedelta
from uuid import UUID

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from sqlmodel import select

from services.audit.record import record
from services.core.errors import NotFound
from services.identities.models import CertificateChallenge
from services.identities.read_holder import read_holder
from services.identities.views import CertificateProgress, ProvedCertificate
from services.integrations.remote_signing.port import SigningState
from services.work import Work

TO_SIGN = timedelta(minutes=5)
TO_USE = timedelta(minutes=30)  # a registration goes on with phone and password


def find_challenge(
    work: Work, challenge_id: UUID, locked: bool = False
) -> CertificateChallenge:
    """Return the challenge; another browser's is not there."""
    wanted = select(CertificateChallenge).where(
        CertificateChallenge.id == challenge_id,
        CertificateChallenge.browser == work.actor.browser,
    )
    if locked:
        wanted = wanted.with_for_update()
    row = work.session.exec(wanted).one_or_none() if work.actor.browser else None
    if row is None:
        raise NotFound("challenge")
    return row


def is_open(work: Work, row: CertificateChallenge) -> bool:
    """Tell whether a signature would still be taken."""
    is_waiting = row.state is SigningState.WAITING and row.used_at is None
    return is_waiting and work.now < row.expires_at


def proved_by(work: Work, row: CertificateChallenge) -> ProvedCertificate | None:
    """Return what the challenge proves: signed, without fault, fresh, not spent."""
    is_signed = row.state is SigningState.SIGNED and not row.fault
    if not is_signed or row.used_at is not None or work.now >= row.expires_at:
        return None
    certificate = x509.load_der_x509_certificate(base64.b64decode(row.certificate))
    return ProvedCertificate(
        challenge_id=row.id,
        way=row.way,
        holder=read_holder(certificate),
        fingerprint=certificate.fingerprint(SHA256()).hex(),
        serial_number=f"{certificate.serial_number:x}",
        issuer=certificate.issuer.rfc4514_string(),
        subject=certificate.subject.rfc4514_string(),
        valid_until=certificate.not_valid_after_utc,
        user=row.user,
    )


def progress_of(work: Work, row: CertificateChallenge) -> CertificateProgress:
    """Return what the page shows; a challenge nobody answered in time is over."""
    is_late = row.state is SigningState.WAITING and not is_open(work, row)
    return CertificateProgress(
        challenge_id=row.id,
        way=row.way,
        state=SigningState.EXPIRED if is_late else row.state,
        code_to_compare=row.code_to_compare,
        fault=row.fault,
        expires_at=row.expires_at,
        proved=proved_by(work, row),
    )


def keep_signature(
    work: Work, row: CertificateChallenge, certificate: bytes, fault: str
) -> None:
    """Note that the challenge was signed, and why the signature does not hold."""
    row.state, row.fault = SigningState.SIGNED, fault
    row.certificate = base64.b64encode(certificate).decode() if not fault else ""
    row.expires_at = work.now + TO_USE
    act = "certificate_refused" if fault else "certificate_proved"
    record(work, act, row.id, way=str(row.way), fault=fault)
