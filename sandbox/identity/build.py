"""Puts the providers together: people, keys, pages and the protocol."""

from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.identity.gate import Gate
from sandbox.identity.keys import signing_key
from sandbox.identity.people import Register, load_identities
from sandbox.identity.protocol import Protocol
from sandbox.identity.provider import PROVIDERS, Provider
from sandbox.identity.screens import Screens
from sandbox.identity.sign_in import SignIn
from sandbox.identity.store import Store
from sandbox.messages import Messages
from sandbox.settings import Settings

SYSTEMS = tuple(provider.system for provider in PROVIDERS)


def identity_routes(
    settings: Settings, messages: Messages, templates: Jinja2Templates
) -> list[Route]:
    """Return the addresses of both providers; the overview learns who lives there."""
    templates.env.globals["identities"] = load_identities()
    return [
        route
        for provider in PROVIDERS
        for route in _routes(provider, settings, messages, templates)
    ]


def _routes(
    provider: Provider,
    settings: Settings,
    messages: Messages,
    templates: Jinja2Templates,
) -> list[Route]:
    known = [one for one in load_identities() if one.is_known_to(provider)]
    key = signing_key(settings.data / f"{provider.key}-key.json")
    store = Store()
    screens = Screens(provider, store, Register(tuple(known)), templates)
    protocol = Protocol(provider, store, key, settings.key)
    return [
        *protocol.routes(),
        *Gate(screens, protocol).routes(),
        *SignIn(screens, messages).routes(),
    ]
