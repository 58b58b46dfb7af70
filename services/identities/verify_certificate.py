"""Verify that a certificate is trusted, in force, meant for this and not revoked."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    DisallowedAlgorithmError,
    PathBuildingError,
    RevokedError,
    ValidationError,
)
from pyhanko_certvalidator.path import ValidationPath
from pyhanko_certvalidator.policy_decl import DisallowWeakAlgorithmsPolicy

from services.core.errors import SystemUnavailable
from services.identities.certificate_faults import CertificateFault, CertificateRefused
from services.identities.fetch_revocation import Issued, fetch_lists, fetch_statuses
from services.integrations.certificate_authorities.port import CertificateAuthorities

LONGEST_CERTIFICATE, LONGEST_CHAIN = 16 << 10, 5  # a stranger sends them
SMALLEST_RSA, LARGEST_RSA = 2048, 8192
CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)
WEAK_HASHES = frozenset({"md2", "md5", "sha1", "sha224", "sha512_224"})
# Client authentication, mail protection, document signing (RFC 9336 and older).
PURPOSES = frozenset(
    {
        "1.3.6.1.5.5.7.3.2",
        "1.3.6.1.5.5.7.3.4",
        "1.3.6.1.5.5.7.3.36",
        "1.3.6.1.4.1.311.10.3.12",
        "1.2.840.113583.1.1.5",
        "2.5.29.37.0",
    }
)
CLOCKS_DIFFER = timedelta(minutes=2)  # ours and an authority's


@dataclass(frozen=True)
class GivenCertificate:
    """A certificate as it was sent, with what should lead to a root; all in DER."""

    certificate: bytes
    chain: tuple[bytes, ...] = ()


@dataclass(frozen=True)
class _Judge:
    """The moment, and whom we trust."""

    now: datetime
    trusted: Sequence[asn1.Certificate]
    helpers: Sequence[asn1.Certificate]  # on the way to a root, not trusted
    lists: list[bytes] = field(default_factory=list)
    statuses: list[bytes] = field(default_factory=list)

    def path(self, leaf: asn1.Certificate, with_revocation: bool) -> ValidationPath:
        """Return the way to a trusted root; nothing is fetched from here."""
        context = ValidationContext(
            trust_roots=list(self.trusted),
            other_certs=list(self.helpers),
            moment=self.now,
            allow_fetching=False,
            crls=self.lists,
            ocsps=self.statuses,
            revocation_mode="require" if with_revocation else "none",
            time_tolerance=CLOCKS_DIFFER,
            algorithm_usage_policy=_policy(),
        )
        validator = CertificateValidator(leaf, validation_context=context)
        return asyncio.run(validator.async_validate_path())


def verify_certificate(
    authorities: CertificateAuthorities, given: GivenCertificate, now: datetime
) -> x509.Certificate:
    """Return the certificate, or raise CertificateRefused with the first reason.

    Raises SystemUnavailable when nobody tells whether it was revoked: a doubt
    is never taken for a yes. Roots that are not self-signed only help to find
    the way; they are checked like any other.
    """
    certificate, leaf, chain = _read(given)
    _check_strength([certificate])
    _check_dates(certificate, now)
    _check_purpose(certificate)
    known = [asn1.Certificate.load(each) for each in authorities.roots()]
    roots = [each for each in known if each.self_issued]
    helpers = [each for each in known if not each.self_issued]
    judge = _Judge(now, roots, [*chain, *helpers])
    path = _find_path(judge, leaf)
    _check_strength(
        x509.load_der_x509_certificate(each.dump())
        for each in path.iter_certs(include_root=True)
    )
    _check_revocation(authorities, judge, leaf, path)
    return certificate


def _read(
    given: GivenCertificate,
) -> tuple[x509.Certificate, asn1.Certificate, list[asn1.Certificate]]:
    sent = (given.certificate, *given.chain)
    try:
        if (
            len(given.chain) > LONGEST_CHAIN
            or max(map(len, sent)) > LONGEST_CERTIFICATE
        ):
            raise ValueError
        certificate = x509.load_der_x509_certificate(given.certificate)
        assert certificate.extensions is not None  # read now, not at a later surprise
        leaf, *chain = (asn1.Certificate.load(each, strict=True) for each in sent)
        for each in (leaf, *chain):
            assert each.native is not None
    except (ValueError, TypeError, x509.DuplicateExtension, AssertionError):
        raise CertificateRefused(CertificateFault.UNREADABLE) from None
    return certificate, leaf, chain


def _policy() -> DisallowWeakAlgorithmsPolicy:
    return DisallowWeakAlgorithmsPolicy(WEAK_HASHES)  # type: ignore[no-untyped-call]


def _check_strength(certificates: Iterable[x509.Certificate]) -> None:
    """RSA from 2048 bits and P-256 or more; the hashes are judged with the path."""
    try:
        keys = [each.public_key() for each in certificates]
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise CertificateRefused(CertificateFault.WEAK) from None
    if not all(_is_strong(key) for key in keys):
        raise CertificateRefused(CertificateFault.WEAK)


def _is_strong(key: CertificatePublicKeyTypes) -> bool:
    if isinstance(key, rsa.RSAPublicKey):
        return SMALLEST_RSA <= key.key_size <= LARGEST_RSA
    return isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, CURVES)


def _check_dates(certificate: x509.Certificate, now: datetime) -> None:
    if now < certificate.not_valid_before_utc:
        raise CertificateRefused(CertificateFault.NOT_YET_VALID)
    if now > certificate.not_valid_after_utc:
        raise CertificateRefused(CertificateFault.EXPIRED)


def _check_purpose(certificate: x509.Certificate) -> None:
    """A person's signature: digitalSignature, and no other use than such signing."""
    found = certificate.extensions
    try:
        usage = found.get_extension_for_class(x509.KeyUsage).value
        is_meant = usage.digital_signature
    except x509.ExtensionNotFound:
        is_meant = False
    try:
        extended = found.get_extension_for_class(x509.ExtendedKeyUsage).value
        is_meant &= bool(PURPOSES & {each.dotted_string for each in extended})
    except x509.ExtensionNotFound:
        pass
    try:
        basic = found.get_extension_for_class(x509.BasicConstraints).value
        is_meant &= not basic.ca
    except x509.ExtensionNotFound:
        pass
    if not is_meant:
        raise CertificateRefused(CertificateFault.PURPOSE)


def _find_path(judge: _Judge, leaf: asn1.Certificate) -> ValidationPath:
    try:
        return judge.path(leaf, with_revocation=False)
    except DisallowedAlgorithmError:
        raise CertificateRefused(CertificateFault.WEAK) from None
    except (ValidationError, PathBuildingError, ValueError):
        raise CertificateRefused(CertificateFault.UNTRUSTED) from None


def _check_revocation(
    authorities: CertificateAuthorities,
    judge: _Judge,
    leaf: asn1.Certificate,
    path: ValidationPath,
) -> None:
    """Ask by OCSP, and for the published lists where that leaves a doubt."""
    issued = [
        Issued(each, path.find_issuing_authority(each).certificate)
        for each in path.iter_certs(include_root=False)
    ]
    if not all(each.statuses_at or each.lists_at for each in issued):
        raise CertificateRefused(CertificateFault.UNTRUSTED)
    judge.statuses.extend(fetch_statuses(authorities, issued))
    if _is_settled(judge, leaf):
        return
    judge.lists.extend(fetch_lists(authorities, issued))
    if not _is_settled(judge, leaf):
        raise SystemUnavailable("revocation")


def _is_settled(judge: _Judge, leaf: asn1.Certificate) -> bool:
    """Tell whether all of the path is known not to be revoked; refuse if it is."""
    try:
        judge.path(leaf, with_revocation=True)
    except RevokedError:
        raise CertificateRefused(CertificateFault.REVOKED) from None
    except (ValidationError, PathBuildingError, ValueError):
        return False
    return True
