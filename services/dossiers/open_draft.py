"""Open a draft where it was left (C10–C14)."""

from dataclasses import replace
from uuid import UUID

from sqlmodel import select

from services.dossiers.access import visible_to
from services.dossiers.calendar import shown_calendar
from services.dossiers.models import Dossier
from services.dossiers.queries import entitled_units, load_own
from services.dossiers.state_fees import state_fees
from services.dossiers.time_limits import promise_result
from services.dossiers.views import DraftView, view_draft
from services.files.queries import files_of
from services.work import Work


def is_own_draft(work: Work, dossier_id: UUID) -> bool:
    """Tell whether the dossier is the actor's, so that it may be listened to."""
    account_id = work.actor.require_citizen()
    own = select(Dossier.id).where(
        Dossier.id == dossier_id, Dossier.account_id == account_id
    )
    return work.session.exec(own.where(visible_to(work))).first() is not None


def open_draft(work: Work, dossier_id: UUID) -> DraftView:
    """Return all the wizard draws, in three statements.

    A dossier handed in already is returned too, with its code: a second tab
    goes on to the receipt instead of failing.
    """
    draft = load_own(work, dossier_id)
    units = entitled_units(work.session, draft.dossier.procedure_id)
    files = files_of(work.session, dossier_id)
    calendar = shown_calendar(work, draft.dossier.agency_id)
    promise = promise_result(calendar, draft.catalogue, work.now, draft.dossier.channel)
    view = view_draft(draft, units, files, promise)
    until = draft.dossier.counter_until
    is_held = until is not None and until > work.now
    fees = state_fees(draft, work.now).lines
    return replace(view, fees=fees, is_at_counter=is_held)
