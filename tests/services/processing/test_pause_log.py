"""A pause and its end stand in the step log, and on the control slip (8.3, Mẫu 06)."""

import pytest

from services.processing.await_payment import await_payment, go_on_after_payment
from services.processing.control_slip import control_slip
from services.processing.step_log import log_of
from services.processing.step_models import Awaited, StepKind
from services.processing.take_step import take_step
from services.supplements.answer_supplement import answer_supplement
from services.supplements.ask_supplement import ask_supplement
from services.work import SYSTEM, Work
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_new,
    make_received,
)
from tests.factories.supplements import fill_in, make_asked, make_supplement_form

PAUSES = (StepKind.PAUSED, StepKind.RESUMED)


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def pauses(work: Work, code: str) -> list[tuple[StepKind, str, int | None]]:
    """Return what the log says of pauses: what, why, in which step."""
    lines = log_of(work.session, dossier_of(work, code).id)
    return [(one.kind, one.note, one.position) for one in lines if one.kind in PAUSES]


def test_a_supplement_in_process_is_a_pause_of_its_step(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    at_desk = acting(work, desk.handler)
    take_step(at_desk, code)
    asked = ask_supplement(at_desk, code, make_supplement_form(), "asked")
    fill_in(work, code, asked.request_id, desk.filing.citizen)

    answer_supplement(acting(work, desk.filing.citizen, 24), code)

    why = str(Awaited.SUPPLEMENT)
    assert pauses(work, code) == [
        (StepKind.PAUSED, why, 0),
        (StepKind.RESUMED, why, 0),
    ]
    rows = control_slip(at_desk, code).rows
    assert [row.what for row in rows][-2:] == ["paused", "resumed"]


def test_a_supplement_before_reception_pauses_no_step(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    fill_in(work, code, asked.request_id, desk.filing.citizen)

    answer_supplement(acting(work, desk.filing.citizen, 24), code)

    assert pauses(work, code) == []


def test_waiting_for_a_payment_is_written_once_however_often_it_is_asked_for(
    work: Work, desk: Desk
) -> None:
    code = make_received(work, desk).code
    dossier = dossier_of(work, code)
    for _ in range(2):
        await_payment(work, dossier)
    for _ in range(2):
        go_on_after_payment(acting(work, SYSTEM, 1), dossier)

    why = str(Awaited.PAYMENT)
    assert pauses(work, code) == [
        (StepKind.PAUSED, why, 0),
        (StepKind.RESUMED, why, 0),
    ]


def test_a_dossier_paused_as_it_is_received_was_handed_over_first(work: Work) -> None:
    desk = make_desk(work.session, fee=75_000)
    code = make_received(work, desk).code

    kinds = [one.kind for one in log_of(work.session, dossier_of(work, code).id)]

    assert kinds == [StepKind.RECEIVED, StepKind.HANDED_ON, StepKind.PAUSED]
