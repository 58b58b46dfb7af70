"""Many people at the same moment, each in a transaction of their own."""

import threading
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from services.core.errors import ServiceError
from services.work import Work
from tests.conftest import make_work
from tests.factories.accounts import visiting


def at_once(
    engine: Engine, folder: Path, count: int, act: Callable[[Work, int], object]
) -> list[object]:
    """Do it in so many transactions at the same time; a refusal is an answer too."""
    answers: list[object] = []
    barrier = threading.Barrier(count)

    def one(n: int) -> None:
        with Session(engine, expire_on_commit=False) as session:
            work = visiting(make_work(session, folder))
            barrier.wait()
            try:
                answers.append(act(work, n))
                session.commit()
            except ServiceError as error:
                session.rollback()
                answers.append(error)

    threads = [threading.Thread(target=one, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
