"""Whether a printed sheet is genuine, for whoever holds it (C27, R36)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dvc_app import formats, routes
from dvc_app.callbacks.asking import act
from dvc_app.callbacks.plain_page import draw
from dvc_app.callbacks.slowing import TRY_LATER, Slowed
from dvc_app.wording import check_paper as wording
from dvc_app.wording import province
from services.core import clock
from services.papers.check_keys import CheckedPaper
from services.results.check_sheet import check_sheet
from services.work import ANONYMOUS

LONGEST_KEY = 100
PRIVATE = {"cache-control": "private, no-store"}
# Only wrong keys count: a desk that checks sheet after sheet is never slowed.
_wrong = Slowed("30/10minutes")


async def show(request: Request) -> Response:
    """Answer with what the sheet must say, or that the portal never printed it."""
    key = request.path_params["key"][:LONGEST_KEY]
    paper = await act(ANONYMOUS, check_sheet, key)
    if paper:
        code = _follow(paper.number)
        return _page(200, paper=paper, facts=_facts(paper), follow=code)
    if _wrong.is_too_often(request):
        answer = _page(429, fault=wording.TOO_OFTEN, help="")
        answer.headers["retry-after"] = TRY_LATER["retry-after"]
        return answer
    words = wording.NOT_GENUINE_HELP.format(hotline=province.hotline_text())
    return _page(404, fault=wording.NOT_GENUINE, help=words)


def _page(status: int, *, paper: CheckedPaper | None = None, **more: Any) -> Response:
    # Any: what the template shows beside the sheet.
    at = formats.moment(clock.now())
    html = draw("check_paper.html", words=wording, paper=paper, at=at, **more)
    return HTMLResponse(html, status, PRIVATE)


def _facts(paper: CheckedPaper) -> tuple[tuple[str, str], ...]:
    force = wording.IN_FORCE if paper.in_force else wording.NOT_IN_FORCE
    return (
        (wording.KIND, wording.KINDS[paper.kind]),
        *_money(paper),
        *(((wording.RESULT, paper.result),) if paper.result else ()),
        (wording.NUMBER, paper.number or wording.NO_DOSSIER),
        (wording.UNIT, paper.unit),
        (wording.ISSUED, formats.moment(paper.issued_at)),
        (wording.INITIALS, paper.initials),
        (wording.FORCE, force),
    )


def _money(paper: CheckedPaper) -> tuple[tuple[str, str], ...]:
    """Return what only an e-receipt has."""
    if paper.amount is None:
        return ()
    amount = formats.dong(paper.amount)
    return ((wording.RECEIPT, paper.receipt), (wording.AMOUNT, amount))


def _follow(number: str) -> str:
    return routes.fill(routes.PLAIN_LOOK_UP, code=number) if number else ""
