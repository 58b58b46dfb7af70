"""Sao chép thành hồ sơ mới (C22)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.long_name import long_name
from dvc_app.components.of_address import of_address
from dvc_app.components.skeleton import skeleton
from dvc_app.pages.citizen.dossier import missing_dossier
from dvc_app.state.base import AppState
from dvc_app.state.citizen.copying import CopyFile
from dvc_app.state.citizen.copying import CopyingState as State
from dvc_app.wording import withdrawing as wording


def copying_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        rx.cond(
            State.missing,
            missing_dossier(),
            of_address(
                State.code,
                rx.cond(
                    State.loaded,
                    rx.fragment(_head(), _form()),
                    _waiting(),
                ),
                _waiting(),
            ),
        ),
        active=routes.MY_DOSSIERS,
        css="frame stack-l page column-wide",
    )


def _waiting() -> rx.Component:
    return rx.fragment(rx.el.h1(wording.COPY_TITLE), skeleton(4))


def _head() -> rx.Component:
    return rx.el.header(
        rx.el.p(State.code, class_name="small muted num"),
        rx.el.h1(wording.COPY_TITLE),
        rx.el.p(long_name(State.procedure), class_name="muted"),
        rx.el.p(wording.COPY_LEAD),
        class_name="stack-s",
    )


def _form() -> rx.Component:
    return rx.el.form(
        rx.el.p("✓ ", State.answers, class_name="saved"),
        rx.el.fieldset(
            rx.el.legend(wording.COPY_FILES),
            rx.cond(
                State.files.length() > 0,
                rx.foreach(State.files, _file),
                rx.el.p(wording.COPY_NO_FILES, class_name="muted"),
            ),
            class_name="card stack",
        ),
        rx.el.div(
            link(
                wording.TO_DOSSIER,
                to=rx.Var.create("/ho-so/") + State.code,
                class_name="button button--text",
            ),
            rx.el.span(class_name="grow"),
            rx.el.button(
                wording.COPY_DO,
                type="submit",
                class_name="button",
                disabled=~AppState.is_hydrated,
            ),
            class_name="row",
        ),
        on_submit=State.copy_now,
        no_validate=True,
        class_name="stack-l",
    )


def _file(file: CopyFile) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=file.id, id=file.id, default_checked=True),
        rx.el.span(
            rx.el.b(file.paper),
            " ",
            file.name,
            " ",
            rx.el.span(file.details, class_name="small muted"),
        ),
        class_name="tick",
        key=file.id,
    )
