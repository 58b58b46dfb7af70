"""Where the result goes, asked at the counter: fetched there, or by post (O04, C13)."""

import reflex as rx

from dvc_app.components.address import Address, address_field
from dvc_app.components.form.fields import Field, text_field
from dvc_app.state.officer.counter_draft import CounterDraftState as State
from dvc_app.wording import counter as wording
from dvc_app.wording import delivery

PLACE = "delivery_address"


def counter_delivery() -> rx.Component:
    """Return the choice; what belongs to the post shows when the post is chosen."""
    return rx.el.fieldset(
        rx.el.legend(delivery.WAY, class_name="h2"),
        rx.el.div(
            _way("counter", wording.RESULT_HERE, ~State.is_posted),
            _way("post", wording.RESULT_BY_POST, State.is_posted),
            id="delivery",
            class_name="radios",
        ),
        rx.cond(State.is_posted, _post()),
        class_name="card stack",
    )


def _way(value: str, words: str, is_chosen: rx.Var[bool]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="delivery",
            value=value,
            default_checked=is_chosen,
            disabled=State.held != "",
            on_change=State.choose_way(value),
        ),
        rx.el.span(words),
        class_name="tick",
    )


def _post() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            _line("recipient_name", delivery.NAME),
            _line("recipient_phone", wording.RECIPIENT_PHONE),
            class_name="fields fields--2",
        ),
        address_field(
            Field(PLACE, delivery.ADDRESS, required=True),
            Address(*(_value(part) for part in ("commune", "detail", "old"))),
            Address(*(_fault(f"{PLACE}.{p}") for p in ("commune", "detail", "old"))),
            on_part=State.save_part,
        ),
        class_name="stack",
    )


def _line(name: str, label: str) -> rx.Component:
    return text_field(
        Field(name, label, required=True, error=_fault(name)),
        State.values.get(name, ""),
        auto_complete="off",
        read_only=State.held != "",
        on_blur=lambda text: State.save_field(name, text),
    )


def _value(part: str) -> rx.Var[str]:
    return State.values.get(f"{PLACE}.{part}", "")


def _fault(field: str) -> rx.Var[str]:
    return State.problems.get(field, "")
