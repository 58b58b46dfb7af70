"""Hand a dossier to the right unit: its scope moves with it (AZ-6)."""

from sqlmodel import delete, select

from services.core.working_days import add_working_hours
from services.decisions.models import Decision
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier
from services.dossiers.time_limits import RECEIVE_HOURS
from services.procedures.models import Agency
from services.processing.models import ReceptionHold
from services.signals import desk_topics, tell
from services.work import Work


def hand_to_unit(work: Work, dossier: Dossier, decision: Decision) -> None:
    """Move it before reception: code and verdicts stay, the hold is released.

    The old unit sees it no more. The new one has its own eight working hours to
    look at it; the moment by which it is looked at is never earlier than before.
    """
    unit = work.session.exec(
        select(Agency).where(Agency.id == decision.to_agency_id)
    ).one()
    tell(work.session, *desk_topics([decision.agency_id]))
    dossier.agency_id = unit.id
    here = {
        "code": unit.code,
        "name": unit.name,
        "address": unit.address,
        "phone": unit.phone,
    }
    # What was handed in stays; only whom it lies with is another unit by now.
    first = dossier.frozen.get("first_unit", dossier.frozen["unit"])
    dossier.frozen = {**dossier.frozen, "unit": here, "first_unit": first}
    calendar = work_calendar(work, unit.id)
    anew = add_working_hours(calendar, work.now, RECEIVE_HOURS)
    dossier.receive_by = max(dossier.receive_by or anew, anew)
    work.session.execute(
        delete(ReceptionHold).where(ReceptionHold.dossier_id == dossier.id)  # type: ignore[arg-type]
    )
    work.session.add(dossier)
