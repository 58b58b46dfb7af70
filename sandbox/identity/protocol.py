"""What machines ask of a provider: discovery, keys, tokens, who somebody is."""

import base64
import hashlib
import secrets
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_plus

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.identity.people import Mishap
from sandbox.identity.provider import Provider
from sandbox.identity.store import TOKEN_SECONDS, Grant, Store

CLIENT = "dvc"
ALGORITHM = "RS256"
AHEAD_SECONDS = 600
NOT_KEPT = {"Cache-Control": "no-store", "Pragma": "no-cache"}


def issuer_of(request: Request, provider: Provider) -> str:
    """Return the provider's name as whoever asks reached it."""
    return f"{request.base_url}{provider.key}"


@dataclass(frozen=True)
class Protocol:
    """The addresses of OpenID Connect that no person looks at."""

    provider: Provider
    store: Store
    key: RSAKey
    secret: str

    def routes(self) -> list[Route]:
        """Return the addresses below the provider's own."""
        at = f"/{self.provider.key}"
        return [
            Route(f"{at}/.well-known/openid-configuration", self.discovery),
            Route(f"{at}/oauth2/jwks", self.keys),
            Route(f"{at}/oauth2/token", self.token, methods=["POST"]),
            Route(f"{at}/oauth2/userinfo", self.userinfo, methods=["GET", "POST"]),
        ]

    async def discovery(self, request: Request) -> Response:
        """Tell where everything is."""
        issuer = issuer_of(request, self.provider)
        places = {
            "authorization_endpoint": "oauth2/authorize",
            "token_endpoint": "oauth2/token",
            "userinfo_endpoint": "oauth2/userinfo",
            "jwks_uri": "oauth2/jwks",
            "end_session_endpoint": "oidc/logout",
        }
        return JSONResponse(
            {
                "issuer": issuer,
                **{name: f"{issuer}/{place}" for name, place in places.items()},
                "response_types_supported": ["code"],
                "grant_types_supported": ["authorization_code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": [ALGORITHM],
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
                "code_challenge_methods_supported": ["S256"],
                "scopes_supported": ["openid"],
                "acr_values_supported": ["LoA1"],
            }
        )

    async def keys(self, _request: Request) -> Response:
        """Publish the public half of the key."""
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def token(self, request: Request) -> Response:
        """Exchange a code, once, with the client that asked for it."""
        if not self._is_client(request):
            return _refusal("invalid_client", 401)
        form = {name: str(told) for name, told in (await request.form()).items()}
        if form.get("grant_type") != "authorization_code":
            return _refusal("unsupported_grant_type")
        grant = self.store.redeem(
            form.get("code", ""),
            form.get("redirect_uri", ""),
            form.get("code_verifier", ""),
        )
        if grant is None:
            return _refusal("invalid_grant")
        token = self.store.token(grant)
        answer = {
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": TOKEN_SECONDS,
            "scope": "openid",
            "id_token": self._assertion(
                issuer_of(request, self.provider), grant, token
            ),
        }
        return JSONResponse(answer, headers=NOT_KEPT)

    async def userinfo(self, request: Request) -> Response:
        """Tell who the bearer of a token may read about."""
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        person = self.store.told_to(token) if kind.lower() == "bearer" else None
        if person is None:
            return _refusal("invalid_token", 401)
        return JSONResponse(person.told_by(self.provider), headers=NOT_KEPT)

    def subject_of(self, id_token: str) -> str | None:
        """Return whom one of our own assertions was about, however old it is."""
        try:
            claims = jwt.decode(id_token, self.key, algorithms=[ALGORITHM]).claims
        except (JoseError, ValueError):
            return None
        return str(claims["sub"])

    def _is_client(self, request: Request) -> bool:
        kind, _, given = request.headers.get("Authorization", "").partition(" ")
        try:
            login = base64.b64decode(given, validate=True).decode()
        except ValueError:
            return False
        name, _, secret = login.partition(":")
        said = f"{unquote_plus(name)}\n{unquote_plus(secret)}"
        wanted = f"{CLIENT}\n{self.secret}"
        is_right = secrets.compare_digest(said.encode(), wanted.encode())
        return kind.lower() == "basic" and is_right

    def _assertion(self, issuer: str, grant: Grant, token: str) -> str:
        mishap = grant.mishap
        now = int(time.time()) + (AHEAD_SECONDS if mishap is Mishap.CLOCK else 0)
        nonce = "of-another-journey" if mishap is Mishap.NONCE else grant.asked.nonce
        half = hashlib.sha256(token.encode()).digest()[:16]
        claims: dict[str, Any] = {
            "iss": issuer,
            "sub": grant.person.told_by(self.provider)["sub"],
            "aud": grant.asked.client_id,
            "azp": grant.asked.client_id,
            "iat": now,
            "exp": now + TOKEN_SECONDS,
            "auth_time": now,
            "nonce": nonce,
            "acr": "LoA1",
            "at_hash": base64.urlsafe_b64encode(half).rstrip(b"=").decode(),
        }
        return jwt.encode({"alg": ALGORITHM, "kid": self.key.kid}, claims, self.key)


def _refusal(error: str, status: int = 400) -> Response:
    return JSONResponse({"error": error}, status_code=status, headers=NOT_KEPT)
