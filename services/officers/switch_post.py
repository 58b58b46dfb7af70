"""Go on in another post, without signing out (O01)."""

from uuid import UUID

from sqlmodel import select

from services.accounts.keys import token_hash
from services.accounts.models import Account, SignInSession
from services.accounts.officer_models import OfficerPost
from services.accounts.open_session import Device, OpenedSession, open_session
from services.accounts.posts import posts_of
from services.audit.record import record
from services.core.errors import Forbidden, NotFound
from services.work import Work


def switch_post(work: Work, post_id: UUID) -> OpenedSession:
    """Open the session anew in that post: the old id is dead (SS-2).

    It lasts no longer than the one before, and a proof in that one counts as
    old as it is: changing post proves nothing.
    """
    account_id = work.actor.require_signed_in()
    if not work.actor.is_officer or work.actor.session_id is None:
        raise Forbidden("officer")
    account = work.session.get_one(Account, account_id, with_for_update=True)
    if not any(post.id == post_id for post in posts_of(work, account_id)):
        raise NotFound("post")
    before = work.session.get_one(SignInSession, work.actor.session_id)
    device = Device(before.device, before.is_shared_device, before.device_class)
    opened = open_session(work, account, device, before.method)
    session = work.session.exec(
        select(SignInSession).where(
            SignInSession.token_hash == token_hash(opened.token)
        )
    ).one()
    session.post_id = post_id
    session.proved_at, session.expires_at = before.proved_at, before.expires_at
    work.session.add(session)
    post = work.session.get_one(OfficerPost, post_id)
    is_lent = post.lent_by_post_id is not None
    record(work, "post.switched", post_id, lent=is_lent)
    return OpenedSession(opened.token, account_id, before.expires_at)
