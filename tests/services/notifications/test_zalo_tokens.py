"""Keys of Zalo: refreshed by one, used by all, never spent twice, sealed at rest."""

import dataclasses
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from services.core.errors import ServiceError, SystemUnavailable
from services.integrations.zalo.port import ZaloMessage, ZaloRefused, ZaloTokens
from services.notifications import zalo_tokens
from services.notifications.models import Subject, ZaloToken
from services.notifications.zalo_tokens import LEASE, REST, access_token, send_by_zalo
from services.settings import settings
from services.work import Work
from tests.conftest import make_work
from tests.fakes import FakeZalo
from tests.services.notifications.telling import (
    at,
    opener_of,
    person,
    received,
    run_jobs,
    tell,
    zalo,
)

Opener = Any  # runs a use case; the tests' own has no Protocol's exact shape
MESSAGE = ZaloMessage("one", "0900000011", {"ma_ho_so": "H55"})


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look after a colleague's refresh at once."""
    monkeypatch.setattr(zalo_tokens, "PAUSE", 0.05)


def kept(work: Work) -> ZaloToken:
    return work.session.exec(select(ZaloToken)).one()


def test_the_configured_token_begins_and_the_next_one_is_kept(work: Work) -> None:
    assert access_token(opener_of(work)) == "access-1"
    assert access_token(opener_of(work)) == "access-1"

    ended = at(work, work.now + timedelta(hours=25))
    assert access_token(opener_of(ended)) == "access-2"
    assert zalo(work).refreshed == 2


def test_no_key_lies_readable_in_the_database(work: Work) -> None:
    access_token(opener_of(work))

    row = kept(work)

    stored = f"{row.access_token} {row.refresh_token} {row.seed}"
    assert not any(word in stored for word in ("access-1", "refresh-1", "sandbox"))


def test_a_token_that_ends_on_the_way_is_replaced_and_the_message_goes(
    work: Work,
) -> None:
    access_token(opener_of(work))
    zalo(work).access_token = "ended by somebody"

    send_by_zalo(opener_of(work), MESSAGE)

    assert len(zalo(work).sent) == 1
    assert zalo(work).refreshed == 2


def test_a_spent_token_and_a_spent_console_leave_the_turn_to_the_next_channel(
    work: Work,
) -> None:
    zalo(work).refresh_token = "somebody else has it"
    tell(work, person(work, "zalo", "sms"), Subject.SUPPLEMENT_ASKED)

    run_jobs(work)

    assert received(work) == {"zalo": 0, "sms": 1, "email": 0}
    assert kept(work).fault == "-14014"


def test_after_a_refusal_nobody_asks_for_an_hour(work: Work) -> None:
    zalo(work).refresh_token = "unknown"
    for _ in range(2):
        with pytest.raises(ZaloRefused):
            access_token(opener_of(work))
    zalo(work).refresh_token = "sandbox"

    with pytest.raises(ZaloRefused):
        access_token(opener_of(at(work, work.now + REST - timedelta(seconds=1))))
    assert access_token(opener_of(at(work, work.now + REST))) == "access-1"


def test_the_console_s_token_helps_when_the_kept_one_is_spent(work: Work) -> None:
    access_token(opener_of(work))
    zalo(work).refresh_token = "sandbox"  # an operator fetched it anew

    ended = at(work, work.now + timedelta(hours=25))

    assert access_token(opener_of(ended)) == "access-2"


def test_another_token_in_the_settings_begins_anew(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    access_token(opener_of(work))
    monkeypatch.setenv("DVC_ZALO_REFRESH_TOKEN", "fetched today")
    settings.cache_clear()
    zalo(work).refresh_token = "fetched today"
    try:
        assert access_token(opener_of(work)) == "access-2"
        assert access_token(opener_of(work)) == "access-2"
    finally:
        settings.cache_clear()


def test_without_an_answer_the_lease_is_given_back(work: Work) -> None:
    zalo(work).is_down = True
    with pytest.raises(SystemUnavailable):
        access_token(opener_of(work))
    zalo(work).is_down = False

    assert access_token(opener_of(work)) == "access-1"


def test_the_lease_of_a_killed_worker_ends_by_itself(work: Work) -> None:
    assert zalo_tokens.take_key(work)

    assert zalo_tokens.take_key(at(work, work.now + LEASE / 2)) is None
    assert zalo_tokens.take_key(at(work, work.now + LEASE)) is not None


class Slow(FakeZalo):
    """Takes its time over a refresh, so that the others come meanwhile."""

    def refresh(self, refresh_token: str) -> ZaloTokens:
        time.sleep(0.3)
        return super().refresh(refresh_token)


@pytest.fixture
def crowd(scratch_engine: Engine, tmp_path: Path) -> tuple[Opener, Slow]:
    """Workers with transactions of their own, before one Zalo."""
    gateway = Slow()

    def opener(use_case: Callable[..., Any], *args: Any) -> Any:
        with Session(scratch_engine, expire_on_commit=False) as own, own.begin():
            work = make_work(own, tmp_path)
            systems = dataclasses.replace(work.systems, zalo=gateway)
            return use_case(dataclasses.replace(work, systems=systems), *args)

    return opener, gateway


def test_twenty_workers_refresh_once_and_all_send(crowd: tuple[Opener, Slow]) -> None:
    opener, gateway = crowd
    start = threading.Barrier(20)
    failed: list[ServiceError] = []

    def worker(number: int) -> None:
        start.wait()
        try:
            send_by_zalo(opener, dataclasses.replace(MESSAGE, request_id=str(number)))
        except ServiceError as error:
            failed.append(error)

    threads = [threading.Thread(target=worker, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    assert gateway.refreshed == 1
    assert len(gateway.sent) == 20
