"""A second person signs, or refuses: by a code sent to them, or as themselves."""

from dataclasses import dataclass
from uuid import UUID

from services.accounts.code_requests import lock_code_request
from services.accounts.confirm_code import CodeCheck, CodeOutcome, judge_code
from services.accounts.models import CodePurpose, CodeRequest
from services.accounts.registrations import require_browser
from services.accounts.send_code import CodeSent, send_code
from services.audit.record import record
from services.core.errors import Conflict, Forbidden, NotFound
from services.dossiers.cosign_content import content_of
from services.dossiers.cosign_models import CosignRequest, CosignState
from services.dossiers.cosign_queries import (
    draft_of,
    find_invitation,
    is_invited,
    is_known,
    shown_contact,
)
from services.dossiers.models import DossierStatus
from services.files.queries import files_of
from services.notifications.models import Subject
from services.notifications.notify import News, notify
from services.signals import dossier_topic, tell
from services.work import Work


@dataclass(frozen=True)
class Cosigned:
    """What a press led to; a wrong code is returned, since its count must be kept."""

    is_signed: bool = False
    has_changed: bool = False  # the draft is another one than the page showed
    check: CodeCheck | None = None


def send_cosign_code(work: Work, key: str) -> CodeSent:
    """Send a code to the one invited, and to nobody else."""
    request = find_invitation(work, key, lock=True)
    _check_reader(work, request)
    if request.code_request_id is not None:
        try:
            kept = lock_code_request(work, CodePurpose.COSIGN, request.code_request_id)
            if kept.verified_at is None:
                return send_code(work, kept)
        except NotFound:
            pass  # begun in another browser, or long ago: a new wish
    wish = CodeRequest(
        browser=require_browser(work),
        purpose=CodePurpose.COSIGN,
        phone=request.phone,
        email=request.email,
        is_by_email=not request.phone,
        shown=shown_contact(request),
        created_at=work.now,
    )
    work.session.add(wish)
    work.session.flush()
    request.code_request_id = wish.id
    work.session.add(request)
    work.session.flush()
    return send_code(work, wish)


def cosign(work: Work, key: str, digest: str, code: str) -> Cosigned:
    """Sign what the page showed with a code (AU-6); twice is once."""
    request = find_invitation(work, key, lock=True)
    if request.state is CosignState.SIGNED:
        return Cosigned(is_signed=True)
    _check_reader(work, request)
    if request.code_request_id is None:
        raise Conflict("no code was sent")
    wish = lock_code_request(work, CodePurpose.COSIGN, request.code_request_id)
    check = judge_code(work, wish, code)
    if check.outcome is not CodeOutcome.CONFIRMED:
        return Cosigned(check=check)
    return _sign(work, request, digest, wish)


def cosign_by_account(work: Work, key: str, digest: str) -> Cosigned:
    """Sign as who is signed in, if that is the one invited."""
    request = find_invitation(work, key, lock=True)
    if not is_invited(work, request):
        raise Forbidden("not invited")
    if request.state is CosignState.SIGNED:
        return Cosigned(is_signed=True)
    check_open(work, request)
    return _sign(work, request, digest, None)


def refuse_cosign(work: Work, key: str) -> None:
    """Say no; who invited is told, and may ask again."""
    request = find_invitation(work, key, lock=True)
    if request.state is CosignState.REFUSED:
        return
    _check_reader(work, request)
    settle(work, request, CosignState.REFUSED)


def _sign(
    work: Work, request: CosignRequest, digest: str, wish: CodeRequest | None
) -> Cosigned:
    """Keep what was signed, whole. The draft is held, so that it cannot change now."""
    draft = draft_of(work, request, lock=True)
    files = files_of(work.session, request.dossier_id)
    content = content_of(work, draft, files)
    if content.digest != digest:
        return Cosigned(has_changed=True)
    request.digest, request.signed = content.digest, content.as_json()
    request.account_id = work.actor.account_id if wish is None else None
    if wish is not None:
        wish.finished_at = work.now
    settle(work, request, CosignState.SIGNED)
    return Cosigned(is_signed=True)


def settle(work: Work, request: CosignRequest, state: CosignState) -> None:
    """Keep what became of an invitation, and tell who invited."""
    request.state, request.answered_at = state, work.now
    work.session.add(request)
    work.session.flush()
    draft = draft_of(work, request)
    news = News(
        subject=Subject.COSIGNED,
        key=f"cosigned:{request.id}",
        path=f"/nop-ho-so/{request.dossier_id}/xac-nhan",
        reference=request.dossier_id,
        facts={"state": str(state)},
    )
    notify(work, draft.dossier.account_id, news)
    record(work, f"cosign.{state}", request.dossier_id)
    tell(work.session, dossier_topic(request.dossier_id), cosign_topic(request.id))


def _check_reader(work: Work, request: CosignRequest) -> None:
    """Refuse who has not named the one invited, and so read nothing of it."""
    check_open(work, request)
    if not is_known(work, request):
        raise Forbidden("name first")


def check_open(work: Work, request: CosignRequest) -> None:
    """Refuse once it was answered or ended, or the draft was handed in."""
    is_open = request.state is CosignState.ASKED and request.until > work.now
    draft = draft_of(work, request)
    if not is_open or draft.dossier.status is not DossierStatus.DRAFT:
        raise Conflict("invitation is over")


def cosign_topic(request_id: UUID) -> str:
    """Return the topic of one invitation."""
    return f"cosign:{request_id}"
