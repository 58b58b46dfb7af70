"""A person to be told, and a worker that does what waits, in one transaction."""

import dataclasses
from collections.abc import Callable
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlmodel import col, select

from services.accounts.models import Account
from services.accounts.register import Opener
from services.notifications.deliver import deliver
from services.notifications.models import (
    Notification,
    NotificationDelivery,
    Subject,
)
from services.notifications.notify import News, notify
from services.notifications.plan import JOB
from services.work import Actor, Work
from tests.factories.accounts import make_account
from tests.fakes import FakeMail, FakeSms, FakeZalo

P = ParamSpec("P")
T = TypeVar("T")
PHONE, EMAIL = "0900000011", "anhtuyet@example.vn"
CODE = "H55.242-261123-0001"


def person(work: Work, *channels: str, **values: object) -> Account:
    """Return a citizen with these channels, the first preferred."""
    return make_account(work.session, channels=list(channels), **values)


def news(subject: Subject = Subject.PROCESSING, **values: object) -> News:
    """Return something that happened, each time another thing."""
    given = {
        "subject": subject,
        "key": uuid4().hex,
        "path": f"/ho-so/{CODE}",
        "facts": {"code": CODE, "procedure": "Cấp giấy phép xây dựng"},
    }
    return News(**{**given, **values})  # type: ignore[arg-type]


def tell(
    work: Work, account: Account, subject: Subject = Subject.PROCESSING
) -> Notification:
    """Tell something now, and return it."""
    told = news(subject)
    assert notify(work, account.id, told)
    query = select(Notification).where(Notification.key == told.key)
    return work.session.exec(query).one()


def of(work: Work, account: Account) -> Work:
    """Return the work of this person."""
    return dataclasses.replace(work, actor=Actor(account_id=account.id))


def at(work: Work, moment: datetime) -> Work:
    """Return the same work at another moment."""
    return dataclasses.replace(work, now=moment)


@dataclasses.dataclass(frozen=True)
class InPlace:
    """Runs use cases in the test's own transaction."""

    work: Work

    def __call__(
        self,
        use_case: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run it."""
        return use_case(self.work, *args, **kwargs)


def opener_of(work: Work) -> Opener:
    """Return what runs a use case, in the test's own transaction."""
    return InPlace(work)


def waiting(work: Work) -> list[tuple[str, int, datetime | None]]:
    """Return the jobs that wait: delivery, tries made, not before."""
    asked = text(
        "select args, scheduled_at from procrastinate_jobs"
        " where task_name = :task order by id"
    )
    rows = work.session.connection().execute(asked, {"task": JOB})
    return [(args["delivery_id"], args["tries"], when) for args, when in rows]


def run_jobs(work: Work) -> int:
    """Do what a worker would do by now; return how many jobs that were."""
    done = 0
    seen: set[tuple[str, int]] = set()
    while due := [
        (delivery, tries)
        for delivery, tries, when in waiting(work)
        if (when is None or when <= work.now) and (delivery, tries) not in seen
    ]:
        for delivery, tries in due:
            seen.add((delivery, tries))
            deliver(opener_of(work), UUID(delivery), tries)
            done += 1
    return done


def states(work: Work, told: Notification) -> dict[str, str]:
    """Return how far the news got on each channel."""
    query = (
        select(NotificationDelivery)
        .where(NotificationDelivery.notification_id == told.id)
        .order_by(col(NotificationDelivery.position))
    )
    return {row.channel: str(row.state) for row in work.session.exec(query)}


def sms(work: Work) -> FakeSms:
    assert isinstance(work.systems.sms, FakeSms)
    return work.systems.sms


def mail(work: Work) -> FakeMail:
    assert isinstance(work.systems.mail, FakeMail)
    return work.systems.mail


def zalo(work: Work) -> FakeZalo:
    assert isinstance(work.systems.zalo, FakeZalo)
    return work.systems.zalo


def received(work: Work) -> dict[str, int]:
    """Count what arrived by each channel."""
    return {
        "zalo": len(zalo(work).sent),
        "sms": len(sms(work).sent),
        "email": len(mail(work).sent),
    }
