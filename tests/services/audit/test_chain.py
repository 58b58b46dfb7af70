"""Whoever changes the audit trail is found out, by row or by signed head (F-19)."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from services.audit.chain_models import AuditLink
from services.audit.models import AuditEntry
from services.audit.publish_head import FOLDER, Head, publish_head
from services.audit.record import record
from services.audit.verify_trail import Tampering, TrailReport, verify_trail
from services.core.errors import Forbidden
from services.work import ANONYMOUS, Work
from tests.conftest import NOON, make_work
from tests.factories.accounts import make_account

Tamper = Callable[[Session], None]
ENTRIES = 6
# What the owner of the tables can do.
UNGUARDED = (
    "alter table audit_entry disable trigger user",
    "alter table audit_link disable trigger user",
    "alter table audit_link drop constraint fk_audit_link_entry_id_audit_entry",
)


def act(engine: Engine, folder: Path, count: int = 1) -> None:
    """Leave so many entries, each in a transaction of its own."""
    for number in range(count):
        with Session(engine) as session, session.begin():
            record(make_work(session, folder), "test.done", uuid4(), number=number)


def verified(engine: Engine, folder: Path) -> TrailReport:
    """Return what the verifier finds."""
    with Session(engine) as session:
        return verify_trail(make_work(session, folder))


def published(engine: Engine, folder: Path) -> None:
    """Publish the head of the chain as it is now."""
    with Session(engine) as session:
        assert publish_head(make_work(session, folder)) is not None


def kinds(report: TrailReport) -> set[Tampering]:
    """Return what was found, each kind once."""
    return {problem.kind for problem in report.problems}


def edit(session: Session) -> None:
    session.execute(
        text(
            "update audit_entry set act = 'other' where id = (select entry_id from audit_link where seq = 3)"
        )
    )


def delete(session: Session) -> None:
    session.execute(
        text(
            "delete from audit_entry where id = (select entry_id from audit_link where seq = 3)"
        )
    )


def insert(session: Session) -> None:
    entry = AuditEntry(at=NOON, act="test.invented")
    session.add(entry)
    session.flush()


def swap(session: Session) -> None:
    session.execute(text("update audit_link set seq = -seq where seq in (2, 3)"))
    session.execute(text("update audit_link set seq = 5 + seq where seq < 0"))


def cut_tail(session: Session) -> None:
    session.execute(
        text("create temp table cut as select entry_id from audit_link where seq > 4")
    )
    session.execute(text("delete from audit_link where seq > 4"))
    session.execute(
        text("delete from audit_entry where id in (select entry_id from cut)")
    )


def rewrite(session: Session) -> None:
    """Edit one entry and compute every hash anew, as who knows the method would."""
    edit(session)
    session.execute(
        text(
            """
            do $$ declare link record; previous text := repeat('0', 64); begin
              for link in select l.id, e as entry from audit_link l
                  join audit_entry e on e.id = l.entry_id order by l.seq loop
                update audit_link set previous_hash = previous, hash = encode(sha256(
                  convert_to(previous || E'\\n' || audit_line(link.entry), 'UTF8')),
                  'hex') where id = link.id returning hash into previous;
              end loop; end $$
            """
        )
    )


@pytest.mark.parametrize(
    ("tamper", "kind"),
    [
        (edit, Tampering.EDITED),
        (delete, Tampering.DELETED),
        (insert, Tampering.INSERTED),
        (swap, Tampering.BROKEN),
        (cut_tail, Tampering.CUT),
        (rewrite, Tampering.REWRITTEN),
    ],
)
def test_each_kind_of_tampering_is_found(
    scratch_engine: Engine, tmp_path: Path, tamper: Tamper, kind: Tampering
) -> None:
    act(scratch_engine, tmp_path, ENTRIES)
    published(scratch_engine, tmp_path)
    assert verified(scratch_engine, tmp_path) == TrailReport(ENTRIES, 1)

    with Session(scratch_engine) as session, session.begin():
        for statement in UNGUARDED:
            session.execute(text(statement))
        tamper(session)

    assert kind in kinds(verified(scratch_engine, tmp_path))


def test_a_forged_head_is_found(scratch_engine: Engine, tmp_path: Path) -> None:
    act(scratch_engine, tmp_path, 2)
    with Session(scratch_engine) as session:
        work = make_work(session, tmp_path)
        last = session.exec(select(AuditLink).where(AuditLink.seq == 2)).one()
        forged = Head(last.seq, last.hash, NOON.isoformat(), "00" * 64)
        work.storage.put(f"{FOLDER}/forged.json", json.dumps(asdict(forged)).encode())
        work.storage.put(f"{FOLDER}/garbage.json", b"[]")

    report = verified(scratch_engine, tmp_path)

    assert kinds(report) == {Tampering.HEAD_FORGED}
    assert report.heads == 0
    assert len(report.problems) == 2


def test_entries_of_many_at_once_form_one_chain(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(8) as pool:
        for _ in pool.map(lambda _: act(scratch_engine, tmp_path, 10), range(8)):
            pass

    assert verified(scratch_engine, tmp_path) == TrailReport(80, 0)


def test_what_is_rolled_back_leaves_no_link(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine) as session, session.begin() as transaction:
        record(make_work(session, tmp_path), "test.undone")
        session.flush()
        transaction.rollback()
    act(scratch_engine, tmp_path)

    assert verified(scratch_engine, tmp_path) == TrailReport(1, 0)


def test_a_link_can_be_neither_changed_nor_removed(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    act(scratch_engine, tmp_path)
    for statement in ("update audit_link set hash = ''", "delete from audit_link"):
        with (
            Session(scratch_engine) as session,
            pytest.raises(Exception, match="append-only"),
        ):
            session.execute(text(statement))


def test_an_act_leaves_the_digest_of_its_subject(work: Work) -> None:
    account = make_account(work.session)
    record(work, "test.first", account.id)
    account.full_name = "Trần Thị Khác"
    record(work, "test.second", account.id)
    account.full_name = "Nguyễn Thị Ánh Tuyết"
    record(work, "test.third", account.id)
    record(work, "test.nothing", uuid4())
    work.session.flush()

    found = work.session.exec(select(AuditEntry)).all()
    digests = {entry.act: entry.state_digest for entry in found}
    assert digests["test.first"] == digests["test.third"] != digests["test.second"]
    assert len(digests["test.first"]) == 64
    assert digests["test.nothing"] == ""


def test_a_digest_tells_nothing_without_the_key(work: Work) -> None:
    account = make_account(work.session)
    record(work, "test.done", account.id)
    other = replace(work, secret=b"another secret, long enough to be one")
    record(other, "test.again", account.id)
    work.session.flush()

    found = work.session.exec(select(AuditEntry)).all()
    assert len({entry.state_digest for entry in found}) == 2


def test_a_stranger_can_neither_verify_nor_publish(work: Work) -> None:
    stranger = replace(work, actor=ANONYMOUS)
    for use_case in (verify_trail, publish_head):
        with pytest.raises(Forbidden):
            use_case(stranger)
