"""Read who a certificate names, from its subject in the Vietnamese fashion."""

from cryptography import x509
from cryptography.x509.oid import NameOID

from services.core.faults import Unreadable
from services.core.readers import read_citizen_id, read_tax_code
from services.core.text import clean
from services.identities.certificate_faults import CertificateFault, CertificateRefused
from services.identities.views import CertificateHolder

# UID=CCCD:001090000001, UID=MST:0101234567: the kind, then the number.
PERSON_KINDS = frozenset({"CCCD", "CMND", "CMT"})
ORGANISATION_KINDS = frozenset({"MST"})
LONGEST_NAME = 250


def read_holder(certificate: x509.Certificate) -> CertificateHolder:
    """Return the holder, or refuse: no number, or two of a kind, name nobody.

    Without O, a subject with a tax code has the organisation's own name as CN,
    whoever else is named inside as its representative.
    """
    citizen_id = _number(certificate, PERSON_KINDS)
    tax_code = _number(certificate, ORGANISATION_KINDS)
    common = _text(certificate, NameOID.COMMON_NAME)
    organisation = _text(certificate, NameOID.ORGANIZATION_NAME)
    if tax_code and not organisation:
        common, organisation = "", common
    is_named = bool(common and citizen_id) or bool(organisation and tax_code)
    if not is_named:
        raise CertificateRefused(CertificateFault.HOLDER_UNREADABLE)
    return CertificateHolder(common, citizen_id, tax_code, organisation)


def _number(certificate: x509.Certificate, kinds: frozenset[str]) -> str:
    found = set()
    for kind, number in _numbers(certificate):
        if kind not in kinds:
            continue
        try:
            is_tax_code = kinds is ORGANISATION_KINDS
            found.add(read_tax_code(number) if is_tax_code else read_citizen_id(number))
        except Unreadable:
            raise CertificateRefused(CertificateFault.HOLDER_UNREADABLE) from None
    if len(found) > 1:
        raise CertificateRefused(CertificateFault.HOLDER_UNREADABLE)
    return found.pop() if found else ""


def _numbers(certificate: x509.Certificate) -> list[tuple[str, str]]:
    parts = [each.partition(":") for each in _texts(certificate, NameOID.USER_ID)]
    return [(kind.strip().upper(), number) for kind, _, number in parts]


def _text(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    return next(iter(_texts(certificate, oid)), "")


def _texts(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> list[str]:
    attributes = certificate.subject.get_attributes_for_oid(oid)
    values = [each.value for each in attributes if isinstance(each.value, str)]
    return [clean(value)[:LONGEST_NAME] for value in values]
