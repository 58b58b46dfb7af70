"""A process as display strings, and its steps as they are edited (A04)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dvc_app import formats, routes
from dvc_app.wording import processes as wording
from services.processes.definition import StepDefinition
from services.processes.rules import ways
from services.processes.save_draft import StepForm
from services.processes.show_process import ProcessLine, ProcessView, VersionView
from services.processes.try_out import TriedStep


@dataclass(frozen=True)
class LineRow:
    """One process in the list."""

    href: str
    name: str
    used_for: str
    version: str
    in_force: str
    steps: str
    state: str
    css: str


@dataclass(frozen=True)
class WayRow:
    """A way on while it is edited."""

    target: str = ""
    name: str = ""
    id: str = ""


@dataclass(frozen=True)
class StepEdit:
    """A step while it is edited."""

    key: str
    name: str = ""
    role: str = "processing"
    time: str = ""
    ways: list[WayRow] = field(default_factory=list)
    opinions: bool = True
    financial: bool = False
    may_suspend: bool = True
    may_extend: bool = True
    may_stop: bool = True


@dataclass(frozen=True)
class DrawnStep:
    """A step of the diagram."""

    name: str
    role: str
    time: str
    css: str
    leads: list[str]


@dataclass(frozen=True)
class TriedRow:
    """A step of the try-out."""

    name: str
    starts: str
    due: str


@dataclass(frozen=True)
class VersionRow:
    """One version."""

    version: str
    state: str
    css: str
    words: str
    by: str


def line_row(one: ProcessLine) -> LineRow:
    """Return a process of the list in words."""
    state, css = wording.STATES[one.state]
    ruling = wording.VERSION_IN_FORCE.format(version=one.in_force)
    return LineRow(
        href=routes.fill(routes.ADMIN_PROCESS, process=str(one.process_id)),
        name=one.name,
        used_for=used_for(one.procedure_code, one.agency_level),
        version=str(one.version),
        in_force=ruling if one.in_force else wording.NONE_IN_FORCE,
        steps=" → ".join(one.steps),
        state=state,
        css=css,
    )


def used_for(code: str, level: str) -> str:
    """Say which dossiers a process is for."""
    words = code or wording.FOR_ALL
    named = wording.FOR_LEVEL.format(level=wording.LEVELS[level]) if level else ""
    return f"{words}, {named}" if named else words


def edit_rows(steps: Sequence[StepDefinition]) -> list[StepEdit]:
    """Return the steps as they are edited."""
    return [
        StepEdit(
            key=step.key,
            name=step.name,
            role=str(step.role),
            time=_typed(step),
            ways=[
                WayRow(branch.to, branch.name, f"{step.key}-{number}")
                for number, branch in enumerate(step.branches)
            ],
            opinions=step.opinions,
            financial=step.financial,
            may_suspend=step.may_suspend,
            may_extend=step.may_extend,
            may_stop=step.may_stop,
        )
        for step in steps
    ]


def step_form(row: StepEdit) -> StepForm:
    """Return an edited step as the use case reads it."""
    return StepForm(
        key=row.key,
        name=row.name,
        role=row.role,
        time=row.time,
        branches=tuple((way.target, way.name) for way in row.ways),
        opinions=row.opinions,
        financial=row.financial,
        may_suspend=row.may_suspend,
        may_extend=row.may_extend,
        may_stop=row.may_stop,
    )


def drawn(steps: Sequence[StepDefinition]) -> list[DrawnStep]:
    """Return the diagram: each step, and where it leads."""
    names = {step.key: step.name for step in steps}
    graph = ways(steps)
    return [
        DrawnStep(
            name=step.name,
            role=wording.ROLES[step.role],
            time=_said(step),
            css=f"flow-step flow-{step.role}",
            leads=_leads(step, graph[step.key], names),
        )
        for step in steps
    ]


def tried(steps: Sequence[TriedStep]) -> list[TriedRow]:
    """Return the walk in words."""
    rows = []
    for step in steps:
        way = " " + wording.TRY_WAY.format(way=step.way) if step.way else ""
        starts, due = formats.moment(step.starts_at), formats.moment(step.due_at)
        rows.append(TriedRow(step.name + way, starts, due))
    return rows


def version_row(one: VersionView) -> VersionRow:
    """Return a version in words: written by whom, put in force by whom."""
    state, css = wording.STATES[one.state]
    by = _by(wording.WRITTEN, one.written_by, one.written_at)
    reviewed = _by(wording.REVIEWED, one.reviewed_by, one.reviewed_at)
    day = formats.day(one.valid_from)
    return VersionRow(
        version=str(one.version),
        state=state,
        css=css,
        words=wording.IN_WORDS.format(state=state, day=day),
        by=" · ".join(part for part in (by, reviewed) if part),
    )


def waits(view: ProcessView) -> str:
    """Say what this administrator may do to a version that is proposed."""
    if view.shown.state != "proposed":
        return "" if view.may_edit else wording.FIXED
    if view.may_publish:
        return wording.PUBLISH_LEAD
    return wording.WAITS.format(name=view.shown.written_by)


def _by(words: str, name: str, at: datetime | None) -> str:
    return words.format(name=name, moment=formats.moment(at)) if name and at else ""


def _leads(step: StepDefinition, to: Sequence[str], names: dict[str, str]) -> list[str]:
    if not step.branches:
        return [wording.NEXT.format(name=names.get(one, one)) for one in to] or [
            wording.NEXT.format(name=wording.END)
        ]
    return [
        wording.WAY.format(says=one.name, name=names.get(one.to, one.to))
        for one in step.branches
    ]


def _typed(step: StepDefinition) -> str:
    return f"{step.share * 100:g}%" if step.share else f"{step.hours:g}"


def _said(step: StepDefinition) -> str:
    if step.share:
        return wording.TIME_SHARE.format(share=f"{step.share * 100:g}")
    return wording.TIME_HOURS.format(hours=formats.decimal(step.hours))
