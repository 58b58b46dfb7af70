"""The land registry calls us: {Result, Message, Data}, answered after the commit."""

import hmac
from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dvc_app.callbacks import asking
from dvc_app.callbacks.payment_notice import NOTICES, UNSTORED
from dvc_app.callbacks.slowing import TRY_LATER, Slowed
from dvc_app.threads import in_pool
from dvc_app.walls.client_address import client_address
from dvc_app.wording import land as wording
from services.core import clock
from services.integrations.land_registry.reading import UnreadableCall, read_call
from services.land.models import NoticeState
from services.land.take_notice import take_notice
from services.settings import settings
from services.work import SYSTEM

YES, NO = 1, 0
BEARER = "Bearer "
_told = Slowed("600/minute")
_strange = Slowed("30/10minutes")  # wrong keys alone
SAID = {NoticeState.PARKED: wording.PARKED, NoticeState.OVER: wording.OVER}


async def take(request: Request) -> Response:
    """Answer 1 for what is kept, told before or not; a fault of ours makes them repeat."""
    if not _is_theirs(request):
        status = 429 if _strange.is_too_often(request) else 401
        return _answer(NO, wording.NOT_YOURS, status)
    if _told.is_too_often(request):
        return _answer(NO, wording.TOO_OFTEN, 429)
    body = await request.body()
    try:
        told = read_call(str(request.path_params["call"]), body, clock.now())
    except UnreadableCall:
        return _answer(NO, wording.UNREADABLE)
    opener = partial(asking.run, replace(SYSTEM, address=client_address(request)))
    state = await in_pool(NOTICES, take_notice, opener, told, body)
    return _answer(YES, SAID.get(state, wording.TAKEN))


def _is_theirs(request: Request) -> bool:
    """Compare the key they carry, in a time that tells nothing."""
    wanted = BEARER + settings().land_registry.callback_key.get_secret_value()
    given = request.headers.get("authorization", "")
    return hmac.compare_digest(wanted.encode(), given.encode())


def _answer(result: int, message: str, status: int = 200) -> Response:
    headers = UNSTORED | (TRY_LATER if status == 429 else {})
    told = {"Result": result, "Message": message, "Data": None}
    return JSONResponse(told, status, headers=headers)
