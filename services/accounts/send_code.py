"""Send a one-time code (mã OTP) to the phone of a registration."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from services import jobs
from services.accounts.keys import keyed_hash, seal
from services.accounts.limits import COOL_DOWN, check_limits
from services.accounts.models import OneTimeCode, Registration
from services.audit.record import record
from services.core.errors import Conflict
from services.core.identifiers import mask_phone
from services.work import Work

LIFE = timedelta(minutes=5)
SEALED_FOR = "code-on-its-way"
JOB = "accounts.deliver_code"


@dataclass(frozen=True)
class CodeSent:
    """A code is on its way; its own id is the live topic of its delivery."""

    registration_id: UUID
    code_id: UUID
    masked_phone: str
    next_resend_at: datetime
    expires_at: datetime


def send_code(work: Work, registration: Registration) -> CodeSent:
    """Make six digits, keep only their keyed hash, and ask the worker to send them.

    The job carries the digits sealed: the queue's table does not tell them.
    """
    if registration.verified_at is not None:
        raise Conflict("registration is verified")
    check_limits(work, registration.phone)
    digits = f"{secrets.randbelow(1_000_000):06d}"
    code = OneTimeCode(
        registration_id=registration.id,
        phone=registration.phone,
        code_hash=code_hash(work.secret, registration, digits),
        sent_at=work.now,
        expires_at=work.now + LIFE,
        network_address=work.actor.address,
    )
    work.session.add(code)
    work.session.flush()
    letter = json.dumps({"phone": registration.phone, "digits": digits})
    sealed = seal(work.secret, SEALED_FOR, letter, work.now)
    jobs.defer(work.session, JOB, code_id=str(code.id), sealed=sealed)
    record(work, "code.sent", registration.id)
    return CodeSent(
        registration_id=registration.id,
        code_id=code.id,
        masked_phone=mask_phone(registration.phone),
        next_resend_at=work.now + COOL_DOWN,
        expires_at=code.expires_at,
    )


def code_hash(secret: bytes, registration: Registration, digits: str) -> str:
    """Return the hash that binds a code to its registration and phone (AU-6)."""
    bound = f"{registration.id}.{registration.phone}.{digits}"
    return keyed_hash(secret, "registration-code", bound)


def code_topic(code_id: UUID) -> str:
    """Return the topic on which the delivery of a code is told."""
    return f"code:{code_id}"
