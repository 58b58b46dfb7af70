"""Xử lý bưu gửi: why it did not go, and the three ways on (C13)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.address import Address, address_field
from dvc_app.components.dossier_parts import card, facts
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import submit_button
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.office_page import OfficeWords, office_page
from dvc_app.state.officer.parcel import ParcelState as State
from dvc_app.wording import parcels as wording


def parcel_page() -> rx.Component:
    """Compose the page."""
    words = OfficeWords(
        missing_title=wording.MISSING_TITLE,
        missing=wording.MISSING,
        back=wording.BACK,
        back_to=routes.PARCELS,
    )
    return office_page(
        State, wording.ONE_TITLE, _parcel(), held=State.named, words=words
    )


def _parcel() -> rx.Component:
    return rx.el.div(
        rx.el.header(
            rx.el.p(
                link(wording.BACK, to=routes.PARCELS),
                " › ",
                wording.ONE_TITLE,
                class_name="small crumbs",
            ),
            rx.el.h1(State.leg),
            rx.el.p(
                rx.el.span(State.trouble, class_name=State.trouble_css),
                rx.el.span(State.since, class_name="small muted"),
                class_name="row",
                role="status",
            ),
            class_name="stack-s",
        ),
        rx.el.div(
            rx.el.div(
                rx.cond(State.standing == "", _why()), _facts(), class_name="stack"
            ),
            card(wording.TO_DO, rx.cond(State.may_send, _ways(), _nothing())),
            class_name="dossier-grid",
        ),
        class_name="stack",
    )


def _why() -> rx.Component:
    return card(
        wording.HAPPENED,
        rx.el.p(State.plain),
        rx.cond(
            State.words != "",
            rx.el.p(
                rx.el.span(f"{wording.SAID}: ", class_name="muted"),
                f"“{State.words}”",
            ),
        ),
    )


def _facts() -> rx.Component:
    return card(
        wording.FACTS,
        facts(
            (wording.DOSSIER, link(State.code, to=State.dossier_href)),
            (wording.NAME, State.person),
            (wording.PHONE, rx.el.a(State.phone, href=State.phone_href)),
            (wording.ADDRESS, State.address),
            (wording.COMES, State.comes),
            (wording.NUMBER, State.number),
            (wording.PARCEL, State.parcel),
        ),
    )


def _nothing() -> rx.Component:
    return rx.cond(
        State.standing != "",
        notice(State.standing, kind="done"),
        notice(State.why_not),
    )


def _ways() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.p(wording.AGAIN_HINT, class_name="small muted"),
            rx.el.button(
                rx.cond(State.busy, wording.SENDING, wording.AGAIN),
                type="button",
                class_name="button",
                disabled=State.busy,
                on_click=State.send_again,
            ),
            class_name="stack-s",
        ),
        rx.cond(State.may_readdress, _readdress()),
        rx.el.div(
            rx.el.p(wording.COUNTER_HINT, class_name="small muted"),
            rx.el.button(
                State.to_counter,
                type="button",
                class_name="button button--quiet",
                disabled=State.busy,
                on_click=State.give_to_counter,
            ),
            class_name="stack-s",
        ),
        key=State.form_key,
        class_name="stack ways-on",
    )


def _readdress() -> rx.Component:
    problem = State.problems
    return rx.el.details(
        rx.el.summary(wording.READDRESS),
        rx.el.form(
            rx.el.p(wording.READDRESS_HINT, class_name="small muted"),
            text_field(
                Field(
                    "person_name",
                    wording.FORM_NAME,
                    required=True,
                    error=problem.get("person_name", ""),
                ),
                State.person,
                auto_complete="off",
                spell_check=False,
            ),
            text_field(
                Field(
                    "person_phone",
                    wording.FORM_PHONE,
                    required=True,
                    error=problem.get("person_phone", ""),
                ),
                State.phone,
                type="tel",
                auto_complete="off",
            ),
            address_field(
                Field("person_address", wording.FORM_ADDRESS, required=True),
                Address(commune=State.commune, detail=State.detail),
                Address(
                    commune=problem.get("person_address.commune", ""),
                    detail=problem.get("person_address.detail", ""),
                ),
            ),
            rx.el.div(
                submit_button(wording.READDRESS_DO, State.busy, wording.SENDING),
                class_name="row",
            ),
            on_submit=State.readdress,
            no_validate=True,
            class_name="stack-s",
        ),
        class_name="fold",
        open=rx.cond(State.problem_list.length() > 0, True, False),
    )
