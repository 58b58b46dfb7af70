"""The VietQR of a request, for whoever holds its personal link."""

from sqlmodel import select

from services.payments.models import PaymentRequest, RequestState
from services.payments.vietqr import qr_text
from services.work import Work


def show_qr(work: Work, key: str) -> str:
    """Return the content of the QR; empty where there is nothing to pay by it.

    A paid or cancelled request has no QR: nobody is shown a way to pay twice.
    """
    query = select(PaymentRequest).where(PaymentRequest.link_key == key)
    request = work.session.exec(query).first()
    if request is None or request.state is not RequestState.OPEN:
        return ""
    return qr_text(request)
