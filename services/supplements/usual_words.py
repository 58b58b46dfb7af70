"""What is usually asked for, as the texts in force say it (O06, A08)."""

from dataclasses import dataclass

from services.core.clock import local_day
from services.dossiers.models import Dossier
from services.processing.text_facts import text_facts
from services.supplements.models import TargetKind
from services.templates.fill import fill
from services.templates.models import TemplateKind
from services.templates.queries import templates_for
from services.work import Work


@dataclass(frozen=True)
class UsualWords:
    """A text to begin with: of which kind of point, why, and how to mend it."""

    key: str
    kind: TargetKind
    title: str
    reason: str
    how_to: str


def usual_words(work: Work, dossier: Dossier) -> tuple[UsualWords, ...]:
    """Return the texts of its procedure, filled; a key begins with what is asked."""
    procedure, facts = str(dossier.frozen["procedure_code"]), text_facts(work, dossier)
    found = templates_for(
        work.session, TemplateKind.SUPPLEMENT, procedure, local_day(work.now)
    )
    return tuple(
        UsualWords(
            one.key, kind, one.title, fill(one.body, facts), fill(one.how_to, facts)
        )
        for one in found
        for kind in TargetKind
        if one.key.partition(".")[0] == kind
    )
