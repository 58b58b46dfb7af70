"""Write down what a person says of themselves, where nobody vouches for it."""

from collections.abc import Callable, Mapping

from services.accounts.models import Account, Party
from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.faults import Fault, Unreadable
from services.core.readers import read_address, read_citizen_id
from services.profiles.rules import TYPED, is_vouched, with_sources
from services.work import Work

SEXES = ("male", "female")


def declare(work: Work, typed: Mapping[str, str]) -> tuple[str, ...]:
    """Store address, former number and sex; tell which of them changed.

    What a trusted source vouches for is not overtyped (R14), and an empty
    field takes back what was said.
    """
    account_id = work.actor.require_citizen()
    account = work.session.get_one(Account, account_id, with_for_update=True)
    values, problems = {}, {}
    for field, read in _readers(account.party).items():
        if field not in typed or is_vouched(account, field):
            continue
        try:
            values[field] = read(typed[field]) if typed[field].strip() else ""
        except Unreadable as fault:
            problems[field] = fault.key
    if problems:
        raise RuleViolation(problems)
    changed = tuple(f for f, value in values.items() if getattr(account, f) != value)
    for field in changed:
        setattr(account, field, values[field])
    account.field_sources = with_sources(account, dict.fromkeys(changed, TYPED))
    if changed:
        record(work, "profile.updated", account.id, source=TYPED, fields=len(changed))
    return changed


def _readers(party: Party) -> dict[str, Callable[[str], str]]:
    if party is not Party.CITIZEN:
        return {"address": read_address}
    return {"address": read_address, "old_id_number": _former, "sex": _sex}


def _former(text: str) -> str:
    number = read_citizen_id(text)
    if len(number) != 9:
        raise Unreadable(Fault.CITIZEN_ID_LENGTH)
    return number


def _sex(text: str) -> str:
    if text not in SEXES:
        raise Unreadable(Fault.REQUIRED)
    return text
