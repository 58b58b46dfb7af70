"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import httpx
import pytest

from services.core.errors import SystemUnavailable
from services.integrations.social_insurance.adapter import HttpSocialInsurance
from services.integrations.social_insurance.port import InsuredPerson, SocialInsurance
from services.integrations.transport import build_client
from tests.fakes import FakeSocialInsurance
from tests.sandbox_process import SandboxProcess

HUONG = InsuredPerson(
    "9900000001", "Nguyễn Thị Mai Hương", date(1990, 3, 12), "999190000001"
)
STRANGER = InsuredPerson("9912345678", "Trần Văn Lạ", date(1990, 1, 2), "999090000777")


@dataclass(frozen=True)
class Agency:
    """The agency, and how to break it."""

    insurance: SocialInsurance
    take_down: Callable[[], None]


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/social-insurance", 1.0) as client:
        yield client


@pytest.fixture(params=["fake", "adapter"])
def agency(request: pytest.FixtureRequest) -> Agency:
    if request.param == "fake":
        fake = FakeSocialInsurance(on_file=[HUONG])
        return Agency(fake, lambda: setattr(fake, "is_down", True))
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    return Agency(
        HttpSocialInsurance(request.getfixturevalue("client"), "sandbox"),
        lambda: sandbox.switch("social_insurance", "down"),
    )


def test_the_person_on_file_matches(agency: Agency) -> None:
    assert agency.insurance.verify_insured(HUONG) is True


def test_a_number_that_is_not_on_file_matches_anybody(agency: Agency) -> None:
    assert agency.insurance.verify_insured(STRANGER) is True


@pytest.mark.parametrize(
    "other",
    [
        replace(HUONG, full_name="Nguyễn Thị Mai Lan"),
        replace(HUONG, birth_date=date(1990, 12, 3)),
        replace(HUONG, citizen_id="999190000002"),
    ],
)
def test_one_thing_that_differs_is_no_match(
    agency: Agency, other: InsuredPerson
) -> None:
    assert agency.insurance.verify_insured(other) is False


def test_an_agency_that_is_down_is_unavailable(agency: Agency) -> None:
    agency.take_down()
    with pytest.raises(SystemUnavailable):
        agency.insurance.verify_insured(HUONG)


def test_an_old_paper_tells_no_sex_and_is_taken(client: httpx.Client) -> None:
    insurance = HttpSocialInsurance(client, "sandbox")
    assert insurance.verify_insured(replace(STRANGER, citizen_id="099000777")) is True


def test_one_number_may_have_no_answer_alone(client: httpx.Client) -> None:
    insurance = HttpSocialInsurance(client, "sandbox")
    with pytest.raises(SystemUnavailable):
        insurance.verify_insured(replace(STRANGER, insurance_number="9900000503"))


@pytest.mark.parametrize("mode", ["slow", "garbage", "error"])
def test_an_answer_late_or_unreadable_is_unavailable(
    sandbox: SandboxProcess, mode: str
) -> None:
    sandbox.switch("social_insurance", mode, seconds=0.6)
    hasty = build_client(f"{sandbox.url}/social-insurance", 0.3)
    with hasty, pytest.raises(SystemUnavailable):
        HttpSocialInsurance(hasty, "sandbox").verify_insured(HUONG)


def test_a_wrong_key_is_unavailable_and_no_mismatch(client: httpx.Client) -> None:
    with pytest.raises(SystemUnavailable):
        HttpSocialInsurance(client, "wrong").verify_insured(HUONG)
