"""When what may be decided, by whom, and when a leader must agree (O05, O07)."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from services.decisions.models import DecisionKind, RefusalKind
from services.dossiers.models import DossierStatus
from services.work import Role

K, R, S = DecisionKind, RefusalKind, DossierStatus
GROUND_LENGTHS = (10, 2000)
NEXT_LENGTHS = (10, 1000)
BASIS_LENGTHS = (3, 300)
REASON_LENGTHS = (5, 1000)
ONE_DAY = timedelta(days=1)

# Where each may be decided; everywhere else it is refused with a sentence.
OPEN_IN: dict[DecisionKind, frozenset[DossierStatus]] = {
    K.REFUSE: frozenset({S.SUBMITTED, S.PROCESSING}),
    K.SUSPEND: frozenset({S.PROCESSING}),
    K.RESUME: frozenset({S.PROCESSING}),
    K.EXTEND: frozenset({S.PROCESSING}),
    K.APOLOGISE: frozenset({S.RESULT_READY}),
    K.STOP: frozenset({S.PROCESSING, S.SUPPLEMENT, S.AWAITING_PAYMENT}),
    # Before reception: later the old unit has promised a date.
    K.TRANSFER: frozenset({S.SUBMITTED}),
}
REFUSALS: dict[DossierStatus, frozenset[RefusalKind]] = {
    S.SUBMITTED: frozenset({R.NOT_ACCEPTED, R.WRONG_UNIT}),
    S.PROCESSING: frozenset({R.NOT_ELIGIBLE, R.WRONG_UNIT}),
}
# Who may propose, by where the dossier is; a leader may propose for another to decide.
PROPOSERS: dict[DossierStatus, frozenset[Role]] = {
    S.SUBMITTED: frozenset({Role.INTAKE}),
    S.PROCESSING: frozenset({Role.PROCESSING, Role.APPROVER}),
    S.SUPPLEMENT: frozenset({Role.INTAKE, Role.PROCESSING, Role.APPROVER}),
    S.AWAITING_PAYMENT: frozenset({Role.INTAKE, Role.PROCESSING, Role.APPROVER}),
    S.RESULT_READY: frozenset({Role.INTAKE, Role.PROCESSING, Role.APPROVER}),
}
ALWAYS_LED = frozenset({K.SUSPEND, K.EXTEND, K.STOP, K.APOLOGISE})
NEEDS_BASIS = frozenset({K.REFUSE})
NEEDS_NEXT = frozenset({K.REFUSE, K.STOP})


class DecisionFault(StrEnum):
    """What may be wrong with a proposal."""

    KIND = "decision_kind"
    GROUND = "decision_ground"
    BASIS = "decision_basis"
    NEXT = "decision_next"
    NEW_DUE = "decision_new_due"
    NEW_DUE_CLOSED = "decision_new_due_closed"
    WHY_LATE = "decision_why_late"
    UNIT = "decision_unit"


@dataclass(frozen=True)
class Wanted:
    """What is to be decided, as far as the rules ask."""

    kind: DecisionKind
    refusal: RefusalKind | None = None


def needs_leader(
    wanted: Wanted,
    status: DossierStatus,
    led: frozenset[str],
    roles: frozenset[Role] = frozenset(),
) -> bool:
    """Say whether a leader other than the proposer must agree (AZ-9).

    An apology for a result that is ready decides nothing: the head who signs it
    may write it. Everything else has two pairs of eyes.

    Before reception the intake officer decides alone, unless the profile's
    `[decisions] leader` names the kind.
    """
    if wanted.kind is K.APOLOGISE and Role.APPROVER in roles:
        return False
    if wanted.kind in ALWAYS_LED:
        return True
    named = str(wanted.refusal or wanted.kind)
    if wanted.kind is K.REFUSE and status is not S.SUBMITTED:
        return True
    return named in led
