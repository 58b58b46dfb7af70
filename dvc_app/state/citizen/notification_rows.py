"""Notices in words: what happened, how the message got on, what can be done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dvc_app import formats, routes
from dvc_app.wording import notifications as wording
from dvc_app.wording import security_notices
from services.accounts.channels import Channel
from services.notifications.models import DeliveryState
from services.notifications.views import DeliveryLine, NoticeLine


@dataclass(frozen=True)
class ChannelChoice:
    """A channel a notice can be sent to again."""

    key: str
    words: str


@dataclass(frozen=True)
class NoticeRow:
    """One notice as the page shows it; the first of a group carries its headings."""

    id: str
    section: str
    about: str
    procedure: str
    title: str
    sentence: str
    facts: str
    at: str
    sort: str
    tag: str
    step: str
    is_unread: bool
    mark_label: str
    action: str
    path: str
    deliveries: list[str]
    choices: list[ChannelChoice]


def show_rows(
    lines: Sequence[NoticeLine], channels: Sequence[Channel]
) -> list[NoticeRow]:
    """Return the rows of a page; a heading is said once for what stands under it."""
    choices = [
        ChannelChoice(str(one), wording.SEND_AGAIN.format(channel=_name(one)))
        for one in channels
    ]
    rows, section, about = [], None, None
    for line in lines:
        is_new_section = line.is_unread != section
        is_new_group = is_new_section or line.reference is None
        is_new_group = is_new_group or line.reference != about
        section, about = line.is_unread, line.reference
        words = wording.NEW_SECTION if line.is_unread else wording.READ_SECTION
        rows.append(_row(line, words if is_new_section else "", is_new_group, choices))
    return rows


def _row(
    line: NoticeLine, section: str, is_first: bool, choices: list[ChannelChoice]
) -> NoticeRow:
    subject, code = line.subject, line.facts.get("code", "")
    title = wording.TITLES[subject] if subject else wording.SECURITY_TITLE
    return NoticeRow(
        id=str(line.id),
        section=section,
        about=wording.ABOUT.format(code=code) if code and is_first else "",
        procedure=line.facts.get("procedure", "") if is_first else "",
        title=title,
        sentence=wording.SENTENCES[subject]
        if subject
        else security_notices.SENTENCES.get(line.kind, ""),
        facts=" · ".join(_facts(line)),
        at=formats.moment(line.at),
        sort=wording.SORTS[line.sort],
        tag=wording.TAGS[line.sort],
        step=wording.HAND_OVER.get(subject, "") if subject else "",
        is_unread=line.is_unread,
        mark_label=wording.MARK_WHICH.format(title=title),
        action=wording.ACTIONS.get(subject, wording.OPEN_DOSSIER)
        if subject
        else wording.SECURITY_ACTION,
        path=line.path if subject else routes.MY_DEVICES,
        deliveries=say_deliveries(line.deliveries) if subject else [],
        choices=choices if subject else [],
    )


def _facts(line: NoticeLine) -> Iterator[str]:
    """Yield what is known beside the sentence, in words people read."""
    if line.subject is None:
        labels = security_notices.FACTS
        for name, value in line.facts.items():
            if name in labels and value:
                yield f"{labels[name]}: {value}"
        return
    for name, value in line.facts.items():
        label = wording.FACTS.get(name, "")
        if name in ("day", "until"):
            label, value = wording.DAY_LABELS.get(line.subject, label), say_day(value)
        if label and value:
            yield f"{label}: {value}"


def say_day(text: str) -> str:
    """Return a day or a moment kept as ISO 8601 the way people read it."""
    try:
        if len(text) == len("2026-12-05"):
            return formats.day(date.fromisoformat(text))
        return formats.moment(datetime.fromisoformat(text))
    except ValueError:
        return text


def say_deliveries(lines: Sequence[DeliveryLine]) -> list[str]:
    """Return how far the message got, a failed channel with the one after it."""
    outside = [line for line in lines if line.channel is not Channel.PORTAL]
    if not outside:
        return [wording.ONLY_HERE]
    said = []
    for line, following in zip(outside, [*outside[1:], None], strict=True):
        words = _delivery(line)
        has_next = following is not None and not following.is_asked
        if line.state is DeliveryState.FAILED and has_next and following:
            name = _name(following.channel)
            words = wording.NEXT.format(failed=words, channel=name)
        said.append(words)
    return said


def _delivery(line: DeliveryLine) -> str:
    is_later = line.state is DeliveryState.WAITING and line.at is not None
    words = wording.LATER if is_later else wording.DELIVERIES[line.state]
    text = words.format(channel=_name(line.channel), at=formats.moment(line.at))
    return text[:1].upper() + text[1:]


def _name(channel: Channel) -> str:
    return wording.CHANNELS[channel]
