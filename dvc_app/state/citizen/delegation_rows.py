"""What the page of delegations draws, as display strings."""

from dataclasses import dataclass

from dvc_app import formats
from dvc_app.wording import delegations as wording
from services.delegations.list_delegations import DelegationLine, DelegationState

OPEN = (DelegationState.WAITING, DelegationState.COMING, DelegationState.STANDS)


@dataclass(frozen=True)
class DelegationRow:
    """One delegation, seen from the side of the person who reads."""

    id: str
    name: str  # of the other side
    details: str
    period: str
    state: str
    state_css: str
    may_revoke: bool
    revoke_label: str


@dataclass(frozen=True)
class InvitationRow:
    """A delegation that waits for the person's answer."""

    id: str
    title: str
    hint: str
    period: str
    accept_label: str
    decline_label: str


def held_row(line: DelegationLine) -> DelegationRow:
    """Return whom the person acts for."""
    kind = wording.RELATIONS.get(line.relation) or wording.KINDS[line.kind]
    manager = [wording.MANAGER] if line.is_manager else []
    return _row(line, line.principal_name, [kind, *manager])


def given_row(line: DelegationLine, own_name: str) -> DelegationRow:
    """Return who acts for the person, or for an organisation of theirs."""
    details = [line.delegate_number]
    if line.principal_name != own_name:
        details.append(wording.FOR_ORGANISATION.format(name=line.principal_name))
    if line.is_manager:
        details.append(wording.MANAGER)
    return _row(line, line.delegate_name, details)


def invitation_row(line: DelegationLine) -> InvitationRow:
    """Return an invitation with what accepting means."""
    name = line.principal_name
    return InvitationRow(
        id=str(line.id),
        title=wording.INVITED.format(name=name),
        hint=wording.INVITED_HINT.format(name=name),
        period=_period(line),
        accept_label=wording.ACCEPT_NAMED.format(name=name),
        decline_label=wording.DECLINE_NAMED.format(name=name),
    )


def is_open(line: DelegationLine) -> bool:
    """Tell whether it holds, or may yet hold."""
    return line.state in OPEN


def _row(line: DelegationLine, name: str, details: list[str]) -> DelegationRow:
    words, css = wording.STATES[line.state]
    return DelegationRow(
        id=str(line.id),
        name=name,
        details=" · ".join(part for part in details if part),
        period=_period(line),
        state=words,
        state_css=css,
        may_revoke=line.may_revoke,
        revoke_label=wording.REVOKE_NAMED.format(name=name),
    )


def _period(line: DelegationLine) -> str:
    return wording.PERIOD.format(
        starts=formats.day(line.starts_on), ends=formats.day(line.ends_on)
    )
