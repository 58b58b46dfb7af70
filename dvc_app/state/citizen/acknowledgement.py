"""What comes after a submission: the letter, the dates, following at Zalo (C15)."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.public.procedure_rows import procedure_href
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import my_dossiers as wording
from services.core.errors import NotFound, RuleViolation, TooMany
from services.dossiers.mail_acknowledgement import mail_acknowledgement
from services.dossiers.next_steps import NextSteps, next_steps
from services.papers.qr import qr_svg
from services.procedures.next_procedures import next_procedures
from services.settings import settings


@dataclass(frozen=True)
class NextRow:
    """A service people need next."""

    name: str
    when: str
    address: str


class AcknowledgementState(AppState):
    """The part of the page that no paper shows."""

    code: str = ""
    to_do: list[str] = []
    services: list[NextRow] = []
    zalo_href: str = ""
    zalo_qr: str = ""
    mailed: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Say what comes next, with dates."""
        parts = self.router.url.path.strip("/").split("/")
        self.code = parts[1][:60] if len(parts) > 1 else ""
        self.mailed, self.to_do, self.services = "", [], []
        self.zalo_href = settings().zalo_page
        self.zalo_qr = formats.svg_address(qr_svg(self.zalo_href))
        try:
            found = await self._run(next_steps, self.code)
        except NotFound:
            return
        self.to_do = _to_do(found)
        following = await self._run(next_procedures, found.procedure_code)
        self.services = [
            NextRow(one.name, one.when, procedure_href(one.code)) for one in following
        ]

    @rx.event
    @allow(Who.CITIZEN)
    async def send_mail(self) -> None:
        """Send the way to this page to the person's own email."""
        try:
            to = await self._run(mail_acknowledgement, self.code)
        except RuleViolation:
            self.mailed = wording.NO_EMAIL
        except TooMany:
            self.mailed = wording.MAILED_OFTEN
        else:
            self.mailed = wording.MAILED.format(email=to)


def _to_do(found: NextSteps) -> list[str]:
    lines = [wording.NEXT_KEEP]
    if found.received_at is None:
        by = formats.moment(found.receive_by)
        lines.append(wording.NEXT_CHECK.format(receive_by=by))
    elif found.due_at:
        lines.append(wording.NEXT_DUE.format(due=formats.moment(found.due_at)))
    if any(part.original_qty for part in found.components):
        lines.append(wording.NEXT_ORIGINALS)
    lines.append(wording.NEXT_FOLLOW)
    return lines
