"""What a journey begins with, brought there by use cases: another journey walked it."""

import dataclasses
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlmodel import Session, col, select

from services.accounts.models import Account
from services.accounts.officer_models import OfficerPost
from services.core import clock
from services.dossiers.models import DossierStatus
from services.dossiers.snapshot import read_snapshot
from services.dossiers.submit import submit_dossier
from services.dues.follow_payment import follow_payment
from services.eforms.models import Eform
from services.jobs import defer
from services.payments.models import PaymentRequest
from services.payments.take_cash import Slip, take_cash
from services.procedures.models import Agency, Procedure, ProcedureComponent
from services.processing.finish_step import finish_step
from services.processing.models import DossierStep, StepState
from services.processing.office_part import view_office_part
from services.processing.receive import receive
from services.processing.save_verdict import save_verdict
from services.processing.take_step import take_step
from services.processing.tick_office_part import tick_office_part
from services.results.attach_result import attach_result
from services.results.queries import standing_result
from services.work import Actor, Role, Work
from tests.conftest import make_work
from tests.factories.dossiers import ANSWERS, Filing, make_draft, make_proof
from tests.factories.files import make_stored_file
from tests.factories.filled_forms import filled
from tests.factories.processing import acting, dossier_of, make_form, make_result_file
from tests.journeys.site import Site

OPEN = (StepState.WAITING, StepState.CURRENT)
RESULT = b"%PDF-1.7 an invented result"
SIGNED = {"is_signed": True, "signer": "Hoàng Minh Đức", "sha256": "c" * 64}


@dataclass(frozen=True)
class Prepared:
    """The database of the site in the hands of its demonstration people."""

    site: Site
    work: Work

    def officer(self, kind: str, role: Role) -> Actor:
        """Return a demonstration officer, at their post."""
        named = self.site.account(kind).sign_in
        query = select(Account, OfficerPost).join(OfficerPost)
        account, post = self.work.session.exec(
            query.where(Account.sign_in_name == named)
        ).all()[0]
        return Actor(
            account_id=account.id,
            name=account.full_name,
            is_officer=True,
            agency_id=post.agency_id,
            roles=frozenset({role}),
            post_id=post.id,
        )

    def acting(self, role: Role) -> Work:
        """Return the work in the hands of the officer of this role."""
        return acting(self.work, self.officer(str(role), role))


@contextmanager
def prepare(site: Site) -> Iterator[Prepared]:
    """Let use cases run in the site's own database and folder."""
    with Session(site.engine, expire_on_commit=False) as session, session.begin():
        yield Prepared(site, make_work(session, site.folder / "files", clock.now()))


def now_do(site: Site, task: str) -> None:
    """Have the worker do at once what it does by the clock."""
    with Session(site.engine) as session, session.begin():
        defer(session, task, timestamp=0)


def filed(here: Prepared, procedure_code: str, form_code: str) -> str:
    """Hand a dossier in for the demonstration citizen, at the officers' unit."""
    session = here.work.session
    named = here.site.account("citizen").sign_in
    account = session.exec(select(Account).where(Account.citizen_id == named)).one()
    agency_id = here.officer("intake", Role.INTAKE).agency_id
    procedure = session.exec(
        select(Procedure).where(Procedure.code == procedure_code)
    ).one()
    newest = col(Eform.version).desc()
    form = session.exec(
        select(Eform).where(Eform.code == form_code).order_by(newest)
    ).all()[0]
    papers = session.exec(
        select(ProcedureComponent).where(
            ProcedureComponent.procedure_id == procedure.id
        )
    ).all()
    filing = Filing(account, session.get_one(Agency, agency_id), procedure, papers[0])
    answers = ANSWERS | filled(form_code)
    draft = make_draft(session, filing, eform_id=form.id, answers=answers)
    for paper in papers:
        make_stored_file(session, account.id, draft.id, slot=paper.code)
    mine = dataclasses.replace(here.work, actor=filing.citizen)
    done = submit_dossier(mine, draft.id, True, make_proof(mine))
    assert done.submitted is not None, done.problems
    return done.submitted.code


def received(here: Prepared, code: str) -> None:
    """Receive a dossier, and take its fee at the counter where it has one."""
    desk, row = here.acting(Role.INTAKE), dossier_of(here.work, code)
    kept = read_snapshot(row)
    for paper in kept.components:
        save_verdict(desk, code, paper.code, True)
    if view_office_part(desk, row).definition is not None:
        tick_office_part(desk, code, True)
    here.work.session.refresh(row)
    receive(desk, code, make_form(version=row.version), f"receive {code}")
    if row.status is DossierStatus.AWAITING_PAYMENT:
        query = select(PaymentRequest).where(PaymentRequest.dossier_id == row.id)
        due = here.work.session.exec(query).one()
        slip = Slip("AA/26P", str(random.randint(10_000, 99_999)), row.applicant_name)
        follow_payment(here.work, take_cash(desk, due.id, slip, f"pay {code}").id)


def finished(here: Prepared, code: str, number: str) -> None:
    """Carry a received dossier through every step, with a signed result."""
    session, row = here.work.session, dossier_of(here.work, code)
    open_steps = (
        select(DossierStep)
        .where(DossierStep.dossier_id == row.id, col(DossierStep.state).in_(OPEN))
        .order_by(col(DossierStep.position))
    )
    while row.status is DossierStatus.PROCESSING:
        step = session.exec(open_steps.limit(1)).one()
        work = here.acting(Role(step.role))
        version = take_step(work, code).version
        is_handler = Role.PROCESSING in work.actor.roles
        if is_handler and standing_result(session, row.id) is None:
            file_id = make_result_file(here.work, code, work.actor, **SIGNED)
            here.work.storage.put(f"files/{file_id}", RESULT)
            version = attach_result(work, code, file_id, number).version
        finish_step(work, code, "Đủ điều kiện", f"{step.position} {code}", version)
        session.refresh(row)
    assert row.status is DossierStatus.RESULT_READY
