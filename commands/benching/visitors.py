"""People who are signed in, and codes of dossiers they may ask for.

Import it only after the database is named: it speaks to the portal's own core.
"""

from sqlmodel import Session, col, func, or_, select

from services.accounts.models import Account
from services.accounts.open_session import Device, open_session
from services.accounts.posts import posts_of
from services.dossiers.models import Dossier, DossierStatus
from services.runtime import run
from services.work import SYSTEM, Work

# Of the demonstration.
CITIZEN, OFFICER, LEADER = "999190000001", "motcua", "lanhdao"


def cookies_of(sign_in: str, count: int) -> list[str]:
    """Return so many session cookies of one person, each of a device of its own."""

    def opened(work: Work) -> list[str]:
        account = account_of(work.session, sign_in)
        # Of a class each: an officer has one session a class of device (SS-7).
        devices = [Device("bench", kind=f"bench {n}") for n in range(count)]
        return [open_session(work, account, device).token for device in devices]

    return run(SYSTEM, opened)


def some_codes(count: int) -> list[str]:
    """Return codes spread over all seeded dossiers, the same ones every time."""

    def found(work: Work) -> list[str]:
        codes = (
            select(Dossier.code)
            .where(col(Dossier.code).is_not(None), Dossier.draft_key == "")
            .order_by(func.md5(Dossier.code))
            .limit(count)
        )
        return [str(code) for code in work.session.exec(codes)]

    return run(SYSTEM, found)


def code_at_desk() -> str:
    """Return a new dossier of the officer's own agency; empty when there is none."""

    def found(work: Work) -> str:
        officer = account_of(work.session, OFFICER)
        agency_id = posts_of(work, officer.id)[0].agency_id
        waiting = select(Dossier.code).where(
            Dossier.agency_id == agency_id, Dossier.status == DossierStatus.SUBMITTED
        )
        return work.session.exec(waiting).first() or ""

    return run(SYSTEM, found)


def account_of(session: Session, sign_in: str) -> Account:
    """Return the person who signs in by that name or number."""
    named = or_(Account.sign_in_name == sign_in, Account.citizen_id == sign_in)
    return session.exec(select(Account).where(named)).one()
