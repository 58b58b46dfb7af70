"""A payment request as its pages draw it (C18–C21); nothing names the applicant."""

from dataclasses import dataclass, field

from dvc_app import formats, routes
from dvc_app.wording import payment_results as results
from dvc_app.wording import payments as wording
from services.payments.rules import LIVE
from services.payments.views import DueLine, PaymentView, RequestView


@dataclass(frozen=True)
class LineRow:
    """One fee or charge."""

    name: str
    kind: str
    amount: str
    basis: str


@dataclass(frozen=True)
class BillView:
    """What is asked for, by whom, and how a transfer reaches it."""

    invoice: str = ""
    code: str = ""
    procedure: str = ""
    agency: str = ""
    initials: str = ""
    what_for: str = ""
    moment: str = ""
    until: str = ""
    amount: str = ""
    plain_amount: str = ""  # as a bank's field takes it
    account: str = ""
    account_name: str = ""
    bank: str = ""
    words: str = ""
    qr: str = ""  # address of the picture; empty where there is none
    qr_alt: str = ""
    bill_href: str = ""
    ways_href: str = ""
    result_href: str = ""
    find_href: str = ""
    lines: list[LineRow] = field(default_factory=list)


@dataclass(frozen=True)
class OpenAttempt:
    """A payment under way in some tab; an empty name means there is none."""

    name: str = ""
    title: str = ""
    line: str = ""
    url: str = ""  # told only to whoever began it
    go: str = ""


@dataclass(frozen=True)
class PayerRow:
    """Who pays, as typed last."""

    name: str = ""
    number: str = ""
    phone: str = ""
    address: str = ""
    email: str = ""


def key_of(path: str) -> str:
    """Return the key of the request that an address names."""
    parts = path.strip("/").split("/")
    return parts[1][:64] if len(parts) > 1 else ""


def bill_view(seen: RequestView) -> BillView:
    """Return the request as it is drawn."""
    amount = formats.dong(seen.amount)
    what_for = wording.FOR_DOSSIER if seen.dossier_code else wording.FOR_DRAFT
    qr = routes.fill(routes.API_PAYMENT_QR, key=seen.key) if seen.qr_text else ""
    return BillView(
        invoice=seen.invoice_number,
        code=seen.dossier_code or wording.NO_CODE,
        procedure=seen.procedure_name,
        agency=seen.agency_name,
        initials=seen.initials,
        what_for=what_for.format(code=seen.dossier_code, procedure=seen.procedure_name),
        moment=wording.MOMENTS[seen.moment],
        until=formats.moment(seen.pay_by),
        amount=amount,
        plain_amount=str(seen.amount),
        account=seen.account,
        account_name=seen.account_name,
        bank=seen.bank_name,
        words=seen.transfer_words,
        qr=qr,
        qr_alt=wording.QR_ALT.format(amount=amount, words=seen.transfer_words),
        bill_href=routes.fill(routes.PAYMENT, request=seen.key),
        ways_href=routes.fill(routes.PAYMENT_WAYS, request=seen.key),
        result_href=routes.fill(routes.PAYMENT_RESULT, request=seen.key),
        find_href=f"{routes.PAY}?ma={seen.dossier_code}",
        lines=[_line(line) for line in seen.lines],
    )


def _line(line: DueLine) -> LineRow:
    kind = wording.LINE_KINDS.get(line.kind, "")
    return LineRow(line.name or kind, kind, formats.dong(line.amount), line.basis)


def live_of(seen: RequestView) -> PaymentView | None:
    """Return the attempt under way, of which there is one at most."""
    return next((one for one in seen.payments if one.state in LIVE), None)


def open_attempt(seen: RequestView) -> OpenAttempt:
    """Return the attempt under way as the pages before the bank show it."""
    live = live_of(seen)
    if live is None:
        return OpenAttempt()
    name = provider_name(live)
    line = wording.OPEN_LINE.format(
        since=formats.moment(live.created_at), until=formats.moment(live.expires_at)
    )
    if not live.pay_url:
        line = f"{line} {wording.OPEN_ELSEWHERE}"
    return OpenAttempt(
        name=name,
        title=wording.OPEN_TITLE.format(name=name),
        line=line,
        url=live.pay_url,
        go=wording.OPEN_GO.format(name=name),
    )


def provider_name(payment: PaymentView) -> str:
    """Return what a person calls where they paid."""
    own = results.OWN_NAMES.get(payment.provider, payment.provider)
    return payment.provider_name or own


def payer_row(seen: RequestView) -> PayerRow:
    """Return the payer as the form shows it again."""
    payer = seen.payer
    return PayerRow(payer.name, payer.number, payer.phone, payer.address, payer.email)
