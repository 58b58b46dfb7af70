"""Writes the rules that come with the portal: rules/*.toml, typed in as facts."""

import hashlib
import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlmodel import select

from services.fees.models import FeeRule
from services.fees.rule import Rule, read_rule
from services.work import Work

FOLDER = Path(__file__).parent / "rules"


def read_rules(folder: Path = FOLDER) -> list[Rule]:
    """Return the rules of all files; `[relief.<name>]` is shared within its file."""
    found: list[Rule] = []
    for path in sorted(folder.glob("*.toml")):
        raw = tomllib.loads(path.read_text("utf-8"))
        shared, base = raw.get("relief", {}), raw.get("defaults", {})
        for one in raw["rule"]:
            names = one.get("relief", base.get("relief", []))
            reliefs = [_named(shared, name) for name in names]
            found.append(read_rule(base | one | {"relief": reliefs}))
    return found


def load_rules(work: Work) -> int:
    """Write the rules; return how many changed. Loading twice changes nothing.

    A dossier keeps the lines it was handed in with, so a mended rule mends none.
    Of a procedure whose fees administrators published, the files say nothing more:
    neither a mended row nor a new one, or a fee would come back or be asked twice.
    """
    return write_rules(work, read_rules())


def write_rules(work: Work, rules: Iterable[Rule]) -> int:
    """Write these rules, one row for each procedure."""
    session, changed = work.session, 0
    kept = {
        (row.procedure_code, row.code, row.valid_from): row
        for row in session.exec(select(FeeRule))
    }
    published = {row.procedure_code for row in kept.values() if row.change_id}
    for position, rule in enumerate(rules):
        definition: dict[str, Any] = rule.model_dump(mode="json")  # Any: JSON
        written = json.dumps([definition, position], sort_keys=True)
        digest = hashlib.sha256(written.encode()).hexdigest()
        for code in rule.procedures:
            if code in published:
                continue
            row = kept.get((code, rule.code, rule.valid_from))
            row = row or FeeRule(
                procedure_code=code, code=rule.code, valid_from=rule.valid_from
            )
            if row.digest == digest:
                continue
            row.valid_to, row.position = rule.valid_to, position
            row.definition, row.digest = definition, digest
            session.add(row)
            changed += 1
    session.flush()
    return changed


def _named(shared: dict[str, Any], name: str) -> dict[str, Any]:
    # Any: a TOML table.
    return {"code": name, **shared[name]}
