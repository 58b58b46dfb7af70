"""Where the post tells of a parcel: server to server, signed, counted once (OB-10)."""

import dataclasses
import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import func, select

from dvc_app import routes
from dvc_app.callbacks import post_event
from dvc_app.callbacks.addresses import addresses
from dvc_app.callbacks.slowing import Slowed
from dvc_app.walls.gate import MAX_FORM, Gate
from services.core.clock import ZONE
from services.core.errors import Forbidden
from services.deliveries.models import Leg, PostalDelivery, PostalState, PostEvent
from services.dossiers.follow_parcels import follow_parcels
from services.dossiers.take_post_event import take_parked
from services.integrations.public_post.adapter import Access, HttpPublicPost
from services.work import SYSTEM, Actor, Work
from tests.factories.dossiers import make_draft, make_filing
from tests.fakes import FakePublicPost
from tests.services.outbox.owing import in_place
from tests.web_client import TestClient

KEY = b"khoa-buu-dien"
NUMBER = "H55.242-261123-0001-T"
BEGUN = datetime(2026, 11, 23, 9, 0, 0, tzinfo=ZONE)
TIMES = 20


@pytest.fixture
def post(run_here: None, work: Work) -> Iterator[TestClient]:
    """The post, which has never seen us; its words are read as the adapter reads them."""
    real = HttpPublicPost(httpx.Client(), Access("k", "s", "DVC", KEY.decode()))
    fake = work.systems.public_post
    assert isinstance(fake, FakePublicPost)
    fake.read_push = real.read_push  # type: ignore[method-assign]
    with TestClient(Gate(addresses)) as client:
        yield client


@pytest.fixture
def parcel(work: Work) -> PostalDelivery:
    return make_parcel(work)


def make_parcel(work: Work) -> PostalDelivery:
    draft = make_draft(work.session, make_filing(work.session))
    row = PostalDelivery(
        dossier_id=draft.id,
        leg=Leg.RESULT,
        order_number=NUMBER,
        person_name="Lý Thị Sen",
        person_phone="0900000077",
        person_address="Tổ 5",
        unit_name="Phường Tích Lương",
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    return row


def line(number: int, stage: str, minute: int = 0, **values: Any) -> dict[str, Any]:
    """Return a line of the tracking; Any: JSON."""
    moment = BEGUN + timedelta(minutes=minute)
    given = {
        "_id": {"$oid": f"{number:024x}"},
        "CustomerCode": "DVC",
        "OrderNumber": NUMBER,
        "EventTime": f"{moment:%d/%m/%Y %H:%M:%S}",
        "POSID": "250000",
        "ItemCode": "CE000000001VN",
        "StatusCode": stage,
        "StatusMessage": f"Bước {stage}",
        "Notes": None,
    }
    return {**given, **values}


COURSE = [line(n, stage, n) for n, stage in enumerate("1234", 1)]


def signed(told: object, key: bytes = KEY) -> tuple[bytes, str]:
    """Return what travels, and its signature."""
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    return body, hmac.new(key, body, hashlib.sha256).hexdigest()


def push(post: TestClient, told: object, key: bytes = KEY, **extra: str) -> Any:
    """Push as the post does; Any: an answer."""
    body, signature = signed(told, key)
    headers = {"X-Signature": signature, "Host": "localhost:3000", **extra}
    return post.post(routes.API_POST_EVENT, content=body, headers=headers)


def kept(work: Work) -> int:
    return work.session.exec(select(func.count()).select_from(PostEvent)).one()


def state_of(row: PostalDelivery) -> PostalState:
    return row.state


def test_a_line_told_twenty_times_counts_once(
    post: TestClient, work: Work, parcel: PostalDelivery
) -> None:
    codes = []
    for _ in range(TIMES):
        answer = push(post, COURSE[1])
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        codes.append(answer.json()["Status"])
    assert codes == ["100", *["101"] * (TIMES - 1)]
    assert kept(work) == 1
    assert state_of(parcel) is PostalState.COLLECTING
    assert parcel.parcel == "CE000000001VN"


def test_lines_in_reversed_order_undo_nothing(
    post: TestClient, work: Work, parcel: PostalDelivery
) -> None:
    for told in reversed(COURSE):
        assert push(post, told).status_code == 200
        assert state_of(parcel) is PostalState.DELIVERED
        assert parcel.last_word == "Bước 4"
    assert kept(work) == len(COURSE)


def test_within_a_second_the_later_number_counts(
    post: TestClient, parcel: PostalDelivery
) -> None:
    push(post, line(9, "3"))
    push(post, line(8, "2"))
    assert parcel.last_word == "Bước 3"


def test_a_parcel_nobody_knows_is_parked_and_taken_once_it_is_known(
    post: TestClient, work: Work
) -> None:
    assert push(post, COURSE[1]).json() == {"Status": "100"}
    worker = dataclasses.replace(work, actor=SYSTEM)
    assert take_parked(worker) == 0
    parcel = make_parcel(work)
    assert take_parked(worker) == 1
    assert state_of(parcel) is PostalState.COLLECTING
    assert take_parked(worker) == 0
    with pytest.raises(Forbidden):
        take_parked(dataclasses.replace(work, actor=Actor()))


@pytest.mark.parametrize("key", [b"another", b""])
def test_a_forged_line_changes_nothing(
    post: TestClient, work: Work, parcel: PostalDelivery, key: bytes
) -> None:
    assert push(post, COURSE[3], key or b"\0").status_code == 403
    unsigned = post.post(
        routes.API_POST_EVENT,
        content=json.dumps(COURSE[3]).encode(),
        headers={"Host": "localhost:3000"},
    )
    assert unsigned.status_code == 403
    assert (kept(work), state_of(parcel)) == (0, PostalState.NONE)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"<html>",
        json.dumps({**COURSE[0], "_id": {"$oid": "1"}}).encode(),
        json.dumps({**COURSE[0], "EventTime": "2026-11-23"}).encode(),
        json.dumps(COURSE[0]).encode()[:-1] + b', "StatusCode": "4"}',
    ],
)
def test_what_cannot_be_read_is_said_so_and_not_kept(
    post: TestClient, work: Work, parcel: PostalDelivery, body: bytes
) -> None:
    assert push(post, body).status_code == 400
    assert kept(work) == 0


def test_a_line_of_another_customer_is_none_of_ours(
    post: TestClient, work: Work, parcel: PostalDelivery
) -> None:
    assert push(post, line(1, "4", CustomerCode="ELSE")).status_code == 200
    assert (kept(work), state_of(parcel)) == (0, PostalState.NONE)


def test_the_post_only_posts_not_too_often_and_no_more_than_a_form(
    post: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = {"Host": "localhost:3000"}
    assert post.get(routes.API_POST_EVENT, headers=host).status_code == 405
    assert push(post, b"x" * (MAX_FORM + 1)).status_code == 413
    monkeypatch.setattr(post_event, "_told", Slowed("1/minute"))
    push(post, COURSE[0])
    assert push(post, COURSE[0]).status_code == 429


def test_what_was_pushed_is_not_taken_again_when_it_is_read(
    post: TestClient, work: Work, parcel: PostalDelivery
) -> None:
    push(post, COURSE[3])
    fake = work.systems.public_post
    assert isinstance(fake, FakePublicPost)
    read = fake.read_push(*signed(COURSE[3]))
    assert read is not None
    fake.events.append(read)

    assert follow_parcels(in_place(dataclasses.replace(work, actor=SYSTEM))) == 1

    ending = text(
        "select count(*) from procrastinate_jobs where task_name = 'results.delivered'"
    )
    assert work.session.execute(ending).scalar() == 1  # the dossier is ended once
