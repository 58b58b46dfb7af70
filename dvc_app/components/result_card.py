"""The result of a dossier: attached, or still to be sent (O05, O08)."""

import reflex as rx

from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import link
from dvc_app.components.uploader import uploader
from dvc_app.state.officer.correction_drop import CorrectionDropState
from dvc_app.state.officer.dossier_rows import FileRow
from dvc_app.state.officer.processing import ProcessingState
from dvc_app.wording import processing as wording
from dvc_app.wording import signing, uploads

State = ProcessingState


def result_card() -> rx.Component:
    """Return the result, or the way to attach one."""
    return rx.el.section(
        rx.el.h2(wording.RESULT),
        rx.cond(
            State.result.id != "",
            _attached(),
            rx.cond(
                State.result_act == "attach_result",
                _attach(),
                rx.el.p(wording.NO_RESULT_YET, class_name="muted"),
            ),
        ),
        id="result",
        class_name="card stack",
    )


def _attached() -> rx.Component:
    result = State.result
    return rx.el.div(
        rx.el.p(
            rx.el.a(result.name, href=result.address, target="_blank", rel="noopener"),
            " ",
            rx.el.span(
                result.signature,
                class_name=rx.cond(result.is_signed, "tag tag--done", "tag"),
            ),
        ),
        rx.el.p(result.line, class_name="small muted"),
        rx.cond(result.returned != "", rx.el.p(result.returned)),
        rx.foreach(result.more, _fact),
        rx.cond(result.pending != "", _pending(), _correct()),
        rx.cond(
            State.result_act == "remove_result",
            rx.el.button(
                wording.REMOVE_RESULT,
                type="button",
                class_name="button button--text",
                on_click=State.remove,
            ),
        ),
        class_name="stack-s",
    )


def _correct() -> rx.Component:
    return rx.cond(
        State.can_correct,
        link(signing.CORRECT, to=f"/can-bo/ho-so/{State.head.code}/dinh-chinh"),
    )


def _pending() -> rx.Component:
    return rx.el.div(
        rx.el.p(State.result.pending, class_name="small", role="status"),
        rx.cond(
            State.can_correct,
            rx.el.button(
                signing.DROP,
                type="button",
                class_name="button button--text button--small",
                on_click=CorrectionDropState.drop(State.head.code),
            ),
        ),
        class_name="stack-s",
    )


def _fact(line: str) -> rx.Component:
    return rx.el.p(line, class_name="small")


def _attach() -> rx.Component:
    number = Field(
        "number",
        wording.NUMBER,
        hint=wording.NUMBER_HINT,
        required=True,
        error=State.problems.get("number", ""),
    )
    fault = State.problems.get("file", "")
    return rx.el.div(
        rx.el.p(
            link(
                signing.WRITE_DRAFT,
                to=f"/can-bo/ho-so/{State.head.code}/du-thao",
                class_name="button button--quiet",
            )
        ),
        rx.el.p(wording.ATTACH_LEAD, class_name="small muted"),
        rx.el.div(
            rx.cond(fault != "", rx.el.p(fault, class_name="error")),
            rx.el.ul(
                rx.foreach(State.sent_files, _sent_file), class_name="stack-s paper"
            ),
            uploader(State.result_endpoint, wording.SEND_RESULT, State.sent_ids, False),
            id="file",
        ),
        rx.el.form(
            text_field(number, auto_complete="off", spell_check=False),
            select_field(
                Field("form", signing.FORM),
                [
                    rx.el.option(signing.FORM_PAPER, value="paper"),
                    rx.el.option(signing.FORM_DIGITAL, value="digital"),
                ],
            ),
            rx.el.button(
                wording.ATTACH, type="submit", class_name="button button--quiet"
            ),
            key=State.form_key,
            on_submit=State.attach,
            no_validate=True,
            class_name="stack",
        ),
        class_name="stack",
    )


def _sent_file(file: FileRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.cond(
                file.address != "",
                rx.el.a(file.name, href=file.address, target="_blank", rel="noopener"),
                file.name,
            ),
            rx.el.span(file.details, class_name="small muted"),
            class_name="grow",
        ),
        rx.el.span(
            rx.cond(file.address != "", uploads.ACCEPTED, file.fault),
            class_name=rx.cond(file.address != "", "tag tag--done", "small"),
            role="status",
        ),
        rx.el.button(
            uploads.REMOVE,
            type="button",
            class_name="button button--text button--small",
            on_click=State.remove_file(file.id),
        ),
        class_name="file",
        key=file.id,
    )
