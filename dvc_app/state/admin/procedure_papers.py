"""The papers of a procedure while they are edited, one by one (A02)."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dvc_app.state.admin.procedure_rows import case_name
from dvc_app.wording import procedure_changes as wording
from services.procedure_changes.papers import PaperForm, as_line
from services.procedures.local_facts import LocalFacts

TEXTS = (
    "name",
    "required_when",
    "original",
    "copies",
    "megabytes",
    "note",
    "samples",
    "case",
)
TICKS = ("required", "keeps_rule")
ORDINARY = ["pdf", "jpg", "png", "heic"]


@dataclass(frozen=True)
class PaperEdit:
    """One paper as it stands in the form."""

    id: str
    key: str = ""  # its place among those in force; none: it is new
    case: str = "0"
    name: str = ""
    required: bool = False
    required_when: str = ""
    original: str = "1"
    copies: str = "0"
    kinds: list[str] = field(default_factory=lambda: list(ORDINARY))
    megabytes: str = "10"
    note: str = ""
    samples: str = ""
    has_rule: bool = False
    keeps_rule: bool = True
    is_paper: bool = True


@dataclass(frozen=True)
class CaseChoice:
    """A group a paper may stand in."""

    value: str
    words: str


def new_paper() -> PaperEdit:
    """Return a paper to be filled in."""
    return PaperEdit(secrets.token_hex(4), name=wording.NEW_PAPER)


def edit_papers(facts: LocalFacts) -> list[PaperEdit]:
    """Return the papers as the form is drawn with them."""
    pairs = [
        (str(number), paper)
        for number, case in enumerate(facts["cases"])
        for paper in case["papers"]
    ]
    return [_edit(str(key), case, paper) for key, (case, paper) in enumerate(pairs)]


def case_choices(facts: LocalFacts) -> list[CaseChoice]:
    """Return the groups there are."""
    return [
        CaseChoice(str(number), case_name(case))
        for number, case in enumerate(facts["cases"])
    ]


def paper_forms(papers: Sequence[PaperEdit]) -> tuple[PaperForm, ...]:
    """Return the papers as the use case reads them."""
    return tuple(
        PaperForm(
            key=one.key,
            case=int(one.case) if one.case.isascii() and one.case.isdigit() else -1,
            name=one.name,
            required=one.required,
            required_when=one.required_when,
            original=one.original,
            copies=one.copies,
            kinds=tuple(one.kinds),
            megabytes=one.megabytes,
            note=one.note,
            samples=one.samples,
            keeps_rule=one.keeps_rule,
        )
        for one in papers
    )


def _edit(key: str, case: str, paper: dict[str, Any]) -> PaperEdit:
    # Any: JSON.
    return PaperEdit(
        id=f"p{key}",
        key=key,
        case=case,
        name=paper["name"],
        required=paper["required"],
        required_when=paper["required_when"],
        original=str(paper["original_qty"]),
        copies=str(paper["copy_qty"]),
        kinds=list(paper["kinds"]),
        megabytes=str(paper["max_megabytes"]),
        note=paper["note"],
        samples=as_line(paper["samples"]),
        has_rule=bool(paper["required_answer"] or paper["required_case"]),
        is_paper=paper["is_paper"],
    )
