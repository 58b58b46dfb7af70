"""Reads the tracking of the post, from where it was left, into our rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from services.accounts.register import Opener
from services.core.errors import Forbidden
from services.deliveries.models import PostalDelivery, PostCursor
from services.dossiers.models import Dossier
from services.dossiers.note_parcel import note_parcel
from services.dossiers.parcel_trouble import tell_of_parcel
from services.integrations.public_post.port import ParcelEvent, PublicPost
from services.work import Work

CURSOR = "public_post"
PAGE = 100
MOST_PAGES = 50  # of one run; the next one goes on from there


@dataclass(frozen=True)
class Place:
    """Where the reading stands, and whom to ask."""

    post: PublicPost
    after: str


def follow_parcels(opener: Opener) -> int:
    """Take over what happened since; return how many lines were read."""
    count = 0
    for _ in range(MOST_PAGES):
        place = opener(_place)
        events = place.post.track(place.after, PAGE)
        if not events or not opener(_keep, place.after, events):
            break
        count += len(events)
        if len(events) < PAGE:
            break
    return count


def _place(work: Work) -> Place:
    if not work.actor.is_system:
        raise Forbidden("system")
    last = select(PostCursor.last_id).where(PostCursor.name == CURSOR)
    return Place(work.systems.public_post, work.session.exec(last).first() or "")


def _keep(work: Work, after: str, events: Sequence[ParcelEvent]) -> bool:
    """Keep a page and move the cursor; false when another worker was faster."""
    born = PostCursor(name=CURSOR, last_id="", read_at=work.now).model_dump()
    work.session.execute(insert(PostCursor).values(**born).on_conflict_do_nothing())
    query = select(PostCursor).where(PostCursor.name == CURSOR).with_for_update()
    cursor = work.session.exec(query).one()
    if cursor.last_id != after:
        return False
    numbers = {event.order_number for event in events}
    mine = select(PostalDelivery).where(col(PostalDelivery.order_number).in_(numbers))
    rows = {row.order_number: row for row in work.session.exec(mine.with_for_update())}
    for event in events:
        if row := rows.get(event.order_number):
            note_parcel(work, row, event)
    for row in rows.values():
        work.session.add(row)
        tell_of_parcel(work, work.session.get_one(Dossier, row.dossier_id))
    cursor.last_id, cursor.read_at = events[-1].id, work.now
    work.session.add(cursor)
    return True
