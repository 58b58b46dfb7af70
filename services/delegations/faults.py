"""Why a delegation is not made or not used; each key has its sentence."""

from enum import StrEnum

from services.core.errors import Forbidden


class DelegationEnded(Forbidden):
    """The right to act for somebody else does not hold now (AZ-10)."""


class DelegationFault(StrEnum):
    """What may be wrong with a delegation that is asked for."""

    CHILD_NOT_FOUND = "child_not_found"  # or not this person's: one answer
    CHILD_GROWN = "child_grown"
    PROVE_YOURSELF = "delegation_prove_yourself"
    TO_SELF = "delegation_to_self"
    IN_PAST = "delegation_in_past"
    ENDS_FIRST = "delegation_ends_first"
    TOO_LONG = "delegation_too_long"
    STANDS = "delegation_stands"
    TOO_MANY = "delegation_too_many"
