"""The websocket's envelope: what a page may send, and nothing beside it (B8)."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dvc_app.walls import policy
from dvc_app.walls.payloads import Misshapen, check_payload, without_absent

Path = Annotated[str, Field(max_length=4000, pattern="^/[^\\x00]*$")]
Part = Annotated[str, Field(max_length=2000, pattern="^[^\\x00]*$")]

Parts = Annotated[list[Part], Field(max_length=40)]


class _Route(BaseModel):
    """Where the page says it is; headers, address and token are never its to say."""

    model_config = ConfigDict(strict=True, extra="forbid")
    pathname: Path = "/"
    asPath: Path = "/"
    # An address no route knows comes as a list of its parts.
    query: dict[Part, Part | Parts] = Field(default_factory=dict, max_length=40)


class _Envelope(BaseModel):
    """The parts of an event the framework reads; what else lies there is dropped."""

    model_config = ConfigDict(strict=True, extra="ignore")
    name: str = Field(max_length=300)
    payload: dict[str, Any] = Field(default_factory=dict)
    router_data: _Route = Field(default_factory=_Route)


class Refused(Exception):
    """The envelope goes no further; the argument is the reason of its audit row."""


def open_envelope(data: object) -> dict[str, Any]:
    """Return the event as the framework takes it, or raise Refused."""
    try:
        envelope = _Envelope.model_validate(data)
    except ValidationError:
        raise Refused("event:envelope") from None
    envelope.payload = without_absent(envelope.payload)
    handler = policy.registered(envelope.name)
    if handler is None:
        raise Refused("event:unknown")
    is_framework = policy.is_framework(envelope.name, handler)
    if not is_framework and not policy.audience(handler):
        raise Refused("event:denied")
    try:
        check_payload(handler.handler, envelope.payload)
    except Misshapen:
        raise Refused("event:shape") from None
    return envelope.model_dump(exclude_unset=True)


def is_known_packet(event: object, count: int) -> bool:
    """Tell whether pages send a packet of this name with this many parts.

    The socket library calls whatever method a packet names, and what a packet
    brings too little or too much ends in an error that is logged with its parts.
    """
    counts = {"event": (1,), "ping": (0,), "client_error": (0, 1)}
    return isinstance(event, str) and count in counts.get(event, ())
