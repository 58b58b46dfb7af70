"""What belongs to a unit's desk: a draft at its counter, slips, lists, questions.

Every part bears the mark of whose it is, where a screen of theirs would show it.
"""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session, col, select

from services.accounts.keys import token_hash
from services.core.clock import local_day
from services.counter.begin_at_counter import PersonForm, Wish, begin_at_counter
from services.counter.models import CounterCase
from services.decisions.models import DecisionKind
from services.dossiers.models import Dossier
from services.outbox.models import MessageState, OutboxMessage
from services.oversight.models import DeskExport, DeskView, Reminder
from services.papers.check_keys import check_key
from services.processes.models import ProcessVersion
from services.processing.desk_filters import QueueFilter
from services.processing.models import DossierStep
from services.processing.step_models import HoldWish, StepOpinion
from services.processing.take_step import take_step
from services.registers.models import (
    Every,
    ExportKind,
    ExportState,
    RegisterExport,
    ReportSchedule,
)
from services.slips.paper_kinds import PAPER_OF
from services.slips.slips_of import slips_of
from services.work import Actor, Work
from tests.factories.decisions import make_proposed
from tests.factories.dossiers import make_filing
from tests.factories.eforms import make_definition, make_eform
from tests.factories.files import make_stored_file
from tests.factories.processing import Desk, acting, dossier_of, make_new, make_received

STEPS = (
    {"key": "giai-quyet", "name": "Giải quyết", "role": "processing", "share": 0.8},
    {"key": "phe-duyet", "name": "Phê duyệt", "role": "approver", "share": 0.2},
)


@dataclass(frozen=True)
class Office:
    """What an officer has; by itself, the names of what never was."""

    agency_code: str = "999.99"
    counter_draft_id: UUID = field(default_factory=uuid4)
    screen_key: str = "z" * 43
    opinion_id: UUID = field(default_factory=uuid4)
    process_id: UUID = field(default_factory=uuid4)
    form_code: str = "KHONGCO"
    decided_code: str = "H55.999-200101-0003"  # a stop waits for the leader
    decision_id: UUID = field(default_factory=uuid4)
    refused_code: str = "H55.999-200101-0004"
    slip_key: str = "a" * 40
    export_id: UUID = field(default_factory=uuid4)
    asked_export_id: UUID = field(default_factory=uuid4)  # waits for the leader
    schedule_id: UUID = field(default_factory=uuid4)
    sheet_id: UUID = field(default_factory=uuid4)  # of the desk, ordered
    view_id: UUID = field(default_factory=uuid4)
    reminder_id: UUID = field(default_factory=uuid4)
    wish_id: UUID = field(default_factory=uuid4)
    row_id: UUID = field(default_factory=uuid4)  # a dossier on the desk's list
    message_id: UUID = field(default_factory=uuid4)  # to another system, about it
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manned:
    """The desk, the officer who has it all, and the citizen's mark."""

    desk: Desk
    officer: Actor
    mark: str = ""
    # Any: columns of every dossier that is made.
    columns: dict[str, Any] = field(default_factory=dict)


def make_slip(work: Work, manned: Manned) -> tuple[str, str]:
    """Return a dossier that was refused before reception, and its slip's key."""
    code = make_new(work, manned.desk, **manned.columns)
    ground = f"Hồ sơ không thuộc thẩm quyền giải quyết, {manned.mark}"
    given = {"refusal": "not_accepted", "ground": ground}
    make_proposed(work, code, manned.desk.intake, DecisionKind.REFUSE, **given)
    slip = slips_of(work.session, dossier_of(work, code).id)[0]
    return code, check_key(work, PAPER_OF[slip.kind], slip.id)


def make_office(
    work: Work, manned: Manned, mark: str, codes: tuple[str, str]
) -> tuple[Office, dict[str, UUID]]:
    """Make one of everything; return its names, and its files by kind.

    `codes` are a dossier that waits for reception and one whose result is ready.
    """
    agency = manned.desk.filing.agency
    waiting, ready = (dossier_of(work, code) for code in codes)
    draft_id, scan_id = _at_counter(work, manned, mark)
    refused, slip_key = make_slip(work, manned)
    decided, decision_id = _decided(work, manned)
    opinion_id, paper_id = _asked(work, manned, ready.id, mark)
    made, asked, schedule = _exports(work, manned, mark)
    lists = _lists(work, manned, mark, waiting.id)
    preview = f"previews/{manned.officer.account_id}-{waiting.id}"
    work.storage.put(preview, b"%PDF-1.4\n% a preview\n%%EOF\n")
    office = Office(
        agency_code=agency.code,
        counter_draft_id=draft_id,
        screen_key=_screen(work.session, draft_id, work),
        opinion_id=opinion_id,
        process_id=_process(work, manned),
        form_code=_form(work),
        decided_code=decided,
        decision_id=decision_id,
        refused_code=refused,
        slip_key=slip_key,
        export_id=made,
        asked_export_id=asked,
        schedule_id=schedule,
        wish_id=_wish(work, manned, decided),
        row_id=waiting.id,
        message_id=_message(work, waiting.id, mark),
        marks=(mark,),
        **lists,
    )
    return office, {"scan_at_counter": scan_id, "paper_asked_about": paper_id}


def _message(work: Work, dossier_id: UUID, mark: str) -> UUID:
    """Return what the national portal is owed of a dossier, answered with the mark."""
    query = select(OutboxMessage).where(OutboxMessage.dossier_id == dossier_id)
    owed = work.session.exec(query.order_by(col(OutboxMessage.sequence))).first()
    assert owed is not None  # every dossier is told to the national portal
    owed.state, owed.answer = MessageState.REFUSED, mark
    work.session.add(owed)
    work.session.flush()
    return owed.id


def _at_counter(work: Work, manned: Manned, mark: str) -> tuple[UUID, UUID]:
    person = PersonForm(mark, "02/09/1990", "0900 000 805")
    wish = Wish((manned.desk.filing.procedure.code,))
    at_desk = acting(work, manned.officer)
    [draft_id] = begin_at_counter(at_desk, person, wish, uuid4().hex)
    whose = work.session.get_one(Dossier, draft_id).account_id
    scan = make_stored_file(work.session, whose, draft_id, has_thumbnail=True)
    return draft_id, scan.id


def _case(session: Session, draft_id: UUID) -> CounterCase:
    query = select(CounterCase).where(CounterCase.dossier_id == draft_id)
    return session.exec(query).one()


def _screen(session: Session, draft_id: UUID, work: Work) -> str:
    case, key = _case(session, draft_id), uuid4().hex
    case.screen_hash = token_hash(key)
    case.screen_until = work.now + timedelta(hours=9)
    session.add(case)
    return key


def _decided(work: Work, manned: Manned) -> tuple[str, UUID]:
    desk = manned.desk
    code = make_received(work, desk, **manned.columns).code
    take_step(acting(work, desk.handler), code)
    ground = f"Người nộp không bổ sung trong hạn, {manned.mark}"
    asked = make_proposed(work, code, desk.handler, DecisionKind.STOP, ground=ground)
    return code, asked.decision_id


def _step(work: Work, dossier_id: UUID) -> DossierStep:
    query = select(DossierStep).where(DossierStep.dossier_id == dossier_id)
    found = work.session.exec(query.order_by(col(DossierStep.position))).first()
    assert found is not None
    return found


def _asked(
    work: Work, manned: Manned, dossier_id: UUID, mark: str
) -> tuple[UUID, UUID]:
    officer, asker = manned.officer, manned.desk.handler.account_id
    assert officer.account_id
    assert officer.agency_id
    assert asker
    opinion = StepOpinion(
        dossier_id=dossier_id,
        step_id=_step(work, dossier_id).id,
        asked_by_id=asker,
        asked_at=work.now,
        officer_id=officer.account_id,
        agency_id=officer.agency_id,
        question=f"Theo đồng chí có cấp được không? {mark}",
        due_at=work.now + timedelta(days=2),
    )
    work.session.add(opinion)
    owner = manned.desk.filing.account.id
    paper = make_stored_file(
        work.session, owner, dossier_id, has_thumbnail=True, sealed_at=work.now
    )
    return opinion.id, paper.id


def _exports(work: Work, manned: Manned, mark: str) -> tuple[UUID, UUID, UUID]:
    officer, agency_id = manned.officer, manned.desk.filing.agency.id
    assert officer.account_id
    given: dict[str, Any] = {
        "agency_id": agency_id,
        "asked_by_id": officer.account_id,
        "asked_by_name": officer.name,
        "asked_at": work.now,
        "kind": ExportKind.SHEET,
        "wanted": {},
        "purpose": f"Báo cáo cuối tháng, {mark}",
    }
    made = RegisterExport(
        **given,
        state=ExportState.READY,
        counted_at=work.now,
        expires_at=work.now + timedelta(days=7),
        intent=uuid4().hex,
    )
    asked = RegisterExport(
        **given, is_full=True, state=ExportState.WAITING, intent=uuid4().hex
    )
    schedule = ReportSchedule(
        agency_id=agency_id,
        owner_id=officer.account_id,
        post_id=officer.post_id,
        name=f"Hằng tuần, {mark}",
        kind=ExportKind.REPORT,
        wanted={},
        by="procedure",
        every=Every.WEEK,
        email="can.bo@example.vn",
        next_on=local_day(work.now) + timedelta(days=7),
        created_at=work.now,
    )
    work.session.add_all([made, asked, schedule])
    work.session.flush()
    work.storage.put(f"exports/{made.id}", b"PK a sheet")
    return made.id, asked.id, schedule.id


def _lists(work: Work, manned: Manned, mark: str, dossier_id: UUID) -> dict[str, UUID]:
    officer, agency_id = manned.officer, manned.desk.filing.agency.id
    boss = manned.desk.approver
    assert officer.account_id
    assert boss.account_id
    sheet = DeskExport(
        account_id=officer.account_id,
        agency_id=agency_id,
        at=work.now + timedelta(hours=2),  # to be fetched as long as the tests run
        purpose=f"Giao ban, {mark}",
        filters={"queue": QueueFilter().queue},
        rows=1,
    )
    view = DeskView(
        account_id=officer.account_id,
        name=f"Việc {mark}",
        name_key=f"viec {mark}".lower(),
        filters={},
        created_at=work.now,
    )
    reminder = Reminder(
        dossier_id=dossier_id,
        agency_id=agency_id,
        holder_id=officer.account_id,
        by_id=boss.account_id,
        by_name=boss.name,
        day=local_day(work.now),
        at=work.now,
    )
    work.session.add_all([sheet, view, reminder])
    work.session.flush()
    return {"sheet_id": sheet.id, "view_id": view.id, "reminder_id": reminder.id}


def _wish(work: Work, manned: Manned, code: str) -> UUID:
    """A colleague would like to have what the handler holds."""
    asker, dossier = manned.desk.approver, dossier_of(work, code)
    assert asker.account_id
    wish = HoldWish(
        dossier_id=dossier.id,
        step_id=_step(work, dossier.id).id,
        asked_by_id=asker.account_id,
        asked_by_name=asker.name,
        at=work.now,
        reason="Tôi đang thụ lý việc liên quan",
    )
    work.session.add(wish)
    work.session.flush()
    return wish.id


def _form(work: Work) -> str:
    """A form of its own, by which no procedure asks."""
    code = f"W{uuid4().hex[:12].upper()}"
    make_eform(work, make_definition(code=code, procedures=["9.walls"]))
    return code


def _process(work: Work, manned: Manned) -> UUID:
    """A draft for a procedure that nothing else is made of: it rules nothing."""
    version = ProcessVersion(
        process_id=uuid4(),
        version=1,
        name="Quy trình thử",
        procedure_code=make_filing(work.session).procedure.code,
        valid_from=local_day(work.now) + timedelta(days=30),
        steps=[dict(step) for step in STEPS],
        written_by_id=manned.desk.approver.account_id,
        written_at=work.now,
    )
    work.session.add(version)
    work.session.flush()
    return version.process_id


def without(office: Office) -> Office:
    """Return the names of what never was, with the marks of this office."""
    return replace(Office(), marks=office.marks)
