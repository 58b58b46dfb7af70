"""Nộp hồ sơ, bước 4: nơi nhận kết quả (C13)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.address import Address, address_field
from dvc_app.components.filing import next_button, step_form, step_page
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.notice import notice
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_delivery import (
    CounterRow,
    FilingDeliveryState,
)
from dvc_app.wording import delivery as wording

State = FilingDeliveryState


def filing_delivery_page() -> rx.Component:
    """Compose the page."""
    return step_page(
        "delivery",
        error_summary(FilingState),
        rx.cond(
            State.loaded & (State.drawn_of == FilingState.draft_id),
            _form(),
            skeleton(6),
        ),
    )


def _form() -> rx.Component:
    return step_form(
        rx.el.fieldset(
            rx.el.legend(wording.WAY, class_name="required h2"),
            _way("counter", wording.AT_COUNTER, ~State.is_posted),
            rx.cond(~State.is_posted, _counters()),
            _way("post", wording.BY_POST, State.is_posted),
            rx.el.span(_fault("delivery"), class_name="error"),
            id="delivery",
            class_name="card stack radios",
        ),
        rx.el.div(
            rx.el.label(
                rx.el.input(
                    type="checkbox",
                    custom_attrs={"data-tick": "home_collection", "data-off": "no"},
                    default_checked=State.is_collected,
                    on_change=State.choose_collection,
                ),
                rx.el.span(wording.COLLECT),
                class_name="tick",
            ),
            rx.cond(State.is_collected, _when()),
            class_name="card stack",
        ),
        rx.cond(State.is_posted | State.is_collected, rx.el.div(_person())),
        _electronic(),
        _originals(),
        on_submit=FilingState.go_on,
        main=next_button(),
        back=routes.FILE_COMPONENTS,
    )


def _way(value: str, words: str, is_chosen: rx.Var[bool]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="delivery",
            value=value,
            default_checked=is_chosen,
            on_change=State.choose_way(value),
        ),
        rx.el.b(words),
        class_name="tick",
    )


def _counters() -> rx.Component:
    return rx.el.div(
        rx.el.p(wording.WHICH, class_name="small muted", id="delivery_place"),
        rx.foreach(State.counters, _counter),
        class_name="stack-s indented",
        role="group",
        aria_labelledby="delivery_place",
    )


def _counter(desk: CounterRow) -> rx.Component:
    return rx.el.div(
        rx.el.label(
            rx.el.input(
                type="radio",
                name="delivery_place",
                value=desk.key,
                default_checked=desk.is_chosen,
                on_change=State.choose_place(desk.key),
            ),
            rx.el.span(desk.name),
            class_name="tick",
        ),
        rx.cond(
            desk.is_chosen,
            rx.el.dl(
                _fact(wording.ADDRESS, desk.address),
                _fact(wording.PHONE, desk.phone),
                _fact(wording.HOURS, desk.hours),
                class_name="facts indented",
            ),
        ),
        rx.cond(
            desk.is_chosen & (desk.map_href != ""),
            rx.el.a(
                wording.MAP,
                href=desk.map_href,
                target="_blank",
                rel="noopener noreferrer",
                aria_label=desk.map_label,
                class_name="small indented map-link",
            ),
        ),
        key=desk.key,
    )


def _fact(label: str, text: rx.Var[str]) -> rx.Component:
    return rx.cond(text != "", rx.fragment(rx.el.dt(label), rx.el.dd(text)))


def _when() -> rx.Component:
    values = FilingState.values
    return rx.el.div(
        select_field(
            Field(
                "collection_day",
                wording.DAY,
                required=True,
                error=_fault("collection_day"),
            ),
            [
                rx.el.option(wording.CHOOSE, value=""),
                rx.foreach(
                    State.days,
                    lambda day: rx.el.option(day.words, value=day.value, key=day.value),
                ),
            ],
            default_value=values.get("collection_day", ""),
            on_change=FilingState.save_field("collection_day"),
        ),
        select_field(
            Field(
                "collection_part",
                wording.PART,
                required=True,
                error=_fault("collection_part"),
            ),
            [
                rx.el.option(wording.CHOOSE, value=""),
                *(
                    rx.el.option(words, value=value)
                    for value, words in wording.PARTS.items()
                ),
            ],
            default_value=values.get("collection_part", ""),
            on_change=FilingState.save_field("collection_part"),
        ),
        class_name="grid-2",
    )


def _person() -> rx.Component:
    values = FilingState.values
    return rx.el.fieldset(
        rx.el.legend(wording.PERSON, class_name="h2"),
        text_field(
            Field(
                "recipient_name",
                wording.NAME,
                wording.NAME_HINT,
                required=True,
                error=_fault("recipient_name"),
            ),
            values.get("recipient_name", ""),
            auto_complete="name",
            spell_check=False,
            on_blur=FilingState.save_field("recipient_name"),
        ),
        text_field(
            Field(
                "recipient_phone",
                wording.PHONE,
                wording.PHONE_HINT,
                required=True,
                error=_fault("recipient_phone"),
            ),
            values.get("recipient_phone", ""),
            type="tel",
            input_mode="tel",
            auto_complete="tel",
            on_blur=FilingState.save_field("recipient_phone"),
        ),
        rx.cond(
            State.proposed != "", rx.el.p(State.proposed, class_name="small muted")
        ),
        address_field(
            Field("delivery_address", wording.ADDRESS, required=True),
            Address(
                commune=values.get("delivery_address.commune", ""),
                detail=values.get("delivery_address.detail", ""),
                old=values.get("delivery_address.old", ""),
            ),
            Address(
                commune=_fault("delivery_address.commune"),
                detail=_fault("delivery_address.detail"),
                old=_fault("delivery_address.old"),
            ),
            on_part=State.save_part,
        ),
        rx.el.p(
            State.fee,
            role="status",
            class_name=rx.cond(State.is_silent, "notice notice--warn", "notice"),
            hidden=State.fee == "",
        ),
        class_name="card stack",
    )


def _electronic() -> rx.Component:
    return notice(
        rx.el.b("✓ ", aria_hidden=True),
        rx.el.b(wording.ELECTRONIC_TITLE),
        ". ",
        wording.ELECTRONIC,
        kind="done",
    )


def _originals() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.ORIGINALS, class_name="h3"),
        rx.el.p(State.give),
        rx.el.ul(
            rx.foreach(State.originals, lambda paper: rx.el.li(paper)),
            class_name="dotted",
        ),
        class_name="card stack-s",
    )


def _fault(field: str) -> rx.Var[str]:
    return FilingState.problems.get(field, "")
