"""“Thông tin giấy phép” on the page: kept, checked, read, sent, given back (O10)."""

from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.officer.permit import PermitState
from dvc_app.state.officer.processing import ProcessingState
from dvc_app.wording import permits as wording
from services.outbox.models import Outward
from services.work import Work
from tests.dvc_app.state.officer.desks import open_as, send
from tests.factories.processing import make_desk
from tests.services.permits.issued import OFFICE, Issued, make_issued


@pytest.fixture
def issued(work: Work) -> Issued:
    return make_issued(work)


def page(issued: Issued) -> Any:
    """Return the page, open. Any: a state of the framework."""
    address = routes.fill(routes.PERMIT, code=issued.code)
    state = open_as(PermitState, issued.work, issued.desk.intake, address)
    send(state.load())
    return state


def fill_in(state: Any) -> None:
    for key, text in OFFICE[Outward.CONSTRUCTION].items():
        send(state.save_field(key, text))


def test_the_page_says_where_each_text_comes_from(issued: Issued) -> None:
    state = page(issued)
    assert (state.loaded, state.title) == (True, "Thông tin giấy phép")
    assert state.values["e.number"] == "12/GP-UBND"
    assert state.badges["e.number"] == "Từ kết quả"
    assert state.badges["e.investor_name"] == "Từ hồ sơ"
    assert state.told.label == "Nháp"
    assert not state.told.may_sync
    assert state.file.is_signed


def test_what_is_missing_is_named_and_typing_forgives_it(issued: Issued) -> None:
    state = page(issued)
    send(state.save())
    assert state.problems["e.signer"].startswith("Người ký: ")
    fill_in(state)
    assert state.problems == {}
    assert state.kept.startswith("Đã giữ lúc")


def test_saved_it_is_read_and_then_sent(issued: Issued) -> None:
    state = page(issued)
    fill_in(state)
    send(state.save())
    said = {
        line.label: line.text for card in state.cards for line in card.cards[0].lines
    }
    assert said["Số giấy phép"] == "12/GP-UBND"
    assert said["Tổng diện tích sàn"] == "215,25 m²"
    assert said["Hiệu lực đến ngày"] == wording.NOT_GIVEN
    assert (state.told.may_sync, state.told.button) == (True, "Đồng bộ giấy phép BXD")

    send(state.sync())
    assert state.told.label == "Chờ gửi"
    assert not state.told.may_sync
    issued.carry()
    send(state.refresh())
    assert state.told.label == "Đã nhận"
    assert "DB-1" in state.told.sentence
    assert state.cards_title == wording.PREVIEW_SENT


def test_edited_after_it_was_sent_it_says_so(issued: Issued) -> None:
    state = page(issued)
    fill_in(state)
    send(state.save())
    send(state.sync())
    issued.carry()
    send(state.save_field("e.height", "12,5"))
    assert state.told.edited == "Đã sửa, cần đồng bộ lại"
    assert state.told.why_not == wording.FAULTS["permit_unsaved"]
    send(state.save())
    assert state.told.may_sync


def test_given_back_their_words_stand_against_our_field(issued: Issued) -> None:
    state = page(issued)
    fill_in(state)
    send(state.save())
    send(state.sync())
    issued.there.refuses[issued.code] = "Trường NguoiKy chưa khớp"
    issued.carry()
    send(state.refresh())
    assert state.told.label == "Bị trả lại"
    assert state.told.their_key == "e.signer"
    assert state.told.their_words == "Bộ Xây dựng: Trường “Người ký” chưa khớp."
    assert state.marked == {"e.signer": state.told.their_words}
    assert (state.told.may_sync, state.told.button) == (True, "Gửi lại")
    send(state.save_field("e.signer", "Trần Văn Thụ"))
    assert state.marked == {}


def test_a_stranger_reads_that_nothing_is_here(issued: Issued) -> None:
    stranger = make_desk(issued.work.session).intake
    address = routes.fill(routes.PERMIT, code=issued.code)
    state: Any = open_as(PermitState, issued.work, stranger, address)
    send(state.load())
    assert state.missing
    assert state.values == {}


def test_the_dossier_leads_there(
    issued: Issued, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dvc_app.wording.permits.here", lambda: issued.work.province)
    address = routes.fill(routes.PROCESSING, code=issued.code)
    state: Any = open_as(ProcessingState, issued.work, issued.desk.intake, address)
    send(state.load())
    assert state.head.permit == "Thông tin giấy phép"
