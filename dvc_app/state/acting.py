"""Acting for others in the words every screen shows (R41)."""

from dataclasses import dataclass

from dvc_app import formats
from dvc_app.wording import delegations as wording
from services.core.identifiers import mask_citizen_id
from services.delegations.acting import Acting


@dataclass(frozen=True)
class PrincipalRow:
    """Somebody a dossier can be filed for."""

    id: str
    name: str
    basis: str


@dataclass(frozen=True)
class OwnerRow:
    """The owner of a dossier that somebody else files."""

    name: str = ""
    born: str = ""
    number: str = ""  # masked
    basis: str = ""
    words: str = ""


def basis_of(acting: Acting) -> str:
    """Return by which right somebody acts."""
    template = wording.BASES[acting.relation or acting.kind]
    return template.format(
        starts=formats.day(acting.starts_on), ends=formats.day(acting.ends_on)
    )


def principal_row(acting: Acting) -> PrincipalRow:
    """Return one person of the choice ‹Nộp cho ai?›."""
    return PrincipalRow(str(acting.delegation_id), acting.name, basis_of(acting))


def owner_row(acting: Acting | None) -> OwnerRow:
    """Return the owner as the pages of a filing show them."""
    if acting is None:
        return OwnerRow()
    basis = basis_of(acting)
    return OwnerRow(
        name=acting.name,
        born=formats.day(acting.birth_date),
        number=mask_citizen_id(acting.number) if acting.number else "",
        basis=basis,
        words=wording.ACTING_FOR.format(owner=acting.name, basis=basis),
    )


def on_behalf(submitter: str, acting: Acting | None) -> str:
    """Return who handed in, and for whom by which right."""
    if acting is None:
        return submitter
    return wording.ON_BEHALF.format(
        submitter=submitter, owner=acting.name, basis=basis_of(acting)
    )


def filed_mark(submitter: str, acting_for: str, is_mine: bool) -> str:
    """Return the mark of a dossier in a list: by whom, or for whom."""
    if is_mine:
        return wording.FILED_FOR.format(name=acting_for) if acting_for else ""
    words = wording.FILED_BY if acting_for else wording.FILED_OF
    return words.format(name=submitter)
