"""Check step 5 (C14): who pays less proves it, or lets the agency look it up."""

from collections.abc import Sequence

from services.dossiers.fields import Cleaned
from services.dossiers.queries import Draft
from services.dossiers.rules import Problem
from services.dossiers.state_fees import state_fees
from services.dossiers.views import RELIEF_PROOF
from services.files.models import StoredFile
from services.work import Work

LOOK_UP = "look_up"


def check_fees(
    work: Work, draft: Draft, cleaned: Cleaned, files: Sequence[StoredFile]
) -> None:
    """Name a ground the rules do not know, and a proof that is not there."""
    values, problems = cleaned.values, cleaned.problems
    wanted = values.get("fee_relief")
    if not wanted:
        values.pop(RELIEF_PROOF, None)
        problems.pop(RELIEF_PROOF, None)
        return
    chosen = state_fees(draft, work.now).chosen
    if chosen is None:
        problems["fee_relief"] = Problem.RELIEF_UNKNOWN
        return
    if values.get(RELIEF_PROOF) == LOOK_UP and chosen.is_known:
        return
    if not any(file.slot == RELIEF_PROOF for file in files):
        problems[RELIEF_PROOF] = Problem.RELIEF_PROOF_MISSING
