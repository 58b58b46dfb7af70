"""Which paper of a vault stands best for a component: pure rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from services.core.text import fold
from services.vault.kinds import is_form, kinds_named
from services.vault.models import DocumentState
from services.vault.views import DocumentView

SHORTEST = 8  # letters of a title that says something by itself
BY_KIND, BY_NAME, NOT_AT_ALL = 2, 1, 0


@dataclass(frozen=True)
class Candidate:
    """A paper with what it may stand for."""

    document: DocumentView
    fits: tuple[str, ...]


@dataclass(frozen=True)
class Offer:
    """A paper offered for a component."""

    document: DocumentView
    is_fitting: bool
    is_usable: bool  # kept: neither checked, expired, refused nor revoked


def best_first(name: str, candidates: Iterable[Candidate]) -> tuple[Offer, ...]:
    """Return the papers for the component of this name, the best match first.

    Of those that fit: valid ones before the rest, official before self-uploaded,
    the newest first. What does not fit comes last, in the same order.
    """
    wanted = kinds_named(name)
    graded = [(_fit(name, wanted, one), one) for one in candidates]
    graded.sort(key=lambda pair: _order(*pair), reverse=True)
    return tuple(
        Offer(
            one.document,
            is_fitting=fit > NOT_AT_ALL,
            is_usable=one.document.state is DocumentState.KEPT,
        )
        for fit, one in graded
    )


def _order(fit: int, one: Candidate) -> tuple[object, ...]:
    document = one.document
    is_valid = document.state is DocumentState.KEPT
    # Among papers that do not fit at all the degree says nothing.
    return (fit > 0, is_valid, document.is_official, fit, document.added_at)


def _fit(name: str, wanted: tuple[str, ...], one: Candidate) -> int:
    if set(wanted) & {one.document.kind, *one.fits}:
        return BY_KIND
    asked, title = fold(name), fold(one.document.title)
    if is_form(asked) or min(len(asked), len(title)) < SHORTEST:
        return NOT_AT_ALL
    return BY_NAME if title in asked or asked in title else NOT_AT_ALL
