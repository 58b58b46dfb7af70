"""Sign results: ask the service once, follow it, commit what was signed (O16)."""

import base64
from datetime import timedelta
from pathlib import Path
from string import Template
from uuid import UUID, uuid4

from services.accounts.register import Opener
from services.audit.record import record
from services.core.errors import Conflict, SystemUnavailable
from services.failpoints import failpoint
from services.identities.choose_certificate import choose_certificate
from services.integrations.remote_signing.port import (
    BatchRequest,
    RemoteCertificate,
    SignatureOutcome,
    SigningRefused,
    SigningUnknown,
)
from services.integrations.remote_signing.port import SigningState as Answer
from services.results.begin_signing import PATIENCE, begin_signing
from services.results.commit_signatures import commit_signatures
from services.results.prepare_documents import prepare_documents
from services.results.signing_rows import (
    end_batch,
    items_of,
    keep_for_later,
    lock_batch,
    view_batch,
)
from services.results.signing_views import BatchView, SigningAsk
from services.signing.models import OPEN, SigningBatch, SigningState, SigningWay
from services.work import Work

SHOWN = Path(__file__).with_name("signing_request.txt")
# Longer than any call may take: then what was sent is lost, or it got there.
LOST = timedelta(seconds=60)
REFUSED = "signing_service_refused"
ENDS = {Answer.REFUSED: SigningState.REFUSED, Answer.EXPIRED: SigningState.EXPIRED}


def sign_results(opener: Opener, ask: SigningAsk) -> BatchView:
    """Begin, and put the request on the phone; a second press shows the first one.

    A service that is down keeps the batch: a job asks again, and the approver need
    not press anew.
    """
    batch_id = opener(begin_signing, ask)
    failpoint("sign.begun")
    if ask.way is SigningWay.SMART_CA:
        follow_batch(opener, batch_id)
    return opener(view_batch, batch_id)


def look_batch(opener: Opener, batch_id: UUID) -> BatchView:
    """Ask where the signer's own batch stands, and show it."""
    if opener(view_batch, batch_id).is_open:
        follow_batch(opener, batch_id)
    return opener(view_batch, batch_id)


def follow_batch(opener: Opener, batch_id: UUID) -> None:
    """Bring a batch one stage on; whoever asks, however often, it goes once."""
    batch = opener(_read, batch_id)
    if batch is None or batch.way is not SigningWay.SMART_CA:
        return
    try:
        if batch.reference:
            _follow(opener, batch)
        elif batch.sent_at is not None:
            _find(opener, batch)
        elif batch.certificate or _prepare(opener, batch):
            _send(opener, batch_id)
    except SystemUnavailable:
        opener(keep_for_later, batch_id)


def _read(work: Work, batch_id: UUID) -> SigningBatch | None:
    batch = work.session.get(SigningBatch, batch_id)
    return batch if batch is not None and batch.state in OPEN else None


def _prepare(opener: Opener, batch: SigningBatch) -> bool:
    held = opener(_held, batch.user)
    return prepare_documents(opener, batch.id, choose_certificate(held, batch.user))


def _held(work: Work, user: str) -> tuple[RemoteCertificate, ...]:
    try:
        return work.systems.smart_ca.certificates(user)
    except SigningRefused:
        return ()


def _send(opener: Opener, batch_id: UUID) -> None:
    """Write that it goes out, commit, then send: so it goes out once.

    The transaction id is that of the batch, which is never sent a second time.
    """
    failpoint("sign.prepared")
    request = opener(_claim, batch_id)
    if request is None:
        return
    failpoint("sign.claimed")
    try:
        asked = opener(_ask, request)
    except SigningRefused:
        opener(end_batch, batch_id, SigningState.FAILED, REFUSED)
        return
    failpoint("sign.sent")
    opener(on_phone, batch_id, *asked)


def _claim(work: Work, batch_id: UUID) -> BatchRequest | None:
    batch = lock_batch(work.session, batch_id)
    if batch.state not in OPEN or batch.sent_at is not None or not batch.certificate:
        return None
    batch.sent_at, batch.until = work.now, work.now + PATIENCE
    work.session.add(batch)
    certificate = base64.b64decode(batch.certificate)
    held = RemoteCertificate(batch.held_as, certificate, ())
    items = items_of(work.session, batch_id)
    shown = Template(SHOWN.read_text("utf-8").strip())
    return BatchRequest(
        transaction_id=str(batch.id),
        user_id=batch.user,
        certificate=held,
        digests={str(item.id): bytes.fromhex(item.digest) for item in items},
        description=shown.substitute(province=work.province.name, count=len(items)),
    )


def _ask(work: Work, request: BatchRequest) -> tuple[str, str]:
    asked = work.systems.smart_ca.ask_signatures(request)
    return asked.reference, asked.code_to_compare


def on_phone(work: Work, batch_id: UUID, reference: str, code: str = "") -> None:
    """Write down by which name the request is known, and the code to compare."""
    batch = lock_batch(work.session, batch_id)
    if batch.state not in OPEN:
        return
    batch.reference, batch.state = reference, SigningState.WAITING
    batch.code_to_compare = code or batch.code_to_compare
    for item in items_of(work.session, batch_id):
        item.state = SigningState.WAITING
        work.session.add(item)
    work.session.add(batch)


def _find(opener: Opener, batch: SigningBatch) -> None:
    """Ask about a request whose answer was lost; unknown there, it goes out anew."""
    if not opener(_is_lost, batch.id):
        return
    try:
        opener(_outcome, str(batch.id))
    except SigningUnknown:
        opener(_renew, batch.id)
        return
    except SigningRefused:
        opener(end_batch, batch.id, SigningState.FAILED, REFUSED)
        return
    opener(on_phone, batch.id, str(batch.id))


def _is_lost(work: Work, batch_id: UUID) -> bool:
    batch = work.session.get_one(SigningBatch, batch_id)
    return batch.sent_at is not None and batch.sent_at + LOST < work.now


def _renew(work: Work, batch_id: UUID) -> None:
    """Begin anew under another id: one that may have been heard is never repeated."""
    old = lock_batch(work.session, batch_id)
    if old.state not in OPEN or old.reference:
        return
    facts = old.model_dump(
        include={"officer_id", "agency_id", "user", "signer_name", "signer_title"}
    )
    new = SigningBatch(
        **facts,
        way=old.way,
        state=SigningState.KEPT,
        opinion=old.opinion,
        intent=f"{old.intent}:{uuid4().hex[:8]}",
        asked_at=work.now,
        until=work.now + PATIENCE,
        follows_id=old.id,
    )
    old.state, old.ended_at = SigningState.EXPIRED, work.now
    work.session.add_all([old, new])
    work.session.flush()
    for item in items_of(work.session, batch_id):
        if item.state in OPEN:
            item.batch_id, item.state = new.id, SigningState.KEPT
            work.session.add(item)
    record(work, "signing_renewed", new.id, before=str(old.id))


def _outcome(work: Work, reference: str) -> SignatureOutcome:
    return work.systems.smart_ca.outcome(reference)


def _follow(opener: Opener, batch: SigningBatch) -> None:
    try:
        answered = opener(_outcome, batch.reference)
    except SigningRefused:
        opener(end_batch, batch.id, SigningState.FAILED, REFUSED)
        return
    if answered.state is Answer.SIGNED:
        failpoint("sign.answered")
        commit_signatures(opener, batch.id, answered.signatures)
    elif answered.state in ENDS:
        opener(end_batch, batch.id, ENDS[answered.state])
    elif opener(_is_over, batch.id):
        opener(end_batch, batch.id, SigningState.EXPIRED)


def _is_over(work: Work, batch_id: UUID) -> bool:
    batch = work.session.get_one(SigningBatch, batch_id)
    return batch.until is not None and batch.until < work.now


def require_own(work: Work, batch_id: UUID) -> BatchView:
    """Return the signer's own batch, or refuse one that is over."""
    view = view_batch(work, batch_id)
    if view.way is not SigningWay.USB:
        raise Conflict("not_by_token")
    return view
