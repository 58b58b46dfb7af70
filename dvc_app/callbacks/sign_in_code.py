"""Signing in by a code: asked for by name, taken over plain HTTP (C04)."""

from starlette.requests import Request
from starlette.responses import Response

from dvc_app import routes
from dvc_app.callbacks.asking import act, asking
from dvc_app.callbacks.code_words import refusal_words
from dvc_app.callbacks.device import device_of
from dvc_app.callbacks.posted import explained, go, posted, refuse
from dvc_app.state.human_proof import read_proof
from dvc_app.state.return_path import next_path, with_next
from dvc_app.walls.cookies import put_cookie
from dvc_app.wording import faults
from dvc_app.wording import sign_in as wording
from services.accounts.ask_code_by_name import (
    CodeChannel,
    NamedWish,
    ask_code_by_name,
)
from services.accounts.models import CodePurpose
from services.accounts.sign_in_by_code import sign_in_by_code
from services.core.errors import NotFound, RuleViolation

CHANNELS = {str(channel): channel for channel in CodeChannel}


@explained(routes.SIGN_IN_CODE)
async def ask(request: Request) -> Response:
    """Send a code to whoever is named, if anybody is; the answer never tells."""
    return await ask_by_name(request, CodePurpose.SIGN_IN, routes.SIGN_IN_CODE)


async def ask_by_name(request: Request, purpose: CodePurpose, page: str) -> Response:
    """Read name, way and proof of a form, and lead on to the field of the code."""
    form = await posted(request)
    path = next_path(form)
    here, proof = with_next(page, path), read_proof(form)
    if proof is None:
        words = faults.ACCOUNTS["picture_required"]
        return refuse(request, [("picture", words)], here)
    channel = CHANNELS.get(form.get("channel", ""), CodeChannel.PHONE)
    wish = NamedWish(form.get("name", ""), channel, path)
    try:
        sent = await act(await asking(request), ask_code_by_name, purpose, wish, proof)
    except RuleViolation as refusal:
        return refuse(request, faults.spelled(refusal.problems).items(), here)
    if sent is None:
        words = faults.ACCOUNTS["picture_wrong"]
        return refuse(request, [("picture", words)], here, needs_proof=True)
    return go(request, here)


@explained(routes.SIGN_IN_CODE)
async def confirm(request: Request) -> Response:
    """Take the code, open the session, and go where the person wanted to go."""
    form = await posted(request)
    page = with_next(routes.SIGN_IN_CODE, next_path(form))
    device, typed = device_of(request, form), form.get("code", "")
    try:
        result = await act(await asking(request), sign_in_by_code, typed, device)
    except RuleViolation as refusal:
        return refuse(request, faults.spelled(refusal.problems).items(), page)
    except NotFound:
        return refuse(request, [("", wording.CODE_GONE)], page)
    if not result.token:
        return refuse(request, [("code", refusal_words(result.check))], page)
    answer = go(request, result.go_to)
    put_cookie(answer, result.token, device.is_shared)
    return answer
