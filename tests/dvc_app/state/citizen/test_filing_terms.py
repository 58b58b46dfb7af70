"""Steps 4 to 6 as their pages show them: delivery, fees, the second signature."""

import dataclasses
from typing import Any, cast

import pytest
from sqlmodel import Session

from dvc_app.state.citizen.fee_rows import fee_line_row, say_total
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_delivery import FilingDeliveryState
from dvc_app.state.citizen.filing_fees import FilingFeesState
from dvc_app.state.citizen.filing_terms import FilingTermsState
from dvc_app.state.citizen.parcels import ParcelsState
from dvc_app.state.public.cosign import CosignPageState
from dvc_app.wording import cosigning, delivery, fees
from services.dossiers.models import Dossier
from services.dossiers.send_by_post import catch_up
from services.fees.load_rules import write_rules
from services.fees.reckon import reckon
from services.fees.rule import Rule
from services.fees.statement import FeeLine
from services.work import SYSTEM, Actor, Work
from tests.conftest import NOON
from tests.dvc_app.state.public.pages import go, open_state, send
from tests.factories.dossiers import (
    ANSWERS,
    Filing,
    make_filing,
    make_ready_draft,
    make_submitted,
)
from tests.factories.fees import make_rule
from tests.factories.files import make_stored_file
from tests.factories.places import COMMUNE, make_places
from tests.fakes import FakePublicPost

# Any, below: the framework's states have no static type of their own.
TO = {
    "delivery": "post",
    "recipient_name": "Nguyễn Thị Ánh Tuyết",
    "recipient_phone": "0900000001",
    "delivery_address.commune": COMMUNE,
    "delivery_address.detail": "Số 12, tổ 5",
}


@pytest.fixture
def filing(session: Session) -> Filing:
    make_places(session)
    made = make_filing(session, cosign={"who": "Người kết hôn với bạn"})
    made.agency.address, made.agency.phone = "Số 1 đường Mẫu", "0208 000 1010"
    return made


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


@pytest.fixture
def draft(mine: Work, filing: Filing) -> Dossier:
    return make_ready_draft(mine.session, filing)


def page(kind: Any, mine: Work, address: str) -> Any:
    """Return a state of the wizard, with FilingState standing beside it."""
    state = open_state(kind, mine, address)
    filing = open_state(FilingState, mine, address)

    async def beside() -> Any:
        return filing

    async def run_apart(act: Any, *given: Any) -> Any:
        return act(lambda use_case, *more: use_case(mine, *more), *given)

    for name, value in {"_filing": beside, "_run_apart": run_apart}.items():
        object.__setattr__(state, name, value)
    send(filing.load())
    return state


def delivery_page(mine: Work, draft: Dossier) -> Any:
    return page(FilingDeliveryState, mine, f"/nop-ho-so/{draft.id}/nhan-ket-qua")


def fees_page(mine: Work, draft: Dossier) -> Any:
    return page(FilingFeesState, mine, f"/nop-ho-so/{draft.id}/phi")


def review_page(mine: Work, draft: Dossier) -> Any:
    return page(FilingTermsState, mine, f"/nop-ho-so/{draft.id}/xac-nhan")


def post(work: Work) -> FakePublicPost:
    return cast(FakePublicPost, work.systems.public_post)


def test_a_way_chosen_is_saved_and_drawn(mine: Work, draft: Dossier) -> None:
    state = delivery_page(mine, draft)
    assert send(state.load()) is None
    assert (state.loaded, state.is_posted, state.fee) == (True, False, "")
    assert state.counters[0].address == "Số 1 đường Mẫu"
    price = send(state.choose_way("post"))
    assert state.is_posted
    assert draft.answers["delivery"] == "post"
    assert price is not None


def test_the_price_stands_there_once_the_address_is_whole(
    mine: Work, draft: Dossier
) -> None:
    draft.answers = {**draft.answers, **TO}
    state = delivery_page(mine, draft)
    send(state.load())
    send(state.price())
    assert "26.000" in state.fee
    assert not state.is_silent


def test_before_that_it_says_what_is_wanting(mine: Work, draft: Dossier) -> None:
    draft.answers = {**draft.answers, "delivery": "post"}
    state = delivery_page(mine, draft)
    send(state.load())
    send(state.price())
    assert state.fee == delivery.FEE_LATER


def test_a_silent_post_is_said_and_stops_nothing(mine: Work, draft: Dossier) -> None:
    draft.answers = {**draft.answers, **TO}
    post(mine).is_down = True
    state = delivery_page(mine, draft)
    send(state.load())
    send(state.price())
    assert (state.fee, state.is_silent) == (delivery.FEE_SILENT, True)


def test_a_collection_offers_its_days(mine: Work, draft: Dossier) -> None:
    state = delivery_page(mine, draft)
    send(state.load())
    send(state.choose_collection(True))
    assert draft.answers["home_collection"] == "yes"
    assert len(state.days) == 5
    send(state.choose_collection(False))
    assert draft.answers["home_collection"] == "no"


def test_a_part_of_the_address_is_saved_and_a_strange_one_is_not(
    mine: Work, draft: Dossier
) -> None:
    state = delivery_page(mine, draft)
    send(state.load())
    assert send(state.save_part("delivery_address", "commune", COMMUNE)) is not None
    assert draft.answers["delivery_address.commune"] == COMMUNE
    assert send(state.save_part("submitter", "name", "x")) is None
    assert "submitter.name" not in draft.answers


def test_another_person_s_draft_shows_nothing(work: Work, draft: Dossier) -> None:
    stranger = make_filing(work.session)
    theirs = dataclasses.replace(work, actor=stranger.citizen)
    for make in (delivery_page, fees_page, review_page):
        state = make(theirs, draft)
        send(state.load())
        assert not state.loaded


POOR = {"code": "poor", "ground": "Hộ nghèo", "basis": "Luật", "is_known": True}


def test_a_ground_changes_the_lines_and_asks_for_its_proof(
    mine: Work, filing: Filing, draft: Dossier
) -> None:
    relief = [{**POOR, "proof": "Giấy chứng nhận hộ nghèo"}]
    code = filing.procedure.code
    write_rules(mine, [make_rule(amount=15_000, relief=relief, procedures=[code])])
    state = fees_page(mine, draft)
    send(state.load())
    assert (state.total, state.has_ground) == ("15.000 đ", False)
    send(state.choose_ground("poor"))
    assert (state.total, state.has_ground) == ("0 đ", True)
    assert "Giấy chứng nhận hộ nghèo" in state.proof
    assert not state.looks_up
    send(state.choose_proof("look_up"))
    assert state.looks_up
    assert draft.answers["relief_proof"] == "look_up"


def test_a_proof_sent_is_listed(mine: Work, filing: Filing, draft: Dossier) -> None:
    make_stored_file(mine.session, filing.account.id, draft.id, slot="relief_proof")
    state = fees_page(mine, draft)
    send(state.load())
    assert len(state.proofs) == 1
    assert state.endpoint.endswith("/relief_proof")


def test_the_post_s_price_stands_apart(mine: Work, draft: Dossier) -> None:
    draft.answers = {**draft.answers, **TO}
    state = fees_page(mine, draft)
    send(state.load())
    send(state.price())
    assert (state.postal, state.total) == ("26.000 đ", "75.000 đ")
    post(mine).is_down = True
    assert state.due == [fees.DUE["reception"]]


def line_of(one: Rule, **answers: str) -> FeeLine:
    [line] = reckon([one], answers, NOON.date()).lines
    return line


def test_a_line_says_rate_quantity_and_amount() -> None:
    steps = [{"first": 1, "amount": 2_000}, {"first": 3, "amount": 1_000}]
    one = make_rule(
        steps=steps, cap=200_000, units=["u"], unit="trang", items=["i"], item="bản"
    )
    row = fee_line_row(line_of(one, u="5", i="3"))
    assert row.rate == (
        "2.000 đ/trang; từ trang thứ 3: 1.000 đ/trang; không quá 200.000 đ/bản"
    )
    assert (row.quantity, row.amount) == ("5 trang × 3 bản", "21.000 đ")


def test_a_line_without_an_amount_is_never_money() -> None:
    line = line_of(make_rule())
    row = fee_line_row(line)
    assert (row.rate, row.amount) == (fees.WILL_TELL, fees.WILL_TELL)
    assert say_total([line]) == fees.WILL_TELL


def test_the_last_look_names_delivery_and_fees(mine: Work, draft: Dossier) -> None:
    draft.answers = {**draft.answers, **TO}
    state = review_page(mine, draft)
    send(state.load())
    assert delivery.BY_POST in state.delivery
    assert "Số 12, tổ 5, Phường Tích Lương, Tỉnh Thái Nguyên" in state.delivery
    assert state.total == "75.000 đ"
    assert state.needed


def invited(mine: Work, draft: Dossier) -> Any:
    state = review_page(mine, draft)
    send(state.load())
    form = {"cosign_name": "Trần Văn Bình", "cosign_contact": "0900000022"}
    send(state.invite(form))
    return state


def test_an_invitation_shows_its_link_once(mine: Work, draft: Dossier) -> None:
    state = invited(mine, draft)
    assert "/ky-cung/" in state.link
    assert state.is_open
    assert "Trần Văn Bình" in state.standing
    assert "0900000022" not in state.standing
    send(state.load())
    assert state.link == ""
    send(state.take_back())
    assert not state.is_open


def test_a_name_or_number_that_cannot_be_read_stands_at_its_field(
    mine: Work, draft: Dossier
) -> None:
    state = review_page(mine, draft)
    send(state.load())
    send(state.invite({"cosign_name": "", "cosign_contact": "12"}))
    assert set(state.problems) == {"cosign_name", "cosign_contact"}


def cosigner(work: Work, state: Any) -> Any:
    visitor = dataclasses.replace(work, actor=Actor(browser="their phone"))
    found = open_state(CosignPageState, visitor, state.link.replace("http://x", ""))
    go(found, "/ky-cung/" + state.link.rpartition("/")[2])
    send(found.load())
    assert (found.is_ready, found.is_known) == (True, False)
    assert (found.lines, found.files, found.submitter) == ([], [], "")
    return found


def named(seen: Any) -> Any:
    send(seen.give_name({"cosigner": "tran van binh"}))
    assert seen.is_known
    return seen


def test_a_wrong_name_is_said_at_its_field_and_then_the_link_is_closed(
    work: Work, mine: Work, draft: Dossier
) -> None:
    state = invited(mine, draft)
    seen = cosigner(work, state)
    for left in (4, 3, 2, 1):
        send(seen.give_name({"cosigner": "Lê Thị Khác"}))
        assert seen.problems == {"cosigner": cosigning.WRONG_NAME.format(left=left)}
    send(seen.give_name({"cosigner": "Lê Thị Khác"}))
    assert seen.outcome == cosigning.OUTCOMES["frozen"][0]
    assert (seen.is_known, seen.lines, seen.problems) == (False, [], {})
    send(state.refresh())
    assert "đã khóa" in state.standing
    assert not state.is_open


def test_who_is_not_meant_closes_the_link(
    work: Work, mine: Work, draft: Dossier
) -> None:
    seen = cosigner(work, invited(mine, draft))
    send(seen.disown())
    assert seen.outcome == cosigning.OUTCOMES["frozen"][0]


def test_who_was_invited_reads_and_asks_for_a_code(
    work: Work, mine: Work, draft: Dossier
) -> None:
    seen = named(cosigner(work, invited(mine, draft)))
    assert (seen.is_missing, seen.outcome) == (False, "")
    assert seen.files
    assert ANSWERS["request"] in {line.text for line in seen.lines}
    assert not seen.has_code
    send(seen.send_code())
    assert seen.has_code
    send(seen.sign({"code": "12"}))
    assert set(seen.problems) == {"code"}


def test_a_refusal_is_said_to_both(work: Work, mine: Work, draft: Dossier) -> None:
    state = invited(mine, draft)
    seen = named(cosigner(work, state))
    send(seen.refuse())
    assert seen.outcome == cosigning.OUTCOMES["refused"][0]
    send(state.refresh())
    assert state.standing_kind == "warn"
    assert not state.is_open


def test_a_wrong_link_says_nothing_of_anybody(work: Work) -> None:
    visitor = dataclasses.replace(work, actor=Actor(browser="b"))
    state = open_state(CosignPageState, visitor, "/ky-cung/guessed")
    send(state.load())
    assert (state.is_ready, state.is_missing) == (True, True)
    assert state.lines == []
    send(state.send_code())
    assert state.is_missing


def test_the_page_of_a_dossier_shows_its_parcels(
    work: Work, mine: Work, filing: Filing
) -> None:
    filing.procedure.cosign = {}
    done = make_submitted(work, filing, answers={**ANSWERS, **TO})
    system = dataclasses.replace(work, actor=SYSTEM)
    catch_up(lambda use_case, *given: use_case(system, *given))  # type: ignore[arg-type]
    state = open_state(ParcelsState, mine, f"/ho-so/{done.code}")
    send(state.load())
    [row] = state.parcels
    assert (row.leg, row.state) == (delivery.LEGS["result"], "Chưa đặt bưu điện")
    assert row.fee == "26.000 đ"
    assert row.hint == delivery.WAITING["result"]
    go(state, "/ho-so/H55.99.999-261123-0001")
    send(state.load())
    assert state.parcels == []
