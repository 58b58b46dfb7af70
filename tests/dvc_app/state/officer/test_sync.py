"""The ledger on the page: found by the address, acted on, and said in words (O12, A07)."""

import asyncio
import dataclasses
from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.admin.connections import ConnectionsState
from dvc_app.state.officer.dossier_sync import DossierSyncState
from dvc_app.state.officer.sync import SyncState
from dvc_app.state.officer.sync_message import SyncMessageState
from dvc_app.wording import faults
from dvc_app.wording import status_sync as wording
from services.dossiers.models import Dossier
from services.outbox.courier import Answer, Outcome
from services.outbox.models import MessageState, OutboxMessage
from services.outbox.note_try import gate_of
from services.signals import sync_topic
from services.work import Actor, Role, Work
from tests.dvc_app.state.officer.desks import open_as, send
from tests.dvc_app.state.public.pages import target
from tests.factories.accounts import make_account
from tests.factories.dossiers import make_filing, make_submitted
from tests.services.outbox.owing import (
    SYSTEM_TOLD,
    PlayedCourier,
    carried,
    messages,
    told,
)

NO = Answer(Outcome.REFUSED, "-1", "Thiếu ngày sinh của trẻ")
NOBODY: dict[str, None] = {"citizen_id": None, "phone": None, "email": None}


@dataclasses.dataclass(frozen=True)
class Stuck:
    """A refused message of a unit's dossier."""

    work: Work
    dossier: Dossier
    message: OutboxMessage

    def officer(self, role: Role = Role.PROCESSING, everywhere: bool = False) -> Actor:
        """Return another officer each time."""
        return Actor(
            account_id=make_account(self.work.session, **NOBODY).id,
            is_officer=True,
            agency_id=None if everywhere else self.dossier.agency_id,
            roles=frozenset({role}),
        )

    def page(self, officer: Actor | None = None) -> Any:
        """Return the page of the message, open. Any: a state of the framework."""
        address = routes.fill(routes.SYNC_MESSAGE, message=str(self.message.id))
        state = open_as(SyncMessageState, self.work, officer or self.officer(), address)
        send(state.load())
        return state


@pytest.fixture
def stuck(work: Work) -> Stuck:
    filing = make_filing(work.session)
    here = told(work, SYSTEM_TOLD, procedure=filing.procedure.code)
    done = make_submitted(here, filing)
    carried(here, PlayedCourier([NO]), done.dossier_id)
    dossier = work.session.get_one(Dossier, done.dossier_id)
    return Stuck(here, dossier, messages(here)[0])


def press(event: Any) -> None:
    # Any: an event that shows that it works before it answers.
    async def whole() -> None:
        async for _ in event:
            pass

    asyncio.run(whole())


def listed(stuck: Stuck, query: str = "") -> Any:
    # Any: a state of the framework.
    state = open_as(SyncState, stuck.work, stuck.officer(), routes.SYNC + query)
    send(state.load())
    return state


def test_the_list_begins_with_what_needs_somebody(stuck: Stuck) -> None:
    page = listed(stuck)
    assert [row.state for row in page.rows] == ["Bị trả lại"]
    assert "Thiếu ngày sinh của trẻ" in page.rows[0].answer
    assert page.rows[0].code == stuck.dossier.code
    assert [words for words, _, is_open in page.tabs if is_open] == ["Cần xử lý"]
    assert page._topics == (sync_topic(stuck.dossier.agency_id),)


def test_the_address_says_what_is_looked_for(stuck: Stuck) -> None:
    assert len(listed(stuck, "?trang-thai=cho-gui").rows) == 1
    assert len(listed(stuck, "?trang-thai=tat-ca").rows) == 2
    assert len(listed(stuck, f"?he-thong={SYSTEM_TOLD}").rows) == 2
    nothing = listed(stuck, "?tim=khong-co")
    assert (nothing.rows, nothing.empty) == ([], wording.EMPTY_FOUND)
    odd = listed(stuck, "?trang-thai=la&he-thong=la&trang=la")
    assert len(odd.rows) == 1  # what no page of ours asks is not asked


def test_looking_for_something_puts_it_into_the_address(stuck: Stuck) -> None:
    page = listed(stuck)
    asked = send(page.find({"system": str(SYSTEM_TOLD), "code": " 0001 "}))
    assert (
        target(asked)
        .strip('"')
        .endswith(f"trang-thai=can-xu-ly&he-thong={SYSTEM_TOLD}&tim=0001")
    )


def test_a_refused_message_says_why_and_is_composed_anew(stuck: Stuck) -> None:
    page = stuck.page()
    assert "Thiếu ngày sinh của trẻ" in page.answer
    assert page.may_correct
    assert ("Mã hồ sơ", str(stuck.dossier.id)) in page.said

    press(page.send_again(True))

    assert page._said == wording.SENT_AGAIN
    assert page.state == "Chờ gửi"
    assert stuck.message.said == {}


def test_one_proposes_to_close_and_another_agrees(stuck: Stuck) -> None:
    first = stuck.officer()
    page = stuck.page(first)
    press(page.ask_to_close({"reason": "ngắn"}))
    assert page.problems["reason"] == faults.SENTENCES["reason_short"]
    press(page.ask_to_close({"reason": "dài " * 298}))
    assert page.problems["reason"] == faults.SENTENCES["reason_long"]
    press(page.ask_to_close({"reason": "Bộ đã nhận bằng công văn giấy"}))
    assert not page.may_agree

    other = stuck.page()
    assert other.may_agree
    press(other.answer_closing(True))

    assert other.state == "Đã đóng, không gửi"
    assert not other.may_send
    assert stuck.message.state is MessageState.CLOSED


def test_a_message_to_a_paused_system_says_that_it_is_kept(stuck: Stuck) -> None:
    gate_of(stuck.work, SYSTEM_TOLD).paused_at = stuck.work.now
    stuck.work.session.flush()
    page = stuck.page()
    assert page.is_held
    assert page.plain == wording.HELD


def test_another_units_message_is_not_there(stuck: Stuck) -> None:
    elsewhere = dataclasses.replace(
        stuck.officer(), agency_id=make_filing(stuck.work.session).agency.id
    )
    page = stuck.page(elsewhere)
    assert page.missing
    assert not page.loaded


def test_an_address_that_is_none_opens_nothing(stuck: Stuck) -> None:
    state = open_as(
        SyncMessageState, stuck.work, stuck.officer(), "/can-bo/dong-bo/khong-co"
    )
    send(state.load())
    assert state.missing


def test_the_tab_of_a_dossier_shows_its_own(stuck: Stuck) -> None:
    address = routes.fill(routes.PROCESSING, code=str(stuck.dossier.code))
    state = open_as(DossierSyncState, stuck.work, stuck.officer(), address)
    assert state.rows == []  # the page asks for them when somebody wants to see them
    send(state.show())
    assert len(state.rows) == 2
    assert state.named == stuck.dossier.code
    assert state._topics == (sync_topic(stuck.dossier.id),)


def test_an_administrator_of_the_province_pauses_and_resumes(stuck: Stuck) -> None:
    boss = stuck.officer(Role.ADMINISTRATOR, everywhere=True)
    page = open_as(ConnectionsState, stuck.work, boss, routes.ADMIN_CONNECTIONS)
    send(page.load())
    assert page.may_act

    send(page.pause({"system": str(SYSTEM_TOLD), "reason": ""}))
    assert page.problems["reason"]
    send(page.pause({"system": str(SYSTEM_TOLD), "reason": "dài " * 298}))
    assert page.problems["reason"] == faults.SENTENCES["reason_long"]
    send(page.pause({"system": "la", "reason": "Bảo trì"}))
    assert page.problems["system"]
    send(page.pause({"system": str(SYSTEM_TOLD), "reason": "Bảo trì"}))
    [row] = [one for one in page.rows if one.key == str(SYSTEM_TOLD)]
    assert (row.is_paused, row.note) == (True, "Bảo trì")

    send(page.resume(str(SYSTEM_TOLD)))
    [row] = [one for one in page.rows if one.key == str(SYSTEM_TOLD)]
    assert not row.is_paused
    send(page.send_all(str(SYSTEM_TOLD)))
    assert page._said == wording.ALL_SENT.format(
        count=1, system=wording.SYSTEMS[SYSTEM_TOLD]
    )


def test_an_administrator_of_a_unit_only_reads(stuck: Stuck) -> None:
    local = stuck.officer(Role.ADMINISTRATOR)
    page = open_as(ConnectionsState, stuck.work, local, routes.ADMIN_CONNECTIONS)
    send(page.load())
    assert not page.may_act
