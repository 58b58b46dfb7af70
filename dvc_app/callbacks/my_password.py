"""Changing one's own password over plain HTTP: passwords never pass the socket."""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import formats, routes
from dvc_app.callbacks.asking import act_hashing, asking
from dvc_app.callbacks.posted import explained, go, posted, refuse
from dvc_app.wording import faults
from dvc_app.wording import my_password as wording
from services.accounts.change_password import ChangeOutcome, change_password
from services.accounts.set_password import NewPassword
from services.core.errors import RuleViolation

PAGE = routes.MY_PASSWORD
DONE = f"{PAGE}?xong=1"


@explained(PAGE)
async def change(request: Request) -> Response:
    """Change it, end the other devices' sessions, and say so."""
    form = await posted(request)
    typed = NewPassword(form.get("password", ""), form.get("again"))
    present = form.get("present", "")
    try:
        change = await act_hashing(
            await asking(request), change_password, present, typed
        )
    except RuleViolation as refusal:
        return refuse(request, faults.spelled(refusal.problems).items(), PAGE)
    if change.outcome is ChangeOutcome.CHANGED:
        return go(request, DONE)
    if change.until:
        words = wording.PAUSED.format(until=formats.clock_time(change.until))
        return refuse(request, [("", words)], PAGE)
    return refuse(request, [("present", wording.WRONG)], PAGE)
