"""Dossiers of the building ministry with a signed result, and a worker in place."""

import dataclasses
from typing import Any

from sqlmodel import select

from services.eforms.load_eforms import load_eforms
from services.eforms.models import Eform
from services.files.models import StoredFile
from services.outbox.carry import carry
from services.outbox.models import MessageKind, OutboxMessage, Outward
from services.results.queries import standing_with_file
from services.status_sync.all_couriers import COURIERS
from services.work import SYSTEM, Actor, Work
from tests.factories.dossiers import ANSWERS
from tests.factories.filled_forms import filled
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_ready,
)
from tests.fake_record_ministry import FakeRecordMinistry
from tests.services.civil_status.declared import make_linh_son
from tests.services.outbox.owing import in_place, messages, told

FORMS = {Outward.CONSTRUCTION: "GPXD", Outward.PLANNING: "TTQH"}
PROCEDURES = {Outward.CONSTRUCTION: "1.013225", Outward.PLANNING: "1.014159"}
SIGNER = "Phạm Thị Duyệt"
HASH = "b" * 64
# What no form knows, and the office writes.
OFFICE = {
    Outward.CONSTRUCTION: {"e.signer": SIGNER},
    Outward.PLANNING: {
        "e.signer": SIGNER,
        "e.targets": "Đất ở, cao tối đa 5 tầng",
    },
}


@dataclasses.dataclass(frozen=True)
class Issued:
    """A dossier in “Chờ trả kết quả”, the desk, and the ministry."""

    work: Work
    desk: Desk
    code: str
    system: Outward
    there: FakeRecordMinistry

    def acting(self, officer: Actor | None = None) -> Work:
        """Return the work in the hands of an officer of the unit."""
        return acting(self.work, officer or self.desk.intake)

    @property
    def file(self) -> StoredFile:
        """Return the file of the result."""
        dossier = dossier_of(self.work, self.code)
        found = standing_with_file(self.work.session, dossier.id)
        assert found is not None
        return found[1]

    def carry(self) -> int:
        """Carry what the ministry is owed; return how many arrived."""
        self.work.session.flush()
        thread = dossier_of(self.work, self.code).id
        as_worker = acting(self.work, SYSTEM)
        return carry(in_place(as_worker), COURIERS, self.system, thread)

    def permits(self) -> list[OutboxMessage]:
        """Return the messages about the permit, in order."""
        found = messages(self.work, self.system)
        return [one for one in found if one.kind is MessageKind.PERMIT]


def make_issued(
    work: Work, system: Outward = Outward.CONSTRUCTION, is_signed: bool = True
) -> Issued:
    """Return a dossier whose result was signed and waits for the person."""
    load_eforms(work)
    make_linh_son(work)
    here = told(work, system, procedure=PROCEDURES[system])
    there = FakeRecordMinistry()
    named: dict[str, Any] = {str(system): there}  # Any: one field of the ministries
    ministries = dataclasses.replace(here.systems.ministries, **named)
    systems = dataclasses.replace(here.systems, ministries=ministries)
    here = dataclasses.replace(here, systems=systems)
    desk = make_desk(here.session, code=PROCEDURES[system])
    query = select(Eform).where(Eform.code == FORMS[system])
    answers: dict[str, Any] = ANSWERS | filled(FORMS[system])
    form = here.session.exec(query).one()
    code = make_ready(here, desk, eform_id=form.id, answers=answers)
    issued = Issued(here, desk, code, system, there)
    file = issued.file
    file.is_signed, file.sha256 = is_signed, HASH
    here.session.add(file)
    here.session.flush()
    return issued
