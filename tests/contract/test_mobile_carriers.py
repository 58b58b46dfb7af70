"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import httpx
import pytest

from services.core.errors import SystemUnavailable
from services.integrations.mobile_carriers.adapter import HttpMobileCarriers
from services.integrations.mobile_carriers.port import MobileCarriers, Subscriber
from services.integrations.transport import build_client
from tests.fakes import FakeMobileCarriers
from tests.sandbox_process import SandboxProcess

HOA = Subscriber("0900000101", "Nguyễn Thị Hòa", date(1962, 3, 8), "999162000101")
STRANGER = Subscriber("0900000777", "Trần Văn Lạ", date(1990, 1, 2), "999090000777")
NO_ANSWER = replace(STRANGER, phone="0900000503")


@dataclass(frozen=True)
class Desk:
    """The carriers, and how to break them."""

    carriers: MobileCarriers
    take_down: Callable[[], None]


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/carriers", 1.0) as client:
        yield client


@pytest.fixture(params=["fake", "adapter"])
def desk(request: pytest.FixtureRequest) -> Desk:
    if request.param == "fake":
        fake = FakeMobileCarriers(on_file=[HOA], down_for={NO_ANSWER.phone})
        return Desk(fake, lambda: setattr(fake, "is_down", True))
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    return Desk(
        HttpMobileCarriers(request.getfixturevalue("client"), "sandbox"),
        lambda: sandbox.switch("carriers", "down"),
    )


def test_a_number_with_nobody_on_file_matches_anybody(desk: Desk) -> None:
    assert desk.carriers.verify_subscriber(STRANGER) is True


@pytest.mark.parametrize("phone", ["0900000101", "+84900000101", "84900000101"])
def test_the_person_on_file_matches(desk: Desk, phone: str) -> None:
    assert desk.carriers.verify_subscriber(replace(HOA, phone=phone)) is True


def test_capitals_in_the_name_do_not_matter(desk: Desk) -> None:
    shouted = replace(HOA, full_name="NGUYỄN  THỊ HÒA")
    assert desk.carriers.verify_subscriber(shouted) is True


@pytest.mark.parametrize(
    "other",
    [
        replace(HOA, full_name="Nguyễn Thị Hoa"),
        replace(HOA, birth_date=date(1962, 8, 3)),
        replace(HOA, citizen_id="999162000102"),
    ],
)
def test_one_thing_that_differs_is_no_match(desk: Desk, other: Subscriber) -> None:
    assert desk.carriers.verify_subscriber(other) is False


def test_what_is_no_phone_number_is_nobodys(desk: Desk) -> None:
    assert desk.carriers.verify_subscriber(replace(HOA, phone="0900")) is False


def test_one_carrier_may_be_down_alone(desk: Desk) -> None:
    with pytest.raises(SystemUnavailable):
        desk.carriers.verify_subscriber(NO_ANSWER)
    assert desk.carriers.verify_subscriber(STRANGER) is True


def test_carriers_that_are_down_are_unavailable(desk: Desk) -> None:
    desk.take_down()
    with pytest.raises(SystemUnavailable):
        desk.carriers.verify_subscriber(HOA)


@pytest.mark.parametrize("mode", ["slow", "garbage", "error"])
def test_an_answer_late_or_unreadable_is_unavailable(
    sandbox: SandboxProcess, mode: str
) -> None:
    sandbox.switch("carriers", mode, seconds=0.6)
    hasty = build_client(f"{sandbox.url}/carriers", 0.3)
    with hasty, pytest.raises(SystemUnavailable):
        HttpMobileCarriers(hasty, "sandbox").verify_subscriber(HOA)


def test_a_wrong_key_is_unavailable_and_no_mismatch(client: httpx.Client) -> None:
    with pytest.raises(SystemUnavailable):
        HttpMobileCarriers(client, "wrong").verify_subscriber(STRANGER)
