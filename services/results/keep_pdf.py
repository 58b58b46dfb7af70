"""Keep a PDF the portal made itself, as a file of the slot `result`."""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

from pypdf import PdfReader

from services.dossiers.views import RESULT
from services.files.models import FileState, SignatureVerdict, StoredFile
from services.work import Work


@dataclass(frozen=True)
class NewPdf:
    """A PDF of our own; whose signature it bears, if any."""

    name: str
    data: bytes
    signer: str = ""
    slot: str = RESULT


def keep_pdf(work: Work, made: NewPdf, dossier_id: UUID) -> StoredFile:
    """Store the bytes and the row; what we print ourselves needs no inspection.

    The signature was verified just before, so its verdict is written with it.
    """
    is_signed = bool(made.signer)
    file = StoredFile(
        owner_id=work.actor.require_signed_in(),
        subject_id=dossier_id,
        slot=made.slot,
        name=made.name,
        declared_size=len(made.data),
        received=len(made.data),
        state=FileState.ACCEPTED,
        sha256=hashlib.sha256(made.data).hexdigest(),
        kinds=["pdf"],
        kind="pdf",
        pages=len(PdfReader(BytesIO(made.data)).pages),
        is_signed=is_signed,
        signature=SignatureVerdict.VALID if is_signed else SignatureVerdict.NONE,
        signer=made.signer,
        signed_at=work.now if is_signed else None,
        started_at=work.now,
        finished_at=work.now,
        sealed_at=work.now,
    )
    work.storage.put(file.key, made.data)
    work.session.add(file)
    work.session.flush()
    return file
