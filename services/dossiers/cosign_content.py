"""What a second person signs: the form in words and the names of files, no more."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from services.dossiers.fields import FIELDS
from services.dossiers.form_answers import check_form, common_texts, form_texts
from services.dossiers.queries import Draft
from services.dossiers.rules import Step
from services.eforms.form_lines import form_lines
from services.files.models import StoredFile
from services.work import Work

# Shown where there is no form of its own; the submitter's own data is theirs alone.
SHOWN = ("applicant_name", "request", "copies")


@dataclass(frozen=True)
class SignedLine:
    """One line; of the common form the label is the key of its words."""

    label: str
    text: str
    group: str = ""


@dataclass(frozen=True)
class CosignContent:
    """Exactly what is signed, and the hash that stands for it."""

    procedure: str
    unit: str
    submitter: str
    lines: tuple[SignedLine, ...]
    files: tuple[str, ...]
    digest: str

    def as_json(self) -> dict[str, Any]:
        """Return it for the row; Any: JSON."""
        return asdict(self)


def needed_cosigner(draft: Draft) -> str:
    """Return who must sign beside the submitter; empty when nobody must."""
    asked = draft.catalogue.procedure.cosign
    if not asked:
        return ""
    if field := asked.get("field"):
        answer = form_texts(draft).get(f"e.{field}", "")
        return str(asked["who"]) if answer in asked.get("any", ()) else ""
    return str(asked["who"])


def content_of(work: Work, draft: Draft, files: Sequence[StoredFile]) -> CosignContent:
    """Return the draft as the second person sees it."""
    answers = common_texts(draft)
    return CosignContent(
        procedure=draft.catalogue.procedure.name,
        unit=draft.agency.name if draft.agency else "",
        submitter=answers["submitter_name"],
        lines=tuple(_lines(work, draft, answers)),
        files=tuple(file.name for file in files),
        digest=digest_of(draft, files),
    )


def digest_of(draft: Draft, files: Sequence[StoredFile]) -> str:
    """Return the hash of all that is signed: any change of it voids a signature.

    How the result travels and what is paid is the submitter's own affair.
    """
    answers, typed = common_texts(draft), form_texts(draft)
    own = {
        name: answers.get(name, "")
        for name, rule in FIELDS.items()
        if rule.step not in (Step.DELIVERY, Step.FEES)
    }
    signed = {
        "procedure": draft.catalogue.procedure.code,
        "agency": str(draft.dossier.agency_id),
        "answers": own,
        "form": typed,
        "files": sorted([f.slot, f.name, f.sha256] for f in files),
    }
    written = json.dumps(signed, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def _lines(work: Work, draft: Draft, answers: dict[str, str]) -> list[SignedLine]:
    if draft.form is None:
        return [SignedLine(name, answers[name]) for name in SHOWN if answers.get(name)]
    values = check_form(work, draft).values
    return [
        SignedLine(line.label, line.text, row.title or group.title)
        for group in form_lines(draft.form, values)
        for row in group.rows
        for line in row.lines
    ]
