"""Pay before handing in (thu trước): look first, then money, then the last look (C14)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import col, update

from services.accounts.prove_human import HumanProof, prove_human
from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.dossiers.access import owner_topics
from services.dossiers.check_step import find_problems
from services.dossiers.fields import Cleaned
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.owe import due_lines, payer_from
from services.dossiers.queries import Draft, check_right, load_own
from services.dossiers.rules import Problem, Step
from services.dossiers.state_fees import state_fees
from services.files.models import StoredFile
from services.files.queries import files_of
from services.payments.beneficiary import beneficiary_of
from services.payments.models import DueMoment
from services.payments.open_request import Asked, open_request
from services.payments.views import DueLine
from services.signals import dossier_topic, tell
from services.work import Work

NOW = DueMoment.BEFORE_FILING


@dataclass(frozen=True)
class ToPay:
    """The request to pay, or the problems; one of the two is empty."""

    key: str
    problems: dict[str, str] = field(default_factory=dict)


def pay_first(work: Work, dossier_id: UUID, pledge: bool, proof: HumanProof) -> ToPay:
    """Close a whole draft and ask for what is due before it is handed in.

    Everything that handing in checks is checked first: nobody pays for what could
    not be filed. Pressed again, the same request is shown. A wrong proof is
    returned, since raising would give the proof back for another guess.
    """
    draft = load_own(work, dossier_id, lock=True, paying=True)
    dossier = draft.dossier
    if dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    check_right(work, dossier)
    files = files_of(work.session, dossier_id, lock=True)
    problems, cleaned = find_problems(work, draft, files, Step)
    lines = due_lines(state_fees(draft, work.now).lines, NOW)
    if not lines:
        problems["payment"] = Problem.NOTHING_TO_PAY
    if not pledge and dossier.paying_since is None:
        problems["pledge"] = Problem.PLEDGE_MISSING
    if problems:
        raise RuleViolation(problems)
    if dossier.paying_since is None:
        if not prove_human(work, proof):
            return ToPay("", {"picture": "picture_wrong"})
        _close(work, dossier, files)
    return ToPay(open_request(work, _asked(work, draft, cleaned, lines)).link_key)


def _close(work: Work, dossier: Dossier, files: Sequence[StoredFile]) -> None:
    """Keep answers and files as they are paid for."""
    dossier.paying_since = work.now
    work.session.add(dossier)
    seal = update(StoredFile).where(col(StoredFile.id).in_([file.id for file in files]))
    work.session.exec(seal.values(sealed_at=work.now))
    record(work, "pay_first", dossier.id)
    tell(work.session, dossier_topic(dossier.id), *owner_topics(dossier))


def _asked(
    work: Work, draft: Draft, cleaned: Cleaned, lines: tuple[DueLine, ...]
) -> Asked:
    dossier, agency = draft.dossier, draft.agency
    assert agency is not None  # the checks saw to it
    procedure = draft.catalogue.procedure
    return Asked(
        dossier_id=dossier.id,
        moment=NOW,
        agency_id=agency.id,
        account_id=dossier.account_id,
        principal_id=dossier.principal_id,
        dossier_code="",
        procedure_code=procedure.code,
        procedure_name=procedure.name,
        agency_code=agency.code,
        agency_name=agency.name,
        applicant_name=str(cleaned.values["applicant_name"]),
        lines=lines,
        beneficiary=beneficiary_of(work.province, agency.code),
        payer=payer_from(cleaned.values),
    )
