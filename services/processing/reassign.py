"""Give the step under way to another officer of the unit (điều chuyển)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import any_, literal
from sqlmodel import col, select

from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.officer_models import OfficerPost
from services.accounts.posts import in_force
from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.models import Dossier, DossierStatus
from services.processing.announce import announce
from services.processing.models import DossierStep
from services.processing.queries import (
    agency_dossier,
    names_of,
    renew_version,
    steps_of,
)
from services.processing.rules import current_step, give_to, is_barred
from services.processing.step_log import Handing, log_step
from services.processing.step_models import StepKind
from services.work import Role, Work

REASON_LENGTHS = (5, 1000)


@dataclass(frozen=True)
class Colleague:
    """An officer one may name."""

    id: UUID
    name: str
    title: str = ""


@dataclass(frozen=True)
class Reassigned:
    """Who has the step now."""

    code: str
    step: str
    officer: str
    version: int


def reassign(work: Work, code: str, officer_id: UUID, reason: str) -> Reassigned:
    """Let a leader of the unit give the step under way to one of its officers.

    The officer must hold the step's role there, and four eyes keep holding (AZ-9).
    Given twice to the same officer, it is given once.
    """
    work.actor.require_officer(Role.APPROVER)
    dossier = agency_dossier(work, code, lock=True)
    steps = steps_of(work.session, dossier.id)
    step = current_step(steps)
    if dossier.status != DossierStatus.PROCESSING or step is None:
        raise Conflict("not_in_process")
    name = receiver_of(work, step, steps, officer_id)
    if step.holder_id != officer_id:
        pass_to(work, dossier, step, (officer_id, name), read_reason(reason))
        record(work, "reassign_step", dossier.id, position=step.position)
        announce(work, dossier)
    return Reassigned(dossier.code or "", step.name, name, dossier.version)


def receiver_of(
    work: Work, step: DossierStep, steps: Sequence[DossierStep], officer_id: UUID
) -> str:
    """Return the name of an officer who may hold the step, or refuse (AZ-9)."""
    names = {one.id: one.name for one in may_hold(work, step, steps)}
    if officer_id not in names:
        raise RuleViolation({"officer": "officer_may_not_hold"})
    return names[officer_id]


def may_hold(
    work: Work, step: DossierStep, steps: Sequence[DossierStep]
) -> tuple[Colleague, ...]:
    """Return the officers of the unit who hold the step's role and may act on it."""
    found = colleagues(work, step.agency_id, step.role)
    return tuple(one for one in found if not is_barred(step, steps, one.id))


def colleagues(
    work: Work, agency_id: UUID, role: str | None = None
) -> tuple[Colleague, ...]:
    """Return the officers with a post in force at the unit, by name."""
    query = (
        select(Account.id, Account.full_name, OfficerPost.title)
        .join(OfficerPost, col(OfficerPost.account_id) == col(Account.id))
        .where(
            OfficerPost.agency_id == agency_id,
            in_force(work.now),
            Account.kind == AccountKind.OFFICER,
            Account.status == AccountStatus.ACTIVE,
        )
        .order_by(col(Account.full_name), col(Account.id))
    )
    if role is not None:
        query = query.where(literal(role) == any_(col(OfficerPost.roles)))
    rows = {row[0]: Colleague(*row) for row in work.session.exec(query)}
    return tuple(rows.values())


def pass_to(
    work: Work,
    dossier: Dossier,
    step: DossierStep,
    to: tuple[UUID, str],
    reason: str,
) -> None:
    """Give the step to somebody else, and write down from whom to whom and why."""
    held = names_of(work.session, [step.holder_id])
    giver = held.get(step.holder_id, "") if step.holder_id else ""
    handing = Handing(step.holder_id, giver, to[0], to[1], reason)
    log_step(work, dossier, step, StepKind.REASSIGNED, handing)
    give_to(step, to[0])
    work.session.add(step)
    renew_version(work, dossier)


def read_reason(text: str, field: str = "reason") -> str:
    """Read the reason; none is refused at its field."""
    try:
        return read_note(text, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({field: fault.key}) from None
