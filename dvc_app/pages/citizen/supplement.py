"""Bổ sung hồ sơ: every point of the office, answered in place (C22)."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, area_field, select_field, text_field
from dvc_app.components.form.summary import error_summary, submit_button
from dvc_app.components.later_files import sent_files
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.long_name import long_name
from dvc_app.components.notice import notice
from dvc_app.components.of_address import of_address
from dvc_app.components.skeleton import skeleton
from dvc_app.components.supplement_parts import before, compared, reasons
from dvc_app.components.uploader import uploader
from dvc_app.components.vault_picker import vault_button, vault_dialog
from dvc_app.pages.citizen.dossier import missing_dossier
from dvc_app.state.citizen.supplement import SupplementState as State
from dvc_app.state.citizen.supplement_picker import SupplementPickerState as PickerState
from dvc_app.state.supplement_rows import PointRow, RequestRow
from dvc_app.wording import supplements as wording

SAVED_ID = "da-luu"


def supplement_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        rx.cond(
            State.missing,
            missing_dossier(),
            of_address(
                State.code,
                rx.cond(
                    State.loaded,
                    rx.fragment(
                        error_summary(State),
                        _head(),
                        _sent(),
                        rx.cond(
                            State.is_open, _open(), rx.cond(State.sent == "", _closed())
                        ),
                        _earlier(),
                        vault_dialog(PickerState),
                    ),
                    _waiting(),
                ),
                _waiting(),
            ),
        ),
        active=routes.MY_DOSSIERS,
        css="frame stack-l page column-wide",
    )


def _waiting() -> rx.Component:
    return rx.fragment(rx.el.h1(wording.TITLE), skeleton(6))


def of_dossier(route: str) -> rx.Var[str]:
    """Return the address of a page of this dossier."""
    ahead, _, after = route.partition("[code]")
    return rx.Var.create(ahead) + State.code + after


def _head() -> rx.Component:
    return rx.el.header(
        rx.el.p(State.code, class_name="small muted num"),
        rx.el.h1(wording.TITLE),
        rx.el.p(long_name(State.procedure), " · ", State.agency, class_name="muted"),
        class_name="stack-s",
    )


def _sent() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.sent != "",
            notice(
                rx.el.p(rx.el.b(State.sent)),
                rx.cond(State.sent_more != "", rx.el.p(State.sent_more)),
                link(
                    wording.TO_DOSSIER,
                    to=of_dossier(routes.DOSSIER),
                    class_name="button",
                ),
                kind="done",
            ),
        ),
        role="status",
    )


def _closed() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.CLOSED),
        rx.el.p(wording.CLOSED_LINE),
        link(wording.TO_DOSSIER, to=of_dossier(routes.DOSSIER), class_name="button"),
        class_name="card stack",
    )


def _open() -> rx.Component:
    asked = State.asked
    return rx.el.form(
        notice(
            rx.el.p(
                rx.el.b(asked.until),
                rx.el.span(State.done_line, class_name="tag", role="status"),
                class_name="row",
            ),
            rx.el.p(wording.CLOCK, class_name="small"),
            kind="warn",
        ),
        rx.cond(
            asked.note != "",
            rx.el.section(
                rx.el.h2(wording.NOTE, class_name="h3"),
                rx.el.p(asked.note, class_name="typed"),
                rx.el.p(asked.by, class_name="small muted"),
                class_name="card stack-s",
            ),
        ),
        rx.el.ol(rx.foreach(asked.points, _point), class_name="stack points"),
        rx.el.div(
            link(
                wording.ASK_BACK,
                to=of_dossier(routes.MESSAGES),
                class_name="button button--text",
            ),
            rx.el.span(class_name="grow"),
            rx.el.span(State.saved, id=SAVED_ID, class_name="saved", role="status"),
            submit_button(
                wording.SEND,
                State.busy,
                wording.SENDING,
                aria_describedby=SAVED_ID,
            ),
            class_name="row",
        ),
        key=State.form_key,
        on_submit=State.send,
        no_validate=True,
        class_name="stack-l",
    )


def _point(point: PointRow) -> rx.Component:
    error = State.problems.get(point.id, "")
    return rx.el.li(
        rx.el.div(
            rx.el.h2(point.number, ". ", point.title, class_name="h3 grow"),
            rx.el.span(point.state, class_name=point.state_css),
            class_name="row",
        ),
        reasons(point),
        rx.cond(
            point.is_field | (point.old_files.length() > 0),
            before(point),
            rx.fragment(),
        ),
        rx.cond(point.is_field, _field(point, error), _paper(point, error)),
        class_name=rx.cond(error != "", "card stack field--error", "card stack"),
        key=point.id,
    )


def _field(point: PointRow, error: rx.Var[str]) -> rx.Component:
    asked = _asked(point, wording.NOW, wording.FIELD_HINT, error)
    typed = {"on_blur": lambda text: State.save(point.id, text)}
    chosen = select_field(
        asked,
        [
            rx.el.option(wording.CHOOSE, value=""),
            rx.foreach(
                point.options, lambda one: rx.el.option(one.words, value=one.value)
            ),
        ],
        default_value=point.text,
        on_change=lambda text: State.save(point.id, text),
    )
    return rx.cond(
        point.options.length() > 0,
        chosen,
        _typed(point, asked, typed),
    )


def _typed(point: PointRow, asked: Field, typed: dict[str, Any]) -> rx.Component:
    # Any: handlers of whichever element the field is.
    return rx.cond(
        point.is_long,
        area_field(asked, point.text, **typed),
        text_field(asked, point.text, auto_complete="off", spell_check=False, **typed),
    )


def _paper(point: PointRow, error: rx.Var[str]) -> rx.Component:
    typed = {"on_blur": lambda text: State.save(point.id, text)}
    answer = _asked(point, wording.ANSWER, wording.ANSWER_HINT, error)
    # A file answers for a paper, so that its fault stands by the buttons.
    remark = Field(point.id, wording.REMARK, optional_words=wording.OPTIONAL)
    return rx.el.div(
        rx.cond(
            point.is_paper & (error != ""), rx.el.p(error, class_name="fault small")
        ),
        rx.cond(point.files.length() > 0, sent_files(point.files, State.remove_file)),
        rx.el.div(
            uploader(point.endpoint, point.send_label, point.known),
            vault_button(point.id, point.title, PickerState),
            class_name="paper-acts",
        ),
        rx.cond(
            point.is_paper,
            area_field(remark, point.text, **typed),
            area_field(answer, point.text, **typed),
        ),
        class_name="stack",
    )


def _asked(point: PointRow, label: str, hint: str, error: rx.Var[str]) -> Field:
    return Field(point.id, label, hint=hint, error=error)


def _earlier() -> rx.Component:
    return rx.cond(
        State.earlier.length() > 0,
        rx.el.section(
            rx.el.h2(wording.EARLIER),
            rx.foreach(State.earlier, _one),
            class_name="stack",
        ),
    )


def _one(request: RequestRow) -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            request.title,
            " ",
            rx.el.span(request.status, class_name=request.status_css),
        ),
        rx.el.p(request.by, class_name="small muted"),
        rx.cond(request.due_moved != "", rx.el.p(request.due_moved)),
        compared(request),
        class_name="fold stack",
        key=request.id,
    )
