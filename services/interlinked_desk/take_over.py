"""Make a declaration another portal hands over one of ours, with its legs."""

from typing import Any

from sqlmodel import Session, select

from services.arrivals.become_dossier import become_dossier
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Forbidden
from services.dossiers.models import Dossier
from services.dossiers.note_event import note_event
from services.dossiers.numbering import next_code
from services.eforms.current_eform import current_eform, stored_definition
from services.eforms.definition import PREFIX
from services.integrations.arriving import Arrival, ArrivedPaper, ArrivedPerson
from services.integrations.interlinked_services.port import Declaration
from services.interlinked.bundles import bundles
from services.interlinked.hand_in import plan_legs
from services.interlinked.open_leg import open_legs
from services.interlinked_desk.models import ArrivedBundle
from services.interlinked_desk.read_back import read_back
from services.procedures.models import Agency, Procedure
from services.processing.announce import announce
from services.work import Work

ASKER = f"{PREFIX}nyc_"  # người yêu cầu: who declares


def take_over(work: Work, declaration: Declaration) -> ArrivedBundle:
    """Keep it once, whatever is said how often; acknowledged is it afterwards.

    One whose unit or procedure nobody here knows is parked with the reason, and
    looked at again at every round: nothing is lost and nothing is acknowledged.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    arrived = _row(work, declaration)
    if arrived.dossier_id is not None:
        return arrived
    waiting = declaration.waiting
    agency = _one(work.session, Agency, waiting.unit)
    procedure = _one(work.session, Procedure, waiting.procedure)
    bundle = bundles().get(waiting.procedure)
    if agency is None:
        arrived.parked = "unit"
    elif procedure is None or bundle is None:
        arrived.parked = "procedure"
    else:
        dossier = _dossier(work, declaration, procedure, agency)
        plan_legs(work, dossier, bundle)
        open_legs(work, dossier)
        arrived.parked, arrived.dossier_id = "", dossier.id
        record(work, "interlinked.taken_over", dossier.id, door=declaration.door)
        announce(work, dossier)
    work.session.add(arrived)
    work.session.flush()
    return arrived


def _row(work: Work, declaration: Declaration) -> ArrivedBundle:
    waiting = declaration.waiting
    query = select(ArrivedBundle).where(ArrivedBundle.their_id == waiting.id)
    found = work.session.exec(query.with_for_update()).first()
    if found is not None:
        return found
    arrived = ArrivedBundle(
        their_id=waiting.id,
        code=waiting.code,
        door=declaration.door[:40],
        unit=waiting.unit,
        procedure=waiting.procedure,
        module=waiting.module,
        technical_id=waiting.technical_id,
        received_at=waiting.received_at,
        arrived_at=work.now,
    )
    work.session.add(arrived)
    work.session.flush()  # two at once: the second fails here, and finds it next time
    return arrived


def _one(session: Session, table: Any, code: str) -> Any:
    # Any: Agency or Procedure, which are both found by their code.
    return session.exec(select(table).where(table.code == code)).first()


def _dossier(
    work: Work, declaration: Declaration, procedure: Procedure, agency: Agency
) -> Dossier:
    arrival = _arrival(work, declaration, procedure)
    dossier = become_dossier(work, arrival, procedure, agency)
    dossier.is_bundle = True
    note_event(work, dossier, "submitted", {"door": declaration.door})
    dossier.code = next_code(work.session, agency.code, work.now)
    work.session.add(dossier)
    work.session.flush()
    return dossier


def _arrival(work: Work, declaration: Declaration, procedure: Procedure) -> Arrival:
    """Return the declaration as any dossier that arrives; its form says who asks."""
    eform_id = current_eform(work.session, procedure.code, local_day(work.now))
    definition = stored_definition(work.session, eform_id)
    answers = read_back(definition, declaration.fields) if definition else {}
    waiting = declaration.waiting
    return Arrival(
        code=waiting.code,
        unit=waiting.unit,
        procedure=waiting.procedure,
        submitted_at=waiting.received_at,
        submitter=ArrivedPerson(
            name=answers.get(ASKER + "name", ""),
            number=answers.get(ASKER + "citizen_id", ""),
            phone=answers.get(ASKER + "phone", ""),
            email=answers.get(ASKER + "email", ""),
        ),
        papers=tuple(ArrivedPaper(one.name, one.data) for one in declaration.files),
        answers=answers,
    )
