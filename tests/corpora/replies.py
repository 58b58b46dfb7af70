"""A system that answers every question with the bytes it was given (corpus B11)."""

import gzip
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

# Whoever asks for a token or a session gets one, in whichever words.
LOGIN = json.dumps(
    {
        "access_token": "t",
        "expires_in": 3600,
        "token": "t",
        "session": "s",
        "error_code": "0",
    }
).encode()
LOGINS = ("/token", "/login")
MORE_THAN_A_MEGABYTE = 1_100_000
BOMB = gzip.compress(b" " * 1_000_000) * 100
GAP = 0.1  # seconds between two bytes of a slow one
JSON = "application/json; charset=utf-8"


@dataclass
class Reply:
    """What is answered, and how."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None  # what is announced; None: the truth
    is_slow: bool = False
    before: str = ""  # a question with this word comes before, and is answered well
    first: bytes = b""  # in these words


class _Answering(BaseHTTPRequestHandler):
    reply: Reply

    def do_GET(self) -> None:
        """Answer whatever is asked."""
        asked = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        if self.reply.before and self.reply.before in asked:
            self._send(Reply(self.reply.first, headers={"Content-Type": JSON}))
        elif self.path.partition("?")[0].lower().endswith(LOGINS):
            self._send(Reply(LOGIN, headers={"Content-Type": JSON}))
        else:
            self._send(self.reply)

    do_POST = do_PUT = do_GET

    def _send(self, reply: Reply) -> None:
        length = len(reply.body) if reply.length is None else reply.length
        self.send_response(reply.status)
        for name, value in {**reply.headers, "Content-Length": str(length)}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for part in _parts(reply):
                self.wfile.write(part)
        except OSError:
            return  # the asker has heard enough

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def answering(reply: Reply) -> Iterator[str]:
    """Answer with this on a port of its own, and return the address."""
    handler = type("Answering", (_Answering,), {"reply": reply})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _parts(reply: Reply) -> Iterator[bytes]:
    if not reply.is_slow:
        yield reply.body
        return
    for byte in reply.body:
        yield bytes([byte])
        time.sleep(GAP)


def _both(yes: str, no: str) -> str:
    return f"{no.strip()[:-1]}, {yes.strip()[1:]}"


def _numbers(yes: str) -> str:
    for code in ("0", "1", "100"):
        for name in ("error_code", "status", "Status"):
            yes = yes.replace(f'"{name}": "{code}"', f'"{name}": {code}')
    return yes


# Bytes no text can hold, from a system's yes and its no.
RECIPES: dict[str, Callable[[str, str], Reply]] = {
    "cut": lambda yes, _: Reply(yes.encode()[: len(yes) // 2]),
    "broken line": lambda yes, _: Reply(yes.encode(), length=len(yes.encode()) + 9),
    "twice": lambda yes, no: Reply((yes + no).encode()),
    "numbers": lambda yes, _: Reply(_numbers(yes).encode()),
    "no and yes": lambda yes, no: Reply(_both(yes, no).encode()),
    "marked": lambda yes, _: Reply(b"\xef\xbb\xbf" + yes.encode()),
    "old letters": lambda yes, _: Reply(
        yes.replace("{", '{"ghiChu": "đã nhận", ', 1).encode("cp1258", "replace")
    ),
    "wide letters": lambda yes, _: Reply(yes.encode("utf-16")),
    "huge": lambda yes, _: Reply(
        yes.replace("{", "{" + " " * MORE_THAN_A_MEGABYTE, 1).encode()
    ),
    "slow": lambda yes, _: Reply(yes.encode(), is_slow=True),
    "bomb": lambda _, __: Reply(BOMB, headers={"Content-Encoding": "gzip"}),
    "packed": lambda yes, _: Reply(gzip.compress(yes.encode())),
    "deep": lambda _, __: Reply(b"[" * 100_000),
}
