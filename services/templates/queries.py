"""Reads of templates."""

from datetime import date

from sqlmodel import Session, col, or_, select

from services.templates.models import TemplateKind, TemplateState, TextTemplate


def templates_for(
    session: Session, kind: TemplateKind, procedure_code: str, day: date
) -> tuple[TextTemplate, ...]:
    """Return the texts in force on that day, in their order, the latest of each key.

    One written for the procedure takes the place of the general one.
    """
    found = session.exec(
        select(TextTemplate)
        .where(
            TextTemplate.kind == kind,
            TextTemplate.state == TemplateState.PUBLISHED,
            col(TextTemplate.procedure_code).in_(("", procedure_code)),
            TextTemplate.valid_from <= day,
            or_(
                col(TextTemplate.valid_to).is_(None), col(TextTemplate.valid_to) >= day
            ),
        )
        .order_by(col(TextTemplate.procedure_code), col(TextTemplate.version))
    )
    latest = {template.key: template for template in found}
    return tuple(sorted(latest.values(), key=lambda t: (t.position, t.title)))
