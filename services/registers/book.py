"""The register as a printed book: Mẫu 07 of TT 03/2025/TT-VPCP."""

from collections.abc import Sequence

from services.papers.register_sheet import RegisterLine, RegisterSheet
from services.registers.list_register import RegisterRow
from services.registers.sheets import register_cells
from services.registers.wanted import Span
from services.work import Work

MOST_PRINTED = 3_000


def book_sheet(
    work: Work,
    unit: str,
    span: Span,
    rows: Sequence[RegisterRow],
    lines: Sequence[str],
) -> RegisterSheet:
    """Return what stands in the book."""
    return RegisterSheet(
        unit=unit,
        place=work.province.name,
        first=span.first.strftime("%d/%m/%Y"),
        last=span.last.strftime("%d/%m/%Y"),
        made_at=work.now,
        notes=tuple(lines),
        rows=tuple(
            RegisterLine(*register_cells(number, row, unit))  # type: ignore[arg-type]
            for number, row in enumerate(rows, start=1)
        ),
    )
