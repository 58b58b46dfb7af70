"""Hồ sơ của bạn: where it stands, what was handed in, the result (C16 “Xem”)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import CopyButton, PrintButton
from dvc_app.components.bundle import bundle
from dvc_app.components.decision_told import told_all
from dvc_app.components.dossier import (
    links,
    parts,
    status_line,
    timeline,
    why_this_day,
)
from dvc_app.components.eform_lines import form_cards
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.long_name import heading
from dvc_app.components.notice import notice
from dvc_app.components.of_address import of_address
from dvc_app.components.parcels import parcels_card
from dvc_app.components.payment_due import dossier_dues
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.decisions import ToldState
from dvc_app.state.citizen.dossier import DossierState, StepRow
from dvc_app.wording import look_up
from dvc_app.wording import my_dossiers as wording

VIEW = DossierState.view


def dossier_page() -> rx.Component:
    """Compose the page."""
    return page_shell(
        rx.cond(
            DossierState.missing,
            missing_dossier(),
            of_address(
                DossierState.code,
                rx.cond(DossierState.loaded, _dossier(), _waiting()),
                _waiting(),
            ),
        ),
        active=routes.MY_DOSSIERS,
        css="frame stack-l page",
    )


def _waiting() -> rx.Component:
    return rx.fragment(rx.el.h1(wording.DOSSIER_TITLE), skeleton(6))


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
            heading(VIEW.procedure),
            status_line(VIEW.progress),
            rx.cond(VIEW.filed_by != "", rx.el.p(VIEW.filed_by, class_name="notice")),
            class_name="stack",
        ),
        told_all(ToldState.rows),
        dossier_dues(),
        _when(),
        _acts(),
        rx.cond(VIEW.results.length() > 0, _results()),
        bundle(),
        parcels_card(),
        rx.el.div(
            rx.el.section(
                rx.el.h2(wording.PROGRESS),
                rx.cond(VIEW.steps.length() > 0, _steps()),
                timeline(VIEW.timeline),
                class_name="stack",
            ),
            rx.el.div(_facts(), _papers(), _prints(), class_name="stack"),
            class_name="halves",
        ),
        rx.cond(VIEW.form.length() > 0, _form()),
        rx.el.p(wording.LIVE, class_name="small muted only-screen"),
    )


def of_dossier(route: str) -> rx.Var[str]:
    """Return the address of another page of this dossier."""
    before, _, after = route.partition("[code]")
    return rx.Var.create(before) + VIEW.code + after


def _when() -> rx.Component:
    """Answer ‹Bao giờ xong?› before anything else (C16)."""
    progress = VIEW.progress
    return rx.el.section(
        rx.el.h2(look_up.WHEN_DONE),
        rx.el.p(
            rx.el.b(progress.when, class_name="when"),
            rx.cond(
                progress.left != "",
                rx.el.span(progress.left, class_name=progress.left_tag),
            ),
            class_name="row",
        ),
        rx.cond(progress.usual != "", rx.el.p(progress.usual, class_name="small")),
        why_this_day(progress.why),
        class_name="card card--lift stack",
    )


def _acts() -> rx.Component:
    return rx.el.nav(
        rx.cond(
            VIEW.can_supplement,
            link(
                wording.SUPPLEMENT,
                to=of_dossier(routes.SUPPLEMENT),
                class_name="button",
            ),
        ),
        link(
            wording.ASK_OFFICE,
            rx.cond(
                VIEW.unseen != "", rx.el.span(VIEW.unseen, class_name="tag tag--wait")
            ),
            to=of_dossier(routes.MESSAGES),
            class_name="button button--quiet",
        ),
        link(
            wording.COPY_AS_NEW,
            to=of_dossier(routes.COPY),
            class_name="button button--text",
        ),
        PrintButton.create(wording.PRINT, class_name="button button--text"),
        rx.cond(
            VIEW.can_withdraw,
            link(
                wording.WITHDRAW,
                to=of_dossier(routes.WITHDRAW),
                class_name="button button--text",
            ),
        ),
        aria_label=wording.ACTS,
        class_name="row only-screen",
    )


def _steps() -> rx.Component:
    return rx.el.ol(
        rx.foreach(VIEW.steps, _step), class_name="step-map", aria_label=wording.STEPS
    )


def _step(step: StepRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(step.name),
        rx.el.span(step.line, class_name="small muted"),
        class_name=rx.cond(
            step.is_done, "is-done", rx.cond(step.is_now, "is-now", "is-coming")
        ),
        aria_current=rx.cond(step.is_now, "step", "false"),
        key=step.id,
    )


def _results() -> rx.Component:
    return notice(
        rx.el.h2(wording.RESULTS),
        links(VIEW.results),
        rx.foreach(VIEW.result_lines, rx.el.p),
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


def _form() -> rx.Component:
    """Return the form as it was handed in, folded: it may be long."""
    return rx.el.details(
        rx.el.summary(rx.el.h2(wording.FORM)),
        rx.el.div(form_cards(VIEW.form), class_name="form-cards"),
        class_name="card fold",
    )


def _prints() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.PRINTS), links(VIEW.prints), class_name="card stack"
    )
