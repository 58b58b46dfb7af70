"""What reception and processing draw of a dossier, as display strings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dvc_app import formats, routes
from dvc_app.state.acting import owner_row
from dvc_app.state.delivery_words import delivery_lines
from dvc_app.state.officer.time_left import CALM, LONG, say_kept, say_left
from dvc_app.state.signature_words import signature_words
from dvc_app.wording import desk, filing, statuses, uploads
from dvc_app.wording import reception as wording
from services.dossiers.models import Delivery
from services.dossiers.rules import RESULT_OPEN
from services.dossiers.show_dossier import Happening
from services.dossiers.views import FeeView, FileView
from services.files.models import FileState
from services.processing.deadlines import TimeLeft
from services.processing.views import GeneralInformation, Heading, JudgedComponent

PICTURES = {"jpeg", "png"}
DELIVERIES = {Delivery.COUNTER: filing.AT_COUNTER, Delivery.POST: filing.BY_POST}


@dataclass(frozen=True)
class Head:
    """What stands at the top of a dossier."""

    code: str = ""
    procedure: str = ""
    case: str = ""
    filed: str = ""  # how and when
    left: str = ""
    left_css: str = CALM
    status: str = ""
    status_css: str = CALM
    sentence: str = ""
    received: str = ""
    due: str = ""


@dataclass(frozen=True)
class Person:
    """Who hands in what, with nothing left blank."""

    name: str = ""
    acting: str = ""  # by which right they file for the applicant
    birth_date: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    paper_number: str = ""
    applicant: str = ""
    applicant_born: str = ""
    applicant_number: str = ""
    applicant_address: str = ""
    request: str = ""
    copies: str = ""
    delivery: str = ""
    cosigner: str = ""


@dataclass(frozen=True)
class FileRow:
    """One file that can be looked at."""

    id: str = ""
    name: str = ""
    details: str = ""
    view_label: str = ""
    kind: str = ""  # pdf, picture, or empty: only page 1 can be shown
    address: str = ""  # empty until it has been checked
    thumbnail: str = ""
    thumbnail_label: str = ""
    fault: str = ""


@dataclass(frozen=True)
class PaperRow:
    """One paper of the dossier with its verdict."""

    code: str
    name: str
    tag: str
    files: list[FileRow]
    no_file: str  # what is said where nothing was sent
    needs_verdict: bool
    is_ok: bool
    is_bad: bool
    choice: str  # the reason: a template's key, "other", or empty
    reason: str
    judged: str
    verdict_label: str
    reason_label: str


@dataclass(frozen=True)
class FeeRow:
    """A fee or charge."""

    name: str
    amount: str
    note: str


@dataclass(frozen=True)
class EventRow:
    """Something that happened."""

    title: str
    line: str
    note: str
    is_now: bool = False


@dataclass(frozen=True)
class TabRow:
    """One tab, with what is undone behind it, in words."""

    id: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Papers:
    """Every paper and file of a dossier."""

    rows: list[PaperRow] = field(default_factory=list)
    others: list[FileRow] = field(default_factory=list)


def head_row(head: Heading, left: TimeLeft) -> Head:
    """Return the head of a dossier in words."""
    finished = head.status in RESULT_OPEN
    left_words, left_css = say_kept(left) if finished else say_left(left, LONG)
    words = statuses.STATUSES[head.status]
    filed = wording.HOW_FILED.format(
        channel=desk.CHANNELS[head.channel],
        moment=formats.short_moment(head.submitted_at),
    )
    return Head(
        code=head.code,
        procedure=head.procedure_name,
        case=head.case_name,
        filed=filed,
        left=left_words,
        left_css=left_css,
        status=words.label,
        status_css=words.tag,
        sentence=statuses.say_status(
            head.status,
            receive_by=formats.moment(left.deadline),
            due=formats.day(head.due_at),
            unit=head.agency_name,
            place=head.agency_name,
        ),
        received=formats.moment(head.received_at),
        due=formats.moment(head.due_at),
    )


def person_row(general: GeneralInformation) -> Person:
    """Return what the submitter declared; a gap is said, not left blank."""
    acting = general.acting
    return Person(
        name=general.submitter_name,
        acting=owner_row(acting).words,
        birth_date=formats.day(general.birth_date),
        phone=general.phone,
        email=general.email or wording.NOT_GIVEN,
        address=general.address or wording.NOT_GIVEN,
        paper_number=general.paper_number or wording.NOT_GIVEN,
        applicant=general.applicant_name,
        applicant_born=formats.day(acting.birth_date) if acting else "",
        applicant_number=acting.number if acting else "",
        applicant_address=general.applicant_address or wording.NOT_GIVEN,
        request=general.request or wording.NOT_GIVEN,
        copies=str(general.copies),
        delivery=_delivery(general),
        cosigner=wording.COSIGNED.format(
            name=general.cosigner.name, at=formats.moment(general.cosigner.at)
        )
        if general.cosigner
        else "",
    )


def _delivery(general: GeneralInformation) -> str:
    if general.terms is None:  # handed in before addresses were asked for
        return DELIVERIES[Delivery(general.delivery)]
    return "; ".join(delivery_lines(general.terms))


def file_row(file: FileView) -> FileRow:
    """Return a file as the list and the viewer show it."""
    is_ready = file.state is FileState.ACCEPTED
    details = [formats.size(file.size)]
    if file.pages:
        details.insert(0, uploads.PAGES.format(count=file.pages))
    if file.is_signed:
        details.append(signature_words(file.signature) or uploads.SIGNED)
    if file.note:
        details.append(file.note)
    if file.origin in uploads.ORIGINS:
        details.append(uploads.ORIGINS[file.origin])
    kind = (
        "picture" if file.kind in PICTURES else file.kind if file.kind == "pdf" else ""
    )
    thumbnail = routes.fill(routes.API_THUMBNAIL, file_id=str(file.id))
    refused = file.state is FileState.REFUSED
    fault = uploads.FAULTS.get(file.fault, uploads.FAULTS["broken"])
    return FileRow(
        id=str(file.id),
        name=file.name,
        details=" · ".join(details),
        view_label=wording.VIEW.format(name=file.name),
        kind=kind,
        address=routes.fill(routes.API_FILE, file_id=str(file.id)) if is_ready else "",
        thumbnail=thumbnail if file.has_thumbnail else "",
        thumbnail_label=wording.PAGE_ONE.format(name=file.name),
        fault=fault if refused else "" if is_ready else wording.PREPARING,
    )


def paper_row(paper: JudgedComponent, pending: str | None = None) -> PaperRow:
    """Return a paper with its verdict; a pressed ‹Chưa đạt› waits for its reason.

    `pending` is the kind of reason picked so far; None when nothing waits.
    """
    is_pending = pending is not None
    judged = ""
    if paper.judged_at is not None:
        moment = formats.short_moment(paper.judged_at)
        judged = wording.JUDGED.format(name=paper.judged_by, moment=moment)
    return PaperRow(
        code=paper.code,
        name=paper.name,
        tag=wording.STAND_IN.get(
            paper.stand_in,
            wording.REQUIRED_PAPER if paper.required else wording.OPTIONAL_PAPER,
        ),
        files=[file_row(file) for file in paper.files],
        no_file=_no_file(paper),
        needs_verdict=paper.needs_verdict,
        is_ok=paper.is_accepted is True and not is_pending,
        is_bad=paper.is_accepted is False or is_pending,
        choice=pending or _choice(paper.reason),
        reason=paper.reason,
        judged=judged,
        verdict_label=wording.VERDICT_OF.format(name=paper.name),
        reason_label=wording.REASON_OF.format(name=paper.name),
    )


def _no_file(paper: JudgedComponent) -> str:
    if paper.files or paper.stand_in:
        return ""
    return wording.NO_FILE if paper.needs_verdict else wording.NOTHING_TO_JUDGE


def undone(papers: Iterable[PaperRow]) -> int:
    """Count the papers that still wait for a verdict."""
    waiting = (p for p in papers if p.needs_verdict and not p.is_ok)
    return sum(1 for p in waiting if not p.reason)


def files_in(papers: Papers) -> list[FileRow]:
    """Return every file of the dossier, in the order of the papers."""
    return [*(file for paper in papers.rows for file in paper.files), *papers.others]


def fee_row(fee: FeeView) -> FeeRow:
    """Return a fee; one without a credible amount is never shown as money."""
    amount = filing.TO_CONFIRM if fee.amount is None else formats.dong(fee.amount)
    return FeeRow(filing.FEE_KINDS[fee.kind], amount, fee.note)


def event_rows(timeline: Sequence[Happening]) -> list[EventRow]:
    """Return what happened, the latest first, with who did it."""
    return [
        EventRow(
            title=statuses.say_event(one.event, one.status),
            line=" · ".join(
                part
                for part in (formats.moment(one.at), one.unit, one.actor_name)
                if part
            ),
            note=one.facts.get("due_reason") or one.facts.get("step", ""),
            is_now=place == 0,
        )
        for place, one in enumerate(timeline)
    ]


def _choice(reason: str) -> str:
    for key, words in wording.REASONS.items():
        if reason == words:
            return key
    return wording.OTHER if reason else ""
