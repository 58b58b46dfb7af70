"""Shows the messages that come with the portal as drafts, so that they can be edited."""

import re

from sqlmodel import select

from services.core.clock import local_day
from services.notifications.models import Subject
from services.notifications.texts import built_in
from services.templates.models import TemplateKind, TemplateState, TextTemplate
from services.work import Work

HOLE = re.compile(r"\$(\w+)")
CHANNELS = {"sms": "sms", "mail": "text"}  # of a template's key: its built-in text


def load_messages(work: Work) -> int:
    """Write a draft for each message and channel that has no version yet.

    A draft is not in force: until an edited version is published the text that
    comes with the portal is sent.
    """
    rows = select(TextTemplate.key).where(TextTemplate.kind == TemplateKind.MESSAGE)
    known = set(work.session.exec(rows))
    added = [
        _draft(work, subject, channel, place * 2 + number)
        for place, subject in enumerate(Subject)
        for number, channel in enumerate(CHANNELS)
        if f"{subject}.{channel}" not in known
    ]
    work.session.add_all(added)
    work.session.flush()
    return len(added)


def _draft(work: Work, subject: Subject, channel: str, position: int) -> TextTemplate:
    words = built_in(subject)
    return TextTemplate(
        kind=TemplateKind.MESSAGE,
        key=f"{subject}.{channel}",
        state=TemplateState.DRAFT,
        title=words["title"],
        subject=words["title"] if channel == "mail" else "",
        body=HOLE.sub(r"{\1}", words[CHANNELS[channel]]),
        position=position,
        valid_from=local_day(work.now),
        written_at=work.now,
    )
