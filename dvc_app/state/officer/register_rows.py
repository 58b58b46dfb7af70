"""What registers and reports draw, and what their addresses mean (O13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from dvc_app import formats, routes
from dvc_app.wording import desk, statuses
from dvc_app.wording import registers as wording
from services.core.faults import Unreadable
from services.core.readers import read_date
from services.registers.digitised import Digitised
from services.registers.figures import Figure
from services.registers.grouping import GroupBy
from services.registers.list_register import RegisterRow
from services.registers.summarise import Report, ReportLine
from services.registers.wanted import RegisterWanted, Span

FROM_DAY, TO_DAY, BY, FIGURE = "tu-ngay", "den-ngay", "theo", "chi-tieu"
PROCEDURE, SECTOR, CHANNEL = "thu-tuc", "linh-vuc", "kenh"
RECEIVER, HANDLER, MONTH = "tiep-nhan", "thu-ly", "thang"
CAUSE, PAGE_KEY = "nguyen-nhan", "trang"
# What the address calls each filter of a register.
NAMES = {
    FIGURE: "figure",
    PROCEDURE: "procedure",
    SECTOR: "sector",
    CHANNEL: "channel",
    RECEIVER: "receiver",
    HANDLER: "handler",
    MONTH: "month",
    CAUSE: "cause",
}
FILTERS = (FROM_DAY, TO_DAY, *NAMES)
# The filter a group of the report becomes in the list behind a number.
FILTER_OF = {
    GroupBy.PROCEDURE: PROCEDURE,
    GroupBy.SECTOR: SECTOR,
    GroupBy.CHANNEL: CHANNEL,
    GroupBy.RECEIVER: RECEIVER,
    GroupBy.HANDLER: HANDLER,
    GroupBy.MONTH: MONTH,
    GroupBy.CAUSE: CAUSE,
}
LONGEST = 100


@dataclass(frozen=True)
class Choice:
    """A value of a filter."""

    value: str
    words: str


@dataclass(frozen=True)
class FigureCell:
    """A number and the list behind it; without an address it is a sum only."""

    words: str
    count: str
    href: str = ""
    is_hot: bool = False


@dataclass(frozen=True)
class FigureBlock:
    """A sum and what it is made of."""

    whole: FigureCell
    parts: list[FigureCell]


@dataclass(frozen=True)
class ShareLine:
    """A percentage and what it is of."""

    percent: str
    words: str


@dataclass(frozen=True)
class ReportRow:
    """One group of the report."""

    key: str
    name: str
    cells: list[FigureCell]


@dataclass(frozen=True)
class BookRow:
    """One dossier of the book."""

    id: str
    number: str
    code: str
    href: str
    procedure: str
    owner: str
    channel: str
    received: str
    officer: str
    due: str
    status: str
    handler: str
    finished: str
    returned: str
    receiver: str


def filters_of(given: Mapping[str, object]) -> dict[str, str]:
    """Return the filters of an address, each as text."""
    return {name: str(given.get(name, ""))[:LONGEST].strip() for name in FILTERS}


def read_days(filters: Mapping[str, str]) -> tuple[dict[str, date], dict[str, str]]:
    """Read the two days, and name what cannot be read."""
    days: dict[str, date] = {}
    problems: dict[str, str] = {}
    for name in (FROM_DAY, TO_DAY):
        if not filters.get(name):
            continue
        try:
            days[name] = read_date(filters[name])
        except Unreadable as fault:
            problems[name] = fault.key
    return days, problems


def wanted_of(filters: Mapping[str, str]) -> RegisterWanted:
    """Return what an address asks for; a day that cannot be read is left out."""
    days, _ = read_days(filters)
    return RegisterWanted(
        from_day=days.get(FROM_DAY),
        to_day=days.get(TO_DAY),
        **{field: filters.get(name, "") for name, field in NAMES.items()},
    )


def address(route: str, filters: Mapping[str, str], **more: str) -> str:
    """Return the address of a page with these filters (R42)."""
    parts = {name: text for name, text in {**filters, **more}.items() if text}
    return f"{route}?{urlencode(parts)}" if parts else route


def counted(span: Span, report_moment: str) -> str:
    """Say of which days and of which moment the numbers are."""
    return wording.COUNTED.format(
        moment=report_moment,
        first=formats.day(span.first),
        last=formats.day(span.last),
    )


def blocks(report: Report, filters: Mapping[str, str]) -> list[FigureBlock]:
    """Return the sums of the whole report, each with its list."""
    is_list = report.by is not GroupBy.UNIT
    only_late = report.by is GroupBy.CAUSE

    def cell(figure: Figure) -> FigureCell:
        count = report.total[figure]
        href = _behind(filters, figure) if is_list and count and not only_late else ""
        return _cell(figure, count, href)

    return [
        FigureBlock(cell(whole), [cell(part) for part in parts])
        for whole, parts in wording.BLOCKS
    ]


def report_rows(report: Report, filters: Mapping[str, str]) -> list[ReportRow]:
    """Return one row a group."""
    return [_row(report, line, filters) for line in report.lines]


def book_row(row: RegisterRow) -> BookRow:
    """Return a line of the book in words."""
    handler = row.forwarded_to
    return BookRow(
        id=str(row.id),
        number=formats.number(row.number) if row.number else wording.NOTHING_YET,
        code=row.code,
        href=routes.fill(routes.PROCESSING, code=row.code),
        procedure=row.procedure,
        owner=row.owner,
        channel=desk.CHANNELS[row.channel],
        received=formats.short_moment(row.received_at),
        officer=row.officer,
        due=formats.short_moment(row.due_at),
        status=statuses.STATUSES[row.status].label,
        handler=wording.BY_OFFICER.format(name=handler) if handler else "",
        finished=formats.short_moment(row.finished_at or row.ended_at),
        returned=formats.short_moment(row.returned_at),
        receiver=(
            wording.RECEIVED_BY.format(name=row.received_by) if row.received_by else ""
        ),
    )


def share(value: float | None) -> str:
    """Return a percentage, or the sign that there is none yet."""
    if value is None:
        return wording.NOTHING_YET
    return wording.PERCENT.format(percent=formats.decimal(value))


def digitised_lines(found: Digitised) -> list[ShareLine]:
    """Return the shares of the scorecard, each with what it was counted of."""
    finished = formats.number(found.finished)
    return [
        ShareLine(
            share(found.whole_share),
            wording.WHOLE_DIGITISED.format(
                whole=formats.number(found.whole), finished=finished
            ),
        ),
        ShareLine(
            share(found.reused_share),
            wording.REUSED.format(
                reused=formats.number(found.with_reused), finished=finished
            ),
        ),
        ShareLine(
            share(found.unchanged_share),
            wording.FIELDS_UNCHANGED.format(
                unchanged=formats.number(found.unchanged),
                fields=formats.number(found.fields),
            ),
        ),
    ]


def _row(report: Report, line: ReportLine, filters: Mapping[str, str]) -> ReportRow:
    own = {FILTER_OF[report.by]: line.key} if report.by in FILTER_OF else {}
    is_list = bool(own and line.key)

    def cell(figure: Figure) -> FigureCell:
        count = line.counts[figure]
        href = _behind({**filters, **own}, figure) if is_list and count else ""
        return _cell(figure, count, href)

    return ReportRow(
        key=f"{line.key}-{line.name}",
        name=_name(report.by, line),
        cells=[cell(figure) for figure in wording.COLUMNS],
    )


def _cell(figure: Figure, count: int, href: str) -> FigureCell:
    words = wording.FIGURES[figure]
    is_hot = figure in wording.HOT and count > 0
    return FigureCell(words, formats.number(count), href, is_hot)


def _behind(filters: Mapping[str, str], figure: Figure) -> str:
    return address(routes.REGISTER_BOOK, {**filters, FIGURE: str(figure)})


def _name(by: GroupBy, line: ReportLine) -> str:
    if by is GroupBy.CHANNEL:
        known = {str(channel): words for channel, words in desk.CHANNELS.items()}
        return known.get(line.key, line.key).capitalize()
    if by is GroupBy.CAUSE:
        known_cause = wording.CAUSES.get(line.key)
        return known_cause or wording.STEP_CAUSE.format(step=line.key)
    if by is GroupBy.MONTH:
        year, month = line.key.split("-")
        return f"{month}/{year}"
    return line.name or wording.OTHER
