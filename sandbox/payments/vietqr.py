"""Reads a VietQR as a bank's app does (EMVCo; contracts 4.3)."""

from dataclasses import dataclass

VIETQR, AMOUNT, MORE, PURPOSE, CRC = "38", "54", "62", "08", "63"
SIGNS_OF_CRC = 4


@dataclass(frozen=True)
class Scanned:
    """What the QR says; amount 0: the payer types it."""

    bank: str
    account: str
    amount: int
    words: str


def read_qr(text: str) -> Scanned | None:
    """Return what a QR says; None for any other text, or one that was damaged."""
    text = text.strip()
    if len(text) < SIGNS_OF_CRC or crc(text[:-SIGNS_OF_CRC]) != text[-SIGNS_OF_CRC:]:
        return None
    try:
        root = _fields(text)
        to = _fields(_fields(root[VIETQR])["01"])
        more = _fields(root.get(MORE, ""))
        amount = int(root.get(AMOUNT, "0"))
        return Scanned(to["00"], to["01"], amount, more.get(PURPOSE, ""))
    except (KeyError, ValueError):
        return None


def crc(text: str) -> str:
    """Return CRC-16/CCITT-FALSE in four signs of upper hex."""
    register = 0xFFFF
    for byte in text.encode():
        register ^= byte << 8
        for _ in range(8):
            register = register << 1 ^ (0x1021 if register & 0x8000 else 0)
            register &= 0xFFFF
    return f"{register:04X}"


def _fields(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    while text:
        name, length = text[:2], int(text[2:4])
        found[name], text = text[4 : 4 + length], text[4 + length :]
    return found
