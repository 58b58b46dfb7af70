"""What an officer ticks when asking for a supplement, and sees before sending."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dvc_app.state.supplement_rows import title_of
from dvc_app.wording import supplements as wording
from services.supplements.askable import Askable
from services.supplements.models import TargetKind
from services.supplements.read_request import PointForm, SupplementForm
from services.supplements.usual_words import UsualWords

OTHER = "khac"  # the point that names nothing of the list
PARTS = ("reason", "how_to")


@dataclass(frozen=True)
class Chosen:
    """A point that was ticked, and the texts its two fields begin with."""

    template: str = ""
    stamp: int = 0  # how often a template was put in: the fields are drawn anew
    reason: str = ""
    how_to: str = ""


@dataclass(frozen=True)
class AskRow:
    """Something that can be ticked."""

    key: str
    kind: str
    title: str
    stands: str
    is_ticked: bool = False
    stamp: str = ""
    template: str = ""
    reason: str = ""  # what the fields begin with
    how_to: str = ""
    reason_fault: str = ""
    how_to_fault: str = ""


@dataclass(frozen=True)
class AskGroup:
    """Fields under one heading of the form; open once something was chosen there."""

    key: str
    title: str
    count: str
    is_open: bool
    rows: list[AskRow] = field(default_factory=list)


@dataclass(frozen=True)
class PreviewRow:
    """One point as the person will read it."""

    number: str
    title: str
    reason: str
    how_to: str
    before: str


def begin_with(
    chosen: Chosen, template: str, typed: Mapping[str, str], usual: Iterable[UsualWords]
) -> Chosen:
    """Put the office's usual words in; what the officer wrote is kept before them."""
    known = tuple(usual)
    wanted = next((one for one in known if one.key == template), None)
    reason, how_to = (
        _joined(
            typed.get(part, getattr(chosen, part)),
            getattr(wanted, part) if wanted else "",
            {"", *(getattr(one, part) for one in known)},
        )
        for part in PARTS
    )
    return replace(
        chosen, template=template, stamp=chosen.stamp + 1, reason=reason, how_to=how_to
    )


def _joined(written: str, usual: str, known: set[str]) -> str:
    if written.strip() in known:
        return usual
    return f"{written}\n{usual}" if usual and usual not in written else written


def usual_choices(usual: Iterable[UsualWords]) -> dict[str, list[tuple[str, str]]]:
    """Return the texts to choose from, by what is asked."""
    found: dict[str, list[tuple[str, str]]] = {str(kind): [] for kind in TargetKind}
    for one in usual:
        found[str(one.kind)].append((one.key, one.title))
    return found


def ask_row(
    one: Askable, chosen: Mapping[str, Chosen], problems: Mapping[str, str]
) -> AskRow:
    """Return one thing to tick, with its fields when it is ticked."""
    key = one.target or OTHER
    mine = chosen.get(key, Chosen())
    free = one.kind is TargetKind.FREE
    return AskRow(
        key=key,
        kind=str(one.kind),
        title=wording.OTHER_TICK if free else title_of(one.kind, one.target, one.label),
        stands=one.old_text,
        is_ticked=key in chosen,
        stamp=str(mine.stamp),
        template=mine.template,
        reason=mine.reason,
        how_to=mine.how_to,
        reason_fault=problems.get(f"{key}.reason", ""),
        how_to_fault=problems.get(f"{key}.how_to", ""),
    )


def ask_groups(
    known: Iterable[Askable], rows: Mapping[str, AskRow], opened: Iterable[str]
) -> list[AskGroup]:
    """Return the fields under the headings of their form, in its order."""
    found: dict[str, list[AskRow]] = {}
    for one in known:
        if one.kind is TargetKind.FIELD:
            found.setdefault(one.group, []).append(rows[one.target])
    been = set(opened)
    return [
        AskGroup(
            key=group,
            title=wording.GROUPS.get(group, group),
            count=_count(members),
            is_open=any(row.key in been for row in members),
            rows=members,
        )
        for group, members in found.items()
    ]


def _count(rows: Iterable[AskRow]) -> str:
    count = sum(row.is_ticked for row in rows)
    return wording.CHOSEN.format(count=count) if count else ""


def write_form(
    form: Mapping[str, str], known: Iterable[Askable], chosen: Mapping[str, Chosen]
) -> SupplementForm:
    """Return the request as it was written; points in the order of the list."""
    kinds = {one.target: one.kind for one in known}
    points = tuple(
        PointForm(
            kind=kinds.get(key, TargetKind.FREE),
            target="" if key == OTHER else key,
            reason=form.get(f"{key}.reason", ""),
            how_to=form.get(f"{key}.how_to", ""),
            reason_key=chosen[key].template,
        )
        for key in (*kinds, OTHER)
        if key in chosen
    )
    return SupplementForm(
        points=points,
        deadline=form.get("deadline", ""),
        note=form.get("note", ""),
        why_again=form.get("why_again", ""),
    )


def preview_rows(written: SupplementForm, known: Iterable[Askable]) -> list[PreviewRow]:
    """Return the points as the person will read them."""
    asked = {one.target: one for one in known}
    return [
        PreviewRow(
            number=str(number),
            title=title_of(
                point.kind,
                point.target,
                asked[point.target].label if point.target in asked else "",
            ),
            reason=point.reason,
            how_to=point.how_to,
            before=_before(asked.get(point.target)),
        )
        for number, point in enumerate(written.points, 1)
    ]


def _before(one: Askable | None) -> str:
    if one is None or one.kind is TargetKind.FREE:
        return ""
    if one.old_text:
        return one.old_text
    is_field = one.kind is TargetKind.FIELD
    return wording.NOTHING_BEFORE if is_field else wording.NO_FILES_BEFORE
