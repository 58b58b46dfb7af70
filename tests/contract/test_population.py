"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import httpx
import pytest

from services.core.errors import SystemUnavailable
from services.integrations.gateway import GatewayLogin
from services.integrations.population.adapter import HttpPopulation
from services.integrations.population.port import (
    Population,
    PopulationQuestion,
    PopulationRecord,
    Relative,
)
from services.integrations.transport import build_client
from tests.fakes import FakePopulation
from tests.sandbox_process import SandboxProcess

AN = PopulationRecord(
    citizen_id="999218000003",
    old_id_number="",
    full_name="Hoàng Minh An",
    sex="male",
    birth_date=date(2018, 5, 20),
    permanent_address="Số 12, tổ dân phố 5",
    ethnicity="01",
    nationality="VN",
    father=Relative("Hoàng Văn Lâm", "999088000008"),
    mother=Relative("Nguyễn Thị Mai Hương", "999190000001"),
)
ABOUT_AN = PopulationQuestion(
    reference="0b6f2f1e-5f0e-4a58-9c0e-7f2d8f0a1b2c",
    purpose="1.001193",
    citizen_id=AN.citizen_id,
    full_name=AN.full_name,
    birth_date=AN.birth_date,
    officer="motcua",
)
NOBODY = replace(ABOUT_AN, citizen_id="999218999999")


@dataclass(frozen=True)
class Register:
    """The database, and how to break it."""

    population: Population
    take_down: Callable[[], None]


def adapter(client: httpx.Client, secret: str = "sandbox") -> HttpPopulation:
    return HttpPopulation(client, "sandbox", secret, "H55")


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/population", 1.0) as client:
        yield client


@pytest.fixture(params=["fake", "adapter"])
def register(request: pytest.FixtureRequest) -> Register:
    if request.param == "fake":
        fake = FakePopulation(records=[AN])
        return Register(fake, lambda: setattr(fake, "is_down", True))
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    return Register(
        adapter(request.getfixturevalue("client")),
        lambda: sandbox.switch("population", "down"),
    )


def about(client: httpx.Client, number: str, name: str, born: date) -> PopulationRecord:
    asked = replace(ABOUT_AN, citizen_id=number, full_name=name, birth_date=born)
    found = adapter(client).find(asked)
    assert found is not None
    return found


def test_a_record_is_found_whole(register: Register) -> None:
    assert register.population.find(ABOUT_AN) == AN


@pytest.mark.parametrize("name", ["HOANG MINH AN", "hoàng minh ân", " Hoàng  Minh An "])
def test_marks_and_capitals_of_a_name_do_not_matter(
    register: Register, name: str
) -> None:
    assert register.population.find(replace(ABOUT_AN, full_name=name)) == AN


@pytest.mark.parametrize(
    "other",
    [
        NOBODY,
        replace(ABOUT_AN, full_name="Hoàng Minh Anh"),
        replace(ABOUT_AN, birth_date=date(2018, 5, 21)),
    ],
)
def test_nobody_is_found_by_facts_that_differ(
    register: Register, other: PopulationQuestion
) -> None:
    assert register.population.find(other) is None


def test_a_confirmation_names_what_differs(register: Register) -> None:
    confirm = register.population.confirm
    assert confirm(ABOUT_AN) == ()
    assert confirm(replace(ABOUT_AN, full_name="Lê Văn An")) == ("full_name",)
    wrong_day = replace(ABOUT_AN, birth_date=date(2018, 1, 1))
    assert confirm(wrong_day) == ("birth_date",)
    assert confirm(NOBODY) is None


def test_a_database_that_is_down_is_unavailable(register: Register) -> None:
    register.take_down()
    with pytest.raises(SystemUnavailable):
        register.population.find(ABOUT_AN)
    with pytest.raises(SystemUnavailable):
        register.population.confirm(ABOUT_AN)


def test_a_spelling_of_its_own_comes_back_as_it_is_on_file(
    client: httpx.Client,
) -> None:
    binh = about(client, "999085000002", "Trần Văn Bình", date(1985, 7, 31))
    assert binh.full_name == "Trần Văn Bính"
    assert binh.permanent_address == "Số 27, tổ dân phố 9"


def test_a_foreigner_and_a_name_in_one_part_are_read(client: httpx.Client) -> None:
    kim = about(client, "999190000005", "Kim Min-seo", date(1990, 11, 5))
    assert (kim.nationality, kim.full_name, kim.mother) == ("KR", "Kim Min-seo", None)
    bia = about(client, "999301000103", "H'Bia Niê", date(2001, 1, 31))
    assert bia.full_name == "H'Bia Niê"


def test_an_old_number_finds_the_same_person(client: httpx.Client) -> None:
    huong = about(client, "099000001", "Nguyễn Thị Mai Hương", date(1990, 3, 12))
    assert huong.citizen_id == "999190000001"
    assert huong.old_id_number == "099000001"
    assert huong.sex == "female"


def test_a_token_forgotten_by_the_gateway_is_renewed(client: httpx.Client) -> None:
    population = adapter(client)
    assert population.find(ABOUT_AN) == AN
    assert isinstance(client.auth, GatewayLogin)
    client.auth._token = "forgotten"
    assert population.find(ABOUT_AN) == AN


def test_a_wrong_secret_is_unavailable_and_nobody_missing(
    client: httpx.Client,
) -> None:
    with pytest.raises(SystemUnavailable):
        adapter(client, "wrong").find(ABOUT_AN)


def test_a_question_without_an_answer_ends_in_time(sandbox: SandboxProcess) -> None:
    silent = replace(ABOUT_AN, citizen_id="999000000408")
    with (
        build_client(f"{sandbox.url}/population", 0.5) as hasty,
        pytest.raises(SystemUnavailable),
    ):
        adapter(hasty).find(silent)


@pytest.mark.parametrize("mode", ["slow", "garbage", "error"])
def test_an_answer_late_or_unreadable_is_unavailable(
    sandbox: SandboxProcess, mode: str
) -> None:
    sandbox.switch("population", mode, seconds=0.6)
    hasty = build_client(f"{sandbox.url}/population", 0.3)
    with hasty, pytest.raises(SystemUnavailable):
        adapter(hasty).find(ABOUT_AN)


def test_what_is_too_long_for_the_contract_is_cut(client: httpx.Client) -> None:
    wordy = replace(ABOUT_AN, reference="r" * 60, purpose="p" * 60, officer="o" * 60)
    assert adapter(client).find(wordy) == AN


def test_the_page_shows_who_is_on_file(sandbox: SandboxProcess) -> None:
    page = httpx.get(f"{sandbox.url}/population").text
    assert "Hoàng Minh An" in page
    assert "999000000408" in page
