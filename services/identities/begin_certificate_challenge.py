"""Begin to prove oneself by a certificate: a text that is signed once."""

import base64
import secrets
from datetime import UTC
from urllib.parse import urlsplit

from services.accounts.keys import token_hash
from services.audit.record import record
from services.core.errors import Forbidden, RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_citizen_id, read_mobile, read_tax_code
from services.identities.challenge_limits import check_challenge_limits
from services.identities.challenges import TO_SIGN
from services.identities.models import CertificateChallenge, CertificateWay
from services.identities.views import ChallengeBegun
from services.settings import settings
from services.work import Work

LENGTHS_OF_TAX_CODES = (10, 13)  # one of 12 digits is a personal number


def begin_certificate_challenge(
    work: Work, way: CertificateWay, user: str = ""
) -> ChallengeBegun:
    """Keep a new challenge of this browser; `user` says whose phone will be asked.

    Nothing is sent yet. The text names portal, browser, way and moment, so a
    signature made for anything else is not taken for one of ours.
    """
    if not work.actor.browser:
        raise Forbidden("browser")
    asked = _user(way, user)
    check_challenge_limits(work, asked)
    row = CertificateChallenge(
        browser=work.actor.browser,
        way=way,
        challenge=base64.b64encode(_text(work, way)).decode(),
        user=asked,
        code_to_compare=_code(way),
        network_address=work.actor.address,
        created_at=work.now,
        expires_at=work.now + TO_SIGN,
    )
    work.session.add(row)
    work.session.flush()
    record(work, "begin_certificate_challenge", row.id, way=str(way))
    return ChallengeBegun(row.id, row.challenge, row.expires_at)


def _user(way: CertificateWay, text: str) -> str:
    """Read whose certificate is asked for; a token in the machine needs no name."""
    try:
        if way is CertificateWay.USB:
            return ""
        if way is CertificateWay.SIM:
            return read_mobile(text)
        digits = "".join(letter for letter in text if letter.isdigit())
        is_tax_code = len(digits) in LENGTHS_OF_TAX_CODES
        return read_tax_code(text) if is_tax_code else read_citizen_id(text)
    except Unreadable as unread:
        raise RuleViolation({"user": unread.key}) from None


def _text(work: Work, way: CertificateWay) -> bytes:
    """Return what is signed: readable, so that a signing program may show it."""
    lines = (
        "Dich vu cong: proof of identity, version 1",
        f"Portal: {urlsplit(settings().public_url).netloc}",
        f"Browser: {token_hash(work.actor.browser)[:32]}",
        f"Way: {way}",
        f"At: {work.now.astimezone(UTC).isoformat(timespec='seconds')}",
        f"Random: {secrets.token_hex(32)}",
    )
    return "\n".join(lines).encode("ascii")


def _code(way: CertificateWay) -> str:
    """Return what both screens show; a service with a code of its own replaces it."""
    is_ours = way is CertificateWay.SIM
    return f"{secrets.randbelow(10_000):04}" if is_ours else ""
