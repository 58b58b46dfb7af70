"""The process that takes the digital signatures out of a hostile PDF (R19).

It says what each signature covers and whether it is whole; whom to trust, and
whether a certificate was revoked, is judged outside, where it can be asked.
"""

import json
import sys
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any  # pyhanko's objects carry no types of use here

from asn1crypto import x509 as asn1
from pydantic import TypeAdapter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from services.files.child import cap
from services.files.verdicts import FileLimits

MOST_SIGNATURES = 20
LONGEST_CHAIN = 5


@dataclass(frozen=True)
class Found:
    """One signature of a PDF; certificates are DER in base64."""

    is_whole: bool  # what it covers is what was signed, and the key fits
    is_changed: bool  # something that the signer did not allow came after it
    certificate: str = ""
    chain: tuple[str, ...] = ()
    signed_at: datetime | None = None  # by the signer's own clock


FOUND = TypeAdapter(tuple[Found, ...])
BROKEN = Found(is_whole=False, is_changed=False)


def find_signatures(data: bytes) -> tuple[Found, ...]:
    """Return every signature; what cannot be read is not whole."""
    reader = PdfFileReader(BytesIO(data), strict=False)
    signatures = reader.embedded_regular_signatures[:MOST_SIGNATURES]
    return tuple(_found(each) for each in signatures) or (BROKEN,)


def _found(signature: EmbeddedPdfSignature) -> Found:
    try:
        signature.compute_integrity_info()  # type: ignore[no-untyped-call]
        facts = signature.summarise_integrity_info()
        is_intact, is_valid = validate_sig_integrity(
            signature.signer_info,
            signature.signer_cert,
            expected_content_type="data",
            actual_digest=signature.compute_digest(),
        )
        leaf = signature.signer_cert
        return Found(
            is_whole=bool(is_intact and is_valid),
            is_changed=not facts["docmdp_ok"],
            certificate=_written(leaf),
            chain=tuple(map(_written, _chain(leaf, signature.other_embedded_certs))),
            signed_at=signature.self_reported_timestamp,
        )
    except Exception:  # noqa: BLE001 - a parser may stumble over it in any way
        return BROKEN


def _chain(leaf: Any, others: list[Any]) -> list[Any]:
    """Return what leads upward from the signer; anything else sent along is left."""
    chain: list[Any] = []
    last = leaf
    while len(chain) < LONGEST_CHAIN:
        above = next((c for c in others if c.subject == last.issuer), None)
        if above is None or above in chain or last.self_issued:
            break
        chain.append(above)
        last = above
    return chain


def _written(certificate: asn1.Certificate) -> str:
    return b64encode(certificate.dump()).decode()


def main(answer_bytes: str, task: str) -> None:
    """Read a PDF and answer with its signatures in JSON."""
    cap(FileLimits(**json.loads(task)), int(answer_bytes))
    try:
        found = find_signatures(sys.stdin.buffer.read())
    except Exception:  # noqa: BLE001 - as above
        found = (BROKEN,)
    sys.stdout.buffer.write(FOUND.dump_json(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
