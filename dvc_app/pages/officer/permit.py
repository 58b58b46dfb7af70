"""“Thông tin giấy phép”: typed, saved, read again, then sent to the ministry (O10)."""

import reflex as rx

from dvc_app.components.eform import eform_group
from dvc_app.components.eform_lines import form_cards
from dvc_app.components.eform_office import OfficeRows
from dvc_app.components.form.summary import required_legend
from dvc_app.components.link import link
from dvc_app.components.office_page import OfficeWords, office_page
from dvc_app.state.officer.permit import PermitState as State
from dvc_app.wording import permits as wording


def permit_page() -> rx.Component:
    """Compose the page."""
    words = OfficeWords(wording.MISSING_TITLE, wording.MISSING_PAGE)
    return office_page(
        State,
        wording.TITLE,
        rx.el.div(
            link(State.back_words, to=State.back),
            rx.el.h1(State.title),
            rx.el.p(State.applicant, " · ", State.code, class_name="muted"),
            class_name="stack-s",
        ),
        _standing(),
        _form(),
        _preview(),
        held=State.code,
        words=words,
    )


def _standing() -> rx.Component:
    told = State.told
    return rx.el.section(
        rx.el.div(
            rx.el.h2(wording.STANDING, class_name="grow"),
            rx.cond(
                told.edited != "",
                rx.el.span(told.edited, class_name="tag tag--wait"),
            ),
            rx.el.span(told.label, class_name=told.css),
            class_name="row",
        ),
        rx.el.p(told.sentence, role="status"),
        rx.el.p(link(wording.MESSAGES_LINK, to=State.messages_href)),
        class_name="card stack-s",
    )


def _form() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.UPDATE),
        rx.el.p(wording.LEAD, class_name="muted"),
        rx.el.div(
            required_legend(),
            rx.el.span(State.kept, role="status", class_name="small saved"),
            class_name="row spread",
        ),
        rx.cond(
            State.told.their_words != "",
            rx.el.p(
                rx.el.a(State.told.their_words, href="#" + State.told.their_key),
                class_name="notice notice--warn",
            ),
        ),
        rx.foreach(
            State.groups,
            lambda group: eform_group(State, group, State.marked, OfficeRows),
        ),
        _file(),
        rx.el.div(
            rx.el.button(
                wording.SAVE,
                type="button",
                class_name=rx.cond(
                    State.told.may_sync, "button button--quiet", "button"
                ),
                on_click=State.save,
            ),
            class_name="row",
        ),
        key=State.form_key,
        class_name="stack",
    )


def _file() -> rx.Component:
    file = State.file
    return rx.el.div(
        rx.el.h3(rx.el.span(file.label, class_name="required")),
        rx.cond(
            file.name != "",
            rx.el.p(
                rx.el.a(file.name, href=file.address, target="_blank", rel="noopener"),
                " ",
                rx.el.span(
                    file.signature,
                    class_name=rx.cond(
                        file.is_signed, "tag tag--done", "tag tag--wait"
                    ),
                ),
            ),
            rx.el.p(wording.NO_FILE),
        ),
        rx.el.p(wording.FILE_HINT, class_name="small muted"),
        id="file",
        class_name="card stack-s",
    )


def _preview() -> rx.Component:
    return rx.el.section(
        rx.el.h2(State.cards_title),
        rx.cond(
            State.saved_by != "",
            rx.fragment(
                rx.el.p(State.saved_by, class_name="muted"),
                rx.el.div(form_cards(State.cards), class_name="form-cards"),
                rx.cond(
                    State.told.why_not != "",
                    rx.el.p(State.told.why_not, class_name="notice"),
                ),
                rx.cond(
                    State.told.may_sync,
                    rx.el.div(
                        rx.el.button(
                            State.told.button,
                            type="button",
                            class_name="button",
                            on_click=State.sync,
                        ),
                        class_name="row",
                    ),
                ),
            ),
            rx.el.p(wording.NOTHING_SAVED, class_name="card muted"),
        ),
        id="permit",
        class_name="stack",
    )
