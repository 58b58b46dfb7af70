"""The forms on the page of one paper: name, facts, share, correction, new version."""

from typing import Any

import reflex as rx

from dvc_app.components.browser_parts import CopyButton
from dvc_app.components.form.fields import Field, area_field, select_field, text_field
from dvc_app.components.form.summary import required_legend, submit_button
from dvc_app.components.notice import notice
from dvc_app.components.uploader import uploader
from dvc_app.state.citizen.document import DocumentPageState, Fact
from dvc_app.wording import document_corrections, document_shares, my_dossiers
from dvc_app.wording import documents as wording

State = DocumentPageState
PLAIN = {"auto_complete": "off", "spell_check": False}
NUMERIC = {"auto_complete": "off", "input_mode": "numeric"}


def rename_form() -> rx.Component:
    """Return the form of another name."""
    return _form(
        "",
        text_field(_field("title", required=True), State.values["title"], **PLAIN),
        on_submit=State.rename,
        words=wording.RENAME_DO,
    )


def description_form() -> rx.Component:
    """Return what the owner may say of a paper of their own."""
    kinds = [rx.el.option(words, value=code) for code, words in wording.KINDS.items()]
    return _form(
        wording.DESCRIBE_HINT,
        select_field(
            _field("kind", required=True), kinds, default_value=State.values["kind"]
        ),
        text_field(_field("number"), State.values["number"], **PLAIN),
        text_field(_field("issuer"), State.values["issuer"], **PLAIN),
        *[
            text_field(
                _field(name, hint=wording.DAY_HINT), State.values[name], **NUMERIC
            )
            for name in ("issued_on", "valid_from", "valid_until")
        ],
        on_submit=State.describe,
        words=wording.DESCRIBE_DO,
    )


def share_form() -> rx.Component:
    """Return how long a share is to run."""
    choices = [
        rx.el.option(words, value=str(days))
        for days, words in document_shares.SHARE_CHOICES.items()
    ]
    return _form(
        document_shares.SHARE_HINT,
        select_field(
            Field(
                "days",
                document_shares.SHARE_DAYS,
                required=True,
                error=State.problems.get("days", ""),
            ),
            choices,
        ),
        on_submit=State.share,
        words=document_shares.SHARE_DO,
    )


def share_code() -> rx.Component:
    """Return the code just made, where it is typed in, and a way to copy it."""
    return notice(
        rx.el.p(document_shares.SHARED),
        rx.el.p(
            rx.el.span(State.code, class_name="slip-code num"),
            CopyButton.create(
                text=State.code,
                words=my_dossiers.COPY,
                done=my_dossiers.COPIED,
                class_name="as-link",
            ),
            class_name="row",
        ),
        rx.el.p(State.code_until, class_name="small"),
        rx.el.button(
            document_shares.SHARED_SEEN,
            type="button",
            on_click=State.forget_code,
            class_name="button button--quiet button--small",
        ),
        kind="done",
        role="alert",
    )


def correction_form() -> rx.Component:
    """Return the request to correct what an agency wrote."""
    return _form(
        document_corrections.CORRECT_HINT,
        select_field(
            _named("field", document_corrections.CORRECT_FIELD, required=True),
            rx.foreach(State.correctable, _field_option),
        ),
        text_field(
            _named("proposed", document_corrections.CORRECT_PROPOSED, required=True),
            **PLAIN,
        ),
        area_field(_named("note", document_corrections.CORRECT_NOTE)),
        on_submit=State.ask_correction,
        words=document_corrections.CORRECT_DO,
    )


def replacement() -> rx.Component:
    """Return the button that sends a newer version."""
    return rx.cond(
        State.open_form == "replace",
        rx.el.div(
            rx.el.p(wording.REPLACE_HINT, class_name="small muted"),
            uploader(
                State.upload_address,
                wording.REPLACE_LABEL.format(name="") + State.row.title,
                State.known,
                multiple=False,
            ),
            class_name="stack-s",
        ),
        rx.el.p(
            rx.el.button(
                wording.REPLACE,
                type="button",
                on_click=State.show_form("replace"),
                class_name="button button--quiet",
            )
        ),
    )


def _field_option(fact: Fact) -> rx.Component:
    return rx.el.option(fact.value, value=fact.name, key=fact.name)


def _field(name: str, hint: str = "", required: bool = False) -> Field:
    return _named(name, wording.FIELDS[name], hint, required)


def _named(name: str, label: str, hint: str = "", required: bool = False) -> Field:
    return Field(
        name,
        label,
        hint,
        required=required,
        optional_words="" if required else wording.OPTIONAL,
        error=State.problems.get(name, ""),
    )


def _form(hint: str, *fields: Any, on_submit: Any, words: str) -> rx.Component:
    # Any: fields, and an event handler.
    return rx.el.form(
        rx.el.p(hint, class_name="small muted") if hint else rx.fragment(),
        required_legend(),
        rx.el.div(*fields, class_name="fields fields--2 even"),
        rx.el.div(
            submit_button(words, State.busy, wording.WORKING),
            rx.el.button(
                wording.CANCEL,
                type="button",
                on_click=State.show_form(""),
                class_name="button button--text",
            ),
            class_name="row",
        ),
        on_submit=on_submit,
        no_validate=True,
        class_name="stack",
    )
