"""Reads of places that other parts need too."""

from dataclasses import dataclass

from sqlalchemy import ARRAY, Text, cast
from sqlmodel import Session, col, select

from services.places.models import FormerPlace, Place, PlaceLevel
from services.places.words import key_of, spelt


@dataclass(frozen=True)
class PlaceName:
    """A commune as people pick it, with its province; or a province alone."""

    code: str
    name: str  # Phường Linh Sơn
    province: str = ""  # Tỉnh Thái Nguyên
    formerly: str = ""  # the former unit by which it was found

    @property
    def words(self) -> str:
        """Return the two levels in one line, as they stand in an address."""
        return ", ".join(part for part in (self.name, self.province) if part)


def find_place(session: Session, code: str) -> PlaceName | None:
    """Return the commune or province of a code that is in force."""
    return next(iter(name_places(session, [code])), None)


def name_places(session: Session, codes: list[str]) -> list[PlaceName]:
    """Return the places of these codes, in the order of the codes."""
    rows = session.exec(
        select(Place).where(col(Place.code).in_(codes), col(Place.valid_to).is_(None))
    ).all()
    above = {row.parent_code for row in rows if row.parent_code}
    provinces = dict(
        session.exec(
            select(Place.code, Place.full_name).where(col(Place.code).in_(above))
        ).all()
    )
    found = {row.code: _named(row, provinces) for row in rows}
    return [found[code] for code in dict.fromkeys(codes) if code in found]


def own_province(session: Session, name: str) -> str:
    """Return the code of the province a profile names; a former one has a successor."""
    is_province = col(Place.level) == PlaceLevel.PROVINCE
    spelling = col(Place.folded) == spelt(name)
    code = session.exec(select(Place.code).where(is_province, spelling)).first()
    if code:
        return code
    keys = [key_of("", _short(name))]
    former = select(FormerPlace.province_code).where(
        col(FormerPlace.province_keys).op("&&")(cast(keys, ARRAY(Text)))
    )
    return session.exec(former).first() or ""


def _named(row: Place, provinces: dict[str, str]) -> PlaceName:
    return PlaceName(row.code, row.full_name, provinces.get(row.parent_code, ""))


def _short(name: str) -> str:
    """Return a province's name without its kind, which is its first word or two."""
    words = name.split()
    is_city = spelt(name).startswith(" thanh pho ")
    return " ".join(words[2 if is_city else 1 :])
