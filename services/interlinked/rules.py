"""When a leg may begin, and what the declaration itself says of its legs."""

from collections.abc import Sequence

from services.dossiers.models import DossierStatus
from services.dossiers.rules import ENDED, RESULT_OPEN
from services.interlinked.models import LegState

S = DossierStatus
Place = tuple[str, LegState, DossierStatus | None]  # code, state, of its dossier


def next_state(after: Sequence[str], legs: Sequence[Place]) -> LegState:
    """Return what becomes of a leg that waits for these others.

    It opens when each of them has a result. When one ended without, it has nothing
    to rest on: without a birth certificate there is nobody to insure.
    """
    before = [place for place in legs if place[0] in after]
    if any(_fell(place) for place in before):
        return LegState.DROPPED
    if all(place[2] in RESULT_OPEN for place in before):
        return LegState.OPEN
    return LegState.WAITING


def _fell(place: Place) -> bool:
    _, state, status = place
    ended = status in ENDED and status not in RESULT_OPEN
    return state is LegState.DROPPED or ended


def status_of_declaration(legs: Sequence[Place]) -> DossierStatus:
    """Return where the declaration stands: it ends when its last leg has ended."""
    statuses = [status for _, _, status in legs if status is not None]
    is_over = not any(state is LegState.WAITING for _, state, _ in legs) and all(
        status in ENDED for status in statuses
    )
    if not is_over:
        moved = any(status is not S.SUBMITTED for status in statuses)
        return S.PROCESSING if moved else S.SUBMITTED
    if all(status is S.RETURNED for status in statuses if status in RESULT_OPEN):
        any_result = any(status in RESULT_OPEN for status in statuses)
        return S.RETURNED if any_result else _without_result(statuses)
    return S.RESULT_READY


def _without_result(statuses: Sequence[DossierStatus]) -> DossierStatus:
    for status in (S.REFUSED, S.WITHDRAWN):
        if all(one is status for one in statuses):
            return status
    return S.STOPPED


PATHS: dict[DossierStatus, tuple[DossierStatus, ...]] = {
    # The declaration walks the same table of moves as every dossier.
    S.SUBMITTED: (),
    S.PROCESSING: (S.RECEIVED, S.PROCESSING),
    S.RESULT_READY: (S.RECEIVED, S.PROCESSING, S.RESULT_READY),
    S.RETURNED: (S.RECEIVED, S.PROCESSING, S.RESULT_READY, S.RETURNED),
    S.REFUSED: (S.REFUSED,),
    S.WITHDRAWN: (S.WITHDRAWN,),
    S.STOPPED: (S.RECEIVED, S.PROCESSING, S.STOPPED),
}


def moves_to(now: DossierStatus, wanted: DossierStatus) -> tuple[DossierStatus, ...]:
    """Return the moves that lead there; none when it is there or cannot be reached."""
    path = PATHS.get(wanted, ())
    if now is S.PROCESSING and wanted in (S.WITHDRAWN, S.STOPPED):
        return (wanted,)
    if now in path:
        return path[path.index(now) + 1 :]
    return path if now is S.SUBMITTED else ()
