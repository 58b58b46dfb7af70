"""The public post tells where a parcel is, server to server (contracts 5.10, OB-10)."""

from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dvc_app.callbacks import asking
from dvc_app.callbacks.payment_notice import NOTICES, UNSTORED
from dvc_app.callbacks.slowing import TRY_LATER, Slowed
from dvc_app.threads import in_pool
from dvc_app.walls.client_address import client_address
from services.dossiers.take_post_event import Push, take_push
from services.work import SYSTEM

# Their words for a yes, for one said before, and for a fault of theirs.
DONE, ALREADY, FAULT = "100", "101", "500"
ANSWERS = {
    Push.TAKEN: (200, DONE),
    Push.PARKED: (200, DONE),
    Push.KNOWN: (200, ALREADY),
    Push.FOREIGN: (200, ALREADY),
    Push.UNREADABLE: (400, FAULT),
    Push.FORGED: (403, FAULT),
}
# What is turned away here is read with the tracking within minutes.
_told = Slowed("600/minute")


async def take(request: Request) -> Response:
    """Answer 200 for what is kept and committed, pushed before or not."""
    if _told.is_too_often(request):
        return Response(status_code=429, headers=TRY_LATER)
    opener = partial(asking.run, replace(SYSTEM, address=client_address(request)))
    signature = request.headers.get("x-signature", "")
    body = await request.body()
    status, code = ANSWERS[await in_pool(NOTICES, take_push, opener, body, signature)]
    return JSONResponse({"Status": code}, status, headers=UNSTORED)
