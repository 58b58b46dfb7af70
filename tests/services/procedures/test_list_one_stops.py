"""Only agencies with a one-stop desk are named, the province's own first."""

from sqlmodel import col, select

from services.procedures.list_one_stops import list_one_stops
from services.procedures.load_agencies import load_agencies
from services.procedures.models import Agency, AgencyLevel
from services.work import Work


def test_every_receiving_agency_is_named_once_in_order(work: Work) -> None:
    load_agencies(work)
    receiving = select(Agency.code).where(col(Agency.is_receiving))
    found = list_one_stops(work)
    assert {unit.code for unit in found} == set(work.session.exec(receiving))
    levels = [unit.level for unit in found]
    assert levels[0] is AgencyLevel.PROVINCE
    assert levels == sorted(levels, key=list(AgencyLevel).index)
