"""Officers of a unit, and dossiers as far along as a test needs them."""

import dataclasses
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session, select

from services.accounts.models import Account, AccountKind
from services.accounts.officer_models import OfficerPost
from services.dossiers.models import Dossier, DossierStatus
from services.processing.finish_step import finish_step
from services.processing.receive import Received, receive
from services.processing.reception_form import ReceptionForm
from services.processing.save_verdict import save_verdict
from services.processing.take_step import take_step
from services.results.attach_result import attach_result
from services.work import Actor, Role, Work
from tests.conftest import NOON
from tests.factories.dossiers import Filing, make_filing, make_submitted
from tests.factories.files import make_stored_file

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    """A unit with one officer of each kind, and what it receives."""

    filing: Filing
    intake: Actor
    handler: Actor
    approver: Actor


def make_account_officer(
    session: Session, agency_id: UUID | None, *roles: Role, name: str = "Lê Thu Hà"
) -> Actor:
    """Return an officer who has an account, as every act is signed by one."""
    account = Account(
        kind=AccountKind.OFFICER,
        sign_in_name=uuid4().hex,
        full_name=name,
        password_hash="none",
        created_at=NOON,
    )
    session.add(account)
    session.flush()
    post = OfficerPost(
        account_id=account.id,
        agency_id=agency_id,
        roles=[str(role) for role in roles],
        starts_at=LONG_AGO,
        granted_at=LONG_AGO,
        confirmed_at=LONG_AGO,
    )
    session.add(post)
    session.flush()
    return Actor(
        account_id=account.id,
        name=name,
        is_officer=True,
        agency_id=agency_id,
        roles=frozenset(roles),
        post_id=post.id,
    )


def make_desk(session: Session, fee: int = 0, **procedure: Any) -> Desk:
    """Return a unit ready to work; with a fee its dossiers wait until it is paid."""
    filing = make_filing(session, fee=fee, **procedure)
    agency_id = filing.agency.id
    return Desk(
        filing=filing,
        intake=make_account_officer(session, agency_id, Role.INTAKE),
        handler=make_account_officer(
            session, agency_id, Role.PROCESSING, name="Trần Văn Thụ"
        ),
        approver=make_account_officer(
            session, agency_id, Role.APPROVER, name="Phạm Thị Duyệt"
        ),
    )


def acting(work: Work, actor: Actor, hours: float = 0) -> Work:
    """Return the same work in somebody else's hands, perhaps later."""
    return dataclasses.replace(work, actor=actor, now=work.now + timedelta(hours=hours))


def make_form(**values: Any) -> ReceptionForm:
    """Return a form without a fault, on a dossier as it was handed in."""
    given: dict[str, Any] = {
        "birth_date": "31/12/1990",
        "phone": "0912 000 001",
        "version": 2,
    }
    return ReceptionForm(**given | values)


def make_new(work: Work, desk: Desk, **values: Any) -> str:
    """Return the code of a dossier that waits for reception; Any: columns."""
    return make_submitted(work, desk.filing, **values).code


def make_received(work: Work, desk: Desk, **values: Any) -> Received:
    """Return a dossier received by the desk; Any: columns."""
    code = make_new(work, desk, **values)
    at_desk = acting(work, desk.intake)
    save_verdict(at_desk, code, "G01", True)
    return receive(at_desk, code, make_form(), "receive")


def make_handled(
    work: Work, desk: Desk, with_result: bool = True, **values: Any
) -> str:
    """Return a dossier that waits for approval; Any: columns."""
    code = make_received(work, desk, **values).code
    mine = acting(work, desk.handler)
    version = take_step(mine, code).version
    if with_result:
        file_id = make_result_file(work, code, desk.handler)
        version = attach_result(mine, code, file_id, "12/GP-UBND").version
    finish_step(mine, code, "Đủ điều kiện cấp phép", "handled", version)
    return code


def make_ready(work: Work, desk: Desk, **values: Any) -> str:
    """Return a dossier whose result waits for the person; Any: columns."""
    code = make_handled(work, desk, **values)
    boss = acting(work, desk.approver)
    version = take_step(boss, code).version
    finish_step(boss, code, "", "approved", version)
    return code


def make_result_file(work: Work, code: str, sender: Actor, **values: Any) -> UUID:
    """Return a file sent as the result of a dossier."""
    assert sender.account_id is not None
    given: dict[str, Any] = {"slot": "result", "name": "giấy phép.pdf"}
    dossier = dossier_of(work, code)
    file = make_stored_file(
        work.session, sender.account_id, dossier.id, **given | values
    )
    return file.id


def dossier_of(work: Work, code: str) -> Dossier:
    """Return the row, as the database has it."""
    return work.session.exec(select(Dossier).where(Dossier.code == code)).one()


def make_many_new(session: Session, desk: Desk, count: int) -> None:
    """Add dossiers that wait for reception, without their contents."""
    session.add_all(
        Dossier(
            status=DossierStatus.SUBMITTED,
            account_id=desk.filing.account.id,
            procedure_id=desk.filing.procedure.id,
            agency_id=desk.filing.agency.id,
            code=f"{desk.filing.agency.code}-261120-{number:04d}",
            applicant_name="Nông Văn Bình",
            applicant_key="nong van binh",
            submitted_at=NOON - timedelta(days=3),
            receive_by=NOON + timedelta(minutes=number),
            created_at=NOON,
            updated_at=NOON,
        )
        for number in range(1, count + 1)
    )
    session.flush()
