"""Issue the request for a supplement as Mẫu 02: everything in one letter (O06)."""

import tomllib
from functools import cache
from pathlib import Path

from services.core.clock import local
from services.dossiers.models import Dossier
from services.slips.issue_slip import issue_slip
from services.slips.models import Slip, SlipKind
from services.slips.sheet import MissingItem, SlipFacts
from services.supplements.models import SupplementPoint, SupplementRequest, TargetKind
from services.supplements.queries import points_of
from services.work import Work

NAMES = Path(__file__).with_name("field_names.toml")


def issue_request(work: Work, dossier: Dossier, request: SupplementRequest) -> Slip:
    """Issue it once for a request; signed by who wrote it, whom people may ask."""
    points = points_of(work.session, [request.id])[request.id]
    facts = SlipFacts(
        reference=str(request.id),
        reason=request.note,
        items=tuple(_item(point) for point in points),
        deadline=local(request.deadline),
        signer=request.asked_by_name,
    )
    return issue_slip(work, dossier, SlipKind.SUPPLEMENT, facts)


def _item(point: SupplementPoint) -> MissingItem:
    name = point.label or _names().get(point.target, "")
    if point.kind is TargetKind.FREE or not name:
        name = name or _names()["other"]
    return MissingItem(name, point.reason, point.how_to)


@cache
def _names() -> dict[str, str]:
    return tomllib.loads(NAMES.read_text("utf-8"))
