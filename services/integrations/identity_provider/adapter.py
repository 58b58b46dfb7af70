"""OpenID Connect by authlib: discovery, PKCE, state, nonce, signature."""

from typing import Any
from urllib.parse import parse_qsl, quote_plus, urlencode, urlsplit, urlunsplit

import httpx
import structlog
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from pydantic import ValidationError

from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.identity_provider import wire
from services.integrations.identity_provider.assertion import (
    EXPIRED,
    INVALID,
    Expected,
    read_assertion,
)
from services.integrations.identity_provider.documents import Documents
from services.integrations.identity_provider.person import read_identity
from services.integrations.identity_provider.port import (
    Authorization,
    Identity,
    IdentityRefused,
)

CONSENT = "consent"
REFUSALS = {"invalid_grant": EXPIRED, "access_denied": CONSENT}
# Our own name or secret is wrong, or the provider is in trouble: no person's fault.
THEIR_TROUBLE = {"server_error", "temporarily_unavailable", "invalid_client"}
THEIR_TROUBLE |= {"unauthorized_client"}
ASSURANCE = "LoA1"  # what contracts 3 asks for; the level reached comes as a claim
logger = structlog.get_logger()


class OpenIdProvider:
    """OpenID Connect by authlib: discovery, PKCE, state, nonce, signature."""

    def __init__(
        self, client: httpx.Client, issuer: str, client_id: str, client_secret: str
    ) -> None:
        self._client, self._issuer = client, issuer
        self._client_id, self._client_secret = client_id, client_secret
        self._documents = Documents(client, issuer)

    def authorize_url(self, begin: Authorization) -> str:
        """Return the address the browser is sent to. Raises SystemUnavailable."""
        asked = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": begin.redirect_uri,
            "scope": "openid",
            "acr_values": ASSURANCE,
            "state": begin.state,
            "nonce": begin.nonce,
            "code_challenge": create_s256_code_challenge(begin.verifier),
            "code_challenge_method": "S256",
        }
        return _with_query(self._documents.discovery().authorization_endpoint, asked)

    def redeem(self, code: str, begin: Authorization) -> Identity:
        """Return whom the code stands for, after every check of the assertion."""
        tokens = self._exchange(code, begin)
        expected = Expected(
            self._issuer, self._client_id, begin.nonce, tokens.access_token
        )
        asserted = read_assertion(tokens.id_token, self._documents.keys, expected)
        told = self._userinfo(tokens.access_token)
        if told.get("sub") != asserted["sub"] or _differ(told, asserted, "TechID"):
            raise self._refused("another_person")
        return self._identity({**asserted, **told}, tokens.id_token)

    def sign_out_url(self, id_token: str, back_to: str) -> str:
        """Return where the browser ends its session there; nobody is kept signed in
        here because the provider does not answer."""
        try:
            address = self._documents.discovery().end_session_endpoint
        except SystemUnavailable:
            address = ""
        if not address:
            return back_to
        asked = {"client_id": self._client_id, "post_logout_redirect_uri": back_to}
        hint = {"id_token_hint": id_token} if id_token else {}
        return _with_query(address, {**hint, **asked})

    def _exchange(self, code: str, begin: Authorization) -> wire.Tokens:
        address = self._documents.discovery().token_endpoint
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": begin.redirect_uri,
            "code_verifier": begin.verifier,
        }
        # RFC 6749 2.3.1: both halves of the login are encoded like a form first.
        login = httpx.BasicAuth(
            quote_plus(self._client_id), quote_plus(self._client_secret)
        )
        tokens = transport.submit(self._client, address, form, wire.Tokens, login)
        if tokens.error in THEIR_TROUBLE:
            logger.warning("system_unavailable", path=address, reason=tokens.error)
            raise SystemUnavailable(address)
        if tokens.error:
            raise self._refused("code", REFUSALS.get(tokens.error, INVALID))
        if not tokens.access_token or not tokens.id_token:
            logger.warning("system_unavailable", path=address, reason="unreadable")
            raise SystemUnavailable(address)
        return tokens

    def _userinfo(self, access_token: str) -> dict[str, Any]:
        address = self._documents.discovery().userinfo_endpoint
        bearer = {"Authorization": f"Bearer {access_token}"}
        told = transport.get(self._client, address, wire.UserInfo, bearer).root
        if "error" in told:
            logger.warning("system_unavailable", path=address, reason="error")
            raise SystemUnavailable(address)
        return told

    def _identity(self, claims: dict[str, Any], id_token: str) -> Identity:
        try:
            identity = read_identity(wire.Claims.model_validate(claims), id_token)
        except ValidationError:
            raise self._refused("claims") from None
        if identity is None:
            raise self._refused("account_kind")
        return identity

    def _refused(self, why: str, reason: str = INVALID) -> IdentityRefused:
        """Note why for the operator, without a word about the person."""
        logger.warning("identity_refused", why=why, reason=reason)
        return IdentityRefused(reason)


def _differ(told: dict[str, Any], asserted: dict[str, Any], claim: str) -> bool:
    """Tell whether both speak of a claim, and not alike."""
    return claim in told and claim in asserted and told[claim] != asserted[claim]


def _with_query(address: str, asked: dict[str, str]) -> str:
    parts = urlsplit(address)
    query = urlencode([*parse_qsl(parts.query, keep_blank_values=True), *asked.items()])
    return urlunsplit(parts._replace(query=query))
