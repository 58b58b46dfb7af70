"""The plain HTTP addresses over the session of the test."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Concatenate, ParamSpec, TypeVar

import pytest

from dvc_app.callbacks import asking
from dvc_app.callbacks.addresses import addresses
from dvc_app.walls import identity
from services.work import Actor, Work
from tests.factories.accounts import COOKIE
from tests.web_client import TestClient, hold

P = ParamSpec("P")
T = TypeVar("T")
JSON = {"accept": "application/json"}


@pytest.fixture
def run_here(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every use case run in the test's session, undone when it raises."""

    def run(
        actor: Actor,
        use_case: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        with work.session.begin_nested():
            acting = dataclasses.replace(work, actor=actor)
            return use_case(acting, *args, **kwargs)

    monkeypatch.setattr(asking, "run", run)
    monkeypatch.setattr(identity, "run", run)


@pytest.fixture
def browser(run_here: None) -> Iterator[TestClient]:
    """A browser with our script that has been here before."""
    with TestClient(addresses, headers=JSON, follow_redirects=False) as client:
        hold(client, COOKIE)
        yield client
