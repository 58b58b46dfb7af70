"""The papers of a procedure as they were typed (A02 “Thành phần hồ sơ”)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from services.core.text import clean, reject_reason
from services.files.verdicts import KIND_OF_EXTENSION
from services.procedures.models import CaseKind

MOST_PAPERS = 80
MOST_COPIES = 99
MOST_MEGABYTES = 100
LONGEST = {"name": 1_000, "required_when": 500, "note": 2_000, "samples": 500}
KINDS = tuple(dict.fromkeys(KIND_OF_EXTENSION))
NEW_CODE = "DP{version:02d}{number:02d}"  # never given twice: the version is in it

Stored = dict[str, Any]  # Any: JSON


@dataclass(frozen=True)
class PaperForm:
    """One paper; `key` is its place among all now, none: it is new.

    `case` is the place of its case.
    """

    key: str = ""
    case: int = 0
    name: str = ""
    required: bool = False
    required_when: str = ""
    original: str = ""
    copies: str = ""
    kinds: tuple[str, ...] = ()
    megabytes: str = ""
    note: str = ""
    samples: str = ""
    keeps_rule: bool = True  # the portal's own check of when it is required


def read_papers(
    forms: Sequence[PaperForm],
    cases: Sequence[Stored],
    version: int,
    problems: dict[str, str],
) -> list[Stored]:
    """Return the cases with these papers, in their order.

    The cases themselves stay: they say in which situation a person is.
    """
    groups = list(cases) or [_first_case()] * bool(forms)
    every = [paper for case in groups for paper in case["papers"]]
    if len(forms) > max(MOST_PAPERS, len(every)):
        problems["papers"] = "procedure_papers_many"
        return list(cases)
    known = {str(number): paper for number, paper in enumerate(every)}
    taken = {paper["code"] for paper in every}
    made: list[list[Stored]] = [[] for _ in groups]
    for number, form in enumerate(forms):
        place = f"paper.{number}"
        if not 0 <= form.case < len(groups):
            problems[place] = "procedure_paper_case"
            continue
        before = known.pop(form.key, None) or _new_paper(version, taken)
        taken.add(before["code"])
        made[form.case].append(_read(form, before, place, problems))
    return [
        group | {"papers": papers} for group, papers in zip(groups, made, strict=True)
    ]


def _read(
    form: PaperForm, before: Stored, place: str, problems: dict[str, str]
) -> Stored:
    old = {name: before[name] for name in LONGEST} | {
        "samples": as_line(before["samples"])
    }
    texts = {name: kept_or_clean(getattr(form, name), old[name]) for name in LONGEST}
    changed = {name: text for name, text in texts.items() if text != old[name]}
    kinds = [kind for kind in before["kinds"] if kind in form.kinds]
    kinds += [k for k in KINDS if k in form.kinds and k not in kinds]
    quantities = [_whole(typed, MOST_COPIES) for typed in (form.original, form.copies)]
    size = _whole(form.megabytes, MOST_MEGABYTES)
    fault = "" if texts["name"] else "procedure_paper_name"
    fault = fault or _fault(changed, quantities, size)
    if not kinds and (before["kinds"] or not before["name"]):
        fault = fault or "procedure_paper_kinds"
    if fault:
        problems.setdefault(place, fault)
    rule = {} if form.keeps_rule else {"required_answer": {}, "required_case": ""}
    return (
        before
        | {
            "name": texts["name"],
            "required": form.required and before["is_paper"],
            "required_when": texts["required_when"],
            "original_qty": quantities[0] or 0,
            "copy_qty": quantities[1] or 0,
            "kinds": kinds,
            "max_megabytes": size or before["max_megabytes"],
            "note": texts["note"],
            "samples": _names(texts["samples"], before["samples"]),
        }
        | rule
    )


def _fault(
    texts: dict[str, str], quantities: list[int | None], size: int | None
) -> str:
    """Name what is wrong with what was changed of a paper, the first of it."""
    if any(len(text) > LONGEST[name] for name, text in texts.items()):
        return "note_long"
    if any(reject_reason(text) for text in texts.values()):
        return "text_control"
    if None in quantities:
        return "procedure_paper_quantity"
    return "" if size else "procedure_paper_size"


def kept_or_clean(typed: str, before: str, multiline: bool = False) -> str:
    """Return what was there if only spaces differ: a browser takes line breaks out.

    What a source wrote is neither tidied nor judged as long as nobody changes it.
    """
    same = "".join(typed.split()) == "".join(before.split())
    return before if same else clean(typed, multiline=multiline)


def _whole(typed: str, most: int) -> int | None:
    """Read a number from nought on; None is none."""
    said = typed.strip() or "0"
    is_number = said.isascii() and said.isdigit() and len(said) <= 3
    return int(said) if is_number and int(said) <= most else None


def _names(typed: str, before: Sequence[str]) -> list[str]:
    """Read names parted by semicolons; the same text leaves the same names."""
    if typed == as_line(before):
        return list(before)
    return [name for name in map(clean, typed.split(";")) if name]


def as_line(names: Iterable[str]) -> str:
    """Return names as they are typed."""
    return "; ".join(names)


def _first_case() -> Stored:
    return {"name": "", "kind": str(CaseKind.SUBMIT), "papers": []}


def _new_paper(version: int, taken: set[str]) -> Stored:
    codes = (NEW_CODE.format(version=version, number=n) for n in range(1, 100))
    return {
        "code": next(code for code in codes if code not in taken),
        "name": "",
        "original_qty": 0,
        "copy_qty": 0,
        "is_paper": True,
        "required": False,
        "required_when": "",
        "note": "",
        "kinds": [],
        "is_form": False,
        "samples": [],
        "required_answer": {},
        "required_case": "",
        "max_megabytes": 10,
    }
