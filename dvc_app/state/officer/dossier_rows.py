"""What reception and processing draw of a dossier, as display strings."""

from collections.abc import Sequence
from dataclasses import dataclass

from dvc_app import formats
from dvc_app.state.acting import owner_row
from dvc_app.state.delivery_words import delivery_lines
from dvc_app.state.officer.paper_rows import (
    PICTURES,
    FileRow,
    PaperRow,
    Papers,
    file_row,
    files_in,
    paper_row,
    undone,
)
from dvc_app.state.officer.time_left import CALM, LONG, say_kept, say_left
from dvc_app.wording import desk, filing, land, statuses
from dvc_app.wording import reception as wording
from dvc_app.wording.permits import permit_title
from services.civil_status.codes import module_of
from services.dossiers.models import Delivery, DossierStatus
from services.dossiers.rules import ENDED, GIVEN_UP, RESULT_OPEN
from services.dossiers.show_dossier import Happening
from services.dossiers.views import FeeView
from services.processing.deadlines import TimeLeft
from services.processing.views import GeneralInformation, Heading

__all__ = [  # the papers are part of these rows
    "PICTURES",
    "FileRow",
    "PaperRow",
    "Papers",
    "file_row",
    "files_in",
    "paper_row",
    "undone",
]
DELIVERIES = {Delivery.COUNTER: filing.AT_COUNTER, Delivery.POST: filing.BY_POST}
LAND_ASIDE = {"land_moved", "land_taxes"}  # beside what the registry waits for
# No clock runs: it has ended, or the person is waited for.
UNTIMED = GIVEN_UP | {DossierStatus.SUPPLEMENT, DossierStatus.AWAITING_PAYMENT}


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
    is_civil: bool = False  # the civil status registry is told of it
    permit: str = ""  # the name of what a ministry keeps of its result


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
    link: str = ""  # to a paper elsewhere


@dataclass(frozen=True)
class TabRow:
    """One tab, with what is undone behind it, in words."""

    id: str
    label: str
    note: str = ""


def head_row(head: Heading, left: TimeLeft) -> Head:
    """Return the head of a dossier in words."""
    finished = head.status in RESULT_OPEN
    left_words, left_css = say_kept(left) if finished else say_left(left, LONG)
    if head.status in UNTIMED or head.suspended_since:
        left_words = ""
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
        sentence=_sentence_of(head, left),
        received=formats.moment(head.received_at),
        due=formats.moment(head.due_at),
        is_civil=bool(module_of(head.procedure_code)),
        permit=permit_title(head.procedure_code) if finished else "",
    )


def _sentence_of(head: Heading, left: TimeLeft) -> str:
    unit = head.agency_name
    if head.suspended_since and head.status is DossierStatus.PROCESSING:
        return statuses.SUSPENDED.format(unit=unit)
    return statuses.say_status(
        head.status,
        receive_by=formats.moment(left.deadline),
        due=formats.day(head.due_at),
        unit=unit,
        place=unit,
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


def fee_row(fee: FeeView) -> FeeRow:
    """Return a fee; one without a credible amount is never shown as money."""
    amount = filing.TO_CONFIRM if fee.amount is None else formats.dong(fee.amount)
    return FeeRow(filing.FEE_KINDS[fee.kind], amount, fee.note)


def _note(one: Happening) -> str:
    if code := one.facts.get("their_code"):
        return statuses.THEIR_CODE.format(code=code)
    names = ("due_reason", "step", "words")
    return next((one.facts[name] for name in names if one.facts.get(name)), "")


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
            note=_note(one),
            is_now=place == 0,
            link=one.facts.get("link", ""),
        )
        for place, one in enumerate(timeline)
    ]


def land_wish(timeline: Sequence[Happening]) -> str:
    """Return what the land registry waits for, until it has it or the dossier ended."""
    for one in timeline:  # the latest first
        if one.event == "land_supplement_asked":
            words = one.facts.get("words") or land.NO_WORDS
            said = f"{words.rstrip('. ')}."
            return land.ASKED.format(day=formats.day(one.at), words=said)
        if one.event.startswith("land_") and one.event not in LAND_ASIDE:
            return ""
        if one.status in ENDED:
            return ""
    return ""
