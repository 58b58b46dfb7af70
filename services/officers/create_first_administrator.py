"""Make the accounts nobody could make in the portal: the first two administrators."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import any_, func, literal
from sqlmodel import col, select

from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.names import officer_name
from services.accounts.officer_models import ActivationPurpose, OfficerPost
from services.audit.record import record
from services.core.errors import Conflict, Forbidden, RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_name
from services.officers.issue_activation import issue_activation
from services.work import Role, Work

ENOUGH = 2  # one gives, another confirms
LOCK = 7_011_001  # two commands at once: the second waits, and finds the first's


@dataclass(frozen=True)
class FirstAdministrator:
    """Who it is, and the code to come in by."""

    sign_in_name: str
    code: str = field(repr=False)
    expires_at: datetime


def create_first_administrator(
    work: Work, name: str, account: str
) -> FirstAdministrator:
    """Create the account without a password, and a code good once (AU-11).

    There are two first ones: a post given in the portal needs somebody else to
    confirm it (AZ-9), and one alone could never have a second. Refused once there
    are two, even if they have not come in yet.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    work.session.execute(select(func.pg_advisory_xact_lock(LOCK)))
    if _administrators(work) >= ENOUGH:
        raise Conflict("administrator_exists")
    sign_in_name = officer_name(account)
    try:
        full_name = read_name(name)
    except Unreadable as fault:
        raise RuleViolation({"full_name": fault.key.value}) from None
    named = select(Account.id).where(Account.sign_in_name == sign_in_name)
    if not sign_in_name or work.session.exec(named).first():
        raise RuleViolation({"account": "account_taken"})
    made = _create(work, full_name, sign_in_name)
    record(work, "administrator.created", made.id)
    issued = issue_activation(work, made.id, ActivationPurpose.ACCOUNT)
    return FirstAdministrator(sign_in_name, issued.code, issued.expires_at)


def _create(work: Work, full_name: str, sign_in_name: str) -> Account:
    made = Account(
        kind=AccountKind.OFFICER,
        status=AccountStatus.INVITED,
        full_name=full_name,
        sign_in_name=sign_in_name,
        password_hash="",
        created_at=work.now,
    )
    work.session.add(made)
    work.session.flush()
    post = OfficerPost(
        account_id=made.id,
        roles=[str(Role.ADMINISTRATOR)],
        starts_at=work.now,
        granted_at=work.now,
        confirmed_at=work.now,  # there is nobody yet to be the second
    )
    work.session.add(post)
    return made


def _administrators(work: Work) -> int:
    found = (
        select(func.count(func.distinct(OfficerPost.account_id)))
        .join(Account, col(Account.id) == col(OfficerPost.account_id))
        .where(
            literal(str(Role.ADMINISTRATOR)) == any_(col(OfficerPost.roles)),
            col(OfficerPost.agency_id).is_(None),
            col(OfficerPost.ended_at).is_(None),
            Account.status != AccountStatus.CLOSED,
        )
    )
    return work.session.exec(found).one()
