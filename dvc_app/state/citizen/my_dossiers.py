"""Quản lý hồ sơ: one's own dossiers, live (C22)."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.acting import filed_mark
from dvc_app.state.base import AppState
from dvc_app.state.citizen.filing_rows import ROUTE_OF_STEP
from dvc_app.state.progress import say_left
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import delegations, statuses
from dvc_app.wording import my_dossiers as wording
from services.dossiers.discard_draft import discard_draft
from services.dossiers.models import DossierStatus as S
from services.dossiers.my_dossiers import PAGE, DossierFilter, DossierRow, my_dossiers
from services.dossiers.rules import ENDED, Step
from services.signals import person_topic

BY_OTHERS = "nop-thay"
DONE = frozenset({S.RETURNED} | (ENDED - {S.RESULT_READY}))
GROUPS: dict[str, frozenset[S]] = {
    "draft": frozenset({S.DRAFT}),
    "running": frozenset(S) - DONE - {S.DRAFT},
    "done": DONE,
}


@dataclass(frozen=True)
class MyDossierRow:
    """One dossier of the list."""

    id: str
    code: str
    procedure: str
    agency: str
    label: str
    tag: str
    sentence: str
    left: str
    left_tag: str
    when: str
    address: str
    action: str
    is_draft: bool
    mark: str  # by whom or for whom it was filed


@dataclass(frozen=True)
class GroupRow:
    """One way to narrow the list, with how many there are."""

    name: str
    count: str
    address: str
    is_current: bool


class MyDossiersState(AppState):
    """The list, its filter and its page; both stand in the address."""

    loaded: bool = False
    rows: list[MyDossierRow] = []
    groups: list[GroupRow] = []
    text: str = ""
    total: str = ""
    pages: str = ""
    is_empty: bool = False  # nothing at all, whatever the filter
    before: str = ""
    after: str = ""
    asked_to_discard: str = ""
    _group: str = ""
    _page: int = 1

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read the filter from the address, and the list."""
        query = self.router.url.query_parameters
        group = query.get("nhom", "")
        self._group = group if group in (*GROUPS, BY_OTHERS) else ""
        self.text = query.get("tim", "")[:100]
        page = query.get("trang", "1")
        self._page = int(page) if page.isascii() and page.isdigit() else 1
        self.asked_to_discard = ""
        account_id = self._actor().account_id
        assert account_id is not None  # the policy lets only citizens in
        self._watch(MyDossiersState.refresh, person_topic(account_id))
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read the list again: something moved."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def search(self, form: dict[str, str]) -> EventSpec:
        """Put what is looked for into the address."""
        return rx.redirect(_address(self._group, form.get("tim", "")[:100], 1))

    @rx.event
    @allow(Who.CITIZEN)
    async def ask_discard(self, dossier_id: str) -> None:
        """Ask once before a draft goes."""
        self.asked_to_discard = dossier_id

    @rx.event
    @allow(Who.CITIZEN)
    async def discard(self, dossier_id: str) -> None:
        """Remove a draft and its files."""
        self.asked_to_discard = ""
        await self._run(discard_draft, UUID(dossier_id))
        await self._read()

    async def _read(self) -> None:
        wanted = DossierFilter(
            text=self.text,
            statuses=GROUPS.get(self._group, frozenset()),
            by_others=self._group == BY_OTHERS,
        )
        found = await self._run(my_dossiers, wanted, self._page)
        self.rows = [show_row(row) for row in found.rows]
        counts = {
            name: sum(found.counts.get(status, 0) for status in group)
            for name, group in GROUPS.items()
        }
        everything = sum(found.counts.values())
        self.is_empty = everything == 0
        self.groups = [
            _group_row("", wording.ALL, everything, self._group),
            *(
                _group_row(name, wording.GROUPS[name], counts[name], self._group)
                for name in GROUPS
            ),
        ]
        if found.by_others or self._group == BY_OTHERS:
            words = delegations.FILED_BY_OTHERS
            self.groups.append(
                _group_row(BY_OTHERS, words, found.by_others, self._group)
            )
        last = max(1, -(-found.total // PAGE))
        self.total = wording.COUNT.format(total=formats.number(found.total))
        self.pages = wording.PAGE.format(page=found.page, pages=last)
        self.before = self._turn(found.page - 1, last)
        self.after = self._turn(found.page + 1, last)
        self.loaded = True

    def _turn(self, page: int, last: int) -> str:
        return _address(self._group, self.text, page) if 1 <= page <= last else ""


def _address(group: str, text: str, page: int) -> str:
    query = {"nhom": group, "tim": text, "trang": str(page) if page > 1 else ""}
    given = urlencode({name: value for name, value in query.items() if value})
    return f"{routes.MY_DOSSIERS}?{given}" if given else routes.MY_DOSSIERS


def _group_row(name: str, words: str, count: int, current: str) -> GroupRow:
    return GroupRow(
        words, formats.number(count), _address(name, "", 1), name == current
    )


def show_row(row: DossierRow) -> MyDossierRow:
    """Return one dossier in words, with its one main action."""
    words = statuses.STATUSES[row.status]
    left, left_tag, _ = say_left(row.left)
    is_draft = row.status is S.DRAFT
    if is_draft:
        route = ROUTE_OF_STEP[Step(row.step)]
        address = routes.fill(route, draft=str(row.dossier_id))
        when = wording.EDITED.format(moment=formats.moment(row.updated_at))
    else:
        address = routes.fill(routes.DOSSIER, code=row.code)
        when = wording.FILED.format(moment=formats.moment(row.submitted_at))
    return MyDossierRow(
        id=str(row.dossier_id),
        code=row.code,
        procedure=row.procedure_name,
        agency=row.agency_name,
        label=words.label,
        tag=words.tag,
        sentence=statuses.say_status(
            row.status,
            receive_by=formats.moment(row.receive_by),
            due=formats.day(row.due_at),
            unit=row.agency_name,
            place=row.agency_name,
        ),
        left=left,
        left_tag=left_tag,
        when=when,
        address=address,
        action=wording.RESUME if is_draft else wording.OPEN,
        is_draft=is_draft,
        mark=filed_mark(row.submitter_name, row.acting_for, row.is_filed_by_me),
    )
