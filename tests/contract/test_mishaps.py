"""Each system and each of its mishaps: nothing is lost, nothing happens twice (F-12).

A message that met a mishap either arrived, or stands where it is tried again or a
person sees it; handed over again afterwards, it is there once.
"""

import ssl
import time
from collections.abc import Iterator

import pytest

from sandbox.faults import Mode
from services.core.errors import SystemRefused, SystemUnavailable
from services.outbox.courier import Answer, Outcome
from tests.contract.doors import DOORS, Door
from tests.sandbox_process import SandboxProcess, free_port

# What a try meets: no answer (tried again), or a word a person reads.
SILENT = (
    Mode.SLOW,
    Mode.DRIP,
    Mode.DOWN,
    Mode.BROKEN,
    Mode.BUSY,
    Mode.REDIRECT,
    Mode.GARBAGE,
    Mode.CUT,
    Mode.SHAPE,
    Mode.HUGE,
    Mode.LOST,
)
HANGING = (Mode.SLOW, Mode.DRIP)
PATIENCE, HASTE = 10.0, 0.4  # seconds of a question; the second where it hangs
AFTER_NAPS = 0.8  # what was slow is done behind the asker's back
MOST_SECONDS = 3.0  # of a try: a login, a question, and a machine that is busy


@pytest.fixture(params=sorted(DOORS), ids=str)
def door(request: pytest.FixtureRequest) -> Door:
    return DOORS[request.param]


@pytest.fixture
def switched(sandbox: SandboxProcess, door: Door) -> Iterator[SandboxProcess]:
    yield sandbox
    sandbox.switch(str(door.system), "normal")


def hand_over(
    door: Door, url: str, said: dict[str, object], patience: float = PATIENCE
) -> Answer:
    """Hand it over as the worker does, and return what the ledger would note."""
    try:
        return door.hand_over(url, said, patience)
    except SystemRefused as refusal:
        return Answer(Outcome.REFUSED, f"http_{refusal.status}")
    except SystemUnavailable as silence:
        return Answer(Outcome.UNAVAILABLE, retry_after=silence.retry_after)


def test_without_a_mishap_it_arrives_once(door: Door, switched: SandboxProcess) -> None:
    said = door.say()
    assert hand_over(door, switched.url, said).outcome is Outcome.DELIVERED
    assert hand_over(door, switched.url, said).outcome is Outcome.DELIVERED  # a repeat
    assert door.effects(switched.url, said) == 1


@pytest.mark.parametrize("mode", SILENT, ids=str)
def test_a_mishap_is_silence_and_afterwards_it_is_there_once(
    door: Door, switched: SandboxProcess, mode: Mode
) -> None:
    said = door.say()
    switched.switch(str(door.system), mode, seconds=AFTER_NAPS)

    begun = time.monotonic()
    patience = HASTE if mode in HANGING else PATIENCE
    first = hand_over(door, switched.url, said, patience)

    # A lost answer may be that of a question asked before: then it arrived all the same.
    is_met = mode is not Mode.LOST or first.outcome is not Outcome.DELIVERED
    assert not is_met or first.outcome is Outcome.UNAVAILABLE
    assert time.monotonic() - begun < MOST_SECONDS
    if mode is Mode.BUSY:
        assert first.retry_after == 30
    switched.switch(str(door.system), "normal")
    if mode is Mode.SLOW:
        time.sleep(AFTER_NAPS)
    assert hand_over(door, switched.url, said).outcome is Outcome.DELIVERED
    assert door.effects(switched.url, said) == 1


def test_a_token_that_ran_out_is_renewed_unseen(
    door: Door, switched: SandboxProcess
) -> None:
    said = door.say()
    switched.switch(str(door.system), Mode.EXPIRED)
    assert hand_over(door, switched.url, said).outcome is Outcome.DELIVERED
    assert door.effects(switched.url, said) == 1


@pytest.mark.parametrize("mode", [Mode.LETTERS, Mode.ERROR], ids=str)
def test_what_cannot_be_trusted_never_counts_as_arrived(
    door: Door, switched: SandboxProcess, mode: Mode
) -> None:
    said = door.say()
    switched.switch(str(door.system), mode)
    assert hand_over(door, switched.url, said).outcome is not Outcome.DELIVERED
    switched.switch(str(door.system), "normal")
    assert hand_over(door, switched.url, said).outcome is Outcome.DELIVERED
    assert door.effects(switched.url, said) == 1


def test_a_closed_port_is_silence(door: Door) -> None:
    answer = hand_over(door, f"http://127.0.0.1:{free_port()}", door.say())
    assert answer.outcome is Outcome.UNAVAILABLE


def test_a_certificate_nobody_vouches_for_is_silence(
    door: Door, switched: SandboxProcess
) -> None:
    assert ssl.create_default_context().verify_mode is ssl.CERT_REQUIRED
    plain = switched.url.replace("http://", "https://")
    assert hand_over(door, plain, door.say()).outcome is Outcome.UNAVAILABLE
