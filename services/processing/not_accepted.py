"""The reasons a component is usually not accepted for, as data (A08)."""

from dataclasses import dataclass

from services.core.clock import local_day
from services.templates.models import TemplateKind
from services.templates.queries import templates_for
from services.work import Work


@dataclass(frozen=True)
class UsualReason:
    """A reason to choose: what the person will read, and what they may do."""

    key: str
    reason: str
    how_to: str = ""


def usual_reasons(work: Work, procedure_code: str) -> tuple[UsualReason, ...]:
    """Return the templates in force for this procedure."""
    found = templates_for(
        work.session, TemplateKind.NOT_ACCEPTED, procedure_code, local_day(work.now)
    )
    return tuple(UsualReason(one.key, one.body, one.how_to) for one in found)
