"""By which account a dossier is kept that somebody filed elsewhere."""

from dataclasses import replace
from uuid import UUID

from services.accounts.models import Account
from services.core.readers import Unreadable, read_citizen_id
from services.counter.people import account_of_number, walk_in_account
from services.integrations.arriving import ArrivedPerson
from services.work import Work

LONGEST_PHONE = 20


def whose(work: Work, person: ArrivedPerson, agency_id: UUID) -> Account:
    """Return the account of this number, or one nobody signs in to yet.

    The latter's dossiers wait for the person by their number, like those of the
    counter: they come over at the first verified sign-in (adopt_walk_in).
    """
    try:
        number = str(read_citizen_id(person.number))
    except Unreadable:
        number = ""
    if found := account_of_number(work.session, number):
        return found
    there = replace(work, actor=replace(work.actor, agency_id=agency_id))
    phone = person.phone[:LONGEST_PHONE]
    return walk_in_account(there, person.name, person.birth_date, number, phone)
