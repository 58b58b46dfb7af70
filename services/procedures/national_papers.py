"""Component groups of the national portal: some are papers, some are advice."""

import re

from services.procedures.facts import CaseFacts, ComponentFacts, Remark
from services.procedures.folding import fold_opening
from services.procedures.models import CaseKind
from services.procedures.national_wire import WireCase, WireComponent

_LEAD = re.compile(r"^[\s*+•\-–.:;]+")
_NOTE = re.compile(r"^\W*(luu y|ghi chu)\b")
_PRESENT = re.compile(r"\bxuat trinh\b")
_WHEN = re.compile(
    r"^\W*(\(?\w{1,3}[.)\-]\s*)*\W*(doi voi|truong hop|trong truong hop|ho so|neu)\b"
)
_PAPER_WHEN = re.compile(r"^\W*(doi voi |trong )?truong hop\b|\(neu co\)|\bneu co\b")
ORDINARY_KINDS = ("pdf", "jpg", "png", "heic")


def kind_of(name: str) -> CaseKind:
    """Return what a group means, read from its name."""
    folded = fold_opening(name)
    if _NOTE.search(folded):
        return CaseKind.NOTE
    if _PRESENT.search(folded):
        return CaseKind.PRESENT
    return CaseKind.WHEN if _WHEN.search(folded) else CaseKind.SUBMIT


def read_cases(groups: list[WireCase]) -> tuple[tuple[CaseFacts, ...], list[Remark]]:
    """Return the groups with papers first and advice last, and what was wrong."""
    cases, remarks = [], []
    for group in groups:
        named = [c for c in group.profile_components if c.name]
        if len(named) < len(group.profile_components):
            remarks.append(Remark("component", "component_without_name"))
        if not named:
            remarks.append(Remark("case", "case_without_papers", group.name[:200]))
            continue
        kind = kind_of(group.name)
        read = tuple(_component(c, kind) for c in named)
        name = _LEAD.sub("", group.name).rstrip(" :")
        cases.append(CaseFacts(name, kind, read))
    order = [CaseKind.SUBMIT, CaseKind.PRESENT, CaseKind.WHEN, CaseKind.NOTE]
    cases.sort(key=lambda c: order.index(c.kind))
    if len({c.kind for c in cases}) > 1:
        remarks.append(Remark("case", "cases_of_several_kinds", str(len(cases))))
    if not cases:
        remarks.append(Remark("case", "cases_missing"))
    return tuple(cases), remarks


def _component(wire: WireComponent, kind: CaseKind) -> ComponentFacts:
    """Return one paper. The source calls none required, so its word is not taken."""
    advice = kind is CaseKind.NOTE or wire.original_qty + wire.copy_qty == 0
    conditional = kind is CaseKind.WHEN or bool(
        _PAPER_WHEN.search(fold_opening(wire.name))
    )
    return ComponentFacts(
        code=wire.code,
        name=_LEAD.sub("", wire.name).rstrip(" ;"),
        original_qty=wire.original_qty,
        copy_qty=wire.copy_qty,
        is_paper=not advice,
        required=wire.required or not (advice or conditional),
        kinds=() if advice else ORDINARY_KINDS,
        is_form=wire.has_electronic_form or bool(wire.attachments),
        samples=tuple(f.file_name for f in wire.attachments if f.file_name),
    )
