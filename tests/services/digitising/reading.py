"""Papers as a machine would have read them, without a machine."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from sqlmodel import select

from services.digitising.ask_readings import read_dossier
from services.digitising.read_pages import PagesRead
from services.digitising.read_paper import keep_reading
from services.digitising.words import PageRead, Readout, Word, WordSource
from services.files.models import StoredFile
from services.work import Work
from tests.factories.processing import Desk, dossier_of, make_received
from tests.services.digitising.papers import NAMES, NUMBERS

LINES = (
    "ỦY BAN NHÂN DÂN XÃ ĐẠI TỪ",
    "GIẤY KHAI SINH",
    "Số: 41/2021",
    f"Họ, chữ đệm, tên: {NAMES[1]}",
    f"Số định danh cá nhân: {NUMBERS[1]}",
    "Nơi đăng ký khai sinh: Ủy ban nhân dân xã Đại Từ",
    "Ngày đăng ký: 05/04/2022",
)
VALUES = {
    "number": "41/2021",
    "issuer": "Ủy ban nhân dân xã Đại Từ",
    "issued_on": "05/04/2022",
    "owner": NAMES[1],
    "owner_number": NUMBERS[1],
}


def a_readout(lines: Sequence[str] = LINES, sure: float = 0.95) -> Readout:
    """Return lines as words, all as sure as one another."""
    words = tuple(
        Word(text, n, 0, (0.1 * at, 0.05 * n, 0.1 * at + 0.1, 0.05 * n + 0.03), sure)
        for n, line in enumerate(lines)
        for at, text in enumerate(line.split())
    )
    return Readout((PageRead(1000, 1400, WordSource.MACHINE),), words)


def opener_of(work: Work) -> Any:
    """Return what runs a use case in this work; Any: a protocol of generics."""

    def run(use_case: Callable[..., Any], *args: Any, **more: Any) -> Any:
        return use_case(work, *args, **more)

    return run


def make_store(
    work: Work, desk: Desk, readout: Readout | None = None
) -> tuple[str, UUID]:
    """Return a received dossier with a birth certificate that was read."""
    desk.filing.component.name = "Giấy khai sinh"
    work.session.add(desk.filing.component)
    work.session.flush()
    code = make_received(work, desk).code
    dossier = dossier_of(work, code)
    read_dossier(work, dossier.id)
    file_id = work.session.exec(
        select(StoredFile.id).where(
            StoredFile.subject_id == dossier.id, StoredFile.slot == "G01"
        )
    ).one()
    file = work.session.get_one(StoredFile, file_id)
    work.storage.put(file.key, b"%PDF-1.7 a paper")
    keep_reading(work, file_id, PagesRead(readout or a_readout(), (b"jpeg",)), 1.0)
    return code, file_id
