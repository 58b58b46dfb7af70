"""What an officer may ask to be mended: fields of the form and papers of the list."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.dossiers.fields import FIELDS
from services.dossiers.rules import Step
from services.dossiers.snapshot import Snapshot
from services.supplements.models import TargetKind

SUBMITTER, DOSSIER = "submitter", "dossier"
# Who acts, and how many sets, are not mended by a supplement.
FIXED = frozenset({"same_person", "copies"})


@dataclass(frozen=True)
class Askable:
    """Something to tick, with what stands there now."""

    kind: TargetKind
    target: str
    label: str  # empty: the wording names it
    old_text: str
    group: str = ""  # heading of its form; of the common form, SUBMITTER or DOSSIER


def askable(handed_in: Snapshot) -> tuple[Askable, ...]:
    """Return everything that can be asked about, papers first."""
    papers = {
        part.code: Askable(
            TargetKind.COMPONENT,
            part.code,
            part.name,
            ", ".join(file.name for file in part.files),
        )
        for part in handed_in.components
    }
    fields = (
        Askable(TargetKind.FIELD, name, "", _stands(handed_in, name), _heading(name))
        for name, rule in FIELDS.items()
        if rule.step is Step.INFORMATION and name not in FIXED
    )
    return (*papers.values(), *fields, *_own_form(handed_in))


def _own_form(handed_in: Snapshot) -> Iterator[Askable]:
    """Yield what was asked by the procedure's own form, with its answer in words."""
    groups = handed_in.form.lines if handed_in.form else ()
    rows = ((g, row) for g in groups if not g.is_office for row in g.rows)
    for group, row in rows:
        for line in row.lines:
            label = f"{row.title} · {line.label}" if row.title else line.label
            yield Askable(TargetKind.FIELD, line.key, label, line.text, group.title)


def _stands(handed_in: Snapshot, name: str) -> str:
    """Return what was typed; who asks for themselves need not type a name again."""
    return handed_in.typed.get(name, "") or str(handed_in.values.get(name, ""))


def _heading(name: str) -> str:
    return SUBMITTER if name.startswith(("submitter_", "paper_issued_")) else DOSSIER
