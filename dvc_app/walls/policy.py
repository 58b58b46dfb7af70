"""Who may call which event: a handler without a row is denied (AZ-1)."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from reflex_base.registry import RegisteredEventHandler, RegistrationContext

from services.work import Actor, Role

F = TypeVar("F", bound=Callable[..., Any])


class Who(StrEnum):
    """The audiences of the portal."""

    ANYBODY = "anybody"
    CITIZEN = "citizen"
    OFFICER = "officer"  # in a post in force
    WITHOUT_POST = "without_post"  # an officer who holds none now
    ADMINISTRATOR = "administrator"  # an officer in an administrator's post
    AUDITOR = "auditor"


BY_ROLE = {Role.ADMINISTRATOR: Who.ADMINISTRATOR, Role.AUDITOR: Who.AUDITOR}

# What the framework's own client sends. `setvar` is not among them: it would
# reach every setter past its policy.
FRAMEWORK_EVENTS = {
    "hydrate",
    "hydrate_and_load",
    "on_load_internal",
    "update_vars_internal",
    "set_is_hydrated",
}


def allow(*who: Who) -> Callable[[F], F]:
    """Mark who may call a handler; stands directly under `@rx.event`."""

    def mark(handler: F) -> F:
        handler.__allow__ = frozenset(who)
        return handler

    return mark


def registered(name: str) -> RegisteredEventHandler | None:
    """Return the handler of that full name, if there is one."""
    return RegistrationContext.get().event_handlers.get(name)


def is_framework(name: str, handler: RegisteredEventHandler) -> bool:
    """Tell whether the event is one of the framework's own that pages need."""
    module = handler.handler.fn.__module__
    return module.startswith("reflex") and name.rpartition(".")[2] in FRAMEWORK_EVENTS


def audience(handler: RegisteredEventHandler) -> frozenset[Who]:
    """Return who may call it; nobody, when it has no row."""
    return getattr(handler.handler.fn, "__allow__", frozenset())


def is_allowed(allowed: frozenset[Who], actor: Actor) -> bool:
    """Tell whether this actor belongs to the audience."""
    if Who.ANYBODY in allowed:
        return True
    if actor.account_id is None:
        return False
    if not actor.is_officer:
        return Who.CITIZEN in allowed
    if not actor.roles:
        return Who.WITHOUT_POST in allowed
    held = {who for role, who in BY_ROLE.items() if role in actor.roles}
    return bool(allowed & {Who.OFFICER, *held})
