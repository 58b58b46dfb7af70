"""What the land registry is told of a dossier, and when (contracts 5.4)."""

import dataclasses

import pytest

from services.outbox.models import MessageKind, MessageState, Outward
from services.results.return_result import return_result
from services.status_sync.land_dossier import received_fields
from services.supplements.answer_supplement import answer_supplement
from services.work import SYSTEM, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_new,
    make_ready,
    make_received,
)
from tests.factories.supplements import PAPER, fill_in, make_asked
from tests.services.land.received import (
    PROCEDURE,
    carried,
    make_land_desk,
    make_land_dossier,
    there,
)
from tests.services.outbox.owing import messages


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session, code=PROCEDURE)


def test_a_received_dossier_goes_over_with_its_parcels_and_papers(
    work: Work,
) -> None:
    code = make_land_dossier(work, make_land_desk(work))

    assert carried(work, code) == 1

    said = there(work).dossiers[code]
    assert said["NguoiTiepNhan"] == "Lê Thu Hà"
    assert (said["TinhId"], said["HuyenId"]) == (19, None)
    assert said["XaId"]
    assert said["LaQuyTrinhCapTinh"] is False
    assert said["ThongTinQuyTrinh"]["MaQuyTrinh"] == "1.012783"
    assert [one["SoThuTuThua"] for one in said["ThongTinThuaDat"]] == ["123", "124"]
    assert said["ThongTinThuaDat"][0]["SoHieuBanDo"] == "14"
    assert said["ThongTinNguoiNopDon"]["HoTen"]
    [paper] = said["DanhSachGiayToDinhKem"]
    assert set(paper["TapTin"][0]) == {"name", "id"}  # the ledger keeps no bytes


def test_a_workflow_of_theirs_is_named_by_the_profile(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    own = {"procedures": ["1.012783"], "workflows": {"1.012783": "QT-7"}}
    systems = {**work.province.profile["systems"], "land_registry": own}
    profile = {**work.province.profile, "systems": systems}
    province = dataclasses.replace(work.province, profile=profile)
    [message] = messages(work, Outward.LAND)

    said = received_fields(dataclasses.replace(work, province=province), message)

    assert said["SoBienNhan"] == code
    assert said["ThongTinQuyTrinh"]["MaQuyTrinh"] == "QT-7"


def test_a_supplement_is_told_once_the_dossier_is_there(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code, PAPER)
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    answer_supplement(acting(work, desk.filing.citizen, 1), code)
    carried(work, code)
    assert there(work).supplements == []  # it goes with the dossier itself
    entry = messages(work, Outward.LAND)[0]
    dossier_of(work, code).received_at = work.now
    entry.said, entry.state = {}, MessageState.WAITING
    there(work).dossiers[code] = {}

    carried(acting(work, SYSTEM, 2), code)

    [told] = there(work).supplements
    assert (told["SoBienNhan"], bool(told["NgayNhanBoSung"])) == (code, True)


def test_the_return_is_told_and_nothing_else(work: Work, desk: Desk) -> None:
    code = make_ready(work, desk)
    return_result(acting(work, desk.intake, 1), code, "Nguyễn Hữu Nghĩa", "given")
    while carried(acting(work, SYSTEM, 1), code):
        pass
    rows = messages(work, Outward.LAND)
    assert [row.kind for row in rows] == [MessageKind.DOSSIER, MessageKind.RESULT]
    assert {row.state for row in rows} == {MessageState.DELIVERED}
    assert there(work).returned[0]["NguoiTraKetQua"] == "Lê Thu Hà"
