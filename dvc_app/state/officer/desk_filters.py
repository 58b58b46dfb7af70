"""What the address calls the filters of the desk, and what is read from it (R42)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from dvc_app import routes
from dvc_app.wording import desk as wording
from dvc_app.wording.statuses import STATUSES
from services.core.faults import Unreadable
from services.core.readers import read_date
from services.dossiers.models import DossierStatus
from services.procedures.models import Channel
from services.processing.desk import DeskQueue, QueueSort
from services.processing.desk_filters import NOBODY, QueueFilter

QUEUE, PAGE_KEY, SORT = "hang", "trang", "xep"
TEXT, SECTOR, FROM_DAY, TO_DAY = "tim", "linh-vuc", "tu-ngay", "den-ngay"
DUE_FROM, DUE_TO, DONE_FROM, DONE_TO = "han-tu", "han-den", "xong-tu", "xong-den"
PROCEDURE, CHANNEL, STATUS = "thu-tuc", "kenh", "trang-thai"
HOLDER, STEP = "nguoi-giu", "buoc"
AWAY, LATE, UNPAID, UNREAD, WANTS_OUT = (
    "vang",
    "qua-han",
    "no-phi",
    "tin-moi",
    "xin-rut",
)
PAIRS = ((FROM_DAY, TO_DAY), (DUE_FROM, DUE_TO), (DONE_FROM, DONE_TO))
FLAGS = (AWAY, LATE, UNPAID, UNREAD, WANTS_OUT)
FIRST = (FROM_DAY, TO_DAY, SECTOR, TEXT)  # in sight by default
REST = (
    *(DUE_FROM, DUE_TO, DONE_FROM, DONE_TO, PROCEDURE, CHANNEL, STATUS, HOLDER, STEP),
    *FLAGS,
)
FILTERS = (*FIRST, *REST, SORT)
ON, NOT_TAKEN = "co", "chua-ai"
LONGEST, LONGEST_NUMBER = 100, 4
CHANNELS = {"truc-tuyen": Channel.ONLINE, "truc-tiep": Channel.DIRECT}
CHANNELS |= {"buu-chinh": Channel.POSTAL}
STATUS_KEYS = {
    str(status).replace("_", "-"): status
    for status in DossierStatus
    if status is not DossierStatus.DRAFT
}
SORTS = {key: sort for sort, (key, _) in wording.SORTS.items()}
QUEUES = {words.key: queue for queue, words in wording.QUEUES.items()}


@dataclass(frozen=True)
class Choice:
    """A value of a filter."""

    value: str
    words: str


def queue_of(key: str, default: DeskQueue) -> DeskQueue:
    """Return the queue the address names; an unknown name is none."""
    return QUEUES.get(key, default)


def filters_of(query: Mapping[str, str]) -> dict[str, str]:
    """Return the filters an address or a form names, each short; others are dropped."""
    return {name: query.get(name, "").strip()[:LONGEST] for name in FILTERS}


def page_of(text: str) -> int:
    """Return the page the address names, or the first."""
    is_number = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if is_number else 1


def address(queue: DeskQueue, filters: Mapping[str, str], page: int = 1) -> str:
    """Return the address of a queue with its filters (R42)."""
    return f"{routes.DESK}?{urlencode(parts_of(queue, filters, page))}"


def parts_of(
    queue: DeskQueue, filters: Mapping[str, str], page: int = 1
) -> dict[str, str]:
    """Return what stands behind the question mark."""
    parts = {QUEUE: wording.QUEUES[queue].key}
    parts |= {name: filters[name] for name in FILTERS if filters.get(name)}
    if page > 1:
        parts[PAGE_KEY] = str(page)
    return parts


def days_of(typed: Mapping[str, str]) -> tuple[dict[str, date], dict[str, str]]:
    """Read the days of the filters, and name what cannot be read."""
    days: dict[str, date] = {}
    problems: dict[str, str] = {}
    for first, last in PAIRS:
        for name in (first, last):
            if not typed.get(name, "").strip():
                continue
            try:
                days[name] = read_date(typed[name])
            except Unreadable as fault:
                problems[name] = fault.key
        if first in days and last in days and days[last] < days[first]:
            problems[last] = "order"
    return days, problems


def filter_of(queue: DeskQueue, filters: Mapping[str, str], page: int) -> QueueFilter:
    """Return what is asked of the desk; an unknown value of a list asks for nothing."""
    days, _ = days_of(filters)
    holder = filters.get(HOLDER, "")
    return QueueFilter(
        queue=queue,
        text=filters.get(TEXT, ""),
        sector=filters.get(SECTOR, ""),
        procedure=filters.get(PROCEDURE, ""),
        channel=CHANNELS.get(filters.get(CHANNEL, ""), ""),
        status=STATUS_KEYS.get(filters.get(STATUS, ""), ""),
        holder=NOBODY if holder == NOT_TAKEN else holder,
        step=filters.get(STEP, ""),
        from_day=days.get(FROM_DAY),
        to_day=days.get(TO_DAY),
        due_from=days.get(DUE_FROM),
        due_to=days.get(DUE_TO),
        done_from=days.get(DONE_FROM),
        done_to=days.get(DONE_TO),
        is_away=filters.get(AWAY) == ON,
        is_late=filters.get(LATE) == ON,
        is_unpaid=filters.get(UNPAID) == ON,
        wants_out=filters.get(WANTS_OUT) == ON,
        is_unread=filters.get(UNREAD) == ON,
        page=page,
        sort=SORTS.get(filters.get(SORT, ""), QueueSort.TIME_LEFT),
    )


def channel_choices() -> list[Choice]:
    """Return the channels as the filter offers them."""
    return [Choice(key, wording.CHANNELS[one]) for key, one in CHANNELS.items()]


def status_choices() -> list[Choice]:
    """Return the statuses as the filter offers them."""
    return [Choice(key, STATUSES[one].label) for key, one in STATUS_KEYS.items()]


def sort_choices() -> list[Choice]:
    """Return the orders as the filter offers them."""
    return [Choice(key, words) for key, words in wording.SORTS.values()]
