"""Issue a slip: number it, freeze what it says, once for each act."""

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from pydantic import TypeAdapter
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from services.audit.record import record
from services.core.clock import local_day
from services.dossiers.models import Dossier
from services.papers.form_sets import form_on
from services.slips.models import Slip, SlipCounter, SlipKind
from services.slips.sheet import SlipFacts, SlipSheet
from services.slips.sheet_head import sheet_head
from services.work import Work

SHEET = TypeAdapter(SlipSheet)


def issue_slip(work: Work, dossier: Dossier, kind: SlipKind, facts: SlipFacts) -> Slip:
    """Issue the slip of an act within the transaction of the act.

    The dossier is locked by the caller. Asked again for the same act it is the
    same slip: nothing is numbered twice.
    """
    same = select(Slip).where(
        Slip.dossier_id == dossier.id,
        Slip.kind == kind,
        Slip.reference == UUID(facts.reference),
    )
    if earlier := work.session.exec(same).first():
        return earlier
    assert dossier.agency_id is not None
    year = local_day(work.now).year
    number = _next_number(work, dossier, kind, year)
    begun = local_day(dossier.submitted_at or dossier.created_at)
    form = form_on(begun, kind)
    head = sheet_head(work, dossier, (kind, form), facts)
    sheet = replace(head, number=f"{number}/{year}")
    frozen: dict[str, Any] = SHEET.dump_python(sheet, mode="json")  # Any: JSON
    slip = Slip(
        dossier_id=dossier.id,
        kind=kind,
        form_set=form.form_set,
        reference=UUID(facts.reference),
        agency_id=dossier.agency_id,
        year=year,
        number=number,
        issued_at=work.now,
        officer_id=work.actor.require_officer(),
        officer_name=work.actor.name,
        facts=frozen,
        digest=digest_of(frozen),
    )
    work.session.add(slip)
    work.session.flush()
    record(work, "slip.issued", dossier.id, kind=str(kind), number=number)
    return slip


def digest_of(frozen: dict[str, Any]) -> str:
    """Return the digest of a slip's facts (Any: JSON)."""
    written = json.dumps(frozen, sort_keys=True, ensure_ascii=False)
    return sha256(written.encode()).hexdigest()


def is_unchanged(slip: Slip) -> bool:
    """Tell whether the row still says what was issued."""
    return slip.digest == digest_of(slip.facts)


def read_sheet(slip: Slip) -> SlipSheet:
    """Return the slip as it was issued."""
    return SHEET.validate_python(slip.facts, strict=False)


def _next_number(work: Work, dossier: Dossier, kind: SlipKind, year: int) -> int:
    row = insert(SlipCounter).values(
        id=uuid4(), agency_id=dossier.agency_id, kind=kind, year=year, last=1
    )
    numbered = work.session.execute(
        row.on_conflict_do_update(
            index_elements=[
                col(SlipCounter.agency_id),
                col(SlipCounter.kind),
                col(SlipCounter.year),
            ],
            set_={"last": col(SlipCounter.last) + 1},
        ).returning(col(SlipCounter.last))
    )
    return int(numbered.scalar_one())
