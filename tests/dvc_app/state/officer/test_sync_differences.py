"""Where both sides differ, on the page: said in words, and told anew (O12)."""

from typing import Any
from uuid import uuid4

import pytest

from dvc_app.state.officer.sync_differences import SyncDifferencesState
from dvc_app.wording import sync_differences as wording
from services.outbox.models import Outward
from services.status_sync.models import Difference, SyncDifference
from services.work import Work
from tests.conftest import NOON
from tests.dvc_app.state.officer.desks import open_as, send
from tests.factories.processing import Desk, dossier_of, make_desk, make_new
from tests.services.outbox.owing import messages, told

THERE = Outward.NATIONAL_PORTAL


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def differs(work: Work, desk: Desk, kind: Difference, **values: Any) -> SyncDifference:
    """Return an open difference of a dossier of the desk; Any: columns."""
    code = make_new(work, desk)
    given: dict[str, Any] = {
        "system": THERE,
        "kind": kind,
        "code": code,
        "dossier_id": dossier_of(work, code).id,
        "agency_id": desk.filing.agency.id,
        "found_at": NOON,
    }
    row = SyncDifference(**given | values)
    work.session.add(row)
    work.session.flush()
    return row


def page(work: Work, desk: Desk) -> Any:
    # Any: a state of the framework.
    return open_as(SyncDifferencesState, work, desk.handler, "/can-bo/doi-chieu")


def test_every_kind_has_its_words_and_says_who_can_mend_it(
    work: Work, desk: Desk
) -> None:
    for kind in Difference:
        differs(work, desk, kind)
    state = page(work, desk)
    assert state.total == "8 chỗ khác nhau"
    assert {row.kind for row in state.rows} == set(wording.KINDS.values())
    assert all(row.may_tell != bool(row.note) for row in state.rows)


def test_a_status_and_a_sum_are_said_in_words(work: Work, desk: Desk) -> None:
    differs(work, desk, Difference.STATUS_BEHIND, ours="4", theirs="1")
    differs(work, desk, Difference.WRONG_FEE, ours="75000", theirs="0")
    said = {(row.ours, row.theirs) for row in page(work, desk).rows}
    assert said == {("Đang xử lý", "Mới đăng ký"), ("75.000 đ", "0 đ")}


def test_a_press_tells_the_dossier_anew_once(work: Work, desk: Desk) -> None:
    here = told(work, Outward.LAND)
    row = differs(here, desk, Difference.MISSING_THERE)
    state = page(here, desk)

    for _ in range(2):
        send(state.tell(str(row.id)))

    assert len(messages(here, THERE)) == 1
    assert not state.rows[0].may_tell
    assert state.rows[0].note


@pytest.mark.parametrize("named", [str(uuid4()), "not an id", ""])
def test_what_is_not_there_is_told_nobody(work: Work, desk: Desk, named: str) -> None:
    state = page(told(work, Outward.LAND), desk)
    send(state.tell(named))
    assert state._said == wording.TAKEN


def test_a_list_without_differences_says_so(work: Work, desk: Desk) -> None:
    state = page(work, desk)
    assert (state.loaded, state.rows) == (True, [])
