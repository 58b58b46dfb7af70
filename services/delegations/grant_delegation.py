"""Let somebody act for one, or for one's organisation (ủy quyền)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, func, select

from services.accounts.models import Account, Party
from services.accounts.notices import NoticeKind
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import NotFound, RuleViolation
from services.core.faults import Fault, Unreadable
from services.core.identifiers import mask_citizen_id, mask_phone
from services.core.readers import read_citizen_id, read_date, read_mobile, read_name
from services.delegations.faults import DelegationFault
from services.delegations.models import Delegation, DelegationKind
from services.delegations.queries import (
    addressee,
    delegate_key,
    keys_of,
    managed_by,
    own_account,
)
from services.delegations.rules import MOST_GIVEN, check_days, years_after
from services.delegations.tell_parties import tell_parties
from services.work import Work

FURTHEST = 10  # years a day may lie ahead to be a day at all
PHONE_LENGTH = 10


@dataclass(frozen=True)
class GrantForm:
    """To whom, from when until when; for one's organisation, or for oneself."""

    number: str  # personal number or mobile phone
    name: str
    starts_on: str
    ends_on: str
    is_manager: bool = False
    organisation_id: UUID | None = None  # one the actor manages


@dataclass(frozen=True)
class _Grant:
    """The form, read."""

    number: str
    name: str
    starts_on: date
    ends_on: date


def grant_delegation(work: Work, form: GrantForm) -> UUID:
    """Address a delegation to whoever holds this number and name; they accept it.

    It is kept the same whether or not there is such an account, and reads the
    same to who granted it until it is accepted (AU-4). Name and number together
    keep a slip of a digit from reaching a stranger.
    """
    own = own_account(work, lock=True)
    principal = _principal(work, own, form.organisation_id)
    is_person = principal.party is Party.CITIZEN
    kind = DelegationKind.RELATIVE if is_person else DelegationKind.ORGANISATION
    asked = _read(form, local_day(work.now))
    check_days(kind, asked.starts_on, asked.ends_on, local_day(work.now))
    key = delegate_key(work.secret, asked.number, asked.name)
    # A manager may well be the person meant: only of oneself it makes no sense.
    if key in keys_of(work.secret, own):
        raise RuleViolation({"number": DelegationFault.TO_SELF})
    if found := _standing(work, principal.id, key, asked):
        return found
    _check_room(work, principal.id, kind)
    delegation = Delegation(
        delegate_key=key,
        delegate_name=asked.name,
        delegate_number=_masked(asked.number),
        kind=kind,
        principal_id=principal.id,
        # Only the organisation itself makes managers, or they would make each other.
        is_manager=form.is_manager and not is_person and principal.id == own.id,
        source="principal",
        starts_on=asked.starts_on,
        ends_on=asked.ends_on,
        created_at=work.now,
        created_by_id=own.id,
    )
    work.session.add(delegation)
    work.session.flush()
    record(work, "delegation.granted", delegation.id, kind=str(kind))
    _announce(work, delegation, asked)
    return delegation.id


def _announce(work: Work, delegation: Delegation, asked: _Grant) -> None:
    meant = addressee(work.session, asked.number, asked.name)
    meant_id = meant.id if meant else None
    tell_parties(work, delegation, NoticeKind.DELEGATION_GIVEN, meant_id)


def _principal(work: Work, own: Account, organisation_id: UUID | None) -> Account:
    if organisation_id is None or organisation_id == own.id:
        return own
    managed = managed_by(own.id, work.now).where(
        Delegation.principal_id == organisation_id
    )
    if work.session.exec(managed).first() is None:
        raise NotFound("organisation")
    return work.session.get_one(Account, organisation_id)


def _read(form: GrantForm, today: date) -> _Grant:
    problems: dict[str, str] = {}
    latest, days = years_after(today, FURTHEST), {}
    number = name = ""
    try:
        number = read_number(form.number)
    except Unreadable as fault:
        problems["number"] = fault.key
    try:
        name = read_name(form.name)
    except Unreadable as fault:
        problems["name"] = fault.key
    for field, text in (("starts_on", form.starts_on), ("ends_on", form.ends_on)):
        try:
            days[field] = read_date(text, latest=latest)
        except Unreadable as fault:
            problems[field] = fault.key
    if problems:
        raise RuleViolation(problems)
    return _Grant(number, name, days["starts_on"], days["ends_on"])


def read_number(text: str) -> str:
    """Read a personal number or a mobile phone, whichever was typed."""
    try:
        return read_mobile(text)
    except Unreadable as fault:
        if fault.key is Fault.REQUIRED:
            raise
        return read_citizen_id(text, former_allowed=False)


def _masked(number: str) -> str:
    is_phone = len(number) == PHONE_LENGTH
    return mask_phone(number) if is_phone else mask_citizen_id(number)


def _standing(work: Work, principal_id: UUID, key: str, asked: _Grant) -> UUID | None:
    """Return what an earlier press granted; with other days, refuse."""
    query = select(Delegation).where(
        *_open(work, principal_id), Delegation.delegate_key == key
    )
    found = work.session.exec(query).first()
    if found is None:
        return None
    if (found.starts_on, found.ends_on) != (asked.starts_on, asked.ends_on):
        raise RuleViolation({"number": DelegationFault.STANDS})
    return found.id


def _check_room(work: Work, principal_id: UUID, kind: DelegationKind) -> None:
    query = select(func.count()).where(*_open(work, principal_id))
    if work.session.exec(query).one() >= MOST_GIVEN[kind]:
        raise RuleViolation({"number": DelegationFault.TOO_MANY})


def _open(work: Work, principal_id: UUID) -> tuple[bool, ...]:
    return (
        Delegation.principal_id == principal_id,
        col(Delegation.revoked_at).is_(None),
        col(Delegation.declined_at).is_(None),
        col(Delegation.ends_on) >= local_day(work.now),
    )  # type: ignore[return-value]
