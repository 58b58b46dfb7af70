"""Ask the post what the journeys of a draft cost, in no transaction (OB-1)."""

from dataclasses import dataclass
from uuid import UUID

from services.accounts.register import Opener
from services.core.errors import SystemUnavailable
from services.deliveries.models import Leg
from services.deliveries.quotes import journey_key, keep_quote, kept_quote
from services.dossiers.answers import texts
from services.dossiers.delivery_plan import ends_of
from services.dossiers.post_legs import legs_of
from services.dossiers.queries import load_own
from services.integrations.public_post.port import Party, PostRefused, PublicPost
from services.work import Work

Journey = tuple[Party, Party]


@dataclass(frozen=True)
class PostQuote:
    """What the post asks for; nothing asked, told, or not told now."""

    is_needed: bool = False
    fee: int | None = None
    is_silent: bool = False  # asked, and not answered


@dataclass(frozen=True)
class Question:
    """The journeys to be priced, with what is known already."""

    is_needed: bool
    post: PublicPost | None = None
    known: int = 0
    open: tuple[Journey, ...] = ()


def quote_post(opener: Opener, dossier_id: UUID) -> PostQuote:
    """Return the price; a post that is silent never stops a dossier (C13)."""
    question = opener(_question, dossier_id)
    if question.post is None:
        return PostQuote(question.is_needed)
    total = question.known
    for sender, receiver in question.open:
        try:
            fee = question.post.quote(sender, receiver)
        except (SystemUnavailable, PostRefused):
            return PostQuote(True, is_silent=True)
        opener(keep_quote, journey_key(sender, receiver), fee)
        total += fee
    return PostQuote(True, total)


def _question(work: Work, dossier_id: UUID) -> Question:
    draft = load_own(work, dossier_id)
    answers = texts(draft)
    legs = legs_of(answers)
    ends = ends_of(work, draft.agency, answers) if legs and draft.agency else None
    if ends is None:
        return Question(bool(legs))
    person, unit = ends
    ways = [(person, unit) if leg is Leg.COLLECT else (unit, person) for leg in legs]
    told = [(way, kept_quote(work, journey_key(*way))) for way in ways]
    return Question(
        is_needed=True,
        post=work.systems.public_post,
        known=sum(fee for _, fee in told if fee is not None),
        open=tuple(way for way, fee in told if fee is None),
    )
