"""Whether an assertion (id_token) holds: signature, for whom, when, in answer to what."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import structlog
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import (
    ExpiredTokenError,
    InvalidClaimError,
    InvalidKeyIdError,
    JoseError,
)
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from services.integrations.identity_provider.port import IdentityRefused

# Signatures that only the provider can make; never "none", never a shared secret.
ALGORITHMS = ("RS256", "ES256")
SKEW_SECONDS = 60
INVALID, EXPIRED, CLOCK = "invalid", "expired", "clock"
STARTS = ("iat", "nbf")
logger = structlog.get_logger()


@dataclass(frozen=True)
class Expected:
    """What an assertion made for one journey must say."""

    issuer: str
    client_id: str
    nonce: str = field(repr=False)
    access_token: str = field(repr=False)


def read_assertion(
    id_token: str, keys: Callable[[bool], KeySet], expected: Expected
) -> dict[str, Any]:
    """Return the claims once every check holds (AU-12). Raises IdentityRefused.

    An unknown key is looked for once more in a fresh list: providers change keys.
    """
    try:
        try:
            token = _decode(id_token, keys(False))
        except InvalidKeyIdError:
            token = _decode(id_token, keys(True))
        _check(token, expected)
        return token.claims
    except (JoseError, ValueError, TypeError, RecursionError) as error:
        claim = getattr(error, "claim", "")
        name = type(error).__name__
        logger.warning("assertion_refused", reason=name, claim=str(claim)[:40])
        raise IdentityRefused(_reason(error)) from None


def _decode(id_token: str, keys: KeySet) -> jwt.Token:
    # Some providers write header fields of their own; those marked critical and
    # unknown are still refused.
    headers = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
    return jwt.decode(id_token, keys, registry=headers)


def _check(token: jwt.Token, expected: Expected) -> None:
    claims = CodeIDToken(
        token.claims,
        token.header,
        options={
            "iss": {"essential": True, "value": expected.issuer},
            "aud": {"essential": True, "value": expected.client_id},
            "nonce": {"essential": True, "value": expected.nonce},
            "sub": {"essential": True},
            "exp": {"essential": True},
            "iat": {"essential": True},
            "at_hash": {"allow_blank": False},
        },
        params={
            "nonce": expected.nonce,
            "client_id": expected.client_id,
            "access_token": expected.access_token,
        },
    )
    claims.validate(leeway=SKEW_SECONDS)


def _reason(error: Exception) -> str:
    if isinstance(error, ExpiredTokenError):
        return EXPIRED
    is_early = isinstance(error, InvalidClaimError) and error.claim in STARTS
    return CLOCK if is_early else INVALID
