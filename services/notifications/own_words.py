"""The province's own words of a message, where an administrator published some (A08)."""

import re
from datetime import date

from sqlmodel import Session

from services.notifications.models import Subject
from services.templates.models import TemplateKind
from services.templates.queries import templates_for

HOLE = re.compile(r"\{(\w+)\}")


def own_words(session: Session, subject: Subject, day: date) -> dict[str, str]:
    """Return the published texts in the names and form of texts.toml.

    A text of one's own that names no day is the one without a day as well.
    """
    found = {t.key: t for t in templates_for(session, TemplateKind.MESSAGE, "", day)}
    words: dict[str, str] = {}
    for channel, name in (("sms", "sms"), ("mail", "text")):
        own = found.get(f"{subject}.{channel}")
        if own is None:
            continue
        words[name] = as_sent(own.body)
        if "{day}" not in own.body:
            words[f"{name}_plain"] = words[name]
        if own.subject:
            words["title"] = own.subject
    return words


def as_sent(body: str) -> str:
    """Return a text of one's own in the form of texts.toml."""
    return HOLE.sub(r"$\1", body.replace("$", "$$"))
