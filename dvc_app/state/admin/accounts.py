"""The list of officers' accounts; its filter stands in the address (A01)."""

from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import administration as wording
from services.accounts.models import AccountStatus
from services.administration.list_officers import (
    PAGE,
    OfficerFilter,
    OfficerRow,
    list_officers,
)
from services.administration.list_units import list_units
from services.work import Role

TEXT, STATUS, UNIT, WAITING, PAGE_KEY = "tim", "trang-thai", "don-vi", "cho", "trang"


@dataclass(frozen=True)
class Option:
    """One line of a choice."""

    value: str
    words: str


@dataclass(frozen=True)
class AccountRow:
    """One officer of the list, in words."""

    href: str
    name: str
    account: str
    units: str
    roles: str
    status: str
    tag: str
    waiting: str
    last_seen: str


TAGS = {
    AccountStatus.ACTIVE: "tag tag--done",
    AccountStatus.INVITED: "tag tag--info",
    AccountStatus.LOCKED: "tag tag--wait",
    AccountStatus.DORMANT: "tag tag--wait",
}


class AccountsState(AppState):
    """What is listed, and by which filter."""

    loaded: bool = False
    rows: list[AccountRow] = []
    units: list[Option] = []
    filters: dict[str, str] = {}
    filters_key: str = ""  # the form is drawn anew with another address
    has_filters: bool = False
    count: str = ""
    pages: str = ""
    before: str = ""
    after: str = ""

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Read the filter from the address, and the list."""
        query = self.router.url.query_parameters
        given = {key: query.get(key, "")[:100] for key in (TEXT, STATUS, UNIT, WAITING)}
        self.filters, self.filters_key = given, str(given)
        self.has_filters = any(given.values())
        number = query.get(PAGE_KEY, "1")
        page = int(number) if number.isascii() and number.isdigit() else 1
        found = await self._run(list_officers, _filter(given), page)
        units = await self._run(list_units)
        self.units = [Option(str(number), name) for number, name in units]
        self.rows = [_row(row) for row in found.rows]
        self.count = wording.COUNT.format(count=formats.number(found.total))
        last = max(1, ceil(found.total / PAGE))
        self.pages = wording.PAGES.format(page=found.page, pages=last)
        self.before = self._address(found.page - 1) if found.page > 1 else ""
        self.after = self._address(found.page + 1) if found.page < last else ""
        self.loaded = True

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def search(self, form: dict[str, str | bool]) -> EventSpec:
        """Put the filter into the address; the page then loads by it."""
        self.filters = {
            key: "1" if form.get(key) is True else str(form.get(key) or "").strip()
            for key in (TEXT, STATUS, UNIT, WAITING)
        }
        return rx.redirect(self._address(1))

    def _address(self, page: int) -> str:
        query = {key: value for key, value in self.filters.items() if value}
        if page > 1:
            query[PAGE_KEY] = str(page)
        joint = "?" if query else ""
        return f"{routes.ADMIN_ACCOUNTS}{joint}{urlencode(query)}"


def _filter(given: dict[str, str]) -> OfficerFilter:
    status = given[STATUS]
    return OfficerFilter(
        text=given[TEXT],
        status=AccountStatus(status) if status in set(AccountStatus) else None,
        agency_id=read_uuid(given[UNIT]),
        is_waiting=bool(given[WAITING]),
    )


def read_uuid(text: str) -> UUID | None:
    """Return the id meant, or none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def _row(row: OfficerRow) -> AccountRow:
    roles = [wording.ROLES[role] for role in Role if role in row.roles]
    waiting = wording.WAITING.format(count=row.waiting) if row.waiting else ""
    seen = row.last_signed_in_at
    return AccountRow(
        href=routes.fill(routes.ADMIN_ACCOUNT, account=str(row.account_id)),
        name=row.name,
        account=row.sign_in_name,
        units="; ".join(name or wording.WHOLE_PROVINCE for name in row.units),
        roles="; ".join(roles),
        status=wording.STATUSES[row.status],
        tag=TAGS.get(row.status, "tag"),
        waiting=waiting,
        last_seen=formats.moment(seen) if seen else wording.NEVER,
    )
