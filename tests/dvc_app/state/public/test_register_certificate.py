"""The certificate pages: what was proved is drawn plainly, a no leads back to the start."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from dvc_app.state.public.register_certificate import RegisterCertificateState
from dvc_app.wording import register as register_wording
from dvc_app.wording import register_ways as wording
from services.core.errors import NotFound, RuleViolation, SystemUnavailable
from services.identities.ask_remote_signature import ask_remote_signature
from services.identities.begin_certificate_challenge import begin_certificate_challenge
from services.identities.models import CertificateWay
from services.identities.open_certificate_registration import (
    open_certificate_registration,
)
from services.identities.poll_certificate_challenge import poll_certificate_challenge
from services.identities.take_usb_signature import take_usb_signature
from services.identities.views import (
    CertificateHolder,
    CertificateProgress,
    ChallengeBegun,
    ProvedCertificate,
)
from services.integrations.remote_signing.port import SigningState

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
CHALLENGE = UUID("0f0e0d0c-0b0a-4908-8706-050403020100")
BEGUN = ChallengeBegun(CHALLENGE, "QUFB", NOW + timedelta(minutes=5))
CITIZEN = CertificateHolder("Hoàng Văn Nam", "999092000012", "", "")
COMPANY = CertificateHolder("Phạm Thị Thu", "999184000015", "9990000018", "Công ty Gạo")
NAMELESS = CertificateHolder("", "", "9990000025", "Trung tâm Thử Nghiệm")
ISSUER = r"CN=Nơi cấp\, chi nhánh Bắc,O=Thử nghiệm,C=VN"
Uses = dict[Callable[..., Any], Any]


class Page(RegisterCertificateState):
    """The state with its use cases in the test's hands."""

    _uses: Any = None

    async def _run(self, use_case: Any, *_given: Any, **_more: Any) -> Any:
        answer = self._uses[use_case]
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def _run_apart(  # type: ignore[override]  # the opener is the test's
        self, use_case: Any, *given: Any, **more: Any
    ) -> Any:
        return await self._run(use_case, *given, **more)


def progress(
    holder: CertificateHolder | None = None,
    state: SigningState = SigningState.SIGNED,
    fault: str = "",
) -> CertificateProgress:
    proved = None
    if holder is not None:
        proved = ProvedCertificate(
            CHALLENGE,
            CertificateWay.USB,
            holder,
            "ab" * 32,
            "1",
            ISSUER,
            "CN=x",
            NOW,
            "",
        )
    ends = NOW + timedelta(minutes=5)
    return CertificateProgress(
        CHALLENGE, CertificateWay.SIM, state, "7231", fault, ends, proved
    )


def page(group: str, uses: Uses, way: str = CertificateWay.USB) -> Any:
    """Return the state after its challenge was begun; Any: the framework's kind."""
    kind: Any = Page
    state = kind(_reflex_internal_init=True)
    state.group, state._way = group, way
    state._uses = {begin_certificate_challenge: BEGUN} | uses
    pressed(state.start({"user": "0900000112"}))
    return state


def pressed(events: Any) -> list[Any]:
    async def collect() -> list[Any]:
        return [event async for event in events if event]

    return asyncio.run(collect())


def sign(state: Any) -> None:
    asyncio.run(state.signed("QUFB", "[]", "QUFB"))


def test_what_a_citizen_proved_is_drawn_and_the_birth_date_asked_for() -> None:
    citizen = register_wording.CITIZEN
    state = page(citizen, {take_usb_signature: progress(CITIZEN)})

    sign(state)

    facts = dict(state.facts)
    assert state.step == "proved"
    assert facts[wording.FACT_NAME] == "Hoàng Văn Nam"
    assert facts[wording.FACT_ISSUER] == "Nơi cấp, chi nhánh Bắc"
    assert (state.asks_birth_date, state.asks_representative) == (True, False)


@pytest.mark.parametrize(("holder", "asks"), [(COMPANY, False), (NAMELESS, True)])
def test_who_stands_for_an_organisation_is_asked_for_when_nobody_is_named(
    holder: CertificateHolder, asks: bool
) -> None:
    group = register_wording.ENTERPRISE
    state = page(group, {take_usb_signature: progress(holder)})

    sign(state)

    facts = dict(state.facts)
    assert facts.get(wording.REPRESENTATIVE, "") == holder.name
    assert wording.FACT_NAME not in facts
    assert (state.asks_birth_date, state.asks_representative) == (False, asks)


@pytest.mark.parametrize(
    ("group", "holder"),
    [
        (register_wording.CITIZEN, COMPANY),
        (register_wording.ENTERPRISE, CITIZEN),
        (register_wording.AGENCY, CITIZEN),
    ],
)
def test_a_certificate_of_another_group_is_told_before_anything_is_typed(
    group: str, holder: CertificateHolder
) -> None:
    state = page(group, {take_usb_signature: progress(holder)})

    sign(state)

    assert state.step == "begin"
    assert "không thuộc nhóm đã chọn." in state.said
    assert state.facts == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (progress(state=SigningState.REFUSED), wording.REFUSED),
        (progress(state=SigningState.EXPIRED), wording.EXPIRED),
        (NotFound("challenge"), wording.EXPIRED),
    ],
)
def test_a_no_on_the_phone_leads_back_and_keeps_the_number(
    answer: Any, words: str
) -> None:
    waiting = progress(state=SigningState.WAITING)
    uses: Uses = {ask_remote_signature: waiting, poll_certificate_challenge: answer}
    state = page(register_wording.CITIZEN, uses, CertificateWay.SIM)
    assert (state.step, state.compare) == ("waiting", "7231")

    asyncio.run(state.ask_again())

    assert (state.step, state.said, state.user) == ("begin", words, "0900000112")


def test_a_service_that_stops_while_one_waits_is_asked_again() -> None:
    waiting = progress(state=SigningState.WAITING)
    down = SystemUnavailable("sim_signing")
    uses: Uses = {ask_remote_signature: waiting, poll_certificate_challenge: down}
    state = page(register_wording.CITIZEN, uses, CertificateWay.SIM)

    asyncio.run(state.ask_again())

    assert (state.step, state.said) == ("waiting", wording.SERVICE_DOWN)


@pytest.mark.parametrize("status", [-1, 1, 2, 3, 4, 5, 99])
def test_a_program_that_signed_nothing_says_why_and_may_be_tried_again(
    status: int,
) -> None:
    state = page(register_wording.CITIZEN, {})

    asyncio.run(state.failed(status))

    assert state.step == "sign"
    assert state.said == wording.SIGNER_FAILED.get(status, wording.SIGNER_OTHER)


def test_what_no_program_sends_is_not_looked_at() -> None:
    state = page(register_wording.CITIZEN, {take_usb_signature: progress(CITIZEN)})

    asyncio.run(state.signed("A" * 20_001, "[]", "QUFB"))
    assert state.step == "sign"

    asyncio.run(state.signed("QUFB", "no list", "QUFB"))
    assert state.step == "proved"


@pytest.mark.parametrize(
    ("key", "is_taken"), [("certificate_taken", True), ("certificate_missing", False)]
)
def test_what_somebody_has_already_shows_the_ways_in(key: str, is_taken: bool) -> None:
    refused = RuleViolation({"certificate": key})
    uses: Uses = {
        take_usb_signature: progress(CITIZEN),
        open_certificate_registration: refused,
    }
    state = page(register_wording.CITIZEN, uses)
    sign(state)

    assert pressed(state.submit({"phone": "0900000012"})) == []

    assert state.is_taken is is_taken
    assert set(state.problems) == {"certificate"}


def test_an_accepted_form_leads_to_the_code() -> None:
    uses: Uses = {
        take_usb_signature: progress(CITIZEN),
        open_certificate_registration: uuid4(),
    }
    state = page(register_wording.CITIZEN, uses)
    sign(state)

    [event] = pressed(state.submit({"phone": "0900000012"}))

    assert "/dang-ky/otp" in str(event.args)
