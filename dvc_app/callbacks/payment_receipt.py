"""The e-receipt as a PDF, printed from what was frozen when it was issued."""

import asyncio
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.files import sent
from dvc_app.callbacks.papers import presses
from dvc_app.wording.amounts import spelled_dong
from dvc_app.wording.payment_results import OWN_NAMES
from services.core.errors import ServiceError
from services.papers.facts import PaymentReceiptSheet
from services.papers.printing import print_payment_receipt
from services.payments.open_receipt import open_receipt

LONGEST_KEY = 64


async def sheet(request: Request) -> Response:
    """Answer with the receipt: for the owner and the browser that paid, else 404."""
    key = request.path_params["key"][:LONGEST_KEY]
    try:
        facts = await act(await asking(request), open_receipt, key)
    except ServiceError:
        return Response(status_code=404)
    async with presses:
        pdf = await asyncio.to_thread(print_payment_receipt, in_words(facts))
    name = f"{facts.series}-{facts.number}"
    return sent(pdf, "application/pdf", f'inline; filename="{name}.pdf"')


def in_words(facts: PaymentReceiptSheet) -> PaymentReceiptSheet:
    """Return the facts with the amount in words, and cash called cash."""
    return replace(
        facts,
        amount_words=spelled_dong(facts.amount),
        paid_with=OWN_NAMES.get(facts.paid_with, facts.paid_with),
    )
