"""Ask for the fees and charges that are due at one moment of a dossier's life."""

from collections.abc import Iterable, Mapping

from services.dossiers.fields import Value
from services.dossiers.freeze_terms import FEES
from services.dossiers.models import Dossier
from services.dossiers.snapshot import read_snapshot
from services.dossiers.tell_people import tell_with_path
from services.fees.statement import FeeLine
from services.integrations.payment_gateways.port import Payer
from services.notifications.models import Subject
from services.payments.beneficiary import beneficiary_of
from services.payments.models import DueMoment, PaymentRequest
from services.payments.open_request import Asked, open_request
from services.payments.views import DueLine
from services.work import Work


def owe(work: Work, dossier: Dossier, moment: DueMoment) -> PaymentRequest | None:
    """Open the request for what the frozen fees say is due now; None: nothing is.

    A line without an amount is asked for by an officer once it is known: nobody
    pays what was not told.
    """
    lines = due_lines(FEES.validate_python(dossier.frozen.get("fees", [])), moment)
    if not lines:
        return None
    return open_due(work, dossier, moment, lines)


def open_due(
    work: Work,
    dossier: Dossier,
    moment: DueMoment,
    lines: tuple[DueLine, ...],
    notice_number: str = "",
) -> PaymentRequest:
    """Open a request for these lines of a dossier that was handed in, and say so."""
    assert dossier.agency_id is not None  # handed in, so it has a unit
    handed_in = read_snapshot(dossier)
    unit = handed_in.unit
    request = open_request(
        work,
        Asked(
            dossier_id=dossier.id,
            moment=moment,
            agency_id=dossier.agency_id,
            account_id=dossier.account_id,
            principal_id=dossier.principal_id,
            dossier_code=dossier.code or "",
            procedure_code=handed_in.procedure_code,
            procedure_name=handed_in.procedure_name,
            agency_code=unit.code,
            agency_name=unit.name,
            applicant_name=dossier.applicant_name,
            lines=lines,
            beneficiary=beneficiary_of(work.province, unit.code),
            payer=payer_from(handed_in.values),
            notice_number=notice_number,
        ),
    )
    path = f"/thanh-toan/{request.link_key}"
    tell_with_path(work, dossier, Subject.PAYMENT_DUE, str(request.id), path)
    return request


def due_lines(fees: Iterable[FeeLine], moment: DueMoment) -> tuple[DueLine, ...]:
    """Return the lines of this moment that ask for money."""
    return tuple(
        DueLine(
            name=line.name or line.note,
            kind=line.kind,
            amount=line.amount,
            basis=line.basis,
            code=line.rule,
        )
        for line in fees
        if line.due == moment.value and line.amount
    )


def payer_from(values: Mapping[str, Value]) -> Payer:
    """Return who hands it in: most pay for themselves."""
    return Payer(
        name=str(values.get("submitter_name", "")),
        number=str(values.get("submitter_paper_number", "") or ""),
        phone=str(values.get("submitter_phone", "")),
        address=str(values.get("submitter_address", "")),
        email=str(values.get("submitter_email", "") or ""),
    )
