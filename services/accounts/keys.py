"""Keyed hashes, sealed texts and random tokens, each purpose with its own key."""

import base64
import hashlib
import hmac
import secrets
from datetime import datetime

from cryptography.fernet import Fernet, InvalidToken

from services.core.keys import derive_key


def keyed_hash(secret: bytes, purpose: str, text: str) -> str:
    """Return a hash that the database alone cannot be searched with."""
    key = derive_key(secret, purpose)
    given = text.encode("utf-8", "surrogatepass")
    return hmac.new(key, given, hashlib.sha256).hexdigest()


def same(left: str, right: str) -> bool:
    """Compare two hashes in constant time."""
    return hmac.compare_digest(left.encode(), right.encode())


def new_token() -> str:
    """Return 256 bits from the system's random source (SS-1)."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """Return what is kept of a token. It is random enough to need no key."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def seal(secret: bytes, purpose: str, text: str, at: datetime) -> str:
    """Encrypt a text that must be read again later, such as a code on its way."""
    box = _box(secret, purpose)
    return box.encrypt_at_time(text.encode(), int(at.timestamp())).decode()


def unseal(secret: bytes, purpose: str, sealed: str) -> str:
    """Return the sealed text; raises InvalidToken when key or text is not ours."""
    return _box(secret, purpose).decrypt(sealed.encode()).decode()


def unseal_fresh(
    secret: bytes, purpose: str, sealed: str, at: datetime, seconds: int
) -> str | None:
    """Return the sealed text, or None when it is older than it may be."""
    box = _box(secret, purpose)
    try:
        return box.decrypt_at_time(
            sealed.encode(), ttl=seconds, current_time=int(at.timestamp())
        ).decode()
    except InvalidToken:
        return None


def _box(secret: bytes, purpose: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(derive_key(secret, purpose)))
