"""Check the answers to a request, by the same rules as the form they mend."""

from collections.abc import Mapping, Sequence
from datetime import date

from services.core.faults import Unreadable
from services.core.readers import read_note
from services.dossiers.check_components import FILE_PROBLEMS
from services.eforms.read_field import Refused
from services.files.models import StoredFile
from services.supplements.form_fields import Fields
from services.supplements.models import SupplementPoint, TargetKind
from services.supplements.rules import ANSWER_LENGTHS, SupplementFault, slot_of

Files = Mapping[str, Sequence[StoredFile]]


def read_answers(
    points: Sequence[SupplementPoint], files: Files, fields: Fields, today: date
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the answers to fields mean, and what is wrong, by point."""
    values: dict[str, str] = {}
    problems: dict[str, str] = {}
    for point in points:
        sent = files.get(slot_of(point.id), ())
        try:
            if fault := _of_files(point, sent):
                problems[str(point.id)] = fault
            elif point.kind is TargetKind.FIELD:
                values[point.target] = read_point(point, fields, today)
            elif not sent or point.text.strip():
                read_note(point.text, *_lengths(point, bool(sent)))
        except (Unreadable, Refused) as unread:
            problems[str(point.id)] = str(unread.key)
    return values, problems


def is_answered(point: SupplementPoint, sent: Sequence[StoredFile]) -> bool:
    """Say whether something stands there, right or not, for the checklist."""
    if point.kind is TargetKind.COMPONENT:
        return bool(sent)
    return bool(point.text.strip()) or (point.kind is TargetKind.FREE and bool(sent))


def read_point(point: SupplementPoint, fields: Fields, today: date) -> str:
    """Read one mended field; one that nobody touched is not answered."""
    if point.typed_at is None:
        raise Refused(SupplementFault.NOT_ANSWERED)
    return fields.read(point.target, point.text, today)


def _of_files(point: SupplementPoint, sent: Sequence[StoredFile]) -> str:
    for file in sent:
        if problem := FILE_PROBLEMS.get(file.state):
            return problem
    if point.kind is TargetKind.COMPONENT and not sent:
        return SupplementFault.NO_FILE
    return ""


def _lengths(point: SupplementPoint, has_files: bool) -> tuple[int, int]:
    """A free point is answered by words or by files; a paper needs no words."""
    is_silent = has_files or point.kind is TargetKind.COMPONENT
    return (0 if is_silent else ANSWER_LENGTHS[0], ANSWER_LENGTHS[1])
