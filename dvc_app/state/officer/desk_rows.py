"""What the desk draws, as display strings (O02)."""

from collections.abc import Mapping
from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.state.officer.desk_filters import (
    HOLDER,
    QUEUE,
    Choice,
    address,
    parts_of,
    queue_of,
)
from dvc_app.state.officer.time_left import SHORT, say_kept, say_left
from dvc_app.wording import desk as wording
from dvc_app.wording.statuses import STATUSES
from services.dossiers.models import DossierStatus
from services.oversight.list_views import ViewLine
from services.oversight.my_reminders import ReminderLine
from services.oversight.stands_in import Lender
from services.processing.desk import ENDED, PEOPLES_TURN, DeskQueue
from services.processing.desk_counts import MOST_COUNTED, DeskCounts
from services.processing.desk_row import FINISHED
from services.processing.desk_row import DeskRow as Row

OVER = frozenset({DossierStatus.RETURNED, *ENDED})
HOT = frozenset({DeskQueue.OVERDUE})  # a number above zero is bad news


@dataclass(frozen=True)
class QueueLink:
    """One line of the menu, with its live count."""

    title: str
    count: str
    href: str
    is_current: bool
    is_hot: bool


@dataclass(frozen=True)
class QueueGroup:
    """A heading of the menu and its queues."""

    title: str
    links: list[QueueLink]


@dataclass(frozen=True)
class Tile:
    """One number of the unit's day."""

    number: str
    words: str
    is_hot: bool = False


@dataclass(frozen=True)
class DeskLine:
    """One dossier of the list."""

    id: str
    code: str
    procedure: str
    applicant: str
    channel: str
    submitted: str
    left: str
    left_css: str
    deadline: str
    step: str
    holder: str
    menu: str
    href: str  # where the next act is
    reception_href: str  # only while it can be received
    supplement_href: str  # only while the person is asked for something
    details_href: str
    unpaid: str = ""  # “Chờ trả kết quả” that waits for its fee
    status: str = ""
    status_css: str = "tag"
    pick: str = ""  # what the box to tick is called
    print_href: str = ""
    may_take: bool = False
    is_gone: bool = False  # left the queue while it was being looked at


@dataclass(frozen=True)
class ViewRow:
    """A kept view as the desk offers it."""

    id: str
    name: str
    href: str
    menu: str
    is_start: bool
    is_open: bool


@dataclass(frozen=True)
class ReminderRow:
    """A word to the officer, with the way to its dossier."""

    id: str
    words: str
    href: str


def view_row(view: ViewLine, here: Mapping[str, str]) -> ViewRow:
    """Return a kept view; it is open when the address says the same."""
    queue = queue_of(view.filters.get(QUEUE, ""), DeskQueue.NEW)
    kept = parts_of(queue, view.filters)
    return ViewRow(
        id=str(view.id),
        name=view.name,
        href=address(queue, view.filters),
        menu=wording.VIEW_MENU.format(name=view.name),
        is_start=view.is_start,
        is_open=kept == dict(here),
    )


def stands_in(lender: Lender) -> Choice:
    """Return the way to the work of a colleague who lent their post."""
    until = formats.day(lender.until) if lender.until else ""
    words = wording.STANDS_IN_UNTIL if until else wording.STANDS_IN
    href = address(DeskQueue.OWED, {HOLDER: str(lender.account_id)})
    return Choice(href, words.format(name=lender.name, until=until))


def reminder_row(line: ReminderLine) -> ReminderRow:
    """Return a word to the officer as a sentence."""
    words = wording.REMINDED.format(
        name=line.by_name, code=line.code, moment=formats.short_moment(line.at)
    )
    if line.due_at is not None:
        words = wording.NEAR.format(
            code=line.code, step=line.step, moment=formats.short_moment(line.due_at)
        )
    return ReminderRow(
        str(line.id), words, routes.fill(routes.PROCESSING, code=line.code)
    )


def menu(counts: DeskCounts, current: DeskQueue) -> list[QueueGroup]:
    """Return the menu of queues."""
    return [
        QueueGroup(title, [_link(queue, counts, current) for queue in queues])
        for title, queues in wording.GROUPS
    ]


def tiles(counts: DeskCounts) -> list[Tile]:
    """Return the day of the unit in four numbers."""
    on_time, median = counts.on_time, counts.median_hours
    percent = "" if on_time is None else formats.decimal(on_time)
    hours = "" if median is None else formats.decimal(median)
    return [
        Tile(formats.number(counts.waiting), wording.TILE_WAITING),
        Tile(formats.number(counts.soon), wording.TILE_SOON, counts.soon > 0),
        Tile(_known(wording.PERCENT, percent=percent), wording.TILE_ON_TIME),
        Tile(_known(wording.HOURS, hours=hours), wording.TILE_MEDIAN),
    ]


def line(row: Row, is_intake: bool) -> DeskLine:
    """Return a dossier as the list shows it."""
    finished = row.status in FINISHED
    left, css = say_kept(row.left) if finished else say_left(row.left, SHORT)
    if row.status is DossierStatus.AWAITING_PAYMENT:
        left, css = wording.STOPPED, "tag"
    details = routes.fill(routes.PROCESSING, code=row.code)
    may_receive = is_intake and row.status is DossierStatus.SUBMITTED
    reception = routes.fill(routes.RECEPTION, code=row.code) if may_receive else ""
    is_asked = row.status is DossierStatus.SUPPLEMENT
    asked = routes.fill(routes.ASK_SUPPLEMENT, code=row.code) if is_asked else ""
    is_held_back = row.is_unpaid and row.status is DossierStatus.RESULT_READY
    moment = formats.short_moment(row.left.deadline)
    return DeskLine(
        id=str(row.id),
        code=row.code,
        procedure=row.procedure,
        applicant=row.applicant,
        channel=wording.CHANNELS[row.channel],
        submitted=formats.short_moment(row.submitted_at),
        left=left,
        left_css=css,
        deadline=wording.DEADLINE.format(moment=moment) if moment else "",
        step=row.step,
        holder=wording.ME if row.is_mine else row.holder or _without_holder(row.status),
        menu=wording.ROW_MENU.format(code=row.code),
        href=reception or asked or details,
        reception_href=reception,
        supplement_href=asked,
        details_href=details,
        unpaid=wording.UNPAID if is_held_back else "",
        status=STATUSES[row.status].label,
        status_css=STATUSES[row.status].tag,
        pick=wording.PICK.format(code=row.code),
        print_href=_receipt(row),
        may_take=row.may_take,
    )


def _without_holder(status: DossierStatus) -> str:
    """Say whose turn it is where no officer has the dossier."""
    if status in PEOPLES_TURN:
        return wording.PEOPLE
    if status is DossierStatus.RESULT_READY:
        return wording.RESULT_DESK
    return wording.OVER if status in OVER else wording.NOBODY


def _receipt(row: Row) -> str:
    return routes.fill(routes.API_RECEIPT, code=row.code) if row.has_receipt else ""


def count_words(count: int) -> str:
    """Return a count of the menu; one that was not finished says so."""
    if count > MOST_COUNTED:
        return wording.MANY.format(count=formats.number(MOST_COUNTED))
    return formats.number(count)


def _link(queue: DeskQueue, counts: DeskCounts, current: DeskQueue) -> QueueLink:
    count = counts.queues.get(queue)
    return QueueLink(
        title=wording.QUEUES[queue].title,
        count="" if count is None else count_words(count),
        href=address(queue, {}),
        is_current=queue is current,
        is_hot=queue in HOT and bool(count),
    )


def _known(words: str, **number: str) -> str:
    """Return the number in words, or the sign that there is none yet."""
    return words.format(**number) if all(number.values()) else wording.NOTHING_YET
