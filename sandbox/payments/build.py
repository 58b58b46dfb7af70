"""Puts the gateways together: one line each."""

from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.faults import System
from sandbox.messages import Messages
from sandbox.payments import (
    bank_feed,
    momo,
    napas,
    national,
    viettel_money,
    vnpay,
    zalopay,
)
from sandbox.payments.bank_feed import BankFeed
from sandbox.payments.board import Board
from sandbox.payments.ledger import Ledger
from sandbox.payments.momo import Momo
from sandbox.payments.napas import NAPAS
from sandbox.payments.national import National
from sandbox.payments.notifier import GAPS, Dialect, Notifier
from sandbox.payments.pages import PaymentPages
from sandbox.payments.viettel_money import ViettelMoney
from sandbox.payments.vnpay import Vnpay
from sandbox.payments.zalopay import ZaloPay
from sandbox.settings import Settings

SYSTEMS: tuple[System, ...] = (
    national.SYSTEM,
    vnpay.SYSTEM,
    napas.SYSTEM,
    momo.SYSTEM,
    zalopay.SYSTEM,
    viettel_money.SYSTEM,
    bank_feed.SYSTEM,
)


def payment_routes(
    settings: Settings, messages: Messages, templates: Jinja2Templates
) -> list[Route]:
    """Return every address: those of the gateways, the bank's pages, the ledger."""
    ledger = Ledger(settings.data)
    gateways: tuple[Dialect, ...] = (
        National(settings, ledger, templates),
        Vnpay(settings, ledger, templates),
        Vnpay(settings, ledger, templates, NAPAS),
        Momo(settings, ledger),
        ZaloPay(settings, ledger),
        ViettelMoney(settings, ledger, templates),
    )
    dialects = {gateway.key: gateway for gateway in gateways}
    notifier = Notifier(settings.data, dialects, GAPS)
    return [
        *PaymentPages(ledger, notifier, messages, templates).routes(),
        *Board(ledger, notifier, templates).routes(),
        *BankFeed(settings, templates).routes(),
        *(route for gateway in gateways for route in gateway.routes()),
    ]
