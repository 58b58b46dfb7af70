"""Tell the people of a request what became of their money (R23)."""

from services.notifications.models import Subject
from services.notifications.notify import News, notify
from services.payments.models import PaymentRequest
from services.work import Work


def tell_payer(work: Work, request: PaymentRequest, subject: Subject, key: str) -> None:
    """Notify who handed the dossier in and whom it is for, once for each key."""
    news = News(
        subject,
        f"{subject}:{key}",
        f"/thanh-toan/{request.link_key}/ket-qua",
        request.dossier_id,
        {"code": request.dossier_code, "procedure": request.procedure_name},
    )
    for account_id in {request.account_id, request.principal_id} - {None}:
        assert account_id is not None
        notify(work, account_id, news)
