"""The same questions to the fake and to the adapter before a running sandbox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from sandbox.post_pushes import PostPushes
from sandbox.settings import Settings
from services.core.errors import SystemUnavailable
from services.integrations.public_post.adapter import Access, HttpPublicPost
from services.integrations.public_post.port import (
    Order,
    ParcelStage,
    Party,
    PostRefused,
    PublicPost,
    PushRefused,
)
from services.integrations.transport import build_client
from tests.fakes import FakePublicPost
from tests.sandbox_process import SandboxProcess

UNIT = Party("Phường Tích Lương", "0208 000 1010", "Số 1 đường Mẫu", 19, "05500")
HOME = Party("Lý Thị Sen", "0900000077", "Tổ 5, phường Tích Lương", 19, "05500")


@dataclass(frozen=True)
class Office:
    """The post, how to move a parcel, and how to break it."""

    post: PublicPost
    move: Callable[[str, ParcelStage], None]
    take_down: Callable[[], None]


def order() -> Order:
    number = f"H55.10.100-261123-{uuid4().hex[:6]}-N"
    day = date(2026, 11, 25)
    return Order(number, HOME, UNIT, "Hồ sơ dịch vụ công", day, "sáng")


def adapter(client: httpx.Client, secret: str = "sandbox") -> HttpPublicPost:
    return HttpPublicPost(client, Access("sandbox", secret, "DVC", "sandbox"))


NUMBERS = {
    ParcelStage.COLLECTED: "2",
    ParcelStage.IN_TRANSIT: "3",
    ParcelStage.DELIVERED: "4",
}


def press(sandbox: SandboxProcess, number: str, stage: ParcelStage) -> None:
    form = {"order": number, "stage": NUMBERS[stage]}
    done = httpx.post(f"{sandbox.url}/public-post.move", data=form)
    assert done.status_code == 303


@pytest.fixture
def client(sandbox: SandboxProcess) -> Iterator[httpx.Client]:
    with build_client(f"{sandbox.url}/public-post", 1.0) as client:
        yield client


@pytest.fixture(params=["fake", "adapter"])
def office(request: pytest.FixtureRequest) -> Office:
    if request.param == "fake":
        fake = FakePublicPost()
        return Office(fake, fake.happen, lambda: setattr(fake, "is_down", True))
    sandbox: SandboxProcess = request.getfixturevalue("sandbox")
    return Office(
        adapter(request.getfixturevalue("client")),
        lambda number, stage: press(sandbox, number, stage),
        lambda: sandbox.switch("public_post", "down"),
    )


def stages(office: Office, number: str) -> list[ParcelStage]:
    told = office.post.track("", 1000)
    return [event.stage for event in told if event.order_number == number]


def test_a_journey_has_its_price(office: Office) -> None:
    assert office.post.quote(UNIT, HOME) == 26_000


def test_an_order_made_twice_is_one_order(office: Office) -> None:
    mine = order()
    for _ in range(3):
        office.post.create(mine)
    assert stages(office, mine.number) == [ParcelStage.ACCEPTED]


def test_a_parcel_is_followed_from_the_cursor_on(office: Office) -> None:
    mine = order()
    office.post.create(mine)
    first = [e for e in office.post.track("", 1000) if e.order_number == mine.number]
    office.move(mine.number, ParcelStage.COLLECTED)
    later = office.post.track(first[-1].id, 1000)
    found = [e for e in later if e.order_number == mine.number]
    assert [event.stage for event in found] == [ParcelStage.COLLECTED]
    assert found[0].parcel
    assert found[0].at.utcoffset() is not None


def test_a_page_holds_no_more_than_was_asked_for(office: Office) -> None:
    for _ in range(3):
        office.post.create(order())
    assert len(office.post.track("", 2)) == 2


def test_an_order_is_taken_back_until_it_is_collected(office: Office) -> None:
    early, late = order(), order()
    office.post.create(early)
    office.post.create(late)
    office.move(late.number, ParcelStage.COLLECTED)
    assert office.post.cancel(early.number) is True
    assert office.post.cancel(early.number) is True
    assert office.post.cancel(late.number) is False
    assert office.post.cancel("nobody-s") is False


def test_a_post_that_is_down_is_unavailable(office: Office) -> None:
    office.take_down()
    for ask in (
        lambda: office.post.quote(UNIT, HOME),
        lambda: office.post.create(order()),
        lambda: office.post.cancel("one"),
        lambda: office.post.track("", 10),
    ):
        with pytest.raises(SystemUnavailable):
            ask()


def test_an_order_the_post_cannot_read_is_refused(client: httpx.Client) -> None:
    nameless = replace(order(), receiver=replace(UNIT, name=""))
    with pytest.raises(PostRefused):
        adapter(client).create(nameless)


def test_a_longer_journey_costs_more(client: httpx.Client) -> None:
    far = replace(HOME, province=1)
    assert adapter(client).quote(UNIT, far) > adapter(client).quote(UNIT, HOME)


@pytest.mark.parametrize("mode", ["slow", "garbage", "error"])
def test_an_answer_late_or_unreadable_is_unavailable(
    sandbox: SandboxProcess, mode: str
) -> None:
    sandbox.switch("public_post", mode, seconds=0.6)
    hasty = build_client(f"{sandbox.url}/public-post", 0.3)
    with hasty, pytest.raises(SystemUnavailable):
        adapter(hasty).create(order())


def test_what_the_post_pushes_is_read_like_its_tracking(
    client: httpx.Client, tmp_path: Path
) -> None:
    """The row of the tracking, and its HMAC; another key's is refused."""
    mine, post = order(), adapter(client)
    post.create(mine)
    [read] = [e for e in post.track("", 1000) if e.order_number == mine.number]
    line = {
        "_id": {"$oid": read.id},
        "CustomerCode": "DVC",
        "OrderNumber": read.order_number,
        "EventTime": f"{read.at:%d/%m/%Y %H:%M:%S}",
        "POSID": "250000",
        "ItemCode": read.parcel,
        "StatusCode": "1",
        "StatusMessage": read.words,
        "Notes": None,
    }
    for key, is_genuine in (("sandbox", True), ("another", False)):
        pushes = PostPushes(Settings(data=tmp_path, key=key))
        body, headers = pushes.signed(line)
        if is_genuine:
            assert post.read_push(body, headers["X-Signature"]) == read
        else:
            with pytest.raises(PushRefused):
                post.read_push(body, headers["X-Signature"])


def test_a_wrong_secret_reaches_nothing(client: httpx.Client) -> None:
    with pytest.raises(SystemUnavailable):
        adapter(client, "wrong").quote(UNIT, HOME)


def test_a_lost_answer_and_a_kill_lose_no_order_and_make_no_second(
    tmp_path: Path,
) -> None:
    sandbox, mine = SandboxProcess(tmp_path), order()
    try:
        sandbox.start()
        with build_client(f"{sandbox.url}/public-post", 0.9) as client:
            post = adapter(client)
            post.quote(UNIT, HOME)  # the token is there; the next answer is lost
            sandbox.switch("public_post", "slow", seconds=1.2)
            with pytest.raises(SystemUnavailable):
                post.create(mine)
        sandbox.switch("public_post", "normal")
        sandbox.kill()
        sandbox.start()
        with build_client(f"{sandbox.url}/public-post", 1.0) as client:
            adapter(client).create(mine)
        parcels = httpx.get(f"{sandbox.url}/public-post.json").json()
        assert [p["OrderNumber"] for p in parcels] == [mine.number]
    finally:
        sandbox.kill()


def test_the_board_shows_parcels_and_moves_them_only_along_their_way(
    sandbox: SandboxProcess, client: httpx.Client
) -> None:
    mine = order()
    adapter(client).create(mine)
    assert mine.number in httpx.get(f"{sandbox.url}/public-post").text
    form = {"order": mine.number, "stage": "4"}
    assert httpx.post(f"{sandbox.url}/public-post.move", data=form).status_code == 400
    foreign = {"Origin": "http://elsewhere.example"}
    form["stage"] = "2"
    done = httpx.post(f"{sandbox.url}/public-post.move", data=form, headers=foreign)
    assert done.status_code == 403
