"""Remove what has served its purpose; run by the worker."""

from datetime import datetime, timedelta

from sqlalchemy import Delete, delete, exists
from sqlmodel import and_, col, or_, select

from services.accounts.failures import FORGOTTEN_AFTER
from services.accounts.models import (
    CodeRequest,
    ContactChange,
    OneTimeCode,
    PendingSignIn,
    PictureCode,
    RecoverySlip,
    Registration,
    SignInFailures,
    SolvedChallenge,
    TabBinding,
)
from services.accounts.registrations import KEPT
from services.core.errors import Forbidden
from services.work import Work

TABS_KEPT = timedelta(days=2)
SLIPS_KEPT = timedelta(days=30)  # who asked stays in the trail


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
            col(Registration.id).not_in(
                select(OneTimeCode.registration_id).where(
                    col(OneTimeCode.registration_id).is_not(None)
                )
            ),
        ),
        *_wishes(now),
    )
    work.session.flush()
    connection = work.session.connection()
    return sum(connection.execute(each).rowcount for each in swept)


def _wishes(now: datetime) -> tuple[Delete, ...]:
    """Return what removes codes asked for by wish, their wishes, and old slips."""
    return (
        delete(OneTimeCode).where(
            col(OneTimeCode.request_id).is_not(None),
            col(OneTimeCode.sent_at) < now - KEPT,
        ),
        delete(CodeRequest).where(
            col(CodeRequest.created_at) < now - 2 * KEPT,
            ~exists().where(col(OneTimeCode.request_id) == col(CodeRequest.id)),
            ~exists().where(
                or_(
                    col(ContactChange.new_request_id) == col(CodeRequest.id),
                    col(ContactChange.present_request_id) == col(CodeRequest.id),
                )
            ),
        ),
        delete(RecoverySlip).where(col(RecoverySlip.expires_at) < now - SLIPS_KEPT),
    )
