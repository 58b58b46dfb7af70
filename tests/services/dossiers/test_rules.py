"""Every pair of statuses, and words for each."""

from itertools import product
from uuid import uuid4

import pytest

from services.core.errors import Conflict
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.rules import ENDED, NATIONAL_NUMBER, NEXT, TURN, Turn, move
from tests.conftest import NOON


def dossier_in(status: DossierStatus) -> Dossier:
    return Dossier(
        status=status,
        account_id=uuid4(),
        procedure_id=uuid4(),
        created_at=NOON,
        updated_at=NOON,
    )


@pytest.mark.parametrize(("before", "after"), list(product(DossierStatus, repeat=2)))
def test_only_the_edges_of_the_table_are_moves(
    before: DossierStatus, after: DossierStatus
) -> None:
    dossier = dossier_in(before)
    if after in NEXT[before]:
        move(dossier, after)
        assert dossier.status is after
        assert dossier.version == 2
    else:
        with pytest.raises(Conflict):
            move(dossier, after)
        assert dossier.status is before


def test_the_table_names_every_status() -> None:
    assert set(NEXT) == set(TURN) == set(DossierStatus)


def test_nothing_leads_back_to_a_draft() -> None:
    assert all(DossierStatus.DRAFT not in after for after in NEXT.values())


def test_every_status_is_reached_from_a_draft() -> None:
    reached, border = {DossierStatus.DRAFT}, [DossierStatus.DRAFT]
    while border:
        fresh = NEXT[border.pop()] - reached
        reached |= fresh
        border += fresh
    assert reached == set(DossierStatus)


def test_national_numbers_run_from_one_to_ten() -> None:
    assert sorted(NATIONAL_NUMBER.values()) == list(range(1, 11))
    assert NATIONAL_NUMBER[DossierStatus.RESULT_READY] == 9


def test_a_dossier_without_a_next_status_waits_for_nobody_at_the_agency() -> None:
    ends = {status for status, after in NEXT.items() if not after}
    assert ends <= ENDED
    assert all(TURN[status] is not Turn.AGENCY for status in ends)
