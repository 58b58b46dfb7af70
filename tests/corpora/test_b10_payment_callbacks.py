"""Corpus B10: what gateways tell us is believed when it is proved, and then once."""

import dataclasses
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, func, select

from services.integrations.payment_gateways.port import (
    NoticeRefused,
    RawNotice,
    Reply,
)
from services.payments.models import (
    GatewayNotice,
    Payment,
    PaymentEvent,
    PaymentState,
)
from services.payments.take_notice import take_notice
from services.work import SYSTEM, Work
from tests.conftest import NOON
from tests.corpora.callbacks import CONFIRM, Recipe, gateways, notice
from tests.services.payments.paying import Inside, make_bill, make_pending

CORPUS = tomllib.loads(
    Path(__file__).with_name("b10_payment_callbacks.toml").read_text("utf-8")
)["cases"]
# Our verdicts in their words; no two gateways say it alike.
CODES = {
    "vnpay": {
        "ok": "00",
        "already": "02",
        "not_found": "01",
        "bad_amount": "04",
        "bad_signature": "97",
        "other": "99",
    },
    "national": {
        "ok": "00",
        "already": "00",
        "not_found": "01",
        "bad_amount": "04",
        "bad_signature": "97",
        "other": "99",
    },
    "momo": {
        "ok": "204",
        "already": "204",
        "not_found": "404",
        "bad_amount": "204",
        "bad_signature": "400",
        "other": "500",
    },
}


def code_of(gateway: str, reply: Reply) -> str:
    if gateway == "momo":
        return str(reply.status)
    told = json.loads(reply.body)
    return str(told["RspCode" if gateway == "vnpay" else "MaLoi"])


def moves(work: Work, payment: Payment) -> int:
    query = select(func.count()).where(col(PaymentEvent.payment_id) == payment.id)
    return work.session.exec(query).one()


@pytest.fixture
def hearing(work: Work) -> Work:
    """The portal with the gateways' own adapters, nobody signed in."""
    systems = dataclasses.replace(work.systems, gateways=gateways())
    return dataclasses.replace(work, actor=SYSTEM, systems=systems)


def hear(work: Work, payment: Payment, recipe: Recipe) -> Reply:
    said = notice(recipe, payment.number, payment.amount, NOON)
    return take_notice(Inside(work), recipe.gateway, said)


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: str(case["id"]))
def test_a_notice_has_its_verdict(hearing: Work, case: dict[str, Any]) -> None:
    recipe = Recipe(**case["recipe"])
    bill = make_bill(hearing.session)
    payment = make_pending(
        hearing.session, bill, gateway=recipe.gateway, number=f"{bill.invoice_number}01"
    )
    if "before" in case:
        hear(hearing, payment, Recipe(**case["before"]))
    if "starts" in case:
        payment.state = PaymentState(case["starts"])
        hearing.session.flush()
    before = (payment.state, payment.version, moves(hearing, payment))
    told_before = set(hearing.session.exec(select(GatewayNotice.id)))

    reply = hear(hearing, payment, recipe)

    (kept,) = (
        row
        for row in hearing.session.exec(select(GatewayNotice))
        if row.id not in told_before
    )
    assert kept.verdict == case["verdict"], case["why"]
    assert payment.state == case["state"], case["why"]
    assert code_of(recipe.gateway, reply) == CODES[recipe.gateway][case["verdict"]]
    after = (payment.state, payment.version, moves(hearing, payment))
    is_believed = case["verdict"] == "ok" or case["state"] == "mismatch"
    assert (after != before) is is_believed, case["why"]


def test_the_corpus_is_whole_and_nothing_unsigned_moves_money() -> None:
    assert len({case["id"] for case in CORPUS}) == len(CORPUS) == 36
    assert {case["recipe"]["gateway"] for case in CORPUS} == set(CODES)
    unsigned = [case for case in CORPUS if case["verdict"] == "bad_signature"]
    assert {case["state"] for case in unsigned} == {"pending"}
    assert {case["verdict"] for case in CORPUS} == set(CODES["vnpay"])


@pytest.mark.parametrize("gateway", sorted(CODES))
def test_half_a_sign_is_refused_and_breaks_nothing(gateway: str) -> None:
    half = json.dumps(dict.fromkeys((*CONFIRM.split(), "MaXacThuc"), "\ud800"))
    said = RawNotice("POST", "", half.encode(), "application/json")
    if gateway == "vnpay":
        said = RawNotice("GET", "vnp_SecureHash=%ED%A0%80&vnp_TxnRef=1")
    with pytest.raises(NoticeRefused):
        gateways()[gateway].read_notice(said, NOON)
