"""The ledger as officers read it, and what the sweep finds (O12, A07, OB-11)."""

import dataclasses
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete

from services.core.errors import Forbidden, NotFound
from services.dossiers.models import Dossier
from services.dossiers.note_event import note_event
from services.outbox.courier import Answer, Outcome
from services.outbox.models import MessageKind, MessageState, OutboxMessage, Outward
from services.status_sync.list_messages import Wanted, list_messages
from services.status_sync.show_message import show_message
from services.status_sync.show_systems import show_systems
from services.status_sync.sweep_owed import sweep_owed, wake_lost
from services.work import Role, Work
from tests.conftest import NOON
from tests.factories.dossiers import make_filing, make_officer, make_submitted
from tests.services.outbox.owing import (
    SYSTEM_TOLD,
    PlayedCourier,
    at,
    carried,
    jobs,
    messages,
    silent,
    told,
)

S = MessageState
NO = Answer(Outcome.REFUSED, "-1", "Thiếu ngày sinh")
LATER = NOON + timedelta(minutes=10)


@dataclasses.dataclass(frozen=True)
class Place:
    """A unit with a dossier that was handed in, and who reads its ledger."""

    work: Work
    officer: Work
    dossier: Dossier

    @property
    def thread(self) -> UUID:
        """Return what the messages of the dossier are ordered by."""
        return self.dossier.id


@pytest.fixture
def place(work: Work) -> Place:
    filing = make_filing(work.session)
    here = told(work, SYSTEM_TOLD, procedure=filing.procedure.code)
    done = make_submitted(here, filing)
    officer = make_officer(filing.agency.id, Role.PROCESSING)
    dossier = work.session.get_one(Dossier, done.dossier_id)
    work.session.flush()
    return Place(here, dataclasses.replace(here, actor=officer), dossier)


def test_handing_in_owes_the_follower_in_the_same_act(place: Place) -> None:
    assert [row.kind for row in messages(place.work)] == [
        MessageKind.DOSSIER,
        MessageKind.PROGRESS,
    ]
    assert messages(place.work)[0].agency_id == place.dossier.agency_id


def test_the_list_shows_the_unit_its_own_by_state_and_code(place: Place) -> None:
    carried(place.work, PlayedCourier([NO]), place.thread)

    every = list_messages(place.officer, Wanted())
    refused = list_messages(place.officer, Wanted(states=(S.REFUSED,)))
    found = list_messages(place.officer, Wanted(code=str(place.dossier.code)[-8:]))
    nothing = list_messages(place.officer, Wanted(code="không có"))

    assert (every.total, refused.total, found.total, nothing.total) == (2, 1, 2, 0)
    assert refused.rows[0].code == place.dossier.code
    assert refused.rows[0].answer == "Thiếu ngày sinh"


def test_another_unit_sees_none_of_it(place: Place) -> None:
    actor = make_officer(make_filing(place.work.session).agency.id, Role.PROCESSING)
    elsewhere = dataclasses.replace(place.work, actor=actor)
    assert list_messages(elsewhere, Wanted()).total == 0
    assert all(not one.waiting for one in show_systems(elsewhere))
    with pytest.raises(NotFound):
        show_message(elsewhere, messages(place.work)[0].id)


def test_a_citizen_reads_no_ledger(place: Place) -> None:
    citizen = dataclasses.replace(
        place.work, actor=dataclasses.replace(place.officer.actor, is_officer=False)
    )
    for read in (
        lambda: list_messages(citizen, Wanted()),
        lambda: show_systems(citizen),
    ):
        with pytest.raises(Forbidden):
            read()


def test_a_message_is_shown_in_lines_with_numbers_and_secrets_hidden(
    place: Place,
) -> None:
    row = messages(place.work)[0]
    row.said = {
        "ChuHoSo": {"SoDinhDanh": "999190000818", "Ten": "Ánh Tuyết"},
        "AcceptKey": "very secret",
        "TaiLieu": [{"Ten": "giấy chứng sinh"}],
        "Trong": None,
    }
    carried(place.work, PlayedCourier([silent()]), place.thread)

    shown = show_message(place.officer, row.id)

    assert set(shown.said) == {
        ("ChuHoSo › SoDinhDanh", "999•••••••••"),
        ("ChuHoSo › Ten", "Ánh Tuyết"),
        ("AcceptKey", "•••"),
        ("TaiLieu 1 › Ten", "giấy chứng sinh"),
    }
    assert [one.outcome for one in shown.tries] == ["unavailable"]
    assert shown.may_send
    assert not shown.may_agree
    assert not shown.waits_for
    assert show_message(place.officer, messages(place.work)[1].id).waits_for


def test_the_systems_are_counted_with_the_age_of_the_oldest(place: Place) -> None:
    carried(place.work, PlayedCourier([NO]), place.thread)

    [line] = [one for one in show_systems(place.officer) if one.system is SYSTEM_TOLD]

    assert (line.waiting, line.refused, line.delivered) == (1, 1, 0)
    assert line.oldest_waiting == NOON
    assert line.answered_at == NOON
    assert line.is_on
    assert line.needs_somebody


def test_a_system_that_hands_dossiers_over_is_connected_without_procedures(
    place: Place,
) -> None:
    lines = {one.system: one for one in show_systems(place.officer)}
    assert lines[Outward.NATURAL_RESOURCES].is_on
    assert not lines[Outward.PLANNING].is_on  # follows none in this province


def test_the_sweep_owes_what_was_lost_and_nothing_twice(place: Place) -> None:
    note_event(place.work, place.dossier, "received")
    place.work.session.flush()
    lost = messages(place.work)[1]
    place.work.session.execute(
        delete(OutboxMessage).where(OutboxMessage.id == lost.id)  # type: ignore[arg-type]
    )

    assert sweep_owed(at(place.work, LATER)) == 1
    place.work.session.flush()
    assert sweep_owed(at(place.work, LATER)) == 0

    found = messages(place.work)
    assert len(found) == 4
    assert found[-1].cause_id == lost.cause_id  # told late rather than never


def test_a_message_whose_job_was_lost_is_carried_on(place: Place) -> None:
    before = len(jobs(place.work))
    assert wake_lost(at(place.work, NOON + timedelta(minutes=1))) == 0
    assert wake_lost(at(place.work, LATER)) == 1
    assert len(jobs(place.work)) == before + 1
