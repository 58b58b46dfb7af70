"""The keys of the province's account at Zalo: one worker refreshes, all use (contracts 7)."""

import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

import structlog
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from services.accounts.keys import keyed_hash, seal, unseal
from services.accounts.register import Opener
from services.core.errors import SystemUnavailable
from services.integrations.zalo.port import (
    ZaloMessage,
    ZaloRefused,
    ZaloTokenEnded,
    ZaloTokens,
)
from services.notifications.models import ZaloToken
from services.settings import settings
from services.work import Work

PURPOSE = "zalo-token"
NO_TOKEN = "token"  # noqa: S105 - the code of a refusal
LEASE = timedelta(seconds=30)  # longer than Zalo is waited for
MARGIN = timedelta(minutes=5)  # a token this near its end is not used any more
REST = timedelta(hours=1)  # after a refusal only an operator can help
LOOKS, PAUSE = 20, 0.5  # how long a colleague's refresh is waited for

logger = structlog.get_logger()


@dataclass(frozen=True)
class Key:
    """An access token; or the refresh token this worker alone may use now."""

    access_token: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)


def send_by_zalo(opener: Opener, message: ZaloMessage) -> None:
    """Hand the message over; a token that ended on the way is replaced once."""
    spent = ""
    for _ in range(2):
        key = access_token(opener, spent)
        try:
            opener(_send, message, key)
        except ZaloTokenEnded:
            spent = key
        else:
            return
    raise SystemUnavailable("zalo")


def access_token(opener: Opener, spent: str = "") -> str:
    """Return a token that holds, refreshed by whoever comes first.

    A refresh token works once. The lease on its row lets one worker exchange it,
    and no row is locked while Zalo is waited for. Without an answer the lease is
    given back: the token may be spent, and then only the configured one helps.
    """
    for _ in range(LOOKS):
        key = opener(take_key, spent)
        if key is not None:
            return key.access_token or _refresh(opener, key.refresh_token)
        time.sleep(PAUSE)
    raise SystemUnavailable("zalo")


def _refresh(opener: Opener, refresh_token: str) -> str:
    # The configured token is asked too: an operator may have renewed it there.
    for token in dict.fromkeys((refresh_token, _configured())):
        try:
            tokens = opener(_exchange, token)
        except ZaloRefused as refusal:
            logger.error("zalo_token_refused", code=refusal.code)
            fault = refusal.code
        except SystemUnavailable:
            opener(give_back)
            raise
        else:
            opener(keep_tokens, tokens)
            return tokens.access_token
    opener(give_back, fault)
    raise ZaloRefused(NO_TOKEN)


def take_key(work: Work, spent: str = "") -> Key | None:
    """Return the token, or the right to refresh it; None while a colleague does."""
    row = _locked(work)
    if row.access_token and row.expires_at - MARGIN > work.now:
        held = unseal(work.secret, PURPOSE, row.access_token)
        if held != spent:
            return Key(access_token=held)
    if row.refreshing_until is not None and row.refreshing_until > work.now:
        if row.fault:
            raise ZaloRefused(NO_TOKEN)
        return None
    row.refreshing_until, row.fault = work.now + LEASE, ""
    work.session.add(row)
    return Key(refresh_token=unseal(work.secret, PURPOSE, row.refresh_token))


def keep_tokens(work: Work, tokens: ZaloTokens) -> None:
    """Keep both keys at once, sealed, and end the lease."""
    row = _locked(work)
    row.access_token = seal(work.secret, PURPOSE, tokens.access_token, work.now)
    row.refresh_token = seal(work.secret, PURPOSE, tokens.refresh_token, work.now)
    row.expires_at = work.now + timedelta(seconds=tokens.seconds)
    row.refreshed_at, row.refreshing_until, row.fault = work.now, None, ""
    work.session.add(row)


def give_back(work: Work, fault: str = "") -> None:
    """End the lease; after a refusal nobody asks again for an hour."""
    row = _locked(work)
    row.fault = fault
    row.refreshing_until = work.now + REST if fault else None
    work.session.add(row)


def _send(work: Work, message: ZaloMessage, key: str) -> None:
    work.systems.zalo.send(message, key)  # the session is not used


def _exchange(work: Work, refresh_token: str) -> ZaloTokens:
    return work.systems.zalo.refresh(refresh_token)  # the session is not used


def _locked(work: Work) -> ZaloToken:
    """Return the row of the application, begun anew when another token is configured."""
    app_id = settings().zalo.app_id
    seed = keyed_hash(work.secret, PURPOSE, _configured())
    fresh = _first(work, work.now) | {"app_id": app_id, "seed": seed}
    born = insert(ZaloToken).values(id=uuid4(), **fresh).on_conflict_do_nothing()
    work.session.execute(born)
    row = work.session.exec(
        select(ZaloToken)
        .where(ZaloToken.app_id == app_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    if row.seed != seed:
        row.sqlmodel_update(fresh | {"refreshing_until": None})
        work.session.add(row)
    return row


def _first(work: Work, now: datetime) -> dict[str, object]:
    return {
        "access_token": "",
        "refresh_token": seal(work.secret, PURPOSE, _configured(), now),
        "expires_at": now,
        "fault": "",
    }


def _configured() -> str:
    return settings().zalo.refresh_token.get_secret_value()
