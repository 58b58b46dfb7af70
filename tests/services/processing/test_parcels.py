"""Parcels that did not go: the office's list, and what sets them right."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from services.core.errors import (
    Conflict,
    Forbidden,
    NotFound,
    RuleViolation,
    SystemUnavailable,
)
from services.deliveries.models import Leg, PostalDelivery, PostalState, Trouble
from services.dossiers.follow_parcels import follow_parcels
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.send_by_post import SILENT_AFTER, catch_up, order_leg
from services.dossiers.show_parcels import show_parcels
from services.integrations.public_post.port import ParcelStage
from services.notifications.models import Notification, Subject
from services.processing.mend_parcel import (
    Address,
    give_to_counter,
    readdress,
    send_again,
)
from services.processing.parcel_desk import PAGE, list_parcels, open_parcel
from services.work import Role, Work
from tests.factories.dossiers import Filing, make_filing, make_officer
from tests.factories.places import COMMUNE, make_places
from tests.factories.processing import Desk, make_many_new
from tests.services.dossiers.test_delivery import (
    COLLECT,
    TO,
    handed_in,
    leg_of,
    post,
    worker,
)

ELSEWHERE = Address("Nguyễn Thị Ánh Tuyết", "0900 000 002", COMMUNE, "Số 99, tổ 7")


@pytest.fixture
def filing(session: Session) -> Filing:
    made = make_filing(session)
    make_places(session)
    made.agency.address, made.agency.phone = "Số 1 đường Mẫu", "0208 000 1010"
    session.flush()
    return made


@pytest.fixture
def office(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.officer)


def refused(work: Work, filing: Filing) -> PostalDelivery:
    """Return a collection the post refused."""
    dossier = handed_in(work, filing, COLLECT)
    post(work).refusal = "Địa chỉ ngoài vùng phục vụ"
    row = leg_of(work, dossier, Leg.COLLECT)
    order_leg(worker(work), row.id)
    post(work).refusal = ""
    return row


def returned(work: Work, filing: Filing) -> PostalDelivery:
    """Return a result whose parcel came back."""
    dossier = handed_in(work, filing, TO)
    dossier.status = DossierStatus.RESULT_READY
    work.session.flush()
    catch_up(worker(work))
    row = leg_of(work, dossier, Leg.RESULT)
    for stage in (ParcelStage.IN_TRANSIT, ParcelStage.FAILED, ParcelStage.RETURNED):
        post(work).happen(row.order_number, stage)
    follow_parcels(worker(work))
    return row


def told(work: Work, subject: Subject) -> list[Notification]:
    query = select(Notification).where(Notification.subject == subject)
    return list(work.session.exec(query))


def trouble_of(row: PostalDelivery) -> Trouble:
    return row.trouble


def test_an_order_the_post_refuses_is_listed_with_its_words(
    work: Work, filing: Filing, office: Work
) -> None:
    row = refused(work, filing)

    [line] = list_parcels(office, 1).rows

    assert (line.id, line.trouble, line.leg) == (row.id, Trouble.REFUSED, Leg.COLLECT)
    assert line.words == "Địa chỉ ngoài vùng phục vụ"
    assert "Nguyễn Thị" not in line.person  # masked on a shared screen


def test_a_parcel_that_came_back_is_listed(
    work: Work, filing: Filing, office: Work
) -> None:
    returned(work, filing)
    [line] = list_parcels(office, 1).rows
    assert line.trouble is Trouble.RETURNED


def test_a_post_that_met_nobody_is_waited_for(
    work: Work, filing: Filing, office: Work
) -> None:
    dossier = handed_in(work, filing, COLLECT)
    catch_up(worker(work))
    row = leg_of(work, dossier, Leg.COLLECT)
    post(work).happen(row.order_number, ParcelStage.FAILED)
    follow_parcels(worker(work))

    seen = open_parcel(office, row.id)
    assert seen.trouble is Trouble.MISSED
    assert {seen.may_send, seen.may_readdress, seen.may_give_up} == {False}
    with pytest.raises(Conflict):
        send_again(office, row.id)  # the post still holds the parcel

    post(work).happen(row.order_number, ParcelStage.DELIVERED)
    follow_parcels(worker(work))
    assert list_parcels(office, 1).total == 0


def test_a_post_that_never_answers_is_listed_and_asked_on(
    work: Work, filing: Filing, office: Work
) -> None:
    dossier = handed_in(work, filing, COLLECT)
    row = leg_of(work, dossier, Leg.COLLECT)
    post(work).is_down = True
    for _ in range(SILENT_AFTER):
        assert list_parcels(office, 1).total == 0
        with pytest.raises(SystemUnavailable):
            order_leg(worker(work), row.id)
    assert list_parcels(office, 1).rows[0].trouble is Trouble.SILENT

    post(work).is_down = False
    catch_up(worker(work))
    assert row.state is PostalState.REGISTERED
    assert list_parcels(office, 1).total == 0


def test_sending_again_asks_the_post_once(
    work: Work, filing: Filing, office: Work
) -> None:
    row = refused(work, filing)
    for _ in range(2):  # a second press
        seen = send_again(office, row.id)
    catch_up(worker(work))

    assert seen.trouble is Trouble.NONE
    [order] = post(work).orders.values()
    assert order.number == row.order_number
    assert row.order_number.endswith("-N")
    assert row.state is PostalState.REGISTERED
    [news] = told(work, Subject.POST_AGAIN)
    assert news.facts["address"] == row.person_address


def test_a_parcel_that_came_back_is_another_order_with_another_price(
    work: Work, filing: Filing, office: Work
) -> None:
    row = returned(work, filing)
    first = row.order_number

    send_again(office, row.id)
    catch_up(worker(work))

    assert row.order_number == f"{first}2"
    assert set(post(work).orders) == {first, f"{first}2"}
    assert len(told(work, Subject.POST_PRICED)) == 2
    post(work).happen(first, ParcelStage.DELIVERED)  # of the old parcel: not ours
    follow_parcels(worker(work))
    assert row.state is PostalState.REGISTERED


def test_a_collection_whose_day_has_gone_by_gets_the_next_one(
    work: Work, filing: Filing, office: Work
) -> None:
    row = refused(work, filing)
    late = dataclasses.replace(office, now=office.now + timedelta(days=7))

    send_again(late, row.id)

    assert row.pickup_day is not None
    assert row.pickup_day > late.now.date()
    [news] = told(work, Subject.POST_AGAIN)
    assert news.facts["day"] == row.pickup_day.isoformat()


def test_another_address_is_ordered_anew_and_the_person_is_told(
    work: Work, filing: Filing, office: Work
) -> None:
    row = refused(work, filing)
    for _ in range(2):  # a second press
        readdress(office, row.id, ELSEWHERE)
    catch_up(worker(work))

    assert row.person_address == "Số 99, tổ 7, Phường Tích Lương, Tỉnh Thái Nguyên"
    assert row.attempt == 2
    [order] = post(work).orders.values()
    assert order.sender.address == row.person_address
    assert order.sender.phone.endswith("002")
    [news] = told(work, Subject.POST_AGAIN)
    assert news.account_id == filing.account.id


@pytest.mark.parametrize(
    ("changed", "field", "fault"),
    [
        ({"name": ""}, "name", "required"),
        ({"phone": "12"}, "phone", "phone_format"),
        ({"detail": " "}, "detail", "required"),
        ({"commune": ""}, "commune", "required"),
        ({"commune": "99999"}, "commune", "commune_missing"),
    ],
)
def test_an_address_the_post_could_not_use_is_refused(
    work: Work,
    filing: Filing,
    office: Work,
    changed: dict[str, str],
    field: str,
    fault: str,
) -> None:
    row = refused(work, filing)
    with pytest.raises(RuleViolation) as refusal:
        readdress(office, row.id, dataclasses.replace(ELSEWHERE, **changed))
    assert refusal.value.problems == {field: fault}
    assert trouble_of(row) is Trouble.REFUSED


def test_a_journey_given_to_the_counter_never_goes_and_says_where_to_come(
    work: Work, filing: Filing, office: Work
) -> None:
    row = refused(work, filing)
    for _ in range(2):  # a second press
        give_to_counter(office, row.id)
    catch_up(worker(work))

    assert post(work).orders == {}
    assert (row.state, trouble_of(row)) == (PostalState.CANCELLED, Trouble.NONE)
    assert list_parcels(office, 1).total == 0
    [news] = told(work, Subject.POST_TO_COUNTER)
    assert news.facts["place"] == "Phường Tích Lương, Số 1 đường Mẫu"
    mine = dataclasses.replace(work, actor=filing.citizen)
    [seen] = show_parcels(mine, news.facts["code"])
    assert seen.counter == "Phường Tích Lương, Số 1 đường Mẫu"
    with pytest.raises(Conflict):
        send_again(office, row.id)


def test_a_dossier_that_is_over_waits_for_no_parcel(
    work: Work, filing: Filing, office: Work
) -> None:
    row = refused(work, filing)
    dossier = work.session.get_one(Dossier, row.dossier_id)
    dossier.status = DossierStatus.WITHDRAWN
    work.session.flush()

    assert list_parcels(office, 1).total == 0
    assert not open_parcel(office, row.id).may_send


def test_another_office_sees_and_changes_nothing(work: Work, filing: Filing) -> None:
    row = refused(work, filing)
    actor = make_officer(make_filing(work.session).agency.id, Role.INTAKE)
    foreign = dataclasses.replace(work, actor=actor)

    assert list_parcels(foreign, 1).total == 0
    for act in (open_parcel, send_again, give_to_counter):
        with pytest.raises(NotFound):
            act(foreign, row.id)
    with pytest.raises(NotFound):
        readdress(foreign, row.id, ELSEWHERE)


def test_who_approves_looks_and_a_citizen_does_not(work: Work, filing: Filing) -> None:
    row = refused(work, filing)
    boss = make_officer(filing.agency.id, Role.APPROVER)
    leader = dataclasses.replace(work, actor=boss)

    assert not open_parcel(leader, row.id).may_send
    for actor in (boss, filing.citizen):
        with pytest.raises(Forbidden):
            send_again(dataclasses.replace(work, actor=actor), row.id)
    with pytest.raises(Forbidden):
        list_parcels(dataclasses.replace(work, actor=filing.citizen), 1)


def test_the_list_is_paged(work: Work, filing: Filing, office: Work) -> None:
    row = refused(work, filing)
    officer = filing.officer
    make_many_new(work.session, Desk(filing, officer, officer, officer), PAGE)
    others = select(Dossier).where(
        Dossier.agency_id == filing.agency.id, Dossier.id != row.dossier_id
    )
    for dossier in work.session.exec(others).all():
        given = row.model_dump(exclude={"id"}) | {"dossier_id": dossier.id}
        given["order_number"] = str(dossier.code)
        work.session.add(PostalDelivery(**given))
    work.session.flush()

    first = list_parcels(office, 1)
    assert (len(first.rows), first.total) == (PAGE, PAGE + 1)
    assert len(list_parcels(office, 2).rows) == 1
