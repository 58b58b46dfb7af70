"""What a system does when its switch is turned: each mishap is an ASGI application (F-12)."""

import asyncio
from collections.abc import AsyncIterator

from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.types import ASGIApp, Message, Receive, Scope, Send

GARBAGE = "<html><head><title>Error</title></head><body><h1>Apache Tomcat</h1></body>"
CUT = b'{"error_code": "0", "message": "Thanh c'
WRONG_SHAPE = {"trangThai": [None, {"x": 1}], "data": "không phải danh sách"}
OLD_LETTERS = '{"error_code":"0","message":"Thành công: đã nhận"}'.encode(
    "cp1258", "replace"
)
DRIP_SECONDS = 0.1  # between two bytes
CHUNK, CHUNKS = b" " * (1 << 20), 100  # 100 MB in all
RETRY_AFTER = "30"  # seconds
NO_TOKEN = {"fault": {"code": 900901, "message": "Invalid Credentials"}}


def down() -> Response:
    """Return 503."""
    return PlainTextResponse("Service Unavailable", status_code=503)


def broken() -> Response:
    """Return 500."""
    return PlainTextResponse("Internal Server Error", status_code=500)


def busy() -> Response:
    """Return 429 and when to come back."""
    answer = {"fault": {"code": 900800, "message": "Message throttled out"}}
    return JSONResponse(answer, status_code=429, headers={"Retry-After": RETRY_AFTER})


def expired() -> Response:
    """Return 401 as a gateway does whose token ran out."""
    return JSONResponse(NO_TOKEN, status_code=401)


def elsewhere() -> Response:
    """Send the asker to an address inside somebody's network."""
    return RedirectResponse("http://169.254.169.254/latest/meta-data", status_code=302)


def garbage() -> Response:
    """Return a page where an answer belongs."""
    return HTMLResponse(GARBAGE)


def cut() -> Response:
    """Return half an answer."""
    return Response(CUT, media_type="application/json")


def misshapen() -> Response:
    """Return JSON of another shape."""
    return JSONResponse(WRONG_SHAPE)


def old_letters() -> Response:
    """Return letters of another age (Windows-1258) that call themselves UTF-8."""
    return Response(OLD_LETTERS, media_type="application/json; charset=utf-8")


def dripping() -> Response:
    """Return an answer a byte at a time."""

    async def drops() -> AsyncIterator[bytes]:
        for byte in CUT * 20:
            yield bytes([byte])
            await asyncio.sleep(DRIP_SECONDS)

    return StreamingResponse(drops(), media_type="application/json")


def huge() -> Response:
    """Return 100 MB."""

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(CHUNKS):
            yield CHUNK

    return StreamingResponse(chunks(), media_type="application/json")


def lost(app: ASGIApp) -> ASGIApp:
    """Do the work and lose the answer on the way back."""

    async def work_and_forget(scope: Scope, receive: Receive, send: Send) -> None:
        async def forget(message: Message) -> None:
            """Nothing reaches the asker."""

        await app(scope, receive, forget)
        gone = PlainTextResponse("Gateway Timeout", status_code=504)
        await gone(scope, receive, send)

    return work_and_forget
