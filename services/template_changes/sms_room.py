"""How long an edited SMS becomes with site, link and facts: it stays one message."""

from datetime import timedelta
from uuid import uuid4

from services.notifications.models import Notification, Subject
from services.notifications.own_words import as_sent
from services.notifications.texts import message_texts
from services.templates.models import TemplateKind, TextTemplate
from services.work import Work

SMS = ".sms"
LONGEST_CODE = "H55.242-261122-00001"


def measure_sms(work: Work, template: TextTemplate, body: str) -> int | None:
    """Return its letters as it is sent at its longest; None of what is no SMS."""
    if template.kind is not TemplateKind.MESSAGE or not template.key.endswith(SMS):
        return None
    day = (work.now + timedelta(days=1)).isoformat()
    told = Notification(
        account_id=uuid4(),
        key=template.key,
        subject=Subject(template.key.removesuffix(SMS)),
        path="/",
        at=work.now,
        facts={"code": LONGEST_CODE, "procedure": "", "day": day},
    )
    sms = as_sent(body)
    own = {"sms": sms, "sms_plain": sms}
    return len(message_texts(work.province, told, own).sms)
