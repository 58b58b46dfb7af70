"""Invite many officers from a sheet: rows are tried first, then taken all or none."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import select

from services.accounts.names import officer_name
from services.administration.create_officer import (
    OfficerForm,
    keep_officer,
    read_officer,
)
from services.administration.grant_post import PostForm, add_post, check_post
from services.administration.scope import require_administrator
from services.audit.record import record
from services.core.errors import NotFound, RuleViolation
from services.core.text import fold
from services.procedures.models import Agency
from services.work import Role, Work

MOST_ROWS = 200
LONGEST = 60_000  # characters of one paste
COLUMNS = 7  # name, account, phone, email, unit code, roles, title


@dataclass(frozen=True)
class RowVerdict:
    """One row of the sheet: who, and what is wrong by column; nothing is fine."""

    line: int
    full_name: str
    sign_in_name: str
    problems: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ImportReport:
    """Every row judged; `is_done` once they were all taken."""

    rows: tuple[RowVerdict, ...]
    is_done: bool

    @property
    def faulty(self) -> int:
        """Return how many rows have something to correct."""
        return sum(bool(row.problems) for row in self.rows)


def import_officers(
    work: Work, pasted: str, role_names: dict[str, Role], is_trial: bool
) -> ImportReport:
    """Judge the rows a person copied from a sheet, and take them if all are fine.

    A trial changes nothing. `role_names` are the folded names of the roles as
    people write them in a sheet.
    """
    require_administrator(work)
    rows = _rows(pasted)
    if not rows:
        raise RuleViolation({"rows": "import_empty"})
    if len(rows) > MOST_ROWS:
        raise RuleViolation({"rows": "import_long"})
    units = _units(work)
    counted = Counter(officer_name(row[1]) for row in rows)
    judged = [_judge(work, row, units, role_names) for row in rows]
    verdicts = []
    for line, (row, (_, _, problems)) in enumerate(
        zip(rows, judged, strict=True), start=1
    ):
        if counted[officer_name(row[1])] > 1:
            problems.setdefault("sign_in_name", "sign_in_name_twice")
        verdicts.append(RowVerdict(line, row[0], row[1], problems))
    is_fine = not any(verdict.problems for verdict in verdicts)
    if is_fine and not is_trial:
        work.actor.require_fresh_proof(work.now)
        for form, post, _ in judged:
            account = read_officer(work, form)
            keep_officer(work, account)
            add_post(work, account.id, post, check_post(work, post))
        record(work, "officers.imported", count=len(rows))
    return ImportReport(tuple(verdicts), is_fine and not is_trial)


def _units(work: Work) -> dict[str, UUID]:
    """Return the units by code and by folded name; a name two units share is none's."""
    found = work.session.exec(select(Agency.code, Agency.name, Agency.id)).all()
    shared = Counter(fold(name) for _, name, _ in found)
    named = {fold(name): unit for _, name, unit in found if shared[fold(name)] == 1}
    return named | {fold(code): unit for code, _, unit in found}


def _rows(pasted: str) -> list[list[str]]:
    """Return the rows as a sheet copies them: tabs between cells, quotes around some."""
    lines = pasted[:LONGEST].replace("\x00", "").splitlines()
    cells = [[cell.strip() for cell in row] for row in csv.reader(lines, "excel-tab")]
    rows = [(row + [""] * COLUMNS)[:COLUMNS] for row in cells if any(row)]
    if rows and fold(rows[0][0]) in ("ho ten", "ho va ten"):  # the heading came along
        rows = rows[1:]
    return rows


def _judge(
    work: Work,
    row: list[str],
    units: dict[str, UUID],
    role_names: dict[str, Role],
) -> tuple[OfficerForm, PostForm, dict[str, str]]:
    full_name, sign_in_name, phone, email, unit, roles, title = row
    form = OfficerForm(full_name, sign_in_name, phone, email)
    problems: dict[str, str] = {}
    wanted = [fold(name) for name in roles.replace(";", ",").split(",") if name.strip()]
    if any(name not in role_names for name in wanted):
        problems["roles"] = "import_role"
    if unit and fold(unit) not in units:
        problems["agency"] = "import_unit"
    held = {role_names[name] for name in wanted if name in role_names}
    agency_id = units.get(fold(unit)) if unit else None
    post = PostForm(agency_id, held, title, starts_at=work.now)
    try:
        read_officer(work, form)
    except RuleViolation as refusal:
        problems |= refusal.problems
    if not problems.keys() & {"agency", "roles"}:
        try:
            check_post(work, post)
        except RuleViolation as refusal:
            problems |= refusal.problems
        except NotFound:
            problems["agency"] = "import_unit"
    return form, post, problems
