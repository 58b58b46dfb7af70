"""Open a draft at the counter, and what lies there (O04)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from services.accounts.models import Account, AccountStatus
from services.audit.record import record
from services.core.identifiers import mask_name
from services.counter.models import Consent, CounterCase
from services.counter.papers import Counted, earlier_results, papers_of
from services.counter.stand_in import (
    AtCounter,
    counter_draft,
    hold,
    holder_name,
    in_name_of,
    require_counter,
    stand_in,
)
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.open_draft import open_draft
from services.dossiers.open_form import FormDraft, open_form
from services.dossiers.views import DraftView
from services.procedures.models import Channel, Procedure
from services.signals import desk_topics, dossier_topic, person_topic, tell
from services.work import Work

MOST = 50


@dataclass(frozen=True)
class PaperAtCounter:
    """One component on the counter."""

    counted: Counted
    is_unopened: bool  # a copy of the vault nobody has looked at
    earlier: str  # title of a valid earlier result: no scan


@dataclass(frozen=True)
class CounterView:
    """The draft as the wizard shows it, and what the counter adds."""

    draft: DraftView
    person: str
    channel: Channel
    has_account: bool
    is_carried: bool
    holder: str  # a colleague who has it open; empty when it is the officer
    papers: dict[str, PaperAtCounter]
    to_verify: tuple[str, ...]
    consent: Consent | None
    screen_until: datetime | None
    is_screen_on: bool
    others: tuple[UUID, ...]  # taken in together with this one


@dataclass(frozen=True)
class OpenRow:
    """A draft that lies on the unit's counter."""

    dossier_id: UUID
    procedure: str
    person: str  # masked
    channel: Channel
    holder: str
    is_mine: bool
    updated_at: datetime


def open_at_counter(work: Work, dossier_id: UUID) -> CounterView:
    """Show a draft; of one a colleague has open nothing is written (R2)."""
    officer_id, _ = require_counter(work)
    dossier = counter_draft(work, dossier_id, lock=True)
    case = case_of(work.session, dossier_id)
    record(work, "counter.opened", dossier_id, person_id=dossier.account_id)
    is_held = dossier.counter_until is not None and dossier.counter_until > work.now
    is_foreign = is_held and dossier.counter_officer_id != officer_id
    if dossier.status is DossierStatus.DRAFT and not is_foreign:
        hold(work, dossier)
    theirs = in_name_of(work, dossier.account_id)
    view = open_draft(theirs, dossier_id)
    account = work.session.get_one(Account, dossier.account_id)
    until = case.screen_until
    return CounterView(
        draft=view,
        person=account.full_name,
        channel=dossier.channel,
        has_account=account.status is not AccountStatus.WALK_IN,
        is_carried=case.is_carried,
        holder=holder_name(work.session, dossier) if is_foreign else "",
        papers=_papers(AtCounter(dossier, theirs), view, str(officer_id)),
        to_verify=tuple(case.to_verify if case.verified_at is None else ()),
        consent=case.consent,
        screen_until=until,
        is_screen_on=bool(case.screen_hash) and until is not None and until > work.now,
        others=_others(work.session, case),
    )


def open_form_at_counter(work: Work, dossier_id: UUID) -> FormDraft | None:
    """Show the electronic form of a draft at the counter."""
    dossier = counter_draft(work, dossier_id)
    return open_form(in_name_of(work, dossier.account_id), dossier_id)


def drafts_at_counter(work: Work) -> tuple[OpenRow, ...]:
    """List what was begun at this unit's counter and is not received yet."""
    officer_id, agency_id = require_counter(work)
    rows = work.session.exec(
        select(Dossier, Procedure.name, Account.full_name)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .join(Account, col(Account.id) == Dossier.account_id)
        .where(
            Dossier.counter_agency_id == agency_id,
            Dossier.status == DossierStatus.DRAFT,
        )
        .order_by(col(Dossier.updated_at).desc())
        .limit(MOST)
    ).all()
    held = {row[0].counter_officer_id for row in rows} - {None}
    names = dict(
        work.session.exec(
            select(Account.id, Account.full_name).where(col(Account.id).in_(held))
        ).all()
    )
    return tuple(
        OpenRow(
            dossier.id,
            procedure,
            mask_name(person),
            dossier.channel,
            _holder(work, dossier, names),
            dossier.counter_officer_id == officer_id,
            dossier.updated_at,
        )
        for dossier, procedure, person in rows
    )


def give_back(work: Work, dossier_id: UUID) -> None:
    """End the hold: the person goes on at home, or a colleague here."""
    dossier = stand_in(work, dossier_id).dossier
    dossier.counter_until = None
    if case_of(work.session, dossier_id).is_carried:
        dossier.channel = Channel.ONLINE
    work.session.add(dossier)
    record(work, "counter.given_back", dossier_id)
    tell(work.session, dossier_topic(dossier_id), person_topic(dossier.account_id))
    if dossier.counter_agency_id:
        tell(work.session, *desk_topics([dossier.counter_agency_id]))


def case_of(session: Session, dossier_id: UUID, lock: bool = False) -> CounterCase:
    """Return what the counter keeps of a draft that lies there."""
    query = select(CounterCase).where(CounterCase.dossier_id == dossier_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return session.exec(query).one()


def _papers(at: AtCounter, view: DraftView, officer: str) -> dict[str, PaperAtCounter]:
    kept = papers_of(at.work.session, at.dossier.id)
    empty = [one.name for one in view.components if not one.files]
    earlier = earlier_results(at, empty) if empty else {}
    found = {}
    for component in view.components:
        paper = kept.get(component.code)
        counted = Counted()
        if paper:
            numbers = (paper.originals, paper.certified, paper.plain)
            counted = Counted(*numbers, paper.is_compared)
        from_vault = [file for file in component.files if file.origin]
        opened = paper.opened if paper else {}
        found[component.code] = PaperAtCounter(
            counted=counted,
            is_unopened=any(opened.get(str(f.id)) != officer for f in from_vault),
            earlier=earlier.get(component.name, "") if not component.files else "",
        )
    return found


def _others(session: Session, case: CounterCase) -> tuple[UUID, ...]:
    if case.batch_id is None:
        return ()
    query = (
        select(CounterCase.dossier_id)
        .join(Dossier, col(Dossier.id) == CounterCase.dossier_id)
        .where(
            CounterCase.batch_id == case.batch_id,
            CounterCase.dossier_id != case.dossier_id,
            Dossier.status == DossierStatus.DRAFT,
        )
    )
    return tuple(session.exec(query).all())


def _holder(work: Work, dossier: Dossier, names: dict[UUID, str]) -> str:
    is_held = dossier.counter_until is not None and dossier.counter_until > work.now
    if not is_held or dossier.counter_officer_id is None:
        return ""
    return names.get(dossier.counter_officer_id, "")
