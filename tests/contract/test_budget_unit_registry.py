"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Iterator
from datetime import date, timedelta

import httpx
import pytest

from services.core import clock
from services.core.clock import local_day
from services.core.errors import SystemRefused, SystemUnavailable
from services.integrations.budget_unit_registry.adapter import HttpBudgetUnitRegistry
from services.integrations.budget_unit_registry.port import (
    BudgetDossier,
    BudgetUnitRegistry,
)
from services.integrations.transport import build_client
from tests.fake_registries import FakeBudgetUnitRegistry
from tests.sandbox_process import SandboxProcess

DONE, WAITING = "Đã cấp mã", "Đang xử lý"


def monday() -> date:
    """Return a Monday of the past: its dossiers are done."""
    day = local_day(clock.now()) - timedelta(days=14)
    return day - timedelta(days=day.weekday())


def code_of(day: date, number: int) -> str:
    return f"MSNS-{day:%y%m%d}-{number:04d}"


def fake() -> FakeBudgetUnitRegistry:
    day = monday()
    rows = [
        BudgetDossier(
            code_of(day, n), "01", "Trường Mẫu", f"3{day:%m%d}{n:02d}", status=DONE
        )
        for n in range(1, 3 + day.toordinal() % 3)
    ]
    placed = [BudgetDossier(**{**vars(one), "filed_on": day}) for one in rows]
    return FakeBudgetUnitRegistry(rows=placed)


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/budget-units", 2.0) as client:
        yield client


def adapter(client: httpx.Client, secret: str = "sandbox") -> HttpBudgetUnitRegistry:
    return HttpBudgetUnitRegistry(client, "sandbox", secret)


@pytest.fixture(params=["fake", "adapter"])
def registry(request: pytest.FixtureRequest) -> BudgetUnitRegistry:
    if request.param == "fake":
        return fake()
    return adapter(request.getfixturevalue("client"))


def test_a_day_is_read_page_by_page_until_nothing_comes(
    registry: BudgetUnitRegistry,
) -> None:
    day, read, page = monday(), list[BudgetDossier](), 1
    while rows := registry.dossiers(day, day, page, 1):
        read, page = [*read, *rows], page + 1
    assert len({one.number for one in read}) == len(read) >= 2
    assert {one.filed_on for one in read} == {day}


def test_one_dossier_has_its_code_of_seven_digits(registry: BudgetUnitRegistry) -> None:
    found = registry.find(code_of(monday(), 1))
    assert found is not None
    assert found.status == DONE
    assert len(found.code) == 7


def test_a_dossier_nobody_filed_is_nothing(registry: BudgetUnitRegistry) -> None:
    assert registry.find("MSNS-000000-0000") is None


def test_their_count_is_the_count_of_their_list(registry: BudgetUnitRegistry) -> None:
    day = monday()
    counted = registry.counts(day, day)
    assert sum(one.count for one in counted) == len(registry.dossiers(day, day, 1, 50))


def test_a_code_is_told_only_once_it_is_given(
    client: httpx.Client, sandbox: SandboxProcess
) -> None:
    code = code_of(monday(), 2)
    for state, has_code in ((WAITING, False), (DONE, True)):
        form = {"code": code, "state": state}
        httpx.post(f"{sandbox.url}/budget-units.move", data=form)
        found = adapter(client).find(code)
        assert found is not None
        assert bool(found.code) is has_code
        assert bool(found.issued_on) is has_code


def test_a_page_that_is_too_large_is_refused(client: httpx.Client) -> None:
    with pytest.raises(SystemRefused):
        adapter(client).dossiers(monday(), monday(), 1, 101)


@pytest.mark.parametrize("mode", ["down", "garbage", "cut", "shape", "error"])
def test_no_answer_or_one_that_cannot_be_read_is_unavailable(
    sandbox: SandboxProcess, client: httpx.Client, mode: str
) -> None:
    asking = adapter(client)
    assert asking.find(code_of(monday(), 1))
    sandbox.switch("budget_unit_registry", mode)
    with pytest.raises(SystemUnavailable):
        asking.find(code_of(monday(), 1))


def test_a_wrong_secret_reaches_nothing(client: httpx.Client) -> None:
    with pytest.raises(SystemUnavailable):
        adapter(client, "wrong").find("one")
