"""The date promised at reception (ngày hẹn trả), by the limit the dossier came under."""

from datetime import datetime

from services.core.promises import Promise
from services.core.working_days import WorkCalendar
from services.dossiers.catalogue import Catalogue
from services.dossiers.snapshot import Snapshot
from services.dossiers.time_limits import promise_result
from services.procedures.models import Procedure, TimeUnit


def promise_at(
    calendar: WorkCalendar, handed_in: Snapshot, received_at: datetime
) -> Promise | None:
    """Promise a date; None when the catalogue states no limit that can be counted.

    A running dossier keeps the time limit it was handed in under (A02).
    """
    procedure = Procedure(
        code=handed_in.procedure_code,
        name=handed_in.procedure_name,
        time_limit=handed_in.time_limit,
        time_limit_unit=TimeUnit(handed_in.time_limit_unit),
        cut_off=handed_in.cut_off,
        updated_at=handed_in.catalogue_of,
    )
    then = Catalogue(procedure, handed_in.sector, (), (), (), ())
    return promise_result(calendar, then, received_at)
