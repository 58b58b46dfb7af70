"""“Tiếp nhận hồ sơ” at the counter: queue, procedure, person (O04)."""

from typing import Any

import reflex as rx

from dvc_app.components.counter_side import carried, differing, drafts, queue
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.office_page import OfficeWords, office_list
from dvc_app.state.officer.counter import (
    ChosenRow,
    ProcedureRow,
)
from dvc_app.state.officer.counter import CounterState as State
from dvc_app.wording import counter as wording
from dvc_app.wording import till

PERSON_FORM, SEARCH_FORM = "nguoi-nop", "tim-nguoi"


def counter_page() -> rx.Component:
    """Compose the page."""
    words = OfficeWords(no_role_title=till.NO_ROLE_TITLE, no_role=till.NO_ROLE)
    return office_list(
        State,
        wording.TITLE,
        wording.LEAD,
        rx.el.div(
            rx.el.div(_procedures(), _person(), class_name="stack-l"),
            rx.el.div(queue(), carried(), drafts(), differing(), class_name="stack"),
            class_name="counter",
        ),
        words=words,
    )


def _procedures() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.PROCEDURES),
        rx.el.form(
            text_field(
                Field("words", wording.SEARCH, hint=wording.SEARCH_HINT),
                State.searched,
                type="search",
                auto_complete="off",
            ),
            rx.el.button(
                wording.SEARCH_DO, type="submit", class_name="button button--quiet"
            ),
            on_submit=State.search,
            key=State.searched,
            class_name="search-line",
        ),
        rx.cond(
            State.chosen.length() > 0,
            rx.el.ul(
                rx.foreach(State.chosen, _chosen),
                aria_label=wording.CHOSEN,
                class_name="chosen",
            ),
            rx.el.p(wording.NONE_CHOSEN, class_name="small muted"),
        ),
        rx.cond(
            State.problems.get("procedures", "") != "",
            rx.el.p(State.problems.get("procedures", ""), class_name="error"),
        ),
        rx.cond(
            State.procedures.length() > 0,
            rx.el.div(
                rx.foreach(State.procedures, _procedure), class_name="procedure-ticks"
            ),
            rx.el.p(wording.NOTHING_FOUND, role="status"),
        ),
        id="procedures",
        class_name="card stack",
    )


def _procedure(row: ProcedureRow) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            checked=State.chosen.to(list[ChosenRow]).contains(row.code, "code"),
            on_change=lambda on: State.choose(row.code, on),
        ),
        rx.el.span(
            row.name, rx.el.span(row.code, " · ", row.sector, class_name="small muted")
        ),
        key=row.code,
        class_name="tick",
    )


def _chosen(row: ChosenRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(row.name, class_name="grow"),
        rx.el.button(
            "−",
            type="button",
            aria_label=row.less_label,
            class_name="button button--quiet button--small",
            on_click=State.add(row.code, False),
        ),
        rx.el.b(row.count, class_name="num"),
        rx.el.button(
            "+",
            type="button",
            aria_label=row.more_label,
            class_name="button button--quiet button--small",
            on_click=State.add(row.code, True),
        ),
        key=row.code,
    )


def _person() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.PERSON),
        rx.el.form(
            rx.el.p(wording.FIND_HINT, class_name="small muted"),
            rx.el.div(
                _purpose(),
                _find_line("card", wording.CARD, wording.CARD_HINT),
                _find_line("number", wording.NUMBER, input_mode="numeric"),
                _find_line("phone", wording.PHONE, type="tel"),
                _find_line("full_name", wording.NAME),
                _find_line("birth_date", wording.BORN, wording.BORN_HINT),
                class_name="fields fields--2",
            ),
            rx.el.button(
                wording.FIND, type="submit", class_name="button button--quiet"
            ),
            id=SEARCH_FORM,
            on_submit=State.find,
            no_validate=True,
            class_name="stack",
        ),
        rx.cond(
            State.source != "",
            rx.el.p(State.source, role="status", class_name="notice"),
        ),
        _person_form(),
        class_name="card stack",
    )


def _purpose() -> rx.Component:
    options = [rx.el.option(wording.CHOOSE_PURPOSE, value="")]
    options += [
        rx.el.option(words, value=str(one)) for one, words in wording.PURPOSES.items()
    ]
    return select_field(
        Field(
            "find_purpose",
            wording.PURPOSE,
            hint=wording.PURPOSE_HINT,
            required=True,
            error=State.problems.get("find_purpose", ""),
        ),
        options,
    )


def _find_line(name: str, label: str, hint: str = "", **props: Any) -> rx.Component:
    # Any: props of an input. Its id differs from the field of the same name below.
    key = f"find_{name}"
    return text_field(
        Field(key, label, hint=hint, error=State.problems.get(key, "")),
        auto_complete="off",
        spell_check=False,
        **props,
    )


def _person_form() -> rx.Component:
    return rx.el.form(
        rx.el.div(
            _line("full_name", wording.NAME, required=True),
            _line("birth_date", wording.BORN, wording.BORN_HINT, required=True),
            _line("number", wording.NUMBER),
            _line("phone", wording.PHONE, required=True),
            _line("address", wording.ADDRESS),
            select_field(
                Field("channel", wording.CHANNEL),
                [
                    rx.el.option(words, value=str(one))
                    for one, words in wording.CHANNELS.items()
                ],
            ),
            class_name="fields fields--2",
        ),
        rx.el.div(
            rx.el.button(wording.BEGIN, type="submit", class_name="button"),
            class_name="row",
        ),
        id=PERSON_FORM,
        key=State.person_key,
        on_submit=State.begin,
        no_validate=True,
        class_name="stack",
    )


def _line(
    name: str, label: str, hint: str = "", required: bool = False
) -> rx.Component:
    return text_field(
        Field(
            name,
            label,
            hint=hint,
            required=required,
            error=State.problems.get(name, ""),
        ),
        State.known.get(name, ""),
        auto_complete="off",
    )
