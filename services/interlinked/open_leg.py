"""Open the dossier of a leg whose turn has come."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import select

from services.core.working_days import add_working_hours
from services.dossiers.calendar import work_calendar
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.numbering import next_code
from services.dossiers.snapshot import SNAPSHOT, read_snapshot
from services.dossiers.time_limits import RECEIVE_HOURS
from services.interlinked.models import BundleLeg, LegState
from services.interlinked.part_of_form import part_of_form
from services.interlinked.queries import Leg, legs_of
from services.interlinked.rules import Place, next_state
from services.notifications.models import Subject
from services.notifications.notify import News, notify
from services.procedures.models import Agency, Procedure
from services.processes.in_force import frozen_process
from services.processing.announce import announce
from services.work import Work

CARRIED = (
    "account_id",
    "delegation_id",
    "principal_id",
    "agency_id",
    "applicant_name",
    "applicant_key",
    "submitter_name",
    "submitter_phone",
    "submitter_birth_date",
    "delivery",
)


def open_legs(work: Work, declaration: Dossier) -> Sequence[Leg]:
    """Open what may be opened now, drop what cannot be any more; return the legs."""
    changed = True
    while changed:
        legs = legs_of(work.session, declaration.id)
        places = places_of(legs)
        changed = False
        for leg, _ in legs:
            if leg.state is not LegState.WAITING:
                continue
            leg.state = next_state(leg.after, places)
            if leg.state is LegState.WAITING:
                continue
            changed = True
            if leg.state is LegState.OPEN:
                leg.dossier_id = _open(work, declaration, leg).id
            work.session.add(leg)
            work.session.flush()
    return legs


def places_of(legs: Sequence[Leg]) -> list[Place]:
    """Return code, state and status of every leg."""
    return [(leg.code, leg.state, own.status if own else None) for leg, own in legs]


def _open(work: Work, declaration: Dossier, leg: BundleLeg) -> Dossier:
    """Begin the leg with what was declared once; nobody types anything again."""
    procedure = work.session.exec(
        select(Procedure).where(Procedure.id == leg.procedure_id)
    ).one()
    dossier = Dossier(
        **{name: getattr(declaration, name) for name in CARRIED},
        status=DossierStatus.SUBMITTED,
        procedure_id=procedure.id,
        declaration_id=declaration.id,
        eform_id=declaration.eform_id if leg.has_office_part else None,
        frozen=_frozen(work, declaration, leg, procedure),
        submitted_at=work.now,
        receive_by=add_working_hours(
            work_calendar(work, declaration.agency_id), work.now, RECEIVE_HOURS
        ),
        created_at=work.now,
        updated_at=work.now,
    )
    work.session.add(dossier)
    work.session.flush()
    note_event(work, dossier, "leg_opened", {"declaration": declaration.code or ""})
    code = str(dossier.frozen["unit"]["code"])
    dossier.code = next_code(work.session, code, work.now)
    work.session.add(dossier)
    work.session.flush()
    announce(work, dossier)
    if leg.after:  # the first ones are told of with the declaration
        _tell(work, dossier, procedure)
    return dossier


def _frozen(
    work: Work, declaration: Dossier, leg: BundleLeg, procedure: Procedure
) -> dict[str, Any]:
    """Return the declaration as this leg's office sees it: only the papers it needs.

    Any: JSON of a snapshot.
    """
    whole = SNAPSHOT.dump_python(read_snapshot(declaration), mode="json")
    frozen: dict[str, Any] = whole | {
        "procedure_code": procedure.code,
        "procedure_name": procedure.name,
        "time_limit": procedure.time_limit,
        "time_limit_unit": str(procedure.time_limit_unit),
        "cut_off": procedure.cut_off,
        "process": _process(work, declaration, procedure),
        "components": [c for c in whole["components"] if c["code"] in leg.papers],
        "fees": [],
        "form": part_of_form(work.session, declaration, leg.groups),
    }
    return frozen


def _process(
    work: Work, declaration: Dossier, procedure: Procedure
) -> list[dict[str, Any]]:  # Any: JSON of a snapshot
    """Return the steps this leg goes through at its unit, as it is opened."""
    unit = work.session.get(Agency, declaration.agency_id)
    return frozen_process(work, procedure, unit) if unit else procedure.process


def _tell(work: Work, dossier: Dossier, procedure: Procedure) -> None:
    news = News(
        subject=Subject.PROCESSING,
        key=f"leg:{dossier.id}",
        path=f"/ho-so/{dossier.code}",
        reference=dossier.id,
        facts={
            "code": dossier.code or "",
            "procedure": procedure.plain_name or procedure.name,
        },
    )
    notify(work, dossier.account_id, news)
