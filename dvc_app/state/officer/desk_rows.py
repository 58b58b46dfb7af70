"""What the desk draws, as display strings (O02)."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from dvc_app import formats, routes
from dvc_app.state.officer.time_left import SHORT, say_kept, say_left
from dvc_app.wording import desk as wording
from services.dossiers.models import DossierStatus
from services.processing.desk import PEOPLES_TURN, DeskQueue
from services.processing.desk_counts import DeskCounts
from services.processing.desk_row import FINISHED
from services.processing.desk_row import DeskRow as Row

# What the address calls things.
QUEUE, PAGE_KEY = "hang", "trang"
TEXT, SECTOR, FROM_DAY, TO_DAY = "tim", "linh-vuc", "tu-ngay", "den-ngay"
FILTERS = (FROM_DAY, TO_DAY, SECTOR, TEXT)
KEYS = {words.key: queue for queue, words in wording.QUEUES.items()}
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
    is_gone: bool = False  # left the queue while it was being looked at


def queue_of(key: str, default: DeskQueue) -> DeskQueue:
    """Return the queue the address names; an unknown name is none."""
    return KEYS.get(key, default)


def address(queue: DeskQueue, filters: Mapping[str, str], page: int = 1) -> str:
    """Return the address of a queue with its filters (R42)."""
    parts = {QUEUE: wording.QUEUES[queue].key}
    parts |= {name: filters[name] for name in FILTERS if filters.get(name)}
    if page > 1:
        parts[PAGE_KEY] = str(page)
    return f"{routes.DESK}?{urlencode(parts)}"


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
    is_theirs = row.status in PEOPLES_TURN
    holder = row.holder or (wording.PEOPLE if is_theirs else wording.NOBODY)
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
        holder=wording.ME if row.is_mine else holder,
        menu=wording.ROW_MENU.format(code=row.code),
        href=reception or asked or details,
        reception_href=reception,
        supplement_href=asked,
        details_href=details,
        unpaid=wording.UNPAID if is_held_back else "",
    )


def _link(queue: DeskQueue, counts: DeskCounts, current: DeskQueue) -> QueueLink:
    count = counts.queues[queue]
    return QueueLink(
        title=wording.QUEUES[queue].title,
        count=formats.number(count),
        href=address(queue, {}),
        is_current=queue is current,
        is_hot=queue in HOT and count > 0,
    )


def _known(words: str, **number: str) -> str:
    """Return the number in words, or the sign that there is none yet."""
    return words.format(**number) if all(number.values()) else wording.NOTHING_YET
