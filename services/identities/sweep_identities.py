"""Forget journeys nobody can come back from, and claims nobody chose."""

from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import col, select

from services.accounts.models import Registration
from services.core.errors import Forbidden
from services.identities.models import (
    CertificateChallenge,
    IdentityClaim,
    IdentityJourney,
)
from services.work import Work

KEPT = timedelta(days=1)  # somebody who comes back late is told so


def sweep_identities(work: Work) -> int:
    """Delete what is over; tell how many rows."""
    if not work.actor.is_system:
        raise Forbidden("system")
    work.session.flush()
    late = work.now - KEPT
    challenge = col(Registration.certificate_challenge_id)
    used = select(challenge).where(challenge.is_not(None))
    swept = (
        delete(IdentityJourney).where(col(IdentityJourney.expires_at) < late),
        delete(IdentityClaim).where(col(IdentityClaim.expires_at) < work.now),
        # Their limits count an hour back, and a proof is good for less.
        delete(CertificateChallenge).where(
            col(CertificateChallenge.expires_at) < late,
            col(CertificateChallenge.id).not_in(used),
        ),
    )
    connection = work.session.connection()
    return sum(connection.execute(each).rowcount for each in swept)
