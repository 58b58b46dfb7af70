"""What is digitised and used again, as the scorecard counts it."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event

from services.core.errors import Forbidden
from services.digitising.models import SavedPaper
from services.registers.digitised import Digitised, digitised
from services.registers.wanted import RegisterWanted
from services.work import Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_ready,
    make_received,
)
from tests.factories.vault import make_document


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def make_kept(work: Work, code: str, **values: Any) -> None:
    """Keep one paper of a dossier; Any: columns."""
    dossier = dossier_of(work, code)
    document, _ = make_document(work, dossier.account_id)
    given: dict[str, Any] = {
        "dossier_id": dossier.id,
        "file_id": uuid4(),
        "agency_id": dossier.agency_id,
        "document_id": document.id,
        "kind": "birth_certificate",
        "saved_at": work.now,
        "saved_by_id": dossier.account_id,
        "intent": str(uuid4()),
    }
    work.session.add(SavedPaper(**given | values))
    work.session.flush()


def counted(work: Work, desk: Desk) -> Digitised:
    return digitised(acting(work, desk.intake), RegisterWanted())


def test_parts_and_result_both_make_a_dossier_digitised(work: Work, desk: Desk) -> None:
    whole, half, reused = (make_ready(work, desk) for _ in range(3))
    make_kept(work, whole, filled=4, unchanged=3)
    make_kept(work, whole, is_result=True, filled=6, unchanged=6)
    make_kept(work, half)
    make_kept(work, reused, from_store=True)
    found = counted(work, desk)
    assert (found.finished, found.whole, found.with_reused) == (3, 1, 1)
    assert (found.papers, found.fields, found.unchanged) == (4, 10, 9)
    assert (found.whole_share, found.reused_share) == (33.3, 33.3)
    assert found.unchanged_share == 90.0


def test_nothing_finished_is_no_share_at_all(work: Work, desk: Desk) -> None:
    make_received(work, desk)
    found = counted(work, desk)
    assert found.finished == 0
    assert (found.whole_share, found.reused_share, found.unchanged_share) == (None,) * 3


def test_what_another_unit_or_another_month_kept_is_not_counted(
    work: Work, desk: Desk
) -> None:
    other = make_desk(work.session)
    theirs, old = make_ready(work, other), make_ready(work, desk)
    for code in (theirs, old):
        make_kept(work, code, saved_at=work.now - timedelta(days=62), filled=1)
        make_kept(work, code, is_result=True, saved_at=work.now - timedelta(days=62))
    dossier = dossier_of(work, old)
    dossier.received_at = work.now - timedelta(days=70)
    dossier.finished_at = work.now - timedelta(days=62)
    work.session.flush()
    found = counted(work, desk)
    assert (found.finished, found.whole, found.papers) == (0, 0, 0)


def test_two_statements_however_many_dossiers(work: Work, desk: Desk) -> None:
    def cost() -> int:
        connection, seen = work.session.connection(), []

        def hear(*given: object) -> None:
            if str(given[2]).lower().startswith("select"):
                seen.append(given[2])

        event.listen(connection, "before_cursor_execute", hear)
        counted(work, desk)
        event.remove(connection, "before_cursor_execute", hear)
        return len(seen)

    make_kept(work, make_ready(work, desk))
    one = cost()
    for _ in range(3):
        make_kept(work, make_ready(work, desk))
    assert cost() == one <= 3


def test_a_citizen_reads_none_of_it(work: Work, desk: Desk) -> None:
    with pytest.raises(Forbidden):
        digitised(acting(work, desk.filing.citizen), RegisterWanted())
