"""People a provider vouches for, and their journeys, as the use cases leave them."""

from collections.abc import Callable
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import parse_qs, urlsplit

from services.accounts.open_session import Device
from services.identities.begin_journey import JourneyWish, go_to_provider
from services.identities.models import JourneyPurpose
from services.identities.providers import Provider
from services.identities.return_from_provider import (
    ProviderAnswer,
    return_from_provider,
)
from services.identities.returned import Returned
from services.integrations.identity_provider.port import Identity
from services.work import Work
from tests.fakes import FakeIdentityProvider

P = ParamSpec("P")
T = TypeVar("T")
BACK_AT = "https://dichvucong.example.vn/api/dang-nhap/ve/national"
CODE = "a-code"


def make_identity(**values: Any) -> Identity:
    """Return a citizen the police have seen, as `make_account`'s; Any: fields."""
    given: dict[str, Any] = {
        "subject": "TECH-11",
        "party": "citizen",
        "full_name": "Nguyễn Thị Ánh Tuyết",
        "level": 2,
        "is_from_police": True,
        "citizen_id": "999190000011",
        "birth_date": date(1990, 12, 31),
        "sex": "female",
        "phone": "0900000011",
        "email": "AnhTuyet@example.vn",
        "address": "Tổ 5, phường Thử Nghiệm",
        "id_token": "header.payload.signature",
    }
    return Identity(**given | values)


def provider_of(work: Work, provider: Provider) -> FakeIdentityProvider:
    """Return the fake behind this provider."""
    systems = work.systems
    is_police = provider is Provider.POLICE
    fake = systems.police_identity if is_police else systems.national_identity
    assert isinstance(fake, FakeIdentityProvider)
    return fake


def opener_of(work: Work) -> Any:
    """Return what runs every use case in this work; Any: it takes all of them."""

    def run(
        use_case: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        return use_case(work, *args, **kwargs)

    return run


def set_out(
    work: Work,
    purpose: JourneyPurpose = JourneyPurpose.SIGN_IN,
    return_to: str = "/nop-ho-so",
    provider: Provider = Provider.NATIONAL,
) -> str:
    """Begin a journey and return its state."""
    wish = JourneyWish(provider, purpose, BACK_AT, return_to)
    there = go_to_provider(opener_of(work), wish)
    return parse_qs(urlsplit(there).query)["state"][0]


def come_back(
    work: Work,
    state: str,
    identity: Identity | None = None,
    provider: Provider = Provider.NATIONAL,
    error: str = "",
) -> Returned:
    """Return from the provider, with a code that stands for this person."""
    if identity is not None:
        provider_of(work, provider).people[CODE] = identity
    code = "" if error else CODE
    answer = ProviderAnswer(state, code, error)
    device = Device("Firefox, Linux")
    return return_from_provider(opener_of(work), provider, answer, device)
