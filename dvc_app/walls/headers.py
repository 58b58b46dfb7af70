"""Security headers on every answer, and a name for every new browser (HD-1..3)."""

import base64
import hashlib
import logging
import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dvc_app.walls.cookies import cookie_name, put_cookie
from services.settings import ROOT, settings

INLINE_SCRIPT = re.compile(r"<script[^>]*>(.+?)</script>", re.DOTALL)
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(self), geolocation=(), microphone=()",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
}
NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"
logger = logging.getLogger(__name__)


@cache
def content_security_policy(build: Path = ROOT / ".web/build/client") -> str:
    """Return the policy: our own scripts, and the build's inline ones by hash."""
    bodies = {
        body
        for page in build.rglob("*.html")
        for body in INLINE_SCRIPT.findall(page.read_text("utf-8"))
    }
    hashes = sorted(
        f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"
        for body in bodies
    )
    sources = " ".join(["'self'", *hashes])
    socket = settings().public_url.replace("http", "ws", 1).rstrip("/")
    # The program of a USB token listens on the person's own machine.
    signer = urlsplit(settings().local_signer)._replace(path="").geturl()
    return (
        f"default-src 'self'; script-src {sources}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; media-src 'self'; "
        f"connect-src 'self' {socket} {signer}; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )


NOT_MODIFIED = 304


class Headers:
    """Adds what is missing; an answer that set its own header keeps it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and dress its answer; a failure tells nothing."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        is_answered = False

        async def dressed(message: Message) -> None:
            nonlocal is_answered
            if message["type"] == "http.response.start":
                is_answered = True
                _dress(MutableHeaders(scope=message), scope, message["status"])
            await send(message)

        try:
            await self.app(scope, receive, dressed)
        except Exception:
            logger.exception("request_failed")
            if not is_answered:
                await Response(status_code=500)(scope, receive, dressed)


def _dress(headers: MutableHeaders, scope: Scope, status: int) -> None:
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    if settings().is_https:
        headers.setdefault(
            "strict-transport-security", "max-age=31536000; includeSubDomains"
        )
    is_page = headers.get("content-type", "").startswith("text/html")
    if status != NOT_MODIFIED:  # a browser would put it in place of the stored page's
        policy = content_security_policy() if is_page else NOTHING
        headers.setdefault("content-security-policy", policy)
    if scope["path"].startswith("/assets/") and status == 200:
        headers["cache-control"] = "public, max-age=31536000, immutable"
    elif "etag" in headers:  # a file of the build; only those are for everybody
        headers.setdefault("cache-control", "no-cache")
    else:
        headers.setdefault("cache-control", "no-store")
    if is_page and cookie_name() not in HTTPConnection(scope).cookies:
        named = Response()
        put_cookie(named)
        headers.append("set-cookie", named.headers["set-cookie"])
