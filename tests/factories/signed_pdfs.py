"""PDFs with true digital signatures, made by pyhanko with the keys of the tests."""

from io import BytesIO

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdf import PdfWriter

from tests.factories.certificates import Authority, Pair


def a_page() -> bytes:
    """Return a PDF of one page."""
    writer, target = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(target)
    return target.getvalue()


def make_signed_pdf(
    authority: Authority, signer: Pair, data: bytes = b"", field: str = "Ky1"
) -> bytes:
    """Return the PDF with one more signature, the issuer's certificate beside it."""
    key = signer.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register(asn1.Certificate.load(authority.issuing.der))
    by = SimpleSigner(
        signing_cert=asn1.Certificate.load(signer.der),
        signing_key=asn1_keys.PrivateKeyInfo.load(key),
        cert_registry=store,
    )
    writer = IncrementalPdfFileWriter(BytesIO(data or a_page()))
    meta = PdfSignatureMetadata(field_name=field, md_algorithm="sha256")
    signed = sign_pdf(writer, meta, by, new_field_spec=SigFieldSpec(field))
    return bytes(signed.getvalue())


def with_another_page(data: bytes) -> bytes:
    """Return the signed PDF with a page added after it was signed."""
    target = BytesIO()
    writer = PdfWriter(BytesIO(data), incremental=True)
    writer.add_blank_page(595, 842)
    writer.write(target)
    return target.getvalue()


def with_another_byte(data: bytes) -> bytes:
    """Return the signed PDF with one covered byte changed, its structure kept."""
    place = data.index(b"/MediaBox")
    before = data[place : place + 60]
    return data.replace(before, before.replace(b"842", b"841"), 1)
