"""A procedure, and drafts of it that lack nothing.

Import it only after the database is named: it speaks to the portal's own core.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

import click
from sqlmodel import Session, col, select

from commands.benching.visitors import CITIZEN, account_of
from services.core.errors import RuleViolation
from services.dossiers.check_step import check_step
from services.dossiers.models import Dossier
from services.dossiers.rules import Step
from services.files.models import FileState, StoredFile
from services.procedures.models import (
    Agency,
    Procedure,
    ProcedureComponent,
    ProcedureUnit,
)
from services.runtime import run
from services.work import SYSTEM, Actor, Work

CANDIDATES = 60
ANSWERS = {
    "submitter_name": "Nguyen Van Mau",
    "submitter_birth_date": "31/12/1990",
    "submitter_address": "To dan pho 5, phuong Tich Luong",
    "submitter_phone": "0900000101",
    "request": "Cap giay phep theo ho so mau",
}


@dataclass(frozen=True)
class Filing:
    """Somebody who files one procedure at one agency that takes it."""

    account_id: UUID
    procedure_id: UUID
    procedure_code: str
    agency_id: UUID
    agency_code: str
    papers: tuple[str, ...]

    @property
    def actor(self) -> Actor:
        """Return the citizen, signed in."""
        return Actor(account_id=self.account_id, browser="bench")


def find_filing() -> Filing:
    """Return a procedure whose draft can be handed in with these answers."""
    for filing in run(SYSTEM, _candidates):
        draft_id = run(filing.actor, _make_draft, filing)
        try:
            run(filing.actor, check_step, draft_id, Step.REVIEW)
        except RuleViolation:
            continue
        return filing
    raise click.ClickException("No procedure can be filed with the bench's answers.")


def make_drafts(filing: Filing, count: int) -> list[UUID]:
    """Return drafts that lack nothing."""

    def made(work: Work) -> list[UUID]:
        return [_make_draft(work, filing) for _ in range(count)]

    return run(filing.actor, made)


def _candidates(work: Work) -> list[Filing]:
    account = account_of(work.session, CITIZEN)
    rows = work.session.exec(
        select(Procedure, Agency)
        .join(ProcedureUnit, col(ProcedureUnit.procedure_id) == Procedure.id)
        .join(Agency, col(Agency.id) == ProcedureUnit.agency_id)
        .where(
            Procedure.is_filed_here,
            col(Procedure.is_suspended).is_(False),
            Agency.is_receiving,
        )
        .order_by(Procedure.code, Agency.code)
        .distinct(col(Procedure.code))
        .limit(CANDIDATES)
    ).all()
    return [
        Filing(
            account_id=account.id,
            procedure_id=procedure.id,
            procedure_code=procedure.code,
            agency_id=agency.id,
            agency_code=agency.code,
            papers=tuple(_required(work.session, procedure.id)),
        )
        for procedure, agency in rows
    ]


def _required(session: Session, procedure_id: UUID) -> Iterator[str]:
    yield from session.exec(
        select(ProcedureComponent.code).where(
            ProcedureComponent.procedure_id == procedure_id, ProcedureComponent.required
        )
    )


def _make_draft(work: Work, filing: Filing) -> UUID:
    draft = Dossier(
        account_id=filing.account_id,
        procedure_id=filing.procedure_id,
        agency_id=filing.agency_id,
        draft_key=uuid4().hex,
        answers=dict(ANSWERS),
        created_at=work.now,
        updated_at=work.now,
    )
    work.session.add(draft)
    work.session.flush()
    work.session.add_all(_paper(work, draft, slot) for slot in filing.papers)
    work.session.flush()
    return draft.id


def _paper(work: Work, draft: Dossier, slot: str) -> StoredFile:
    return StoredFile(
        owner_id=draft.account_id,
        subject_id=draft.id,
        slot=slot,
        name="mau.pdf",
        declared_size=1000,
        received=1000,
        state=FileState.ACCEPTED,
        sha256="0" * 64,
        kinds=["pdf"],
        kind="pdf",
        pages=1,
        started_at=work.now,
        finished_at=work.now,
    )
