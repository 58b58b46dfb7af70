"""Keep the certificate an account was proved with, and find whose it is."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from services.audit.record import record
from services.core.errors import RuleViolation
from services.identities.models import AccountCertificate
from services.identities.views import ProvedCertificate
from services.work import Work


def keep_certificate(work: Work, account_id: UUID, proved: ProvedCertificate) -> None:
    """Bind the certificate to the account, in the caller's transaction; once."""
    known = work.session.exec(_of(proved).with_for_update()).one_or_none()
    if known is not None and known.account_id != account_id:
        raise RuleViolation({"certificate": "certificate_taken"})
    if known is not None:
        known.removed_at = None
        return
    row = AccountCertificate(
        account_id=account_id,
        fingerprint=proved.fingerprint,
        way=proved.way,
        serial_number=proved.serial_number,
        issuer=proved.issuer,
        subject=proved.subject,
        valid_until=proved.valid_until,
        added_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    record(work, "keep_certificate", row.id, person_id=account_id)


def certificate_account(work: Work, proved: ProvedCertificate) -> UUID | None:
    """Return the account the certificate was kept for."""
    kept = _of(proved).where(col(AccountCertificate.removed_at).is_(None))
    row = work.session.exec(kept).one_or_none()
    return row.account_id if row else None


def _of(proved: ProvedCertificate) -> SelectOfScalar[AccountCertificate]:
    return select(AccountCertificate).where(
        AccountCertificate.fingerprint == proved.fingerprint
    )
