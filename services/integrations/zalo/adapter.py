"""Zalo Notification Service over HTTP: messages at one address, tokens at another."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx

from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.msisdn import msisdn
from services.integrations.zalo import wire
from services.integrations.zalo.port import (
    ZaloMessage,
    ZaloRefused,
    ZaloTokenEnded,
    ZaloTokens,
)

INVALID_NUMBER = "number"


@dataclass(frozen=True)
class ZaloApp:
    """The province's application at Zalo, and the template it registered."""

    app_id: str
    secret_key: str = field(repr=False)
    template_id: str


class _SecretKey(httpx.Auth):
    """Shows the application's secret in the header the contract names."""

    def __init__(self, secret_key: str) -> None:
        self._secret_key = secret_key

    def auth_flow(self, request: httpx.Request) -> Iterator[httpx.Request]:  # type: ignore[override]
        """Add the header; the answer asks for nothing more."""
        request.headers[wire.SECRET_HEADER] = self._secret_key
        yield request


class HttpZaloGateway:
    """Sends through `{base}/message/template`, refreshes at `{oauth}`."""

    def __init__(self, client: httpx.Client, oauth: httpx.Client, app: ZaloApp) -> None:
        self._client, self._oauth, self._app = client, oauth, app

    def send(self, message: ZaloMessage, access_token: str) -> None:
        """Hand the message over; the success is judged from the body."""
        if (phone := msisdn(message.to)) is None:
            raise ZaloRefused(INVALID_NUMBER)
        question = wire.Template(
            phone=phone,
            template_id=self._app.template_id,
            template_data=dict(message.words),
            tracking_id=message.request_id,
        )
        headers = {wire.TOKEN_HEADER: access_token}
        path = wire.MESSAGE_PATH
        code = transport.post(self._client, path, question, wire.Receipt, headers).error
        if code in wire.TOKEN_ENDED:
            raise ZaloTokenEnded(code)
        if code in wire.PASSING:
            raise SystemUnavailable(path)
        if code != wire.ACCEPTED:
            raise ZaloRefused(code)

    def refresh(self, refresh_token: str) -> ZaloTokens:
        """Exchange the token; an answer without both keys is a refusal."""
        form = {
            "refresh_token": refresh_token,
            "app_id": self._app.app_id,
            "grant_type": "refresh_token",
        }
        said = transport.submit(
            self._oauth,
            wire.TOKEN_PATH,
            form,
            wire.Tokens,
            _SecretKey(self._app.secret_key),
        )
        if said.error != wire.ACCEPTED:
            raise ZaloRefused(said.error)
        if not said.access_token or not said.refresh_token:
            raise SystemUnavailable(wire.TOKEN_PATH)
        return ZaloTokens(said.access_token, said.refresh_token, said.expires_in)
