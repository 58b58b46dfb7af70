"""Offer the papers of the vault for the components of a draft (C12)."""

from dataclasses import dataclass, field
from uuid import UUID

from services.core.errors import NotFound
from services.dossiers.queries import Draft, load_own
from services.reuse.candidates import candidates
from services.reuse.matching import Offer, best_first
from services.vault.state_held import StateHeld, state_held
from services.work import Work

OTHER = "other"


@dataclass(frozen=True)
class ComponentOffers:
    """One component: how many papers fit it, or what the state holds in its place."""

    code: str
    fitting: int
    held: StateHeld | None


@dataclass(frozen=True)
class Offers:
    """All components of a draft, by code and never by position."""

    components: tuple[ComponentOffers, ...] = field(default_factory=tuple)
    papers: int = 0  # the person's papers, whatever they fit


def offers_of(work: Work, dossier_id: UUID) -> Offers:
    """Return for every component of the draft what the vault has for it."""
    draft = load_own(work, dossier_id)
    mine = candidates(work)
    return Offers(
        tuple(
            ComponentOffers(
                code=component.code,
                fitting=sum(
                    offer.is_fitting and offer.is_usable
                    for offer in best_first(component.name, mine)
                ),
                held=_held(draft, component.name),
            )
            for component in draft.catalogue.components
            if component.is_paper
        ),
        len(mine),
    )


def best_matches(work: Work, dossier_id: UUID, slot: str) -> tuple[Offer, ...]:
    """Return one's papers for a component, the best match first."""
    draft = load_own(work, dossier_id)
    return best_first(component_name(draft, slot), candidates(work))


def component_name(draft: Draft, slot: str) -> str:
    """Return the name of a component, or NotFound for one that is not listed."""
    if slot == OTHER:
        return ""
    for component in draft.catalogue.components:
        if component.code == slot and component.is_paper:
            return component.name
    raise NotFound("component")


def _held(draft: Draft, name: str) -> StateHeld | None:
    # What a register knows of the person who files says nothing of somebody else.
    return None if draft.acting else state_held(draft.account, name)
