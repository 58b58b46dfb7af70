"""A dossier as anybody with its code may see it (C16, R40)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dvc_app import formats, routes
from dvc_app.state.progress import ShownProgress, show_progress
from dvc_app.state.public.procedure_rows import procedure_href
from dvc_app.wording import delegations, statuses
from dvc_app.wording import look_up as wording
from dvc_app.wording.province import here, hotline_text
from services.dossiers.look_up import MaskedDossier
from services.dossiers.models import DossierStatus
from services.dossiers.rules import ENDED
from services.dossiers.show_dossier import Happening


@dataclass(frozen=True)
class EventRow:
    """A point of the timeline: done, happening now, or still to come."""

    title: str
    line: str
    is_done: bool = False
    is_now: bool = False
    link: str = ""  # to a paper elsewhere


@dataclass(frozen=True)
class LookUpView:
    """The masked dossier, ready to draw."""

    code: str = ""
    procedure: str = ""
    procedure_href: str = ""
    agency: str = ""
    applicant: str = ""
    progress: ShownProgress = field(default_factory=ShownProgress)
    events: list[EventRow] = field(default_factory=list)
    own_href: str = ""  # only for the owner, signed in
    plain_href: str = ""
    late_help: str = ""


def view_look_up(dossier: MaskedDossier) -> LookUpView:
    """Return the masked dossier in words."""
    progress = show_progress(dossier.progress, dossier.agency_name)
    own = routes.fill(routes.DOSSIER, code=dossier.code) if dossier.is_own else ""
    return LookUpView(
        code=dossier.code,
        procedure=dossier.procedure_name,
        procedure_href=procedure_href(dossier.procedure_code),
        agency=dossier.agency_name,
        applicant=dossier.masked_applicant,
        progress=progress,
        events=show_events(dossier.timeline, dossier.progress.status, progress.due),
        own_href=own,
        plain_href=routes.fill(routes.PLAIN_LOOK_UP, code=dossier.code),
        late_help=(
            wording.LATE_HELP.format(hotline=hotline_text()) if progress.is_late else ""
        ),
    )


def show_events(
    timeline: Sequence[Happening], status: DossierStatus, due: str
) -> list[EventRow]:
    """Return what happened, the first thing first, and what is still to come."""
    rows = [
        EventRow(
            title=statuses.say_event(one.event, one.status),
            line=" · ".join(
                p for p in (formats.moment(one.at), one.unit, _aside(one)) if p
            ),
            is_done=True,
            link=one.facts.get("link", ""),
        )
        for one in reversed(timeline)
    ]
    if status in ENDED and status is not DossierStatus.RESULT_READY:
        return rows
    now = statuses.STATUSES[status].label
    if not rows or rows[-1].title != now:
        rows.append(EventRow(now, statuses.say_status(status), is_now=True))
    else:
        rows[-1] = replace(rows[-1], title=now, is_done=False, is_now=True)
    waits = due and status not in ENDED
    line = wording.PROMISED.format(due=due) if waits else ""
    return [*rows, EventRow(wording.COMING, line)]


def _aside(one: Happening) -> str:
    if code := one.facts.get("their_code"):
        return statuses.THEIR_CODE.format(code=code)
    name = one.facts.get("acting_for", "")
    if name:
        return delegations.EVENT.format(name=name)
    return one.facts.get("words", "")  # of a ministry's system


def example_code() -> str:
    """Return what a code of this province looks like."""
    return f"{here().code}.242-261121-0007"
