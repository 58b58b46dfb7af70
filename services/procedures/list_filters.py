"""What the four filters of the catalogue offer (C08)."""

from collections import Counter
from dataclasses import dataclass

from sqlmodel import select

from services.procedures.index import current_index
from services.procedures.models import Agency, AgencyLevel, OnlineLevel
from services.procedures.search_procedures import Level
from services.work import Work


@dataclass(frozen=True)
class Option:
    """A value of a filter, its name, and how many procedures it holds."""

    value: str
    name: str  # empty where the wording of the portal names it
    count: int


@dataclass(frozen=True)
class Filters:
    """The four filters."""

    levels: tuple[Option, ...]
    agencies: tuple[Option, ...]
    sectors: tuple[Option, ...]
    online_levels: tuple[Option, ...]


def list_filters(work: Work) -> Filters:
    """Return the values that hold a procedure; other provinces' are not counted."""
    index = current_index(work.session)
    rows = [d.row for d in index.documents if not d.row.is_elsewhere]
    levels = Counter(level for row in rows for level in row.levels)
    named = Counter(code for row in rows for code in row.agencies)
    sectors = Counter((row.sector, row.sector_code) for row in rows if row.sector)
    online = Counter(str(row.online_level) for row in rows)
    agencies = sorted(
        work.session.exec(select(Agency)),
        key=lambda a: (a.level is AgencyLevel.COMMUNE, a.code),
    )
    return Filters(
        levels=tuple(Option(level, "", levels[level]) for level in Level),
        agencies=tuple(
            Option(a.code, a.name, named[a.code]) for a in agencies if named[a.code]
        ),
        sectors=tuple(
            Option(code, name, count)
            for (name, code), count in sorted(sectors.items(), key=lambda s: s[0][1])
        ),
        online_levels=tuple(Option(level, "", online[level]) for level in OnlineLevel),
    )
