"""Keep a dossier that another system hands over: once, or parked with the reason."""

from typing import Any

from sqlmodel import Session, select

from services.arrivals.become_dossier import become_dossier
from services.arrivals.models import ArrivedDossier
from services.audit.record import record
from services.core.errors import Forbidden
from services.dossiers.note_event import Line, note_line
from services.dossiers.numbering import next_code
from services.dossiers.tell_people import tell_people
from services.integrations.arriving import Arrival
from services.notifications.models import Subject
from services.outbox.models import Outward
from services.procedures.models import Agency, Procedure
from services.processing.announce import announce
from services.work import Work

UNIT, PROCEDURE = "unit", "procedure"  # what is unknown here


def take_over_dossier(work: Work, system: Outward, arrival: Arrival) -> ArrivedDossier:
    """Make it one of ours, whatever is said how often; acknowledged is it afterwards.

    One whose unit or procedure nobody here knows is parked with the reason, and
    looked at again at every round: nothing is lost and nothing is acknowledged.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    arrived = _row(work, system, arrival)
    if arrived.dossier_id is not None:
        return arrived
    agency = _one(work.session, Agency, arrival.unit)
    procedure = _one(work.session, Procedure, arrival.procedure)
    if agency is None or procedure is None:
        arrived.parked = UNIT if agency is None else PROCEDURE
    else:
        _keep(work, arrived, arrival, (procedure, agency))
    work.session.add(arrived)
    work.session.flush()
    return arrived


def _row(work: Work, system: Outward, arrival: Arrival) -> ArrivedDossier:
    query = select(ArrivedDossier).where(
        ArrivedDossier.system == system, ArrivedDossier.their_code == arrival.code
    )
    found = work.session.exec(query.with_for_update()).first()
    if found is not None:
        return found
    arrived = ArrivedDossier(
        system=str(system),
        their_code=arrival.code,
        unit=arrival.unit,
        procedure=arrival.procedure,
        submitted_at=arrival.submitted_at,
        arrived_at=work.now,
    )
    work.session.add(arrived)
    work.session.flush()  # two at once: the second fails here, and finds it next time
    return arrived


def _one(session: Session, table: Any, code: str) -> Any:
    # Any: Agency or Procedure, which are both found by their code.
    return session.exec(select(table).where(table.code == code)).first()


def _keep(
    work: Work,
    arrived: ArrivedDossier,
    arrival: Arrival,
    place: tuple[Procedure, Agency],
) -> None:
    procedure, agency = place
    dossier = become_dossier(work, arrival, procedure, agency)
    dossier.arrived_from, dossier.their_code = arrived.system, arrival.code
    event, facts = f"arrived_{arrived.system}", {"their_code": arrival.code}
    note_line(work, dossier, Line(event, facts, by=dossier.submitter_name))
    dossier.code = next_code(work.session, agency.code, work.now)
    work.session.add(dossier)
    work.session.flush()
    arrived.parked, arrived.dossier_id = "", dossier.id
    record(work, "arrivals.taken_over", dossier.id, system=arrived.system)
    tell_people(work, dossier, Subject.SUBMITTED, str(dossier.id))
    announce(work, dossier)
