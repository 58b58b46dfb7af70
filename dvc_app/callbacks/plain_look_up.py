"""The look-up as plain pages: no script, no socket, for messages and old phones (R36)."""

from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dvc_app import formats, routes
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.plain_page import draw
from dvc_app.callbacks.posted import posted
from dvc_app.state.human_proof import read_proof
from dvc_app.state.public.look_up_view import LookUpView, example_code, view_look_up
from dvc_app.state.refusals import sentence
from dvc_app.walls.cookies import put_cookie, read_cookie
from dvc_app.wording import look_up as wording
from dvc_app.wording import plain_look_up, promises, province, statuses
from services.accounts.new_picture_code import new_picture_code
from services.core import clock
from services.core.errors import NotFound, TooMany
from services.core.faults import Unreadable
from services.core.identifiers import DossierCode, read_dossier_code
from services.dossiers.ask_look_up import ask_look_up
from services.dossiers.look_up import look_up

NAMED = "moi"  # marks the address of a browser that has just been given a cookie
LONGEST_CODE = 200
PRIVATE = {"cache-control": "private, no-store"}


async def start(request: Request) -> Response:
    """Answer with the empty form, or go to the code it was sent with."""
    asked = request.query_params.get("ma", "")[:LONGEST_CODE]
    if not asked:
        return _page()
    try:
        code = read_dossier_code(asked)
    except Unreadable as fault:
        return _page(400, fault=_problem(fault.key), asked=asked)
    return RedirectResponse(_here(code), 303)


async def show(request: Request) -> Response:
    """Answer with the masked dossier, or with what stands before it (R40)."""
    asked = request.path_params["code"][:LONGEST_CODE]
    try:
        code = read_dossier_code(asked)
    except Unreadable as fault:
        return _page(400, fault=_problem(fault.key), asked=asked)
    if not read_cookie(request.headers.get("cookie", "")):
        return _name_browser(request, code)
    try:
        return await _answer(request, code)
    except TooMany as refusal:
        return _page(429, fault=sentence(refusal), asked=code)


def _name_browser(request: Request, code: DossierCode) -> Response:
    """Give the browser its cookie first: look-ups are counted by browser."""
    if NAMED in request.query_params:
        words = plain_look_up.NO_COOKIE.format(hotline=province.hotline_text())
        return _page(400, fault=words, asked=code)
    response = RedirectResponse(f"{_here(code)}?{NAMED}=1", 303)
    put_cookie(response)
    return response


async def _answer(request: Request, code: DossierCode) -> Response:
    actor = await asking(request)
    form = await posted(request) if request.method == "POST" else {}
    answer = await act(actor, ask_look_up, read_proof(form))
    if not answer.is_open:
        picture = str(await act(actor, new_picture_code))
        fault = _problem(answer.problems["picture"]) if form else ""
        return _page(
            fault=fault,
            asked=code,
            picture=picture,
            picture_address=routes.fill(routes.API_PICTURE, picture_id=picture),
            sound_address=routes.fill(routes.API_PICTURE_SOUND, picture_id=picture),
        )
    try:
        dossier = await act(actor, look_up, code)
    except NotFound:
        fault = wording.NOT_FOUND.format(code=code)
        return _page(404, fault=fault, asked=code, is_unknown=True)
    return _page(asked=code, view=view_look_up(dossier))


def _page(
    status: int = 200, *, asked: str = "", view: LookUpView | None = None, **more: Any
) -> HTMLResponse:
    # Any: what the template shows beside the dossier.
    given = {"fault": "", "is_unknown": False, "picture": ""}
    html = draw(
        "look_up.html",
        **{**given, **more},
        asked=asked,
        view=view,
        facts=_facts(view) if view else (),
        at=formats.moment(clock.now()),
        here=_here(asked),
        full=f"{routes.LOOK_UP}?{urlencode({'ma': asked})}",
        start=routes.PLAIN_LOOK_UP_START,
        example=example_code(),
        words=wording,
        plain=plain_look_up,
        statuses=statuses,
        promises=promises,
    )
    return HTMLResponse(html, status, PRIVATE)


def _facts(view: LookUpView) -> tuple[tuple[str, str], ...]:
    progress = view.progress
    return (
        (wording.OWNER, view.applicant),
        (wording.AGENCY, view.agency),
        (wording.SUBMITTED, progress.submitted),
        (wording.RECEIVED, progress.received),
        (wording.DUE, progress.due),
    )


def _here(code: str) -> str:
    return routes.fill(routes.PLAIN_LOOK_UP, code=quote(code, safe=""))


def _problem(key: str) -> str:
    return wording.PROBLEMS[key].format(example=example_code())
