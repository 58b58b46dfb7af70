"""A payment request as a line of a list: what it is, where it stands, what to do."""

from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.wording import my_payments as mine_words
from dvc_app.wording import payments as wording
from services.dues.rows import RequestRow
from services.payments.views import Standing

UNPAID = frozenset({Standing.OPEN, Standing.PAYING})


@dataclass(frozen=True)
class DueRow:
    """One line; the words of its button alone would not say of which dossier."""

    key: str
    invoice: str
    code: str
    procedure: str
    agency: str
    moment: str
    amount: str
    label: str
    tag: str
    until: str
    can_pay: bool
    act: str  # words of the button
    act_label: str  # its whole name, for who cannot see the row
    address: str
    number: str = ""  # STT
    filed: str = ""
    receipt: str = ""  # address of the e-receipt
    receipt_label: str = ""


def due_row(row: RequestRow) -> DueRow:
    """Return the line of one request, found by the code of its dossier."""
    label, tag = wording.STANDINGS[row.standing]
    can_pay = row.standing is Standing.OPEN
    named = wording.PAY_NAMED if can_pay else wording.CHECK_NAMED
    amount = formats.dong(row.amount)
    return DueRow(
        key=row.key,
        invoice=row.invoice_number,
        code=row.dossier_code,
        procedure=row.procedure_name,
        agency=row.agency_name,
        moment=wording.MOMENTS[row.moment],
        amount=amount,
        label=label,
        tag=tag,
        until=_until(row),
        can_pay=can_pay,
        act=wording.PAY if can_pay else wording.CHECK,
        act_label=named.format(amount=amount, invoice=row.invoice_number),
        address=address_of(row),
    )


def address_of(row: RequestRow) -> str:
    """Return the page a person needs next: to pay, or what became of it."""
    is_open = row.standing is Standing.OPEN
    route = routes.PAYMENT if is_open else routes.PAYMENT_RESULT
    return routes.fill(route, request=row.key)


def _until(row: RequestRow) -> str:
    if row.pay_by is None or row.standing not in UNPAID:
        return ""
    return mine_words.DUE_BY.format(until=formats.moment(row.pay_by))
