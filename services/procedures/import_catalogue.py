"""Takes in files of the national portal: every record imported, or refused with a reason."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import delete, insert
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select

from services.core.errors import Forbidden
from services.procedures.facts import Facts
from services.procedures.local_layers import write_beneath
from services.procedures.models import ImportRemark, Procedure
from services.procedures.national_facts import (
    detail_facts,
    digest,
    list_facts,
    unchanged_facts,
)
from services.procedures.reading import Line, read_lines
from services.procedures.version import renew_version
from services.procedures.write_facts import stable_id
from services.work import Role, Work

BATCH = 250
Tick = Callable[[int], None]


@dataclass(frozen=True)
class Refusal:
    """A line that was not taken, and why."""

    file: str
    line: int
    reason: str  # key of remarks.toml
    value: str = ""


@dataclass(frozen=True)
class Imported:
    """What became of the lines of all files."""

    read: int
    imported: int  # accepted, whether they changed anything or not
    changed: int
    refused: tuple[Refusal, ...]
    remarks: tuple[tuple[str, int], ...]  # reason → records, most frequent first


def import_catalogue(
    work: Work, paths: list[Path], tick: Tick | None = None
) -> Imported:
    """Import files in the order given. `tick` is told how many lines went by."""
    if not work.actor.is_system:
        if Role.ADMINISTRATOR not in work.actor.roles:
            raise Forbidden("administrator")
        work.actor.require_officer(Role.ADMINISTRATOR)
    read = imported = changed = 0
    refused: list[Refusal] = []
    for path in paths:
        mine: list[Refusal] = []
        for lines, batch in _batches(work, path, mine):
            kept, new = _write(work, path, batch, mine)
            read, imported, changed = read + lines, imported + kept, changed + new
            if tick:
                tick(lines)
        _keep_refusals(work, path, mine)
        refused += mine
    renew_version(work.session)
    return Imported(read, imported, changed, tuple(refused), _remark_counts(work))


def _batches(
    work: Work, path: Path, refused: list[Refusal]
) -> Iterator[tuple[int, list[tuple[int, Facts]]]]:
    """Yield lines in batches in which no code comes twice."""
    seen: set[str] = set()
    known = _known_digests(work)
    lines, batch = 0, []
    for line in read_lines(path):
        lines += 1
        facts, reason, value = _facts(work, line, known)
        if facts is None:
            refused.append(Refusal(path.name, line.number, reason, value[:200]))
        elif facts.code in seen:
            refused.append(Refusal(path.name, line.number, "code_repeated", facts.code))
        else:
            seen.add(facts.code)
            batch.append((line.number, facts))
        if lines == BATCH:
            yield lines, batch
            lines, batch = 0, []
    yield lines, batch


def _known_digests(work: Work) -> set[str]:
    found = work.session.exec(select(Procedure.list_digest, Procedure.detail_digest))
    return {digest for both in found for digest in both}


def _facts(work: Work, line: Line, known: set[str]) -> tuple[Facts | None, str, str]:
    """Return the facts of a line, or the reason why there are none."""
    if line.record is None:
        return None, line.refusal, ""
    record, is_detail, refusal = unwrap(line.record)
    if refusal:
        return None, refusal, str(line.record.get("message", ""))[:200]
    same = digest(record, work.province)
    if same in known:
        return unchanged_facts(record, is_detail, same), "", ""
    try:
        read = detail_facts if is_detail else list_facts
        facts = read(record, work.province)
    except (ValidationError, RecursionError):
        return None, "not_a_record", ""
    if not facts.code:
        return None, "code_missing", ""
    if not facts.values["name"]:
        return None, "name_missing", facts.code
    return facts, "", ""


def unwrap(record: dict[str, Any]) -> tuple[dict[str, Any], bool, str]:
    """Return the record itself, whether it is a detail, and a refusal."""
    if "data" in record:
        inner = record["data"]
        if record.get("code") != "OK" or not isinstance(inner, dict):
            return {}, True, "answer_not_ok"
        return inner, True, ""
    if not {"code", "name", "id"} & record.keys():
        return {}, False, "not_a_record"
    return record, "executionMethods" in record or "executionCases" in record, ""


def _write(
    work: Work, path: Path, batch: list[tuple[int, Facts]], refused: list[Refusal]
) -> tuple[int, int]:
    """Write a batch; if the database refuses it, find the record that it refuses."""
    try:
        with work.session.begin_nested():
            return len(batch), write_beneath(work, [facts for _, facts in batch])
    except DBAPIError as error:
        if len(batch) == 1:
            number, facts = batch[0]
            shown = f"{facts.code}: {type(error.orig).__name__}"
            refused.append(Refusal(path.name, number, "not_storable", shown))
            return 0, 0
    parts = [_write(work, path, [one], refused) for one in batch]
    return sum(kept for kept, _ in parts), sum(new for _, new in parts)


def _keep_refusals(work: Work, path: Path, refused: list[Refusal]) -> None:
    """Replace the refusals of this file by those of this time."""
    work.session.execute(
        delete(ImportRemark).where(
            col(ImportRemark.origin) == path.name, col(ImportRemark.is_refusal)
        )
    )
    rows = [
        {
            "id": stable_id("refusal", path.name, one.line),
            "procedure_code": "",
            "origin": path.name,
            "field": str(one.line),
            "reason": one.reason,
            "value": one.value,
            "is_refusal": True,
        }
        for one in refused
    ]
    if rows:
        work.session.execute(insert(ImportRemark), rows)


def _remark_counts(work: Work) -> tuple[tuple[str, int], ...]:
    found = work.session.exec(
        select(ImportRemark.reason, ImportRemark.procedure_code)
        .where(~col(ImportRemark.is_refusal))
        .distinct()
    ).all()
    return tuple(Counter(reason for reason, _ in found).most_common())
