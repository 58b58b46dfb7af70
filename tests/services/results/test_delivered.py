"""A result the post has delivered ends its dossier, once (contracts 5.10)."""

import pytest
from sqlmodel import select

from services.core.errors import Forbidden
from services.deliveries.models import Leg, PostalDelivery, PostalState
from services.dossiers.models import DossierStatus, TimelineEntry
from services.results.note_delivered import note_delivered
from services.results.queries import standing_result
from services.work import SYSTEM, Work
from tests.factories.processing import acting, dossier_of, make_desk, make_ready


def make_sent(work: Work, state: PostalState) -> str:
    """Return a dossier whose result travels."""
    code = make_ready(work, make_desk(work.session))
    row = PostalDelivery(
        dossier_id=dossier_of(work, code).id,
        leg=Leg.RESULT,
        order_number=f"{code}-T",
        person_name="Lý Thị Sen",
        person_phone="0900000077",
        person_address="Tổ 5",
        unit_name="Phường Tích Lương",
        parcel="CE000000001VN",
        state=state,
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    return code


def test_delivered_is_returned_once_to_whom_the_parcel_was_sent(work: Work) -> None:
    code = make_sent(work, PostalState.DELIVERED)
    worker, dossier = acting(work, SYSTEM, 1), dossier_of(work, code)

    assert note_delivered(worker, dossier.id) is True
    assert note_delivered(worker, dossier.id) is False

    assert dossier.status is DossierStatus.RETURNED
    assert dossier.returned_at == worker.now
    result = standing_result(work.session, dossier.id)
    assert result is not None
    assert result.received_by == "Lý Thị Sen"
    assert result.handover == {"who": "post", "parcel": "CE000000001VN"}
    told = select(TimelineEntry).where(
        TimelineEntry.dossier_id == dossier.id, TimelineEntry.event == "returned"
    )
    assert len(work.session.exec(told).all()) == 1


def test_on_its_way_it_ends_nothing(work: Work) -> None:
    code = make_sent(work, PostalState.COLLECTING)
    dossier = dossier_of(work, code)
    assert note_delivered(acting(work, SYSTEM), dossier.id) is False
    assert dossier.status is DossierStatus.RESULT_READY


@pytest.mark.parametrize("lack", ["owed", "owes_apology"])
def test_with_a_fee_or_an_apology_open_the_office_ends_it(
    work: Work, monkeypatch: pytest.MonkeyPatch, lack: str
) -> None:
    code = make_sent(work, PostalState.DELIVERED)
    monkeypatch.setattr(f"services.results.note_delivered.{lack}", lambda *_: True)
    dossier = dossier_of(work, code)
    assert note_delivered(acting(work, SYSTEM), dossier.id) is False
    assert dossier.status is DossierStatus.RESULT_READY


def test_only_the_worker_says_so(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    with pytest.raises(Forbidden):
        note_delivered(acting(work, desk.intake), dossier_of(work, code).id)
