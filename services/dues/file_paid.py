"""File a paid dossier whose owner never pressed the last button (C14)."""

from dataclasses import replace
from uuid import UUID

from sqlmodel import select

from services.accounts.models import Account
from services.accounts.prove_human import HumanProof
from services.audit.record import record
from services.core.errors import ServiceError
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.reopen_draft import open_again
from services.dossiers.tell_people import tell_people, tell_with_path
from services.interlinked.hand_in import hand_in
from services.notifications.models import Subject
from services.payments.paid_amount import paid_amount
from services.work import Actor, Work


def file_paid(work: Work, dossier_id: UUID) -> None:
    """Hand the dossier in for its owner, or say what stands in the way.

    No payment is ever orphaned: a draft that cannot be filed any more is opened
    again, what was paid stays with it, and the person is told.
    """
    dossier = work.session.exec(
        select(Dossier).where(Dossier.id == dossier_id).with_for_update()
    ).first()
    if dossier is None or dossier.status is not DossierStatus.DRAFT:
        return
    if dossier.file_by is None or not paid_amount(work.session, dossier_id):
        return
    owner = work.session.get_one(Account, dossier.account_id)
    acting = replace(work, actor=Actor(account_id=owner.id, name=owner.full_name))
    try:
        with work.session.begin_nested():
            hand_in(acting, dossier_id, True, HumanProof())
    except ServiceError:
        work.session.refresh(dossier)
        open_again(work, dossier)
        record(work, "file_paid.refused", dossier.id)
        path = f"/nop-ho-so/{dossier.id}/xac-nhan"
        key = f"{dossier.id}:{work.now.isoformat()}"
        tell_with_path(work, dossier, Subject.PAID_NOT_FILED, key, path)
        return
    record(work, "file_paid", dossier.id)
    tell_people(work, dossier, Subject.PAID_FILED, str(dossier.id))
