"""The receipt (Mẫu 01): who reads it, and what stands on it."""

import pytest

from services.core.clock import local
from services.core.errors import NotFound
from services.papers.printing import print_receipt
from services.processing.receipt_facts import receipt_facts
from services.work import Work
from tests.factories.processing import (
    acting,
    make_desk,
    make_new,
    make_received,
)


def test_the_owner_and_the_desk_read_the_same_receipt(work: Work) -> None:
    desk = make_desk(work.session)
    received = make_received(work, desk)
    mine = receipt_facts(acting(work, desk.filing.citizen), received.code)
    assert mine == receipt_facts(acting(work, desk.approver), received.code)
    assert mine.register_number == 1
    assert mine.due_at == local(received.due_at)
    assert mine.officer == "Lê Thu Hà"


def test_the_receipt_says_what_came_and_by_when(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_received(work, desk).code
    sheet = receipt_facts(acting(work, desk.intake), code)
    assert sheet.time_limit == "3 ngày làm việc"
    assert sheet.register_book == "Sổ tiếp nhận hồ sơ năm 2026"
    assert [(part.name, part.copies) for part in sheet.parts] == [("Giấy tờ G01", 1)]
    assert sheet.submitter == sheet.applicant == "Nguyễn Thị Ánh Tuyết"


def test_the_receipt_prints(work: Work) -> None:
    desk = make_desk(work.session)
    sheet = receipt_facts(acting(work, desk.intake), make_received(work, desk).code)
    assert print_receipt(sheet).startswith(b"%PDF")


def test_there_is_no_receipt_before_the_reception(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    for reader in (desk.filing.citizen, desk.intake):
        with pytest.raises(NotFound):
            receipt_facts(acting(work, reader), code)
