"""The slip of the counter: issued to an officer, shown once, ready to print."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dvc_app import formats, routes
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.posted import PRIVATE, explained, go, posted, refuse
from dvc_app.wording import faults, frame, province
from dvc_app.wording import recovery as wording
from services.accounts.issue_recovery_slip import (
    IssuedSlip,
    SlipOutcome,
    issue_recovery_slip,
)
from services.core.errors import RuleViolation
from services.settings import settings

PAGE, SHEET = routes.OFFICER_RECOVERY, routes.RECOVERY_SLIP_SHEET
SHOWN_FOR = 120  # seconds between issuing and showing
COOKIE = "dvc-slip"


@explained(PAGE)
async def issue(request: Request) -> Response:
    """Issue a slip; its code travels to the sheet in a cookie of that address."""
    form = await posted(request)
    number, is_compared = form.get("citizen_id", ""), bool(form.get("compared"))
    try:
        slip = await act(
            await asking(request), issue_recovery_slip, number, is_compared
        )
    except RuleViolation as refusal:
        return refuse(request, faults.spelled(refusal.problems).items(), PAGE)
    if slip.outcome is SlipOutcome.NO_ACCOUNT:
        return refuse(request, [("citizen_id", wording.NO_ACCOUNT)], PAGE)
    answer = go(request, SHEET)
    answer.set_cookie(
        COOKIE,
        _packed(slip),
        max_age=SHOWN_FOR,
        path=SHEET,
        httponly=True,
        samesite="strict",
        secure=settings().is_https,
    )
    return answer


async def sheet(request: Request) -> Response:
    """Show the slip, once; nothing of it is kept."""
    packed = request.cookies.get(COOKIE, "")
    try:
        slip: dict[str, Any] = json.loads(bytes.fromhex(packed))
        until = datetime.fromisoformat(slip["until"])
    except (ValueError, KeyError, TypeError):
        return RedirectResponse(PAGE, 303, headers=PRIVATE)
    page = _environment().get_template("recovery_slip.html")
    html = page.render(
        code=str(slip["code"])[:20],
        number=str(slip["number"])[:20],
        until=formats.moment(until),
        back=PAGE,
        recovery=routes.RECOVERY,
        brand=province.brand(),
        hotline=province.hotline_text(),
        words=wording,
        frame=frame,
    )
    answer = HTMLResponse(html, headers=PRIVATE)
    answer.delete_cookie(COOKIE, path=SHEET)
    return answer


def _packed(slip: IssuedSlip) -> str:
    until = slip.expires_at.isoformat() if slip.expires_at else ""
    told = {"code": slip.code, "number": slip.masked_number, "until": until}
    return json.dumps(told).encode().hex()


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
