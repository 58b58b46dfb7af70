"""What belongs to one citizen besides drafts and results: a vault, news, talk.

Every part bears the mark of whose it is, where a screen of theirs would show it.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import col, select

from services.accounts.keys import token_hash
from services.deliveries.models import Leg, PostalDelivery, PostalState
from services.dossiers.cosign_models import CosignRequest
from services.dossiers.models import (
    Dossier,
    DossierStatus,
    Withdrawal,
    WithdrawalState,
)
from services.interlinked.models import BundleLeg, LegState
from services.messages.models import Message
from services.messages.rules import slot_of as slot_of_message
from services.messages.rules import writing_slot
from services.notifications.models import Notification
from services.payments.models import DueMoment, PaymentState
from services.supplements.models import (
    RequestStatus,
    SupplementPoint,
    SupplementRequest,
    TargetKind,
)
from services.supplements.rules import slot_of as slot_of_point
from services.vault.share import share
from services.work import Work
from tests.factories.dossiers import make_submitted
from tests.factories.files import make_stored_file
from tests.factories.payments import make_payment, make_payment_request
from tests.factories.processing import Desk, dossier_of
from tests.factories.vault import acting, make_document

NEVER = "H55.999-200101-0002"
KEPT = "Giấy khai sinh"  # of who acts for somebody: it bears nobody's mark


@dataclass(frozen=True)
class Later:
    """What a citizen has; by itself, the names of what never was."""

    document_id: UUID = field(default_factory=uuid4)
    share_id: UUID = field(default_factory=uuid4)
    share_code: str = "ABCD-EFGH-JKLM"
    notice_id: UUID = field(default_factory=uuid4)
    link: str = "2222222222"
    asked_code: str = NEVER  # of a dossier the office asked something about
    request_id: UUID = field(default_factory=uuid4)
    point_id: UUID = field(default_factory=uuid4)
    cosign_id: UUID = field(default_factory=uuid4)
    cosign_key: str = "x" * 43
    due_id: UUID = field(default_factory=uuid4)  # of a sum asked for
    due_key: str = "y" * 22


@dataclass(frozen=True)
class Filed:
    """Where the parts are hung up: the desk, and three dossiers of one person."""

    desk: Desk
    draft: UUID
    submitted: Dossier
    ready: Dossier
    mark: str
    columns: dict[str, Any]  # Any: columns of every dossier that is made


def make_later(work: Work, filed: Filed) -> tuple[Later, dict[str, UUID]]:
    """Make one of everything; return its names, and its files by kind."""
    account = filed.desk.filing.account
    asked, point, files = _asked(work, filed)
    document_id, share_id, code, paper = _paper(work, filed)
    key = uuid4().hex
    cosign = CosignRequest(
        dossier_id=filed.draft,
        name=filed.mark if not filed.columns else KEPT,
        phone="0900000804",
        token_hash=token_hash(key),
        asked_at=work.now,
        until=work.now + timedelta(days=3),
    )
    work.session.add(cosign)
    _post(work, filed)
    _bundle(work, asked, filed)
    news = select(Notification).where(Notification.account_id == account.id)
    told = work.session.exec(news.order_by(col(Notification.at))).first()
    assert told is not None
    due_id, due_key = _owed(work, filed)
    names = Later(
        document_id=document_id,
        share_id=share_id,
        share_code=code,
        notice_id=told.id,
        link=told.link,
        asked_code=asked.code or "",
        request_id=point.request_id,
        point_id=point.id,
        cosign_id=cosign.id,
        cosign_key=key,
        due_id=due_id,
        due_key=due_key,
    )
    return names, files | _talk(work, filed) | {"paper_of_vault": paper}


def _paper(work: Work, filed: Filed) -> tuple[UUID, UUID, str, UUID]:
    account = filed.desk.filing.account
    title = KEPT if filed.columns else f"{KEPT} {filed.mark}"
    document, file = make_document(
        work, account.id, title=title, file={"has_thumbnail": True}
    )
    lent = share(acting(work, account), document.id, 7)
    return document.id, lent.share_id, lent.code, file.id


def _owed(work: Work, filed: Filed) -> tuple[UUID, str]:
    """A sum that was tried to pay once; whoever holds its key may pay it (C18)."""
    request = make_payment_request(
        work.session,
        filed.desk.filing,
        dossier_id=filed.submitted.id,
        dossier_code=filed.submitted.code,
        principal_id=filed.columns.get("principal_id"),
        moment=DueMoment.NOTICE,
        applicant_name=filed.mark,
        payer={"name": filed.mark, "phone": "0900000804"},
    )
    make_payment(
        work.session,
        request,
        state=PaymentState.FAILED,
        failure="funds",
        payer=dict(request.payer),
    )
    return request.id, request.link_key


def _wish(work: Work, filed: Filed, dossier: Dossier) -> Withdrawal:
    return Withdrawal(
        dossier_id=dossier.id,
        at=work.now,
        asked_by_id=filed.desk.filing.account.id,
        reason=f"Không cần nữa, {filed.mark}",
        state=WithdrawalState.ASKED,
    )


def _asked(
    work: Work, filed: Filed
) -> tuple[Dossier, SupplementPoint, dict[str, UUID]]:
    """A dossier that waits for its person, who also wished to take it back."""
    filing = filed.desk.filing
    dossier = dossier_of(work, make_submitted(work, filing, **filed.columns).code)
    asker = filed.desk.intake.account_id
    assert asker
    request = SupplementRequest(
        dossier_id=dossier.id,
        number=1,
        status=RequestStatus.ASKED,
        asked_by_id=asker,
        asked_by_name="Lê Thu Hà",
        written_at=work.now,
        asked_at=work.now,
        deadline=work.now + timedelta(days=7),
        came_from=DossierStatus.SUBMITTED,
        intent="asked",
    )
    work.session.add_all([request, _wish(work, filed, dossier)])
    work.session.flush()
    point = SupplementPoint(
        request_id=request.id,
        position=0,
        kind=TargetKind.COMPONENT,
        target="G01",
        label="Giấy tờ G01",
        reason=f"Ảnh chụp bị mờ, {filed.mark}",
        how_to="Chụp lại nơi đủ sáng",
    )
    dossier.status = DossierStatus.SUPPLEMENT
    dossier.supplement_by = request.deadline
    work.session.add_all([point, dossier])
    work.session.flush()
    begun = _sent(work, filed, dossier.id, slot_of_point(point.id))
    return dossier, point, {"answer_of_supplement": begun}


def _talk(work: Work, filed: Filed) -> dict[str, UUID]:
    """One message that was sent with a file, and a file of one being written."""
    account = filed.desk.filing.account
    message = Message(
        dossier_id=filed.submitted.id,
        at=work.now,
        sender_id=account.id,
        sender_name=filed.mark,
        is_from_office=False,
        text=f"Tôi là {filed.mark}",
        intent="sent",
    )
    work.session.add(message)
    work.session.flush()
    sent = slot_of_message(message.id)
    here, writing = filed.submitted.id, writing_slot(account.id)
    return {
        "file_of_message": _sent(work, filed, here, sent, sealed_at=work.now),
        "file_being_written": _sent(work, filed, here, writing),
    }


def _sent(work: Work, filed: Filed, dossier_id: UUID, slot: str, **values: Any) -> UUID:
    owner = filed.desk.filing.account.id
    right = filed.columns.get("delegation_id")
    given = {"slot": slot, "has_thumbnail": True, "delegation_id": right} | values
    return make_stored_file(work.session, owner, dossier_id, **given).id


def _post(work: Work, filed: Filed) -> None:
    work.session.add(
        PostalDelivery(
            dossier_id=filed.submitted.id,
            leg=Leg.RESULT,
            order_number=uuid4().hex,
            person_name=filed.mark,
            person_phone="0900000804",
            person_address="Tổ 5, phường Tích Lương",
            unit_name=filed.desk.filing.agency.name,
            state=PostalState.REGISTERED,
            parcel="EE999000001VN",
            created_at=work.now,
        )
    )


def _bundle(work: Work, declared: Dossier, filed: Filed) -> None:
    """The dossier waited for is a declaration, the one in work its leg."""
    declared.is_bundle = True
    filed.ready.declaration_id = declared.id
    leg = BundleLeg(
        declaration_id=declared.id,
        position=0,
        code="birth",
        procedure_id=declared.procedure_id,
        state=LegState.OPEN,
        dossier_id=filed.ready.id,
    )
    work.session.add_all([declared, filed.ready, leg])
    work.session.flush()
