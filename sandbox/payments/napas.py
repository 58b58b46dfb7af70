"""NAPAS: the shape of VNPAY with names of its own (sandbox contract)."""

from sandbox.faults import System
from sandbox.payments.signed_fields import Shape

NAPAS = Shape(
    system=System(
        "napas",
        "NAPAS (chuyển mạch thẻ quốc gia)",
        "/napas/",
        {"nps_ResponseCode": "99", "nps_Message": "business error"},
    ),
    name="NAPAS",
    prefix="nps_",
    merchant="MerchantId",
    order="OrderId",
    digest="sha256",
    scale=1,
    pay="/napas/gateway/pay",
    api="/napas/gateway/transaction",
    report="/napas/gateway/report",
)
SYSTEM = NAPAS.system
