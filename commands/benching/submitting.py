"""Handing in: the use case beside the same rows written by plain SQL."""

import time
from collections.abc import Iterator
from typing import LiteralString
from uuid import UUID, uuid4

import psycopg
from psycopg.types.json import Jsonb

from commands.benching.figures import Timings
from commands.benching.filing import Filing, find_filing, make_drafts
from commands.benching.ground import plain
from services.accounts.new_picture_code import new_picture_code, picture_answer
from services.accounts.prove_human import HumanProof
from services.core import clock
from services.dossiers.submit import submit_dossier
from services.runtime import run
from services.work import Work

# One transaction writes what submit_dossier writes: six statements, three signals.
STATEMENTS: tuple[LiteralString, ...] = (
    "update picture_code set used_at = %(now)s where id = %(picture)s",
    """update dossier set status = 'submitted', frozen = %(frozen)s, code = %(code)s,
    applicant_name = 'x', applicant_key = 'x', submitter_name = 'x',
    submitter_phone = 'x', submitted_at = %(now)s, receive_by = %(now)s,
    updated_at = %(now)s where id = %(dossier)s""",
    "update stored_file set sealed_at = %(now)s where subject_id = %(dossier)s",
    """insert into timeline_entry
    (id, dossier_id, at, status, event, unit, actor_name, facts) values
    (%(line)s, %(dossier)s, %(now)s, 'submitted', 'submitted', 'x', 'x', '{}')""",
    """insert into audit_entry
    (id, at, account_id, act, subject_id, outcome, details) values
    (%(audit)s, %(now)s, %(account)s, 'submit_dossier', %(dossier)s, 'done', '{}')""",
    """insert into code_counter (id, agency_code, day, last) values
    (%(line)s, 'bench', current_date, 1)
    on conflict (agency_code, day) do update set last = code_counter.last + 1""",
    """select pg_notify('bench', %(code)s), pg_notify('bench', 'a'),
    pg_notify('bench', 'b')""",
)
WARM_UP = 5
FROZEN_BYTES = 2000  # about what a snapshot takes


def measure_submitting(database_url: str, count: int) -> tuple[Timings, Timings]:
    """Return the use case's times, and those of the bare statements."""
    filing = find_filing()
    _submit(filing, WARM_UP)
    by_use_case = _submit(filing, count)
    by_sql = _write(database_url, filing, count)
    return by_use_case, by_sql


def _submit(filing: Filing, count: int) -> Timings:
    drafts, proofs = make_drafts(filing, count), _proofs(filing, count)
    times = []
    began = time.perf_counter()
    for draft_id, proof in zip(drafts, proofs, strict=True):
        start = time.perf_counter()
        answer = run(filing.actor, submit_dossier, draft_id, True, proof)
        times.append(1000 * (time.perf_counter() - start))
        assert answer.submitted is not None, answer.problems
    return Timings(tuple(times), time.perf_counter() - began)


def _write(database_url: str, filing: Filing, count: int) -> Timings:
    drafts, proofs = make_drafts(filing, count), _proofs(filing, count)
    times = []
    with psycopg.connect(plain(database_url)) as connection:
        began = time.perf_counter()
        for draft_id, proof in zip(drafts, proofs, strict=True):
            start = time.perf_counter()
            values = _values(filing, draft_id, proof.picture_id)
            with connection.transaction():
                for statement in STATEMENTS:
                    connection.execute(statement, values)
            times.append(1000 * (time.perf_counter() - start))
        return Timings(tuple(times), time.perf_counter() - began)


def _values(
    filing: Filing, draft_id: UUID, picture_id: UUID | None
) -> dict[str, object]:
    return {
        "now": clock.now(),
        "dossier": draft_id,
        "picture": picture_id,
        "account": filing.account_id,
        "line": uuid4(),
        "audit": uuid4(),
        "code": f"bench-{draft_id}",
        "frozen": Jsonb({"text": "x" * FROZEN_BYTES}),
    }


def _proofs(filing: Filing, count: int) -> list[HumanProof]:
    def made(work: Work) -> Iterator[HumanProof]:
        for _ in range(count):
            picture = new_picture_code(work)
            yield HumanProof(picture, picture_answer(work.secret, picture))

    return run(filing.actor, lambda work: list(made(work)))
