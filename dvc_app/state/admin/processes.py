"""ProcessesState: the list of processes, and a new one (A04)."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state.admin.process_rows import LineRow, line_row
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import processes as wording
from dvc_app.wording.faults import spelled
from services.core.errors import RuleViolation
from services.processes.begin_like_default import begin_like_default
from services.processes.show_process import list_processes


class ProcessesState(FormState, AppState):
    """Every process, by its newest version."""

    loaded: bool = False
    rows: list[LineRow] = []

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Read the list."""
        self.loaded = False
        self._accept()
        self.rows = [line_row(one) for one in await self._run(list_processes)]
        self.loaded = True

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def begin(self, form: dict[str, str]) -> EventSpec | None:
        """Begin a process for a procedure or a level, with the default's steps."""
        given = (form.get(name, "") for name in ("name", "procedure_code", "level"))
        try:
            saved = await self._run(begin_like_default, *given)
        except RuleViolation as refusal:
            known = wording.FAULTS
            own = {f: known[k] for f, k in refusal.problems.items() if k in known}
            rest = {f: k for f, k in refusal.problems.items() if f not in own}
            self._show(spelled(rest) | own)
            return None
        href = routes.fill(routes.ADMIN_PROCESS, process=str(saved.process_id))
        return rx.redirect(href)
