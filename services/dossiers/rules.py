"""The life of a dossier (hồ sơ): one table of statuses, and whose turn it is."""

from enum import StrEnum

from services.core.errors import Conflict
from services.dossiers.models import Dossier, DossierStatus

S = DossierStatus

NEXT: dict[DossierStatus, set[DossierStatus]] = {
    S.DRAFT: {S.SUBMITTED},
    S.SUBMITTED: {
        S.RECEIVED,
        S.REFUSED,
        S.SUPPLEMENT,
        S.AWAITING_PAYMENT,
        S.WITHDRAWN,
    },
    S.RECEIVED: {
        S.PROCESSING,
        S.SUPPLEMENT,
        S.AWAITING_PAYMENT,
        S.WITHDRAWN,
        S.STOPPED,
    },
    S.REFUSED: set(),
    S.PROCESSING: {
        S.SUPPLEMENT,
        S.AWAITING_PAYMENT,
        S.WITHDRAWN,
        S.STOPPED,
        S.RESULT_READY,
        S.REFUSED,  # found not eligible, with the leader's word (O07)
    },
    # What was asked for before reception comes back to reception.
    S.SUPPLEMENT: {S.SUBMITTED, S.PROCESSING, S.WITHDRAWN, S.STOPPED},
    S.AWAITING_PAYMENT: {
        S.SUBMITTED,
        S.RECEIVED,
        S.PROCESSING,
        S.RESULT_READY,
        S.WITHDRAWN,
        S.STOPPED,
    },
    S.WITHDRAWN: set(),
    S.STOPPED: set(),
    S.RESULT_READY: {S.RETURNED},
    S.RETURNED: set(),
}

# The codes other systems know the statuses by; a draft is nobody's business.
NATIONAL_NUMBER: dict[DossierStatus, int] = {
    S.SUBMITTED: 1,
    S.RECEIVED: 2,
    S.REFUSED: 3,
    S.PROCESSING: 4,
    S.SUPPLEMENT: 5,
    S.AWAITING_PAYMENT: 6,
    S.WITHDRAWN: 7,
    S.STOPPED: 8,
    S.RESULT_READY: 9,
    S.RETURNED: 10,
}


class Turn(StrEnum):
    """Whose turn it is (R22)."""

    YOU = "you"
    AGENCY = "agency"
    NOBODY = "nobody"


TURN: dict[DossierStatus, Turn] = {
    S.DRAFT: Turn.YOU,
    S.SUBMITTED: Turn.AGENCY,
    S.RECEIVED: Turn.AGENCY,
    S.REFUSED: Turn.YOU,
    S.PROCESSING: Turn.AGENCY,
    S.SUPPLEMENT: Turn.YOU,
    S.AWAITING_PAYMENT: Turn.YOU,
    S.WITHDRAWN: Turn.NOBODY,
    S.STOPPED: Turn.NOBODY,
    S.RESULT_READY: Turn.YOU,
    S.RETURNED: Turn.NOBODY,
}

RESULT_OPEN = frozenset({S.RESULT_READY, S.RETURNED})
# The promise has been kept or has fallen away: no clock runs any more.
GIVEN_UP = frozenset({S.REFUSED, S.WITHDRAWN, S.STOPPED})
ENDED = RESULT_OPEN | GIVEN_UP


class Step(StrEnum):
    """The six steps of handing in (C10–C14), in order."""

    AGENCY = "agency"
    INFORMATION = "information"
    COMPONENTS = "components"
    DELIVERY = "delivery"
    FEES = "fees"
    REVIEW = "review"


class Problem(StrEnum):
    """What a step may find wrong, beside what the readers of a field say."""

    REQUIRED = "required"
    AGENCY_NOT_ENTITLED = "agency_not_entitled"
    PROCEDURE_CLOSED = "procedure_closed"
    PROCEDURE_NOT_HERE = "procedure_not_here"
    PAPER_BEFORE_BIRTH = "paper_before_birth"
    CHOICE_UNKNOWN = "choice_unknown"
    COMPONENT_MISSING = "component_missing"
    FILE_SENDING = "file_sending"
    FILE_CHECKING = "file_checking"
    FILE_REFUSED = "file_refused"
    PAGES_LOOSE = "pages_loose"
    PAGES_DOUBTED = "pages_doubted"
    PLEDGE_MISSING = "pledge_missing"
    TOO_MANY_DRAFTS = "too_many_drafts"
    ANSWER_TOO_LONG = "answer_too_long"
    FIELD_UNKNOWN = "field_unknown"
    DELEGATION_ENDED = "delegation_ended"
    COMMUNE_MISSING = "commune_missing"
    COLLECTION_DAY = "collection_day"
    RELIEF_UNKNOWN = "relief_unknown"
    RELIEF_PROOF_MISSING = "relief_proof_missing"
    COSIGN_MISSING = "cosign_missing"
    COSIGN_VOID = "cosign_void"
    PAYMENT_FIRST = "payment_first"
    PAYMENT_SHORT = "payment_short"
    NOTHING_TO_PAY = "nothing_to_pay"


def move(dossier: Dossier, status: DossierStatus) -> None:
    """Move the dossier on, or refuse because it is somewhere else by now."""
    if status not in NEXT.get(dossier.status, set()):
        raise Conflict(f"{dossier.status} -> {status}")
    dossier.status = status
    dossier.version += 1
