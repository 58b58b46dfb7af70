"""Whether the portal is alive (HD-5): shallow, public, without details."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response


async def alive(request: Request) -> Response:
    """Answer that the process runs."""
    return PlainTextResponse("ok")
