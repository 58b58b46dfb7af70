"""What a signed challenge proves, for whoever goes on with it: it opens one door."""

from uuid import UUID

from services.audit.record import record
from services.core.errors import RuleViolation
from services.identities.challenges import find_challenge, proved_by
from services.identities.views import ProvedCertificate
from services.work import Work


def proved_certificate(work: Work, challenge_id: UUID) -> ProvedCertificate | None:
    """Return the certificate this browser proved, while the proof is good."""
    return proved_by(work, find_challenge(work, challenge_id))


def spend_challenge(work: Work, challenge_id: UUID) -> ProvedCertificate:
    """Return the certificate and use the proof up, in the caller's transaction."""
    row = find_challenge(work, challenge_id, locked=True)
    proved = proved_by(work, row)
    if proved is None:
        raise RuleViolation({"certificate": "certificate_proof_spent"})
    row.used_at = work.now
    record(work, "spend_certificate_challenge", row.id, way=str(row.way))
    return proved
