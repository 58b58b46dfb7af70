"""Where a dossier stands, in the words and dates every screen shows (R22, R24)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dvc_app import formats
from dvc_app.wording import look_up as wording
from dvc_app.wording import promises, statuses
from services.core.promises import LineKind, PromiseLine
from services.dossiers.models import DossierStatus as S
from services.dossiers.rules import ENDED
from services.dossiers.show_dossier import Progress
from services.dossiers.time_limits import TimeLeft


@dataclass(frozen=True)
class ShownProgress:
    """Status, turn and promise, ready to draw."""

    label: str = ""
    tag: str = "tag"
    sentence: str = ""
    turn: str = ""
    when: str = ""  # the answer to ‹Bao giờ xong?›
    left: str = ""
    left_tag: str = "tag"
    is_late: bool = False
    submitted: str = ""
    received: str = ""
    due: str = ""
    why: list[str] = field(default_factory=list)
    usual: str = ""  # how long this office usually takes, and how often it is late


def show_progress(progress: Progress, unit: str) -> ShownProgress:
    """Return the progress in words; `unit` is who has the dossier."""
    words = statuses.STATUSES[progress.status]
    left, left_tag, is_late = say_left(progress.left)
    return ShownProgress(
        label=words.label,
        tag=words.tag,
        sentence=_sentence_of(progress, unit),
        turn=statuses.TURNS[progress.turn],
        when=_when(progress, is_late),
        left=left,
        left_tag=left_tag,
        is_late=is_late,
        submitted=formats.moment(progress.submitted_at),
        received=formats.moment(progress.received_at),
        due=formats.moment(progress.due_at),
        why=explain(progress.lines),
        usual=say_usual(progress),
    )


def _sentence_of(progress: Progress, unit: str) -> str:
    if progress.suspended_since and progress.status is S.PROCESSING:
        return statuses.SUSPENDED.format(unit=unit)
    return statuses.say_status(
        progress.status,
        receive_by=formats.moment(progress.receive_by),
        due=formats.day(progress.due_at),
        unit=unit,
        place=unit,
        returned=formats.day(progress.returned_at),
        until=formats.day(progress.supplement_by),
    )


def say_usual(progress: Progress) -> str:
    """Return how long this office usually takes, or that nobody can say yet."""
    if progress.status in ENDED:
        return ""
    usual = progress.usual
    if usual.median_days is None or usual.most_days is None:
        return wording.TOO_FEW
    taken = wording.USUAL.format(
        median=formats.decimal(usual.median_days),
        most=formats.decimal(usual.most_days),
        count=formats.number(usual.count),
    )
    late = wording.USUALLY_LATE.format(percent=usual.late_percent)
    return f"{taken} {late if usual.late_percent else wording.NEVER_LATE}"


def say_left(left: TimeLeft | None) -> tuple[str, str, bool]:
    """Return how much time is left, its colour, and whether it is past."""
    if left is None:
        return "", "tag", False
    days = left.working_days
    if left.is_late:
        text = statuses.LATE.format(count=days) if days else statuses.LATE_TODAY
        return text, "tag tag--late", True
    text = statuses.DAYS_LEFT.format(count=days) if days else statuses.DUE_TODAY
    return text, "tag tag--wait" if days <= statuses.SOON_DAYS else "tag", False


def explain(lines: Iterable[PromiseLine]) -> list[str]:
    """Return why it is this date, a sentence per step of the count."""
    return [_sentence(line) for line in lines]


def _sentence(line: PromiseLine) -> str:
    hours = formats.decimal(line.worked.total_seconds() / 3600) if line.worked else "0"
    if line.worked is not None and line.kind is LineKind.COUNTED:
        return _open(promises.WORKED.format(day=_weekday(line.day), worked=hours))
    template = promises.LINES[line.kind]
    if line.until is not None and line.until != line.day:
        template = promises.SPANS.get(line.kind, template)
    is_span = line.kind is LineKind.COUNTED and line.until is not None
    text = template.format(
        day=formats.day(line.day) if is_span else _weekday(line.day),
        until=_until(line.until, is_span),
        at=formats.moment(line.at),
        number=line.number,
        name=line.name,
        clock=line.clock.strftime("%H:%M") if line.clock else "",
        worked=hours,
    )
    return _open(text)


def _until(day: date | None, is_span: bool) -> str:
    if day is None:
        return ""
    return formats.day(day) if is_span else _weekday(day)


def _weekday(day: date) -> str:
    name = promises.WEEKDAYS[day.weekday()]
    return promises.WEEKDAY.format(weekday=name, day=formats.day(day))


def _open(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _when(progress: Progress, is_late: bool) -> str:
    """Answer ‹Bao giờ xong?› in one line."""
    status = progress.status
    if status is S.RETURNED:
        return wording.RETURNED.format(returned=formats.moment(progress.returned_at))
    if status is S.RESULT_READY:
        return wording.DONE.format(finished=formats.day(progress.finished_at))
    if status in ENDED:
        return wording.ENDED
    if status in (S.SUPPLEMENT, S.AWAITING_PAYMENT):
        return wording.PAUSED
    if progress.suspended_since is not None:
        return wording.SUSPENDED
    if progress.due_at is not None:
        words = wording.PROMISED_LATE if is_late else wording.PROMISED
        return words.format(due=formats.moment(progress.due_at))
    if status is S.SUBMITTED and progress.receive_by is not None:
        by = formats.moment(progress.receive_by)
        return wording.WAITING_RECEPTION.format(receive_by=by)
    return wording.NO_DATE
