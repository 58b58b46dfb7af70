"""Quản lý thanh toán: rows, filter in the address, the count of the menu (C22)."""

import dataclasses
from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.citizen.my_payments import MyPaymentsState
from dvc_app.state.citizen.my_payments_due import DossierDuesState
from dvc_app.state.citizen.profile_menu import ProfileMenuState
from dvc_app.wording import my_payments as mine_words
from services.dossiers.models import Dossier
from services.payments.issue_receipt import issue_receipt
from services.payments.models import RequestState
from services.signals import dossier_topic, person_topic
from services.work import Work
from tests.dvc_app.state.public.pages import open_state, send, target
from tests.factories.dossiers import Filing, make_filing, make_submitted
from tests.factories.payments import make_payment, make_payment_request


@pytest.fixture
def filing(work: Work) -> Filing:
    return make_filing(work.session)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def page(kind: Any, work: Work, address: str = routes.MY_PAYMENTS) -> Any:
    # Any: the framework's states have no static type of their own.
    state = open_state(kind, work, address)
    object.__setattr__(state, "_actor", lambda: work.actor)
    send(state.load())
    return state


def test_a_new_person_is_told_that_nothing_is_due(mine: Work, filing: Filing) -> None:
    state = page(MyPaymentsState, mine)

    assert state.loaded
    assert state.is_empty
    assert person_topic(filing.account.id) in state._topics


def test_what_is_due_and_what_was_paid_each_have_their_button(
    mine: Work, filing: Filing
) -> None:
    sent = make_submitted(mine, filing)
    dossier = mine.session.get_one(Dossier, sent.dossier_id)
    given = {"dossier_id": dossier.id, "dossier_code": dossier.code}
    make_payment_request(mine.session, filing, **given)
    paid = make_payment_request(
        mine.session, filing, sequence=2, state=RequestState.PAID, **given
    )
    issue_receipt(mine, paid, make_payment(mine.session, paid))

    first, second = page(MyPaymentsState, mine).rows

    assert first.act_label == f"Thanh toán hồ sơ {dossier.code}"
    assert first.can_pay
    assert first.filed == "23/11/2026"
    assert second.receipt == f"/in/bien-lai/{paid.link_key}.pdf"
    assert (first.number, second.number) == ("1", "2")


def test_the_filter_stands_in_the_address(mine: Work, filing: Filing) -> None:
    for _ in range(11):
        make_payment_request(mine.session, filing)
    state = page(MyPaymentsState, mine)
    asked = {"tu": "01/11/2026", "den": "", "trang-thai": "paid", "so-dong": "20"}

    where = target(send(state.search(asked)))

    assert where == f"{routes.MY_PAYMENTS}?tu=01%2F11%2F2026&trang-thai=paid&so-dong=20"
    assert state.total == "Có tất cả 10/ 11 hồ sơ"
    assert (state.before, state.after) == ("", f"{routes.MY_PAYMENTS}?trang=2")
    assert page(MyPaymentsState, mine, where).rows == []


def test_a_day_that_cannot_be_read_narrows_nothing(mine: Work, filing: Filing) -> None:
    make_payment_request(mine.session, filing)

    state = page(MyPaymentsState, mine, f"{routes.MY_PAYMENTS}?tu=99/99&trang-thai=x")

    assert state.since_fault
    assert len(state.rows) == 1


def test_the_menu_counts_what_waits(mine: Work, filing: Filing) -> None:
    make_payment_request(mine.session, filing)

    assert page(ProfileMenuState, mine).counts["payments"] == "1"


def test_the_page_of_a_dossier_says_what_to_pay(mine: Work, filing: Filing) -> None:
    sent = make_submitted(mine, filing)
    dossier = mine.session.get_one(Dossier, sent.dossier_id)
    address = routes.fill(routes.DOSSIER, code=str(dossier.code))
    request = make_payment_request(mine.session, filing, dossier_id=dossier.id)

    state = page(DossierDuesState, mine, address)

    assert [row.amount for row in state.rows] == ["75.000 đ"]
    assert state._topics == (dossier_topic(dossier.id),)
    request.state = RequestState.PAID
    mine.session.flush()
    send(state.refresh())
    assert state.rows == []


def test_the_words_of_the_list_are_those_of_the_manual() -> None:
    assert mine_words.MINE == "Quản lý thanh toán"
    assert "Tên thủ tục hành chính" in mine_words.MINE_COLUMNS
