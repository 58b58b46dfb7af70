"""One officer's account: posts, standing, one-time codes (A01)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.admin.accounts import TAGS, Option, read_uuid
from dvc_app.state.admin.posts import WHOLE, PostRow, post_row, read_post
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import administration as wording
from dvc_app.wording import faults
from services.accounts.models import AccountStatus
from services.accounts.officer_models import ActivationPurpose
from services.administration.change_standing import (
    end_officer_sessions,
    issue_account_code,
    lock_account,
    reactivate_account,
    unlock_account,
)
from services.administration.confirm_post import confirm_post
from services.administration.end_post import end_post
from services.administration.grant_post import grant_post
from services.administration.list_units import list_units
from services.administration.show_officer import OfficerView, show_officer
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.settings import settings

CODES = {
    "account": ActivationPurpose.ACCOUNT,
    "factor": ActivationPurpose.FACTOR,
}


class AccountState(FormState, AppState):
    """The account that is open. A code stands here until it is hidden, and no longer."""

    loaded: bool = False
    is_gone: bool = False
    heading: str = ""
    facts: list[list[str]] = []
    status: str = ""
    status_tag: str = "tag"
    posts: list[PostRow] = []
    units: list[Option] = []
    form_key: str = "0"
    is_me: bool = False
    may_lock: bool = False
    may_unlock: bool = False
    may_reactivate: bool = False
    may_activate: bool = False
    may_reset: bool = False
    has_to_confirm: bool = False
    slip: str = ""
    code: str = ""
    code_for: str = ""
    code_until: str = ""
    _account: str = ""

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Read the account named in the address."""
        self._accept()
        self.code = ""
        self._account = self.router.url.path.rstrip("/").rpartition("/")[2]
        units = await self._run(list_units)
        options = [Option(str(number), name) for number, name in units]
        is_whole = self._actor().agency_id is None
        whole = [Option(WHOLE, wording.WHOLE_OPTION)] if is_whole else []
        self.units = [*whole, *options]
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def grant(self, form: dict[str, str | bool]) -> None:
        """Give another post; it waits for the second administrator."""
        post, problems = read_post(form)
        if post is None:
            return self._show(faults.spelled(problems))
        try:
            await self._run(grant_post, UUID(self._account), post)
        except RuleViolation as refusal:
            return self._show(faults.spelled(refusal.problems))
        self._accept()
        self.form_key = str(int(self.form_key) + 1)
        await self._say(wording.GRANTED, "done")
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def confirm(self, post_id: str) -> None:
        """Put a post in force, as the second person."""
        await self._act(confirm_post, post_id, wording.CONFIRMED)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def end(self, post_id: str) -> None:
        """Take a post away."""
        await self._act(end_post, post_id, wording.TAKEN_AWAY)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def lock(self) -> None:
        """Lock the account of an officer who has left."""
        await self._act(lock_account, self._account, wording.LOCKED)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def unlock(self) -> None:
        """Let a locked officer in again."""
        await self._act(unlock_account, self._account, wording.LET_IN)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def reactivate(self) -> None:
        """Let in an officer who was away for long."""
        await self._act(reactivate_account, self._account, wording.LET_IN)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def end_sessions(self) -> None:
        """Sign the officer out everywhere."""
        await self._act(end_officer_sessions, self._account, wording.SESSIONS_ENDED)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def issue(self, kind: str) -> None:
        """Make a one-time code and show it once."""
        number = read_uuid(self._account)
        if kind not in CODES or number is None:
            return
        try:
            issued = await self._run(issue_account_code, number, CODES[kind])
        except (Forbidden, Conflict, NotFound):
            await self._say(wording.NOT_NOW, "warn")
            return await self._read()
        self.code, self.slip = issued.code, wording.SLIPS[kind]
        until = formats.moment(issued.expires_at)
        address = f"{settings().public_url}{routes.OFFICER_ACTIVATE}"
        self.code_until = wording.CODE_UNTIL.format(until=until, address=address)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def hide_code(self) -> None:
        """Take the code off the screen; it is kept nowhere."""
        self.code = ""

    async def _act(self, use_case: Callable[..., Any], number: str, done: str) -> None:
        # Any: each use case returns a count or nothing.
        wanted = read_uuid(number)
        if wanted is None:
            return
        try:
            count = await self._run(use_case, wanted)
        except RuleViolation as refusal:
            words = faults.spelled(refusal.problems)
            await self._say(" ".join(words.values()), "warn")
            return
        except Forbidden:
            await self._say(wording.NOT_YOURS, "warn")
            return
        except (NotFound, Conflict):
            await self._say(wording.NOT_NOW, "warn")
        else:
            await self._say(done.format(count=count), "done")
        await self._read()

    async def _read(self) -> None:
        number = read_uuid(self._account)
        try:
            view = await self._run(show_officer, number) if number else None
        except NotFound:
            view = None
        self.loaded, self.is_gone = True, view is None
        if view is not None:
            self._draw(view)

    def _draw(self, view: OfficerView) -> None:
        seen = view.last_signed_in_at
        told = (
            (wording.ACCOUNT, view.sign_in_name),
            (wording.PHONE, view.phone),
            (wording.EMAIL, view.email),
            (
                wording.SECOND_FACTOR,
                wording.HAS_FACTOR if view.has_second_factor else wording.NO_FACTOR,
            ),
            (wording.LAST_SEEN, formats.moment(seen) if seen else wording.NEVER),
            (wording.SESSIONS, str(view.open_sessions)),
            (wording.CREATED_AT, formats.day(view.created_at)),
        )
        self.heading = wording.ACCOUNT_TITLE.format(name=view.name)
        self.code_for = wording.CODE_FOR.format(
            name=view.name, account=view.sign_in_name
        )
        self.facts = [[label, value] for label, value in told if value]
        self.status = wording.STATUSES[view.status]
        self.status_tag = TAGS.get(view.status, "tag")
        self.posts = [post_row(post, view.name) for post in view.posts]
        self.has_to_confirm = any(post.may_confirm for post in view.posts)
        self.is_me = view.is_me
        status, other = view.status, not view.is_me
        locked, dormant = AccountStatus.LOCKED, AccountStatus.DORMANT
        self.may_lock = other and status not in (locked, AccountStatus.CLOSED)
        self.may_unlock = other and status is locked
        self.may_reactivate = other and status is dormant
        self.may_activate = other and status is AccountStatus.INVITED
        self.may_reset = other and status is AccountStatus.ACTIVE
