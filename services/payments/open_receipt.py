"""The e-receipt of a request, for its owner and the browser that paid (PAY-11)."""

from datetime import datetime

from services.core.errors import NotFound
from services.papers.check_keys import PaperKind, check_url
from services.papers.facts import PaymentReceiptSheet, ReceiptLine
from services.payments.queries import receipt_of
from services.payments.settlement_models import PaymentReceipt
from services.payments.show_request import show_request
from services.work import Work


def open_receipt(work: Work, key: str) -> PaymentReceiptSheet:
    """Return what is printed, from what was frozen when it was issued.

    One answer for “not yours”, “not there” and “not paid yet”. Amount in words and
    name of a way that is no bank (cash, VietQR) are the wording's to add.
    """
    seen = show_request(work, key)
    receipt = receipt_of(work.session, seen.id) if seen.is_mine else None
    if receipt is None:
        raise NotFound("payment_receipt")
    return receipt_sheet(work, receipt)


def receipt_sheet(work: Work, receipt: PaymentReceipt) -> PaymentReceiptSheet:
    """Return the facts of one receipt; the caller knows who may see it."""
    facts = receipt.facts
    payer, to = facts["payer"], facts["beneficiary"]
    return PaymentReceiptSheet(
        authority=work.province.name,
        agency=facts["agency_name"],
        place=work.province.name,
        series=receipt.series,
        number=f"{receipt.number:07d}",
        payer=payer["name"] or facts["applicant_name"],
        payer_number=payer["number"],
        payer_address=payer["address"],
        dossier_code=facts["dossier_code"],
        procedure=facts["procedure_name"],
        invoice_number=facts["invoice_number"],
        lines=tuple(
            ReceiptLine(
                line["name"], line["kind"], line["amount"], line.get("basis", "")
            )
            for line in facts["lines"]
        ),
        amount=facts["amount"],
        amount_words="",
        account=" – ".join(filter(None, (to.get("account"), to.get("name")))),
        paid_with=facts["provider_name"] or facts["provider"],
        transaction=facts["transaction_id"],
        order_number=facts["order_number"],
        paid_at=datetime.fromisoformat(facts["paid_at"]),
        issued_at=receipt.issued_at,
        digest=receipt.digest,
        hotline=work.province.hotline,
        check_url=check_url(work, PaperKind.PAYMENT_RECEIPT, receipt.id),
    )
