"""Biên nhận nộp thành công (C15): the sheet, its code and what comes next."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import CopyButton, PrintButton
from dvc_app.components.dossier import parts
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.of_address import of_address
from dvc_app.components.skeleton import skeleton
from dvc_app.pages.citizen.dossier import missing_dossier
from dvc_app.state.citizen.acknowledgement import AcknowledgementState as More
from dvc_app.state.citizen.acknowledgement import NextRow
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
            of_address(
                DossierState.code,
                rx.cond(
                    DossierState.loaded,
                    rx.fragment(_success(), _sheet(), _acts(), _next()),
                    _waiting(),
                ),
                _waiting(),
            ),
        ),
        active=routes.MY_DOSSIERS,
        css="frame stack-l page",
    )


def _waiting() -> rx.Component:
    return rx.fragment(rx.el.h1(wording.SUCCESS), skeleton(6))


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
        rx.el.button(
            wording.MAIL,
            type="button",
            class_name="button button--quiet",
            on_click=More.send_mail,
        ),
        rx.el.span(More.mailed, class_name="small", role="status"),
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
    return rx.el.div(
        rx.el.section(
            rx.el.h2(wording.NEXT),
            rx.el.ol(
                rx.foreach(More.to_do, lambda line: rx.el.li(line)),
                class_name="numbered",
            ),
            rx.cond(
                More.services.length() > 0,
                rx.fragment(
                    rx.el.h3(wording.NEXT_SERVICES),
                    rx.el.ul(rx.foreach(More.services, _service), class_name="dots"),
                ),
            ),
            class_name="card stack",
        ),
        _zalo(),
        class_name="halves only-screen",
    )


def _service(row: NextRow) -> rx.Component:
    return rx.el.li(
        link(row.name, to=row.address),
        rx.cond(row.when != "", rx.el.span(" – ", row.when, class_name="small muted")),
    )


def _zalo() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.ZALO),
        rx.el.div(
            rx.el.img(src=More.zalo_qr, alt=wording.ZALO_QR_ALT, class_name="qr"),
            rx.el.ol(
                *[rx.el.li(line) for line in wording.ZALO_STEPS], class_name="numbered"
            ),
            class_name="row only-desk",
        ),
        rx.el.div(
            rx.el.a(
                wording.ZALO_OPEN,
                href=More.zalo_href,
                target="_blank",
                rel="noopener",
                class_name="button button--quiet",
            ),
            rx.el.p(wording.ZALO_STEPS[-1], class_name="small muted"),
            class_name="stack-s only-phone",
        ),
        class_name="card stack",
    )
