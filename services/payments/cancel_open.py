"""A dossier ends: what was asked for it and not paid is asked for no longer."""

from contextlib import suppress
from uuid import UUID

from services.core.errors import Conflict
from services.payments.cancel_request import cancel_request
from services.payments.models import RequestState
from services.payments.queries import requests_of
from services.work import Work


def cancel_open(work: Work, dossier_id: UUID, why: str) -> None:
    """Cancel every open request of a dossier; `why` is the key of a sentence.

    One whose money may be on its way stays open: what comes for a dossier that
    ended is given back by the system (services/dues).
    """
    for request in requests_of(work.session, dossier_id):
        if request.state is RequestState.OPEN:
            with suppress(Conflict):
                cancel_request(work, request.id, why)
