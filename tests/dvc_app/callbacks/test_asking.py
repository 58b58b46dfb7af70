"""People who sign in queue apart, so that nobody else waits for them (AU-3)."""

import asyncio
import threading

import pytest

from dvc_app.callbacks import asking
from dvc_app.callbacks.asking import act, act_hashing
from services.accounts.passwords import HASHES_AT_ONCE
from services.work import ANONYMOUS, Work


def run_without_work(_actor: object, use_case: object, *args: object) -> object:
    """Call the use case with no work: nothing is asked of the database here."""
    assert callable(use_case)
    return use_case(None, *args)


def test_fifty_sign_ins_leave_the_threads_of_others_free(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(asking, "run", run_without_work)
    opened, counted = threading.Event(), threading.Lock()
    running = most = 0

    def hash_slowly(_work: Work) -> str:
        nonlocal running, most
        with counted:
            running += 1
            most = max(most, running)
        opened.wait(20)
        with counted:
            running -= 1
        return "signed in"

    def answer(_work: Work) -> str:
        return "answered"

    async def everybody() -> tuple[str, list[str]]:
        signing = [
            asyncio.create_task(act_hashing(ANONYMOUS, hash_slowly)) for _ in range(50)
        ]
        await asyncio.sleep(0)
        # Were they in the threads of everybody, this would wait for them.
        answered = await asyncio.wait_for(act(ANONYMOUS, answer), 15)
        opened.set()
        return answered, await asyncio.gather(*signing)

    answered, signed = asyncio.run(everybody())

    assert answered == "answered"
    assert signed == ["signed in"] * 50
    assert most <= HASHES_AT_ONCE
