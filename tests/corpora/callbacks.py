"""Notices of three gateways from the recipes of B10: made, signed, then spoiled."""

import hashlib
import hmac
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote_plus
from zoneinfo import ZoneInfo

import httpx

from services.integrations.payment_gateways.momo.adapter import HttpMomo, Merchant
from services.integrations.payment_gateways.national.adapter import (
    Account,
    HttpNationalPayment,
)
from services.integrations.payment_gateways.port import PaymentGateway, RawNotice
from services.integrations.payment_gateways.vnpay.adapter import HttpVnpay

SECRET, STRANGER = "our secret", "somebody's secret"
PARTNER, TERMINAL, ACCESS = "DVC", "DVCTINH1", "our access key"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CONFIRM = (
    "LoaiBanTin MaLoi MaDoiTac MaThamChieu SoTien MaTienTe MaGiaoDich MaNganHang "
    "ThoiGianGD ThongTinGiaoDich"
)
MOMO = (
    "accessKey amount extraData message orderId orderInfo orderType partnerCode "
    "payType requestId responseTime resultCode transId"
)
AMOUNT = {"vnpay": "vnp_Amount", "national": "SoTien", "momo": "amount"}
ORDER = {"vnpay": "vnp_TxnRef", "national": "MaThamChieu", "momo": "orderId"}
HASH = {"vnpay": "vnp_SecureHash", "national": "MaXacThuc", "momo": "signature"}
Fields = dict[str, str]


@dataclass(frozen=True)
class Recipe:
    """How one notice is made; the words of b10_payment_callbacks.toml."""

    gateway: str
    is_failure: bool = False
    change: Fields = field(default_factory=dict)  # before it is signed
    drop: str = ""  # a field left out, before it is signed
    plus: int = 0  # đồng more than asked for
    times: int = 1
    minutes: int = 0  # their clock, from the moment it arrives
    sign: str = "good"  # none, stranger, other_order, upper
    spoil: Fields = field(default_factory=dict)  # after it is signed
    double: str = ""  # a field given twice
    charset: str = "utf-8"
    method: str = ""  # another than the gateway's own
    junk: int = 0  # bytes of anything instead


def gateways() -> dict[str, PaymentGateway]:
    """Return the adapters as production has them; none of them asks anybody here."""
    client = httpx.Client(base_url="https://gateway.example.vn")
    account = Account(PARTNER, SECRET, "key", "secret")
    return {
        "vnpay": HttpVnpay(client, TERMINAL, SECRET),
        "national": HttpNationalPayment(client, account),
        "momo": HttpMomo(client, Merchant(PARTNER, ACCESS, SECRET)),
    }


def notice(recipe: Recipe, number: str, amount: int, now: datetime) -> RawNotice:
    """Return the notice of an order by its recipe."""
    if recipe.junk:
        return RawNotice("POST", "", b"7" * recipe.junk, "application/json")
    asked = amount * recipe.times + recipe.plus
    moment = (now + timedelta(minutes=recipe.minutes)).astimezone(ZONE)
    fields = FIELDS[recipe.gateway](number, asked, moment, recipe.is_failure)
    fields |= recipe.change
    fields.pop(recipe.drop, None)
    fields |= _signature(recipe, fields)
    pairs = list((fields | recipe.spoil).items())
    if recipe.double:
        pairs.append((recipe.double, fields[recipe.double]))
    return _sent(recipe, pairs)


def _signature(recipe: Recipe, fields: Fields) -> Fields:
    if recipe.sign == "none":
        return {}
    secret = STRANGER if recipe.sign == "stranger" else SECRET
    signed = fields
    if recipe.sign == "other_order":
        signed = {**fields, ORDER[recipe.gateway]: "2026112309000199"}
    made = SIGNS[recipe.gateway](signed, secret)
    return {HASH[recipe.gateway]: made.upper() if recipe.sign == "upper" else made}


def _sent(recipe: Recipe, pairs: list[tuple[str, str]]) -> RawNotice:
    if recipe.gateway == "vnpay":
        parts = (f"{n}={quote_plus(v, encoding=recipe.charset)}" for n, v in pairs)
        return RawNotice(recipe.method or "GET", "&".join(parts))
    # By hand: a JSON object written by a library holds no field twice.
    text = ", ".join(f"{json.dumps(n)}: {json.dumps(v)}" for n, v in pairs)
    body = f"{{{text}}}".encode()
    return RawNotice(recipe.method or "POST", "", body, "application/json")


def _vnpay(number: str, amount: int, moment: datetime, fails: bool) -> Fields:
    return {
        "vnp_Amount": str(amount * 100),
        "vnp_BankCode": "BIDV",
        "vnp_CardType": "ATM",
        "vnp_OrderInfo": f"TTHC {number}",
        "vnp_PayDate": f"{moment:%Y%m%d%H%M%S}",
        "vnp_ResponseCode": "51" if fails else "00",
        "vnp_TmnCode": TERMINAL,
        "vnp_TransactionNo": "0" if fails else f"1{number[-7:]}",
        "vnp_TransactionStatus": "02" if fails else "00",
        "vnp_TxnRef": number,
    }


def _national(number: str, amount: int, moment: datetime, fails: bool) -> Fields:
    return {
        "LoaiBanTin": "CONFIRM",
        "MaLoi": "51" if fails else "00",
        "MaDoiTac": PARTNER,
        "MaThamChieu": number,
        "SoTien": str(amount),
        "MaTienTe": "VND",
        "MaGiaoDich": "" if fails else f"2{number[-7:]}",
        "MaNganHang": "BIDV",
        "ThoiGianGD": f"{moment:%Y%m%d%H%M%S}",
        "ThongTinGiaoDich": f"TTHC {number}",
    }


def _momo(number: str, amount: int, moment: datetime, fails: bool) -> Fields:
    return {
        "partnerCode": PARTNER,
        "orderId": number,
        "requestId": number,
        "amount": str(amount),
        "orderInfo": f"TTHC {number}",
        "orderType": "momo_wallet",
        "transId": "0" if fails else f"3{number[-7:]}",
        "resultCode": "1001" if fails else "0",
        "message": "",
        "payType": "qr",
        "responseTime": str(int(moment.timestamp() * 1000)),
        "extraData": "",
    }


def _sign_vnpay(fields: Fields, secret: str) -> str:
    text = "&".join(f"{n}={quote_plus(v)}" for n, v in sorted(fields.items()))
    return hmac.new(secret.encode(), text.encode(), "sha512").hexdigest()


def _sign_national(fields: Fields, secret: str) -> str:
    values = [*(fields.get(name, "") for name in CONFIRM.split()), secret]
    return hashlib.sha256("|".join(values).encode()).hexdigest()


def _sign_momo(fields: Fields, secret: str) -> str:
    told: dict[str, Any] = {**fields, "accessKey": ACCESS}
    text = "&".join(f"{name}={told.get(name, '')}" for name in MOMO.split())
    return hmac.new(secret.encode(), text.encode(), "sha256").hexdigest()


FIELDS = {"vnpay": _vnpay, "national": _national, "momo": _momo}
SIGNS = {"vnpay": _sign_vnpay, "national": _sign_national, "momo": _sign_momo}
