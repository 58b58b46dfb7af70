"""Ask for a signature on a person's phone: by remote signing, or by the SIM card."""

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path
from string import Template
from uuid import UUID

from services.accounts.register import Opener
from services.audit.record import record
from services.core.errors import NotFound, ServiceError
from services.identities.certificate_faults import CertificateFault
from services.identities.challenges import find_challenge, is_open, progress_of
from services.identities.choose_certificate import choose_certificate
from services.identities.models import CertificateWay
from services.identities.views import CertificateProgress
from services.integrations.mobile_signing.port import MobileSignatureRequest
from services.integrations.remote_signing.port import (
    RemoteCertificate,
    SignatureRequest,
    SigningState,
)
from services.work import Work

DESCRIPTION = Path(__file__).with_name("signature_request.txt")


@dataclass(frozen=True)
class _ToAsk:
    """A request that goes out now, and only now."""

    challenge_id: UUID
    way: CertificateWay
    user: str
    challenge: bytes
    code: str


@dataclass(frozen=True)
class _Asked:
    """What the service said; without a reference there was nobody to ask."""

    reference: str = ""
    code: str = ""
    certificate: RemoteCertificate | None = None


def ask_remote_signature(opener: Opener, challenge_id: UUID) -> CertificateProgress:
    """Send the request once, in no transaction; a second press shows where it stands.

    The row says first that it was asked: a request whose answer was lost is
    never sent again, since its transaction id must not be used twice.
    """
    to_ask = opener(_claim, challenge_id)
    if to_ask is None:
        return opener(_stand, challenge_id)
    try:
        asked = opener(_ask, to_ask)
    except ServiceError:
        opener(_give_up, challenge_id)
        raise
    return opener(_keep, challenge_id, asked)


def _claim(work: Work, challenge_id: UUID) -> _ToAsk | None:
    row = find_challenge(work, challenge_id, locked=True)
    if row.way is CertificateWay.USB:
        raise NotFound("challenge")
    if row.asked_at is not None or not is_open(work, row):
        return None
    row.asked_at = work.now
    record(work, "ask_remote_signature", row.id, way=str(row.way))
    challenge = base64.b64decode(row.challenge)
    return _ToAsk(row.id, row.way, row.user, challenge, row.code_to_compare)


def _stand(work: Work, challenge_id: UUID) -> CertificateProgress:
    return progress_of(work, find_challenge(work, challenge_id))


def _ask(work: Work, to_ask: _ToAsk) -> _Asked:
    """Put the request; the session stays untouched (OB-1)."""
    shown = _description(work.province.name, to_ask.code)
    if to_ask.way is CertificateWay.SIM:
        request = MobileSignatureRequest(
            str(to_ask.challenge_id), to_ask.user, to_ask.challenge, shown
        )
        reference = work.systems.sim_signing.ask_signature(request)
        return _Asked(reference, to_ask.code)
    held = work.systems.smart_ca.certificates(to_ask.user)
    chosen = choose_certificate(held, to_ask.user)
    if chosen is None:
        return _Asked()
    sent = work.systems.smart_ca.ask_signature(
        SignatureRequest(
            transaction_id=str(to_ask.challenge_id),
            user_id=to_ask.user,
            certificate=chosen,
            digest=hashlib.sha256(to_ask.challenge).digest(),
            description=shown,
        )
    )
    return _Asked(sent.reference, sent.code_to_compare, chosen)


def _description(province: str, code: str) -> str:
    """Return what stands on the phone; a service's own code stands there anyway."""
    lines = DESCRIPTION.read_text("utf-8").splitlines()
    shown = " ".join(lines if code else lines[:1])
    return Template(shown).substitute(province=province, code=code)


def _keep(work: Work, challenge_id: UUID, asked: _Asked) -> CertificateProgress:
    row = find_challenge(work, challenge_id, locked=True)
    if asked.reference:
        row.reference, row.code_to_compare = asked.reference, asked.code
    else:
        row.state, row.fault = SigningState.REFUSED, CertificateFault.NONE_HELD
    if asked.certificate:
        encoded = base64.b64encode(asked.certificate.certificate).decode()
        row.certificate = encoded
        row.chain = [base64.b64encode(e).decode() for e in asked.certificate.chain]
    return progress_of(work, row)


def _give_up(work: Work, challenge_id: UUID) -> None:
    """End a challenge that nobody was asked for; a new one may be begun at once."""
    row = find_challenge(work, challenge_id, locked=True)
    row.state, row.used_at = SigningState.EXPIRED, work.now
