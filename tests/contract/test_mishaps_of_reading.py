"""Each register that is only read, and each of its mishaps: the last answer stands (F-12).

A read has no effect to double and none to lose: what may be lost is the answer that
was had before, and what may go wrong is that a mishap passes for an answer.
"""

from collections.abc import Iterator

import pytest

from sandbox.faults import Mode
from services.integrations.transport import build_client
from services.look_ups.answers import Answered
from services.look_ups.models import Register
from services.look_ups.told import Told
from services.work import Work
from tests.contract.reading import READERS, Reader
from tests.contract.test_mishaps import HANGING, HASTE, PATIENCE, SILENT
from tests.factories.processing import acting, make_desk
from tests.sandbox_process import SandboxProcess, free_port
from tests.services.look_ups.asking import later, put

MISHAPS = (*SILENT, Mode.LETTERS)


@pytest.fixture(params=sorted(READERS), ids=str)
def reader(request: pytest.FixtureRequest) -> Reader:
    return READERS[Register(request.param)]


@pytest.fixture
def switched(sandbox: SandboxProcess, reader: Reader) -> Iterator[SandboxProcess]:
    yield sandbox
    sandbox.switch(str(reader.register), "normal")


@pytest.fixture
def officer(work: Work) -> Work:
    return acting(work, make_desk(work.session).intake)


def ask(reader: Reader, work: Work, url: str, patience: float = PATIENCE) -> Answered:
    """Ask as an officer does at the page."""
    with build_client(f"{url}/{reader.place}", patience) as client:
        return put_to(reader, reader.reached(work, client))


def put_to(reader: Reader, there: Work) -> Answered:
    """Put the reader's question where the work reaches."""
    answered = put(there, reader.question, **reader.typed()).answered
    assert answered is not None
    return answered


def known(reader: Reader, work: Work, url: str) -> Told:
    """Ask while all is well, and return what is kept."""
    told = ask(reader, work, url).told
    assert told is not None
    assert told.facts
    return told


@pytest.mark.parametrize("mode", MISHAPS, ids=str)
def test_after_a_mishap_the_last_good_answer_stands(
    reader: Reader, switched: SandboxProcess, officer: Work, mode: Mode
) -> None:
    before = known(reader, officer, switched.url)
    switched.switch(str(reader.register), mode)

    patience = HASTE if mode in HANGING else PATIENCE
    shown = ask(reader, later(officer, minutes=5), switched.url, patience)

    assert shown.told == before
    assert shown.answered_at == officer.now
    assert shown.is_silent
    assert shown.is_awaited  # the worker goes on asking
    assert not shown.is_refused


@pytest.mark.parametrize("port", ["closed", "secured"])
def test_where_nobody_listens_or_nobody_vouches_the_last_good_answer_stands(
    reader: Reader, switched: SandboxProcess, officer: Work, port: str
) -> None:
    before = known(reader, officer, switched.url)
    closed = f"http://127.0.0.1:{free_port()}"
    secured = switched.url.replace("http://", "https://")
    url = closed if port == "closed" else secured

    shown = ask(reader, later(officer, minutes=5), url)

    assert (shown.told, shown.is_silent, shown.is_refused) == (before, True, False)


def test_a_token_that_ran_out_is_renewed_unseen(
    reader: Reader, switched: SandboxProcess, officer: Work
) -> None:
    before = known(reader, officer, switched.url)
    switched.switch(str(reader.register), Mode.EXPIRED)
    moment = later(officer, minutes=5)
    shown = ask(reader, moment, switched.url)
    assert (shown.told, shown.answered_at, shown.is_silent) == (
        before,
        moment.now,
        False,
    )


def test_a_refusal_of_theirs_is_told_and_the_last_good_answer_stands(
    reader: Reader, switched: SandboxProcess, officer: Work
) -> None:
    with build_client(f"{switched.url}/{reader.place}", PATIENCE) as client:
        there = reader.reached(officer, client)
        before = put_to(reader, there).told  # with the token that is good then, too
        switched.switch(str(reader.register), Mode.ERROR)
        shown = put_to(reader, later(there, minutes=5))
    assert before is not None
    assert (shown.told, shown.is_refused, shown.is_awaited) == (before, True, False)
