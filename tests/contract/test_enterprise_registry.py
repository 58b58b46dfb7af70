"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import httpx
import pytest

from services.core import clock
from services.core.clock import local_day
from services.core.errors import SystemRefused, SystemUnavailable
from services.integrations.enterprise_registry.adapter import HttpEnterpriseRegistry
from services.integrations.enterprise_registry.port import (
    Activity,
    Enterprise,
    EnterpriseRegistry,
    Member,
    Registration,
)
from services.integrations.transport import build_client
from tests.fake_registries import FakeEnterpriseRegistry
from tests.sandbox_process import SandboxProcess

NUMBER = "4600999001"
MORNING, NIGHT = time(0, 0), time(23, 59)


def monday() -> date:
    """Return a Monday of the past, on which the sandbox has many dossiers."""
    day = local_day(clock.now()) - timedelta(days=14)
    return day - timedelta(days=day.weekday())


def code_of(day: date, number: int) -> str:
    return f"4600{day:%y%m%d}{number:03d}"


def fake() -> FakeEnterpriseRegistry:
    mine = Enterprise(
        NUMBER,
        "CÔNG TY TNHH CHÈ XANH MẪU",
        founded_on=date(2018, 3, 14),
        capital=4_500_000_000,
        address="Số 12 đường Mẫu, phường Phan Đình Phùng, tỉnh Thái Nguyên",
        activities=(Activity("1076", "Sản xuất chè", True),),
        members=(Member("Nguyễn Thị Mẫu", 2_700_000_000, "60", "Việt Nam"),),
    )
    day = monday()
    rows = [
        Registration(code_of(day, n), received_on=day, status="Đã chấp thuận")
        for n in range(1, 31)
    ]
    return FakeEnterpriseRegistry(enterprises={NUMBER: mine}, dossiers=rows)


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/enterprise-registry", 2.0) as client:
        yield client


def adapter(
    client: httpx.Client, secret: str = "sandbox", service: str = "apiCSDLDKDN"
) -> HttpEnterpriseRegistry:
    return HttpEnterpriseRegistry(client, "sandbox", secret, service)


@pytest.fixture(params=["fake", "adapter"])
def registry(request: pytest.FixtureRequest) -> EnterpriseRegistry:
    if request.param == "fake":
        return fake()
    return adapter(request.getfixturevalue("client"))


def test_an_enterprise_is_found_by_its_number(registry: EnterpriseRegistry) -> None:
    found = registry.find(NUMBER)
    assert found is not None
    assert found.number == NUMBER
    assert found.founded_on == date(2018, 3, 14)
    assert found.capital == 4_500_000_000
    assert found.activities[0] == Activity("1076", "Sản xuất chè", True)
    assert found.members[0].amount == 2_700_000_000
    assert "Phan Đình Phùng" in found.address


def test_a_number_nobody_has_is_nothing(registry: EnterpriseRegistry) -> None:
    assert registry.find("4600000000") is None
    assert registry.state_of("nobody-s") is None


def test_a_period_is_read_page_by_page_until_nothing_comes(
    registry: EnterpriseRegistry,
) -> None:
    day, read, offset = monday(), list[str](), 0
    while page := registry.received(day, day, offset, 20):
        read += [one.number for one in page]
        offset += len(page)
    assert sorted(read) == [code_of(day, number) for number in range(1, 31)]


def test_one_dossier_is_found_by_its_number(registry: EnterpriseRegistry) -> None:
    found = registry.state_of(code_of(monday(), 7))
    assert found is not None
    assert found.received_on == monday()
    assert found.status == "Đã chấp thuận"


def test_what_a_clerk_deals_with_is_dealt_with_today(
    client: httpx.Client, sandbox: SandboxProcess
) -> None:
    code = code_of(monday(), 9)
    form = {"code": code, "state": "Yêu cầu bổ sung"}
    moved = httpx.post(f"{sandbox.url}/enterprise-registry.move", data=form)
    assert moved.status_code == 303
    today = adapter(client).processed_today(MORNING, NIGHT, 0, 100)
    [mine] = [one for one in today if one.number == code]
    assert mine.status == "Yêu cầu bổ sung"
    assert mine.processed_on == local_day(clock.now())


def test_six_days_are_too_many_for_one_question(client: httpx.Client) -> None:
    day = monday()
    assert adapter(client).received(day, day + timedelta(days=4), 0, 10)
    with pytest.raises(SystemRefused):
        adapter(client).received(day, day + timedelta(days=5), 0, 10)


def test_the_other_name_at_the_gateway_works_too(client: httpx.Client) -> None:
    assert adapter(client, service="apiCSDLDKDN/1.0").find(NUMBER)


def test_numbers_written_as_text_and_days_not_said_are_read(
    client: httpx.Client,
) -> None:
    other = adapter(client).find("4600999002")
    branch = adapter(client).find("4600999003-001")
    assert other is not None
    assert other.capital == 12_000_000_000
    assert branch is not None
    assert branch.founded_on is None


@pytest.mark.parametrize(
    "mode", ["down", "garbage", "cut", "shape", "redirect", "letters", "busy"]
)
def test_no_answer_or_one_that_cannot_be_read_is_unavailable(
    sandbox: SandboxProcess, client: httpx.Client, mode: str
) -> None:
    asking = adapter(client)
    assert asking.find(NUMBER)
    sandbox.switch("enterprise_registry", mode)
    with pytest.raises(SystemUnavailable):
        asking.find(NUMBER)


def test_a_token_that_ended_is_renewed_once(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    asking = adapter(client)
    assert asking.find(NUMBER)
    sandbox.switch("enterprise_registry", "expired")
    assert asking.find(NUMBER)


def test_their_no_is_a_refusal(sandbox: SandboxProcess, client: httpx.Client) -> None:
    asking = adapter(client)
    assert asking.find(NUMBER)
    sandbox.switch("enterprise_registry", "error")
    with pytest.raises(SystemRefused):
        asking.find(NUMBER)


def test_a_wrong_secret_reaches_nothing(client: httpx.Client) -> None:
    with pytest.raises(SystemUnavailable):
        adapter(client, "wrong").find(NUMBER)
