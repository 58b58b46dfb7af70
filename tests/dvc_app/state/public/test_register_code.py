"""The code page: it survives a reload, and every refusal says what to do."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from dvc_app import routes
from dvc_app.state.public.register_code import RegisterCodeState
from dvc_app.wording import register as wording
from services.accounts.confirm_code import CodeCheck, CodeOutcome, confirm_code
from services.accounts.models import CodeDelivery
from services.accounts.registrations import (
    RegistrationProgress,
    registration_progress,
)
from services.accounts.resend_code import resend_code
from services.core.errors import TooMany

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
CODE = UUID("0f0e0d0c-0b0a-4908-8706-050403020100")
Uses = dict[Callable[..., Any], Any]


def progress(**values: Any) -> RegistrationProgress:
    given: dict[str, Any] = {
        "registration_id": uuid4(),
        "masked_phone": "090****022",
        "is_verified": False,
        "code_id": CODE,
        "delivery": CodeDelivery.SENDING,
        "next_resend_at": NOW + timedelta(seconds=42),
        "return_to": "/",
    }
    return RegistrationProgress(**given | values)


class Page(RegisterCodeState):
    """The state with its use cases, its topics and its voice in the test's hands."""

    _uses: Any = None
    _topics: Any = None
    _said: Any = None

    async def _run(self, use_case: Any, *given: Any, **more: Any) -> Any:
        answer = self._uses[use_case]
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def _say(self, text: str, kind: str = "info") -> None:
        self._said = text

    def _watch(self, refresh: Any, *topics: str) -> None:
        self._topics = topics


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock."""
    monkeypatch.setattr("services.core.clock.now", lambda: NOW)


def fresh() -> Any:
    # Any: the framework's handlers and constructor have no static type.
    kind: Any = Page
    return kind(_reflex_internal_init=True)


def page(uses: Uses) -> Any:
    state = fresh()
    state._uses = {registration_progress: progress()} | uses
    asyncio.run(state.load())
    return state


def submitted(state: Any, code: str = "123456") -> list[Any]:
    async def collect() -> list[Any]:
        return [event async for event in state.submit({"code": code}) if event]

    return asyncio.run(collect())


def test_the_page_shows_the_masked_number_the_delivery_and_the_clock() -> None:
    state = page({})
    assert state.phone == "090****022"
    assert state.delivery == wording.DELIVERY[CodeDelivery.SENDING]
    assert state.resend_in == 42
    assert state._topics == (f"code:{CODE}",)


def test_what_became_of_the_message_is_shown_when_it_is_told() -> None:
    state = page({})
    state._uses[registration_progress] = progress(delivery=CodeDelivery.FAILED)
    asyncio.run(state.refresh())
    assert state.is_failed
    assert "không thành công" in state.delivery


@pytest.mark.parametrize(
    ("found", "where"),
    [
        (None, routes.REGISTER),
        (progress(is_verified=True), routes.REGISTER_PASSWORD),
        (progress(code_id=None), routes.REGISTER_POLICE),
    ],
)
def test_a_registration_at_another_step_leads_there(
    found: RegistrationProgress | None, where: str
) -> None:
    state = fresh()
    state._uses = {registration_progress: found}
    event = asyncio.run(state.load())
    assert where in str(event.args)
    assert not state.is_ready


def test_the_right_code_leads_to_the_password() -> None:
    state = page({confirm_code: CodeCheck(CodeOutcome.CONFIRMED)})
    [event] = submitted(state)
    assert routes.REGISTER_PASSWORD in str(event.args)


def test_a_wrong_code_says_how_many_tries_are_left() -> None:
    state = page({confirm_code: CodeCheck(CodeOutcome.WRONG, 3)})
    assert submitted(state) == []
    assert "còn 3 lần thử" in state.problems["code"]
    assert not state.busy


def test_an_expired_code_is_replaced_at_once() -> None:
    check = CodeCheck(CodeOutcome.EXPIRED, resend_at=NOW)
    state = page({confirm_code: check, resend_code: None})
    submitted(state)
    assert state.problems == {"code": wording.CODE_EXPIRED}


def test_an_expired_code_that_cannot_be_replaced_yet_says_from_when() -> None:
    until = NOW + timedelta(minutes=7)
    check = CodeCheck(CodeOutcome.EXPIRED, resend_at=NOW)
    state = page({confirm_code: check, resend_code: TooMany(until)})
    submitted(state)
    assert "sau 09:07" in state.problems["code"]


def test_five_wrong_codes_say_when_another_may_be_asked_for() -> None:
    resend_at = NOW + timedelta(minutes=1)
    state = page({confirm_code: CodeCheck(CodeOutcome.BLOCKED, resend_at=resend_at)})
    submitted(state)
    assert "sau 09:01" in state.problems["code"]


def test_asking_for_a_code_too_often_is_answered_with_a_time() -> None:
    state = page({resend_code: TooMany(NOW + timedelta(minutes=9))})
    asyncio.run(state.resend())
    assert "09:09" in state._said
