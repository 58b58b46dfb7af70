"""Ask the person to mend a dossier (yêu cầu bổ sung): once, as a whole (O06)."""

from collections.abc import Sequence
from datetime import UTC
from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict, Forbidden, RuleViolation
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.snapshot import read_snapshot
from services.processing.announce import announce
from services.processing.queries import agency_dossier, steps_of
from services.processing.rules import current_step
from services.processing.take_step import check_holder
from services.supplements.askable import askable
from services.supplements.models import RequestStatus, SupplementRequest
from services.supplements.queries import requests_of
from services.supplements.read_request import (
    ReadRequest,
    SupplementForm,
    read_request,
)
from services.supplements.rules import ASKERS
from services.supplements.send_request import Asked, asked, send_request
from services.work import Role, Work


def ask_supplement(work: Work, code: str, form: SupplementForm, intent: str) -> Asked:
    """Ask for everything that is missing in one letter, and stop the clock.

    A second one needs the leader's word, so it waits and says why the first one
    missed it. Pressed twice, it is asked once (R6).
    """
    officer_id = work.actor.require_officer(Role.INTAKE, Role.PROCESSING)
    if not intent:
        raise RuleViolation({"intent": "required"})
    dossier = agency_dossier(work, code, lock=True)
    earlier = requests_of(work.session, dossier.id)
    if same := next((one for one in earlier if one.intent == intent), None):
        return asked(dossier, same)
    again = is_again(earlier)
    read = _read(work, dossier, form, earlier)
    request = SupplementRequest(
        dossier_id=dossier.id,
        number=len(earlier) + 1,
        status=RequestStatus.WAITING,
        asked_by_id=officer_id,
        asked_by_name=work.actor.name,
        written_at=work.now,
        deadline=read.deadline.astimezone(UTC),
        note=read.note,
        why_again=read.why_again,
        came_from=dossier.status,
        intent=intent,
    )
    work.session.add(request)
    work.session.flush()
    for point in read.points:
        work.session.add(point.row(request.id))
    record(work, "supplement.written", dossier.id, points=len(read.points))
    if again:
        announce(work, dossier)
    else:
        send_request(work, dossier, request)
    return asked(dossier, request)


def check_supplement(work: Work, code: str, form: SupplementForm) -> None:
    """Refuse with everything that is wrong, before anybody is asked anything."""
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING)
    dossier = agency_dossier(work, code)
    _read(work, dossier, form, requests_of(work.session, dossier.id))


def is_again(earlier: Sequence[SupplementRequest]) -> bool:
    """Say whether one more request would be a second one."""
    return any(one.status is not RequestStatus.DECLINED for one in earlier)


def _read(
    work: Work,
    dossier: Dossier,
    form: SupplementForm,
    earlier: Sequence[SupplementRequest],
) -> ReadRequest:
    check_may_ask(work, dossier, earlier)
    known = askable(read_snapshot(dossier))
    calendar = work_calendar(work, dossier.agency_id)
    return read_request(form, known, calendar, work.now, is_again(earlier))


def check_may_ask(
    work: Work, dossier: Dossier, earlier: Sequence[SupplementRequest]
) -> None:
    """Refuse who is not at work on the dossier, or while one request is open."""
    if any(one.status is RequestStatus.WAITING for one in earlier):
        raise Conflict("supplement_waiting")
    if dossier.status is DossierStatus.SUPPLEMENT:
        raise Conflict("supplement_open")
    if dossier.suspended_since is not None:
        raise Conflict("suspended_now")
    role = ASKERS.get(dossier.status)
    if role is None:
        raise Conflict("not_in_process")
    if role not in work.actor.roles:
        raise Forbidden("role")
    if dossier.status is DossierStatus.PROCESSING:
        _check_step(work, dossier, work.actor.require_officer())


def _check_step(work: Work, dossier: Dossier, officer_id: UUID) -> None:
    step = current_step(steps_of(work.session, dossier.id))
    if step is None:
        raise Conflict("not_in_process")
    check_holder(work, step, officer_id)
