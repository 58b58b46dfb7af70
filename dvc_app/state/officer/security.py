"""The officer's own keys: password, authenticator, recovery codes, notices."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.public.identity_reasons import LINKED, reason_words
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import activation as wording
from dvc_app.wording import security_notices
from services.accounts.list_notices import NoticeLine, list_notices
from services.accounts.see_notices import see_notices
from services.officers.my_security import my_security

SHOWN = 10


@dataclass(frozen=True)
class NoticeRow:
    """One notice in words."""

    id: str
    at: str
    words: str
    facts: str
    is_new: bool


class SecurityState(AppState):
    """What the page shows; nothing secret is kept here."""

    is_ready: bool = False
    sign_in_name: str = ""
    codes_words: str = ""
    is_linked: bool = False
    said: str = ""  # why linking led to nothing
    notices: list[NoticeRow] = []

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Read everything; notices shown once are no longer new."""
        security = await self._run(my_security)
        self.sign_in_name = security.sign_in_name
        left = security.recovery_codes_left
        self.is_linked = security.is_linked
        query = self.router.url.query_parameters
        self.said = reason_words(query)
        if query.get(LINKED):
            await self._say(wording.LINKED, "done")
        some = wording.RECOVERY_LEFT.format(count=left)
        self.codes_words = some if left else wording.RECOVERY_NONE
        self.notices = [_row(n) for n in (await self._run(list_notices))[:SHOWN]]
        await self._run(see_notices)
        self.is_ready = True

    @rx.event
    @allow(Who.OFFICER)
    async def password_changed(self) -> None:
        """Say so; the other sessions have ended."""
        await self._say(wording.PASSWORD_CHANGED, "done")
        await self.load()

    @rx.event
    @allow(Who.OFFICER)
    async def codes_made(self) -> None:
        """Say so; the codes themselves stand on the page only."""
        await self._say(wording.RECOVERY_MADE, "done")
        await self.load()


def _row(notice: NoticeLine) -> NoticeRow:
    facts = (
        f"{security_notices.FACTS[name]}: {value}"
        for name, value in notice.facts.items()
        if value and name in security_notices.FACTS
    )
    return NoticeRow(
        id=str(notice.notice_id),
        at=formats.moment(notice.at),
        words=security_notices.SENTENCES[notice.kind],
        facts=" · ".join(facts),
        is_new=notice.is_new,
    )
