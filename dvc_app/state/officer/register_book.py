"""RegisterBookState: the book of the unit (Mẫu 07), and its files (O13)."""

import secrets

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import register_rows as rows
from dvc_app.state.officer.corrections import page_of
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import desk
from dvc_app.wording import registers as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.core.faults import Fault
from services.registers.ask_export import ExportOrder, ask_export
from services.registers.list_register import PAGE_SIZE, RegisterPage, list_register
from services.registers.models import ExportKind
from services.work import Role

FIELDS = {"from_day": rows.FROM_DAY, "to_day": rows.TO_DAY}
SHORT = {Fault.REQUIRED, Fault.NOTE_SHORT}


class RegisterBookState(FormState, AppState):
    """One list of the book; filters and page stand in the address."""

    loaded: bool = False
    has_no_role: bool = False
    filters: dict[str, str] = {}
    filters_key: str = ""
    has_filters: bool = False
    may_full: bool = False
    figures: list[rows.Choice] = [
        rows.Choice(str(figure), words) for figure, words in wording.FIGURES.items()
    ]
    channels: list[rows.Choice] = [
        rows.Choice(str(channel), words) for channel, words in desk.CHANNELS.items()
    ]
    lines: list[rows.BookRow] = []
    counted: str = ""
    total: str = ""
    pages: str = ""
    before: str = ""
    after: str = ""
    report_href: str = routes.REPORTS
    form_key: str = ""
    _intent: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the list the address names."""
        self._accept()
        self.loaded = self.has_no_role = False
        given = self.router.url.query_parameters
        self.filters = rows.filters_of(given)
        self.filters_key = rows.address("", self.filters)
        self.has_filters = any(self.filters.values())
        self.may_full = Role.INTAKE in self._actor().roles
        self.report_href = rows.address(
            routes.REPORTS, {**self.filters, rows.FIGURE: ""}
        )
        self._renew()
        await self._read(page_of(given.get(rows.PAGE_KEY, "")))

    @rx.event
    @allow(Who.OFFICER)
    async def search(self, form: dict[str, str]) -> EventSpec | None:
        """Go to the address of what was chosen; groups of a report stay."""
        typed = {**self.filters, **_chosen(form)}
        _, problems = rows.read_days(typed)
        if problems:
            self._show(spelled(problems))
            return None
        return rx.redirect(rows.address(routes.REGISTER_BOOK, typed))

    @rx.event
    @allow(Who.OFFICER)
    async def export_sheet(self) -> None:
        """Have the list made as a sheet, names masked."""
        await self._export(ExportKind.SHEET)

    @rx.event
    @allow(Who.OFFICER)
    async def export_book(self) -> None:
        """Have the list made as the printed book, names masked."""
        await self._export(ExportKind.BOOK)

    @rx.event
    @allow(Who.OFFICER)
    async def export_full(self, form: dict[str, str]) -> None:
        """Ask a leader to let the names out (AZ-9)."""
        await self._export(ExportKind.SHEET, form.get("purpose", ""))

    async def _export(self, kind: ExportKind, purpose: str | None = None) -> None:
        wanted = rows.wanted_of(self.filters)
        # One press, one file: another kind is another press.
        intent = f"{self._intent}:{kind}:{purpose is not None}"
        try:
            order = ExportOrder(str(kind), purpose=purpose)
            await self._run(ask_export, wanted, order, intent)
        except RuleViolation as refusal:
            self._name_faults(refusal)
        except Forbidden:
            await self._say(wording.FORBIDDEN["role"], "warn")
        else:
            self._accept()
            is_full = purpose is not None
            words = wording.FULL_ASKED if is_full else wording.EXPORT_ASKED
            await self._say(words, "done")
            if is_full:
                self._renew()

    async def _read(self, page: int) -> None:
        try:
            found = await self._run(list_register, rows.wanted_of(self.filters), page)
        except RuleViolation as refusal:
            self._name_faults(refusal)
            self.lines = []
        except (Forbidden, NotFound):
            self.has_no_role = True
        else:
            self._draw(found)
        self.loaded = True

    def _draw(self, found: RegisterPage) -> None:
        self.counted = rows.counted(found.span, formats.moment(found.counted_at))
        self.lines = [rows.book_row(row) for row in found.rows]
        self.total = wording.TOTAL_ROWS.format(count=formats.number(found.total))
        count = max(1, -(-found.total // PAGE_SIZE))
        words = wording.PAGE_OF.format(page=found.page, pages=count)
        self.pages = words if count > 1 else ""
        self.before = self._page(found.page - 1) if found.page > 1 else ""
        self.after = self._page(found.page + 1) if found.page < count else ""

    def _page(self, page: int) -> str:
        more = {rows.PAGE_KEY: str(page)}
        return rows.address(routes.REGISTER_BOOK, self.filters, **more)

    def _renew(self) -> None:
        self._intent = secrets.token_urlsafe(16)
        self.form_key = self._intent[:6]

    def _name_faults(self, refusal: RuleViolation) -> None:
        own = {
            FIELDS.get(field, field): wording.FAULTS[key]
            for field, key in refusal.problems.items()
            if key in wording.FAULTS
        }
        rest = {f: k for f, k in refusal.problems.items() if k not in wording.FAULTS}
        said = own | spelled(rest)
        if refusal.problems.get("purpose") in SHORT:
            said["purpose"] = wording.PURPOSE_NEEDED
        self._show(said)


def _chosen(form: dict[str, str]) -> dict[str, str]:
    """Return the filters the form has; others of the address are kept."""
    read = rows.filters_of(form)
    return {name: text for name, text in read.items() if name in form}
