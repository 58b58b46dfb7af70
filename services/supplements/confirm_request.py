"""The leader's word on a second request (O06): it goes out, or it does not."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.dossiers.models import Dossier
from services.processing.announce import announce
from services.processing.queries import agency_dossier
from services.supplements.models import RequestStatus, SupplementRequest
from services.supplements.rules import ASKERS, REASON_LENGTHS
from services.supplements.send_request import Asked, asked, send_request
from services.work import Role, Work


def confirm_request(work: Work, code: str, request_id: UUID) -> Asked:
    """Let a second request go out; whoever wrote it cannot confirm it (AZ-9)."""
    dossier, request = _waiting(work, code, request_id)
    if request.status is RequestStatus.WAITING:
        if dossier.status not in ASKERS:
            raise Conflict("not_in_process")
        request.confirmed_by_id = work.actor.account_id
        request.confirmed_by_name = work.actor.name
        request.confirmed_at = work.now
        record(work, "supplement.confirmed", dossier.id, number=request.number)
        send_request(work, dossier, request)
    elif request.status is RequestStatus.DECLINED:
        raise Conflict("supplement_decided")
    return asked(dossier, request)


def decline_request(work: Work, code: str, request_id: UUID, reason: str) -> None:
    """Let it not go out, and say why; the office works on with what it has."""
    dossier, request = _waiting(work, code, request_id)
    try:
        words = read_note(reason, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"declined_reason": fault.key}) from None
    if request.status is RequestStatus.DECLINED:
        return
    if request.status is not RequestStatus.WAITING:
        raise Conflict("supplement_decided")
    request.status, request.declined_reason = RequestStatus.DECLINED, words
    request.confirmed_by_id = work.actor.account_id
    request.confirmed_by_name = work.actor.name
    request.confirmed_at = work.now
    work.session.add(request)
    record(work, "supplement.declined", dossier.id, number=request.number)
    announce(work, dossier)


def _waiting(
    work: Work, code: str, request_id: UUID
) -> tuple[Dossier, SupplementRequest]:
    officer_id = work.actor.require_officer(Role.APPROVER)
    dossier = agency_dossier(work, code, lock=True)
    wanted = select(SupplementRequest).where(
        SupplementRequest.id == request_id, SupplementRequest.dossier_id == dossier.id
    )
    request = work.session.exec(
        wanted.execution_options(populate_existing=True)
    ).first()
    if request is None:
        raise NotFound("request")
    if request.asked_by_id == officer_id:
        raise Forbidden("four_eyes")
    return dossier, request
