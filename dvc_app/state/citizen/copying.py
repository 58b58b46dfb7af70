"""Sao chép thành hồ sơ mới: choose the papers, get a draft (C22)."""

import secrets
from dataclasses import dataclass
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import filing, uploads
from dvc_app.wording import withdrawing as wording
from dvc_app.wording.filing_faults import FAULTS
from services.core.errors import NotFound, RuleViolation
from services.dossiers.copy_dossier import copy_dossier
from services.dossiers.show_copy import CopyView, show_copy


@dataclass(frozen=True)
class CopyFile:
    """One file that may come along."""

    id: str
    name: str
    paper: str
    details: str


class CopyingState(AppState):
    """The old dossier of the address, and what fits a new one."""

    loaded: bool = False
    missing: bool = False
    busy: bool = False
    code: str = ""
    procedure: str = ""
    answers: str = ""
    files: list[CopyFile] = []
    _intent: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Show what a copy would take along."""
        parts = self.router.url.path.strip("/").split("/")
        self.code = parts[1][:60] if len(parts) > 1 else ""
        self.loaded = self.missing = self.busy = False
        self._intent = secrets.token_urlsafe(12)
        try:
            found = await self._run(show_copy, self.code)
        except NotFound:
            self.missing = True
            return
        self.procedure = found.procedure_name
        self.answers = wording.COPY_ANSWERS.format(count=found.answers)
        self.files = _files(found)
        self.loaded = True

    @rx.event
    @allow(Who.CITIZEN)
    async def copy_now(self, form: dict[str, str | bool]) -> EventSpec | None:
        """Bear the draft and open it; pressed twice, it is one draft (P2)."""
        chosen = [UUID(file.id) for file in self.files if form.get(file.id)]
        try:
            draft = await self._run(copy_dossier, self.code, chosen, self._intent)
        except RuleViolation as refusal:
            key = next(iter(refusal.problems.values()))
            await self._say(FAULTS.get(key, wording.COPY_CLOSED), "warn")
            return None
        return rx.redirect(routes.fill(routes.FILE_INFORMATION, draft=str(draft)))


def _files(found: CopyView) -> list[CopyFile]:
    return [
        CopyFile(
            id=str(file.id),
            name=file.name,
            paper=found.paper_names.get(file.slot, filing.OTHER_PAPERS),
            details=" · ".join(
                part
                for part in (
                    uploads.PAGES.format(count=file.pages) if file.pages else "",
                    formats.size(file.size),
                )
                if part
            ),
        )
        for file in found.files
    ]
