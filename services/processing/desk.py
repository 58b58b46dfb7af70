"""The queues of the desk (bàn làm việc), as conditions the database can answer."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, exists, func, null, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col

from services.dossiers.models import Dossier, DossierStatus
from services.processing.models import DossierStep, StepState
from services.work import Actor, Role


class DeskQueue(StrEnum):
    """The queues an officer may look at (O02)."""

    NEW = "new"  # Mới đăng ký
    MINE = "mine"  # Chờ tôi xử lý
    RUNNING = "running"  # Đang xử lý
    SUPPLEMENT = "supplement"  # Chờ bổ sung: the person's turn
    AWAITING_PAYMENT = "awaiting_payment"  # Chờ thanh toán: the person's turn
    SIGN = "sign"  # Trình ký: the step under way is a leader's
    READY = "ready"  # Chờ trả kết quả
    RETURNED = "returned"  # Đã trả kết quả
    ENDED = "ended"  # Từ chối, dừng, rút
    OVERDUE = "overdue"  # Quá hạn
    OWED = "owed"  # what the office has to do, whoever has it
    WHOLE = "whole_unit"  # every dossier of the unit: where a search looks further


class QueueSort(StrEnum):
    """The only orders a queue may be asked for (IN-5)."""

    TIME_LEFT = "time_left"
    SUBMITTED = "submitted"
    CODE = "code"


RUNNING = (DossierStatus.RECEIVED, DossierStatus.PROCESSING)
OWED = (DossierStatus.SUBMITTED, *RUNNING)
PEOPLES_TURN = (DossierStatus.SUPPLEMENT, DossierStatus.AWAITING_PAYMENT)
ENDED = (DossierStatus.REFUSED, DossierStatus.STOPPED, DossierStatus.WITHDRAWN)
OPEN = (*OWED, *PEOPLES_TURN, DossierStatus.RESULT_READY)
# What only grows: its counts stop at a limit, its lists begin with the latest.
CLOSED = frozenset({DeskQueue.RETURNED, DeskQueue.ENDED, DeskQueue.WHOLE})


def of_agency(agency_id: UUID) -> ColumnElement[bool]:
    """Limit to what was handed in to this agency; drafts are nobody's but their own.

    An interlinked declaration is worked on in its legs, so it stands in no queue.
    """
    return and_(
        col(Dossier.agency_id) == agency_id,
        col(Dossier.status) != DossierStatus.DRAFT,
        ~col(Dossier.is_bundle),
    )


def is_current_step() -> ColumnElement[bool]:
    """Join a dossier to the one step under way."""
    return and_(
        col(DossierStep.dossier_id) == Dossier.id,
        col(DossierStep.state) == StepState.CURRENT,
    )


def deadline() -> ColumnElement[datetime]:
    """Return what counts down now: reception, the step, the promise.

    While something is asked for the office's clock stands still, and the person's
    deadline counts instead; nothing counts down while a payment is awaited.
    """
    return case(
        (col(Dossier.status) == DossierStatus.SUBMITTED, col(Dossier.receive_by)),
        (
            col(Dossier.status) == DossierStatus.PROCESSING,
            func.coalesce(DossierStep.due_at, Dossier.due_at),
        ),
        (col(Dossier.status) == DossierStatus.SUPPLEMENT, col(Dossier.supplement_by)),
        (col(Dossier.status) == DossierStatus.AWAITING_PAYMENT, null()),
        else_=col(Dossier.due_at),
    )


def conditions(actor: Actor, now: datetime) -> Mapping[DeskQueue, ColumnElement[bool]]:
    """Return what puts a dossier, joined to its current step, into each queue."""
    status = col(Dossier.status)
    return {
        DeskQueue.NEW: status == DossierStatus.SUBMITTED,
        DeskQueue.MINE: and_(
            status.in_(OPEN),
            status.not_in(PEOPLES_TURN),
            or_(col(DossierStep.holder_id) == actor.account_id, is_free(actor)),
        ),
        DeskQueue.RUNNING: status.in_(RUNNING),
        DeskQueue.SUPPLEMENT: status == DossierStatus.SUPPLEMENT,
        DeskQueue.AWAITING_PAYMENT: status == DossierStatus.AWAITING_PAYMENT,
        DeskQueue.SIGN: and_(
            status == DossierStatus.PROCESSING,
            col(DossierStep.role) == Role.APPROVER,
        ),
        DeskQueue.READY: status == DossierStatus.RESULT_READY,
        DeskQueue.RETURNED: status == DossierStatus.RETURNED,
        DeskQueue.ENDED: status.in_(ENDED),
        DeskQueue.OVERDUE: is_late(now),
        DeskQueue.OWED: status.in_(OWED),
        DeskQueue.WHOLE: true(),
    }


def is_late(now: datetime) -> ColumnElement[bool]:
    """Match what the office owes and has not done in time, joined to its step."""
    return and_(col(Dossier.status).in_(OWED), deadline() < now)


def is_free(actor: Actor) -> ColumnElement[bool]:
    """Match a current step nobody holds and this officer may take (AZ-9)."""
    other = aliased(DossierStep)
    is_approval = col(DossierStep.role) == Role.APPROVER
    is_crossed = exists().where(
        col(other.dossier_id) == Dossier.id,
        (col(other.role) == Role.APPROVER) != is_approval,
        or_(
            col(other.holder_id) == actor.account_id,
            col(other.done_by_id) == actor.account_id,
            col(other.hands).contains([str(actor.account_id)]),
        ),
    )
    return and_(
        col(DossierStep.holder_id).is_(None),
        col(DossierStep.role).in_([str(role) for role in actor.roles]),
        ~is_crossed,
    )
