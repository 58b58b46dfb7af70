"""Requests for a supplement, as an officer writes them."""

from typing import Any
from uuid import UUID

from sqlmodel import select

from services.files.models import StoredFile
from services.supplements.ask_supplement import ask_supplement
from services.supplements.models import SupplementPoint, TargetKind
from services.supplements.read_request import PointForm, SupplementForm
from services.supplements.rules import slot_of
from services.supplements.save_point import save_point
from services.supplements.send_request import Asked
from services.work import Actor, Work
from tests.factories.files import make_stored_file
from tests.factories.processing import Desk, acting, dossier_of

PAPER = PointForm(
    TargetKind.COMPONENT, "G01", "Ảnh chụp bị mờ", "Chụp lại nơi đủ sáng", "blurred"
)
FIELD = PointForm(
    TargetKind.FIELD, "applicant_name", "Tên khác giấy tờ", "Ghi như trên căn cước"
)
FREE = PointForm(
    TargetKind.FREE, "", "Chưa rõ diện tích", "Cho biết diện tích xây dựng"
)


def make_supplement_form(*points: PointForm, **values: Any) -> SupplementForm:
    """Return a request without a fault, due in a week after NOON."""
    given: dict[str, Any] = {"deadline": "30/11/2026", "note": "Cảm ơn bạn"}
    return SupplementForm(points or (PAPER, FIELD, FREE), **given | values)


def make_asked(
    work: Work, desk: Desk, code: str, *points: PointForm, hours: float = 0
) -> Asked:
    """Return a request sent by the reception of the desk."""
    at_desk = acting(work, desk.intake, hours)
    return ask_supplement(at_desk, code, make_supplement_form(*points), "asked")


def points_asked(work: Work, request_id: UUID) -> dict[TargetKind, SupplementPoint]:
    """Return the points of a request by their kind."""
    query = select(SupplementPoint).where(SupplementPoint.request_id == request_id)
    return {point.kind: point for point in work.session.exec(query)}


def make_point_file(
    work: Work, code: str, point: SupplementPoint, owner: Actor, **values: Any
) -> StoredFile:
    """Return a file sent for a point."""
    assert owner.account_id is not None
    dossier = dossier_of(work, code)
    given: dict[str, Any] = {"slot": slot_of(point.id)}
    return make_stored_file(
        work.session, owner.account_id, dossier.id, **given | values
    )


def fill_in(work: Work, code: str, request_id: UUID, owner: Actor) -> None:
    """Answer every point, without handing the answers in."""
    points = points_asked(work, request_id)
    mine = acting(work, owner)
    if TargetKind.FIELD in points:
        point = points[TargetKind.FIELD]
        save_point(mine, code, point.id, "Nông Văn Bình", work.now)
    if TargetKind.FREE in points:
        save_point(mine, code, points[TargetKind.FREE].id, "120 m²", work.now)
    if TargetKind.COMPONENT in points:
        make_point_file(work, code, points[TargetKind.COMPONENT], owner)
