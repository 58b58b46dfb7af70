"""Sign with a USB token: its certificate first, then hashes, then signatures."""

import base64
import binascii
from collections.abc import Sequence
from uuid import UUID

from services.accounts.register import Opener
from services.core.errors import SystemUnavailable
from services.identities.choose_certificate import choose_certificate
from services.identities.verify_certificate import LONGEST_CERTIFICATE, LONGEST_CHAIN
from services.identities.verify_signature import LONGEST_SIGNATURE
from services.integrations.remote_signing.port import RemoteCertificate
from services.results.commit_signatures import commit_signatures
from services.results.prepare_documents import prepare_documents
from services.results.sign_results import on_phone, require_own
from services.results.signing_rows import end_batch, view_batch
from services.results.signing_views import BatchView
from services.signing.models import SigningBatch, SigningState
from services.work import Work

MOST_TOKENS = 20
DOWN = "signing_service_down"
TOKEN_REFERENCE = "token"  # noqa: S105 - no secret: the key stays on the machine


def offer_certificates(
    opener: Opener, batch_id: UUID, held: Sequence[tuple[str, Sequence[str]]]
) -> BatchView:
    """Choose this officer's certificate among those in the machine, and prepare.

    What the browser says of a certificate is believed in nothing: it is verified,
    and its holder must be the officer.
    """
    view = opener(require_own, batch_id)
    if not view.is_open or view.certificate:
        return view
    user = opener(_user, batch_id)
    chosen = choose_certificate(_read(held), user)
    try:
        if prepare_documents(opener, batch_id, chosen):
            opener(on_phone, batch_id, TOKEN_REFERENCE)
    except SystemUnavailable:
        opener(end_batch, batch_id, SigningState.FAILED, DOWN)
    return opener(view_batch, batch_id)


def take_token_signatures(
    opener: Opener, batch_id: UUID, signatures: Sequence[str]
) -> BatchView:
    """Take the signatures, in the order of the hashes; each is judged like any.

    A token is not asked twice: who cannot be told of revocation now signs again.
    """
    view = opener(require_own, batch_id)
    items = [str(item.id) for item in view.items]
    values = dict(zip(items, map(_bytes, signatures), strict=False))
    try:
        commit_signatures(opener, batch_id, values)
    except SystemUnavailable:
        opener(end_batch, batch_id, SigningState.FAILED, DOWN)
    return opener(view_batch, batch_id)


def give_up_token(opener: Opener, batch_id: UUID, fault: str) -> BatchView:
    """End a batch the signing program did not sign: absent, blocked, cancelled."""
    opener(require_own, batch_id)
    opener(end_batch, batch_id, SigningState.REFUSED, fault)
    return opener(view_batch, batch_id)


def _user(work: Work, batch_id: UUID) -> str:
    return work.session.get_one(SigningBatch, batch_id).user


def _read(held: Sequence[tuple[str, Sequence[str]]]) -> list[RemoteCertificate]:
    found = []
    for certificate, chain in held[:MOST_TOKENS]:
        der = _bytes(certificate, LONGEST_CERTIFICATE)
        above = tuple(_bytes(one, LONGEST_CERTIFICATE) for one in chain[:LONGEST_CHAIN])
        if der and all(above):
            found.append(RemoteCertificate("", der, above))
    return found


def _bytes(text: str, longest: int = LONGEST_SIGNATURE) -> bytes:
    """Decode what a browser sent; nothing when it is too long or no base64."""
    if len(text) > 2 * longest:
        return b""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
