"""Which systems are told of a dossier, and of what (profiles/*.toml, [systems])."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from services.outbox.models import MessageKind, Outward
from services.province import Province

EVERY = "*"  # all procedures, or all that happens
K = MessageKind

# The national portal and the registers of the ministries follow every step; the
# civil registers ask for the declaration alone, and answer with the entry.
TOLD_OF: Mapping[Outward, Mapping[str, tuple[MessageKind, ...]]] = {
    Outward.NATIONAL_PORTAL: {EVERY: (K.DOSSIER, K.PROGRESS)},
    Outward.INTERLINKED_SERVICES: {EVERY: (K.PROGRESS,)},
    Outward.CIVIL_STATUS: {"received": (K.DOSSIER,)},
    Outward.SOCIAL_ASSISTANCE: {EVERY: (K.DOSSIER, K.PROGRESS)},
    Outward.NATURAL_RESOURCES: {
        EVERY: (K.PROGRESS,),
        "result_ready": (K.PROGRESS, K.RESULT),
        "returned": (K.PROGRESS, K.RESULT),
        "result_corrected": (K.PROGRESS, K.RESULT),
    },
    Outward.LAND: {
        "received": (K.DOSSIER,),
        "supplement_answered": (K.PROGRESS,),
        "returned": (K.RESULT,),
    },
    Outward.CONSTRUCTION: {EVERY: (K.DOSSIER, K.PROGRESS)},
    Outward.PLANNING: {EVERY: (K.DOSSIER, K.PROGRESS)},
}

OF_BUNDLES = {Outward.INTERLINKED_SERVICES}  # told of legs, and of nothing else
OF_THEIRS = {
    Outward.NATURAL_RESOURCES
}  # told of what it handed over, and of nothing else


@dataclass(frozen=True)
class Happened:
    """What happened to a dossier, as far as other systems care."""

    dossier_id: UUID
    cause_id: UUID
    event: str
    procedure_code: str
    agency_id: UUID | None
    of_bundle: bool = False  # a leg of an interlinked declaration
    arrived_from: str = ""  # the system that handed the dossier over


def owed(
    province: Province, happened: Happened
) -> tuple[tuple[Outward, MessageKind], ...]:
    """Return who is told what, in the order it is sent.

    A system that handed a dossier over has it: it is told what happens to it, and
    always, whatever procedures it follows otherwise.
    """
    following = followers_of(province, happened.procedure_code)
    return tuple(
        (system, kind)
        for system in Outward
        if _cares(system, happened, following)
        for kind in _kinds(system, happened.event)
    )


def _cares(system: Outward, happened: Happened, following: tuple[Outward, ...]) -> bool:
    if system in OF_BUNDLES:
        return happened.of_bundle and system in following
    if system in OF_THEIRS:
        return happened.arrived_from == system
    return happened.arrived_from == system or system in following


def followers_of(province: Province, procedure_code: str) -> tuple[Outward, ...]:
    """Return the systems that follow dossiers of a procedure."""
    return tuple(
        system
        for system in Outward
        if {EVERY, procedure_code} & set(procedures_of(province, system))
    )


def procedures_of(province: Province, system: Outward) -> tuple[str, ...]:
    """Return the procedures a system follows; none when it is switched off."""
    chosen = province.profile.get("systems", {}).get(str(system), {})
    return tuple(chosen.get("procedures", ())) if chosen.get("on", True) else ()


def _kinds(system: Outward, event: str) -> tuple[MessageKind, ...]:
    told = TOLD_OF[system]
    return told.get(event) or told.get(EVERY, ())
