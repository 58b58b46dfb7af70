"""A citizen at a counter: procedure, unit, draft; and dossiers handed in."""

import dataclasses
import itertools
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session

from services.accounts.models import Account, AccountKind
from services.accounts.new_picture_code import new_picture_code, picture_answer
from services.accounts.prove_human import HumanProof
from services.dossiers.models import Dossier
from services.dossiers.submit import Submitted, submit_dossier
from services.procedures.models import (
    Agency,
    AgencyLevel,
    CaseKind,
    FeeKind,
    OnlineLevel,
    Procedure,
    ProcedureCase,
    ProcedureComponent,
    ProcedureFee,
    ProcedureUnit,
    Sector,
    TimeUnit,
)
from services.work import Actor, Role, Work
from tests.conftest import NOON
from tests.factories.files import make_stored_file

_UNITS = itertools.count()  # never twice in a run, and never a unit of the seed

ANSWERS = {
    "submitter_name": "Nguyễn Thị Ánh Tuyết",
    "submitter_birth_date": "31/12/1990",
    "submitter_address": "Tổ 5, phường Tích Lương, tỉnh Thái Nguyên",
    "submitter_phone": "0900 000 001",
    "request": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
}


@dataclass(frozen=True)
class Filing:
    """A procedure that one unit receives, and a citizen who wants it."""

    account: Account
    agency: Agency
    procedure: Procedure
    component: ProcedureComponent

    @property
    def citizen(self) -> Actor:
        """The citizen, signed in."""
        return Actor(
            account_id=self.account.id, name=self.account.full_name, browser="browser"
        )

    @property
    def officer(self) -> Actor:
        """A receiving officer of the unit."""
        return make_officer(self.agency.id)


def make_officer(agency_id: UUID, *roles: Role) -> Actor:
    """Return an officer signed in at a unit."""
    held = frozenset(roles or (Role.INTAKE,))
    return Actor(account_id=uuid4(), is_officer=True, agency_id=agency_id, roles=held)


def make_citizen(session: Session, **values: Any) -> Account:
    """Return a citizen's account without anything that must be unique."""
    account = Account(
        kind=AccountKind.CITIZEN,
        full_name=values.pop("full_name", "Nguyễn Thị Ánh Tuyết"),
        password_hash="none",
        created_at=NOON,
        **values,
    )
    session.add(account)
    session.flush()
    return account


def _unit_code() -> str:
    one, other = divmod(next(_UNITS), 900)
    return f"H55.{one + 10}.{other + 100}"


def make_filing(session: Session, fee: int = 75_000, **values: Any) -> Filing:
    """Return a procedure with one required paper; values: its columns."""
    mark = uuid4().hex[:6]
    sector = Sector(code=mark, name="Xây dựng")
    agency = Agency(
        code=_unit_code(),
        name="Phường Tích Lương",
        level=AgencyLevel.COMMUNE,
    )
    given: dict[str, Any] = {
        "code": f"9.{mark}",
        "name": "Cấp giấy phép xây dựng nhà ở riêng lẻ",
        "sector_id": sector.id,
        "online_level": OnlineLevel.FULL,
        "time_limit": 3,
        "time_limit_unit": TimeUnit.WORKING_DAY,
        "is_filed_here": True,
        "updated_at": NOON,
    }
    procedure = Procedure(**given | values)
    session.add_all([sector, agency])
    session.flush()
    session.add(procedure)
    session.flush()
    component = make_component(session, procedure, required=True)
    session.add(ProcedureUnit(procedure_id=procedure.id, agency_id=agency.id))
    charge = ProcedureFee(
        procedure_id=procedure.id, position=0, kind=FeeKind.CHARGE, amount=fee
    )
    session.add(charge)
    session.flush()
    return Filing(make_citizen(session), agency, procedure, component)


def make_component(
    session: Session,
    procedure: Procedure,
    code: str = "G01",
    kind: CaseKind = CaseKind.SUBMIT,
    **values: Any,
) -> ProcedureComponent:
    """Return a paper in a case of its own."""
    position = int(code[1:])
    case = ProcedureCase(
        procedure_id=procedure.id,
        position=position,
        name=f"Trường hợp {code}",
        kind=kind,
    )
    session.add(case)
    session.flush()
    component = ProcedureComponent(
        procedure_id=procedure.id,
        case_id=case.id,
        position=position,
        code=code,
        name=f"Giấy tờ {code}",
        **values,
    )
    session.add(component)
    session.flush()
    return component


def make_draft(session: Session, filing: Filing, **values: Any) -> Dossier:
    """Return a draft that lacks nothing but its paper."""
    given: dict[str, Any] = {
        "account_id": filing.account.id,
        "procedure_id": filing.procedure.id,
        "agency_id": filing.agency.id,
        "draft_key": uuid4().hex,
        "answers": dict(ANSWERS),
        "created_at": NOON,
        "updated_at": NOON,
    }
    dossier = Dossier(**given | values)
    session.add(dossier)
    session.flush()
    return dossier


def make_ready_draft(session: Session, filing: Filing, **values: Any) -> Dossier:
    """Return a draft that can be handed in."""
    draft = make_draft(session, filing, **values)
    make_stored_file(session, filing.account.id, draft.id)
    return draft


def make_proof(work: Work) -> HumanProof:
    """Return a picture code read rightly by this work's browser."""
    code_id = new_picture_code(work)
    return HumanProof(code_id, picture_answer(work.secret, code_id))


def make_submitted(work: Work, filing: Filing, **values: Any) -> Submitted:
    """Return a dossier handed in by the citizen of the filing; Any: columns."""
    mine = dataclasses.replace(work, actor=filing.citizen)
    draft = make_ready_draft(work.session, filing, **values)
    submitted = submit_dossier(mine, draft.id, True, make_proof(mine)).submitted
    assert submitted is not None
    return submitted
