"""Requests for a supplement as display strings: old beside new, for both sides."""

from dataclasses import dataclass, field

from dvc_app import formats, routes
from dvc_app.state.later_files import LaterFile, later_file
from dvc_app.wording import filing, uploads
from dvc_app.wording import supplements as wording
from services.supplements.models import TargetKind
from services.supplements.views import OldFile, PointView, RequestView

LONG_FIELDS = frozenset({"request"})


@dataclass(frozen=True)
class OldRow:
    """A file that was handed in before."""

    name: str
    details: str
    address: str


@dataclass(frozen=True)
class Option:
    """One choice of a field that is chosen."""

    value: str
    words: str


@dataclass(frozen=True)
class PointRow:
    """One point, its reason and its answer."""

    id: str
    number: str
    title: str
    reason: str
    how_to: str
    is_field: bool
    is_paper: bool  # a file is the answer; words are a remark
    is_long: bool
    takes_files: bool
    old_text: str
    old_files: list[OldRow]
    text: str  # what the field begins with
    said: str  # the answer in words
    options: list[Option]
    files: list[LaterFile]
    known: list[str]
    endpoint: str
    send_label: str
    is_answered: bool
    state: str
    state_css: str


@dataclass(frozen=True)
class RequestRow:
    """One request."""

    id: str = ""
    title: str = ""
    status: str = ""
    status_css: str = "tag"
    by: str = ""
    until: str = ""
    is_past: bool = False
    note: str = ""
    why_again: str = ""
    decision: str = ""
    due_moved: str = ""
    is_waiting: bool = False
    is_open: bool = False  # the person may still answer
    is_answered: bool = False
    points: list[PointRow] = field(default_factory=list)


def request_row(request: RequestView, code: str = "") -> RequestRow:
    """Return a request; with a code, its points take files."""
    status, css = wording.STATUSES[request.status]
    day = formats.day(request.deadline)
    is_open = request.status in ("asked", "expired")
    until = wording.PAST if request.is_past and is_open else wording.UNTIL
    return RequestRow(
        id=str(request.id),
        title=wording.REQUEST.format(number=request.number),
        status=status,
        status_css=css,
        by=wording.BY.format(
            name=request.asked_by,
            moment=formats.moment(request.asked_at or request.written_at),
        ),
        until=until.format(day=day),
        is_past=request.is_past,
        note=request.note,
        why_again=wording.WHY_AGAIN_LINE.format(text=request.why_again)
        if request.why_again
        else "",
        decision=_decision(request),
        due_moved=_moved(request),
        is_waiting=request.status == "waiting",
        is_open=is_open,
        is_answered=request.answered_at is not None,
        points=[
            point_row(point, place, code)
            for place, point in enumerate(request.points, 1)
        ],
    )


def point_row(point: PointView, number: int, code: str) -> PointRow:
    """Return one point as both sides read it."""
    title = title_of(point.kind, point.target, point.label)
    is_field = point.kind is TargetKind.FIELD
    ends = {"code": code, "point_id": str(point.id)}
    return PointRow(
        id=str(point.id),
        number=str(number),
        title=title,
        reason=point.reason,
        how_to=point.how_to,
        is_field=is_field,
        is_paper=point.kind is TargetKind.COMPONENT,
        is_long=point.target in LONG_FIELDS,
        takes_files=not is_field,
        old_text=point.old_text,
        old_files=[_old(file) for file in point.old_files],
        text=point.begins_with if is_field else point.text,
        said=point.said,
        options=[Option(value, words) for value, words in point.options],
        files=[later_file(file) for file in point.files],
        known=[str(file.id) for file in point.files],
        endpoint=routes.fill(routes.API_SUPPLEMENT_UPLOADS, **ends) if code else "",
        send_label=wording.SEND_FILE.format(name=title),
        is_answered=point.is_answered,
        state=wording.IS_ANSWERED if point.is_answered else wording.IS_OPEN,
        state_css="tag tag--done" if point.is_answered else "tag tag--wait",
    )


def title_of(kind: TargetKind, target: str, label: str) -> str:
    """Return what a point is about, in the words of the form."""
    if kind is TargetKind.FREE:
        return wording.FREE_POINT
    return label or filing.LABELS.get(target, target)


def _old(file: OldFile) -> OldRow:
    details = [formats.size(file.size)]
    if file.pages:
        details.insert(0, uploads.PAGES.format(count=file.pages))
    address = routes.fill(routes.API_FILE, file_id=str(file.id))
    return OldRow(file.name, " · ".join(details), address)


def _decision(request: RequestView) -> str:
    if request.declined_reason:
        return wording.DECLINED_LINE.format(
            name=request.confirmed_by, reason=request.declined_reason
        )
    if request.confirmed_by:
        return wording.CONFIRMED_LINE.format(name=request.confirmed_by)
    return ""


def _moved(request: RequestView) -> str:
    if not request.due_after or not request.due_before:
        return ""
    return wording.DUE_MOVED.format(
        before=formats.moment(request.due_before),
        after=formats.moment(request.due_after),
    )
