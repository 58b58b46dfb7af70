"""The two public documents of a provider, kept for some minutes."""

import time
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlsplit

import httpx
import structlog
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, KeySet

from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.identity_provider import wire

KEPT_SECONDS = 600.0
DISCOVERY = "/.well-known/openid-configuration"
KINDS_OF_KEYS = ("RSA", "EC")
logger = structlog.get_logger()
Document = TypeVar("Document")


@dataclass(frozen=True)
class _Kept(Generic[Document]):
    document: Document
    until: float

    @property
    def is_fresh(self) -> bool:
        return time.monotonic() < self.until


class Documents:
    """What a provider publishes. Two threads may read it at once: the later wins."""

    def __init__(self, client: httpx.Client, issuer: str) -> None:
        self._client, self._issuer = client, issuer
        self._discovery: _Kept[wire.Discovery] | None = None
        self._keys: _Kept[KeySet] | None = None

    def discovery(self) -> wire.Discovery:
        """Return where the provider does what. Raises SystemUnavailable."""
        kept = self._discovery
        if kept is None or not kept.is_fresh:
            kept = _keep(self._discover())
            self._discovery = kept
        return kept.document

    def keys(self, is_fresh_needed: bool = False) -> KeySet:
        """Return the keys it signs with. Raises SystemUnavailable."""
        kept = self._keys
        if kept is None or is_fresh_needed or not kept.is_fresh:
            kept = _keep(self._fetch_keys())
            self._keys = kept
        return kept.document

    def _discover(self) -> wire.Discovery:
        address = self._issuer.rstrip("/") + DISCOVERY
        found = transport.get(self._client, address, wire.Discovery)
        if not _is_sound(found, self._issuer):
            logger.warning("system_unavailable", path=DISCOVERY, reason="not_theirs")
            raise SystemUnavailable(DISCOVERY)
        return found

    def _fetch_keys(self) -> KeySet:
        address = self.discovery().jwks_uri
        found = transport.get(self._client, address, wire.Keys)
        try:
            # A shared secret has no place in a public document: never taken from it.
            usable = [key for key in found.keys if key.get("kty") in KINDS_OF_KEYS]
            return KeySet([JWKRegistry.import_key(key) for key in usable])
        except (JoseError, ValueError, TypeError) as error:
            reason = type(error).__name__
            logger.warning("system_unavailable", path=address, reason=reason)
            raise SystemUnavailable(address) from None


def _keep(document: Document) -> _Kept[Document]:
    return _Kept(document, time.monotonic() + KEPT_SECONDS)


def _is_sound(found: wire.Discovery, issuer: str) -> bool:
    """Tell whether it is about our issuer, and sends us nowhere else (OB-9).

    The portal itself asks at the issuer's own host only; a browser may be sent to
    another host, but from https never to http.
    """
    asked = {_origin(issuer)}
    called = (found.token_endpoint, found.userinfo_endpoint, found.jwks_uri)
    browsed = (found.authorization_endpoint, found.end_session_endpoint)
    return (
        found.issuer == issuer
        and {_origin(address) for address in called} == asked
        and all(
            urlsplit(address).scheme in ("https", urlsplit(issuer).scheme)
            for address in browsed
            if address
        )
    )


def _origin(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.scheme, parts.netloc
