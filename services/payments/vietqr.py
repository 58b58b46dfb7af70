"""VietQR (contracts 4.3): the picture a bank's app reads, and what a transfer says."""

import re

from vietnam_qr_pay import QRPay

from services.payments.models import PaymentRequest

PREFIX = "TTHC"  # thủ tục hành chính: what the bank feed is searched for
BIN = re.compile(r"[0-9]{6}")
ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}")
MOST = 10**13  # the amount has at most 13 digits in the picture


def transfer_words(request: PaymentRequest) -> str:
    """Return what a transfer has to say to be known: ASCII, at most 25 signs."""
    return f"{PREFIX}{request.invoice_number}"


def qr_text(request: PaymentRequest) -> str:
    """Return the content of the QR with amount and words inside.

    Empty when the beneficiary names no bank or no account a bank's app could read:
    such a request is paid another way, never by half a QR.
    """
    to = request.beneficiary
    bank, account = to.get("bin", ""), to.get("account", "")
    is_readable = BIN.fullmatch(bank) and ACCOUNT.fullmatch(account)
    if not is_readable or not 0 < request.amount < MOST:
        return ""
    return build(bank, account, request.amount, transfer_words(request))


def build(bank: str, account: str, amount: int | None, words: str) -> str:
    """Return the EMVCo text; without an amount the payer types it."""
    told = None if amount is None else str(amount)
    return str(QRPay.init_viet_qr(bank, account, told, words).build())
