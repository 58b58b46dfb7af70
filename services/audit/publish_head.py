"""Sign the end of the audit trail and put it where the database cannot reach."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlmodel import col, select

from services.audit.chain_models import AuditLink
from services.core.clock import local_day
from services.core.errors import Forbidden
from services.core.keys import derive_key
from services.work import Work

PURPOSE = "audit-head"
FOLDER = "audit/heads"


@dataclass(frozen=True)
class Head:
    """The last link at a moment, signed: from there back nothing may change."""

    seq: int
    hash: str
    at: str  # ISO 8601
    signature: str  # Ed25519, hexadecimal


def publish_head(work: Work) -> Head | None:
    """Write the signed head of the chain to the object store (AL-4), daily.

    Whoever rewrites the trail cannot sign a head, and whoever cuts its tail
    leaves a head that points to nothing.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    last = select(AuditLink).order_by(col(AuditLink.seq).desc()).limit(1)
    link = work.session.exec(last).first()
    if link is None:
        return None
    head = sign_head(work.secret, link, work.now)
    name = f"{FOLDER}/{local_day(work.now).isoformat()}-{link.seq:012d}.json"
    work.storage.put(name, json.dumps(asdict(head)).encode())
    return head


def sign_head(secret: bytes, link: AuditLink, at: datetime) -> Head:
    """Return the head of this link, signed."""
    moment = at.isoformat()
    signed = _key(secret).sign(_said(link.seq, link.hash, moment))
    return Head(link.seq, link.hash, moment, signed.hex())


def is_genuine(secret: bytes, head: Head) -> bool:
    """Tell whether the portal signed this head."""
    try:
        signature = bytes.fromhex(head.signature)
        _key(secret).public_key().verify(signature, _said(head.seq, head.hash, head.at))
    except (InvalidSignature, ValueError):
        return False
    return True


def _said(seq: int, digest: str, at: str) -> bytes:
    return f"{seq}\n{digest}\n{at}".encode()


def _key(secret: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(derive_key(secret, PURPOSE))
