"""The address field (F8): a commune picked by search, the rest as text, the old kept."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, Text
from dvc_app.wording import address as wording

WORDS = {
    "commune": wording.COMMUNE,
    "communeHint": wording.COMMUNE_HINT,
    "detail": wording.DETAIL,
    "knowOldOnly": wording.KNOW_OLD_ONLY,
    "old": wording.OLD,
    "oldHint": wording.OLD_HINT,
    "convert": wording.CONVERT,
    "converting": wording.CONVERTING,
    "foundOne": wording.FOUND_ONE,
    "foundMany": wording.FOUND_MANY,
    "foundNone": wording.FOUND_NONE,
    "use": wording.USE,
    "confirmed": wording.CONFIRMED,
    "count": wording.COUNT,
    "nothing": wording.NOTHING,
    "failed": wording.FAILED,
    "formerly": wording.FORMERLY,
    "notChosen": wording.NOT_CHOSEN,
    "chosen": wording.CHOSEN,
}


@dataclass(frozen=True)
class Address:
    """One text for each part: what is saved, or what is wrong with it."""

    commune: Text = ""  # code of the commune; its name is looked up by the field
    detail: Text = ""
    old: Text = ""


NOTHING = Address()


def _settled(
    name: rx.Var[str], part: rx.Var[str], text: rx.Var[str]
) -> tuple[rx.Var[str], rx.Var[str], rx.Var[str]]:
    return name, part, text


class _AddressField(rx.Component):
    library = "$/public" + rx.asset("address.jsx", shared=True)
    tag = "AddressField"
    name: rx.Var[str]
    label: rx.Var[str]
    hint: rx.Var[str]
    fault: rx.Var[str]
    required: rx.Var[bool]
    value: rx.Var[dict[str, str]]
    faults: rx.Var[dict[str, str]]
    words: rx.Var[dict[str, str]]
    search: rx.Var[str]
    convert: rx.Var[str]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        """Return what can be listened to; Any: the framework's own type."""
        return {**super().get_event_triggers(), "on_part": _settled}


def address_field(
    field: Field, value: Address = NOTHING, faults: Address = NOTHING, **props: Any
) -> rx.Component:
    """Return the field; it writes `<name>.commune`, `<name>.detail`, `<name>.old`.

    `on_part=lambda name, part, text: …` is called when a part is settled: a commune
    is chosen, a text is left. The values are read when the field is mounted; give it
    another `key` to draw it anew. It may stand inside rx.foreach.
    """
    # Any: on_part, key and whatever else a component takes.
    return _AddressField.create(
        name=field.name,
        label=field.label,
        hint=field.hint,
        fault=field.error,
        required=field.required,
        value=_parts(value),
        faults=_parts(faults),
        words=WORDS,
        search=routes.API_PLACES,
        convert=routes.API_FORMER_PLACES,
        **props,
    )


def _parts(address: Address) -> dict[str, Text]:
    return {
        "commune": address.commune,
        "detail": address.detail,
        "old": address.old,
    }
