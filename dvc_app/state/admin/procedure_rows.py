"""A procedure's local facts in words: what is in force, what a change changes (A02)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dvc_app import formats
from dvc_app.state.public.procedure_rows import say_limit
from dvc_app.wording import procedure_changes as wording
from dvc_app.wording.procedures import ONLINE_LEVELS
from services.procedure_changes.models import ChangeState
from services.procedure_changes.papers import as_line
from services.procedure_changes.show_facts import ChangeShown, ProcedureFacts
from services.procedures.local_facts import FIELDS, LocalFacts
from services.procedures.models import CaseKind, OnlineLevel, TimeUnit

MOST = 120  # lines of one field
FOLD = 3  # more lines than this are folded away
LONG_LINE = 2_000
Names = Mapping[str, str]  # code of a unit → its name


@dataclass(frozen=True)
class FactRow:
    """One field: what is in force, from where, what the national record says."""

    name: str
    lines: list[str]
    folded: str  # not empty: they are many, and this says how many
    below: str
    source: str
    css: str
    national: list[str]
    national_folded: str


@dataclass(frozen=True)
class DiffRow:
    """One field before and after a change."""

    name: str
    before: list[str]
    after: list[str]


@dataclass(frozen=True)
class ChangeRow:
    """One change."""

    id: str = ""
    edition: int = 0
    title: str = ""
    state: str = ""
    css: str = "tag"
    by: list[str] = field(default_factory=list)
    reason: str = ""
    fields: list[DiffRow] = field(default_factory=list)
    is_own: bool = False
    may_publish: bool = False
    may_withdraw: bool = False


def names_of_units(shown: ProcedureFacts) -> Names:
    """Return every unit's name by its code."""
    return {unit.code: unit.name for unit in shown.units}


def fact_rows(shown: ProcedureFacts) -> list[FactRow]:
    """Return every field there is, with its layers."""
    return [_fact(shown, name, names_of_units(shown)) for name in FIELDS]


def _fact(shown: ProcedureFacts, name: str, names: Names) -> FactRow:
    lines = say(name, shown.now[name], names)
    source = _source(shown, name) if lines else ""
    words, css = wording.SOURCES[source]
    below = say(name, shown.below[name], names) if name in shown.below else []
    national = shown.national or {}
    said = say(name, national[name], names) if name in national else []
    silent = wording.NATIONAL_SILENT if national else wording.NATIONAL_ABSENT
    return FactRow(
        name=wording.FIELDS[name],
        lines=_cut(lines) or [wording.EMPTY],
        folded=_folded(name, lines),
        below=_below(name, below) if name in shown.below else "",
        source=words.format(version=_version(shown, name)),
        css=css,
        national=_cut(said) or [silent],
        national_folded=_folded(name, said),
    )


def _folded(name: str, lines: Sequence[str]) -> str:
    words = wording.FOLDED.get(name, wording.FOLDED_LINES)
    return words.format(count=len(lines)) if len(lines) > FOLD else ""


def _below(name: str, lines: Sequence[str]) -> str:
    words = _folded(name, lines) or "; ".join(lines) or wording.EMPTY
    return wording.BELOW.format(words=words)


def _source(shown: ProcedureFacts, name: str) -> str:
    if name in shown.local:
        return "local"
    if not shown.is_seed:
        return "national"
    # The seed leaves some official texts to the national record.
    national = shown.national or {}
    is_theirs = name == "requirements" and national.get(name) == shown.now[name]
    return "national" if is_theirs else "seed"


def _version(shown: ProcedureFacts, name: str) -> str:
    published = (
        c
        for c in shown.changes
        if c.state is ChangeState.PUBLISHED and not c.is_ahead and name in c.facts
    )
    latest = max(published, key=lambda c: (c.valid_from, c.version), default=None)
    return str(latest.version) if latest else ""


def diff_rows(before: LocalFacts, after: LocalFacts, names: Names) -> list[DiffRow]:
    """Return each changed field, with only the lines that differ."""
    return [
        _diff(name, say(name, before[name], names), say(name, after[name], names))
        for name in FIELDS
        if name in after
    ]


def _diff(name: str, before: list[str], after: list[str]) -> DiffRow:
    was = [line for line in before if line not in after]
    shall = [line for line in after if line not in before]
    if name == "cases" and not was and not shall:
        was, shall = [wording.ORDER_ONLY], after
    empty = [wording.EMPTY]
    return DiffRow(
        wording.FIELDS[name],
        _cut(was) or (["–"] if before else empty),
        _cut(shall) or (["–"] if after else empty),
    )


def change_row(one: ChangeShown, names: Names, may_write: bool) -> ChangeRow:
    """Return a change in words."""
    waits = one.state is ChangeState.PROPOSED
    state, css = wording.STATES["ahead" if one.is_ahead else str(one.state)]
    told = (
        (wording.WRITTEN, one.written_by, one.written_at),
        (wording.REVIEWED, one.reviewed_by, one.reviewed_at),
        (wording.CLOSED, one.closed_by, one.closed_at),
    )
    day = formats.day(one.valid_from)
    return ChangeRow(
        id=str(one.id),
        edition=one.edition,
        title=wording.VERSION.format(number=one.version, day=day),
        state=state,
        css=css,
        by=[
            words.format(name=name, moment=formats.moment(at))
            for words, name, at in told
            if name and at
        ],
        reason=wording.REASON.format(reason=one.reason),
        fields=diff_rows(one.before, one.facts, names),
        is_own=one.is_own,
        may_publish=may_write and waits and not one.is_own,
        may_withdraw=may_write and one.state is not ChangeState.WITHDRAWN,
    )


def say(name: str, value: Any, names: Names) -> list[str]:
    """Return a field in words, line by line; nothing where nothing is known."""
    # Any: JSON.
    if name == "online_level":
        return [ONLINE_LEVELS[OnlineLevel(value)]]
    if name == "is_filed_here":
        return [wording.FILED_HERE if value else wording.FILED_NATIONAL]
    if name == "units":
        return [names.get(code, code) for code in value]
    if name == "limit":
        return _limit(value)
    if name == "cases":
        return [line for case in value for line in _case(case)]
    if name == "suspension":
        return [_suspension(value)]
    return [line[:LONG_LINE] for line in str(value).splitlines() if line.strip()]


def _limit(value: Mapping[str, Any]) -> list[str]:
    # Any: JSON, here and below.
    said = say_limit(value["value"], TimeUnit(value["unit"]))
    clock = value["cut_off"]
    cut_off = wording.CUT_OFF.format(clock=clock) if clock else ""
    return [line for line in (said, value["note"], cut_off) if line]


def _suspension(value: Mapping[str, Any]) -> str:
    if not value["is_suspended"]:
        return wording.RECEIVING
    since = str(value.get("since", ""))[:10]
    if not since:
        return wording.SUSPENDED.format(reason=value["reason"])
    day = formats.iso_day(since)
    return wording.SUSPENDED_SINCE.format(day=day, reason=value["reason"])


def case_name(case: Mapping[str, Any]) -> str:
    """Return what a group of papers means."""
    kind = wording.CASE_NAMES[CaseKind(case["kind"])]
    name = case["name"][:120]
    return wording.CASE_OF.format(kind=kind, name=name) if name else kind


def _case(case: Mapping[str, Any]) -> list[str]:
    group = case_name(case)
    return [f"{group} – {_paper(paper)}" for paper in case["papers"]]


def _paper(paper: Mapping[str, Any]) -> str:
    originals, copies = paper["original_qty"], paper["copy_qty"]
    has_rule = paper["required_answer"] or paper["required_case"]
    samples = as_line(paper["samples"])
    facts = (
        "" if paper["is_paper"] else wording.PAPER_ADVICE,
        wording.PAPER_ALWAYS if paper["required"] else "",
        paper["required_when"],
        wording.PAPER_RULE if has_rule else "",
        wording.PAPER_ORIGINALS.format(count=originals) if originals else "",
        wording.PAPER_COPIES.format(count=copies) if copies else "",
        ", ".join(wording.KIND_NAMES.get(k, k) for k in paper["kinds"]),
        wording.PAPER_SIZE.format(count=paper["max_megabytes"]),
        wording.PAPER_SAMPLES.format(names=samples) if samples else "",
        paper["note"],
    )
    return " · ".join(part for part in (paper["name"], *facts) if part)[:LONG_LINE]


def _cut(lines: Sequence[str], most: int = MOST) -> list[str]:
    if len(lines) <= most:
        return list(lines)
    return [*lines[:most], wording.AND_MORE.format(count=len(lines) - most)]
