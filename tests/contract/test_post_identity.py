"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import httpx
import pytest

from services.core.errors import SystemUnavailable
from services.integrations.post_identity.adapter import HttpPostIdentity
from services.integrations.post_identity.port import PostCustomer, PostIdentity
from services.integrations.transport import build_client
from tests.fakes import FakePostIdentity
from tests.sandbox_process import SandboxProcess

PERSON = {
    "account": "0900000077",
    "fullName": "Lý Thị Sen",
    "birthDate": "1987-04-30",
    "idNumber": "999187000009",
}


@dataclass(frozen=True)
class Counter:
    """The post, a customer with a slip, and how to break the post."""

    post: PostIdentity
    customer: PostCustomer
    take_down: Callable[[], None]


def printed(sandbox: SandboxProcess) -> PostCustomer:
    """Return a customer for whom the clerk has just printed a slip."""
    done = httpx.post(f"{sandbox.url}/post-identity", data=PERSON)
    assert done.status_code == 303
    code = httpx.get(f"{sandbox.url}/post-identity.json").json()[0]["code"]
    return PostCustomer(
        "0900000077", code, "Lý Thị Sen", date(1987, 4, 30), "999187000009"
    )


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/post-identity", 1.0) as client:
        yield client


@pytest.fixture(params=["fake", "adapter"])
def counter(request: pytest.FixtureRequest) -> Counter:
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    customer = printed(sandbox)
    if request.param == "fake":
        fake = FakePostIdentity(slips=[customer])
        return Counter(fake, customer, lambda: setattr(fake, "is_down", True))
    return Counter(
        HttpPostIdentity(request.getfixturevalue("client"), "sandbox"),
        customer,
        lambda: sandbox.switch("post_identity", "down"),
    )


def test_the_customer_of_the_slip_matches_and_matches_when_asked_again(
    counter: Counter,
) -> None:
    for _ in range(2):
        assert counter.post.verify_customer(counter.customer) is True


@pytest.mark.parametrize(
    "change",
    [
        {"account": "0900000078"},
        {"slip_code": "AAAAAAAA"},
        {"full_name": "Lý Thị Sên"},
        {"birth_date": date(1987, 4, 29)},
        {"citizen_id": "999187000008"},
    ],
)
def test_one_thing_that_differs_is_no_match_and_spends_nothing(
    counter: Counter, change: dict[str, str]
) -> None:
    other = replace(counter.customer, **change)  # type: ignore[arg-type]
    assert counter.post.verify_customer(other) is False
    assert counter.post.verify_customer(counter.customer) is True


def test_a_post_that_is_down_is_unavailable(counter: Counter) -> None:
    counter.take_down()
    with pytest.raises(SystemUnavailable):
        counter.post.verify_customer(counter.customer)


def test_a_code_is_taken_however_it_is_typed(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    customer = printed(sandbox)
    code = f" {customer.slip_code[:4].lower()} {customer.slip_code[4:]}"
    typed = replace(customer, slip_code=code, account="+84900000077")
    assert HttpPostIdentity(client, "sandbox").verify_customer(typed) is True


def test_the_counter_shows_which_slips_are_spent(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    customer = printed(sandbox)
    assert "Chưa dùng" in httpx.get(f"{sandbox.url}/post-identity").text
    HttpPostIdentity(client, "sandbox").verify_customer(customer)
    slips = httpx.get(f"{sandbox.url}/post-identity.json").json()
    assert slips[0]["is_spent"] is True


def test_a_form_that_lacks_something_prints_nothing(sandbox: SandboxProcess) -> None:
    before = httpx.get(f"{sandbox.url}/post-identity.json").json()
    done = httpx.post(f"{sandbox.url}/post-identity", data=PERSON | {"idNumber": "12"})
    assert done.status_code == 400
    assert "Lý Thị Sen" in done.text
    assert httpx.get(f"{sandbox.url}/post-identity.json").json() == before


def test_another_site_cannot_print_a_slip(sandbox: SandboxProcess) -> None:
    done = httpx.post(
        f"{sandbox.url}/post-identity",
        data=PERSON,
        headers={"Origin": "http://elsewhere.example"},
    )
    assert done.status_code == 403


def test_a_kill_loses_no_slip(tmp_path: Path) -> None:
    sandbox = SandboxProcess(tmp_path)
    try:
        sandbox.start()
        customer = printed(sandbox)
        sandbox.kill()
        sandbox.start()
        with build_client(f"{sandbox.url}/post-identity", 1.0) as client:
            post = HttpPostIdentity(client, "sandbox")
            assert post.verify_customer(customer) is True
    finally:
        sandbox.kill()


@pytest.mark.parametrize("mode", ["slow", "garbage", "error"])
def test_an_answer_late_or_unreadable_is_unavailable(
    sandbox: SandboxProcess, mode: str
) -> None:
    customer = printed(sandbox)
    sandbox.switch("post_identity", mode, seconds=0.6)
    hasty = build_client(f"{sandbox.url}/post-identity", 0.3)
    with hasty, pytest.raises(SystemUnavailable):
        HttpPostIdentity(hasty, "sandbox").verify_customer(customer)


def test_a_wrong_key_is_unavailable_and_no_mismatch(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    with pytest.raises(SystemUnavailable):
        HttpPostIdentity(client, "wrong").verify_customer(printed(sandbox))
