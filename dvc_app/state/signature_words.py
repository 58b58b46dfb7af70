"""What is known of the digital signatures of a file, in words (R19)."""

from dvc_app import formats
from dvc_app.wording import uploads
from services.dossiers.view_papers import SignatureView
from services.files.models import SignatureVerdict


def signature_words(signature: SignatureView) -> str:
    """Return what is known of the digital signatures; empty without any."""
    reason = uploads.SIGNATURE_FAULTS.get(
        signature.fault, uploads.SIGNATURE_FAULTS["certificate_unreadable"]
    )
    words = uploads.SIGNATURES.get(str(signature.verdict), "").format(
        signer=signature.signer, reason=reason
    )
    if signature.signed_at and signature.verdict is SignatureVerdict.VALID:
        words += uploads.SIGNED_AT.format(moment=formats.moment(signature.signed_at))
    return words
