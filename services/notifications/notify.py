"""Tell a person that something happened (R23): once, on the channels they chose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from services.accounts.models import Account
from services.notifications.models import Notification, Subject, new_link
from services.notifications.plan import plan_deliveries
from services.signals import person_topic, tell
from services.work import Work


@dataclass(frozen=True)
class News:
    """What to tell. `key` names the happening: the same key is told once for ever.

    Facts are shown in the portal only; messages that leave it name no person
    and no number of a paper, and lead to `path`. Of the facts a message reads
    `code`, `procedure` (its plain name) and `day` or `until`
    (ISO 8601, a day or a moment).
    """

    subject: Subject
    key: str
    path: str  # inside the portal, beginning with “/”
    reference: UUID | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


def notify(work: Work, account_id: UUID, news: News) -> bool:
    """Keep the news in the transaction of the act; tell whether it was new.

    Of two who tell the same the second waits for the first, and tells nothing.
    """
    row = {
        "id": uuid4(),
        "account_id": account_id,
        "key": news.key,
        "subject": news.subject,
        "at": work.now,
        "reference": news.reference,
        "path": news.path,
        "facts": dict(news.facts),
        "link": new_link(),
    }
    born = insert(Notification).values(**row).on_conflict_do_nothing()
    told = work.session.execute(born.returning(col(Notification.id))).one_or_none()
    if told is None:
        return False
    account = work.session.get_one(Account, account_id)
    plan_deliveries(work, account, told.id, news.subject)
    tell(work.session, person_topic(account_id))
    return True
