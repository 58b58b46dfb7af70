"""Procedures as lists draw them: names in parts, limits and fees in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from dvc_app import formats, routes
from dvc_app.wording import procedures as wording
from dvc_app.wording.province import here
from services.procedures.index import Row
from services.procedures.models import OnlineLevel, TimeUnit
from services.procedures.search_procedures import Hit


@dataclass(frozen=True)
class Part:
    """A piece of a name; `hit` where it is what was asked for."""

    text: str
    hit: bool


@dataclass(frozen=True)
class ProcedureRow:
    """One procedure of the list."""

    href: str
    parts: list[Part]
    plain: str
    sector: str
    agency: str
    level: str
    level_tag: str
    days: str
    fee: str
    papers: str
    file_href: str  # empty: it cannot be filed here
    note: str


def show_hit(hit: Hit) -> ProcedureRow:
    """Return a found procedure, ready to draw."""
    row = hit.row
    return ProcedureRow(
        href=procedure_href(row.code),
        parts=split_marks(row.name, hit.marks),
        plain=row.plain_name,
        sector=row.sector,
        agency=row.executing_agency,
        level=wording.ONLINE_LEVELS[row.online_level],
        level_tag=wording.ONLINE_TAGS[row.online_level],
        days=say_limit(row.time_limit, row.time_limit_unit),
        fee=say_fee(row.fee),
        papers=say_papers(row.paper_count),
        file_href=file_href(row.code) if can_be_filed(row) else "",
        note=_note(row),
    )


def split_marks(name: str, marks: Iterable[tuple[int, int]]) -> list[Part]:
    """Cut a name where its marked words begin and end; no markup is written."""
    parts: list[Part] = []
    at = 0
    for start, end in marks:
        parts += [Part(name[at:start], False), Part(name[start:end], True)]
        at = end
    return [part for part in [*parts, Part(name[at:], False)] if part.text]


def say_limit(value: float | None, unit: TimeUnit) -> str:
    """Return how long it takes; what cannot be counted must be asked."""
    if value is None or unit not in wording.DAYS:
        return wording.LIMIT_UNKNOWN
    if value == 0:
        return wording.SAME_DAY
    return wording.DAYS[unit].format(count=formats.decimal(value))


def say_fee(amount: int | None) -> str:
    """Return a sum, that nothing is asked, or that the agency must say."""
    if amount is None:
        return wording.FEE_UNKNOWN
    return formats.dong(amount) if amount else wording.FREE


def say_papers(count: int) -> str:
    """Return how many papers; of an unknown number, nothing."""
    return wording.PAPERS.format(count=count) if count else ""


def procedure_href(code: str) -> str:
    """Return the address of a procedure."""
    return routes.fill(routes.PROCEDURE, code=code)


def file_href(code: str) -> str:
    """Return where a dossier of the procedure begins."""
    return f"{routes.FILE_START}?{urlencode({'thu-tuc': code})}"


def can_be_filed(row: Row) -> bool:
    """Tell whether a dossier may be started here."""
    is_here = row.is_filed_here and here().has_filing_pages
    is_open = is_here and not row.is_suspended and not row.is_elsewhere
    return is_open and row.online_level is not OnlineLevel.VIEW_ONLY


def _note(row: Row) -> str:
    if row.is_suspended:
        return wording.SUSPENDED
    return wording.ELSEWHERE if row.is_elsewhere else ""
