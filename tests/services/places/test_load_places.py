"""The tables are whole: counts as the law has them, a successor for every unit."""

from collections import Counter
from datetime import date

from sqlmodel import col, func, select

from services.places.load_places import load_places
from services.places.models import FormerPlace, Place, PlaceLevel
from services.places.queries import find_place, own_province
from services.province import province
from services.work import Work


def test_34_provinces_and_3321_communes_are_in_force_since_july_2025(
    work: Work,
) -> None:
    rows = work.session.exec(select(Place)).all()

    levels = Counter(row.level for row in rows)
    provinces = {row.code for row in rows if row.level is PlaceLevel.PROVINCE}
    assert levels == {PlaceLevel.PROVINCE: 34, PlaceLevel.COMMUNE: 3321}
    assert {row.valid_from for row in rows} == {date(2025, 7, 1)}
    assert {row.parent_code for row in rows if row.parent_code} == provinces


def test_kinds_of_communes_count_as_in_the_resolutions(work: Work) -> None:
    names = work.session.exec(
        select(Place.full_name).where(col(Place.level) == PlaceLevel.COMMUNE)
    ).all()

    kinds = Counter(name.split()[0] for name in names)
    assert kinds == {"Xã": 2621, "Phường": 687, "Đặc": 13}


def test_thai_nguyen_has_92_communes(work: Work) -> None:
    own = own_province(work.session, work.province.name)

    count = work.session.exec(
        select(func.count()).where(col(Place.parent_code) == own)
    ).one()
    assert (own, count) == ("19", 92)


def test_every_former_unit_has_a_successor_in_force(work: Work) -> None:
    codes = set(
        work.session.exec(
            select(Place.code).where(col(Place.level) == PlaceLevel.COMMUNE)
        )
    )

    former = work.session.exec(select(FormerPlace)).all()

    assert len(former) == 10_040
    assert not [row.code for row in former if not row.successors]
    assert {code for row in former for code in row.successors} == codes


def test_a_former_unit_divided_names_several_successors(work: Work) -> None:
    divided = work.session.exec(
        select(func.count()).where(func.cardinality(FormerPlace.successors) > 1)
    ).one()

    assert divided == 471


def test_loading_again_writes_nothing(work: Work) -> None:
    assert load_places(work) == 0


def test_a_commune_is_found_by_its_code_with_its_province(work: Work) -> None:
    place = find_place(work.session, "05710")
    nowhere = find_place(work.session, "99999")

    assert place is not None
    assert place.words == "Phường Linh Sơn, Tỉnh Thái Nguyên"
    assert nowhere is None


def test_a_province_that_was_joined_to_another_is_that_other_one(work: Work) -> None:
    profile = province("kon-tum")

    own = own_province(work.session, profile.name)

    quang_ngai = find_place(work.session, own)
    assert quang_ngai is not None
    assert quang_ngai.name == "Tỉnh Quảng Ngãi"
    assert own_province(work.session, "Tỉnh Không Có") == ""
