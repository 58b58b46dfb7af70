"""Builds each httpx.Client, and puts one question to another system."""

import codecs
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar
from uuid import uuid4

import httpx
import structlog
from pydantic import BaseModel

from services.core.errors import SystemRefused, SystemUnavailable
from services.integrations import health

MAX_ANSWER_BYTES = 1_000_000
SERVER_ERROR = 500
PASSING = {401, 403, 408, 425, 429}  # a token, a limit, a moment: not the question
CORRELATION_HEADER = "X-Correlation-Id"
STARTED = "started_at"

Answer = TypeVar("Answer", bound=BaseModel)
logger = structlog.get_logger()


class AnswerTooLarge(httpx.TransportError):
    """The other system sends more than any of its answers may weigh."""


class _BoundedStream(httpx.SyncByteStream):
    """Stops reading an answer that is too heavy, or that only drips."""

    def __init__(
        self,
        stream: httpx.SyncByteStream,
        request: httpx.Request,
        deadline: float,
        most_bytes: int,
    ) -> None:
        self._stream, self._request, self._deadline = stream, request, deadline
        self._most_bytes = most_bytes

    def __iter__(self) -> Iterator[bytes]:
        weight = 0
        for chunk in self._stream:
            weight += len(chunk)
            if weight > self._most_bytes:
                raise AnswerTooLarge("answer too large", request=self._request)
            if time.monotonic() > self._deadline:
                raise httpx.ReadTimeout("answer too slow", request=self._request)
            yield chunk

    def close(self) -> None:
        self._stream.close()


class BoundedTransport(httpx.HTTPTransport):
    """HTTP with one deadline for the whole answer, and a ceiling on its size.

    A packed answer is refused, since a small one may unpack to any size.
    """

    def __init__(
        self,
        timeout_seconds: float,
        system: str = "",
        most_bytes: int = MAX_ANSWER_BYTES,
    ) -> None:
        # Only a connection that was never made is tried again: nothing was sent.
        super().__init__(retries=1, trust_env=False)
        self._timeout_seconds = timeout_seconds
        self._system = system
        self._most_bytes = most_bytes

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        deadline = time.monotonic() + self._timeout_seconds
        try:
            response = super().handle_request(request)
        except httpx.TransportError:
            health.note(self._system, False)
            raise
        health.note(self._system, response.status_code < SERVER_ERROR)
        stream = response.stream
        assert isinstance(stream, httpx.SyncByteStream)
        if response.headers.get("Content-Encoding", "identity") != "identity":
            response.close()
            raise httpx.DecodingError("packed answer", request=request)
        response.stream = _BoundedStream(stream, request, deadline, self._most_bytes)
        return response


def build_client(
    base_url: str,
    timeout_seconds: float,
    system: str = "",
    most_bytes: int = MAX_ANSWER_BYTES,
) -> httpx.Client:
    """Return a client of one system: bounded, without redirects or proxies of chance.

    How its exchanges end is noted under the name of the system.
    """
    return httpx.Client(
        base_url=base_url,
        timeout=timeout_seconds,
        headers={"Accept": "application/json", "Accept-Encoding": "identity"},
        follow_redirects=False,
        trust_env=False,
        transport=BoundedTransport(timeout_seconds, system, most_bytes),
        event_hooks={"request": [_name_the_exchange], "response": [_log_the_outcome]},
    )


def post(
    client: httpx.Client,
    path: str,
    question: BaseModel,
    answer: type[Answer],
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Put the question; no answer, or one that cannot be read, is SystemUnavailable.

    Nothing of the question or the answer reaches the log: both hold personal data.
    """
    body = question.model_dump_json(by_alias=True).encode()
    sent = {"Content-Type": "application/json", **(headers or {})}
    return _ask(
        lambda: client.post(path, content=body, headers=sent).raise_for_status(),
        path,
        answer,
    )


def put(
    client: httpx.Client, path: str, said: BaseModel, answer: type[Answer]
) -> Answer:
    """Put something in its place; said twice is once. Failures as in `post`."""
    body = said.model_dump_json(by_alias=True).encode()
    sent = {"Content-Type": "application/json"}
    return _ask(
        lambda: client.put(path, content=body, headers=sent).raise_for_status(),
        path,
        answer,
    )


def get(
    client: httpx.Client,
    path: str,
    answer: type[Answer],
    headers: Mapping[str, str] | None = None,
    query: Mapping[str, str] | None = None,
) -> Answer:
    """Read what lies at an address; failures as in `post`, and no query in the log."""
    # No parameters at all leave alone what stands in the path already.
    params, sent = dict(query) if query else None, dict(headers or {})
    return _ask(
        lambda: client.get(path, params=params, headers=sent).raise_for_status(),
        path,
        answer,
    )


def submit(
    client: httpx.Client,
    path: str,
    form: Mapping[str, str],
    answer: type[Answer],
    login: httpx.Auth,
) -> Answer:
    """Send a form with a login; a refusal (4xx) is read as an answer too (OAuth)."""

    def ask() -> httpx.Response:
        response = client.post(path, data=dict(form), auth=login)
        return response if response.is_client_error else response.raise_for_status()

    return _ask(ask, path, answer)


def _ask(ask: Callable[[], httpx.Response], path: str, answer: type[Answer]) -> Answer:
    try:
        return read_answer(ask().content, answer)
    except httpx.HTTPStatusError as error:
        logger.warning(
            "system_unavailable", path=path, reason=error.response.status_code
        )
        raise _refusal(path, error.response) from error
    except httpx.HTTPError as error:
        logger.warning("system_unavailable", path=path, reason=type(error).__name__)
        raise SystemUnavailable(path, getattr(error, "retry_after", None)) from error
    except ValueError:
        logger.warning("system_unavailable", path=path, reason="unreadable")
        # The cause would carry what the other system sent, word for word.
        raise SystemUnavailable(path) from None


def read_answer(content: bytes, answer: type[Answer]) -> Answer:
    """Read what was answered; a ValueError when it is no JSON of this shape (OB-8).

    A byte order mark says nothing and is left out. A name that stands twice in one
    object says two things: nobody can tell which of them was meant.
    """
    plain = content.removeprefix(codecs.BOM_UTF8)
    said = answer.model_validate_json(plain)
    json.loads(plain, object_pairs_hook=_once, parse_constant=_no_number)
    return said


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    if len(found := dict(pairs)) < len(pairs):
        raise ValueError("a name twice")
    return found


def _no_number(word: str) -> float:
    raise ValueError(word)


def _refusal(path: str, response: httpx.Response) -> SystemUnavailable:
    """Tell what is worth asking again from what is not (OB-5)."""
    status = response.status_code
    if response.is_client_error and status not in PASSING:
        return SystemRefused(path, status)
    said = response.headers.get("Retry-After", "")
    return SystemUnavailable(path, float(said) if said.isdecimal() else None)


def _name_the_exchange(request: httpx.Request) -> None:
    """Carry the correlation id of the work at hand, or give the exchange its own."""
    bound = structlog.contextvars.get_contextvars().get("correlation_id")
    request.headers[CORRELATION_HEADER] = str(bound or uuid4())
    request.extensions[STARTED] = time.monotonic()


def _log_the_outcome(response: httpx.Response) -> None:
    request = response.request
    logger.info(
        "system_answered",
        host=request.url.host,
        path=request.url.path,
        status=response.status_code,
        milliseconds=round(
            (time.monotonic() - float(request.extensions[STARTED])) * 1000
        ),
        correlation_id=request.headers[CORRELATION_HEADER],
    )
