"""What payment gateways tell us, server to server: no browser, no cookie (PAY-3)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from dvc_app.callbacks import asking
from dvc_app.callbacks.slowing import Slowed
from dvc_app.threads import in_pool
from dvc_app.walls.client_address import client_address
from services.core.errors import NotFound
from services.integrations.payment_gateways.port import RawNotice
from services.payments.take_notice import take_notice
from services.work import SYSTEM

# Who tells too much holds up none but others who tell us something.
NOTICES = ThreadPoolExecutor(8, "notices")
UNSTORED = {"cache-control": "no-store"}
# Past this only what is genuine is kept; no genuine notice is ever turned away.
_told = Slowed("600/minute")


async def from_gateway(request: Request) -> Response:
    """Answer a payment gateway in its own words; a fault of ours makes it repeat."""
    if request.method == "HEAD":
        return Response(status_code=405)
    key, is_flood = request.path_params["gateway"], _told.is_too_often(request)
    notice = await _notice(request)
    try:
        reply = await in_pool(
            NOTICES, take_notice, _opener(request), key, notice, is_flood
        )
    except NotFound:
        return Response(status_code=404)
    headers = UNSTORED | {"content-type": reply.content_type}
    return Response(reply.body, reply.status, headers=headers)


def _opener(request: Request) -> partial[object]:
    actor = replace(SYSTEM, address=client_address(request))
    return partial(asking.run, actor)


async def _notice(request: Request) -> RawNotice:
    """Return the message byte by byte; the gate lets no more than 64 KiB through."""
    return RawNotice(
        method=request.method,
        query=request.scope["query_string"].decode("latin-1"),
        body=await request.body(),
        content_type=request.headers.get("content-type", ""),
        headers=dict(request.headers),
    )
