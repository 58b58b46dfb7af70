"""The signing program on a person's machine, as a page of the portal speaks to it."""

import asyncio
import base64
import binascii
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from cryptography.hazmat.primitives.serialization import Encoding
from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.faults import System
from sandbox.signing.authority import Authority
from sandbox.signing.holders import Case
from sandbox.signing.keys import sign, sign_hash
from sandbox.signing.tokens import Token, Tokens

DONE, CANCELLED, BLOCKED, NO_TOKEN, TIME_RAN_OUT, UNREADABLE = range(6)
MESSAGES = {
    CANCELLED: "Người dùng đã hủy",
    BLOCKED: "Thiết bị đã bị khóa vì nhập sai mã PIN",
    NO_TOKEN: "Chưa cắm thiết bị ký số",
    TIME_RAN_OUT: "Hết thời gian chờ",
    UNREADABLE: "Yêu cầu không đúng định dạng",
}
SYSTEM = System(
    "local_signer",
    "Chương trình ký số trên máy (USB ký số)",
    "/local-signer/",
    {"Status": BLOCKED, "Message": MESSAGES[BLOCKED]},
)
PATIENCE_SECONDS, LOOK_EVERY_SECONDS = 120, 0.1
LONGEST_CHALLENGE = 4096
MOST_HASHES, HASH_BYTES = 20, 32
HERE = {"localhost", "127.0.0.1"}


class Question(BaseModel):
    """What a page asks to be signed, in base64."""

    challenge: str


class Document(BaseModel):
    """One document: its number as shown, and the SHA-256 of what is signed."""

    DocNumber: str = ""
    Hash: str  # base64


class HashQuestion(BaseModel):
    """What vgca_sign_approved takes, with hashes in the place of files."""

    SessionId: str
    Certificate: str  # whose key is to sign, DER in base64
    Documents: list[Document]


@dataclass
class Asking:
    """One page that waits for the person at the program's window."""

    challenge: bytes
    origin: str
    hashes: tuple[bytes, ...] = ()  # instead of a challenge
    certificate: bytes = b""  # the one key that may sign these hashes
    id: str = field(default_factory=lambda: str(uuid4()))
    answer: Mapping[str, Any] | None = None
    problem: str = ""  # what the window says of the last try

    @property
    def text(self) -> str:
        """Return what is signed, as far as it can be read."""
        return self.challenge.decode("utf-8", "replace")[:1000]


@dataclass
class LocalSigner:
    """The program: its tokens, and the pages that wait."""

    tokens: Tokens
    authority: Authority
    asking: dict[str, Asking] = field(default_factory=dict)

    def routes(self) -> list[Route]:
        """Return what a page may call, from this machine's own addresses only."""
        return [
            Route("/local-signer/status", self.status, methods=["GET", "OPTIONS"]),
            Route("/local-signer/auth", self.auth, methods=["POST", "OPTIONS"]),
            Route(
                "/local-signer/certificates",
                self.certificates,
                methods=["GET", "OPTIONS"],
            ),
            Route("/local-signer/sign-hash", self.approve, methods=["POST", "OPTIONS"]),
        ]

    async def status(self, request: Request) -> Response:
        """Tell that the program runs, and how many tokens are in the machine."""
        count = len(self.tokens.all)
        told = {"Status": DONE, "Message": "", "Version": "1.0", "Tokens": count}
        return _allowed(request, {} if request.method == "OPTIONS" else told)

    async def auth(self, request: Request) -> Response:
        """Wait until the person has chosen a token and typed its PIN, or has not."""
        if request.method == "OPTIONS" or not _origin(request):
            return _allowed(request, {})
        challenge = _challenge(await request.body())
        if challenge is None:
            return _allowed(request, failure(UNREADABLE))
        if not self.tokens.all:
            return _allowed(request, failure(NO_TOKEN))
        return await self._wait(request, Asking(challenge, _origin(request)))

    async def certificates(self, request: Request) -> Response:
        """List the certificates in the machine; they are no secret, so no PIN."""
        if request.method == "OPTIONS" or not _origin(request):
            return _allowed(request, {})
        if not self.tokens.all:
            return _allowed(request, failure(NO_TOKEN))
        told = [
            {"certificate": _der(token), "chain": self.chain_of(token)}
            for token in self.tokens.all.values()
        ]
        return _allowed(request, {"Status": DONE, "Message": "", "Certificates": told})

    async def approve(self, request: Request) -> Response:
        """Sign hashes with one key, one PIN for all of them (vgca_sign_approved)."""
        if request.method == "OPTIONS" or not _origin(request):
            return _allowed(request, {})
        read = _hashes(await request.body())
        if read is None:
            return _allowed(request, failure(UNREADABLE))
        hashes, certificate, shown = read
        if all(_raw(token) != certificate for token in self.tokens.all.values()):
            return _allowed(request, failure(NO_TOKEN))
        asking = Asking(shown.encode(), _origin(request), hashes, certificate)
        return await self._wait(request, asking)

    async def _wait(self, request: Request, asking: Asking) -> Response:
        self.asking[asking.id] = asking
        try:
            return _allowed(request, await _answer(asking, request))
        finally:
            del self.asking[asking.id]

    def unanswered(self) -> list[Asking]:
        """Return the pages that still wait, the oldest first."""
        return [one for one in self.asking.values() if one.answer is None]

    def sign(self, asking: Asking, token: Token) -> None:
        """Give the page its signature: certificate, chain and signature in base64."""
        told: dict[str, Any] = {
            "Status": DONE,
            "Message": "",
            "certificate": _der(token),
            "chain": self.chain_of(token),
        }
        if asking.hashes:
            signed = [sign_hash(token.pair, each) for each in asking.hashes]
            told["signatures"] = [base64.b64encode(each).decode() for each in signed]
        else:
            signature = sign(token.pair, asking.challenge)
            told["signature"] = base64.b64encode(signature).decode()
        asking.answer = told

    def tokens_for(self, asking: Asking) -> list[Token]:
        """Return the tokens that may sign: for hashes only the one asked for."""
        found = self.tokens.all.values()
        return [token for token in found if asking.certificate in (b"", _raw(token))]

    def chain_of(self, token: Token) -> list[str]:
        """Return what leads to the root, if anything does."""
        return [] if token.holder.case is Case.UNKNOWN_AUTHORITY else self._chain()

    def _chain(self) -> list[str]:
        return [
            base64.b64encode(each.public_bytes(Encoding.DER)).decode()
            for each in self.authority.chain()
        ]


def _raw(token: Token) -> bytes:
    return token.pair.certificate.public_bytes(Encoding.DER)


def _der(token: Token) -> str:
    return base64.b64encode(_raw(token)).decode()


def _hashes(body: bytes) -> tuple[tuple[bytes, ...], bytes, str] | None:
    try:
        asked = HashQuestion.model_validate_json(body)
        hashes = tuple(
            base64.b64decode(one.Hash, validate=True) for one in asked.Documents
        )
        certificate = base64.b64decode(asked.Certificate, validate=True)
    except (ValidationError, binascii.Error, ValueError):
        return None
    is_right = 0 < len(hashes) <= MOST_HASHES and all(
        len(each) == HASH_BYTES for each in hashes
    )
    shown = "\n".join(one.DocNumber[:200] for one in asked.Documents)
    return (hashes, certificate, shown) if is_right else None


def failure(status: int) -> dict[str, Any]:
    """Return an answer without a signature."""
    return {"Status": status, "Message": MESSAGES[status]}


async def _answer(asking: Asking, request: Request) -> Mapping[str, Any]:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while asking.answer is None and time.monotonic() < deadline:
        await asyncio.sleep(LOOK_EVERY_SECONDS)
        if await request.is_disconnected():
            return failure(CANCELLED)
    return asking.answer or failure(TIME_RAN_OUT)


def _challenge(body: bytes) -> bytes | None:
    try:
        asked = Question.model_validate_json(body)
        challenge = base64.b64decode(asked.challenge, validate=True)
    except (ValidationError, binascii.Error, ValueError):
        return None
    return challenge if 0 < len(challenge) <= LONGEST_CHALLENGE else None


def _origin(request: Request) -> str:
    """Return the origin of a page on this machine, or nothing."""
    origin = request.headers.get("Origin", "")
    try:
        parts = urlsplit(origin)
        is_here = parts.scheme in ("http", "https") and parts.hostname in HERE
    except ValueError:
        return ""
    return origin if is_here else ""


def _allowed(request: Request, told: Mapping[str, Any]) -> Response:
    """Answer a page of this machine; no other page may read anything."""
    origin = _origin(request)
    if request.headers.get("Origin") and not origin:
        return Response("foreign page", status_code=403)
    headers = {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
        "Access-Control-Allow-Headers": "Content-Type",
        "Access-Control-Allow-Private-Network": "true",
        "Vary": "Origin",
        "Cache-Control": "no-store",
    }
    sent = headers if origin else {"Cache-Control": "no-store"}
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=sent)
    if not told:
        return Response("a page must ask", status_code=403)
    return JSONResponse(dict(told), headers=sent)
