"""The electronic form as it was handed in: answers, what they mean, and in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.dossiers.form_answers import form_texts
from services.dossiers.queries import Draft
from services.eforms.conditions import asked_answers
from services.eforms.form_lines import FormLines, form_lines


@dataclass(frozen=True)
class FrozenForm:
    """What the officer reads and the paper prints, whatever the form becomes."""

    code: str
    version: int
    title: str
    values: dict[str, Any]  # Any: JSON, as check_answers returns it
    answers: dict[str, str]  # as typed; of what was asked, and nothing else
    lines: tuple[FormLines, ...]


def freeze_form(draft: Draft, values: Mapping[str, Any]) -> FrozenForm | None:
    """Return the form of a draft that passed its checks; Any: JSON."""
    if draft.form is None:
        return None
    return FrozenForm(
        code=draft.form.code,
        version=draft.form.version,
        title=draft.form.title,
        values=dict(values),
        answers=asked_answers(draft.form, form_texts(draft)),
        lines=form_lines(draft.form, values),
    )
