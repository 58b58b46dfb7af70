"""Read the shipped definitions into the database; reading them again adds nothing."""

import hashlib
import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlmodel import select

from services.audit.record import record
from services.eforms.definition import EformDefinition, read_definition
from services.eforms.models import Eform, ProcedureEform
from services.work import Work

FOLDER = Path(__file__).with_name("definitions")


class AlteredVersion(ValueError):
    """A version that people fill in was changed in place: give it a new number."""


def load_eforms(work: Work, folder: Path = FOLDER) -> int:
    """Add the versions that are new; a newer one supersedes from its day on.

    A version in use is never changed: dossiers rest on it.
    """
    return add_eforms(work, shipped_definitions(folder))


def shipped_definitions(folder: Path = FOLDER) -> tuple[EformDefinition, ...]:
    """Return the definitions of a folder, by name of file."""
    return tuple(
        read_definition(tomllib.loads(path.read_text("utf-8")))
        for path in sorted(folder.glob("*.toml"))
    )


def add_eforms(work: Work, definitions: Iterable[EformDefinition]) -> int:
    """Store these definitions; return how many were new."""
    held = {(one.code, one.version): one for one in work.session.exec(select(Eform))}
    added = 0
    for definition in definitions:
        digest = digest_of(definition)
        known = held.get((definition.code, definition.version))
        if known is None:
            _add(work, definition, digest)
            added += 1
        elif known.digest != digest:
            raise AlteredVersion(f"{definition.code} {definition.version}")
    return added


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


def _add(work: Work, definition: EformDefinition, digest: str) -> None:
    eform = Eform(
        code=definition.code,
        version=definition.version,
        starts_on=definition.starts_on,
        digest=digest,
        definition=as_json(definition),
    )
    work.session.add(eform)
    work.session.flush()
    for code in definition.procedures:
        work.session.add(ProcedureEform(procedure_code=code, eform_id=eform.id))
    work.session.flush()
    record(work, "load_eform", eform.id, code=definition.code, version=eform.version)
