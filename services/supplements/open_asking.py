"""Open the page on which an officer asks for a supplement, and reads the answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from services.core.errors import Conflict, Forbidden
from services.dossiers.models import Dossier
from services.dossiers.record_read import record_read
from services.dossiers.snapshot import read_snapshot
from services.processing.queries import agency_dossier
from services.processing.views import Heading, view_heading
from services.supplements.ask_supplement import check_may_ask, is_again
from services.supplements.askable import Askable, askable
from services.supplements.form_fields import fields_of
from services.supplements.models import RequestStatus, SupplementRequest
from services.supplements.queries import OPEN, files_by_slot, points_of, requests_of
from services.supplements.usual_words import UsualWords, usual_words
from services.supplements.views import RequestView, view_request
from services.work import Role, Work


class Asking(StrEnum):
    """What this officer may do here."""

    ASK = "ask"
    CONFIRM = "confirm"  # a colleague's second request
    PROPOSE_STOP = "propose_stop"  # the deadline has passed without an answer


@dataclass(frozen=True)
class AskingView:
    """All the page draws."""

    head: Heading
    askable: tuple[Askable, ...]
    requests: tuple[RequestView, ...]  # the latest first
    acts: frozenset[Asking]
    why_not: str  # why nothing may be asked now
    is_again: bool
    usual: tuple[UsualWords, ...]  # nothing where nothing may be asked


def open_asking(work: Work, code: str) -> AskingView:
    """Show it to an officer of the agency; every reading is written down (P5)."""
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    dossier = agency_dossier(work, code)
    handed_in, rows = read_snapshot(dossier), requests_of(work.session, dossier.id)
    points = points_of(work.session, [one.id for one in rows])
    files = {
        slot: [file for file in sent if file.sealed_at is not None]
        for slot, sent in files_by_slot(work.session, dossier.id).items()
    }
    stood = (handed_in, fields_of(work.session, dossier, handed_in))
    record_read(work, "open_supplement", dossier)
    acts, why_not = _acts(work, dossier, rows)
    return AskingView(
        head=view_heading(dossier, handed_in),
        askable=askable(handed_in),
        requests=tuple(
            hide_unsent(view_request(one, points[one.id], files, stood, work.now))
            for one in rows
        ),
        acts=acts,
        why_not=why_not,
        is_again=is_again(rows),
        usual=usual_words(work, dossier) if Asking.ASK in acts else (),
    )


def hide_unsent(request: RequestView) -> RequestView:
    """Keep what the person is still typing from the office."""
    if request.answered_at is not None:
        return request
    points = tuple(
        replace(one, text="", said="", is_answered=False) for one in request.points
    )
    return replace(request, points=points)


def _acts(
    work: Work, dossier: Dossier, rows: Sequence[SupplementRequest]
) -> tuple[frozenset[Asking], str]:
    acts: set[Asking] = set()
    why_not = ""
    try:
        check_may_ask(work, dossier, rows)
        acts.add(Asking.ASK)
    except (Conflict, Forbidden) as refusal:
        why_not = str(refusal.args[0])
    me: UUID | None = work.actor.account_id
    for one in rows:
        is_waiting = one.status is RequestStatus.WAITING and one.asked_by_id != me
        if is_waiting and Role.APPROVER in work.actor.roles:
            acts.add(Asking.CONFIRM)
        if one.status in OPEN and dossier.supplement_by and work.now > one.deadline:
            acts.add(Asking.PROPOSE_STOP)
    return frozenset(acts), why_not
