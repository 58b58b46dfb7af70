"""The last stop for an error no page handled (PII-2)."""

import logging
import secrets

from reflex_base.constants.state import FIELD_MARKER
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.refusals import sentence
from dvc_app.wording.errors import MESSAGES, UNEXPECTED
from services.core.errors import ProofNeeded, ServiceError, SystemUnavailable

logger = logging.getLogger(__name__)


def explain(exception: Exception) -> EventSpec:
    """Tell the person what they can do; tell the log what we must."""
    if isinstance(exception, ProofNeeded):
        return AppState.ask_proof()
    if isinstance(exception, ServiceError):
        return AppState.tell(sentence(exception), "error")
    incident = secrets.token_hex(4)
    logger.error("unhandled_error", extra={"incident": incident}, exc_info=exception)
    return AppState.tell(UNEXPECTED.format(incident=incident), "error")


def outage_delta() -> dict[str, dict[str, str]]:
    """Return the update that tells a page nothing can be done just now."""
    words = {"notice": MESSAGES[SystemUnavailable], "notice_kind": "error"}
    marked = {name + FIELD_MARKER: text for name, text in words.items()}
    return {AppState.get_full_name(): marked}


def note_frontend(exception: Exception) -> None:
    """Note that a page failed in the browser; its text may hold anything."""
    logger.warning("frontend_error")
