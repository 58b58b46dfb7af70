"""How papers travel: what is asked, what is ordered, and that nothing goes twice."""

import dataclasses
from datetime import date
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, select

from services.core.errors import Forbidden, RuleViolation, SystemUnavailable
from services.deliveries.models import (
    Leg,
    PostalDelivery,
    PostalState,
    PostCursor,
)
from services.dossiers.check_step import check_step
from services.dossiers.delivery_plan import collection_days
from services.dossiers.follow_parcels import follow_parcels
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.post_legs import order_number
from services.dossiers.quote_post import PostQuote, quote_post
from services.dossiers.rules import Problem, Step
from services.dossiers.send_by_post import catch_up, order_leg
from services.dossiers.show_delivery import show_delivery
from services.dossiers.show_parcels import show_parcels
from services.dossiers.snapshot import read_snapshot
from services.integrations.public_post.port import ParcelStage
from services.notifications.models import Notification, Subject
from services.work import SYSTEM, Work
from tests.factories.dossiers import (
    ANSWERS,
    Filing,
    make_draft,
    make_filing,
    make_submitted,
)
from tests.factories.places import COMMUNE, make_places
from tests.fakes import FakePublicPost

TO = {
    "delivery": "post",
    "recipient_name": "Nguyễn Thị Ánh Tuyết",
    "recipient_phone": "0900 000 001",
    "delivery_address.commune": COMMUNE,
    "delivery_address.detail": "Số 12, tổ 5",
}
COLLECT = {
    **TO,
    "delivery": "counter",
    "home_collection": "yes",
    "collection_day": "2026-11-25",
    "collection_part": "morning",
}


@pytest.fixture
def filing(session: Session) -> Filing:
    made = make_filing(session)
    make_places(session)
    made.agency.address, made.agency.phone = "Số 1 đường Mẫu", "0208 000 1010"
    session.flush()
    return made


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def post(work: Work) -> FakePublicPost:
    return cast(FakePublicPost, work.systems.public_post)


def opener(work: Work) -> Any:  # Any: an Opener
    return lambda use_case, *given: use_case(work, *given)


def worker(work: Work) -> Any:  # Any: likewise
    return opener(dataclasses.replace(work, actor=SYSTEM))


def draft_with(mine: Work, filing: Filing, **answers: str) -> UUID:
    told = {**ANSWERS, **{k.replace("__", "."): v for k, v in answers.items()}}
    return make_draft(mine.session, filing, answers=told).id


def problems(mine: Work, draft_id: UUID) -> dict[str, str]:
    try:
        check_step(mine, draft_id, Step.DELIVERY)
    except RuleViolation as refusal:
        return refusal.problems
    return {}


def handed_in(work: Work, filing: Filing, answers: dict[str, str]) -> Dossier:
    done = make_submitted(work, filing, answers={**ANSWERS, **answers})
    return work.session.get_one(Dossier, done.dossier_id)


def leg_of(work: Work, dossier: Dossier, leg: Leg) -> PostalDelivery:
    query = select(PostalDelivery).where(
        PostalDelivery.dossier_id == dossier.id, PostalDelivery.leg == leg
    )
    return work.session.exec(query).one()


def state_of(row: PostalDelivery) -> PostalState:
    return row.state


def with_draft(mine: Work, filing: Filing, answers: dict[str, str]) -> UUID:
    return make_draft(mine.session, filing, answers={**ANSWERS, **answers}).id


def test_at_the_counter_nothing_more_is_asked(mine: Work, filing: Filing) -> None:
    assert problems(mine, draft_with(mine, filing)) == {}


def test_by_post_person_phone_and_address_are_asked(mine: Work, filing: Filing) -> None:
    found = problems(mine, draft_with(mine, filing, delivery="post"))
    assert set(found) == {  # the name is the account's
        "recipient_phone",
        "delivery_address.commune",
        "delivery_address.detail",
    }


def test_what_was_typed_for_a_way_not_taken_is_no_fault(
    mine: Work, filing: Filing
) -> None:
    draft_id = draft_with(mine, filing, recipient_phone="12", collection_day="hôm nay")
    assert problems(mine, draft_id) == {}


def test_a_commune_nobody_knows_is_named(mine: Work, filing: Filing) -> None:
    draft_id = with_draft(mine, filing, {**TO, "delivery_address.commune": "99999"})
    found = problems(mine, draft_id)
    assert found == {"delivery_address.commune": Problem.COMMUNE_MISSING}


@pytest.mark.parametrize(
    ("day", "fault"),
    [
        ("2026-11-25", None),
        ("2026-11-23", Problem.COLLECTION_DAY),  # today
        ("2026-11-29", Problem.COLLECTION_DAY),  # a Sunday
        ("2027-01-31", Problem.COLLECTION_DAY),  # too far
        ("", "required"),
    ],
)
def test_the_post_comes_on_working_days_ahead(
    mine: Work, filing: Filing, day: str, fault: str | None
) -> None:
    draft_id = with_draft(mine, filing, {**COLLECT, "collection_day": day})
    expected = {"collection_day": fault} if fault else {}
    assert problems(mine, draft_id) == expected


def test_days_offered_are_working_days_from_tomorrow(work: Work) -> None:
    days = collection_days(work, None)
    assert len(days) == 5
    assert days[0] > date(2026, 11, 23)
    assert all(day.weekday() < 6 for day in days)


def test_the_page_names_desks_and_the_originals(mine: Work, filing: Filing) -> None:
    filing.component.original_qty = 1
    mine.session.flush()
    seen = show_delivery(mine, draft_with(mine, filing))
    assert seen.counters[0].name == "Phường Tích Lương"
    assert seen.originals == ("Giấy tờ G01",)


def test_delivery_is_frozen_with_its_addresses(
    work: Work, mine: Work, filing: Filing
) -> None:
    dossier = handed_in(work, filing, TO)
    filing.agency.address = "Nơi khác"
    frozen = read_snapshot(dossier).delivery
    assert frozen is not None
    assert frozen.way == "post"
    assert frozen.address == "Số 12, tổ 5, Phường Tích Lương, Tỉnh Thái Nguyên"
    row = leg_of(work, dossier, Leg.RESULT)
    assert (row.person_address, row.unit_address) == (frozen.address, "Số 1 đường Mẫu")
    assert (row.order_number, row.state) == (f"{dossier.code}-T", PostalState.NONE)


def test_at_the_counter_no_journey_is_written_down(work: Work, filing: Filing) -> None:
    dossier = handed_in(work, filing, {})
    query = select(PostalDelivery).where(PostalDelivery.dossier_id == dossier.id)
    assert work.session.exec(query).all() == []
    frozen = read_snapshot(dossier).delivery
    assert frozen is not None
    assert frozen.place_name == "Phường Tích Lương"


def test_the_price_is_asked_once_and_kept_for_a_day(mine: Work, filing: Filing) -> None:
    draft_id = with_draft(mine, filing, TO)
    for _ in range(3):
        assert quote_post(opener(mine), draft_id) == PostQuote(True, 26_000)
    assert post(mine).asked == 1


def test_both_ways_cost_twice(mine: Work, filing: Filing) -> None:
    draft_id = with_draft(mine, filing, {**COLLECT, "delivery": "post"})
    assert quote_post(opener(mine), draft_id).fee == 52_000


def test_no_price_is_asked_before_the_address_is_whole(
    mine: Work, filing: Filing
) -> None:
    draft_id = draft_with(mine, filing, delivery="post")
    assert quote_post(opener(mine), draft_id) == PostQuote(True)
    assert post(mine).asked == 0


def test_a_silent_post_stops_no_dossier(work: Work, mine: Work, filing: Filing) -> None:
    post(mine).is_down = True
    draft_id = with_draft(mine, filing, TO)
    assert quote_post(opener(mine), draft_id) == PostQuote(True, is_silent=True)
    assert problems(mine, draft_id) == {}
    dossier = handed_in(work, filing, TO)
    assert leg_of(work, dossier, Leg.RESULT).fee is None


def test_a_price_told_before_is_kept_with_the_dossier(
    work: Work, mine: Work, filing: Filing
) -> None:
    quote_post(opener(mine), with_draft(mine, filing, TO))
    dossier = handed_in(work, filing, TO)
    assert leg_of(work, dossier, Leg.RESULT).fee == 26_000


def test_the_worker_prices_later_and_tells_once(work: Work, filing: Filing) -> None:
    dossier = handed_in(work, filing, TO)
    row = leg_of(work, dossier, Leg.RESULT)
    for _ in range(2):
        order_leg(worker(work), row.id)
    told = select(Notification).where(Notification.subject == Subject.POST_PRICED)
    [news] = work.session.exec(told).all()
    assert row.fee == 26_000
    assert (news.account_id, news.facts["fee"]) == (dossier.account_id, "26000")
    assert row.state is PostalState.NONE  # the result is not there yet
    assert post(work).orders == {}


def test_a_collection_is_ordered_once_under_every_retry(
    work: Work, filing: Filing
) -> None:
    dossier = handed_in(work, filing, COLLECT)
    row = leg_of(work, dossier, Leg.COLLECT)
    for _ in range(3):
        order_leg(worker(work), row.id)
        catch_up(worker(work))
    [order] = post(work).orders.values()
    assert order.number == order_number(str(dossier.code), Leg.COLLECT)
    assert (order.sender.name, order.receiver.name) == (
        "Nguyễn Thị Ánh Tuyết",
        "Phường Tích Lương",
    )
    assert (order.pickup_day, order.pickup_part) == (date(2026, 11, 25), "morning")
    assert row.state is PostalState.REGISTERED


def test_a_worker_killed_after_the_order_orders_nothing_twice(
    work: Work, filing: Filing, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = handed_in(work, filing, COLLECT)
    row = leg_of(work, dossier, Leg.COLLECT)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("services.dossiers.send_by_post._ordered", die)
        with pytest.raises(KeyboardInterrupt):
            order_leg(worker(work), row.id)
    assert state_of(row) is PostalState.NONE
    order_leg(worker(work), row.id)
    assert state_of(row) is PostalState.REGISTERED
    assert len(post(work).orders) == 1


def test_a_post_that_is_down_is_tried_again(work: Work, filing: Filing) -> None:
    dossier = handed_in(work, filing, COLLECT)
    row = leg_of(work, dossier, Leg.COLLECT)
    post(work).is_down = True
    with pytest.raises(SystemUnavailable):
        order_leg(worker(work), row.id)
    assert catch_up(worker(work)) == 0
    post(work).is_down = False
    catch_up(worker(work))
    assert row.state is PostalState.REGISTERED


def test_an_order_the_post_refuses_waits_for_an_operator(
    work: Work, filing: Filing
) -> None:
    dossier = handed_in(work, filing, COLLECT)
    post(work).refusal = "Địa chỉ ngoài vùng phục vụ"
    row = leg_of(work, dossier, Leg.COLLECT)
    order_leg(worker(work), row.id)
    assert row.refusal == "Địa chỉ ngoài vùng phục vụ"
    assert catch_up(worker(work)) == 0


def test_a_result_is_sent_once_it_is_ready(work: Work, filing: Filing) -> None:
    dossier = handed_in(work, filing, TO)
    catch_up(worker(work))
    assert post(work).orders == {}
    dossier.status = DossierStatus.RESULT_READY
    work.session.flush()
    catch_up(worker(work))
    catch_up(worker(work))
    [order] = post(work).orders.values()
    assert order.receiver.name == "Nguyễn Thị Ánh Tuyết"
    assert order.number.endswith("-T")


def test_a_withdrawn_dossier_takes_its_order_back(work: Work, filing: Filing) -> None:
    dossier = handed_in(work, filing, COLLECT)
    catch_up(worker(work))
    dossier.status = DossierStatus.WITHDRAWN
    work.session.flush()
    catch_up(worker(work))
    row = leg_of(work, dossier, Leg.COLLECT)
    assert row.state is PostalState.CANCELLED
    assert post(work).cancelled == {row.order_number}


def test_the_tracking_is_read_from_where_it_was_left(
    work: Work, filing: Filing
) -> None:
    dossier = handed_in(work, filing, COLLECT)
    catch_up(worker(work))
    row = leg_of(work, dossier, Leg.COLLECT)
    assert follow_parcels(worker(work)) == 1
    assert row.parcel
    for stage, state in (
        (ParcelStage.COLLECTED, PostalState.COLLECTING),
        (ParcelStage.UNKNOWN, PostalState.COLLECTING),
        (ParcelStage.FAILED, PostalState.COLLECTING),
        (ParcelStage.DELIVERED, PostalState.DELIVERED),
        (ParcelStage.IN_TRANSIT, PostalState.DELIVERED),  # late and out of order
    ):
        post(work).happen(row.order_number, stage)
        assert follow_parcels(worker(work)) == 1
        assert row.state is state
    assert follow_parcels(worker(work)) == 0
    cursor = work.session.exec(select(PostCursor)).one()
    assert cursor.last_id == post(work).events[-1].id


def test_two_workers_read_no_line_twice(work: Work, filing: Filing) -> None:
    handed_in(work, filing, COLLECT)
    catch_up(worker(work))
    slow = worker(work)

    def overtaken(use_case: Any, *given: Any) -> Any:  # Any: an Opener
        answer = slow(use_case, *given)
        if use_case.__name__ == "_place":
            follow_parcels(worker(work))  # the other one, in between
        return answer

    assert follow_parcels(cast(Any, overtaken)) == 0


def test_events_of_others_change_nothing_and_move_the_cursor(
    work: Work, filing: Filing
) -> None:
    post(work).happen("somebody-s", ParcelStage.DELIVERED)
    assert follow_parcels(worker(work)) == 1


def test_the_person_sees_the_parcel_and_a_stranger_does_not(
    work: Work, mine: Work, filing: Filing
) -> None:
    dossier = handed_in(work, filing, COLLECT)
    catch_up(worker(work))
    follow_parcels(worker(work))
    [parcel] = show_parcels(mine, str(dossier.code))
    assert (parcel.leg, parcel.state) == (Leg.COLLECT, PostalState.REGISTERED)
    assert parcel.parcel.startswith("CE")


@pytest.mark.parametrize("act", [catch_up, follow_parcels])
def test_only_the_worker_speaks_with_the_post(mine: Work, act: Any) -> None:
    with pytest.raises(Forbidden):
        act(opener(mine))


def test_a_journey_that_is_gone_is_nobody_s_errand(work: Work) -> None:
    order_leg(worker(work), uuid4())
    assert post(work).asked == 0
