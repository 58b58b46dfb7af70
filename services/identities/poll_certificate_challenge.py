"""Ask where a request on a person's phone stands, and judge what was signed."""

import base64
from dataclasses import dataclass
from uuid import UUID

from services.accounts.register import Opener
from services.audit.record import record
from services.identities.challenges import (
    find_challenge,
    is_open,
    keep_signature,
    progress_of,
)
from services.identities.judge_signature import SignedChallenge, judge_signature
from services.identities.models import CertificateWay
from services.identities.verify_certificate import GivenCertificate
from services.identities.views import CertificateProgress
from services.integrations.remote_signing.port import SigningState
from services.work import Work


@dataclass(frozen=True)
class _ToPoll:
    """A request that is on somebody's phone."""

    way: CertificateWay
    user: str
    reference: str
    challenge: bytes
    asked_for: GivenCertificate | None  # of remote signing: chosen before


@dataclass(frozen=True)
class _Outcome:
    """What became of it, and why a signature does not hold."""

    state: SigningState
    certificate: bytes = b""
    fault: str = ""


def poll_certificate_challenge(
    opener: Opener, challenge_id: UUID
) -> CertificateProgress:
    """Return where the challenge stands; the services are asked in no transaction.

    A challenge is judged once: what was kept first stands, however many tabs
    ask. SystemUnavailable leaves it open, and the next question may succeed.
    """
    to_poll, progress = opener(_look, challenge_id)
    if to_poll is None:
        return progress
    outcome = opener(_ask, to_poll)
    if outcome.state is SigningState.WAITING:
        return progress
    return opener(_keep, challenge_id, outcome)


def _look(work: Work, challenge_id: UUID) -> tuple[_ToPoll | None, CertificateProgress]:
    row = find_challenge(work, challenge_id)
    progress = progress_of(work, row)
    if not is_open(work, row) or not row.reference:
        return None, progress
    asked_for = GivenCertificate(
        base64.b64decode(row.certificate),
        tuple(base64.b64decode(each) for each in row.chain),
    )
    to_poll = _ToPoll(
        row.way,
        row.user,
        row.reference,
        base64.b64decode(row.challenge),
        asked_for if row.certificate else None,
    )
    return to_poll, progress


def _ask(work: Work, to_poll: _ToPoll) -> _Outcome:
    """Ask the service, then the authorities; the session stays untouched (OB-1)."""
    if to_poll.asked_for is not None:
        answered = work.systems.smart_ca.outcome(to_poll.reference)
        state, signature = answered.state, answered.signature
        # Whatever the service says: only the certificate that was asked for counts.
        given, user = to_poll.asked_for, to_poll.user
    else:
        signed = work.systems.sim_signing.outcome(to_poll.reference)
        state, signature = signed.state, signed.signature
        given, user = GivenCertificate(signed.certificate, signed.chain), ""
    if state is not SigningState.SIGNED:
        return _Outcome(state)
    judged = SignedChallenge(to_poll.challenge, given, signature, user)
    return _Outcome(state, given.certificate, judge_signature(work, judged))


def _keep(work: Work, challenge_id: UUID, outcome: _Outcome) -> CertificateProgress:
    row = find_challenge(work, challenge_id, locked=True)
    if is_open(work, row):
        if outcome.state is SigningState.SIGNED:
            keep_signature(work, row, outcome.certificate, outcome.fault)
        else:
            row.state = outcome.state
            record(work, "certificate_not_signed", row.id, str(outcome.state))
    return progress_of(work, row)
