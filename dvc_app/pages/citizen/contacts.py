"""Liên hệ và thông báo: phone, email and the channels (C22)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.countdown import Countdown
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import error_summary, submit_button
from dvc_app.components.one_time_code import one_time_code
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.channels import ChannelRow, ChannelsState
from dvc_app.state.citizen.contacts import CodeRow, ContactRow
from dvc_app.state.citizen.contacts import ContactsState as State
from dvc_app.wording import contacts as wording
from dvc_app.wording import register as code_words


def contacts_page() -> rx.Component:
    """Compose the page."""
    return profile_shell(
        error_summary(State),
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.LEAD, class_name="muted"),
            class_name="stack",
        ),
        rx.cond(
            State.is_ready,
            rx.el.div(_contacts(), _lost(), _channels(), class_name="stack-l"),
            skeleton(6),
        ),
        active=routes.MY_CONTACTS,
    )


def _contacts() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.CONTACTS),
        rx.el.dl(rx.foreach(State.rows, _contact), class_name="card profile-rows"),
        rx.cond(
            State.done != "",
            rx.el.p(State.done, class_name="notice notice--done"),
        ),
        rx.cond(
            State.codes.length() > 0,
            _codes(),
            rx.cond(State.changing != "", _new_one()),
        ),
        class_name="stack",
    )


def _contact(row: rx.Var[ContactRow]) -> rx.Component:
    return rx.el.div(
        rx.el.dt(row.label),
        rx.el.dd(rx.el.span(row.value, class_name="value num"), class_name="grow"),
        rx.el.dd(
            rx.el.button(
                row.action,
                type="button",
                aria_label=row.action_label,
                on_click=State.change(row.field),
                class_name="button button--quiet",
            ),
            class_name="acts",
        ),
        key=row.field,
    )


def _new_one() -> rx.Component:
    return rx.el.form(
        text_field(
            Field(
                "new_contact",
                State.new_label,
                State.new_hint,
                required=True,
                error=State.problems.get("new_contact", ""),
            ),
            input_mode=rx.cond(State.changing == "phone", "tel", "email"),
            auto_complete=rx.cond(State.changing == "phone", "tel", "email"),
            spell_check=False,
        ),
        rx.el.p(
            submit_button(wording.SEND, State.busy, wording.SENDING),
            _leave(),
            class_name="row",
        ),
        on_submit=State.begin,
        no_validate=True,
        class_name="card stack",
        key=State.changing,
    )


def _codes() -> rx.Component:
    return rx.el.form(
        rx.el.h3(State.codes_title),
        rx.el.p(State.new_label, ": ", rx.el.b(State.new_value)),
        rx.foreach(State.codes, _code),
        rx.el.p(
            submit_button(wording.CONFIRM, State.busy, wording.CONFIRMING),
            _leave(),
            class_name="row",
        ),
        on_submit=State.confirm,
        no_validate=True,
        class_name="card stack",
    )


def _code(row: rx.Var[CodeRow]) -> rx.Component:
    return rx.cond(
        row.is_done,
        rx.el.p("✔ ", row.done, class_name="source source--sure"),
        rx.el.div(
            one_time_code(
                Field(
                    row.name,
                    row.label,
                    wording.CODE_HINT,
                    required=True,
                    error=State.problems.get(row.name, ""),
                )
            ),
            rx.el.p(row.delivery, role="status", class_name="small muted"),
            Countdown.create(
                rx.el.button(
                    row.resend_label,
                    type="button",
                    class_name="button button--text",
                    on_click=State.resend(row.purpose),
                ),
                seconds=row.resend_in,
                moment=row.mark,
                words=code_words.RESEND_IN,
            ),
            class_name="stack-s asked-code",
        ),
    )


def _leave() -> rx.Component:
    return rx.el.button(
        wording.CANCEL,
        type="button",
        on_click=State.leave,
        class_name="button button--text",
    )


def _lost() -> rx.Component:
    return rx.el.details(
        rx.el.summary(wording.LOST),
        rx.el.p(wording.LOST_LEAD),
        rx.el.ul(
            *[rx.el.li(way) for way in wording.LOST_WAYS], class_name="dotted stack-s"
        ),
        class_name="fold stack-s",
    )


def _channels() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.CHANNELS),
        rx.el.p(wording.CHANNELS_LEAD, class_name="muted"),
        rx.el.ol(
            rx.foreach(ChannelsState.channels, _channel),
            class_name="card profile-rows channels",
        ),
        class_name="stack",
    )


def _channel(row: rx.Var[ChannelRow]) -> rx.Component:
    def mover(label: rx.Var[str], sign: str, steps: int) -> rx.Component:
        return rx.el.button(
            rx.el.span(sign, aria_hidden="true"),
            type="button",
            aria_label=rx.cond(label != "", label, row.name),
            disabled=label == "",
            on_click=ChannelsState.move(row.key, steps),
            class_name="button button--quiet mover",
        )

    return rx.el.li(
        rx.el.div(
            rx.el.b(row.name),
            rx.el.span(row.state, class_name=row.css),
            rx.cond(row.hint != "", rx.el.span(row.hint, class_name="small muted")),
            class_name="grow row",
        ),
        rx.el.div(
            rx.cond(
                row.is_on,
                rx.fragment(
                    mover(row.up_label, "↑", -1), mover(row.down_label, "↓", 1)
                ),
            ),
            rx.cond(
                ~row.is_fixed,
                rx.el.button(
                    row.toggle,
                    type="button",
                    aria_label=row.toggle_label,
                    on_click=ChannelsState.toggle(row.key),
                    class_name="button button--text",
                ),
            ),
            class_name="acts",
        ),
        key=row.key,
    )
