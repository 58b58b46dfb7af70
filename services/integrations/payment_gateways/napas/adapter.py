"""NAPAS: no public contract, so VNPAY's shape with names of its own (contracts 4.4)."""

import httpx

from services.integrations.payment_gateways.vnpay.adapter import HttpVnpay
from services.integrations.payment_gateways.vnpay.wire import Names

NAPAS = Names(
    prefix="nps_",
    merchant="MerchantId",
    order="OrderId",
    version="1.0",
    digest="sha256",
    scale=1,
    pay="gateway/pay",
    api="gateway/transaction",
    report="gateway/report",
)


class HttpNapas(HttpVnpay):
    """Amounts are whole đồng and hashes HMAC-SHA256; the rest is as VNPAY does."""

    def __init__(self, client: httpx.Client, merchant: str, secret: str) -> None:
        super().__init__(client, merchant, secret, NAPAS)
