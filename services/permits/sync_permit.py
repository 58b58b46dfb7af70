"""“Đồng bộ giấy phép BXD”: have the ministry told of the permit, first or again (O10)."""

from uuid import UUID

from services.audit.record import record as write_down
from services.core.errors import Conflict, RuleViolation
from services.dossiers.models import Dossier
from services.outbox.followers import Happened
from services.outbox.models import MessageKind, MessageState, OutboxMessage
from services.outbox.owe import owe
from services.outbox.send_again import send_again
from services.permits.models import PermitVersion
from services.permits.open_permit import Lack, PermitView, view_permit
from services.permits.queries import (
    latest_message,
    permit_dossier,
    permit_of,
    versions_of,
)
from services.permits.records import Record
from services.signals import sync_topic, tell
from services.work import Work

STUCK = (MessageState.REFUSED, MessageState.DEAD)
SENTENCES = {
    Lack.UNSAVED: "permit_unsaved",
    Lack.NO_FILE: "permit_no_file",
    Lack.UNSIGNED: "permit_unsigned",
}


def sync_permit(work: Work, code: str, seen: int) -> PermitView:
    """Owe the ministry the version the officer saw; a second press owes nothing.

    What they gave back, or never answered, goes out again under its own key with
    what is saved now: the message behind it would wait for it otherwise.
    """
    dossier, record = permit_dossier(work, code, lock=True)
    view = view_permit(work, dossier, record)
    if view.number != seen:
        raise Conflict("permit")
    lacking = [SENTENCES[lack] for lack in view.lacks if lack in SENTENCES]
    if lacking:
        raise RuleViolation({"permit": lacking[0]})
    if Lack.UNDERWAY in view.lacks:
        return view
    version = versions_of(work.session, permit_of(work.session, dossier))[0]
    version.sent_at, version.sent_by_id = work.now, work.actor.require_officer()
    work.session.add(version)
    _send(work, dossier, record, version)
    write_down(work, "permit.sent", dossier.id, system=str(record.system))
    tell(work.session, sync_topic(dossier.id))
    work.session.flush()
    return view_permit(work, dossier, record)


def note_received(work: Work, version_id: UUID, their_number: str) -> None:
    """Note that the ministry has this version, and its number there."""
    version = work.session.get_one(PermitVersion, version_id)
    version.received_at, version.their_number = work.now, their_number
    work.session.add(version)


def _send(work: Work, dossier: Dossier, record: Record, version: PermitVersion) -> None:
    message = latest_message(work.session, dossier)
    if message is None or message.state not in STUCK:
        owe(work, _happened(dossier, version), [(record.system, MessageKind.PERMIT)])
        return
    _tell_instead(work, message, version)


def _tell_instead(work: Work, message: OutboxMessage, version: PermitVersion) -> None:
    message.cause_id = version.id
    work.session.add(message)
    work.session.flush()
    send_again(work, message.id, is_corrected=True)


def _happened(dossier: Dossier, version: PermitVersion) -> Happened:
    return Happened(
        dossier_id=dossier.id,
        cause_id=version.id,
        event="permit",
        procedure_code=str(dossier.frozen.get("procedure_code", "")),
        agency_id=dossier.agency_id,
    )
