"""The job that has one paper read, in a process of its own (O09)."""

import json
import time
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import select

from services.accounts.register import Opener
from services.audit.record import record
from services.digitising.extract import kind_on_paper
from services.digitising.models import PaperReading, ReadingState
from services.digitising.read_pages import PagesRead, read_pages
from services.digitising.words import READOUT, Readout, lines_of
from services.files.models import FileState, StoredFile
from services.signals import dossier_topic, tell
from services.work import Work


@dataclass(frozen=True)
class ToRead:
    """The bytes of a file, and what they claim to be."""

    data: bytes
    kind: str


def read_paper(opener: Opener, file_id: UUID) -> None:
    """Read and write down, in transactions that wait for nobody; twice is harmless."""
    found = opener(_open, file_id)
    if found is None:
        return
    began = time.monotonic()
    pages = read_pages(found.data, found.kind)
    opener(keep_reading, file_id, pages, time.monotonic() - began)


def _open(work: Work, file_id: UUID) -> ToRead | None:
    reading = _reading(work, file_id)
    file = work.session.get(StoredFile, file_id)
    if reading is None or file is None or file.state is not FileState.ACCEPTED:
        return None
    if reading.state is not ReadingState.WAITING or file.removed_at:
        return None
    return ToRead(work.storage.read(file.key), file.kind)


def keep_reading(work: Work, file_id: UUID, found: PagesRead, seconds: float) -> None:
    """Write down what was read: words and pictures into the store, the rest here."""
    reading = _reading(work, file_id, lock=True)
    if reading is None or reading.state is not ReadingState.WAITING:
        return
    readout = found.readout
    for page, picture in enumerate(found.pictures):
        work.storage.put(reading.picture_key(page), picture)
    work.storage.put(reading.words_key, READOUT.dump_json(readout))
    is_read = bool(readout.words)
    reading.state = ReadingState.READ if is_read else ReadingState.UNREADABLE
    reading.fault = readout.fault or ("" if is_read else "no_words")
    reading.kind = kind_on_paper(lines_of(readout.words))
    reading.pages, reading.seconds = len(found.pictures), round(seconds, 2)
    reading.read_at = work.now
    work.session.add(reading)
    record(work, "digitising.read", file_id, state=str(reading.state))
    tell(work.session, dossier_topic(reading.dossier_id))


def readout_of(work: Work, reading: PaperReading) -> Readout:
    """Return the words of a reading that is done."""
    if reading.state is not ReadingState.READ:
        return Readout(fault=reading.fault)
    return READOUT.validate_python(json.loads(work.storage.read(reading.words_key)))


def _reading(work: Work, file_id: UUID, lock: bool = False) -> PaperReading | None:
    query = select(PaperReading).where(PaperReading.file_id == file_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return work.session.exec(query).first()
