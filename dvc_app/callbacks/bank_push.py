"""The bank tells of money that came in, server to server (VietQR, PAY-3)."""

from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dvc_app.callbacks import asking
from dvc_app.callbacks.payment_notice import NOTICES, UNSTORED
from dvc_app.callbacks.slowing import TRY_LATER, Slowed
from dvc_app.threads import in_pool
from dvc_app.walls.client_address import client_address
from services.integrations.payment_gateways.port import RawNotice
from services.payments.read_feed import take_push
from services.work import SYSTEM

# What is turned away here is read from the feed within a minute.
_told = Slowed("600/minute")


async def take(request: Request) -> Response:
    """Answer 200 for what is genuine, told before or not; the bank repeats the rest."""
    if _told.is_too_often(request):
        return Response(status_code=429, headers=TRY_LATER)
    opener = partial(asking.run, replace(SYSTEM, address=client_address(request)))
    notice = RawNotice(
        method=request.method,
        body=await request.body(),
        content_type=request.headers.get("content-type", ""),
        headers=dict(request.headers),
    )
    is_genuine = await in_pool(NOTICES, take_push, opener, notice)
    status = 200 if is_genuine else 403
    return JSONResponse({"ok": is_genuine}, status, headers=UNSTORED)
