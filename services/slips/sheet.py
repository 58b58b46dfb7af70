"""What stands on a slip (contracts 8.2): one shape for forms 02–05."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class MissingItem:
    """One thing to mend: what, why, and how."""

    name: str
    reason: str
    how_to: str = ""


@dataclass(frozen=True)
class SlipFacts:
    """What the act itself says; the rest of a slip is known of the dossier.

    `reference` names the act: a slip is issued once for it.
    """

    reference: str  # id of the request or decision
    reason: str = ""
    legal_basis: str = ""
    what_next: str = ""  # what the person may do
    items: tuple[MissingItem, ...] = ()
    deadline: datetime | None = None
    old_due: datetime | None = None
    new_due: datetime | None = None
    stage: str = ""  # at which step it stopped
    refund: bool = False
    signer: str = ""  # of 04 and 05 the head; empty: who acts


@dataclass(frozen=True)
class SlipSheet:
    """A whole slip, frozen when it is issued."""

    kind: str
    form_set: str
    form_number: str
    circular: str
    number: str  # as printed: 12/2026
    authority: str  # the agency above, as named on its papers
    one_stop: str
    agency: str
    place: str
    issued_at: datetime
    dossier_code: str
    submitter: str
    channel: str
    address: str
    phone: str
    email: str
    citizen_id: str
    request: str  # nội dung yêu cầu giải quyết
    applicant: str
    applicant_address: str
    received_at: datetime | None  # of one never received: handed in
    act: SlipFacts
    signer: str
    contact: str  # contact officer
    contact_phone: str
    website: str
    look_up_url: str
    hotline: str
    check_url: str = ""  # what the QR opens; made when printed, from the row
