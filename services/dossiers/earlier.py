"""What the same person answered in an earlier dossier by the same form (R14)."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ScalarSelect
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from services.dossiers.models import Dossier
from services.eforms.models import Eform


@dataclass(frozen=True)
class Earlier:
    """The latest such dossier: its code, and the form as it was typed."""

    code: str
    answers: dict[str, str] = field(default_factory=dict)


def earlier_answers() -> ScalarSelect[Any]:
    """Return the column that holds it; Any: JSON.

    A column of the statement that reads the dossier, instead of one more. Of the
    same owner only: two people's data are never mixed (R41).
    """
    past, form = aliased(Dossier), aliased(Eform)
    found = func.jsonb_build_object(
        "code", past.code, "answers", col(past.frozen)["form"]["answers"]
    )
    return (
        select(found)
        .join(form, col(form.id) == past.eform_id)
        .where(
            form.code == Eform.code,
            past.account_id == Dossier.account_id,
            col(past.principal_id).is_not_distinct_from(col(Dossier.principal_id)),
            col(past.submitted_at).is_not(None),
            past.id != Dossier.id,
        )
        .order_by(col(past.submitted_at).desc())
        .limit(1)
        .correlate(Dossier, Eform)
        .scalar_subquery()
    )


def read_earlier(found: dict[str, Any] | None) -> Earlier | None:
    """Return it from the column; Any: JSON."""
    if not found or not found.get("answers"):
        return None
    return Earlier(str(found["code"] or ""), dict(found["answers"]))
