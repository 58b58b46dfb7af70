"""A request for a supplement as both sides see it: old and new side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.dossiers.snapshot import Snapshot
from services.dossiers.views import FileView, view_file
from services.files.models import StoredFile
from services.supplements.check_answers import is_answered
from services.supplements.form_fields import Fields
from services.supplements.models import (
    RequestStatus,
    SupplementPoint,
    SupplementRequest,
    TargetKind,
)
from services.supplements.rules import slot_of


@dataclass(frozen=True)
class OldFile:
    """A file handed in before, beside what came for it."""

    id: UUID
    name: str
    size: int
    pages: int


@dataclass(frozen=True)
class PointView:
    """One point with its answer."""

    id: UUID
    kind: TargetKind
    target: str
    label: str
    reason: str
    how_to: str
    old_text: str
    begins_with: str  # what the field begins with: as typed, or the value chosen
    options: tuple[tuple[str, str], ...]  # of a field that is chosen
    old_files: tuple[OldFile, ...]
    text: str
    said: str  # the answer in words
    is_typed: bool  # the person has touched it
    files: tuple[FileView, ...]
    is_answered: bool


@dataclass(frozen=True)
class RequestView:
    """One request with all its points."""

    id: UUID
    number: int
    status: RequestStatus
    asked_by: str
    written_at: datetime
    asked_at: datetime | None
    deadline: datetime
    is_past: bool
    note: str
    why_again: str
    confirmed_by: str
    declined_reason: str
    due_before: datetime | None
    due_after: datetime | None
    answered_at: datetime | None
    points: tuple[PointView, ...]


def view_request(
    request: SupplementRequest,
    points: Sequence[SupplementPoint],
    files: Mapping[str, Sequence[StoredFile]],
    stood: tuple[Snapshot, Fields],
    now: datetime,
) -> RequestView:
    """Return a request; `files` are those its reader may see."""
    return RequestView(
        id=request.id,
        number=request.number,
        status=request.status,
        asked_by=request.asked_by_name,
        written_at=request.written_at,
        asked_at=request.asked_at,
        deadline=request.deadline,
        is_past=now > request.deadline,
        note=request.note,
        why_again=request.why_again,
        confirmed_by=request.confirmed_by_name,
        declined_reason=request.declined_reason,
        due_before=request.due_before,
        due_after=request.due_after,
        answered_at=request.answered_at,
        points=tuple(
            _point(point, files.get(slot_of(point.id), ()), *stood) for point in points
        ),
    )


def _point(
    point: SupplementPoint,
    sent: Sequence[StoredFile],
    handed_in: Snapshot,
    fields: Fields,
) -> PointView:
    return PointView(
        id=point.id,
        kind=point.kind,
        target=point.target,
        label=point.label,
        reason=point.reason,
        how_to=point.how_to,
        old_text=point.old_text if point.kind is TargetKind.FIELD else "",
        begins_with=point.text if point.typed_at else fields.begins_with(point.target),
        options=fields.options(point.target),
        old_files=_old(point, handed_in),
        text=point.text,
        said=fields.say(point.target, point.text),
        is_typed=point.typed_at is not None,
        files=tuple(view_file(file) for file in sent),
        is_answered=is_answered(point, sent),
    )


def _old(point: SupplementPoint, handed_in: Snapshot) -> tuple[OldFile, ...]:
    if point.kind is not TargetKind.COMPONENT:
        return ()
    return tuple(
        OldFile(file.id, file.name, file.size, file.pages)
        for part in handed_in.components
        if part.code == point.target
        for file in part.files
    )
