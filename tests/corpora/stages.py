"""A dossier at every stage of its way, with the people around it (B14)."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from services.decisions.models import DecisionKind
from services.dossiers.ask_cosign import ask_cosign
from services.dossiers.cosign import cosign_by_account
from services.dossiers.models import Dossier
from services.dossiers.open_cosign import open_cosign
from services.dossiers.withdraw import withdraw_dossier
from services.files.models import StoredFile
from services.processing.take_step import take_step
from services.results.return_result import return_result
from services.supplements.answer_supplement import answer_supplement
from services.supplements.models import (
    SupplementPoint,
    SupplementRequest,
)
from services.supplements.watch_deadlines import watch_deadlines
from services.vault.open_shared import open_shared
from services.vault.share import share
from services.work import SYSTEM, Actor, Work
from tests.factories.decisions import (
    make_agreed,
    make_proposed,
    make_refused,
    make_taken,
)
from tests.factories.dossiers import (
    make_citizen,
    make_draft,
    make_ready_draft,
)
from tests.factories.processing import (
    acting,
    dossier_of,
    make_desk,
    make_handled,
    make_new,
    make_ready,
    make_received,
)
from tests.factories.supplements import (
    fill_in,
    make_asked,
)
from tests.factories.vault import make_document, visitor

LATE = 30 * 24  # hours: after every deadline
WHO = "Trần Văn Bình"


@dataclass
class Flow:
    """A unit, its people, and one dossier on its way."""

    work: Work
    code: str = ""
    dossier_id: UUID = field(default_factory=lambda: UUID(int=0))
    hours: float = 0
    kept: dict[str, Any] = field(default_factory=dict)  # Any: what a stage leaves

    def __post_init__(self) -> None:
        self.desk = make_desk(self.work.session, cosign={})
        self.citizen = dataclasses.replace(
            self.desk.filing.citizen, proved_at=self.work.now
        )
        self.stranger = Actor(
            account_id=make_citizen(self.work.session).id, browser="another"
        )
        other = make_desk(self.work.session)
        self.people = {
            "citizen": self.citizen,
            "stranger": dataclasses.replace(self.stranger, proved_at=self.work.now),
            "intake": self.desk.intake,
            "handler": self.desk.handler,
            "approver": self.desk.approver,
            "other unit": other.intake,
            "other handler": other.handler,
        }

    def by(self, name: str) -> Work:
        """Return the work of one of them, as late as the stage says."""
        return acting(self.work, self.people[name], self.hours)

    def filed(self, code: str) -> None:
        """Note which dossier it is about."""
        self.code, self.dossier_id = code, dossier_of(self.work, code).id

    def asked(self, code: str) -> None:
        """Let the reception ask for a supplement, every point answered."""
        self.filed(code)
        request = make_asked(self.work, self.desk, code)
        fill_in(self.work, code, request.request_id, self.desk.filing.citizen)
        self.kept["request"] = request.request_id

    def state(self) -> dict[str, Any]:  # Any: columns
        """Return all that a misuse must not change."""
        self.work.session.expire_all()
        dossier = self.work.session.get(Dossier, self.dossier_id)
        files = select(StoredFile).where(StoredFile.subject_id == self.dossier_id)
        requests = select(SupplementRequest).where(
            SupplementRequest.dossier_id == self.dossier_id
        )
        points = select(SupplementPoint).join(SupplementRequest)
        points = points.where(SupplementRequest.dossier_id == self.dossier_id)
        mine = select(Dossier.id).where(
            col(Dossier.account_id) == self.people["stranger"].account_id
        )
        return {
            "dossier": dossier.model_dump() if dossier else None,
            "files": sorted(f.model_dump_json() for f in self.work.session.exec(files)),
            "asked": sorted(
                r.model_dump_json() for r in self.work.session.exec(requests)
            ),
            "points": sorted(
                p.model_dump_json() for p in self.work.session.exec(points)
            ),
            "taken": list(self.work.session.exec(mine)),
        }


def _draft(flow: Flow) -> None:
    flow.dossier_id = make_draft(flow.work.session, flow.desk.filing).id


def _ready_draft(flow: Flow) -> None:
    flow.dossier_id = make_ready_draft(flow.work.session, flow.desk.filing).id


def _new(flow: Flow) -> None:
    flow.filed(make_new(flow.work, flow.desk))


def _received(flow: Flow) -> None:
    flow.filed(make_received(flow.work, flow.desk).code)


def _handled(flow: Flow) -> None:
    flow.filed(make_handled(flow.work, flow.desk))


def _without_result(flow: Flow) -> None:
    flow.filed(make_handled(flow.work, flow.desk, with_result=False))
    take_step(flow.by("approver"), flow.code)


def _ready(flow: Flow) -> None:
    flow.filed(make_ready(flow.work, flow.desk))


def _returned(flow: Flow) -> None:
    _ready(flow)
    return_result(flow.by("intake"), flow.code, WHO, "returned")


def _withdrawn(flow: Flow) -> None:
    _new(flow)
    withdraw_dossier(flow.by("citizen"), flow.code, "Tôi nộp nhầm")


def _refused(flow: Flow) -> None:
    flow.filed(make_refused(flow.work, flow.desk))


def _transferred(flow: Flow) -> None:
    """Handed to another unit before reception: its officers see it no more."""
    _new(flow)
    kind, unit = DecisionKind.TRANSFER, make_desk(flow.work.session).filing.agency
    make_proposed(flow.work, flow.code, flow.desk.intake, kind, unit=unit.code)


def _suspended(flow: Flow) -> None:
    flow.filed(make_taken(flow.work, flow.desk))
    make_agreed(flow.work, flow.code, flow.desk, DecisionKind.SUSPEND)


def _asked(flow: Flow) -> None:
    flow.asked(make_new(flow.work, flow.desk))


def _asked_late(flow: Flow) -> None:
    flow.asked(make_new(flow.work, flow.desk))
    flow.hours = LATE
    watch_deadlines(acting(flow.work, SYSTEM, LATE))


def _answered(flow: Flow) -> None:
    _asked(flow)
    answer_supplement(flow.by("citizen"), flow.code)


def _cosigned(flow: Flow) -> None:
    """A draft the second person has looked at, and not signed yet."""
    _ready_draft(flow)
    flow.desk.filing.procedure.cosign = {"who": "Người cùng ký"}
    flow.work.session.add(flow.desk.filing.procedure)
    other = make_citizen(flow.work.session, phone="0900000188")
    flow.people["cosigner"] = Actor(account_id=other.id, browser="theirs")
    key = ask_cosign(flow.by("citizen"), flow.dossier_id, WHO, "0900000188").key
    content = open_cosign(flow.by("cosigner"), key).content
    assert content is not None
    flow.kept |= {"key": key, "digest": content.digest}


def _cosigned_fully(flow: Flow) -> None:
    _cosigned(flow)
    cosign_by_account(flow.by("cosigner"), flow.kept["key"], flow.kept["digest"])


def _paper(flow: Flow) -> None:
    """A draft, and a paper of its owner's vault."""
    _draft(flow)
    flow.kept["paper"], _ = make_document(flow.work, flow.citizen.account_id)


def _shared(flow: Flow) -> None:
    _paper(flow)
    made = share(flow.by("citizen"), flow.kept["paper"].id, 1)
    shown = open_shared(visitor(flow.work), made.code).shown
    assert shown is not None
    flow.kept |= {"share": made, "ticket": shown.ticket}


STAGES: dict[str, Callable[[Flow], None]] = {
    "draft": _draft,
    "ready draft": _ready_draft,
    "new": _new,
    "received": _received,
    "handled": _handled,
    "without result": _without_result,
    "ready": _ready,
    "returned": _returned,
    "withdrawn": _withdrawn,
    "refused": _refused,
    "transferred": _transferred,
    "suspended": _suspended,
    "asked": _asked,
    "asked, too late": _asked_late,
    "answered": _answered,
    "looked at by a second signer": _cosigned,
    "signed by a second signer": _cosigned_fully,
    "paper": _paper,
    "shared paper": _shared,
}
