"""The list of interlinked declarations (O11): whose, by which filters, where stuck."""

import dataclasses
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from services.core.clock import local_day
from services.core.errors import Forbidden, NotFound
from services.dossiers.models import Dossier, DossierStatus
from services.interlinked.models import LegState
from services.interlinked_desk.list_bundles import Wanted, list_bundles
from services.interlinked_desk.show_bundle import send_leg_again, show_bundle
from services.outbox.models import MessageState
from services.work import Actor, Role, Work
from tests.factories.processing import Desk, acting, make_desk
from tests.services.interlinked.test_bundles import declared, leg_code
from tests.services.interlinked_desk.arriving import (
    fetched,
    make_birth_desk,
    make_filed,
)
from tests.services.interlinked_desk.test_statuses import carried_to_result, owed


def codes(work: Work, **wanted: Any) -> list[str]:
    return [one.code for one in list_bundles(work, Wanted(**wanted)).rows]


def at_desk(work: Work) -> tuple[Work, Desk, Dossier]:
    desk, declaration = declared(work)
    return acting(work, desk.intake), desk, declaration


def test_a_unit_sees_its_own_declarations_and_no_others(work: Work) -> None:
    here, _, declaration = at_desk(work)
    assert codes(here) == [declaration.code]
    other = acting(work, make_desk(work.session).intake)
    assert codes(other) == []
    with pytest.raises(NotFound):
        show_bundle(other, declaration.code or "")


def test_administrators_have_no_part_in_dossiers_and_citizens_none(work: Work) -> None:
    _, desk, _ = at_desk(work)
    roles = frozenset({Role.ADMINISTRATOR})
    boss = Actor(account_id=uuid4(), is_officer=True, roles=roles)
    idle = dataclasses.replace(boss, roles=frozenset())
    for stranger in (desk.filing.citizen, boss, idle):
        with pytest.raises(Forbidden):
            codes(acting(work, stranger))


def test_each_filter_finds_it_and_another_answer_does_not(work: Work) -> None:
    here, _, declaration = at_desk(work)
    code = declaration.code or ""
    today = local_day(work.now)
    leg = leg_code(work, declaration, 0)
    found: list[dict[str, Any]] = [
        {"start": today, "end": today},
        {"bundle_code": code[-8:]},
        {"code": leg},
        {"name": declaration.applicant_name[:6].upper()},
        {"procedure": "2.002621"},
        {"status": DossierStatus.SUBMITTED},
    ]
    for wanted in found:
        assert codes(here, **wanted) == [code], wanted
    missed: list[dict[str, Any]] = [
        {"start": today + timedelta(days=1)},
        {"end": date(2020, 1, 1)},
        {"bundle_code": "nothing"},
        {"code": code},  # of the declaration: it is no leg
        {"name": "Không ai"},
        {"number": "999000000000"},
        {"procedure": "2.002622"},
        {"status": DossierStatus.RETURNED},
    ]
    for wanted in missed:
        assert codes(here, **wanted) == [], wanted


def test_one_that_arrived_is_found_by_their_code_and_by_a_number(work: Work) -> None:
    desk = make_birth_desk(work)
    filed = make_filed(work, desk.filing.agency.code)
    fetched(work)
    here = acting(work, desk.intake)
    [row] = list_bundles(here, Wanted(bundle_code=filed.waiting.code)).rows
    assert (row.their_code, row.door) == (filed.waiting.code, "dvcqg")
    assert codes(here, number="999 195 000 301") == [row.code]


def test_it_is_counted_by_status(work: Work) -> None:
    here, _, _ = at_desk(work)
    page = list_bundles(here, Wanted())
    assert (page.total, page.counts) == (1, {DossierStatus.SUBMITTED: 1})


def test_three_procedures_stand_side_by_side_with_their_own_state(work: Work) -> None:
    here, desk, declaration = at_desk(work)
    carried_to_result(work, desk, declaration)
    shown = show_bundle(here, declaration.code or "")
    assert [leg.code for leg in shown.legs] == ["birth", "residence", "insurance"]
    first, second, _ = shown.legs
    assert first.status is DossierStatus.RESULT_READY
    assert first.file_id is not None
    assert first.result_number == "12/KS"
    assert (second.state, second.status) == (LegState.WAITING, None)
    assert second.after == ("birth",)


def test_it_shows_where_a_bundle_is_stuck_and_sends_that_message_again(
    work: Work,
) -> None:
    here, _, declaration = at_desk(work)
    [message] = owed(work)
    message.state, message.answer = MessageState.REFUSED, "Logic xử lý không hợp lệ"
    work.session.add(message)
    work.session.flush()
    code = declaration.code or ""
    leg = show_bundle(here, code).legs[0]
    assert (leg.stuck_id, leg.stuck_answer) == (message.id, "Logic xử lý không hợp lệ")

    send_leg_again(here, code, message.id)

    assert owed(work)[0].state is MessageState.WAITING
    assert show_bundle(here, code).legs[0].stuck_id is None
    with pytest.raises(NotFound):
        send_leg_again(here, code, message.id)  # it is stuck no more
