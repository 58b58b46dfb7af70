"""Reads what crashes left behind and names everything that should not be so.

It knows the promises (P1, P2, P4) and the tables, and none of the use cases.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, text
from sqlmodel import Session, select

from services.audit.models import AuditEntry
from services.dossiers.models import (
    CodeCounter,
    Dossier,
    DossierStatus,
    TimelineEntry,
)
from services.files.models import FileState, StoredFile
from tests.crash.journal import ACKNOWLEDGED, Line

JOBS = (
    "select args->>'file_id', count(*) from procrastinate_jobs"
    " where task_name = 'files.inspect_file' group by 1"
)
Problems = Iterator[str]


@dataclass(frozen=True)
class Intent:
    """One dossier somebody wanted, with the digest of its paper."""

    key: str
    account_id: UUID
    digest: str


@dataclass(frozen=True)
class Seen:
    """Everything the database holds, read once."""

    dossiers: dict[UUID, Dossier]
    files: dict[UUID, StoredFile]
    counters: dict[tuple[str, str], int]
    handed_in: Counter[UUID]
    acts: Counter[tuple[str, UUID | None]]
    jobs: dict[UUID, int]


def find_problems(
    engine: Engine, folder: Path, intents: Sequence[Intent], lines: Iterable[Line]
) -> list[str]:
    """Return every broken promise; an empty list is what a sound build leaves."""
    seen = _read(engine)
    return [
        *_missing(seen, lines),
        *_doubled(seen, intents),
        *_half_done(seen),
        *_numbers(seen),
        *_files(seen, folder, {one.key: one for one in intents}),
        *_strays(seen, folder),
    ]


def find_unfinished(engine: Engine, intents: Sequence[Intent]) -> list[str]:
    """Return the intents that no dossier with a code answers yet."""
    done = {
        dossier.draft_key
        for dossier in _read(engine).dossiers.values()
        if dossier.status is DossierStatus.SUBMITTED and dossier.code
    }
    return [f"unfinished: {one.key}" for one in intents if one.key not in done]


def _read(engine: Engine) -> Seen:
    with Session(engine, expire_on_commit=False) as session:
        entries = session.exec(select(TimelineEntry)).all()
        audit = session.exec(select(AuditEntry)).all()
        counters = session.exec(select(CodeCounter)).all()
        return Seen(
            dossiers={one.id: one for one in session.exec(select(Dossier))},
            files={one.id: one for one in session.exec(select(StoredFile))},
            counters={(c.agency_code, f"{c.day:%y%m%d}"): c.last for c in counters},
            handed_in=Counter(
                entry.dossier_id for entry in entries if entry.event == "submitted"
            ),
            acts=Counter((row.act, row.subject_id) for row in audit),
            jobs={UUID(key): n for key, n in session.execute(text(JOBS))},
        )


def _missing(seen: Seen, lines: Iterable[Line]) -> Problems:
    """P1: what was acknowledged is there."""
    of_intent = {dossier.draft_key: dossier for dossier in seen.dossiers.values()}
    for line in lines:
        if line.what != ACKNOWLEDGED:
            continue
        facts, where = line.facts, f"{line.intent} {line.act}"
        if "dossier" in facts and UUID(facts["dossier"]) not in seen.dossiers:
            yield f"acknowledged and missing: dossier of {where}"
            continue
        dossier = of_intent.get(line.intent)
        if dossier is None:
            yield f"acknowledged and missing: intent of {where}"
            continue
        yield from _missing_facts(seen, facts, dossier, where)


def _missing_facts(
    seen: Seen,
    facts: dict[str, Any],
    dossier: Dossier,
    where: str,  # Any: JSON
) -> Problems:
    for name, words in facts.get("answers", {}).items():
        if dossier.answers.get(name) != words:
            yield f"acknowledged and missing: {name} of {where}"
    if facts.get("code", dossier.code) != dossier.code:
        yield f"acknowledged and missing: {facts['code']} of {where}"
    if "file" not in facts:
        return
    file = seen.files.get(UUID(facts["file"]))
    if file is None or file.received < facts.get("received", 0):
        yield f"acknowledged and missing: bytes of {where}"
    elif "inspected" in facts and file.state is FileState.CHECKING:
        yield f"acknowledged and missing: verdict of {where}"


def _doubled(seen: Seen, intents: Iterable[Intent]) -> Problems:
    """P2: one intent has one dossier, one file has one job and one verdict."""
    known = {(one.account_id, one.key) for one in intents}
    born = Counter((d.account_id, d.draft_key) for d in seen.dossiers.values())
    for key, count in born.items():
        if key not in known:
            yield f"doubled: a dossier nobody asked for, {key[1]}"
        if count > 1:
            yield f"doubled: {count} dossiers of {key[1]}"
    for file in seen.files.values():
        expected = 0 if file.state is FileState.RECEIVING else 1
        if seen.jobs.get(file.id, 0) != expected:
            yield f"doubled: {seen.jobs.get(file.id, 0)} jobs for {file.id}"
        judged = file.state in (FileState.ACCEPTED, FileState.REFUSED)
        if seen.acts["finish_upload", file.id] != expected:
            yield f"doubled: the end of {file.id}"
        if seen.acts["inspect_file", file.id] != int(judged):
            yield f"doubled: the verdict on {file.id}"
    of_slot = Counter((f.subject_id, f.slot) for f in seen.files.values())
    yield from (f"doubled: files of {key[0]}" for key, n in of_slot.items() if n > 1)


def _half_done(seen: Seen) -> Problems:
    """Each dossier is handed in with all that belongs to it, or not at all."""
    sealed = Counter(f.subject_id for f in seen.files.values() if f.sealed_at)
    held = Counter(f.subject_id for f in seen.files.values())
    for dossier in seen.dossiers.values():
        whole = int(dossier.status is DossierStatus.SUBMITTED)
        parts = {
            "code": int(dossier.code is not None),
            "moment": int(dossier.submitted_at is not None),
            "snapshot": int(bool(dossier.frozen)),
            "timeline": seen.handed_in[dossier.id],
            "audit": seen.acts["submit_dossier", dossier.id],
        }
        for part, count in parts.items():
            if count != whole:
                yield f"half done: {dossier.draft_key} has {count} × {part}"
        if sealed[dossier.id] != (held[dossier.id] if whole else 0):
            yield f"half done: {dossier.draft_key} has {sealed[dossier.id]} sealed"
        if seen.acts["begin_draft", dossier.id] != 1:
            yield f"half done: {dossier.draft_key} was not begun once"


def _numbers(seen: Seen) -> Problems:
    """P4: {1..n} per agency and day, and the counter stands at n."""
    given: dict[tuple[str, str], list[int]] = {}
    for dossier in seen.dossiers.values():
        if dossier.code:
            agency, day, number = dossier.code.split("-")
            given.setdefault((agency, day), []).append(int(number))
    for key in given.keys() | seen.counters.keys():
        numbers = sorted(given.get(key, []))
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"numbers: {key} has {numbers}"
        if seen.counters.get(key) != len(numbers):
            yield f"numbers: the counter of {key} is {seen.counters.get(key)}"


def _files(seen: Seen, folder: Path, intents: dict[str, Intent]) -> Problems:
    """Every row's bytes are in the store, and are the bytes that were sent."""
    for file in seen.files.values():
        paths = [folder / part for part in file.parts]
        if file.state is FileState.RECEIVING:
            if sum(p.stat().st_size for p in paths if p.exists()) != file.received:
                yield f"not whole: pieces of {file.id}"
            continue
        dossier = seen.dossiers.get(file.subject_id)
        intent = intents.get(dossier.draft_key if dossier else "")
        if not (folder / file.key).exists():
            yield f"not whole: {file.id} has no object"
            continue
        digest = hashlib.sha256((folder / file.key).read_bytes()).hexdigest()
        if digest != file.sha256 or (intent and digest != intent.digest):
            yield f"not whole: {file.id} holds other bytes"
        if file.has_thumbnail and not (folder / file.thumbnail_key).exists():
            yield f"not whole: {file.id} has no thumbnail"


def _strays(seen: Seen, folder: Path) -> Problems:
    """Nothing lies in the store that no row names; asked after a sweep."""
    named: set[str] = set()
    for file in seen.files.values():
        named |= {*file.parts, file.key, file.thumbnail_key}
    for path in folder.rglob("*"):
        key = str(path.relative_to(folder))
        if path.is_file() and key not in named:
            yield f"stray: {key}"
