"""Turn a refusal into the sentence the person reads."""

from dvc_app import formats
from dvc_app.wording.errors import MESSAGES
from services.core.errors import ServiceError, TooMany


def sentence(error: ServiceError) -> str:
    """Return what happened and what to do, in words."""
    text = next(MESSAGES[kind] for kind in type(error).__mro__ if kind in MESSAGES)
    if isinstance(error, TooMany):
        return text.format(until=formats.moment(error.until))
    return text
