"""The shape of every event, judged before its handler runs (FW-2, IN-1)."""

import inspect
from collections.abc import Mapping
from functools import cache
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from reflex_base.event import EventHandler
from reflex_base.utils.form import FORM_DATA_ENTRIES_KEY, form_data_as_dict

from services.core.text import reject_reason

MAX_DEPTH = 6
MAX_ITEMS = 200
MAX_TEXT = 10_000
MAX_NUMBER = 2**53


class Misshapen(Exception):
    """The payload is not what the handler takes; says nothing of its content."""


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


@cache
def _model(fn: Any) -> type[BaseModel]:
    # Any: a handler is whatever the framework registered.
    hints = get_type_hints(fn)
    parameters = list(inspect.signature(fn).parameters.values())[1:]
    fields: dict[str, Any] = {
        parameter.name: (
            hints[parameter.name],
            ... if parameter.default is parameter.empty else parameter.default,
        )
        for parameter in parameters
    }
    return create_model(fn.__qualname__, __base__=_Strict, **fields)


def without_absent(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return the payload without controls that are drawn on another condition.

    A form names every control it may have; one that is not on the page now
    comes as null, which no handler takes for an answer.
    """
    return {
        name: {FORM_DATA_ENTRIES_KEY: _present(value[FORM_DATA_ENTRIES_KEY])}
        if isinstance(value, dict) and set(value) == {FORM_DATA_ENTRIES_KEY}
        else value
        for name, value in payload.items()
    }


def _present(entries: Any) -> Any:
    # Any: nothing of it has been judged yet.
    if not isinstance(entries, list):
        return entries
    return [
        entry
        for entry in entries
        if not (isinstance(entry, list) and len(entry) == 2 and entry[1] is None)
    ]


def check_payload(handler: EventHandler, payload: object) -> None:
    """Refuse any payload that is not exactly what the handler declares."""
    if not isinstance(payload, Mapping):
        raise Misshapen("not a mapping")
    check_value(payload)
    try:
        given = {name: form_data_as_dict(value) for name, value in payload.items()}
        _model(handler.fn).model_validate(given)
    except (ValidationError, KeyError, TypeError, ValueError) as error:
        raise Misshapen(type(error).__name__) from None


def check_value(value: object, depth: int = 0) -> None:
    """Refuse what no field of ours holds: too deep, too long, or no JSON at all."""
    if depth > MAX_DEPTH:
        raise Misshapen("depth")
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, Mapping):
        _check_items([*value.keys(), *value.values()], depth)
    elif isinstance(value, list | tuple):
        _check_items(value, depth)
    elif isinstance(value, int | float):
        if not abs(value) <= MAX_NUMBER:
            raise Misshapen("number")
    elif value is not None:
        raise Misshapen("kind")  # an attachment of bytes


def _check_items(items: list[Any] | tuple[Any, ...], depth: int) -> None:
    if len(items) > 2 * MAX_ITEMS:
        raise Misshapen("items")
    for item in items:
        check_value(item, depth + 1)


def _check_text(text: str) -> None:
    if len(text) > MAX_TEXT or reject_reason(text, multiline=True):
        raise Misshapen("text")
