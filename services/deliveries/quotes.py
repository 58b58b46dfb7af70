"""What the post asked for a journey, kept for a day: nobody waits for it twice."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from services.deliveries.models import PostalQuote
from services.integrations.public_post.port import Party
from services.work import Work

GOOD_FOR = timedelta(days=1)


def journey_key(sender: Party, receiver: Party) -> str:
    """Return what the price depends on: from which commune to which."""
    return ">".join(f"{one.province or ''}:{one.commune}" for one in (sender, receiver))


def kept_quote(work: Work, journey: str) -> int | None:
    """Return the price told within a day, if there is one."""
    query = select(PostalQuote.fee).where(
        PostalQuote.journey == journey, PostalQuote.quoted_at > work.now - GOOD_FOR
    )
    return work.session.exec(query).first()


def keep_quote(work: Work, journey: str, fee: int) -> None:
    """Keep the price; a newer one takes its place."""
    told = {"fee": fee, "quoted_at": work.now}
    row = insert(PostalQuote).values(id=uuid4(), journey=journey, **told)
    work.session.execute(
        row.on_conflict_do_update(index_elements=["journey"], set_=told)
    )
