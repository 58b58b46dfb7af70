"""The registration form: what a refusal shows, and what it leaves alone."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.public.register_form import RegisterFormState
from dvc_app.wording import faults
from dvc_app.wording import register as wording
from services.accounts.check_registration import RegistrationForm
from services.accounts.prove_human import HumanProof
from services.core.errors import RuleViolation, SystemUnavailable, TooMany

FORM = {"citizen_id": "999190000011", "full_name": "Nguyễn An", "altcha": "proof"}
Answer = Exception | None


@pytest.fixture
def answering(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Answer], list[tuple[RegistrationForm, HumanProof]]]:
    """Let the use case answer with this, and tell what it was asked."""

    def answer(with_what: Answer) -> list[tuple[RegistrationForm, HumanProof]]:
        asked: list[tuple[RegistrationForm, HumanProof]] = []

        async def run_apart(state: Any, act: Any, *given: Any) -> None:
            asked.append(given)
            if with_what:
                raise with_what

        monkeypatch.setattr(RegisterFormState, "_run_apart", run_apart)
        return asked

    return answer


def submitted(state: Any, **more: str) -> list[Any]:
    async def collect() -> list[Any]:
        return [event async for event in state.submit(FORM | more) if event]

    return asyncio.run(collect())


def fresh() -> Any:
    # Any: the framework's handlers and constructor have no static type.
    kind: Any = RegisterFormState
    return kind(_reflex_internal_init=True)


def test_a_yes_leads_to_the_code(answering: Any) -> None:
    asked = answering(None)
    state = fresh()
    [event] = submitted(state)
    assert routes.REGISTER_CODE in str(event.args)
    assert not state.busy
    assert asked[0][0].full_name == "Nguyễn An"
    assert asked[0][1].altcha_payload == "proof"


def test_a_second_press_registers_nobody_again(answering: Any) -> None:
    asked = answering(None)
    state = fresh()
    submitted(state)
    [event] = submitted(state)
    assert routes.REGISTER_CODE in str(event.args)
    assert len(asked) == 1


def test_a_form_that_cannot_be_read_keeps_its_proof(answering: Any) -> None:
    answering(RuleViolation({"phone": "phone_mobile", "birth_date": "required"}))
    state = fresh()
    assert submitted(state) == []
    assert [problem.field for problem in state.problem_list] == ["birth_date", "phone"]
    assert state.problems["birth_date"] == "Nhập ngày sinh theo dạng 31/12/1990"
    assert state.spent == ""


def test_a_missing_proof_is_named_with_the_other_faults(answering: Any) -> None:
    answering(RuleViolation({"phone": "phone_mobile"}))
    state = fresh()
    submitted(state, altcha="")
    assert list(state.problems) == ["phone", "picture"]
    assert state.problems["picture"] == faults.ACCOUNTS["picture_required"]


def test_a_wrong_picture_asks_for_another_one(answering: Any) -> None:
    answering(RuleViolation({"picture": "picture_wrong"}))
    state = fresh()
    submitted(state)
    assert list(state.problems) == ["picture"]
    assert state.spent == "1"
    submitted(state)
    assert state.spent == "2"


def test_a_taken_number_shows_the_ways_in(answering: Any) -> None:
    answering(RuleViolation({"citizen_id": "citizen_id_taken"}))
    state = fresh()
    submitted(state)
    assert state.is_taken
    assert "Số này đã có tài khoản" in state.problems["citizen_id"]


def test_a_mismatch_names_the_three_things_to_compare(answering: Any) -> None:
    answering(RuleViolation({"carrier": "carrier_differs"}))
    state = fresh()
    submitted(state)
    for thing in ("họ tên", "ngày sinh", "số giấy tờ"):
        assert thing in state.problems["carrier"]


def test_a_carrier_that_is_down_keeps_the_form(answering: Any) -> None:
    answering(SystemUnavailable("verify"))
    state = fresh()
    assert submitted(state) == []
    assert state.problems == {"carrier": wording.CARRIER_DOWN}
    assert state.spent == "1"
    assert not state.busy


def test_too_many_codes_say_until_when_to_wait(answering: Any) -> None:
    answering(TooMany(datetime(2026, 11, 23, 2, 10, tzinfo=UTC)))
    state = fresh()
    submitted(state)
    assert "09:10 ngày 23/11/2026" in state.problems["phone"]
