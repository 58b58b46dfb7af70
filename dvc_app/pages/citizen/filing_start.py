"""Nộp hồ sơ, bước 1: đơn vị (C10), before the draft is born."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.acting import principal_choice
from dvc_app.components.filing import unit_choice
from dvc_app.components.form.summary import error_summary, required_legend
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.filing_start import DraftRow, FilingStartState
from dvc_app.wording import filing as wording

State = FilingStartState


def filing_start_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        rx.el.p(wording.CAPTION_START, class_name="small muted"),
        error_summary(State),
        rx.el.h1(wording.HEADINGS["agency"]),
        rx.cond(
            State.missing,
            _missing(),
            rx.cond(State.loaded, _form(), skeleton()),
        ),
        css="frame column-page stack",
    )


def _form() -> rx.Component:
    return rx.el.div(
        rx.el.p(State.procedure_name, class_name="muted"),
        rx.cond(State.drafts.length() > 0, _drafts()),
        rx.cond(
            State.units.length() == 0,
            notice(wording.NO_UNITS, kind="warn"),
            rx.el.form(
                rx.el.div(
                    unit_choice(
                        State.units,
                        State.unit_id,
                        State.problems.get("agency", ""),
                        State.choose,
                    ),
                    rx.cond(
                        State.units.length() == 1,
                        rx.el.p(wording.SINGLE_UNIT, class_name="small muted"),
                    ),
                    _unit(),
                    class_name="card stack",
                ),
                rx.el.div(
                    principal_choice(State.people, rx.Var.create("")),
                    class_name="card",
                ),
                required_legend(),
                rx.el.div(
                    link(
                        wording.BACK,
                        to=routes.PROCEDURES,
                        class_name="button button--text",
                    ),
                    rx.el.span(style={"flex": "1"}),
                    rx.el.button(wording.AGREE, type="submit", class_name="button"),
                    class_name="row wizard-buttons",
                ),
                on_submit=State.begin,
                no_validate=True,
                key=State.intent,
                class_name="stack",
            ),
        ),
        class_name="stack",
    )


def _drafts() -> rx.Component:
    return notice(
        rx.el.b(wording.DRAFT_EXISTS),
        rx.el.ul(rx.foreach(State.drafts, _draft)),
        rx.el.p(wording.START_NEW, class_name="small"),
        kind="warn",
    )


def _draft(draft: DraftRow) -> rx.Component:
    return rx.el.li(link(draft.words, to=draft.address))


def _unit() -> rx.Component:
    return rx.cond(
        State.chosen.name != "",
        rx.el.dl(
            rx.el.dt(wording.UNIT_PLACE),
            rx.el.dd(State.chosen.address),
            rx.el.dt(wording.UNIT_PHONE),
            rx.el.dd(State.chosen.phone, class_name="num"),
            rx.el.dt(wording.UNIT_HOURS),
            rx.el.dd(State.chosen.hours),
            class_name="facts",
        ),
    )


def _missing() -> rx.Component:
    return rx.el.div(
        rx.el.p(wording.UNKNOWN_PROCEDURE),
        link(wording.TO_PROCEDURES, to=routes.PROCEDURES, class_name="button"),
        class_name="stack",
    )
