"""Make the PDF of an invented paper, and sign it as its issuer (PAdES)."""

from io import BytesIO
from typing import Any

import typst
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

from sandbox.signing.authority import Authority
from sandbox.signing.issuing import Pair

PAGE = """
#set page(paper: "a4", margin: 2.5cm)
#set text(size: 13pt)
#align(center)[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ Độc lập - Tự do - Hạnh phúc]
#v(2em)
#align(center, text(size: 18pt, weight: "bold", sys.inputs.title))
#align(center)[Số: #sys.inputs.number]
#v(2em)
#for line in sys.inputs.lines.split("\\n") [#line #parbreak()]
#v(3em)
#align(right)[#sys.inputs.issuer]
#v(1fr)
#text(size: 9pt)[Giấy tờ hư cấu của môi trường thử nghiệm, không có giá trị.]
"""


def signed_paper(row: dict[str, Any], authority: Authority | None, key: str) -> bytes:
    """Return the PDF of a paper; without an authority it bears no signature.

    Any: one paper of the scenario, as TOML has it.
    """
    said = {
        "title": row["title"],
        "number": row["number"],
        "issuer": row["issuer"],
        "lines": "\n".join(row["lines"]),
    }
    drawn: bytes = typst.compile(PAGE.encode(), sys_inputs=said, format="pdf")
    if authority is None:
        return drawn
    return sign_document(drawn, authority.held[key], authority)


def sign_document(pdf: bytes, pair: Pair, authority: Authority) -> bytes:
    """Return the PDF with a signature over all of it, and its certificates."""
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(_loaded(above) for above in authority.chain())
    signer = signers.SimpleSigner(
        signing_cert=_loaded(pair.certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(
            pair.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        ),
        cert_registry=store,
    )
    how = signers.PdfSignatureMetadata(
        field_name="ChuKy",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
    )
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    signed = signers.sign_pdf(writer, how, signer=signer)
    return bytes(signed.getvalue())


def _loaded(certificate: x509.Certificate) -> asn1.Certificate:
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))
