"""Hồ sơ của bạn: where it stands, what was handed in, the result (C16 “Xem”)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import CopyButton
from dvc_app.components.dossier import (
    links,
    parts,
    status_line,
    timeline,
    why_this_day,
)
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.dossier import DossierState
from dvc_app.wording import my_dossiers as wording

VIEW = DossierState.view


def dossier_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        rx.cond(
            DossierState.missing,
            missing_dossier(),
            rx.cond(
                DossierState.loaded,
                _dossier(),
                rx.fragment(rx.el.h1(wording.DOSSIER_TITLE), skeleton(6)),
            ),
        ),
        active=routes.MY_DOSSIERS,
        css="frame stack-l page",
    )


def missing_dossier() -> rx.Component:
    """Return what to do when the dossier cannot be opened."""
    return rx.el.div(
        rx.el.h1(wording.NOT_FOUND_TITLE),
        rx.el.p(wording.NOT_FOUND),
        rx.el.div(
            link(wording.TITLE, to=routes.MY_DOSSIERS, class_name="button"),
            link(
                wording.TO_LOOK_UP,
                to=routes.LOOK_UP,
                class_name="button button--quiet",
            ),
            class_name="row",
        ),
        class_name="stack",
    )


def _dossier() -> rx.Component:
    return rx.fragment(
        rx.el.header(
            rx.el.p(
                VIEW.code,
                " ",
                CopyButton.create(
                    text=VIEW.code,
                    words=wording.COPY,
                    done=wording.COPIED,
                    class_name="as-link",
                ),
                class_name="small muted num",
            ),
            rx.el.h1(VIEW.procedure),
            status_line(VIEW.progress),
            rx.cond(VIEW.filed_by != "", rx.el.p(VIEW.filed_by, class_name="notice")),
            class_name="stack",
        ),
        rx.cond(VIEW.results.length() > 0, _results()),
        rx.el.section(
            rx.el.h2(VIEW.progress.when),
            why_this_day(VIEW.progress.why),
            class_name="card card--lift stack",
        ),
        rx.el.div(
            rx.el.section(
                rx.el.h2(wording.PROGRESS), timeline(VIEW.timeline), class_name="stack"
            ),
            rx.el.div(_facts(), _papers(), _prints(), class_name="stack"),
            class_name="halves",
        ),
        rx.el.p(wording.LIVE, class_name="small muted only-screen"),
    )


def _results() -> rx.Component:
    return notice(
        rx.el.h2(wording.RESULTS),
        links(VIEW.results),
        rx.el.p(wording.RESULT_HINT, class_name="small"),
        kind="done",
    )


def _facts() -> rx.Component:
    facts = (
        (wording.SUBMITTER, VIEW.submitter),
        (wording.APPLICANT, VIEW.applicant),
        (wording.UNIT, VIEW.unit),
        (wording.REQUEST, VIEW.request),
        (wording.FILED_AT, VIEW.filed),
        (wording.DUE, VIEW.progress.due),
        (wording.FEES, VIEW.fees),
    )
    return rx.el.section(
        rx.el.h2(wording.FACTS),
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
        class_name="card stack",
    )


def _papers() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.PAPERS), parts(VIEW.parts), class_name="card stack"
    )


def _prints() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.PRINTS), links(VIEW.prints), class_name="card stack"
    )
