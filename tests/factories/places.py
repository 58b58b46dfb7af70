"""A province and one commune of it, in force."""

from datetime import date

from sqlmodel import Session, select

from services.places.models import Place, PlaceLevel

COMMUNE = "05500"


def make_places(session: Session) -> None:
    """Write the two places, unless they are there."""
    if session.exec(select(Place).where(Place.code == COMMUNE)).first():
        return
    since = date(2025, 7, 1)
    province = Place(
        code="19",
        name="Thái Nguyên",
        full_name="Tỉnh Thái Nguyên",
        level=PlaceLevel.PROVINCE,
        folded=" tinh thai nguien ",
        valid_from=since,
    )
    commune = Place(
        code=COMMUNE,
        name="Tích Lương",
        full_name="Phường Tích Lương",
        level=PlaceLevel.COMMUNE,
        parent_code="19",
        folded=" phuong tich luong tinh thai nguien ",
        valid_from=since,
    )
    session.add_all([province, commune])
    session.flush()
