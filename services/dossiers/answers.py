"""What stands in each field, and where it comes from (R14: ask once)."""

from dataclasses import dataclass
from enum import StrEnum

from services.accounts.models import Account
from services.dossiers.fields import FIELDS, REQUEST_LENGTHS
from services.dossiers.models import Delivery
from services.dossiers.queries import Draft

VERIFIED_LEVEL = 2  # IAL2: name, birth and number were compared with a register
VERIFIED_FIELDS = frozenset(
    {"submitter_name", "submitter_birth_date", "submitter_paper_number"}
)
DEFAULTS = {"same_person": "yes", "copies": "1", "delivery": str(Delivery.COUNTER)}


class Source(StrEnum):
    """The badge beside a field."""

    TYPED = "typed"
    ACCOUNT = "account"
    VERIFIED = "verified"  # read-only: it is mended in the account, not here
    DELEGATION = "delegation"  # read-only: the owner's, of whom one acts for
    DEFAULT = "default"
    PROCEDURE = "procedure"
    NOBODY = "nobody"  # empty


@dataclass(frozen=True)
class ShownAnswer:
    """The text of a field and its source."""

    text: str
    source: Source

    @property
    def is_fixed(self) -> bool:
        """Say whether the field is shown and not typed."""
        return self.source in (Source.VERIFIED, Source.DELEGATION)


def shown_answers(draft: Draft) -> dict[str, ShownAnswer]:
    """Return every field of the form: typed, else known, else empty.

    What was erased stays erased, but verified data is never overtyped.
    """
    typed, known = draft.dossier.answers, known_answers(draft)
    shown = {}
    for name in FIELDS:
        answer = known.get(name, ShownAnswer("", Source.NOBODY))
        if name in typed and not answer.is_fixed:
            answer = ShownAnswer(typed[name], Source.TYPED)
        shown[name] = answer
    return shown


def known_answers(draft: Draft) -> dict[str, ShownAnswer]:
    """Return what need not be asked."""
    name = draft.catalogue.procedure.name[: REQUEST_LENGTHS[1]]
    known = {"request": ShownAnswer(name, Source.PROCEDURE)}
    known |= {field: ShownAnswer(t, Source.DEFAULT) for field, t in DEFAULTS.items()}
    verified = draft.account.assurance_level >= VERIFIED_LEVEL
    for field, text in account_answers(draft.account).items():
        is_verified = verified and field in VERIFIED_FIELDS
        source = Source.VERIFIED if is_verified else Source.ACCOUNT
        if text:
            known[field] = ShownAnswer(text, source)
    return known | owner_answers(draft)


def owner_answers(draft: Draft) -> dict[str, ShownAnswer]:
    """Return the owner of a dossier filed for somebody else (R41).

    What is known of them is shown to nobody whose right to act has ended.
    """
    if draft.acting is None:
        return {}
    owner = {"same_person": "no", "applicant_name": draft.acting.name}
    if draft.may_act and draft.acting.address:
        owner["applicant_address"] = draft.acting.address
    return {name: ShownAnswer(text, Source.DELEGATION) for name, text in owner.items()}


def account_answers(account: Account) -> dict[str, str]:
    """Return the submitter as the account knows them."""
    born = account.birth_date
    return {
        "submitter_name": account.full_name,
        "submitter_birth_date": f"{born:%d/%m/%Y}" if born else "",
        "submitter_address": account.address,
        "submitter_phone": account.phone or "",
        "submitter_email": account.email or "",
        "submitter_paper_number": account.citizen_id or "",
        "recipient_name": account.full_name,
        "recipient_phone": account.phone or "",
    }


def texts(draft: Draft) -> dict[str, str]:
    """Return the text of every field, whatever its source."""
    return {name: answer.text for name, answer in shown_answers(draft).items()}
