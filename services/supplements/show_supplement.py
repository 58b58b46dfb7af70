"""Show the person what the office asks for (Hồ sơ yêu cầu bổ sung)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.errors import NotFound
from services.dossiers.models import DossierStatus
from services.dossiers.show_dossier import find_visible
from services.dossiers.snapshot import read_snapshot
from services.supplements.form_fields import fields_of
from services.supplements.models import RequestStatus
from services.supplements.queries import OPEN, files_by_slot, points_of, requests_of
from services.supplements.views import RequestView, view_request
from services.work import Work

NEVER_SENT = (RequestStatus.WAITING, RequestStatus.DECLINED)


@dataclass(frozen=True)
class SupplementView:
    """The open request and those before it; `is_open` says an answer is taken."""

    dossier_id: UUID
    code: str
    procedure_name: str
    agency_name: str
    status: DossierStatus
    is_open: bool

    due_at: datetime | None
    receive_by: datetime | None
    requests: tuple[RequestView, ...]  # the latest first


def find_supplement(work: Work, code: str) -> UUID:
    """Return the dossier of a request, to be followed before it is read."""
    work.actor.require_citizen()
    dossier = find_visible(work, code)
    if dossier is None:
        raise NotFound("dossier")
    return dossier.id


def show_supplement(work: Work, code: str) -> SupplementView:
    """Return every request the person was sent, the open one with its answers."""
    work.actor.require_citizen()
    dossier = find_visible(work, code)
    if dossier is None:
        raise NotFound("dossier")
    rows = [
        one
        for one in requests_of(work.session, dossier.id)
        if one.status not in NEVER_SENT
    ]
    points = points_of(work.session, [one.id for one in rows])
    files = files_by_slot(work.session, dossier.id)
    handed_in = read_snapshot(dossier)
    stood = (handed_in, fields_of(work.session, dossier, handed_in))
    is_waiting = dossier.status is DossierStatus.SUPPLEMENT
    return SupplementView(
        dossier_id=dossier.id,
        code=dossier.code or "",
        procedure_name=handed_in.procedure_name,
        agency_name=handed_in.unit.name,
        status=dossier.status,
        is_open=is_waiting and any(one.status in OPEN for one in rows),
        due_at=dossier.due_at,
        receive_by=dossier.receive_by,
        requests=tuple(
            view_request(one, points[one.id], files, stood, work.now) for one in rows
        ),
    )
