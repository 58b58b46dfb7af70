"""Give the officer the dossier that is due first (Lấy hồ sơ tiếp theo)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import NotFound
from services.dossiers.models import Dossier, DossierStatus
from services.processing.desk import deadline, is_current_step, is_free, of_agency
from services.processing.hold import hold
from services.processing.models import DossierStep, ReceptionHold
from services.processing.take_step import hold_step
from services.signals import desk_topics, tell
from services.work import Role, Work


class Stage(StrEnum):
    """Which page the dossier is worked on."""

    RECEPTION = "reception"
    PROCESSING = "processing"


@dataclass(frozen=True)
class NextDossier:
    """The dossier that is the officer's now."""

    code: str
    stage: Stage


def next_dossier(work: Work) -> NextDossier | None:
    """Take the free dossier that is due first; two officers never get the same.

    A new one is held for a while; of one in process, the step is taken.
    """
    roles = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    officer_id = work.actor.require_officer(*roles)
    if work.actor.agency_id is None:
        raise NotFound("agency")
    new = _new(work) if Role.INTAKE in work.actor.roles else None
    free = _free(work)
    if new and (free is None or _due(new.receive_by) <= _due(free[1].due_at)):
        if not hold(work, new, officer_id):  # a colleague was quicker: look again
            return next_dossier(work)
        return _given(work, new, Stage.RECEPTION)
    if free is None:
        return None
    dossier, step = free
    hold_step(work, dossier, step, officer_id)
    tell(work.session, *desk_topics([work.actor.agency_id]))
    return _given(work, dossier, Stage.PROCESSING)


def _new(work: Work) -> Dossier | None:
    held = select(ReceptionHold.dossier_id).where(
        ReceptionHold.officer_id != work.actor.account_id,
        col(ReceptionHold.until) > work.now,
    )
    query = (
        select(Dossier)
        .where(
            of_agency(_agency(work)),
            Dossier.status == DossierStatus.SUBMITTED,
            col(Dossier.id).not_in(held),
        )
        .order_by(col(Dossier.receive_by).asc().nulls_last(), col(Dossier.code))
        .limit(1)
    )
    query = query.with_for_update(skip_locked=True)
    return work.session.exec(query).first()


def _free(work: Work) -> tuple[Dossier, DossierStep] | None:
    query = (
        select(Dossier, DossierStep)
        .join(DossierStep, is_current_step())
        .where(
            of_agency(_agency(work)),
            Dossier.status == DossierStatus.PROCESSING,
            is_free(work.actor),
        )
        .order_by(deadline().asc().nulls_last(), col(Dossier.code))
        .limit(1)
        # Both rows: a step taken a moment ago is seen as it is now, and passed over.
        .with_for_update(of=[Dossier, DossierStep], skip_locked=True)
        .execution_options(populate_existing=True)
    )
    found = work.session.exec(query).first()
    return None if found is None else (found[0], found[1])


def _given(work: Work, dossier: Dossier, stage: Stage) -> NextDossier:
    record(work, "next_dossier", dossier.id, stage=stage)
    return NextDossier(dossier.code or "", stage)


def _agency(work: Work) -> UUID:
    if work.actor.agency_id is None:
        raise NotFound("agency")
    return work.actor.agency_id


def _due(moment: datetime | None) -> float:
    return float("inf") if moment is None else moment.timestamp()
