"""Numbers of papers the portal issues: per agency, year and series, no gaps (NUM-*)."""

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from services.core.clock import local_day
from services.results.models import DocumentCounter, FreedNumber, Result
from services.work import Work


def take_number(work: Work, result: Result, agency_id: UUID) -> str:
    """Give the paper its number as it is about to be signed, once.

    One that an unsigned paper gave back is taken first: so the book has no gap.
    """
    if result.number:
        return result.number
    place = {
        "agency_id": agency_id,
        "year": local_day(work.now).year,
        "series": result.series,
    }
    number = _freed(work, place) or _next(work, place)
    result.number = f"{number}/{result.series}"
    work.session.add(result)
    return result.number


def free_number(work: Work, result: Result, agency_id: UUID) -> None:
    """Give back the number of a paper of ours that will never be signed."""
    number, _, series = result.number.partition("/")
    if not result.draft or not series or result.signed_at is not None:
        return
    freed = FreedNumber(
        agency_id=agency_id,
        year=local_day(work.now).year,
        series=series,
        number=int(number),
    )
    work.session.add(freed)
    result.number = ""


def _freed(work: Work, place: dict[str, Any]) -> int | None:
    query = select(FreedNumber).where(
        *(col(getattr(FreedNumber, name)) == value for name, value in place.items())
    )
    query = query.order_by(col(FreedNumber.number)).limit(1)
    row = work.session.exec(query.with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    work.session.delete(row)
    return row.number


def _next(work: Work, place: dict[str, Any]) -> int:
    row = insert(DocumentCounter).values(id=uuid4(), last=1, **place)
    numbered = work.session.execute(
        row.on_conflict_do_update(
            index_elements=[
                col(DocumentCounter.agency_id),
                col(DocumentCounter.year),
                col(DocumentCounter.series),
            ],
            set_={"last": col(DocumentCounter.last) + 1},
        ).returning(col(DocumentCounter.last))
    )
    return int(numbered.scalar_one())
