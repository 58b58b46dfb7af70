"""Bring one's draft to the counter: a signed key in a QR (N11)."""

import base64
import binascii
import hmac
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.keys import derive_key
from services.counter.models import CounterCase
from services.counter.stand_in import HeldAtCounter, holder_name, require_counter
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.queries import load_own
from services.procedures.models import Channel, ProcedureUnit
from services.signals import desk_topics, dossier_topic, person_topic, tell
from services.work import Work

PURPOSE = "draft at the counter"
LIFE = timedelta(days=7)
SIGN = 12  # bytes of the signature: 96 bits
LENGTH = 16 + 4 + SIGN
MARK = "DVC1."  # what a scanner types begins with it


def carry_key(work: Work, dossier_id: UUID) -> tuple[str, datetime]:
    """Return the key of one's own draft, and until when it opens it.

    It names the draft and a day, nothing of the person, and opens nothing by
    itself: an officer of an entitled unit has to use it.
    """
    draft = load_own(work, dossier_id)
    if draft.dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    until = work.now + LIFE
    named = dossier_id.bytes + int(until.timestamp()).to_bytes(4, "big")
    raw = named + _sign(work, named)
    record(work, "counter.key_made", dossier_id)
    return MARK + base64.b32encode(raw).decode().rstrip("="), until


def in_groups(key: str) -> tuple[str, ...]:
    """Return the key in lines of four groups, to read and type; spaces mean nothing."""
    body = key.removeprefix(MARK)
    groups = [MARK, *(body[at : at + 4] for at in range(0, len(body), 4))]
    return tuple(" ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))


def open_carried(work: Work, key: str) -> UUID:
    """Lay the draft that a key names on this unit's counter; once more is the same.

    Only at a unit entitled to the procedure. A draft whose person chose no unit, or
    another one, is handed in here from now on: they stand here.
    """
    require_counter(work)
    return lay_on_counter(work, named_by(work, key))


def lay_on_counter(work: Work, dossier_id: UUID) -> UUID:
    """Open a draft whose key was shown, now or at the kiosk."""
    officer_id, agency_id = require_counter(work)
    dossier = _locked(work, dossier_id)
    if dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    if dossier.paying_since is not None:
        raise RuleViolation({"key": "draft_paying"})
    _check_entitled(work, dossier, agency_id)
    is_held = dossier.counter_until is not None and dossier.counter_until > work.now
    if is_held and dossier.counter_officer_id != officer_id:
        raise HeldAtCounter(holder_name(work.session, dossier))
    dossier.agency_id = dossier.counter_agency_id = agency_id
    dossier.counter_officer_id = officer_id
    dossier.channel = Channel.DIRECT  # its fees and its place in the books
    work.session.add(dossier)
    query = select(CounterCase).where(CounterCase.dossier_id == dossier.id)
    case = work.session.exec(query).first()
    if case is None:
        case = CounterCase(
            dossier_id=dossier.id,
            agency_id=agency_id,
            opened_by_id=officer_id,
            opened_at=work.now,
            is_carried=True,
        )
    case.agency_id = agency_id
    work.session.add(case)
    work.session.flush()
    record(work, "counter.key_used", dossier.id, person_id=dossier.account_id)
    tell(work.session, dossier_topic(dossier.id), person_topic(dossier.account_id))
    tell(work.session, *desk_topics([agency_id]))
    return dossier.id


def named_by(work: Work, key: str) -> UUID:
    """Return which draft a key names, or refuse with what is wrong with it."""
    text = "".join(key.split()).upper()
    try:
        body = text.removeprefix(MARK)
        raw = base64.b32decode(body + "=" * (-len(body) % 8))
    except (binascii.Error, ValueError):
        raise RuleViolation({"key": "key_wrong"}) from None
    named, sign = raw[:-SIGN], raw[-SIGN:]
    if len(raw) != LENGTH or not hmac.compare_digest(sign, _sign(work, named)):
        raise RuleViolation({"key": "key_wrong"})
    until = datetime.fromtimestamp(int.from_bytes(named[16:], "big"), UTC)
    if until < work.now:
        raise RuleViolation({"key": "key_expired"})
    return UUID(bytes=named[:16])


def _locked(work: Work, dossier_id: UUID) -> Dossier:
    dossier = work.session.exec(
        select(Dossier)
        .where(Dossier.id == dossier_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if dossier is None:
        raise NotFound("dossier")
    return dossier


def _check_entitled(work: Work, dossier: Dossier, agency_id: UUID) -> None:
    entitled = select(ProcedureUnit.id).where(
        col(ProcedureUnit.procedure_id) == dossier.procedure_id,
        col(ProcedureUnit.agency_id) == agency_id,
    )
    if work.session.exec(entitled).first() is None:
        raise RuleViolation({"key": "unit_not_entitled"})


def _sign(work: Work, named: bytes) -> bytes:
    return hmac.digest(derive_key(work.secret, PURPOSE), named, sha256)[:SIGN]
