"""A certification authority of the tests, and whatever may be wrong with what it issues."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA224, SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import (
    AuthorityInformationAccessOID,
    ExtendedKeyUsageOID,
    NameOID,
    ObjectIdentifier,
)

from services.identities.verify_certificate import GivenCertificate
from services.identities.views import UsbSignature
from tests.conftest import NOON
from tests.fakes import FakeAuthorities

OCSP, LIST, ROOT_LIST = (
    "http://ca.example/ocsp",
    "http://ca.example/issuing.crl",
    "http://ca.example/root.crl",
)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
CITIZEN = (("UID", "CCCD:999092000012"), ("CN", "Hoàng Văn Nam"))
OIDS = {
    "CN": NameOID.COMMON_NAME,
    "O": NameOID.ORGANIZATION_NAME,
    "UID": NameOID.USER_ID,
}
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
SIGNING = {"digital_signature", "content_commitment"}
USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


@cache
def rsa_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    """Return a key, made once for all tests."""
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def ec_key(curve: ec.EllipticCurve | None = None) -> ec.EllipticCurvePrivateKey:
    """Return a fresh key."""
    return ec.generate_private_key(curve or ec.SECP256R1())


@dataclass(frozen=True)
class Pair:
    """A key and its certificate."""

    key: Key
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        """Return the certificate in DER."""
        return self.certificate.public_bytes(Encoding.DER)

    def sign(self, challenge: bytes) -> bytes:
        """Sign as a token does."""
        if isinstance(self.key, rsa.RSAPrivateKey):
            return self.key.sign(challenge, padding.PKCS1v15(), SHA256())
        return self.key.sign(challenge, ec.ECDSA(SHA256()))


@dataclass(frozen=True)
class Order:
    """What a certificate says; the defaults are a good citizen's."""

    subject: Sequence[tuple[str, str]] = CITIZEN
    key: Key = field(default_factory=ec_key)
    begins: datetime = NOON - 30 * DAY
    ends: datetime = NOON + 365 * DAY
    usage: frozenset[str] | None = frozenset(SIGNING)
    purposes: tuple[ObjectIdentifier, ...] = (ExtendedKeyUsageOID.CLIENT_AUTH,)
    is_authority: bool = False
    path_length: int | None = None
    is_responder: bool = False  # of OCSP: its own revocation is not asked for
    status_at: str = OCSP
    list_at: str = LIST
    digest: SHA224 | SHA256 = field(default_factory=SHA256)


def name_of(parts: Sequence[tuple[str, str]]) -> x509.Name:
    """Return a subject."""
    return x509.Name([x509.NameAttribute(OIDS[kind], text) for kind, text in parts])


def issue(order: Order, issuer: Pair | None) -> Pair:
    """Return the certificate ordered; without an issuer it signs itself."""
    subject = name_of(order.subject)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(order.key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(order.begins)
        .not_valid_after(order.ends)
    )
    for extension in _extensions(order):
        is_critical = isinstance(extension, x509.BasicConstraints | x509.KeyUsage)
        builder = builder.add_extension(extension, is_critical)
    signer = issuer.key if issuer else order.key
    return Pair(order.key, builder.sign(signer, order.digest))


def _extensions(order: Order) -> list[x509.ExtensionType]:
    length = order.path_length if order.is_authority else None
    found: list[x509.ExtensionType] = [
        x509.BasicConstraints(order.is_authority, length)
    ]
    if order.usage is not None:
        bits = {name: name in order.usage for name in USAGES}
        found.append(x509.KeyUsage(**bits))
    if order.purposes:
        found.append(x509.ExtendedKeyUsage(order.purposes))
    if order.is_responder:
        found.append(x509.OCSPNoCheck())
    if order.status_at:
        at = x509.UniformResourceIdentifier(order.status_at)
        method = AuthorityInformationAccessOID.OCSP
        found.append(
            x509.AuthorityInformationAccess([x509.AccessDescription(method, at)])
        )
    if order.list_at:
        where = [x509.UniformResourceIdentifier(order.list_at)]
        point = x509.DistributionPoint(where, None, None, None)
        found.append(x509.CRLDistributionPoints([point]))
    return found


AUTHORITY = Order(
    usage=frozenset({"key_cert_sign", "crl_sign"}),
    purposes=(),
    is_authority=True,
    status_at="",
    list_at="",
)


@dataclass(frozen=True)
class Authority:
    """A root, who issues below it, and what they publish."""

    root: Pair
    issuing: Pair

    def issue(self, **values: Any) -> Pair:
        """Return a certificate; Any: the fields of an order."""
        return issue(replace(Order(), **values), self.issuing)

    def given(self, pair: Pair) -> GivenCertificate:
        """Return the certificate as it is sent, with its chain."""
        return GivenCertificate(pair.der, (self.issuing.der, self.root.der))

    def signed(self, pair: Pair, challenge: bytes) -> UsbSignature:
        """Return what a signing program answers."""
        chain = (self.issuing.der, self.root.der)
        return UsbSignature(
            _encoded(pair.der),
            tuple(_encoded(each) for each in chain),
            _encoded(pair.sign(challenge)),
        )

    def online(self) -> FakeAuthorities:
        """Return the authority with fresh lists on which nobody stands."""
        lists = {LIST: revocation_list(self.issuing), ROOT_LIST: self.root_list()}
        return FakeAuthorities((self.root.der,), lists)

    def root_list(self, *revoked: Pair) -> bytes:
        """Return the root's list."""
        return revocation_list(self.root, *revoked)


def make_authority(**values: Any) -> Authority:
    """Return an authority of its own; Any: fields of the order of who issues."""
    root = issue(replace(AUTHORITY, subject=(("CN", "Root"),), key=ec_key()), None)
    below = {"subject": (("CN", "Issuing"),), "list_at": ROOT_LIST, "path_length": 0}
    order = replace(AUTHORITY, **{"key": ec_key(), **below, **values})
    return Authority(root, issue(order, root))


def revocation_list(
    issuer: Pair, *revoked: Pair, at: datetime = NOON - HOUR, signer: Pair | None = None
) -> bytes:
    """Return a list that is good for a day."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(at)
        .next_update(at + DAY)
    )
    for pair in revoked:
        entry = x509.RevokedCertificateBuilder().revocation_date(at)
        entry = entry.serial_number(pair.certificate.serial_number)
        builder = builder.add_revoked_certificate(entry.build())
    signed = builder.sign((signer or issuer).key, SHA256())
    return signed.public_bytes(Encoding.DER)


@dataclass(frozen=True)
class Status:
    """What an OCSP answer says; the defaults are a good one of this minute."""

    is_good: bool = True
    at: datetime = NOON - timedelta(minutes=1)
    nonce: bytes = b""
    signer: Pair | None = None


def status_of(pair: Pair, issuer: Pair, status: Status | None = None) -> bytes:
    """Return an OCSP answer about this certificate."""
    said = status or Status()
    signer = said.signer or issuer
    good, bad = ocsp.OCSPCertStatus.GOOD, ocsp.OCSPCertStatus.REVOKED
    builder = ocsp.OCSPResponseBuilder().add_response(
        cert=pair.certificate,
        issuer=issuer.certificate,
        algorithm=SHA256(),
        cert_status=good if said.is_good else bad,
        this_update=said.at,
        next_update=said.at + HOUR,
        revocation_time=None if said.is_good else said.at - DAY,
        revocation_reason=None,
    )
    builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, signer.certificate)
    builder = builder.certificates([signer.certificate])
    if said.nonce:
        builder = builder.add_extension(x509.OCSPNonce(said.nonce), False)
    return builder.sign(signer.key, SHA256()).public_bytes(Encoding.DER)


def _encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()
