"""The job that judges a file which has arrived (R19)."""

import tempfile
from pathlib import Path
from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.failpoints import failpoint
from services.files.inspect import inspect
from services.files.models import FileState, SignatureVerdict, StoredFile
from services.files.verdicts import FileKind, FileLimits, Verdict
from services.jobs import defer
from services.signals import dossier_topic, tell
from services.work import Work


def inspect_file(work: Work, file_id: UUID) -> None:
    """Write down whether the file may be kept; running it twice is harmless.

    The row is locked only after the parsers are done, so that its owner can
    remove a file while it is being looked at.
    """
    file = work.session.get(StoredFile, file_id)
    if file is None or file.state is not FileState.CHECKING or file.removed_at:
        return
    if file.is_bound:  # made here: services/files/make_bound.py
        return
    verdict = _judge(work, file)
    failpoint("upload.5")
    file = work.session.exec(
        select(StoredFile)
        .where(StoredFile.id == file_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    if file.state is not FileState.CHECKING:
        return
    keep_verdict(work, file, verdict)
    work.storage.remove(file.parts)
    file.parts = []
    work.session.add(file)
    outcome = "done" if verdict.accepted else "refused"
    record(work, "inspect_file", file.id, outcome, fault=file.fault)
    tell(work.session, dossier_topic(file.subject_id))
    failpoint("upload.6")


def _judge(work: Work, file: StoredFile) -> Verdict:
    limits = FileLimits(
        kinds=frozenset(FileKind(kind) for kind in file.kinds),
        max_bytes=max(file.declared_size, FileLimits().max_bytes),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "content"
        path.write_bytes(work.storage.read(file.key))
        return inspect(path, file.name, limits)


def keep_verdict(work: Work, file: StoredFile, verdict: Verdict) -> None:
    """Write the verdict down; digital signatures are judged by a job of their own."""
    file.state = FileState.ACCEPTED if verdict.accepted else FileState.REFUSED
    file.fault = str(verdict.fault or "")
    file.kind = str(verdict.kind or "")
    file.pages = verdict.pages or 0
    file.is_signed = verdict.is_signed
    file.doubts = list(verdict.doubts)
    if verdict.accepted and verdict.is_signed:
        file.signature = SignatureVerdict.CHECKING
        defer(work.session, "files.check_signature", file_id=str(file.id))
    if verdict.accepted and verdict.thumbnail:
        work.storage.put(file.thumbnail_key, verdict.thumbnail)
        file.has_thumbnail = True
