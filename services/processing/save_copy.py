"""Keep how one component was received: its kind, how many, compared or not (O03)."""

from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation
from services.dossiers.models import DossierStatus
from services.dossiers.snapshot import read_snapshot
from services.processing.queries import agency_dossier
from services.processing.reception_models import CopyKind, Medium, ReceivedCopy
from services.processing.views import CopyView
from services.signals import dossier_topic, tell
from services.work import Role, Work

MOST = 99


@dataclass(frozen=True)
class CopyForm:
    """What the officer chose, as it came."""

    medium: str = str(Medium.ELECTRONIC)
    kind: str = str(CopyKind.PLAIN)
    count: str = "1"
    is_compared: bool = False


def save_copy(work: Work, code: str, component_code: str, form: CopyForm) -> CopyView:
    """Keep it until the dossier is received; it stands on the receipt (Mẫu 01)."""
    officer_id = work.actor.require_officer(Role.INTAKE)
    dossier = agency_dossier(work, code, lock=True)
    if dossier.status != DossierStatus.SUBMITTED:
        raise Conflict("received_already")
    listed = {component.code for component in read_snapshot(dossier).components}
    if component_code not in listed:
        raise NotFound("component")
    copy = read_copy(form)
    values = {
        "medium": copy.medium,
        "kind": copy.kind,
        "count": copy.count,
        "is_compared": copy.is_compared,
        "by_id": officer_id,
        "at": work.now,
    }
    key = {"dossier_id": dossier.id, "component_code": component_code}
    work.session.execute(
        insert(ReceivedCopy)
        .values(id=uuid4(), **key, **values)
        .on_conflict_do_update(
            index_elements=[
                col(ReceivedCopy.dossier_id),
                col(ReceivedCopy.component_code),
            ],
            set_=values,
        )
    )
    record(work, "save_copy", dossier.id, compared=copy.is_compared)
    tell(work.session, dossier_topic(dossier.id))
    return copy


def read_copy(form: CopyForm) -> CopyView:
    """Read what was chosen; a number nobody hands in is refused."""
    try:
        medium, kind = Medium(form.medium), CopyKind(form.kind)
    except ValueError:
        raise NotFound("kind") from None
    text = form.count.strip()
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= MOST):
        raise RuleViolation({"count": "copies_count"})
    return CopyView(medium, kind, int(text), form.is_compared)
