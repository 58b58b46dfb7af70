"""A portal's notice address for tests: keeps what gateways say, answers as told."""

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from services.integrations.payment_gateways.port import (
    NoticeRefused,
    RawNotice,
    Reply,
)

PATIENCE_SECONDS = 10.0
Answering = Callable[[RawNotice], Reply]


class NoticeListener:
    """An HTTP server on a free port; `notices` are as they came."""

    def __init__(self) -> None:
        self.notices: list[RawNotice] = []
        self.answer: Answering = lambda _notice: Reply(200, "text/plain", b"")
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Return the address of the listening portal."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def about(self, number: str, count: int = 1) -> list[RawNotice]:
        """Wait for so many notices that name an order, and return them."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while len(found := self._naming(number)) < count:
            assert time.monotonic() < deadline, f"{len(found)} of {count} notices"
            time.sleep(0.02)
        return found

    def replied(self, notice: RawNotice) -> Reply:
        """Answer; what another test's gateway still repeats is no concern of ours."""
        try:
            return self.answer(notice)
        except NoticeRefused:
            return Reply(400, "text/plain", b"")

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _naming(self, number: str) -> list[RawNotice]:
        return [
            one
            for one in self.notices
            if number in one.query or number.encode() in one.body
        ]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                notice = RawNotice(
                    method=self.command,
                    query=urlsplit(self.path).query,
                    body=self.rfile.read(length),
                    content_type=self.headers.get("Content-Type", ""),
                    headers={k.lower(): v for k, v in self.headers.items()},
                )
                listener.notices.append(notice)
                reply = listener.replied(notice)
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.content_type)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)

            do_POST = do_GET

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler
