"""The gateway's tokens for who gives the key and the secret (contracts 1 A)."""

import base64
import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.settings import Settings

NO_TOKEN = {"fault": {"code": 900901, "message": "Invalid Credentials"}}
TOKEN_LIVES = 3600


class GatewayTokens:
    """Given out and forgotten at a restart."""

    def __init__(self, settings: Settings) -> None:
        self._key, self._given = settings.key, set[str]()

    async def token(self, request: Request) -> Response:
        """Give a token for the consumer's key and secret."""
        wanted = base64.b64encode(f"{self._key}:{self._key}".encode())
        given = request.headers.get("Authorization", "").removeprefix("Basic ")
        if not secrets.compare_digest(given.encode(), wanted):
            return JSONResponse({"error": "invalid_client"}, status_code=401)
        token = secrets.token_hex(16)
        self._given.add(token)
        told = {"access_token": token, "token_type": "Bearer"}
        return JSONResponse({**told, "expires_in": TOKEN_LIVES, "scope": "default"})

    def refuse(self, request: Request) -> Response | None:
        """Return the gateway's own no to who has no token."""
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if given in self._given:
            return None
        return JSONResponse(NO_TOKEN, status_code=401)
