"""Từ chối, tạm dừng, gia hạn, dừng, chuyển đơn vị: one page each (O05, O07)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components import dossier_parts as parts
from dvc_app.components.browser_parts import LeadTo
from dvc_app.components.decision_told import told
from dvc_app.components.form.fields import (
    Field,
    area_field,
    check_field,
    select_field,
    text_field,
)
from dvc_app.components.form.summary import required_legend, submit_button
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.office_page import office_page
from dvc_app.state.officer.decision import DecisionFormState as State
from dvc_app.wording import decisions as wording
from dvc_app.wording import office

PREVIEW_ID = "nguoi-dan-doc"


def decision_page() -> rx.Component:
    """Compose the page: the form, then what the citizen will read."""
    return office_page(
        State,
        wording.PAGE_TITLE,
        rx.cond(State.gone != "", _gone(), rx.el.div(*_whole(), class_name="stack")),
        held=State.named,
    )


def _gone() -> rx.Component:
    return rx.el.div(
        rx.el.h1(wording.GONE_TITLE),
        notice(State.gone, kind="done"),
        link(office.BACK, to=routes.DESK, class_name="button"),
        class_name="stack column",
    )


def _whole() -> tuple[rx.Component, ...]:
    return (
        parts.dossier_head(State.head, State.title),
        rx.el.p(link(wording.TO_DOSSIER, to=State.back_href)),
        rx.cond(
            State.is_done | (State.why_not != ""),
            rx.cond(State.is_done, _done(), notice(State.why_not, kind="warn")),
            rx.fragment(_form(), rx.cond(State.is_preview, _preview())),
        ),
    )


def _done() -> rx.Component:
    return rx.el.div(
        rx.el.div(told(State.preview), class_name="as-read"),
        rx.el.p(link(office.BACK, to=routes.DESK, class_name="button")),
        class_name="card stack column",
    )


def _form() -> rx.Component:
    return rx.el.form(
        rx.el.h2(State.title),
        rx.el.p(State.lead, class_name="muted"),
        required_legend(),
        rx.cond(State.kind == "refuse", _refusal()),
        rx.cond(State.kind == "transfer", _unit()),
        rx.cond(State.templates.length() > 0, _template()),
        area_field(
            _field("ground", State.ground_label, wording.GROUND_HINT, required=True),
            State.begun["ground"],
            on_blur=lambda text: State.keep("ground", text),
        ),
        rx.cond(State.kind == "refuse", _basis(required=True), _other_basis()),
        rx.cond(State.kind == "extend", _dates()),
        rx.cond((State.kind == "refuse") | (State.kind == "stop"), _next()),
        rx.el.div(
            submit_button(wording.PREVIEW, State.busy, wording.SENDING),
            class_name="row",
        ),
        key=State.form_key,
        on_submit=State.look,
        no_validate=True,
        hidden=State.is_preview,  # kept, so that going back finds every word
        class_name="card stack column",
    )


def _field(name: str, label: Any, hint: Any = "", required: bool = False) -> Field:
    # Any: a text or a Var of one.
    return Field(
        name,
        label,
        hint=hint,
        required=required,
        optional_words="" if required else wording.OPTIONAL,
        error=State.problems.get(name, ""),
    )


def _refusal() -> rx.Component:
    field = _field("refusal", wording.REFUSAL, required=True)
    return rx.fragment(
        select_field(field, [_empty(), rx.foreach(State.refusals, _option)]),
        rx.cond(
            State.may_transfer,
            notice(
                rx.el.p(wording.WRONG_UNIT_OFFER),
                rx.el.p(link(wording.TITLES["transfer"], to=State.transfer_href)),
            ),
        ),
    )


def _unit() -> rx.Component:
    field = _field("unit", wording.UNIT, required=True)
    return select_field(field, [_empty(), rx.foreach(State.units, _option)])


def _template() -> rx.Component:
    own = rx.el.option(wording.TEMPLATE_NONE, value="")
    return select_field(
        _field("template", wording.TEMPLATE),
        [own, rx.foreach(State.templates, _option)],
        value=State.template,
        on_change=State.use_template,
    )


def _empty() -> rx.Component:
    return rx.el.option(wording.CHOOSE, value="")


def _option(pair: Any) -> rx.Component:
    # Any: a Var of key and name.
    return rx.el.option(pair[1], value=pair[0])


def _other_basis() -> rx.Component:
    # Who resumes or transfers a dossier rests on no article of its own.
    has_none = (State.kind == "resume") | (State.kind == "transfer")
    return rx.cond(has_none, rx.fragment(), _basis(required=False))


def _basis(*, required: bool) -> rx.Component:
    return text_field(
        _field("legal_basis", wording.BASIS, wording.BASIS_HINT, required=required),
        State.begun["legal_basis"],
        on_blur=lambda text: State.keep("legal_basis", text),
    )


def _dates() -> rx.Component:
    late = _field("why_late", wording.WHY_LATE, wording.WHY_LATE_HINT, required=True)
    return rx.fragment(
        text_field(
            _field("new_due", wording.NEW_DUE, State.new_due_hint, required=True),
            input_mode="numeric",
            placeholder="",
        ),
        rx.cond(State.is_late, area_field(late)),
    )


def _next() -> rx.Component:
    return rx.fragment(
        area_field(
            _field("what_next", wording.NEXT, wording.NEXT_HINT, required=True),
            State.begun["what_next"],
            on_blur=lambda text: State.keep("what_next", text),
        ),
        rx.cond(State.has_paid, check_field(Field("gives_back", wording.GIVE_BACK))),
    )


def _preview() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.PREVIEW_TITLE, id=PREVIEW_ID, tab_index=-1),
        LeadTo.create(mark=State.preview_mark, target=PREVIEW_ID),
        rx.el.p(wording.PREVIEW_LEAD, class_name="muted"),
        rx.el.div(told(State.preview), class_name="as-read"),
        rx.cond(State.is_led, notice(wording.LED_NOTE, kind="info")),
        rx.el.div(
            rx.el.button(
                wording.CHANGE,
                type="button",
                class_name="button button--text",
                on_click=State.change,
            ),
            rx.el.span(class_name="grow"),
            rx.el.button(
                rx.cond(State.busy, wording.SENDING, State.send_words),
                type="button",
                class_name="button",
                disabled=State.busy,
                on_click=State.send,
            ),
            class_name="row",
        ),
        class_name="card card--lift stack column",
    )
