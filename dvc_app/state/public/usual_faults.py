"""“Những lỗi hay gặp” on the page of a procedure, and at step 3 of the wizard (N10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote
from uuid import UUID

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording.common_faults import say_fault
from services.common_faults.usual_faults import (
    UsualFault,
    usual_faults,
    usual_faults_of_draft,
)

LONGEST_CODE = 60


@dataclass(frozen=True)
class FaultRow:
    """One reason, what to do about it, and how often it happened."""

    words: str
    how_to: str
    counted: str


class UsualFaultsState(AppState):
    """Of the procedure whose page this is."""

    usual: list[FaultRow] = []

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Read what the night counted."""
        last = self.router.url.path.rstrip("/").rpartition("/")[2]
        code = unquote(last)[:LONGEST_CODE]
        self.usual = fault_rows(await self._run(usual_faults, code))


class DraftFaultsState(AppState):
    """Of the procedure and the level of the unit a draft goes to."""

    usual: list[FaultRow] = []

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read what the night counted."""
        parts = self.router.url.path.strip("/").split("/")
        self.usual = []
        try:
            draft_id = UUID(parts[1] if len(parts) > 1 else "")
        except ValueError:
            return
        self.usual = fault_rows(await self._run(usual_faults_of_draft, draft_id))


def fault_rows(faults: Sequence[UsualFault]) -> list[FaultRow]:
    """Return them in words; one without words is left out."""
    rows = [FaultRow(*say_fault(fault)) for fault in faults]
    return [row for row in rows if row.words]
