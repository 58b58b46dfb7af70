"""The token of the data gateway (trục liên thông LGSP, contracts 1, variant A)."""

import time
from collections.abc import Generator

import httpx
from pydantic import BaseModel, ConfigDict, ValidationError

EARLY = 30.0  # seconds before its end at which a token is not begun with any more
UNSAID = 300.0  # what a token without a term is trusted for

Flow = Generator[httpx.Request, httpx.Response, None]
Fetching = Generator[httpx.Request, httpx.Response, str]


class NoToken(httpx.TransportError):
    """The gateway gives no token: nothing behind it can be reached."""

    retry_after: float | None = None  # seconds, if it says when to come back


class TokenAnswer(BaseModel):
    """What the gateway answers; the token type is always Bearer."""

    model_config = ConfigDict(hide_input_in_errors=True)

    access_token: str
    expires_in: float = UNSAID


class GatewayLogin(httpx.Auth):
    """Fetches a token, keeps it for its term, and renews it once on a 401.

    Give it to a client whose base address is the gateway's: `client.auth = …`.
    Two threads may fetch at the same moment; either token is good.
    """

    requires_response_body = True

    def __init__(self, gateway: httpx.URL, key: str, secret: str) -> None:
        self._address = gateway.join("token")
        self._login = httpx.BasicAuth(key, secret)
        self._token, self._good_until = "", 0.0

    def auth_flow(self, request: httpx.Request) -> Flow:
        """Carry the token; refused, try once more with a new one."""
        token = self._token
        if time.monotonic() > self._good_until:
            token = yield from self._fetch(request)
        request.headers["Authorization"] = f"Bearer {token}"
        response = yield request
        if response.status_code == httpx.codes.UNAUTHORIZED:
            token = yield from self._fetch(request)
            request.headers["Authorization"] = f"Bearer {token}"
            yield request

    def _fetch(self, request: httpx.Request) -> Fetching:
        # A request that the client did not build has no time limit of its own.
        limits = {"timeout": request.extensions.get("timeout", {})}
        asked = httpx.Request(
            "POST",
            self._address,
            data={"grant_type": "client_credentials"},
            headers={"Accept": "application/json", "Accept-Encoding": "identity"},
            extensions=limits,
        )
        response = yield next(self._login.auth_flow(asked))
        try:
            answer = TokenAnswer.model_validate_json(
                response.raise_for_status().content
            )
        except (httpx.HTTPStatusError, ValidationError):
            # The cause would carry what the gateway sent, word for word.
            refused = NoToken("no token", request=asked)
            said = response.headers.get("Retry-After", "")
            refused.retry_after = float(said) if said.isdecimal() else None
            raise refused from None
        self._token = answer.access_token
        self._good_until = time.monotonic() + answer.expires_in - EARLY
        return self._token
