"""Which news matters how much, when it may ring, and how often a try is repeated."""

from collections.abc import Collection, Sequence
from datetime import datetime, time, timedelta

from services.accounts.channels import Channel
from services.core.clock import local
from services.notifications.models import Sort, Subject
from services.province import Province

S = Subject

SORTS: dict[Subject, Sort] = {
    S.SUBMITTED: Sort.PROGRESS,
    S.RECEIVED: Sort.PROGRESS,
    S.REFUSED: Sort.TO_DO,
    S.SUPPLEMENT_ASKED: Sort.TO_DO,
    S.SUPPLEMENT_DUE: Sort.TO_DO,
    S.SUPPLEMENT_RECEIVED: Sort.PROGRESS,
    S.PROCESSING: Sort.PROGRESS,
    S.RESULT_READY: Sort.RESULT,
    S.RETURNED: Sort.RESULT,
    S.RESULT_UNCLAIMED: Sort.RESULT,
    S.RESULT_CORRECTED: Sort.RESULT,
    S.WITHDRAWN: Sort.PROGRESS,
    S.STOPPED: Sort.RESULT,
    S.SUSPENDED: Sort.PROGRESS,
    S.RESUMED: Sort.PROGRESS,
    S.EXTENDED: Sort.PROGRESS,
    S.APOLOGISED: Sort.PROGRESS,
    S.TRANSFERRED: Sort.PROGRESS,
    S.MESSAGE: Sort.TO_DO,
    S.COSIGN_ASKED: Sort.TO_DO,
    S.COSIGNED: Sort.PROGRESS,
    S.LATE: Sort.PROGRESS,
    S.PROMISE_MOVED: Sort.PROGRESS,
    S.PAPER_EXPIRING: Sort.SYSTEM,
    S.PAPER_USED: Sort.SYSTEM,
    S.PAPER_MENDED: Sort.PROGRESS,
    S.CORRECTION_DECLINED: Sort.PROGRESS,
    S.DRAFT_EXPIRING: Sort.TO_DO,
    S.PAYMENT_DUE: Sort.TO_DO,
    S.PAID: Sort.PROGRESS,
    S.PAID_FILED: Sort.PROGRESS,
    S.PAID_NOT_FILED: Sort.TO_DO,
    S.PAYMENT_HELD: Sort.TO_DO,
    S.PAYMENT_TWICE: Sort.PROGRESS,
    S.REFUNDED: Sort.RESULT,
    S.REFUND_DECLINED: Sort.PROGRESS,
    S.POST_PRICED: Sort.PROGRESS,
    S.POST_AGAIN: Sort.PROGRESS,
    S.POST_TO_COUNTER: Sort.TO_DO,
    S.HANDED_OVER: Sort.PROGRESS,
    S.HAND_OVER_FAILED: Sort.TO_DO,
}
MUTABLE = frozenset(Sort) - {Sort.TO_DO}

# A try is repeated after 5 s, 25 s, 2 min … 4 hours. What a person must do does not
# wait that long for one channel: after a quarter of an hour the next one is taken.
PAUSE = 5
MOST_TRIES, MOST_TRIES_TO_DO = 7, 5


def most_tries(subject: Subject) -> int:
    """Return how often one channel is tried before it counts as failed."""
    return MOST_TRIES_TO_DO if SORTS[subject] is Sort.TO_DO else MOST_TRIES


def next_try(now: datetime, tries: int) -> datetime:
    """Return when a channel is tried again after so many tries."""
    return now + timedelta(seconds=PAUSE**tries)


def outside_channels(
    sort: Sort, chosen: Sequence[Channel], muted: Collection[Sort]
) -> list[Channel]:
    """Return the channels to try, in order; the portal always shows the news itself.

    What must be done goes on to the next channel until one works. For the rest the
    portal is a channel that works, so what stands behind it is never reached.
    """
    if sort is not Sort.TO_DO:
        if sort in muted:
            return []
        ends = chosen.index(Channel.PORTAL) if Channel.PORTAL in chosen else None
        chosen = chosen[:ends]
    return [one for one in chosen if one is not Channel.PORTAL]


def not_before(province: Province, sort: Sort, moment: datetime) -> datetime | None:
    """Return when the quiet hours end, or None if it may be sent at once (R23)."""
    if sort is Sort.TO_DO:
        return None
    begins, ends = quiet_hours(province)
    here = local(moment)
    clock = here.time()
    overnight = begins > ends
    is_quiet = clock >= begins or clock < ends if overnight else begins <= clock < ends
    if not is_quiet:
        return None
    day = here.date() + timedelta(days=1 if overnight and clock >= begins else 0)
    return datetime.combine(day, ends, here.tzinfo).astimezone(moment.tzinfo)


def quiet_hours(province: Province) -> tuple[time, time]:
    """Return from when until when nothing rings, in the province's own time."""
    hours = province.profile["notifications"]["quiet"]
    begins, ends = hours.split("-")
    return time.fromisoformat(begins), time.fromisoformat(ends)
