"""Biên nhận nộp thành công (C15): the sheet, its code and what comes next."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import CopyButton, PrintButton
from dvc_app.components.dossier import parts
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.skeleton import skeleton
from dvc_app.pages.citizen.dossier import missing_dossier
from dvc_app.state.citizen.dossier import DossierState
from dvc_app.wording import my_dossiers as wording
from dvc_app.wording import province

VIEW = DossierState.view


def acknowledgement_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        rx.cond(
            DossierState.missing,
            missing_dossier(),
            rx.cond(
                DossierState.loaded,
                rx.fragment(_success(), _sheet(), _acts(), _next()),
                rx.fragment(rx.el.h1(wording.SUCCESS), skeleton(6)),
            ),
        ),
        active=routes.MY_DOSSIERS,
        css="frame stack-l page",
    )


def _success() -> rx.Component:
    return notice(
        rx.el.b(wording.SUCCESS + "."), " ", VIEW.headline, kind="done", role="status"
    )


def _sheet() -> rx.Component:
    return rx.el.article(
        rx.el.div(
            rx.el.div(rx.el.b(wording.PORTAL), rx.el.br(), province.name()),
            rx.el.div(rx.el.b(wording.NATION), rx.el.br(), wording.MOTTO),
            class_name="nation",
        ),
        rx.el.h1(wording.SHEET, class_name="sheet-title"),
        rx.el.div(
            rx.el.div(
                rx.el.span(wording.CODE, class_name="muted small"),
                rx.el.div(
                    VIEW.code, class_name="code", aria_label=VIEW.spoken, role="img"
                ),
                CopyButton.create(
                    text=VIEW.code,
                    words=wording.COPY,
                    done=wording.COPIED,
                    class_name="as-link",
                ),
            ),
            rx.el.span(style={"flex": "1"}),
            rx.el.img(src=VIEW.qr, alt=wording.QR_ALT, class_name="qr"),
            class_name="row",
        ),
        _facts(),
        class_name="sheet stack-l",
    )


def _facts() -> rx.Component:
    facts = (
        (wording.CENTRE, VIEW.unit),
        (wording.SENDER, VIEW.submitter),
        (wording.ADDRESS, VIEW.address),
        (wording.PHONE, VIEW.phone),
        (wording.EMAIL, VIEW.email),
        (wording.ASKED, VIEW.request),
    )
    return rx.el.div(
        rx.el.dl(
            *[
                rx.cond(
                    value != "",
                    rx.fragment(rx.el.dt(name), rx.el.dd(value, class_name="typed")),
                )
                for name, value in facts
            ],
            class_name="facts",
        ),
        rx.el.h2(wording.PARTS, class_name="h3"),
        parts(VIEW.parts),
        rx.el.p(rx.el.b(wording.SETS), ": ", VIEW.copies),
        rx.el.p(rx.el.b(wording.TIME), ": ", rx.el.span(VIEW.filed, class_name="num")),
        class_name="stack",
    )


def _acts() -> rx.Component:
    return rx.el.div(
        PrintButton.create(wording.PRINT, class_name="button button--quiet"),
        rx.el.a(
            wording.DOWNLOAD,
            href=VIEW.prints[0].address,
            target="_blank",
            class_name="button button--quiet",
        ),
        rx.el.span(style={"flex": "1"}),
        link(wording.CLOSE, to=routes.MY_DOSSIERS, class_name="button button--text"),
        link(
            wording.FOLLOW,
            to=rx.Var.create("/ho-so/") + VIEW.code,
            class_name="button",
        ),
        class_name="row sheet-acts only-screen",
    )


def _next() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.NEXT),
        rx.el.ol(
            *[rx.el.li(line) for line in wording.NEXT_STEPS], class_name="numbered"
        ),
        class_name="card stack only-screen",
    )
