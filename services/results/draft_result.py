"""Draft a result from a template of the procedure (dự thảo kết quả, O05)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from services.audit.record import record
from services.core.clock import local, local_day
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.core.text import clean
from services.dossiers.models import Dossier
from services.papers.stamp import ResultSheet, print_result
from services.procedures.models import Procedure
from services.processing.queries import agency_dossier
from services.processing.receipt_facts import authority_of
from services.results.attach_result import ResultAttached, attach_draft
from services.results.keep_pdf import NewPdf, keep_pdf
from services.results.queries import standing_result
from services.results.rules import lock_for_result
from services.templates.models import TemplateKind, TextTemplate
from services.templates.queries import templates_for
from services.work import Role, Work

WORDS = Path(__file__).with_name("result_words.toml")
# Field → shortest and longest text.
LENGTHS = {
    "title": (3, 120),
    "about": (0, 500),
    "basis": (0, 4000),
    "body": (10, 20_000),
    "recipients": (0, 2000),
    "series": (1, 40),
    "signer_title": (2, 120),
}


@dataclass(frozen=True)
class DraftText:
    """One draft with the dossier's facts filled in, to be edited."""

    key: str
    name: str
    fields: dict[str, str]


def open_drafts(work: Work, code: str) -> tuple[DraftText, ...]:
    """Return the drafts there are templates for; nothing is written."""
    dossier, _ = lock_for_result(work, code)
    return drafts_of(work, dossier)


def drafts_of(work: Work, dossier: Dossier) -> tuple[DraftText, ...]:
    """Return them for a dossier whose reader was asked for already."""
    procedure = work.session.get_one(Procedure, dossier.procedure_id)
    found = templates_for(
        work.session, TemplateKind.RESULT, procedure.code, local_day(work.now)
    )
    facts = _facts(work, dossier, procedure)
    return tuple(_filled(each, facts) for each in found)


def preview_draft(work: Work, code: str, given: Mapping[str, str]) -> None:
    """Print the draft, without number and day, for this officer alone to look at."""
    officer_id = work.actor.require_officer(Role.PROCESSING)
    dossier = agency_dossier(work, code)
    pdf = print_result(sheet_of(work, dossier, read_draft(given)), work.now)
    work.storage.put(f"previews/{officer_id}-{dossier.id}", pdf)


def open_preview(work: Work, code: str) -> bytes:
    """Return what this officer previewed last."""
    officer_id = work.actor.require_officer(Role.PROCESSING)
    dossier = agency_dossier(work, code)
    try:
        return work.storage.read(f"previews/{officer_id}-{dossier.id}")
    except FileNotFoundError:
        raise NotFound("preview") from None


def save_draft(
    work: Work, code: str, given: Mapping[str, str], key: str
) -> ResultAttached:
    """Freeze the draft as a file and attach it; its number comes at the signing."""
    dossier, _ = lock_for_result(work, code)
    if standing_result(work.session, dossier.id) is not None:
        raise Conflict("result_attached")
    draft = read_draft(given) | {"template": clean(key)[:80]}
    pdf = print_result(sheet_of(work, dossier, draft), work.now)
    name = f"du-thao-{dossier.code}.pdf"
    file = keep_pdf(work, NewPdf(name, pdf), dossier.id)
    record(work, "draft_result", dossier.id)
    return attach_draft(work, code, file, draft)


def read_draft(given: Mapping[str, str]) -> dict[str, str]:
    """Return the texts tidied, or name what is too short or too long."""
    read, problems = {}, {}
    for name, (least, most) in LENGTHS.items():
        text = given.get(name, "").replace("\r\n", "\n").strip()
        try:
            read_note(text, least, most)
        except Unreadable as fault:
            problems[name] = fault.key
        read[name] = "\n".join(clean(line) for line in text.split("\n"))
    if problems:
        raise RuleViolation(problems)
    return read


def sheet_of(work: Work, dossier: Dossier, draft: Mapping[str, str]) -> ResultSheet:
    """Return what is printed; without a number it is a draft."""
    return ResultSheet(
        authority=authority_of(work, dossier),
        agency=str(dossier.frozen["unit"]["name"]),
        number="",
        series=draft["series"],
        place=work.province.name,
        made_at=None,
        title=draft["title"],
        about=draft["about"],
        basis=draft["basis"],
        body=draft["body"],
        recipients=draft["recipients"],
        signer_title=draft["signer_title"],
        signer_name="",
        check_url="",
        is_draft=True,
    )


def _filled(template: TextTemplate, facts: Mapping[str, str]) -> DraftText:
    series = words()["series"].get(template.key, words()["words"]["other_series"])
    fields = {
        "title": template.title,
        "about": _fill(template.subject, facts),
        "basis": _fill(template.legal_basis, facts),
        "body": _fill(template.body, facts).strip(),
        "recipients": _fill(template.how_to, facts),
        "series": series,
        "signer_title": words()["words"]["signer_title"],
    }
    return DraftText(template.key, template.title, fields)


def _fill(text: str, facts: Mapping[str, str]) -> str:
    """Fill in {names}; what is none of ours stays for the officer to see."""
    for name, value in facts.items():
        text = text.replace("{" + name + "}", value)
    return text


def _facts(work: Work, dossier: Dossier, procedure: Procedure) -> dict[str, str]:
    received = dossier.received_at or dossier.submitted_at or work.now
    return {
        "code": dossier.code or "",
        "applicant": dossier.applicant_name,
        "submitter": dossier.submitter_name,
        "procedure": procedure.name,
        "agency": str(dossier.frozen["unit"]["name"]),
        "received": f"{local(received):%d/%m/%Y}",
    }


@cache
def words() -> dict[str, Any]:  # Any: tables of a TOML file
    """Return the signs of papers, and words no template has."""
    return tomllib.loads(WORDS.read_text("utf-8"))
