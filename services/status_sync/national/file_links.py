"""Addresses of a dossier's files for the national portal, which carries its own key.

A dossier names its papers by address (DuongDanTaiTepTin). The address alone opens
nothing: whoever follows it must carry the key agreed upon (AZ-8), and each reading is
written down.
"""

import base64
import binascii
import hmac
from hashlib import sha256
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import Forbidden, NotFound
from services.core.keys import derive_key
from services.dossiers.models import Dossier, DossierStatus
from services.files.models import StoredFile
from services.files.read import OpenedFile, content_of
from services.settings import settings
from services.work import Work

PURPOSE = "national file"
PATH = "/in/lien-thong/tep"
NAMED = 16  # bytes of the id; the signature follows


def file_address(work: Work, file_id: UUID) -> str:
    """Return where the national portal fetches a file."""
    signed = file_id.bytes + _sign(work, file_id.bytes)
    key = base64.urlsafe_b64encode(signed).decode().rstrip("=")
    return f"{settings().public_url.rstrip('/')}{PATH}/{key}"


def open_named_file(work: Work, key: str) -> OpenedFile:
    """Return the file an address names, of a dossier that was handed in."""
    if not work.actor.is_system:
        raise Forbidden("system")
    found = work.session.exec(
        select(StoredFile, Dossier.account_id)
        .join(Dossier, col(Dossier.id) == StoredFile.subject_id)
        .where(StoredFile.id == _read(work, key))
        .where(col(StoredFile.removed_at).is_(None))
        .where(Dossier.status != DossierStatus.DRAFT)
    ).first()
    if found is None:
        raise NotFound("file")
    file, owner = found
    record(work, "national.file_read", file.id, person_id=owner)
    return content_of(work.storage, file, thumbnail=False)


def _read(work: Work, key: str) -> UUID:
    try:
        padded = key.encode("ascii") + b"=" * (-len(key) % 4)
        raw = base64.b64decode(padded, b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        raise NotFound("file") from None
    named, sign = raw[:NAMED], raw[NAMED:]
    if len(named) != NAMED or not hmac.compare_digest(sign, _sign(work, named)):
        raise NotFound("file")
    return UUID(bytes=named)


def _sign(work: Work, named: bytes) -> bytes:
    return hmac.digest(derive_key(work.secret, PURPOSE), named, sha256)
