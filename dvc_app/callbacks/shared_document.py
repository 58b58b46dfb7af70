"""A shared paper on a plain page: a code, no sign-in, no script (C23, R36)."""

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dvc_app import formats, routes
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.files import disposition_of, sent
from dvc_app.callbacks.posted import posted
from dvc_app.state.citizen.document_rows import document_row, signature_of
from dvc_app.walls.cookies import put_cookie, read_cookie
from dvc_app.wording import documents as wording
from dvc_app.wording import frame, province
from dvc_app.wording import shared_document as shared_words
from services.core.errors import Conflict, NotFound
from services.vault.models import DocumentState
from services.vault.open_shared import SharedView, open_shared, read_shared

TEMPLATES = Path(__file__).parent / "templates"
PRIVATE = {"cache-control": "private, no-store"}
UNREAD = (DocumentState.CHECKING, DocumentState.REFUSED, DocumentState.REVOKED)


async def ask(request: Request) -> Response:
    """Answer with the form that takes a code; the browser is named on the way."""
    page = _page(problem=_known(request.query_params.get("loi", "")))
    if not read_cookie(request.headers.get("cookie", "")):
        put_cookie(page)
    return page


async def show(request: Request) -> Response:
    """Answer with the paper of the code, or with why there is none."""
    if not read_cookie(request.headers.get("cookie", "")):
        page = _page(400, problem="code_cookie")
        put_cookie(page)
        return page
    typed = (await posted(request)).get("ma", "")
    try:
        opened = await act(await asking(request), open_shared, typed)
    except Conflict:
        return _page(409, problem="code_spent")
    if opened.shown is None:
        status = 429 if opened.problem == "code_guessing" else 404
        return _page(status, problem=opened.problem)
    return _page(shown=opened.shown)


async def read(request: Request) -> Response:
    """Answer with the file, while the pass and the share still hold."""
    to_keep = request.query_params.get("tai") == "1"
    ticket = request.query_params.get("ve", "")[:2_000]
    try:
        file = await act(await asking(request), read_shared, ticket, to_keep)
    except (NotFound, Conflict):
        again = f"{routes.SHARED_DOCUMENT}?{urlencode({'loi': 'code_spent'})}"
        return RedirectResponse(again, 303, PRIVATE)
    return sent(file.data, file.media_type, disposition_of(file, to_keep))


def _page(
    status: int = 200, *, problem: str = "", shown: SharedView | None = None
) -> HTMLResponse:
    given: dict[str, Any] = {"row": None, "facts": (), "read": "", "keep": ""}
    if shown is not None:
        given = _shown(shown)
    html = (
        _environment()
        .get_template("shared_document.html")
        .render(
            **given,
            problem=shared_words.SHARED_PROBLEMS.get(problem, ""),
            here=routes.SHARED_DOCUMENT,
            words=shared_words,
            facts_title=wording.FACTS,
            frame=frame,
            brand=province.brand(),
            owner=province.owner(),
            hotline=province.hotline(),
        )
    )
    return HTMLResponse(html, status, PRIVATE)


def _shown(shown: SharedView) -> dict[str, Any]:  # Any: what the template shows
    document = shown.document
    row = document_row(document)
    facts = (
        (wording.FIELDS["kind"], row.kind),
        (wording.FIELDS["number"], document.number),
        (wording.FIELDS["issuer"], document.issuer),
        (wording.FIELDS["issued_on"], formats.day(document.issued_on)),
        (wording.FIELDS["valid_until"], formats.day(document.valid_until)),
        (wording.FIELDS["source"], row.source),
        (wording.FIELDS["signature"], signature_of(document)),
        (shared_words.SHARED_OWNER, shown.owner),
        (shared_words.SHARED_UNTIL, formats.moment(shown.until)),
    )
    is_there = document.state not in UNREAD
    address = f"{routes.SHARED_FILE}?{urlencode({'ve': shown.ticket})}"
    return {
        "row": row,
        "facts": facts,
        "read": address if is_there else "",
        "keep": f"{address}&tai=1" if is_there else "",
    }


def _known(problem: str) -> str:
    return problem if problem in shared_words.SHARED_PROBLEMS else ""


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
