"""Read of a form who came for a result (O08)."""

from collections.abc import Mapping

from services.results.return_result import Handover, Receiver


def handover_of(form: Mapping[str, object]) -> Handover:
    """Return who came; unless another is named, it is the owner who must be."""
    is_other = form.get("who") == Receiver.AUTHORISED
    return Handover(
        Receiver.AUTHORISED if is_other else Receiver.OWNER,
        str(form.get("paper", "")),
        str(form.get("relation", "")),
        str(form.get("proof", "")),
    )
