"""One bill for one dossier at one moment; and who sees what of it (PAY-2, C18)."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from services.core.errors import Conflict, NotFound, RuleViolation
from services.integrations import health
from services.payments.beneficiary import Beneficiary
from services.payments.cancel_request import cancel_request
from services.payments.list_providers import list_providers
from services.payments.load_providers import load_providers, read_providers
from services.payments.models import (
    DueMoment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.open_request import Asked, open_request
from services.payments.queries import lines_of, owed, requests_of
from services.payments.save_payer import save_payer
from services.payments.settle import settle
from services.payments.settlement_models import PaymentProvider
from services.payments.show_request import show_request
from services.payments.transition import Source
from services.payments.views import DueLine, Standing
from services.work import Actor, Work
from tests.conftest import make_work
from tests.factories.dossiers import Filing, make_citizen, make_draft, make_filing
from tests.factories.payments import make_provider
from tests.services.payments.paying import (
    AMOUNT,
    BANK,
    PAYER,
    PERSON,
    at_once,
    make_bill,
    make_pending,
    told,
)

S = PaymentState
LINES = (
    DueLine("Phí thẩm định", "charge", 50_000, "TT 1/2026", "P1"),
    DueLine("Lệ phí cấp phép", "fee", 25_000),
)
ACCOUNT = Beneficiary("3713099999001", "UBND PHUONG", "VietinBank", "970415")


def asked_for(session: Session, filing: Filing, **values: Any) -> Asked:
    """Return what a dossier of the filing owes; Any: fields."""
    given: dict[str, Any] = {
        "moment": DueMoment.RECEPTION,
        "account_id": filing.account.id,
        "agency_id": filing.agency.id,
        "agency_code": filing.agency.code,
        "agency_name": filing.agency.name,
        "procedure_code": filing.procedure.code,
        "procedure_name": filing.procedure.name,
        "applicant_name": filing.account.full_name,
        "lines": LINES,
        "beneficiary": ACCOUNT,
    }
    if "dossier_id" not in values:
        given["dossier_id"] = make_draft(session, filing).id
    return Asked(**given | values)


@pytest.fixture
def asked(work: Work) -> Asked:
    """What a dossier owes."""
    return asked_for(work.session, make_filing(work.session))


def as_(work: Work, actor: Actor) -> Work:
    """Return the work of somebody else."""
    return dataclasses.replace(work, actor=actor)


def test_a_request_freezes_what_is_asked_for(work: Work, asked: Asked) -> None:
    request = open_request(work, asked)
    assert (request.amount, lines_of(request)) == (75_000, LINES)
    assert request.beneficiary == ACCOUNT.as_facts()
    assert request.invoice_number == "20261123090000"
    assert len(request.link_key) >= 20
    assert owed(work.session, asked.dossier_id) == 75_000


def test_asking_again_for_the_same_is_the_same_bill(work: Work, asked: Asked) -> None:
    assert open_request(work, asked).id == open_request(work, asked).id
    assert len(requests_of(work.session, asked.dossier_id)) == 1


def test_what_is_paid_is_not_asked_for_again(work: Work, asked: Asked) -> None:
    request = open_request(work, asked)
    payment = make_pending(work.session, request)
    settle(work, payment, told(payment), Source.NOTICE)
    assert open_request(work, asked).id == request.id
    assert owed(work.session, asked.dossier_id) == 0


def test_other_lines_replace_the_open_bill(work: Work, asked: Asked) -> None:
    first = open_request(work, asked)
    second = open_request(work, dataclasses.replace(asked, lines=LINES[:1]))
    assert (first.state, first.cancelled_why) == (RequestState.CANCELLED, "replaced")
    assert (second.amount, second.sequence) == (50_000, 2)
    assert owed(work.session, asked.dossier_id) == 50_000


@pytest.mark.parametrize("state", [S.CREATED, S.PENDING, S.MISMATCH])
def test_a_bill_that_money_may_be_on_its_way_to_is_not_replaced(
    work: Work, asked: Asked, state: PaymentState
) -> None:
    request = open_request(work, asked)
    make_pending(work.session, request, state=state)
    with pytest.raises(Conflict, match="payment_live"):
        open_request(work, dataclasses.replace(asked, lines=LINES[:1]))
    assert request.state is RequestState.OPEN


def test_each_notice_of_the_tax_office_is_a_bill(work: Work, asked: Asked) -> None:
    tax = dataclasses.replace(asked, moment=DueMoment.NOTICE, notice_number="TB 1")
    first = open_request(work, tax)
    second = open_request(work, dataclasses.replace(tax, notice_number="TB 2"))
    assert first.state is second.state is RequestState.OPEN
    assert owed(work.session, asked.dossier_id) == 150_000


def test_a_bill_from_before_filing_gets_the_code(work: Work, asked: Asked) -> None:
    request = open_request(work, asked)
    coded = dataclasses.replace(asked, dossier_code="H55.1-261123-0001")
    assert open_request(work, coded).id == request.id
    assert request.dossier_code == "H55.1-261123-0001"


@pytest.mark.parametrize("amount", [0, -5])
def test_nothing_is_no_bill(work: Work, asked: Asked, amount: int) -> None:
    with pytest.raises(ValueError, match="above zero"):
        open_request(
            work, dataclasses.replace(asked, lines=(DueLine("x", "fee", amount),))
        )


def test_bills_of_one_second_have_numbers_of_their_own(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session, session.begin():
        filing = make_filing(session)
        wanted = [asked_for(session, filing) for _ in range(20)]

    def open_one(number: int) -> str:
        with (
            Session(scratch_engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            work = make_work(session, tmp_path)
            return open_request(work, wanted[number]).invoice_number

    numbers = at_once(20, open_one)
    assert sorted(numbers) == [f"202611230900{n:02d}" for n in range(20)]


def test_a_cancelled_bill_stays_cancelled_and_a_paid_one_paid(
    work: Work, asked: Asked
) -> None:
    request = open_request(work, asked)
    cancel_request(work, request.id, "withdrawn")
    cancel_request(work, request.id, "again")
    assert request.cancelled_why == "withdrawn"
    paid = make_bill(work.session, state=RequestState.PAID)
    with pytest.raises(Conflict, match="request_paid"):
        cancel_request(work, paid.id, "withdrawn")


def test_the_holder_of_the_link_sees_the_bill_and_initials_only(work: Work) -> None:
    request = make_bill(work.session, applicant_name="Nguyễn Thị Ánh Tuyết")
    view = show_request(as_(work, PERSON), request.link_key)
    assert (view.amount, view.procedure_name) == (AMOUNT, request.procedure_name)
    assert view.initials == "N. T. Á. T."
    assert view.standing is Standing.OPEN
    assert view.transfer_words == f"TTHC{request.invoice_number}"
    assert view.qr_text
    assert (view.is_owner, view.is_mine, view.payer.name) == (False, False, "")


def test_the_owner_sees_payer_and_receipt_and_a_stranger_neither(work: Work) -> None:
    request = make_bill(work.session)
    payment = make_pending(work.session, request, browser="elsewhere")
    settle(work, payment, told(payment), Source.NOTICE)
    owner = Actor(account_id=request.account_id, browser="b1")
    strangers = [
        PERSON,
        Actor(account_id=make_citizen(work.session).id, browser="b2"),
        Actor(account_id=request.account_id, is_officer=True),
        Actor(),
    ]
    mine = show_request(as_(work, owner), request.link_key)
    assert (mine.is_owner, mine.payer.name) == (True, PAYER["name"])
    assert mine.receipt_number.endswith("-2026-0000001")
    for stranger in strangers:
        seen = show_request(as_(work, stranger), request.link_key)
        assert (seen.is_mine, seen.payer.name, seen.receipt_number) == (False, "", "")
        assert seen.standing is Standing.PAID
        assert seen.qr_text == ""


def test_whom_it_is_for_owns_it_too(work: Work) -> None:
    principal = make_citizen(work.session)
    request = make_bill(work.session, principal_id=principal.id)
    view = show_request(as_(work, Actor(account_id=principal.id)), request.link_key)
    assert view.is_owner


def test_the_browser_that_paid_sees_its_receipt(work: Work) -> None:
    request = make_bill(work.session)
    payment = make_pending(
        work.session, request, browser=PERSON.browser, pay_url="https://bank.example"
    )
    before = show_request(as_(work, PERSON), request.link_key)
    assert (before.is_mine, before.payments[0].pay_url) == (
        False,
        "https://bank.example",
    )
    other = show_request(as_(work, Actor(browser="other")), request.link_key)
    assert other.payments[0].pay_url == ""
    settle(work, payment, told(payment), Source.NOTICE)
    after = show_request(as_(work, PERSON), request.link_key)
    assert after.is_mine
    assert after.receipt_number


@pytest.mark.parametrize(
    ("request_state", "payment_state", "standing"),
    [
        (RequestState.OPEN, S.FAILED, Standing.OPEN),
        (RequestState.OPEN, S.PENDING, Standing.PAYING),
        (RequestState.OPEN, S.MISMATCH, Standing.HELD),
        (RequestState.OPEN, S.DISPUTED, Standing.HELD),
        (RequestState.OPEN, S.REFUND_PENDING, Standing.REFUNDING),
        (RequestState.CANCELLED, S.EXPIRED, Standing.CANCELLED),
        (RequestState.CANCELLED, S.REFUND_PENDING, Standing.REFUNDING),
        (RequestState.PAID, S.REFUND_PENDING, Standing.PAID),
        (RequestState.REFUNDED, S.REFUNDED, Standing.REFUNDED),
    ],
)
def test_how_a_bill_stands(
    work: Work,
    request_state: RequestState,
    payment_state: PaymentState,
    standing: Standing,
) -> None:
    request = make_bill(work.session, state=request_state)
    make_pending(work.session, request, state=payment_state)
    assert show_request(work, request.link_key).standing is standing


def test_a_link_of_nothing_shows_nothing(work: Work) -> None:
    for key in ("", "no-such", "nul\0", "\ud800"):
        with pytest.raises(NotFound):
            show_request(work, key)


def test_the_payer_is_read_kept_and_told_to_who_typed_it(work: Work) -> None:
    request = make_bill(work.session, payer={})
    here = as_(work, PERSON)
    typed = PAYER | {"name": "  nguyễn  văn   thọ ", "number": "C1234567"}
    save_payer(here, request.link_key, typed)
    assert request.payer["number"] == "C1234567"
    assert show_request(here, request.link_key).payer.name
    stranger = as_(work, Actor(browser="other"))
    assert show_request(stranger, request.link_key).payer.name == ""
    nobody = as_(work, Actor())
    assert show_request(nobody, request.link_key).payer.name == ""


def test_every_field_that_is_wrong_is_named(work: Work) -> None:
    request = make_bill(work.session)
    with pytest.raises(RuleViolation) as refusal:
        save_payer(work, request.link_key, {"email": "no", "number": "12"})
    assert set(refusal.value.problems) == {
        "name",
        "number",
        "phone",
        "address",
        "email",
    }
    assert request.payer["name"] == PAYER["name"]


def test_a_paid_bill_has_its_payer(work: Work) -> None:
    request = make_bill(work.session, state=RequestState.PAID)
    with pytest.raises(Conflict):
        save_payer(work, request.link_key, PAYER)


def test_ways_to_pay_are_those_that_take_the_sum(work: Work) -> None:
    request = make_bill(work.session)
    make_provider(work.session, "late", position=3, fee_fixed=1_100)
    make_provider(work.session, "small", most=AMOUNT - 1)
    make_provider(work.session, "large", least=AMOUNT + 1)
    make_provider(work.session, "off", is_on=False)
    make_provider(work.session, "gone", gateway="gone")
    ways = list_providers(work, request.link_key)
    assert [one.code for one in ways] == [BANK, "late"]
    assert (ways[1].fee, ways[1].total) == (1_100, AMOUNT + 1_100)


def test_what_was_used_last_comes_first(work: Work) -> None:
    make_provider(work.session, "late", position=9)
    earlier = make_bill(work.session)
    make_pending(work.session, earlier, provider="late", browser=PERSON.browser)
    request = make_bill(work.session)
    ways = list_providers(as_(work, PERSON), request.link_key)
    assert [(one.code, one.was_last) for one in ways] == [
        ("late", True),
        (BANK, False),
    ]
    nobody = list_providers(as_(work, Actor()), request.link_key)
    assert [one.code for one in nobody] == [BANK, "late"]
    owner = Actor(account_id=earlier.account_id)
    assert list_providers(as_(work, owner), request.link_key)[0].code == "late"


def test_a_gateway_that_just_failed_is_marked(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "_failed", {})
    request = make_bill(work.session)
    health.note("vnpay", answered=False)
    (way,) = list_providers(work, request.link_key)
    assert way.is_failing
    assert way.failing_since is not None


def test_loading_the_providers_twice_changes_nothing(work: Work) -> None:
    assert load_providers(work) == len(read_providers())
    assert load_providers(work) == 0


def test_the_switch_is_the_administrators(work: Work) -> None:
    load_providers(work)
    momo = work.session.exec(
        select(PaymentProvider).where(PaymentProvider.code == "momo")
    ).one()
    momo.is_on, momo.digest = False, "an earlier file"
    work.session.flush()
    assert load_providers(work) == 1
    assert not momo.is_on


def test_the_file_names_each_provider_once_at_a_gateway_there_is() -> None:
    providers = read_providers()
    codes = [one["code"] for one in providers]
    assert len(codes) == len(set(codes)) > 20
    keys = {"national", "vnpay", "napas", "momo", "zalopay", "viettel_money"}
    assert {one["gateway"] for one in providers} == keys


def test_requests_come_in_the_order_they_were_opened(work: Work, asked: Asked) -> None:
    first = open_request(work, asked)
    later = dataclasses.replace(asked, moment=DueMoment.RESULT)
    second = open_request(work, later)
    found = requests_of(work.session, asked.dossier_id)
    assert [one.id for one in found] == [first.id, second.id]
    assert isinstance(found[0], PaymentRequest)
