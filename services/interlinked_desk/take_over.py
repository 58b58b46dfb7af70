"""Make a declaration another portal hands over one of ours, with its legs."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from services.accounts.models import Account
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Forbidden
from services.core.readers import Unreadable, read_citizen_id
from services.core.text import clean, name_key
from services.core.working_days import add_working_hours
from services.counter.people import account_of_number, walk_in_account
from services.dossiers.calendar import work_calendar
from services.dossiers.freeze_form import FrozenForm
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.numbering import next_code
from services.dossiers.snapshot import SNAPSHOT, FrozenUnit, Snapshot, freeze_file
from services.dossiers.time_limits import RECEIVE_HOURS
from services.eforms.current_eform import current_eform, stored_definition
from services.files.models import StoredFile
from services.files.rules import UploadLimits
from services.files.take_in import Brought, take_in
from services.files.verdicts import FileKind
from services.integrations.interlinked_services.port import Declaration, SentFile
from services.interlinked.bundles import bundles
from services.interlinked.hand_in import plan_legs
from services.interlinked.open_leg import open_legs
from services.interlinked_desk.models import ArrivedBundle
from services.interlinked_desk.read_back import read_back
from services.procedures.models import Agency, Procedure, Sector
from services.processing.announce import announce
from services.work import Work

LIMITS = UploadLimits(kinds=frozenset(FileKind))
OTHER = "other"
LONGEST_PHONE = 20


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
    eform_id = current_eform(work.session, procedure.code, local_day(work.now))
    definition = stored_definition(work.session, eform_id)
    form = read_back(work, definition, declaration.fields) if definition else None
    values = form.values if form else {}
    account = _account(work, agency.id, values)
    applicant = definition.applicant if definition else ""
    name = clean(str(values.get(applicant) or account.full_name))
    dossier = Dossier(
        status=DossierStatus.SUBMITTED,
        account_id=account.id,
        procedure_id=procedure.id,
        agency_id=agency.id,
        is_bundle=True,
        eform_id=eform_id,
        applicant_name=name,
        applicant_key=name_key(name),
        submitter_name=str(values.get("nyc_name") or account.full_name),
        submitter_phone=str(values.get("nyc_phone") or "")[:LONGEST_PHONE],
        submitter_birth_date=account.birth_date,
        submitted_at=work.now,
        receive_by=add_working_hours(
            work_calendar(work, agency.id), work.now, RECEIVE_HOURS
        ),
        created_at=work.now,
        updated_at=work.now,
    )
    files = [_file(work, one, dossier.id) for one in declaration.files]
    dossier.frozen = _frozen(work, (procedure, agency), form, files, name)
    work.session.add(dossier)
    work.session.flush()
    note_event(work, dossier, "submitted", {"door": declaration.door})
    dossier.code = next_code(work.session, agency.code, work.now)
    work.session.add(dossier)
    work.session.flush()
    return dossier


def _account(
    work: Work, agency_id: UUID, values: dict[str, Any]
) -> Account:  # Any: JSON
    """Return whose dossier it is: an account here, or one nobody signs in to yet."""
    try:
        number = str(read_citizen_id(str(values.get("nyc_citizen_id", ""))))
    except Unreadable:
        number = ""
    name = str(values.get("nyc_name") or "")
    phone = str(values.get("nyc_phone") or "")
    found = account_of_number(work.session, number)
    there = replace(work, actor=replace(work.actor, agency_id=agency_id))
    return found or walk_in_account(there, name, None, number, phone)


def _file(work: Work, sent: SentFile, dossier_id: UUID) -> StoredFile:
    brought = Brought(sent.name, sent.data)
    return take_in(work, brought, dossier_id, (dossier_id, OTHER), LIMITS)


def _frozen(
    work: Work,
    place: tuple[Procedure, Agency],
    form: FrozenForm | None,
    files: list[StoredFile],
    applicant: str,
) -> dict[str, Any]:  # Any: JSON
    procedure, agency = place
    sector = work.session.get(Sector, procedure.sector_id)
    values = form.values if form else {}
    asked = ("submitter_name", "submitter_phone", "submitter_email")
    said = {
        one: str(values.get(one.replace("submitter", "nyc")) or "") for one in asked
    }
    said["applicant_name"] = applicant
    snapshot = Snapshot(
        procedure_code=procedure.code,
        procedure_name=procedure.name,
        sector=sector.name if sector else "",
        catalogue_of=procedure.updated_at,
        time_limit=procedure.time_limit,
        time_limit_unit=str(procedure.time_limit_unit),
        cut_off=procedure.cut_off,
        process=procedure.process,
        unit=FrozenUnit(agency.code, agency.name, agency.address, agency.phone),
        case_name="",
        values=dict(said),
        typed=said,
        components=(),
        other_files=tuple(freeze_file(file) for file in files),
        fees=(),
        form=form,
    )
    frozen: dict[str, Any] = SNAPSHOT.dump_python(snapshot, mode="json")
    return frozen
