"""What a machine sees in a dossier: one list for who files it and who receives it.

The wizard's last step and the reception call the same function with the same
facts, so that nobody is refused for what the portal could have said before (N10).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from services.accounts.models import Account, Party
from services.core.text import name_key
from services.delegations.rules import VERIFIED_LEVEL
from services.dossiers.fields import Value
from services.dossiers.file_facts import FileFacts, KnownFiles
from services.dossiers.snapshot import FrozenComponent
from services.files.models import FileState, SignatureVerdict, StoredFile

NO_FACTS = FileFacts()


class Check(StrEnum):
    """What may be found; each has its sentence and what to do about it."""

    COMPONENT_MISSING = "component_missing"
    FILE_REFUSED = "file_refused"
    PAGE_BLANK = "page_blank"
    PAGE_BLURRED = "page_blurred"
    PAGE_DARK = "page_dark"
    SIGNATURE_INVALID = "signature_invalid"
    SIGNATURE_EXPIRED = "signature_expired"
    SIGNATURE_UNCERTAIN = "signature_uncertain"
    PAPER_EXPIRED = "paper_expired"
    PAPER_REVOKED = "paper_revoked"
    BIRTH_DATE_MISSING = "birth_date_missing"
    PHONE_MISSING = "phone_missing"
    NAME_DIFFERS = "name_differs"


DOUBTS = {
    "blank": Check.PAGE_BLANK,
    "blurred": Check.PAGE_BLURRED,
    "dark": Check.PAGE_DARK,
}
EXPIRED = "certificate_expired"  # why a signature is in doubt


@dataclass(frozen=True)
class Finding:
    """One thing found, and the component or field it lies in."""

    check: Check
    target: str = ""


@dataclass(frozen=True)
class LookedAt:
    """The facts that are looked at, of a draft or of what was handed in."""

    components: Sequence[FrozenComponent]
    files: KnownFiles
    values: Mapping[str, Value | None] = field(default_factory=dict)
    known_name: str = ""  # of the submitter, as a register has confirmed it
    today: date = date.min


def machine_checks(seen: LookedAt) -> tuple[Finding, ...]:
    """Return what is found, what stops a reception first, each thing once."""
    found = [*_missing(seen), *_of_files(seen), *_of_person(seen)]
    order = list(Check)
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda finding: order.index(finding.check)))


def confirmed_name(account: Account | None) -> str:
    """Return the name a register has confirmed, or nothing."""
    if account is None or account.party is not Party.CITIZEN:
        return ""
    return account.full_name if account.assurance_level >= VERIFIED_LEVEL else ""


def _missing(seen: LookedAt) -> Iterator[Finding]:
    sent = {file.slot for file in seen.files.files}
    for component in seen.components:
        if component.required and component.code not in sent:
            yield Finding(Check.COMPONENT_MISSING, component.code)


def _of_files(seen: LookedAt) -> Iterator[Finding]:
    named = {component.code for component in seen.components}
    for file in seen.files.files:
        if file.slot in named:
            for check in _of_file(file, _facts(seen, file.id), seen.today):
                yield Finding(check, file.slot)


def _of_file(file: StoredFile, facts: FileFacts, today: date) -> Iterator[Check]:
    if file.state is FileState.REFUSED:
        yield Check.FILE_REFUSED
        return
    yield from (DOUBTS[doubt] for doubt in facts.doubts if doubt in DOUBTS)
    if file.signature is SignatureVerdict.INVALID:
        yield Check.SIGNATURE_INVALID
    elif file.signature is SignatureVerdict.UNCERTAIN:
        is_expired = file.signature_fault == EXPIRED
        yield Check.SIGNATURE_EXPIRED if is_expired else Check.SIGNATURE_UNCERTAIN
    if facts.is_revoked:
        yield Check.PAPER_REVOKED
    elif facts.valid_until is not None and facts.valid_until < today:
        yield Check.PAPER_EXPIRED


def _of_person(seen: LookedAt) -> Iterator[Finding]:
    values = seen.values
    if not values.get("submitter_birth_date"):
        yield Finding(Check.BIRTH_DATE_MISSING, "submitter_birth_date")
    if not values.get("submitter_phone"):
        yield Finding(Check.PHONE_MISSING, "submitter_phone")
    name = str(values.get("submitter_name") or "")
    if name and seen.known_name and name_key(name) != name_key(seen.known_name):
        yield Finding(Check.NAME_DIFFERS, "submitter_name")


def _facts(seen: LookedAt, file_id: UUID) -> FileFacts:
    return seen.files.facts.get(file_id, NO_FACTS)
