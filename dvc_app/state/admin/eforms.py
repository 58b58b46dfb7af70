"""The list of electronic forms; its filter stands in the address (A03)."""

from math import ceil
from urllib.parse import urlencode

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.admin.eform_rows import FormRow, form_row
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import eform_changes as wording
from services.eform_changes.list_forms import PAGE, FormFilter, list_eforms

TEXT, WHICH, WAITING, PAGE_KEY = "tim", "loai", "cho", "trang"
OWN = "tinh"


class EformsState(AppState):
    """What is listed, and by which filter."""

    loaded: bool = False
    rows: list[FormRow] = []
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
        given = {key: query.get(key, "")[:100] for key in (TEXT, WHICH, WAITING)}
        self.filters, self.filters_key = given, str(given)
        self.has_filters = any(given.values())
        number = query.get(PAGE_KEY, "1")
        page = int(number) if number.isascii() and number.isdigit() else 1
        wanted = FormFilter(given[TEXT], bool(given[WAITING]), given[WHICH] == OWN)
        found = await self._run(list_eforms, wanted, page)
        self.rows = [form_row(one) for one in found.rows]
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
            for key in (TEXT, WHICH, WAITING)
        }
        return rx.redirect(self._address(1))

    def _address(self, page: int) -> str:
        query = {key: value for key, value in self.filters.items() if value}
        if page > 1:
            query[PAGE_KEY] = str(page)
        joint = "?" if query else ""
        return f"{routes.ADMIN_EFORMS}{joint}{urlencode(query)}"
