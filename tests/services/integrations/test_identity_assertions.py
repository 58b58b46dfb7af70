"""AU-12: of all tampered assertions none is accepted, and an honest one is."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
import structlog
from joserfc import jws, jwt
from joserfc.jwk import ECKey, RSAKey

from services.core.errors import SystemUnavailable
from services.integrations.identity_provider.adapter import OpenIdProvider
from services.integrations.identity_provider.port import (
    Authorization,
    Identity,
    IdentityRefused,
)

ISSUER = "https://identity.example/oauth2/token"
CLIENT, SECRET, TOKEN = "dvc", "client secret", "an access token"
BEGIN = Authorization("state", "nonce-of-this-journey", "v" * 43, "https://dvc/ve")
THEIRS = RSAKey.generate_key(2048, {"kid": "theirs", "use": "sig"})
FORGED = RSAKey.generate_key(2048, {"kid": "theirs", "use": "sig"})
CURVE = ECKey.generate_key("P-256", {"kid": "curve", "use": "sig"})
PUBLIC_PEM = THEIRS.as_pem(private=False)
ANY_HEADER = jws.JWSRegistry(
    algorithms=["RS256", "RS384", "ES256"], strict_check_header=False
)
Change = Callable[["Provider"], None]


def part(content: bytes | dict[str, Any]) -> str:
    """Return one part of an assertion as it travels."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class Provider:
    """A provider that says whatever a test makes it say."""

    claims: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)
    key: RSAKey | ECKey = field(default_factory=lambda: THEIRS)
    published: list[RSAKey | ECKey] = field(default_factory=lambda: [THEIRS, CURVE])
    discovery: dict[str, Any] = field(default_factory=dict)
    write: Callable[["Provider"], str] | None = None
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        now = int(time.time())
        half = hashlib.sha256(TOKEN.encode()).digest()[:16]
        self.claims = {
            "iss": ISSUER,
            "sub": "person-1",
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": BEGIN.nonce,
            "at_hash": part(half),
            "TechID": "TECH-1",
        }
        self.header = {"alg": "RS256", "kid": "theirs"}
        self.told = {
            "sub": "person-1",
            "TechID": "TECH-1",
            "LoaiTaiKhoan": 1,
            "HoVaTen": "Nguyễn Thị Mai Hương",
            "SoDinhDanh": "999190000001",
            "loAs": "2",
        }
        self.discovery = {
            "issuer": ISSUER,
            "authorization_endpoint": "https://identity.example/authorize?tenant=1",
            "token_endpoint": "https://identity.example/token",
            "userinfo_endpoint": "https://identity.example/userinfo",
            "jwks_uri": "https://identity.example/jwks",
            "end_session_endpoint": "https://identity.example/logout",
        }

    def assertion(self) -> str:
        """Return the assertion as it stands now."""
        if self.write:
            return self.write(self)
        return jwt.encode(self.header, self.claims, self.key, registry=ANY_HEADER)

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Play the four addresses."""
        self.asked.append(request.url.path)
        match request.url.path:
            case "/oauth2/token/.well-known/openid-configuration":
                return httpx.Response(200, json=self.discovery)
            case "/jwks":
                keys = [key.as_dict(private=False) for key in self.published]
                return httpx.Response(200, json={"keys": keys})
            case "/token":
                told = {"access_token": TOKEN, "id_token": self.assertion()}
                return httpx.Response(200, json=told)
            case _:
                assert request.headers["Authorization"] == f"Bearer {TOKEN}"
                return httpx.Response(200, json=self.told)

    def adapter(self) -> OpenIdProvider:
        """Return the adapter before this provider."""
        client = httpx.Client(transport=httpx.MockTransport(self.answer))
        return OpenIdProvider(client, ISSUER, CLIENT, SECRET)

    def redeem(self) -> Identity:
        """Return what comes of a code."""
        return self.adapter().redeem("code", BEGIN)


def says(**claims: Any) -> Change:
    """Change claims; None takes one out."""

    def change(provider: Provider) -> None:
        kept = {**provider.claims, **claims}
        provider.claims = {k: told for k, told in kept.items() if told is not None}

    return change


def later(seconds: int, *names: str) -> Change:
    """Move moments of the assertion away from now."""

    def change(provider: Provider) -> None:
        provider.claims |= {name: int(time.time()) + seconds for name in names}

    return change


def tells(**told: Any) -> Change:
    """Change what userinfo says."""

    def change(provider: Provider) -> None:
        kept = {**provider.told, **told}
        provider.told = {k: one for k, one in kept.items() if one is not None}

    return change


def signed_by(key: RSAKey | ECKey, **header: Any) -> Change:
    """Sign with another key, or under another header."""

    def change(provider: Provider) -> None:
        kept = {**provider.header, **header}
        provider.key = key
        provider.header = {k: told for k, told in kept.items() if told is not None}

    return change


def written(write: Callable[[Provider], str]) -> Change:
    """Write the assertion by hand."""
    return lambda provider: setattr(provider, "write", write)


def unsigned(algorithm: str) -> Change:
    """Drop the signature, and say that none was meant."""
    header = {"alg": algorithm, "kid": "theirs"}
    return written(lambda it: f"{part(header)}.{part(it.claims)}.")


def shared_secret(secret: bytes) -> Change:
    """Sign with something that is no secret of theirs (algorithm confusion)."""

    def write(provider: Provider) -> str:
        signed = f"{part({'alg': 'HS256', 'kid': 'theirs'})}.{part(provider.claims)}"
        digest = hmac.new(secret, signed.encode(), hashlib.sha256).digest()
        return f"{signed}.{part(digest)}"

    return written(write)


def repainted(provider: Provider) -> str:
    """Put other claims under an honest signature."""
    header, _, signature = jwt.encode(provider.header, provider.claims, THEIRS).split(
        "."
    )
    return f"{header}.{part({**provider.claims, 'sub': 'person-2'})}.{signature}"


def jws_of(payload: bytes, header: dict[str, Any]) -> str:
    """Sign a payload that is no set of claims."""
    return jws.serialize_compact(header, payload, THEIRS)


def cut_off(provider: Provider) -> str:
    """Cut the signature off."""
    whole = jwt.encode(provider.header, provider.claims, THEIRS)
    return whole.rpartition(".")[0] + "."


TAMPERED: dict[str, tuple[Change, str]] = {
    "alg none": (unsigned("none"), "invalid"),
    "alg None": (unsigned("None"), "invalid"),
    "HS256 with the public key": (shared_secret(PUBLIC_PEM), "invalid"),
    "HS256 with our client secret": (shared_secret(SECRET.encode()), "invalid"),
    "wrong key": (signed_by(FORGED), "invalid"),
    "unknown kid": (signed_by(FORGED, kid="nobody"), "invalid"),
    "its own key in the header": (
        signed_by(FORGED, kid=None, jwk=FORGED.as_dict(private=False)),
        "invalid",
    ),
    "its key elsewhere": (
        signed_by(FORGED, jku="https://evil.example/jwks"),
        "invalid",
    ),
    "an algorithm not agreed": (signed_by(THEIRS, alg="RS384"), "invalid"),
    "a key of another kind": (signed_by(CURVE, alg="ES256"), "invalid"),
    "no signature": (written(cut_off), "invalid"),
    "tampered claim": (written(repainted), "invalid"),
    "not an assertion": (written(lambda _: "x.y.z"), "invalid"),
    "claims are a list": (
        written(lambda it: jws_of(b'["person-1"]', it.header)),
        "invalid",
    ),
    "wrong iss": (says(iss="https://identity.example"), "invalid"),
    "missing iss": (says(iss=None), "invalid"),
    "token of another client": (says(aud="other", azp="other"), "invalid"),
    "wrong aud": (says(aud="other"), "invalid"),
    "wrong aud under our azp": (says(aud="other", azp=CLIENT), "invalid"),
    "missing aud": (says(aud=None), "invalid"),
    "wrong azp": (says(azp="other"), "invalid"),
    "array aud without azp": (says(aud=[CLIENT, "other"]), "invalid"),
    "array aud with another azp": (says(aud=[CLIENT, "other"], azp="other"), "invalid"),
    "expired": (later(-61, "exp"), "expired"),
    "missing exp": (says(exp=None), "invalid"),
    "exp that never comes": (says(exp=float("nan")), "invalid"),
    "issued in the future": (later(70, "iat"), "clock"),
    "missing iat": (says(iat=None), "invalid"),
    "not yet valid": (later(70, "nbf"), "clock"),
    "wrong nonce": (says(nonce="of another journey"), "invalid"),
    "missing nonce": (says(nonce=None), "invalid"),
    "many nonces": (says(nonce=[BEGIN.nonce, "other"]), "invalid"),
    "wrong at_hash": (says(at_hash=part(b"0" * 16)), "invalid"),
    "empty at_hash": (says(at_hash=""), "invalid"),
    "missing sub": (says(sub=None), "invalid"),
    "empty sub": (says(sub=""), "invalid"),
    "sub is no text": (says(sub=7), "invalid"),
    "userinfo of another sub": (tells(sub="person-2"), "invalid"),
    "userinfo of nobody": (tells(sub=None), "invalid"),
    "userinfo of another TechID": (tells(TechID="TECH-2"), "invalid"),
    "an unknown kind of account": (tells(LoaiTaiKhoan="9"), "invalid"),
    "a name no field takes": (tells(HoVaTen="Mai\u202eHuong"), "invalid"),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_a_tampered_assertion_is_refused(name: str) -> None:
    change, reason = TAMPERED[name]
    provider = Provider()
    change(provider)

    with pytest.raises(IdentityRefused) as refused:
        provider.redeem()

    assert refused.value.reason == reason


def test_of_all_tampered_assertions_none_is_accepted() -> None:
    accepted = []
    for name, (change, _) in TAMPERED.items():
        provider = Provider()
        change(provider)
        try:
            accepted.append((name, provider.redeem()))
        except IdentityRefused:
            continue

    assert len(TAMPERED) >= 14
    assert accepted == []


HONEST: dict[str, Change] = {
    "as it is": lambda _: None,
    "by an elliptic curve": signed_by(CURVE, alg="ES256", kid="curve"),
    "a minute's skew ahead": later(50, "iat", "nbf"),
    "a minute's skew behind": later(-50, "exp"),
    "for us and others, given to us": says(aud=[CLIENT, "other"], azp=CLIENT),
    "without at_hash": says(at_hash=None),
    "with a header of theirs": signed_by(THEIRS, x5t="abc", ver="1"),
}


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_assertion_is_accepted(name: str) -> None:
    provider = Provider()
    HONEST[name](provider)

    identity = provider.redeem()

    assert (identity.subject, identity.level) == ("TECH-1", 2)
    assert identity.citizen_id == "999190000001"


def test_a_new_key_of_theirs_is_looked_up_once() -> None:
    provider = Provider()
    adapter = provider.adapter()
    adapter.redeem("code", BEGIN)
    fresh = RSAKey.generate_key(2048, {"kid": "fresh", "use": "sig"})
    provider.published = [fresh]
    signed_by(fresh, kid="fresh")(provider)

    adapter.redeem("code", BEGIN)
    adapter.redeem("code", BEGIN)

    assert provider.asked.count("/jwks") == 2


def test_an_unknown_key_is_looked_up_once_and_no_more() -> None:
    provider = Provider()
    adapter = provider.adapter()
    adapter.redeem("code", BEGIN)
    signed_by(FORGED, kid="nobody")(provider)

    with pytest.raises(IdentityRefused):
        adapter.redeem("code", BEGIN)

    assert provider.asked.count("/jwks") == 2


@pytest.mark.parametrize(
    "said",
    [
        {"issuer": "https://elsewhere.example"},
        {"token_endpoint": "https://evil.example/token"},
        {"userinfo_endpoint": "http://identity.example/userinfo"},
        {"jwks_uri": "https://identity.example:8443/jwks"},
        {"authorization_endpoint": "http://identity.example/authorize"},
        {"token_endpoint": None},
    ],
)
def test_a_discovery_document_that_leads_astray_is_not_followed(
    said: dict[str, Any],
) -> None:
    provider = Provider()
    provider.discovery |= said

    with pytest.raises(SystemUnavailable):
        provider.adapter().authorize_url(BEGIN)
    with pytest.raises(SystemUnavailable):
        provider.redeem()

    assert {path for path in provider.asked if "well-known" not in path} == set()


def test_a_shared_secret_among_the_published_keys_is_never_taken() -> None:
    provider = Provider()
    adapter = provider.adapter()
    answer = provider.answer

    def with_secret(request: httpx.Request) -> httpx.Response:
        if request.url.path != "/jwks":
            return answer(request)
        known = {"kty": "oct", "kid": "theirs", "k": part(SECRET.encode())}
        return httpx.Response(200, json={"keys": [known]})

    adapter._documents._client = httpx.Client(
        transport=httpx.MockTransport(with_secret)
    )
    shared_secret(SECRET.encode())(provider)

    with pytest.raises(IdentityRefused):
        adapter.redeem("code", BEGIN)


@pytest.mark.parametrize("name", ["wrong key", "userinfo of another sub", "expired"])
def test_a_refusal_is_logged_without_the_person(name: str) -> None:
    provider = Provider()
    TAMPERED[name][0](provider)

    with structlog.testing.capture_logs() as logged, pytest.raises(IdentityRefused):
        provider.redeem()

    said = json.dumps(logged, default=str)
    assert logged
    for secret in ("999190000001", "Mai", "person-1", "TECH-1", BEGIN.nonce, TOKEN):
        assert secret not in said
