"""Take over what the population database has on file, once the person agrees."""

import json
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, func, select

from services.accounts.keys import unseal_fresh
from services.accounts.models import Account
from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.dossiers.models import Dossier
from services.profiles.check_population import SEALED_FOR, present_value
from services.profiles.rules import POPULATION, RUNNING, with_sources
from services.work import Work

GOOD_FOR = timedelta(minutes=10)


@dataclass(frozen=True)
class Taken:
    """What changed, and how many dossiers go on with what was handed in."""

    changed: tuple[str, ...]
    running: int


def take_population_record(work: Work, sealed: str) -> Taken:
    """Store the values with their source and the moment.

    Dossiers handed in keep what they were handed in with.
    """
    account_id = work.actor.require_citizen()
    account = work.session.get_one(Account, account_id, with_for_update=True)
    values = _unsealed(work, sealed, account)
    on_file = {field: value for field, value in values.items() if value}
    changed = tuple(
        field
        for field, value in on_file.items()
        if present_value(account, field) != value
    )
    try:
        with work.session.begin_nested():
            for field, value in on_file.items():
                is_day = field == "birth_date"
                stored = date.fromisoformat(value) if is_day else value
                setattr(account, field, stored)
            account.field_sources = with_sources(
                account, dict.fromkeys(on_file, POPULATION)
            )
            account.sources_checked_at = work.now
    except IntegrityError:
        # The number stands in another account, of the same person.
        raise RuleViolation({"citizen_id": "citizen_id_taken"}) from None
    record(work, "profile.updated", account.id, source=POPULATION, fields=len(changed))
    running = select(func.count()).where(
        Dossier.account_id == account_id, col(Dossier.status).in_(RUNNING)
    )
    return Taken(changed, work.session.exec(running).one())


def _unsealed(work: Work, sealed: str, account: Account) -> dict[str, str]:
    seconds = int(GOOD_FOR.total_seconds())
    letter = unseal_fresh(work.secret, SEALED_FOR, sealed, work.now, seconds)
    said = json.loads(letter) if letter else {}
    if said.get("account") != str(account.id):
        raise Conflict("population record is too old")
    return dict(said["values"])
