"""Store versions of forms: the shipped ones, and what the province publishes."""

import hashlib
import json
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from services.audit.record import record
from services.eforms.definition import EformDefinition, read_definition
from services.eforms.models import Eform, EformState, ProcedureEform
from services.work import Work

FOLDER = Path(__file__).with_name("definitions")


class AlteredVersion(ValueError):
    """A version that people fill in was changed in place: give it a new number."""


def load_eforms(work: Work, folder: Path = FOLDER) -> int:
    """Add the versions that are new; a newer one supersedes from its day on.

    A version in use is never changed: dossiers rest on it. Where the province has
    published a version of its own, a newer shipped one never takes its place by
    itself: it is offered, and administrators decide (A03).
    """
    return add_eforms(work, shipped_definitions(folder))


def shipped_definitions(folder: Path = FOLDER) -> tuple[EformDefinition, ...]:
    """Return the definitions of a folder, by name of file."""
    return tuple(
        read_definition(tomllib.loads(path.read_text("utf-8")))
        for path in sorted(folder.glob("*.toml"))
    )


def add_eforms(work: Work, definitions: Iterable[EformDefinition]) -> int:
    """Store these shipped definitions; return how many were new."""
    added = 0
    held: dict[str, list[Eform]] = {}
    for one in work.session.exec(select(Eform)):
        held.setdefault(one.code, []).append(one)
    for definition in definitions:
        digest, same = digest_of(definition), held.setdefault(definition.code, [])
        if any(one.digest == digest for one in same):
            continue
        _check_unaltered(definition, same)
        same.append(_ship(work, definition, same))
        added += 1
    return added


def add_own_version(work: Work, definition: EformDefinition) -> Eform:
    """Store what administrators publish, under the next number of its form."""
    query = select(Eform).where(Eform.code == definition.code)
    held = work.session.exec(query.order_by(col(Eform.version)).with_for_update()).all()
    numbered = definition.model_copy(update={"version": _next_number(held)})
    row = _row(numbered, digest_of(numbered))
    row.is_own = True
    return _store(work, row, numbered)


def digest_of(definition: EformDefinition) -> str:
    """Return the fingerprint of a definition, whatever order its keys have."""
    whole = json.dumps(as_json(definition), sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def as_json(definition: EformDefinition) -> dict[str, Any]:
    """Return a definition as it is stored; Any: JSON.

    What a definition leaves out stays out, so that a property added later to all
    forms does not make every old version look altered.
    """
    return definition.model_dump(mode="json", exclude_defaults=True)


def _check_unaltered(definition: EformDefinition, held: Iterable[Eform]) -> None:
    shipped = {one.shipped_as or one.version for one in held if not one.is_own}
    if definition.version in shipped:
        raise AlteredVersion(f"{definition.code} {definition.version}")


def _ship(work: Work, definition: EformDefinition, held: Sequence[Eform]) -> Eform:
    digest, number = digest_of(definition), definition.version
    if any(one.version == number for one in held):  # the province's own has it
        update = {"version": _next_number(held)}
        definition = definition.model_copy(update=update)
    row = _row(definition, digest)
    row.shipped_as = number if number != definition.version else None
    if any(one.is_own and one.state is EformState.IN_USE for one in held):
        row.state = EformState.OFFERED
    return _store(work, row, definition)


def _next_number(held: Iterable[Eform]) -> int:
    return max((one.version for one in held), default=0) + 1


def _row(definition: EformDefinition, digest: str) -> Eform:
    return Eform(
        code=definition.code,
        version=definition.version,
        starts_on=definition.starts_on,
        digest=digest,
        definition=as_json(definition),
    )


def _store(work: Work, eform: Eform, definition: EformDefinition) -> Eform:
    work.session.add(eform)
    work.session.flush()
    for code in definition.procedures:
        work.session.add(ProcedureEform(procedure_code=code, eform_id=eform.id))
    work.session.flush()
    record(work, "load_eform", eform.id, code=definition.code, version=eform.version)
    return eform
