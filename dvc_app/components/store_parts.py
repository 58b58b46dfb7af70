"""Python faces of `store_parts.jsx`, and one field of a paper that was read (O09)."""

from typing import Any

import reflex as rx

from dvc_app.state.officer.store_rows import FieldRow
from dvc_app.wording import digitising as wording

_LIBRARY = "$/public" + rx.asset("store_parts.jsx", shared=True)
FORM_ID = "giay-to"
PAGE_WORDS = {
    "before": wording.BEFORE,
    "after": wording.AFTER,
    "page": wording.PAGE_OF,
    "alt": wording.PAGE_ALT,
    "label": wording.PICTURE,
}


class _PaperPages(rx.Component):
    library = _LIBRARY
    tag = "PaperPages"
    pictures: rx.Var[list[str]]
    boxes: rx.Var[dict[str, list[float]]]
    words: rx.Var[dict[str, str]]
    name: rx.Var[str]


class _StoreKeys(rx.Component):
    library = _LIBRARY
    tag = "StoreKeys"
    form: rx.Var[str]
    watch: rx.Var[str]
    offers: rx.Var[dict[str, list[str]]]


def paper_pages(pictures: Any, boxes: Any, name: Any, key: Any) -> rx.Component:
    """Return the pages of a paper, the place of the field in focus lit up."""
    # Any: Vars of addresses, places by field, and text.
    return _PaperPages.create(
        pictures=pictures, boxes=boxes, words=PAGE_WORDS, name=name, key=key
    )


def store_keys(watch: Any, offers: Any) -> rx.Component:
    """Return the keys of the form, and what fills the fields nobody touched.

    A new `watch` moves focus into the form.
    """
    # Any: Vars of text, and of values with their marks by field.
    return _StoreKeys.create(form=FORM_ID, watch=watch, offers=offers)


def store_field(field: FieldRow, errors: Any, left: Any) -> rx.Component:
    """Return one field with its mark, and the box that says it is right."""
    # Any: a Var of sentences by field; the handler that hears of a field once left.
    return rx.el.div(
        rx.el.label(
            rx.el.span(field.label, class_name=field.label_css), html_for=field.name
        ),
        rx.cond(
            field.hint != "",
            rx.el.span(field.hint, class_name="hint", id=f"{field.name}-goi-y"),
        ),
        rx.el.span(
            errors.get(field.name, ""), class_name="error", id=f"{field.name}-loi"
        ),
        rx.el.input(
            id=field.name,
            name=field.name,
            default_value=field.value,
            max_length=200,
            auto_complete="off",
            spell_check=False,
            on_blur=lambda value: left(field.name, value),
            input_mode=rx.cond(field.is_day, "numeric", "text"),
            aria_required=rx.cond(field.label_css != "", "true", "false"),
            aria_invalid=rx.cond(errors.contains(field.name), "true", "false"),
            aria_describedby=(
                f"{field.name}-loi {field.name}-goi-y {field.name}-nguon"
            ),
        ),
        rx.el.div(
            rx.el.span(
                rx.cond(field.mark != "", field.mark, ""), class_name=field.mark_css
            ),
            rx.cond(
                field.tick != "",
                rx.el.label(
                    rx.el.input(
                        type="checkbox",
                        id=field.tick,
                        name=field.tick,
                        aria_label=field.tick_label,
                    ),
                    rx.el.span(wording.CONFIRM),
                    class_name="tick",
                ),
            ),
            rx.cond(field.other != "", rx.el.span(field.other, class_name="small")),
            _offer(field),
            id=f"{field.name}-nguon",
            class_name="row field-source",
        ),
        class_name=rx.cond(errors.contains(field.name), "field field--error", "field"),
        key=field.name,
    )


def _offer(field: FieldRow) -> rx.Component:
    """Return the way back to the offered value; shown where another stands."""
    return rx.cond(
        field.offer != "",
        rx.el.button(
            field.offer,
            type="button",
            aria_label=field.offer_label,
            data_offer=field.name,
            class_name="button button--quiet button--small store-offer",
        ),
    )
