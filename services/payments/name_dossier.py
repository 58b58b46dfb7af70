"""Write the code of a dossier into what was asked for before it had one."""

from uuid import UUID

from sqlmodel import Session, col, update

from services.payments.models import PaymentRequest


def name_dossier(session: Session, dossier_id: UUID, code: str) -> None:
    """Make the requests of a dossier findable by its code from now on."""
    session.exec(
        update(PaymentRequest)
        .where(
            col(PaymentRequest.dossier_id) == dossier_id,
            col(PaymentRequest.dossier_code) == "",
        )
        .values(dossier_code=code)
    )
