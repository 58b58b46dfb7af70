"""The QR of a sheet carries its key, and a key carries nobody's data (C27)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.papers import printing
from services.papers.check_keys import PaperKind, check_key, initials, read_check_key
from services.papers.printing import print_acknowledgement, print_receipt
from services.papers.qr import qr_svg
from services.work import Work
from tests.services.papers.samples import ACKNOWLEDGEMENT, RECEIPT

ROW = UUID("12345678-1234-4234-8234-123456789abc")
CHECK = "https://dichvucong.example/kiem-tra/abc"


@pytest.mark.parametrize("kind", PaperKind)
def test_a_key_names_its_sheet_again(work: Work, kind: PaperKind) -> None:
    assert read_check_key(work, check_key(work, kind, ROW)) == (kind, ROW)


def test_a_key_of_another_deployment_is_no_key(work: Work) -> None:
    key = check_key(replace(work, secret=b"another secret"), PaperKind.RECEIPT, ROW)

    assert read_check_key(work, key) is None


def test_every_changed_sign_breaks_a_key(work: Work) -> None:
    key = check_key(work, PaperKind.RECEIPT, uuid4())
    changed = [
        key[:at] + ("A" if key[at] != "A" else "B") + key[at + 1 :]
        for at in range(len(key) - 1)  # the last sign has bits that stand for nothing
    ]

    assert [one for one in changed if read_check_key(work, one)] == []


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(max_size=60))
def test_no_text_is_taken_for_a_key(work: Work, text: str) -> None:
    assert read_check_key(work, text) is None


def test_initials_are_all_that_is_shown_of_a_name() -> None:
    assert initials("Nguyễn Thị Ánh Tuyết") == "N. T. Á. T."
    assert initials("") == ""


@pytest.mark.parametrize(
    ("print_it", "sheet"),
    [(print_acknowledgement, ACKNOWLEDGEMENT), (print_receipt, RECEIPT)],
)
def test_the_code_on_a_sheet_opens_its_check(
    monkeypatch: pytest.MonkeyPatch, print_it: Callable[[Any], bytes], sheet: Any
) -> None:
    # Any: each sheet has facts of its own.
    drawn: list[str] = []

    def draw(text: str) -> str:
        drawn.append(text)
        return qr_svg(text)

    monkeypatch.setattr(printing, "qr_svg", draw)

    print_it(replace(sheet, check_url=CHECK))

    assert drawn == [CHECK]
