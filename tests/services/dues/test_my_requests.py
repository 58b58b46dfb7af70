"""“Quản lý thanh toán” lists one's own, by day, by standing, page by page (C22)."""

import dataclasses
from datetime import date, timedelta

import pytest
from sqlmodel import select

from services.core.errors import Forbidden, NotFound
from services.dossiers.models import Dossier
from services.dues.my_requests import Filter, count_due, dossier_dues, my_requests
from services.payments.models import PaymentState, RequestState
from services.payments.views import Standing
from services.work import Work
from tests.conftest import NOON
from tests.factories.delegations import make_delegation, rest_on
from tests.factories.dossiers import Filing, make_citizen, make_filing, make_submitted
from tests.factories.payments import make_payment, make_payment_request


@pytest.fixture
def filing(work: Work) -> Filing:
    return make_filing(work.session)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def test_the_unpaid_stand_first_and_are_summed(mine: Work, filing: Filing) -> None:
    make_payment_request(
        mine.session,
        filing,
        state=RequestState.PAID,
        opened_at=NOON + timedelta(hours=1),
    )
    due = make_payment_request(mine.session, filing, amount=40_000)

    page = my_requests(mine, Filter())

    assert page.rows[0].key == due.link_key
    assert (page.total, page.everything) == (2, 2)
    assert (page.due_count, page.due_amount) == (1, 40_000)
    assert count_due(mine) == 1


def test_nobody_sees_anothers(mine: Work, filing: Filing) -> None:
    make_payment_request(mine.session, make_filing(mine.session))

    assert my_requests(mine, Filter()).everything == 0


def test_whom_it_was_filed_for_sees_it_too(work: Work, filing: Filing) -> None:
    child = make_citizen(work.session)
    code = make_submitted(dataclasses.replace(work, actor=filing.citizen), filing).code
    dossier = work.session.exec(select(Dossier).where(Dossier.code == code)).one()
    dossier.principal_id = child.id
    make_payment_request(work.session, filing, dossier_id=dossier.id)
    theirs = dataclasses.replace(
        work, actor=dataclasses.replace(filing.citizen, account_id=child.id)
    )

    assert my_requests(theirs, Filter()).total == 1


def test_whose_right_to_act_has_ended_sees_nothing_of_it(
    mine: Work, filing: Filing
) -> None:
    owner = make_citizen(mine.session)
    code = make_submitted(mine, filing).code
    dossier = mine.session.exec(select(Dossier).where(Dossier.code == code)).one()
    right = make_delegation(mine.session, filing.account, owner)
    rest_on(mine.session, dossier, right)
    make_payment_request(mine.session, filing, dossier_id=dossier.id)
    assert my_requests(mine, Filter()).everything == 1

    right.revoked_at = mine.now - timedelta(minutes=1)
    mine.session.flush()

    assert my_requests(mine, Filter()).everything == 0


def test_days_are_whole_days_of_the_province(mine: Work, filing: Filing) -> None:
    make_payment_request(mine.session, filing)  # opened at 09:00 on the 23rd
    today, before = date(2026, 11, 23), date(2026, 11, 22)

    def count(first: date | None, last: date | None) -> int:
        return my_requests(mine, Filter(first, last)).total

    assert count(today, today) == 1
    assert count(None, before) == 0
    assert count(before, None) == 1
    assert count(date(2026, 11, 24), None) == 0


def test_a_standing_narrows_the_list(mine: Work, filing: Filing) -> None:
    make_payment_request(mine.session, filing)
    trying = make_payment_request(mine.session, filing)
    make_payment(mine.session, trying, state=PaymentState.PENDING)
    make_payment_request(mine.session, filing, state=RequestState.PAID)

    def keys(standing: Standing) -> int:
        page = my_requests(mine, Filter(standing=standing))
        assert {row.standing for row in page.rows} <= {standing}
        return page.total

    assert [keys(one) for one in (Standing.OPEN, Standing.PAYING, Standing.PAID)] == [
        1,
        1,
        1,
    ]
    assert keys(Standing.CANCELLED) == 0


def test_pages_hold_what_was_asked_for(mine: Work, filing: Filing) -> None:
    for _ in range(12):
        make_payment_request(mine.session, filing)

    first = my_requests(mine, Filter())
    second = my_requests(mine, Filter(page=2))
    wild = my_requests(mine, Filter(size=9_999))

    assert (len(first.rows), len(second.rows), len(wild.rows)) == (10, 2, 10)
    assert second.total == 12


def test_an_officer_has_no_such_list(work: Work, filing: Filing) -> None:
    with pytest.raises(Forbidden):
        my_requests(dataclasses.replace(work, actor=filing.officer), Filter())


def test_the_page_of_a_dossier_shows_what_is_open(mine: Work, filing: Filing) -> None:
    sent = make_submitted(mine, filing)
    code = str(mine.session.get_one(Dossier, sent.dossier_id).code)
    assert dossier_dues(mine, code).rows == ()
    make_payment_request(mine.session, filing, dossier_id=sent.dossier_id)
    make_payment_request(
        mine.session,
        filing,
        dossier_id=sent.dossier_id,
        sequence=2,
        state=RequestState.PAID,
    )

    found = dossier_dues(mine, code)

    assert found.dossier_id == sent.dossier_id
    assert [row.standing for row in found.rows] == [Standing.OPEN]


def test_the_dues_of_anothers_dossier_are_not_there(mine: Work) -> None:
    other = make_filing(mine.session)
    sent = make_submitted(mine, other)
    code = str(mine.session.get_one(Dossier, sent.dossier_id).code)

    with pytest.raises(NotFound):
        dossier_dues(mine, code)
