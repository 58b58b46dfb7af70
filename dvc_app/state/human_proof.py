"""Read from a form what shows that a person sent it (R33)."""

from collections.abc import Mapping
from uuid import UUID

from services.accounts.prove_human import HumanProof


def read_proof(form: Mapping[str, str]) -> HumanProof | None:
    """Return the proof that came with the form, if any was given."""
    payload, answer = form.get("altcha", ""), form.get("picture", "").strip()
    if not payload and not answer:
        return None
    try:
        picture_id = UUID(form.get("picture_id", ""))
    except ValueError:
        picture_id = None
    return HumanProof(picture_id, answer, payload)
