"""Lending one's post while away (ủy quyền khi vắng)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer.standing import PostRow, last_day, post_row, roles_words
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import posts as wording
from services.core.clock import ZONE
from services.core.errors import NotFound, RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_date
from services.officers.end_lent_post import end_lent_post
from services.officers.lend_post import Loan, lend_post, list_colleagues
from services.officers.list_lent_posts import list_lent_posts
from services.officers.list_my_posts import list_my_posts
from services.officers.views import LoanView
from services.work import Role


@dataclass(frozen=True)
class Option:
    """One line of a choice."""

    value: str
    words: str


@dataclass(frozen=True)
class LoanRow:
    """One loan in words."""

    id: str
    name: str
    roles: str
    place: str
    term: str
    standing: str
    end_words: str
    end_label: str
    is_given: bool


class LendingState(FormState, AppState):
    """The form of a loan, and the loans given and taken."""

    is_ready: bool = False
    posts: list[PostRow] = []
    post: str = ""
    colleagues: list[Option] = []
    roles: list[Option] = []
    form_key: str = "0"  # the form is drawn anew after each loan
    given: list[LoanRow] = []
    taken: list[LoanRow] = []

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Read one's own posts, and what is lent."""
        await self._read()
        chosen = next((row for row in self.posts if row.is_chosen), None)
        first = chosen or next(iter(self.posts), None)
        await self._show_post(first.id if first else "")
        self.is_ready = True

    @rx.event
    @allow(Who.OFFICER)
    async def choose_post(self, post: str) -> None:
        """Show whom this post can be lent to."""
        await self._show_post(post)

    @rx.event
    @allow(Who.OFFICER)
    async def lend(self, form: dict[str, str | bool]) -> None:
        """Lend it; needs a fresh proof, asked for in the dialog."""
        loan, problems = _read_loan(self.post, form)
        if loan is None:
            return self._show(problems)
        try:
            await self._run(lend_post, loan)
        except RuleViolation as refusal:
            return self._show(faults.spelled(refusal.problems))
        self._accept()
        name = next(c.words for c in self.colleagues if c.value == str(loan.to_account))
        until = last_day(loan.ends_at)
        await self._say(wording.LENT_DONE.format(name=name, until=until), "done")
        self.form_key = str(int(self.form_key) + 1)
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def end(self, post_id: str) -> None:
        """End a loan, whichever side one is on."""
        try:
            await self._run(end_lent_post, UUID(post_id))
        except (NotFound, ValueError):
            await self._say(wording.ALREADY)
        else:
            await self._say(wording.STOPPED, "done")
        await self._read()

    async def _read(self) -> None:
        posts = await self._run(list_my_posts)
        self.posts = [post_row(post) for post in posts if not post.lent_by]
        loans = [_row(loan) for loan in await self._run(list_lent_posts)]
        self.given = [row for row in loans if row.is_given]
        self.taken = [row for row in loans if not row.is_given]

    async def _show_post(self, post: str) -> None:
        posts = {str(p.post_id): p for p in await self._run(list_my_posts)}
        if post not in posts or posts[post].lent_by:
            self.post, self.colleagues, self.roles = "", [], []
            return
        self.post = post
        found = await self._run(list_colleagues, UUID(post))
        self.colleagues = [
            Option(str(one.account_id), f"{one.name}, {one.title}".removesuffix(", "))
            for one in found
        ]
        self.roles = [Option(str(r), wording.ROLES[r]) for r in posts[post].roles]


def _read_loan(
    post: str, form: dict[str, str | bool]
) -> tuple[Loan | None, dict[str, str]]:
    """Read the form: from the first morning to the end of the last day."""
    problems: dict[str, str] = {}
    days = {}
    for name in ("starts", "ends"):
        try:
            days[name] = read_date(str(form.get(name, "")))
        except Unreadable as fault:
            problems[name] = fault.key
    try:
        numbers = UUID(post), UUID(str(form.get("to_account", "")))
    except ValueError:
        problems["to_account"] = "loan_to"
    if problems:
        return None, faults.spelled(problems)
    return Loan(
        *numbers,
        roles=[role for role in Role if form.get(f"role_{role}")],
        starts_at=datetime.combine(days["starts"], time(), ZONE),
        ends_at=datetime.combine(days["ends"] + timedelta(days=1), time(), ZONE),
    ), {}


def _row(loan: LoanView) -> LoanRow:
    is_given = loan.is_mine_to_lend
    name = loan.borrower if is_given else loan.lender
    roles = roles_words(loan.roles)
    act = wording.STOP if is_given else wording.GIVE_BACK
    whose = wording.GIVEN_TO if is_given else wording.TAKEN_FROM
    return LoanRow(
        id=str(loan.post_id),
        name=whose.format(name=name),
        roles=roles,
        place=loan.unit or wording.WHOLE_PROVINCE,
        term=wording.FROM_TO.format(
            starts=formats.day(loan.starts_at), ends=last_day(loan.ends_at)
        ),
        standing=wording.IN_FORCE if loan.has_begun else wording.NOT_BEGUN,
        end_words=act,
        end_label=wording.STOP_WHICH.format(act=act, name=name, roles=roles),
        is_given=is_given,
    )
