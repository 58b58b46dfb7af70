"""Prove that nobody edited, removed, added, swapped or cut the audit trail."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import obstore
from sqlmodel import col, func, select

from services.audit.chain import FIRST, chained_entries, link_hash
from services.audit.chain_models import AuditLink
from services.audit.models import AuditEntry
from services.audit.publish_head import FOLDER, Head, is_genuine
from services.work import Role, Work

AT_ONCE = 1_000
ENOUGH = 100  # problems: more tell nothing new


class Tampering(StrEnum):
    """What is wrong with the trail."""

    EDITED = "edited"  # an entry is not what it was
    DELETED = "deleted"  # a link without its entry
    INSERTED = "inserted"  # an entry without a link
    BROKEN = "broken"  # links swapped, missing or changed
    CUT = "cut"  # the tail a signed head speaks of is gone
    REWRITTEN = "rewritten"  # the chain is whole and not the one that was signed
    HEAD_FORGED = "head_forged"  # a published head was not signed by us


@dataclass(frozen=True)
class TrailProblem:
    """One thing found, and where: the place in the chain, 0 when it has none."""

    kind: Tampering
    seq: int


@dataclass(frozen=True)
class TrailReport:
    """How long the chain is, how many signed heads agree, and what is wrong."""

    links: int
    heads: int
    problems: list[TrailProblem] = field(default_factory=list)


def verify_trail(work: Work) -> TrailReport:
    """Recompute every link and compare with every head ever published (AL-4)."""
    if not work.actor.is_system:
        work.actor.require_officer(Role.AUDITOR, Role.ADMINISTRATOR)
    heads = list(_heads(work))
    genuine = {head.seq: head for head in heads if is_genuine(work.secret, head)}
    problems = [
        TrailProblem(Tampering.HEAD_FORGED, head.seq)
        for head in heads
        if not is_genuine(work.secret, head)
    ]
    length = 0
    for seq, problem in _walk(work, genuine):
        length = seq
        if problem and len(problems) < ENOUGH:
            problems.append(problem)
    problems += [
        TrailProblem(Tampering.CUT, seq) for seq in sorted(genuine) if seq > length
    ]
    if _unlinked(work):
        problems.append(TrailProblem(Tampering.INSERTED, 0))
    return TrailReport(length, len(genuine), problems[:ENOUGH])


def _walk(
    work: Work, heads: dict[int, Head]
) -> Iterator[tuple[int, TrailProblem | None]]:
    previous, place = FIRST, 0
    rows = work.session.execute(chained_entries().execution_options(yield_per=AT_ONCE))
    for row in rows:
        link: AuditLink = row.AuditLink
        place += 1
        kind: Tampering | None = None
        if link.seq != place or link.previous_hash != previous:
            kind = Tampering.BROKEN
        elif row.AuditEntry is None:
            kind = Tampering.DELETED
        elif link.hash != link_hash(link.previous_hash, row):
            kind = Tampering.EDITED
        elif link.seq in heads and heads[link.seq].hash != link.hash:
            kind = Tampering.REWRITTEN
        previous, place = link.hash, link.seq
        yield place, TrailProblem(kind, link.seq) if kind else None


def _unlinked(work: Work) -> int:
    linked = select(AuditLink.entry_id)
    lost = select(func.count()).where(col(AuditEntry.id).not_in(linked))
    return work.session.exec(lost).one()


def _heads(work: Work) -> Iterator[Head]:
    for found in obstore.list(work.storage.store, FOLDER):
        for entry in found:
            try:
                yield Head(**json.loads(work.storage.read(entry["path"])))
            except (ValueError, TypeError):
                yield Head(0, "", "", "")
