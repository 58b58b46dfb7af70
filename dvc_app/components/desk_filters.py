"""The filters of the desk: three groups in sight, the rest on request (O02)."""

from typing import Any

import reflex as rx

from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.state.officer import desk_filters as keys
from dvc_app.state.officer.desk import DeskState as State
from dvc_app.state.officer.desk_filters import Choice
from dvc_app.wording import desk as wording

FLAGS = {
    keys.LATE: wording.ONLY_LATE,
    keys.UNPAID: wording.ONLY_UNPAID,
    keys.UNREAD: wording.ONLY_UNREAD,
    keys.WANTS_OUT: wording.ONLY_WANTS_OUT,
    keys.AWAY: wording.ONLY_AWAY,
}


def desk_filters() -> rx.Component:
    """Return the form; the address is what it fills in and is filled from."""
    return rx.el.form(
        rx.el.div(
            _day(keys.FROM_DAY, wording.FROM_DAY),
            _day(keys.TO_DAY, wording.TO_DAY),
            _choice(
                keys.SECTOR,
                wording.SECTOR,
                rx.foreach(State.sectors, _option),
                key=State.sectors.length().to_string(),
            ),
            _text(keys.TEXT, wording.TEXT, type="search", enter_key_hint="search"),
            rx.el.div(
                rx.el.button(
                    wording.SEARCH, type="submit", class_name="button button--quiet"
                ),
                rx.cond(
                    State.has_filters,
                    link(
                        wording.CLEAR,
                        to=State.clear_href,
                        class_name="button button--text",
                    ),
                ),
                class_name="filter-acts",
            ),
            class_name="filters",
        ),
        _rest(),
        role="search",
        aria_label=wording.FILTERS,
        key=State.filters_key,
        class_name="card desk-filters",
        no_validate=True,
        on_submit=State.search,
    )


def _rest() -> rx.Component:
    return rx.el.details(
        rx.el.summary(wording.MORE),
        rx.el.div(
            _group(
                wording.GROUP_DAYS,
                _day(keys.DUE_FROM, wording.DUE_FROM),
                _day(keys.DUE_TO, wording.DUE_TO),
                _day(keys.DONE_FROM, wording.DONE_FROM),
                _day(keys.DONE_TO, wording.DONE_TO),
            ),
            _group(
                wording.GROUP_WHAT,
                _text(keys.PROCEDURE, wording.PROCEDURE),
                _choice(keys.CHANNEL, wording.CHANNEL, *_fixed(keys.channel_choices())),
                _choice(keys.STATUS, wording.STATUS, *_fixed(keys.status_choices())),
                _choice(
                    keys.SORT, wording.SORT, *_fixed(keys.sort_choices()), all_="–"
                ),
            ),
            _group(
                wording.GROUP_WHO,
                _choice(
                    keys.HOLDER,
                    wording.HOLDER,
                    rx.el.option(wording.NOT_TAKEN, value=keys.NOT_TAKEN),
                    rx.foreach(State.officers, _option),
                    key=State.officers.length().to_string(),
                ),
                _text(keys.STEP, wording.STEP),
            ),
            rx.el.fieldset(
                rx.el.legend(wording.GROUP_ONLY),
                *[_flag(name, words) for name, words in FLAGS.items()],
                class_name="filter-flags",
            ),
            class_name="filter-rest",
        ),
        open=State.has_rest,
        class_name="filter-more",
    )


def _group(title: str, *fields: rx.Component) -> rx.Component:
    return rx.el.fieldset(rx.el.legend(title), rx.el.div(*fields, class_name="filters"))


def _flag(name: str, words: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            id=name,
            name=name,
            default_checked=State.filters[name] == keys.ON,
        ),
        rx.el.span(words),
        class_name="tick",
    )


def _choice(name: str, label: str, *options: Any, **props: Any) -> rx.Component:
    # Any: options, a foreach of them, and what a select takes.
    first = rx.el.option(props.pop("all_", wording.ALL), value="")
    return select_field(
        Field(name, label),
        [first, *options],
        default_value=State.filters[name],
        **props,
    )


def _fixed(choices: list[Choice]) -> list[rx.Component]:
    return [rx.el.option(one.words, value=one.value) for one in choices]


def _option(choice: Choice) -> rx.Component:
    return rx.el.option(choice.words, value=choice.value, key=choice.value)


def _text(name: str, label: str, **props: Any) -> rx.Component:
    # Any: what an input takes.
    return text_field(
        Field(name, label),
        State.filters[name],
        auto_complete="off",
        spell_check=False,
        **props,
    )


def _day(name: str, label: str) -> rx.Component:
    return text_field(
        Field(name, label, error=State.problems.get(name, "")),
        State.filters[name],
        input_mode="numeric",
        auto_complete="off",
    )
