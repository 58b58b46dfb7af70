"""Who signed a result, and how it was handed over, in sentences (C16)."""

from dvc_app import formats
from dvc_app.wording import processing
from dvc_app.wording import signing as wording
from services.results.open_result import ResultView


def result_lines(result: ResultView) -> list[str]:
    """Return the facts of a result in sentences."""
    lines = []
    if result.corrected_why:
        lines.append(wording.CORRECTED.format(reason=result.corrected_why))
    if result.signer and result.signed_at is not None:
        moment = formats.moment(result.signed_at)
        lines.append(wording.SIGNED_BY.format(name=result.signer, moment=moment))
    if result.returned_at is not None:
        moment = formats.moment(result.returned_at)
        said = {"name": result.received_by, "moment": moment}
        lines.append(processing.RETURNED_TO.format(**said))
    return lines
