"""Build the container of a PAdES signature, all but the signature itself."""

import asyncio
import hashlib
import tempfile
from dataclasses import dataclass
from io import BytesIO

from asn1crypto import algos, cms
from asn1crypto import x509 as asn1
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import ExternalSigner, PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_byterange import PreparedByteRangeDigest
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

HASH = "sha256"
LONGEST_VALUE = 1024  # bytes of a signature, RSA of 8192 bits
RESERVED = 64 << 10  # hex digits kept free for certificates and signature
# Of the last page, in points from its lower left corner: beside the page number.
BOX = (330, 62, 560, 122)


@dataclass(frozen=True)
class Signer:
    """Whose signature is asked for; certificates in DER."""

    certificate: bytes
    chain: tuple[bytes, ...]
    name: str


@dataclass(frozen=True)
class Prepared:
    """A PDF with a place for the signature; only `digest` leaves the portal."""

    pdf: bytes
    digest: bytes  # SHA-256 of the signed attributes
    attributes: bytes  # DER
    document_digest: bytes
    region: tuple[int, int]


def prepare_pdf(pdf: bytes, signer: Signer, field: str, stamp: bytes = b"") -> Prepared:
    """Return the PDF with a signature field and the hash to be signed.

    `stamp` is a PDF of one page, drawn on the last page of the document.
    """
    hand = external(signer, LONGEST_VALUE)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as drawn:
        drawn.write(stamp)
        drawn.flush()
        style = (
            StaticStampStyle.from_pdf_file(
                drawn.name, border_width=0, background_opacity=1.0
            )
            if stamp
            else None
        )
        return asyncio.run(_prepare(pdf, hand, (field, signer.name), style))


def complete_pdf(prepared: Prepared, signer: Signer, value: bytes) -> bytes:
    """Return the signed PDF: signature and chain in the place kept free.

    Level B-B: no time stamp, since no authority for them is configured; the
    moment is the portal's own (docs/architecture.md).
    """
    attributes = cms.CMSAttributes.load(prepared.attributes)
    hand = external(signer, value)
    content = asyncio.run(hand.async_sign_prescribed_attributes(HASH, attributes))
    output = BytesIO(prepared.pdf)
    place = PreparedByteRangeDigest(prepared.document_digest, *prepared.region)
    place.fill_with_cms(output, content)
    return output.getvalue()


def external(signer: Signer, value: bytes | int) -> ExternalSigner:
    """Return a signer that holds no key: it is given the value."""
    leaf = asn1.Certificate.load(signer.certificate)
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(map(asn1.Certificate.load, signer.chain))
    mechanism = algos.SignedDigestAlgorithm({"algorithm": _mechanism(leaf)})
    return ExternalSigner(leaf, store, value, mechanism)


async def _prepare(
    pdf: bytes,
    hand: ExternalSigner,
    named: tuple[str, str],
    style: StaticStampStyle | None,
) -> Prepared:
    field, name = named
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    meta = PdfSignatureMetadata(
        field_name=field, md_algorithm=HASH, name=name, subfilter=SigSeedSubFilter.PADES
    )
    box = BOX if style is not None else None
    spec = SigFieldSpec(field, on_page=-1, box=box)
    work = PdfSigner(meta, hand, stamp_style=style, new_field_spec=spec)
    place, _, output = await work.async_digest_doc_for_signing(
        writer, bytes_reserved=RESERVED
    )
    attributes = await hand.signed_attrs(place.document_digest, HASH, use_pades=True)
    written: bytes = attributes.dump()
    return Prepared(
        pdf=bytes(output.getvalue()),  # type: ignore[attr-defined]
        digest=hashlib.sha256(written).digest(),
        attributes=written,
        document_digest=place.document_digest,
        region=(place.reserved_region_start, place.reserved_region_end),
    )


def _mechanism(leaf: asn1.Certificate) -> str:
    is_curve = leaf.public_key.algorithm == "ec"
    return f"{HASH}_ecdsa" if is_curve else f"{HASH}_rsa"
