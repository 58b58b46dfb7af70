"""The facts of a printed declaration: a definition and its values, as the law lays out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.eforms.definition import EformDefinition
from services.eforms.form_lines import FormLines, Line, Values, form_lines
from services.papers.facts import (
    DeclaredLine,
    DeclaredPart,
    DeclaredRow,
    FormSheet,
    SignatureBlock,
)

# Days that civil status papers write in figures and in words (Circular 04/2020/TT-BTP).
SPELLED = frozenset({"nksNgaySinh", "nktNgayChet"})
UNIT = "$unit"


@dataclass(frozen=True)
class Occasion:
    """Where and when a form was filled in; a draft has no code and no address."""

    unit: str  # the receiving one; empty while a draft has none
    place: str
    made_at: datetime
    dossier_code: str = ""
    look_up_url: str = ""
    hotline: str = ""


def form_sheet(
    definition: EformDefinition, values: Values, office: Values, occasion: Occasion
) -> FormSheet:
    """Return what stands on the paper; `values` are those of check_answers."""
    unit = occasion.unit or "." * 40
    return FormSheet(
        title=definition.title,
        form_number=definition.form_number,
        legal_basis=definition.legal_basis,
        addressee=definition.addressee.replace(UNIT, unit),
        parts=_parts(definition, form_lines(definition, values), values),
        office=_parts(definition, form_lines(definition, office, is_office=True), {}),
        pledge=definition.pledge,
        place=occasion.place,
        signatures=tuple(
            SignatureBlock(one.role, str(values.get(one.field, "")))
            for one in definition.signer
        ),
        made_at=occasion.made_at,
        is_draft=not occasion.dossier_code,
        dossier_code=occasion.dossier_code,
        look_up_url=occasion.look_up_url,
        hotline=occasion.hotline,
    )


def _parts(
    definition: EformDefinition, groups: Iterable[FormLines], values: Values
) -> tuple[DeclaredPart, ...]:
    days = _spelled_days(definition, values)
    return tuple(
        DeclaredPart(
            title=group.title,
            is_repeated=group.is_repeated,
            rows=tuple(
                DeclaredRow(row.title, tuple(_line(line, days) for line in row.lines))
                for row in group.rows
            ),
        )
        for group in groups
    )


def _line(line: Line, days: dict[str, str]) -> DeclaredLine:
    return DeclaredLine(line.label, line.text, line.is_wide, days.get(line.code, ""))


def _spelled_days(definition: EformDefinition, values: Values) -> dict[str, str]:
    """Return the days to be spelled, by field."""
    found: dict[str, Any] = {  # Any: JSON
        field.code: values.get(field.code)
        for field in definition.fields()
        if field.contract in SPELLED
    }
    return {code: str(day) for code, day in found.items() if day}
