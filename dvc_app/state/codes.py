"""What a page shows of a code that is on its way by a name alone (C04)."""

from math import ceil

import reflex as rx

from dvc_app.wording import recovery as wording
from services.accounts.code_requests import CodeRequestProgress
from services.accounts.models import CodeDelivery
from services.core import clock


class CodeState(rx.State, mixin=True):
    """Where a code went, as far as may be told, and when another may be sent."""

    is_ready: bool = False
    is_asking: bool = True  # for whose account, before any code
    sent_line: str = ""
    target: str = ""
    delivery: str = ""
    is_failed: bool = False
    resend_in: int = 0  # seconds the device counts down from
    resend_mark: str = ""

    def _draw(self, progress: CodeRequestProgress) -> None:
        by_email = progress.is_email
        self.sent_line = wording.SENT_BY_EMAIL if by_email else wording.SENT_BY_PHONE
        if not progress.shown:
            self.sent_line = wording.SENT_SOMEWHERE
        otherwise = wording.YOUR_EMAIL if by_email else wording.YOUR_PHONE
        self.target = progress.shown or otherwise
        self.is_failed = progress.delivery is CodeDelivery.FAILED
        self.delivery = wording.FAILED if self.is_failed else wording.SENT
        opens = progress.next_resend_at
        left = (opens - clock.now()).total_seconds() if opens else 0
        self.resend_in = max(0, ceil(left))
        self.resend_mark = f"{progress.code_id}"
