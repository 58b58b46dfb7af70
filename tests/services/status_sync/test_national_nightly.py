"""The nightly comparison finds what differs, and finds it once (issue 7)."""

import dataclasses
from typing import Any

import pytest
from sqlmodel import col, select

from services.core.errors import Conflict, Forbidden, NotFound, SystemUnavailable
from services.dossiers.models import Dossier
from services.integrations.national_portal.port import KeptDossier
from services.outbox.models import MessageKind, Outward
from services.status_sync.compare import (
    Ours,
    Sides,
    Standing,
    compare,
    keep_differences,
)
from services.status_sync.couriers.national_portal import NationalPortalCourier
from services.status_sync.list_differences import list_differences, tell_anew
from services.status_sync.models import Difference, SyncDifference
from services.status_sync.national.nightly import Night, compare_national
from services.work import Role, Work
from tests.factories.dossiers import make_officer
from tests.factories.processing import (
    Desk,
    dossier_of,
    make_desk,
    make_new,
    make_ready,
    make_received,
)
from tests.fake_national_portal import FakeNationalPortal, keeps
from tests.services.arrivals.arriving import fetched, make_filed
from tests.services.outbox.owing import at, carried, in_place, messages, told

THERE = Outward.NATIONAL_PORTAL
D = Difference
NOBODYS = "H55.10.100-261123-9999"
SILENT = SystemUnavailable("national_portal")


@dataclasses.dataclass(frozen=True)
class Place:
    """A unit in step with the national portal, until a test lets it differ."""

    work: Work
    desk: Desk
    there: FakeNationalPortal

    def in_step(self, code: str) -> str:
        """Carry all that is owed of a dossier."""
        self.work.session.flush()
        thread = dossier_of(self.work, code).id
        courier: Any = NationalPortalCourier()  # Any: carried() takes a played one
        while carried(at(self.work, self.work.now), courier, thread, THERE):
            pass
        return code

    def night(self) -> Night:
        """Compare, as the worker does."""
        self.work.session.flush()
        return compare_national(in_place(at(self.work, self.work.now)))

    def open(self) -> dict[tuple[str, Difference], SyncDifference]:
        """Return the open differences."""
        query = select(SyncDifference).where(col(SyncDifference.settled_at).is_(None))
        found = self.work.session.exec(query.execution_options(populate_existing=True))
        return {(row.code, row.kind): row for row in found}

    def officer(self, **values: Any) -> Work:
        """Return the work of an officer of the unit; Any: fields of the actor."""
        account = self.desk.handler
        return dataclasses.replace(
            self.work, actor=dataclasses.replace(account, **values)
        )


@pytest.fixture
def place(work: Work) -> Place:
    desk = make_desk(work.session)
    here, there = told(work, THERE, procedure="*"), FakeNationalPortal()
    ministries = dataclasses.replace(here.systems.ministries, national_portal=there)
    systems = dataclasses.replace(here.systems, ministries=ministries)
    return Place(dataclasses.replace(here, systems=systems), desk, there)


def seed(place: Place) -> dict[str, Difference]:
    """Let eight dossiers differ, each in its way; return which differs how."""
    codes = {kind: _of_kind(place, kind) for kind in D if kind is not D.UNKNOWN_HERE}
    rows = place.there.dossiers
    rows.pop(codes[D.MISSING_THERE])
    rows[codes[D.STATUS_BEHIND]]["TrangThaiHoSo"] = "1"
    rows[codes[D.STATUS_AHEAD]]["TrangThaiHoSo"] = "9"
    rows[codes[D.WRONG_FEE]]["DanhSachLePhi"] = [{"Gia": "999"}]
    rows[codes[D.MISSING_RESULT]]["DanhSachGiayToKetQua"] = []
    place.there.more.append(keeps(rows[codes[D.DOUBLE]]))
    rows[codes[D.WRONG_OWNER]]["ChuHoSo"] = "Trần Văn Khác"
    place.there.more.append(KeptDossier(NOBODYS, 2, "Người Hư Cấu", "", 0, False))
    return {code: kind for kind, code in codes.items()} | {NOBODYS: D.UNKNOWN_HERE}


def _of_kind(place: Place, kind: Difference) -> str:
    make = make_ready if kind is D.MISSING_RESULT else make_new
    if kind is D.STATUS_BEHIND:
        return place.in_step(make_received(place.work, place.desk).code)
    return place.in_step(make(place.work, place.desk))


def test_both_sides_in_step_differ_in_nothing(place: Place) -> None:
    for make in (make_new, make_ready):
        place.in_step(make(place.work, place.desk))
    assert place.night() == Night(asked=2, is_whole=True)
    assert place.open() == {}


def test_eight_of_eight_seeded_differences_are_found(place: Place) -> None:
    seeded = seed(place)
    place.in_step(make_new(place.work, place.desk))  # and one that agrees

    night = place.night()

    assert night.found == 8
    assert {(code, kind) for code, kind in seeded.items()} == set(place.open())


def test_a_second_night_changes_nothing(place: Place) -> None:
    seed(place)
    place.night()
    before = {row.id: row.model_dump() for row in place.open().values()}

    again = place.night()

    assert (again.found, again.settled) == (0, 0)
    assert {row.id: row.model_dump() for row in place.open().values()} == before


def test_what_agrees_again_is_settled(place: Place) -> None:
    seed(place)
    place.night()
    for code in list(place.there.dossiers):
        place.there.dossiers.pop(code)
    place.there.more.clear()

    place.night()

    kinds = {kind for _, kind in place.open()}
    assert kinds == {D.MISSING_THERE}


def test_a_message_on_its_way_is_no_difference(place: Place) -> None:
    make_new(place.work, place.desk)
    assert place.night() == Night(is_whole=True)


def test_a_night_that_is_cut_short_keeps_what_was_written(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(place)
    place.night()
    place.there.is_down = True
    cut = place.night()
    assert not cut.is_whole
    assert len(place.open()) == 8


def test_a_system_that_is_switched_off_is_not_asked_about_dossiers(
    place: Place,
) -> None:
    place.in_step(make_new(place.work, place.desk))
    place.there.dossiers.clear()
    place.work.province.profile["systems"][str(THERE)]["on"] = False
    assert place.night().asked == 0


def test_an_officer_sees_the_differences_of_the_unit(place: Place) -> None:
    seed(place)
    place.night()
    found = list_differences(place.officer())
    # What nobody here knows belongs to the unit its code begins with: another one.
    assert found.total == 7
    assert list_differences(place.officer(agency_id=None)).total == 8
    assert list_differences(place.officer(), Outward.LAND).total == 0
    other = make_officer(make_desk(place.work.session).filing.agency.id, Role.INTAKE)
    elsewhere = dataclasses.replace(place.work, actor=other)
    assert list_differences(elsewhere).total == 0


def test_telling_a_dossier_anew_mends_it(place: Place) -> None:
    code = place.in_step(make_new(place.work, place.desk))
    place.there.dossiers.clear()
    place.night()
    row = place.open()[code, D.MISSING_THERE]
    before = len(messages(place.work, THERE))

    for _ in range(2):  # a second press tells nothing twice
        tell_anew(place.officer(), row.id)

    assert len(messages(place.work, THERE)) == before + 1
    assert messages(place.work, THERE)[-1].kind is MessageKind.DOSSIER
    place.in_step(code)
    place.night()
    assert place.open() == {}


def test_what_telling_cannot_mend_is_for_a_person(place: Place) -> None:
    seed(place)
    place.night()
    rows = {kind: row for (_, kind), row in place.open().items()}
    for kind in (D.STATUS_AHEAD, D.DOUBLE):
        with pytest.raises(Conflict):
            tell_anew(place.officer(), rows[kind].id)


def test_a_difference_of_another_unit_is_not_there(place: Place) -> None:
    seed(place)
    place.night()
    other = make_officer(make_desk(place.work.session).filing.agency.id, Role.INTAKE)
    elsewhere = dataclasses.replace(place.work, actor=other)
    with pytest.raises(NotFound):
        tell_anew(elsewhere, next(iter(place.open().values())).id)


def test_a_citizen_sees_no_differences(place: Place) -> None:
    mine = dataclasses.replace(place.work, actor=place.desk.filing.citizen)
    with pytest.raises(Forbidden):
        list_differences(mine)
    with pytest.raises(Forbidden):
        keep_differences(mine, THERE, Sides({}, {}))


def test_what_a_system_does_not_tell_is_not_compared() -> None:
    ours = {"a": Ours(status=4, fee=10, has_result=True, owner="x")}
    assert compare(Sides(ours, {"a": (Standing(),)})) == ()


def test_a_dossier_that_left_the_window_is_asked_about_while_it_differs(
    place: Place,
) -> None:
    code = place.in_step(make_new(place.work, place.desk))
    kept = place.there.dossiers.pop(code)
    place.night()
    later = place.work.now.replace(month=12)
    place.there.dossiers[code] = kept
    assert compare_national(in_place(at(place.work, later))).settled == 1


def test_the_dossier_table_is_left_alone(place: Place) -> None:
    code = place.in_step(make_new(place.work, place.desk))
    before = dossier_of(place.work, code).model_dump()
    seed(place)
    place.night()
    assert place.work.session.get_one(Dossier, before["id"]).model_dump() == before


def test_a_dossier_they_handed_over_is_compared_under_their_own_code(
    place: Place,
) -> None:
    filed = make_filed(place.work, place.desk)
    fetched(place.work)
    place.in_step(place.there.acknowledged[filed.code])
    assert place.night().found == 0
    place.there.dossiers[filed.code]["TrangThaiHoSo"] = "9"
    place.night()
    assert set(place.open()) == {(filed.code, D.STATUS_AHEAD)}
