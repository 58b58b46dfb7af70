"""Remove what has served its purpose; run by the worker."""

from datetime import timedelta

from sqlalchemy import delete
from sqlmodel import and_, col, select

from services.accounts.failures import FORGOTTEN_AFTER
from services.accounts.models import (
    OneTimeCode,
    PendingSignIn,
    PictureCode,
    Registration,
    SignInFailures,
    SolvedChallenge,
    TabBinding,
)
from services.accounts.registrations import KEPT
from services.core.errors import Forbidden
from services.work import Work

TABS_KEPT = timedelta(days=2)


def sweep_expired(work: Work) -> int:
    """Delete spent proofs, unused tabs and unfinished registrations; tell how many.

    A day is kept of everything that a limit counts. Personal data of people
    who never finished registering goes with their registration.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    now = work.now
    is_stale = and_(
        col(Registration.created_at) < now - KEPT,
        col(Registration.finished_at).is_(None),
    )
    swept = (
        delete(PictureCode).where(col(PictureCode.expires_at) < now),
        delete(SolvedChallenge).where(col(SolvedChallenge.expires_at) < now),
        delete(PendingSignIn).where(col(PendingSignIn.expires_at) < now),
        delete(TabBinding).where(col(TabBinding.bound_at) < now - TABS_KEPT),
        delete(SignInFailures).where(
            col(SignInFailures.last_failed_at) < now - FORGOTTEN_AFTER
        ),
        delete(OneTimeCode).where(
            col(OneTimeCode.registration_id).in_(
                select(Registration.id).where(is_stale)
            ),
            col(OneTimeCode.sent_at) < now - KEPT,
        ),
        delete(Registration).where(
            is_stale,
            col(Registration.id).not_in(select(OneTimeCode.registration_id)),
        ),
    )
    work.session.flush()
    connection = work.session.connection()
    return sum(connection.execute(each).rowcount for each in swept)
