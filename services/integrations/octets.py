"""Exchanges with systems that speak no JSON: bytes out, bytes back."""

from collections.abc import Collection, Mapping

import httpx
import structlog

from services.core.errors import SystemUnavailable

NOTHING_BUT_SUCCESS: frozenset[int] = frozenset()
logger = structlog.get_logger()


def fetch(client: httpx.Client, address: str) -> bytes:
    """Return what is published there; anything but success is SystemUnavailable."""
    return _exchange(client, client.build_request("GET", address), NOTHING_BUT_SUCCESS)


def send(
    client: httpx.Client,
    address: str,
    question: bytes,
    headers: Mapping[str, str],
    also_answers: Collection[int] = NOTHING_BUT_SUCCESS,
) -> bytes:
    """Put a question; refusals with these HTTP codes have a body that says why."""
    request = client.build_request("POST", address, content=question, headers=headers)
    return _exchange(client, request, also_answers)


def _exchange(
    client: httpx.Client, request: httpx.Request, also_answers: Collection[int]
) -> bytes:
    try:
        response = client.send(request)
        if response.status_code not in also_answers:
            response.raise_for_status()
        return response.content
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        path = request.url.path
        logger.warning("system_unavailable", path=path, reason=type(error).__name__)
        raise SystemUnavailable(path) from error
