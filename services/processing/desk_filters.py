"""What an officer may narrow a queue by, as conditions the database can answer."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, false, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from services.accounts.models import Account, AccountStatus
from services.accounts.officer_models import OfficerPost
from services.accounts.posts import in_force
from services.core.clock import ZONE
from services.core.text import clean, name_key, searched
from services.dossiers.models import Dossier, Withdrawal, WithdrawalState
from services.payments.models import PaymentRequest, RequestState
from services.procedures.models import Procedure, Sector
from services.processing.desk import DeskQueue, QueueSort, deadline, is_late
from services.processing.models import DossierStep
from services.work import Work

LONGEST_SEARCH = 100
PAGE_SIZE = 20  # R42
NOBODY = "nobody"  # as a holder: what nobody has taken
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class QueueFilter:
    """What the officer asked to see; texts come as the address has them."""

    queue: str = DeskQueue.NEW
    text: str = ""  # part of a code or name, or a whole personal number
    sector: str = ""  # code
    procedure: str = ""  # code, or part of the name
    channel: str = ""
    status: str = ""
    holder: str = ""  # account of an officer, or NOBODY
    step: str = ""  # name of the step under way
    from_day: date | None = None  # of submission
    to_day: date | None = None
    due_from: date | None = None  # of what counts down now
    due_to: date | None = None
    done_from: date | None = None  # finished, or ended otherwise
    done_to: date | None = None
    is_away: bool = False  # the holder is on leave, or has no post here any more
    is_late: bool = False
    is_unpaid: bool = False
    wants_out: bool = False  # the person asked to withdraw
    is_unread: bool = False  # a message of the person nobody has opened
    page: int = 1
    sort: str = QueueSort.TIME_LEFT


def narrowed(work: Work, wanted: QueueFilter) -> list[ColumnElement[bool]]:
    """Return the conditions on dossiers joined to procedure and current step."""
    done = func.coalesce(Dossier.returned_at, Dossier.finished_at, Dossier.ended_at)
    where = [
        *_between(col(Dossier.submitted_at), wanted.from_day, wanted.to_day),
        *_between(deadline(), wanted.due_from, wanted.due_to),
        *_between(done, wanted.done_from, wanted.done_to),
        *_of_procedure(wanted),
        *_equal(col(Dossier.channel), wanted.channel),
        *_equal(col(Dossier.status), wanted.status),
        *_equal(col(DossierStep.name), wanted.step),
    ]
    if text := clean(searched(wanted.text, LONGEST_SEARCH)):
        where.append(_matches(text))
    if wanted.holder:
        where.append(_held_by(wanted.holder))
    if wanted.is_away:
        where.append(_holder_is_away(work))
    if wanted.is_late:
        where.append(is_late(work.now))
    if wanted.is_unpaid:
        where.append(is_unpaid())
    if wanted.wants_out:
        where.append(_wants_out())
    return where


def is_unpaid() -> ColumnElement[bool]:
    """Match a dossier that something is asked for and not paid."""
    return exists().where(
        col(PaymentRequest.dossier_id) == Dossier.id,
        col(PaymentRequest.state) == RequestState.OPEN,
    )


def midnight(day: date) -> datetime:
    """Return when the day begins in the province."""
    return datetime.combine(day, time(), ZONE)


def _equal(column: Any, wanted: str) -> tuple[ColumnElement[bool], ...]:
    # Any: a column of text, whichever enum it is read as.
    return (column == wanted,) if wanted else ()


def _between(
    moment: Any, first: date | None, last: date | None
) -> list[ColumnElement[bool]]:
    # Any: a column of moments, or what is worked out of several.
    where = []
    if first:
        where.append(moment >= midnight(first))
    if last:
        where.append(moment < midnight(last + A_DAY))
    return where


def _of_procedure(wanted: QueueFilter) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if code := searched(wanted.sector, LONGEST_SEARCH):
        sector = select(col(Sector.id)).where(col(Sector.code) == code)
        where.append(col(Procedure.sector_id).in_(sector))
    if text := clean(searched(wanted.procedure, LONGEST_SEARCH)):
        named = [col(Procedure.code).contains(text, autoescape=True)]
        if key := name_key(text):
            named.append(col(Procedure.folded_name).contains(key, autoescape=True))
        where.append(or_(*named))
    return where


def _matches(text: str) -> ColumnElement[bool]:
    """Find by part of the code, part of the name, or the whole personal number."""
    number = "".join(text.split())
    owner = select(col(Account.id)).where(col(Account.citizen_id) == number)
    found = [
        col(Dossier.code).contains(text.upper(), autoescape=True),
        col(Dossier.account_id) == owner.scalar_subquery(),
    ]
    if key := name_key(text):
        found.append(col(Dossier.applicant_key).contains(key, autoescape=True))
    return or_(*found)


def _held_by(holder: str) -> ColumnElement[bool]:
    if holder == NOBODY:
        return and_(
            col(DossierStep.id).is_not(None), col(DossierStep.holder_id).is_(None)
        )
    try:
        return col(DossierStep.holder_id) == UUID(holder)
    except ValueError:
        return false()


def _holder_is_away(work: Work) -> ColumnElement[bool]:
    """Match what is held by somebody who lent their post, or has none here now."""
    lent, own = aliased(OfficerPost), aliased(OfficerPost)
    has_lent = exists().where(
        col(lent.lent_by_post_id) == own.id,
        col(own.account_id) == DossierStep.holder_id,
        col(own.agency_id) == Dossier.agency_id,
        col(lent.starts_at) <= work.now,
        col(lent.ends_at) > work.now,
        col(lent.ended_at).is_(None),
    )
    stands = exists().where(
        col(OfficerPost.account_id) == DossierStep.holder_id,
        col(OfficerPost.agency_id) == Dossier.agency_id,
        in_force(work.now),
        col(Account.id) == OfficerPost.account_id,
        col(Account.status) == AccountStatus.ACTIVE,
    )
    return and_(col(DossierStep.holder_id).is_not(None), or_(has_lent, ~stands))


def _wants_out() -> ColumnElement[bool]:
    return exists().where(
        col(Withdrawal.dossier_id) == Dossier.id,
        col(Withdrawal.state) == WithdrawalState.ASKED,
    )
