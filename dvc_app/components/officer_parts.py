"""Python faces of `officer_parts.jsx`."""

from typing import Any

import reflex as rx

from dvc_app.wording import desk as wording

_LIBRARY = "$/public" + rx.asset("officer_parts.jsx", shared=True)
ROW_MENU = "details.row-menu"
ROW_LINK = ".desk-line .row-link"
KEY_WORDS = {
    "open": wording.KEYS,
    "title": wording.KEYS_TITLE,
    "close": wording.KEYS_CLOSE,
    "on": wording.KEYS_ON,
}


class _Tabs(rx.Component):
    library = _LIBRARY
    tag = "Tabs"
    tabs: rx.Var[list]
    label: rx.Var[str]


class _RowMenus(rx.Component):
    library = _LIBRARY
    tag = "RowMenus"
    selector: rx.Var[str]


class _DeskKeys(rx.Component):
    library = _LIBRARY
    tag = "DeskKeys"
    rows: rx.Var[str]
    search: rx.Var[str]
    words: rx.Var[dict[str, str]]
    keys: rx.Var[list[list[str]]]


def tabs(rows: Any, label: str, record: Any, *panels: rx.Component) -> rx.Component:
    """Return tabs, one panel each; another record begins at the first one."""
    # Any: Vars of the rows, each with id, label and note, and of the record's name.
    return _Tabs.create(*panels, tabs=rows, label=label, key=record)


def row_menu(label: Any, *items: rx.Component) -> rx.Component:
    """Return the three dots of a row and what opens under them."""
    # Any: a Var of text.
    return rx.el.details(
        rx.el.summary(
            rx.el.span("⋮", aria_hidden="true"), rx.el.span(label, class_name="sr-only")
        ),
        rx.el.ul(*items),
        class_name="row-menu",
    )


def row_menus_close() -> rx.Component:
    """Return what closes an open row menu on Escape and on a press elsewhere."""
    return _RowMenus.create(selector=ROW_MENU)


def desk_keys(search: str) -> rx.Component:
    """Return the shortcuts of a list, and the button that explains them."""
    return _DeskKeys.create(
        rows=ROW_LINK, search=search, words=KEY_WORDS, keys=wording.KEYS_LIST
    )
