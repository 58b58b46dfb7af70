"""Declare a child one acts for (R41): the population database says whose it is."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlmodel import col, select

from services.accounts.models import Account, Party
from services.accounts.notices import NoticeKind
from services.accounts.register import Opener
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Forbidden, RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_birth_date, read_citizen_id, read_name
from services.delegations.faults import DelegationFault
from services.delegations.models import Delegation, DelegationKind, Relation
from services.delegations.queries import own_account
from services.delegations.rules import VERIFIED_LEVEL, last_day_of_childhood
from services.delegations.tell_parties import tell_parties
from services.integrations.population.port import (
    PopulationQuestion,
    PopulationRecord,
)
from services.work import Work

PURPOSE = "declare_child"


@dataclass(frozen=True)
class ChildForm:
    """What the parent typed."""

    name: str
    birth_date: str
    citizen_id: str


@dataclass(frozen=True)
class Child:
    """A minor, as read from the form, and the number of who declares them."""

    name: str
    birth_date: date
    citizen_id: str
    parent_number: str


def declare_child(opener: Opener, form: ChildForm) -> UUID:
    """Check, ask the population database, keep: it is asked in no transaction.

    Not found and not this person's child are one answer, so that nobody learns
    whose child somebody is; the counter is the other way.
    """
    child = opener(check_child, form)
    relation = opener(ask_relation, child)
    if relation is None:
        raise RuleViolation({"child_citizen_id": DelegationFault.CHILD_NOT_FOUND})
    return opener(keep_child, child, relation)


def check_child(work: Work, form: ChildForm) -> Child:
    """Read the form; only a person whose own number is proved has children here."""
    account, today = own_account(work), local_day(work.now)
    if account.party is not Party.CITIZEN:
        raise Forbidden("organisation")
    if account.assurance_level < VERIFIED_LEVEL or not account.citizen_id:
        raise RuleViolation({"child_citizen_id": DelegationFault.PROVE_YOURSELF})
    problems: dict[str, str] = {}
    name, born, number = "", today, ""
    try:
        name = read_name(form.name)
    except Unreadable as fault:
        problems["child_name"] = fault.key
    try:
        born = read_birth_date(form.birth_date, today)
    except Unreadable as fault:
        problems["child_birth_date"] = fault.key
    try:
        number = read_citizen_id(form.citizen_id, former_allowed=False)
    except Unreadable as fault:
        problems["child_citizen_id"] = fault.key
    if not problems and last_day_of_childhood(born) < today:
        problems["child_birth_date"] = DelegationFault.CHILD_GROWN
    if problems:
        raise RuleViolation(problems)
    return Child(name, born, number, account.citizen_id)


def ask_relation(work: Work, child: Child) -> Relation | None:
    """Tell what the actor is to the child, by the child's own record.

    The session stays untouched, so no transaction is open while another
    system is waited for (OB-1).
    """
    question = PopulationQuestion(
        reference=uuid4().hex,
        purpose=PURPOSE,
        citizen_id=child.citizen_id,
        full_name=child.name,
        birth_date=child.birth_date,
    )
    found = work.systems.population.find(question)
    return relation_of(found, child.parent_number) if found else None


def relation_of(record_: PopulationRecord, number: str) -> Relation | None:
    """Return as whom the record names this number, if at all."""
    named = {
        Relation.FATHER: record_.father,
        Relation.MOTHER: record_.mother,
        Relation.GUARDIAN: record_.guardian,
    }
    for relation, person in named.items():
        if person is not None and person.citizen_id == number:
            return relation
    return None


def keep_child(work: Work, child: Child, relation: Relation) -> UUID:
    """Keep the child until the eighteenth birthday; declared twice, kept once."""
    account, today = own_account(work, lock=True), local_day(work.now)
    if standing := _standing(work, account, child, today):
        return standing
    delegation = Delegation(
        delegate_id=account.id,
        delegate_name=account.full_name,
        kind=DelegationKind.CHILD,
        child_name=child.name,
        child_birth_date=child.birth_date,
        child_citizen_id=child.citizen_id,
        relation=relation,
        source="population",
        starts_on=today,
        ends_on=last_day_of_childhood(child.birth_date),
        created_at=work.now,
        created_by_id=account.id,
        accepted_at=work.now,
    )
    work.session.add(delegation)
    work.session.flush()
    record(work, "delegation.child_declared", delegation.id)
    tell_parties(work, delegation, NoticeKind.DELEGATION_GIVEN)
    return delegation.id


def _standing(work: Work, account: Account, child: Child, today: date) -> UUID | None:
    query = select(Delegation.id).where(
        Delegation.delegate_id == account.id,
        Delegation.kind == DelegationKind.CHILD,
        Delegation.child_citizen_id == child.citizen_id,
        col(Delegation.revoked_at).is_(None),
        col(Delegation.ends_on) >= today,
    )
    return work.session.exec(query).first()
