"""How certificates of the invented authority are made."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import (
    AuthorityInformationAccessOID,
    ExtendedKeyUsageOID,
    NameOID,
    ObjectIdentifier,
)

from sandbox.signing.holders import Case, Holder

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
DAY, YEAR = timedelta(days=1), timedelta(days=365)


@dataclass(frozen=True)
class Pair:
    """A key and its certificate."""

    key: Key
    certificate: x509.Certificate


@dataclass(frozen=True)
class Order:
    """What a certificate is to say; the address is where its authority answers."""

    subject: x509.Name
    key: Key
    begins: datetime
    ends: datetime
    address: str


def new_key(is_rsa: bool) -> Key:
    """Return a fresh key."""
    if is_rsa:
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return ec.generate_private_key(ec.SECP256R1())


def authority_name(title: str) -> x509.Name:
    """Return the name of an authority."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Môi trường thử nghiệm"),
            x509.NameAttribute(NameOID.COMMON_NAME, title),
        ]
    )


def subject_of(holder: Holder) -> x509.Name:
    """Return the subject in the Vietnamese fashion: UID=CCCD:…, UID=MST:…"""
    parts = [(NameOID.COUNTRY_NAME, "VN")]
    if holder.organisation and holder.name:
        parts.append((NameOID.ORGANIZATION_NAME, holder.organisation))
    parts.append((NameOID.COMMON_NAME, holder.name or holder.organisation))
    if holder.tax_code:
        parts.append((NameOID.USER_ID, f"MST:{holder.tax_code}"))
    if holder.citizen_id:
        parts.append((NameOID.USER_ID, f"CCCD:{holder.citizen_id}"))
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts])


def self_signed(title: str, key: Key) -> Pair:
    """Return a root."""
    now = datetime.now(UTC)
    name = authority_name(title)
    order = Order(name, key, now - DAY, now + 20 * YEAR, "")
    return Pair(key, _as_authority(order, name, None).sign(key, SHA256()))


def issue_authority(order: Order, issuer: Pair) -> Pair:
    """Return an authority below the root; its revocation is told by a list alone."""
    builder = _as_authority(order, issuer.certificate.subject, 0)
    builder = _with_issuer(builder, issuer)
    builder = builder.add_extension(_list_at(f"{order.address}/root.crl"), False)
    return Pair(order.key, builder.sign(issuer.key, SHA256()))


def issue(order: Order, issuer: Pair, case: Case) -> Pair:
    """Return a certificate of a person or an organisation."""
    builder = _begin(order, issuer.certificate.subject)
    builder = builder.add_extension(x509.BasicConstraints(False, None), True)
    builder = builder.add_extension(_usage(case), True)
    builder = builder.add_extension(x509.ExtendedKeyUsage(_purposes(case)), False)
    builder = _with_issuer(builder, issuer)
    builder = builder.add_extension(_list_at(f"{order.address}/issuing.crl"), False)
    builder = builder.add_extension(_answers_at(order.address), False)
    return Pair(order.key, builder.sign(issuer.key, SHA256()))


def _begin(order: Order, issuer: x509.Name) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(order.subject)
        .issuer_name(issuer)
        .public_key(order.key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(order.begins)
        .not_valid_after(order.ends)
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(order.key.public_key()), False
        )
    )


def _as_authority(
    order: Order, issuer: x509.Name, below: int | None
) -> x509.CertificateBuilder:
    usage = _bits(key_cert_sign=True, crl_sign=True, digital_signature=True)
    return (
        _begin(order, issuer)
        .add_extension(x509.BasicConstraints(True, below), True)
        .add_extension(usage, True)
    )


def _with_issuer(
    builder: x509.CertificateBuilder, issuer: Pair
) -> x509.CertificateBuilder:
    known = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key())
    return builder.add_extension(known, False)


def _usage(case: Case) -> x509.KeyUsage:
    if case is Case.ENCIPHERMENT:
        return _bits(key_encipherment=True)
    return _bits(digital_signature=True, content_commitment=True)


def _purposes(case: Case) -> list[ObjectIdentifier]:
    if case is Case.CODE_SIGNING:
        return [ExtendedKeyUsageOID.CODE_SIGNING]
    return [ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.EMAIL_PROTECTION]


def _bits(**wanted: bool) -> x509.KeyUsage:
    names = (
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
    return x509.KeyUsage(**{name: wanted.get(name, False) for name in names})


def _list_at(address: str) -> x509.CRLDistributionPoints:
    at = [x509.UniformResourceIdentifier(address)]
    return x509.CRLDistributionPoints([x509.DistributionPoint(at, None, None, None)])


def _answers_at(address: str) -> x509.AuthorityInformationAccess:
    return x509.AuthorityInformationAccess(
        [
            x509.AccessDescription(
                AuthorityInformationAccessOID.OCSP,
                x509.UniformResourceIdentifier(f"{address}/ocsp"),
            ),
            x509.AccessDescription(
                AuthorityInformationAccessOID.CA_ISSUERS,
                x509.UniformResourceIdentifier(f"{address}/issuing.cer"),
            ),
        ]
    )
