"""The outermost wall: origin, cookies, tab tokens and sizes, for every request."""

from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dvc_app import routes
from dvc_app.walls.client_address import client_address
from dvc_app.walls.identity import who_is
from services.settings import settings

MAX_FORM = 64 << 10  # a form of ours holds a few fields
MAX_CALL = 1 << 20  # what the land registry may say at once
MAX_PIECE = 5 << 20  # one piece of an upload is 4 MiB
UPLOADS = routes.API_UPLOAD.partition("{")[0]
LAND = routes.API_LAND.partition("{")[0]
READING = {"GET", "HEAD", "OPTIONS"}
# Told by gateways and banks, which are no browser: a signature proves who they are,
# and nothing there heeds a cookie (PAY-3).
SERVERS = (
    routes.API_PAYMENT_NOTICE.partition("{")[0],
    routes.API_BANK_FEED,
    routes.API_NATIONAL_BILLS,
    routes.API_POST_EVENT,
    LAND,
)
FORBIDDEN_PATHS = ("/_upload", "/_all_routes", "/_health")
ALIVE = ("/ping", "/suc-khoe")  # a balancer asks by whatever name it knows
# A proxy of ours names the client so, a bank and the post sign so what they tell us;
# what else begins with x- is a stranger's.
KEPT = {b"x-forwarded-for", b"x-signature"}


def allowed_origins() -> set[str]:
    """Return where our own pages come from."""
    public = settings().public_url.rstrip("/")
    parts = urlsplit(public)
    if parts.hostname != "localhost":
        return {public}
    return {public, f"{parts.scheme}://127.0.0.1:{parts.port}"}


class Gate:
    """Refuses before anything of ours or the framework's has run (FW-3, HD-4).

    Path and query are read as the framework reads them, never from an address
    put together with the Host header, which anybody may choose.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the headers nobody may choose removed."""
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        scope["headers"] = [h for h in scope["headers"] if _is_kept(h[0])]
        if scope["type"] == "websocket":
            if await _check_socket(scope):
                await receive()
                return await send({"type": "websocket.close", "code": 4403})
            return await self.app(scope, receive, send)
        if status := _check_request(scope):
            return await Response(status_code=status)(scope, receive, send)
        body = _Body(receive, send, _most(scope["path"]))
        try:
            await self.app(scope, body.receive, body.send)
        except _TooLarge:
            if not body.is_answered:
                await Response(status_code=413)(scope, receive, send)


class _TooLarge(Exception):
    """More came than the address takes."""


class _Body:
    """Counts what arrives, since a chunked body announces no length (FW-5)."""

    def __init__(self, receive: Receive, send: Send, most: int) -> None:
        self._receive, self._send = receive, send
        self._left = most
        self.is_answered = False

    async def receive(self) -> Message:
        """Pass a piece on, unless it is one too many."""
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise _TooLarge
        return message

    async def send(self, message: Message) -> None:
        """Pass the answer on; what was made of half a body is replaced."""
        if message["type"] == "http.response.start":
            if self._left < 0:
                raise _TooLarge
            self.is_answered = True
        await self._send(message)


async def _check_socket(scope: Scope) -> bool:
    """Tell whether the handshake is refused."""
    headers = Headers(scope=scope)
    # A missing origin is no browser: refused as well (SS-4).
    if headers.get("origin") not in allowed_origins():
        return True
    query = scope.get("query_string", b"").decode("utf-8", "replace")
    tokens = parse_qs(query, keep_blank_values=True).get("token", [])
    if len(tokens) != 1 or not _is_tab_token(tokens[0]):
        return True
    address = client_address(HTTPConnection(scope))
    who = await who_is(headers.get("cookie", ""), address, tokens[0])
    if not who.owner:
        return True
    # A tab belongs to the browser that opened it, whoever signs in there.
    owner_browser = (who.tab_owner or "").partition(".")[0]
    return owner_browser not in ("", who.actor.browser)


def _check_request(scope: Scope) -> int:
    """Return the status of the refusal, or 0."""
    headers, path = Headers(scope=scope), scope["path"]
    if path.startswith(FORBIDDEN_PATHS):
        return 404
    host = headers.get("host")
    hosts = {urlsplit(origin).netloc for origin in allowed_origins()}
    if host is not None and host not in hosts and path not in ALIVE:
        return 400  # redirects are built from it (FW-9)
    if scope["method"] in READING:
        return 0
    if not path.startswith(SERVERS) and not _is_from_our_page(headers):
        return 403
    length = headers.get("content-length", "0")
    return 413 if not length.isdecimal() or int(length) > _most(path) else 0


def _is_from_our_page(headers: Headers) -> bool:
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site not in (None, "same-origin"):
        return False
    return site is not None if origin is None else origin in allowed_origins()


def _most(path: str) -> int:
    if path.startswith(UPLOADS):
        return MAX_PIECE
    return MAX_CALL if path.startswith(LAND) else MAX_FORM


def _is_kept(header: bytes) -> bool:
    return header in KEPT or not header.startswith(b"x-")


def _is_tab_token(token: str) -> bool:
    try:
        # The page draws all bits but the version by chance, the variant included.
        return UUID(token).hex[12] == "4" and len(token) == 36
    except ValueError:
        return False
