"""Writes the texts that come with the portal: seed/*.toml, one file a kind."""

import tomllib
from pathlib import Path
from typing import Any

from sqlmodel import select

from services.templates.models import TemplateKind, TemplateState, TextTemplate
from services.work import Work

FOLDER = Path(__file__).parent / "seed"


def read_templates(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Return the texts as typed in, each with its kind and place; Any: TOML."""
    found: list[dict[str, Any]] = []
    for path in sorted(folder.glob("*.toml")):
        raw = tomllib.loads(path.read_text("utf-8"))
        kind, since = TemplateKind(path.stem), raw["valid_from"]
        for position, one in enumerate(raw["template"]):
            base = {"kind": kind, "valid_from": since, "position": position}
            codes = one.pop("procedures", [""])
            found += [{**base, "procedure_code": code, **one} for code in codes]
    return found


def load_templates(work: Work) -> int:
    """Write what is not there yet; return how many. Edited texts stay as they are.

    A text is known by kind, key and procedure: once it has any version, its life
    is the administrators' (A08).
    """
    rows = work.session.exec(select(TextTemplate))
    known = {(row.kind, row.key, row.procedure_code) for row in rows}
    added = [
        _row(work, one)
        for one in read_templates()
        if (one["kind"], one["key"], one["procedure_code"]) not in known
    ]
    work.session.add_all(added)
    work.session.flush()
    return len(added)


def _row(work: Work, one: dict[str, Any]) -> TextTemplate:
    return TextTemplate(
        **one,
        state=TemplateState.PUBLISHED,
        written_at=work.now,
        reviewed_at=work.now,
    )
