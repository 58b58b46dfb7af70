"""Look for one's own papers in the national store (Kho DMQG, contracts 2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.models import Account, Party
from services.accounts.register import Opener
from services.audit.models import AuditEntry
from services.audit.record import record
from services.core.errors import RuleViolation, SystemUnavailable, TooMany
from services.delegations.rules import VERIFIED_LEVEL
from services.files.take_in import Brought, take_in
from services.integrations.document_store.port import StorePaper, StoreQuestion
from services.vault.keep_official import Holder, OfficialPaper, new_official
from services.vault.kinds import kind_of_name, kind_of_result
from services.vault.models import DocumentSource, DocumentVersion, VaultDocument
from services.vault.rules import LIMITS, SLOT
from services.work import Work

ASKED = "vault.national_asked"
PURPOSE = "KHO-CA-NHAN"  # MaThuTuc when no dossier is being filed
CONSENT = "national_store_1"  # the sentence agreed to; a new wording, a new key
MOST_A_DAY = 10
DAY = timedelta(days=1)
MOST_PAPERS = 20  # fetched at one time


@dataclass(frozen=True)
class Asking:
    """The question, and the papers that are in the vault already."""

    question: StoreQuestion
    kept: frozenset[str]


@dataclass(frozen=True)
class NationalFound:
    """How many papers came, were there already, and could not be had."""

    new: int
    known: int
    missing: int


@dataclass(frozen=True)
class _Fetched:
    paper: StorePaper
    file: Brought


@dataclass(frozen=True)
class Answered:
    """What the store gave, in no transaction of ours."""

    fetched: tuple[_Fetched, ...]
    known: int
    missing: int


def find_national(opener: Opener, agreed: bool, procedure: str = "") -> NationalFound:
    """Ask the store and keep what is new; it is asked while no row is held.

    Raises SystemUnavailable: one's own papers stay as usable as before.
    """
    asking = opener(begin_asking, agreed, procedure)
    return opener(keep_found, opener(ask_store, asking))


def begin_asking(work: Work, agreed: bool, procedure: str = "") -> Asking:
    """Return the question, and write down the consent and what it is asked for.

    Only of somebody whose number a register has confirmed: anybody else could
    ask for a stranger's papers by typing their number.
    """
    me = work.actor.require_citizen()
    account = work.session.get_one(Account, me, with_for_update=True)
    number = account.citizen_id or ""
    is_proved = account.assurance_level >= VERIFIED_LEVEL and len(number) == 12
    if account.party is not Party.CITIZEN or not is_proved:
        raise RuleViolation({"agreed": "store_unproved"})
    if not agreed:
        raise RuleViolation({"agreed": "store_consent"})
    _limit(work, me)
    purpose = procedure or PURPOSE
    record(work, ASKED, me, purpose=purpose, consent=CONSENT)
    question = StoreQuestion(number, account.full_name, number, purpose)
    return Asking(question, _kept(work, me))


def ask_store(work: Work, asking: Asking) -> Answered:
    """Ask for the papers, then for the file of each that is new.

    A file that is lost or does not come in time is told as missing; what came
    is kept all the same.
    """
    store = work.systems.document_store
    found = store.find(asking.question)
    new = [paper for paper in found if _origin(paper) not in asking.kept]
    fetched = []
    for paper in new[:MOST_PAPERS]:
        file = next(iter(paper.files), None)
        try:
            data = store.fetch(file) if file else None
        except SystemUnavailable:
            data = None
        if file and data:
            name = file.name or f"{paper.title}.pdf"
            fetched.append(_Fetched(paper, Brought(name, data)))
    return Answered(
        tuple(fetched), known=len(found) - len(new), missing=len(new) - len(fetched)
    )


def keep_found(work: Work, answered: Answered) -> NationalFound:
    """Keep what came; each file is inspected like any other before it is read."""
    me = work.actor.require_citizen()
    # A second tab that asked at the same time waits here, and finds them kept.
    work.session.get_one(Account, me, with_for_update=True)
    new, kept = 0, _kept(work, me)
    for one in answered.fetched:
        if _origin(one.paper) not in kept:
            _keep(work, me, one)
            new += 1
    return NationalFound(new, answered.known, answered.missing)


def _keep(work: Work, me: UUID, one: _Fetched) -> None:
    paper = one.paper
    kind = kind_of_result(paper.code)
    document = new_official(
        work,
        Holder(me),
        OfficialPaper(
            origin=_origin(paper),
            source=DocumentSource.NATIONAL_STORE,
            kind=kind if kind != "other" else kind_of_name(paper.title),
            title=paper.title,
            number=paper.number,
            issuer=paper.issuer,
        ),
    )
    assert document is not None  # its holder has an account
    file = take_in(work, one.file, me, (document.id, SLOT), LIMITS)
    work.session.add(
        DocumentVersion(
            document_id=document.id, number=1, file_id=file.id, added_at=work.now
        )
    )
    work.session.flush()
    record(work, "vault.kept", document.id, source=str(document.source))


def _origin(paper: StorePaper) -> str:
    return f"national:{paper.code}|{paper.number}|{paper.issuer}"


def _kept(work: Work, me: UUID) -> frozenset[str]:
    origins: Iterable[str] = work.session.exec(
        select(VaultDocument.origin).where(
            VaultDocument.account_id == me,
            VaultDocument.origin != "",
            col(VaultDocument.removed_at).is_(None),
        )
    )
    return frozenset(origins)


def _limit(work: Work, me: UUID) -> None:
    asked = select(AuditEntry.at).where(
        AuditEntry.account_id == me,
        AuditEntry.act == ASKED,
        col(AuditEntry.at) > work.now - DAY,
    )
    latest = asked.order_by(col(AuditEntry.at).desc()).offset(MOST_A_DAY - 1).limit(1)
    oldest: datetime | None = work.session.exec(latest).first()
    if oldest is not None:
        raise TooMany(oldest + DAY)
