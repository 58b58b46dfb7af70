"""What a one-time code belongs to: a registration, or a wish to be confirmed."""

from datetime import timedelta

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, select

from services.accounts.keys import keyed_hash
from services.accounts.models import (
    CodePurpose,
    CodeRequest,
    OneTimeCode,
    Registration,
)
from services.core.identifiers import mask_phone
from services.work import Work

CodeOwner = Registration | CodeRequest
# Asked for by a name alone: whatever is answered must not tell whose it is (AU-4).
BY_NAME = frozenset({CodePurpose.SIGN_IN, CodePurpose.RECOVERY})
NOWHERE = ""  # where a code goes that is never sent
REQUEST_KEPT = timedelta(hours=1)  # a wish nobody confirmed is forgotten


def is_by_name(owner: CodeOwner) -> bool:
    """Tell whether the answers must be those a name nobody has would get."""
    return isinstance(owner, CodeRequest) and owner.purpose in BY_NAME


def target_of(owner: CodeOwner) -> str:
    """Return the phone or email its codes go to; empty when there is none."""
    if isinstance(owner, Registration):
        return owner.phone
    return owner.email if owner.is_by_email else owner.phone


def shown_target(owner: CodeOwner) -> str:
    """Return what may be said of it: of somebody's own, the masked form."""
    return mask_phone(owner.phone) if isinstance(owner, Registration) else owner.shown


def code_hash(secret: bytes, owner: CodeOwner, digits: str) -> str:
    """Return the hash that binds a code to purpose, wish, browser and target (AU-6)."""
    if isinstance(owner, Registration):
        bound = f"{owner.id}.{owner.phone}.{digits}"
        return keyed_hash(secret, "registration-code", bound)
    bound = f"{owner.id}.{owner.browser}.{target_of(owner)}.{digits}"
    return keyed_hash(secret, f"code:{owner.purpose}", bound)


def latest_code(work: Work, owner: CodeOwner) -> OneTimeCode | None:
    """Return the code sent last for this owner, to where it goes now."""
    sent = select(OneTimeCode).where(codes_of(owner))
    return work.session.exec(
        sent.order_by(col(OneTimeCode.sent_at).desc()).limit(1)
    ).first()


def codes_of(owner: CodeOwner) -> ColumnElement[bool]:
    """Return the condition on OneTimeCode; a corrected number leaves the old ones."""
    if isinstance(owner, Registration):
        return and_(
            col(OneTimeCode.registration_id) == owner.id,
            col(OneTimeCode.phone) == owner.phone,
        )
    return and_(
        col(OneTimeCode.request_id) == owner.id,
        col(OneTimeCode.phone).in_((target_of(owner), NOWHERE)),
    )
