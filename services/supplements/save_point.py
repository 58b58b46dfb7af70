"""Keep the answer to a point as it is typed (R1, R2)."""

from datetime import datetime
from uuid import UUID

from services.audit.record import record
from services.core.errors import RuleViolation
from services.dossiers.save_answers import UNSTORABLE
from services.signals import dossier_topic, tell
from services.supplements.queries import own_point
from services.work import Work

LONGEST = 10_000


def save_point(
    work: Work, code: str, point_id: UUID, text: str, typed_at: datetime
) -> datetime:
    """Keep one answer, unchecked; of two tabs the newer text wins (CS-3)."""
    if len(text) > LONGEST:
        raise RuleViolation({str(point_id): "answer_too_long"})
    if any(pattern.search(text) for pattern in UNSTORABLE):
        raise RuleViolation({str(point_id): "text_control"})
    dossier, _, point = own_point(work, code, point_id)
    moment = min(typed_at, work.now)
    if point.typed_at is not None and moment < point.typed_at:
        return work.now
    if text != point.text:
        point.text, point.typed_at = text, moment
        work.session.add(point)
        record(work, "supplement.saved", dossier.id)
        tell(work.session, dossier_topic(dossier.id))
    return work.now
