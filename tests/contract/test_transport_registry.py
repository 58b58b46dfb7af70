"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import httpx
import pytest

from services.core import clock
from services.core.clock import local_day
from services.core.errors import SystemRefused, SystemUnavailable
from services.integrations.transport import build_client
from services.integrations.transport_registry.adapter import (
    Access,
    HttpTransportRegistry,
)
from services.integrations.transport_registry.port import (
    TransportDossier,
    TransportRegistry,
)
from tests.fake_registries import FakeTransportRegistry
from tests.sandbox_process import SandboxProcess

AGENCY = "000.00.15.H55"
ACCESS = Access("sandbox", "sandbox", AGENCY, "sandbox", "sandbox", "sandbox")


def monday() -> date:
    day = local_day(clock.now()) - timedelta(days=14)
    return day - timedelta(days=day.weekday())


def code_of(day: date, number: int) -> str:
    return f"{AGENCY}-{day:%y%m%d}-{number:04d}"


def fake() -> FakeTransportRegistry:
    days = (monday(), monday() + timedelta(days=1))
    done = "Đã có kết quả"
    rows = [
        TransportDossier(code_of(day, n), received_on=day, status=done)
        for day in days
        for n in range(1, 5)
    ]
    return FakeTransportRegistry(rows=rows)


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/transport-registry", 2.0) as client:
        yield client


@pytest.fixture(params=["fake", "adapter"])
def registry(request: pytest.FixtureRequest) -> TransportRegistry:
    if request.param == "fake":
        return fake()
    return HttpTransportRegistry(request.getfixturevalue("client"), ACCESS)


def test_a_period_comes_whole_with_both_its_ends(registry: TransportRegistry) -> None:
    first, last = monday(), monday() + timedelta(days=1)
    found = registry.received(first, last)
    assert {one.received_on for one in found} == {first, last}
    assert len(found) >= 8


def test_one_dossier_is_found_by_its_number(registry: TransportRegistry) -> None:
    found = registry.find(code_of(monday(), 2))
    assert found is not None
    assert found.received_on == monday()
    assert found.status == "Đã có kết quả"


def test_a_dossier_nobody_filed_is_nothing(registry: TransportRegistry) -> None:
    assert registry.find("nobody-s") is None


def test_a_session_that_ended_is_begun_anew(
    client: httpx.Client, sandbox: SandboxProcess
) -> None:
    asking = HttpTransportRegistry(client, ACCESS)
    assert asking.find(code_of(monday(), 1))
    httpx.post(f"{sandbox.url}/transport-registry.forget")
    assert asking.find(code_of(monday(), 1))


def test_what_a_clerk_returns_has_its_day(
    client: httpx.Client, sandbox: SandboxProcess
) -> None:
    form = {"code": code_of(monday(), 3), "state": "Đã trả kết quả"}
    httpx.post(f"{sandbox.url}/transport-registry.move", data=form)
    found = HttpTransportRegistry(client, ACCESS).find(form["code"])
    assert found is not None
    assert found.returned_on == local_day(clock.now())


@pytest.mark.parametrize(
    "change", [{"agency": ""}, {"agency": "000"}, {"api_key": ""}, {"api_key": "other"}]
)
def test_their_refusals_of_who_asks_are_told(
    client: httpx.Client, change: dict[str, str]
) -> None:
    stranger = HttpTransportRegistry(client, replace(ACCESS, **change))
    with pytest.raises(SystemRefused):
        stranger.received(monday(), monday())


def test_a_wrong_password_finds_nothing(client: httpx.Client) -> None:
    stranger = HttpTransportRegistry(client, replace(ACCESS, password="other"))
    with pytest.raises(SystemUnavailable):
        stranger.find(code_of(monday(), 1))


@pytest.mark.parametrize("mode", ["down", "garbage", "cut", "error"])
def test_no_answer_or_one_that_cannot_be_read_is_unavailable(
    sandbox: SandboxProcess, client: httpx.Client, mode: str
) -> None:
    asking = HttpTransportRegistry(client, ACCESS)
    assert asking.received(monday(), monday())
    sandbox.switch("transport_registry", mode)
    with pytest.raises(SystemUnavailable):
        asking.received(monday(), monday())


def test_neither_keys_nor_the_number_asked_for_are_shown(client: httpx.Client) -> None:
    assert "password='" not in repr(replace(ACCESS, password="hidden"))
    assert "hidden" not in repr(replace(ACCESS, password="hidden"))
