"""The token of the data gateway: kept, renewed once, never trusted too long."""

from collections.abc import Callable

import httpx
import pytest
from pydantic import BaseModel

from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.gateway import GatewayLogin

Answering = Callable[[httpx.Request], httpx.Response]


class Nothing(BaseModel):
    """A question and an answer without content."""


class Gateway:
    """Counts the tokens it gave and takes only the newest."""

    def __init__(self, term: object = 3600) -> None:
        self.given, self.term, self.refuses = 0, term, False
        self.heard: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.heard.append(request)
        if request.url.path == "/gw/token":
            self.given += 1
            token = {"access_token": f"t{self.given}", "expires_in": self.term}
            return httpx.Response(200, json=token)
        good = request.headers["Authorization"] == f"Bearer t{self.given}"
        return httpx.Response(200 if good and not self.refuses else 401, json={})


def client_of(answering: Answering) -> httpx.Client:
    client = httpx.Client(
        base_url="http://gateway/gw", transport=httpx.MockTransport(answering)
    )
    client.auth = GatewayLogin(client.base_url, "key", "secret")
    return client


def ask(client: httpx.Client) -> None:
    transport.post(client, "op", Nothing(), Nothing)


def test_one_token_serves_many_questions() -> None:
    played = Gateway()
    client = client_of(played)
    for _ in range(3):
        ask(client)
    assert played.given == 1
    asked = played.heard[0]
    assert asked.content == b"grant_type=client_credentials"
    assert asked.headers["Authorization"] == "Basic a2V5OnNlY3JldA=="


def test_a_token_is_given_up_before_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    played = Gateway(term="100")
    client = client_of(played)
    ask(client)
    now[0] += 69
    ask(client)
    assert played.given == 1
    now[0] += 2
    ask(client)
    assert played.given == 2


def test_a_refused_token_is_renewed_once_and_the_question_asked_again() -> None:
    played = Gateway()
    client = client_of(played)
    ask(client)
    played.given += 1  # the gateway has forgotten it
    ask(client)
    assert [request.url.path for request in played.heard[-3:]] == [
        "/gw/op",
        "/gw/token",
        "/gw/op",
    ]


def test_a_gateway_that_refuses_every_token_is_asked_twice_and_no_more() -> None:
    played = Gateway()
    played.refuses = True
    with pytest.raises(SystemUnavailable):
        ask(client_of(played))
    assert len(played.heard) == 4


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(401, json={"error": "invalid_client"}),
        httpx.Response(200, text="<html>"),
        httpx.Response(200, json={"access_token": None}),
        httpx.Response(503),
    ],
)
def test_without_a_token_nothing_is_asked(answer: httpx.Response) -> None:
    heard = []

    def deny(request: httpx.Request) -> httpx.Response:
        heard.append(request.url.path)
        return answer

    with pytest.raises(SystemUnavailable):
        ask(client_of(deny))
    assert heard == ["/gw/token"]


def test_the_token_is_asked_for_within_the_time_limit_of_the_question() -> None:
    played = Gateway()
    client = client_of(played)
    client.timeout = httpx.Timeout(1.5)
    ask(client)
    assert played.heard[0].extensions["timeout"]["read"] == 1.5
