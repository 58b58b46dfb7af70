"""Tra cứu hồ sơ (C16)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PrintButton
from dvc_app.components.decision_told import told_all
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.human_proof import human_proof
from dvc_app.components.layout import page_shell
from dvc_app.components.link import leaving_link, link
from dvc_app.components.notice import notice
from dvc_app.components.public import waiting
from dvc_app.state.public.look_up import LookUpState
from dvc_app.state.public.look_up_view import EventRow, example_code
from dvc_app.wording import frame, promises, statuses
from dvc_app.wording import look_up as wording
from dvc_app.wording.province import hotline_text

VIEW = LookUpState.view
PROGRESS = LookUpState.view.progress


def look_up_page() -> rx.Component:
    """Compose the look-up: the answer first, the way to ask again below."""
    return page_shell(
        error_summary(LookUpState),
        rx.cond(
            LookUpState.loaded,
            rx.cond(LookUpState.has_found, _found(), _ask()),
            rx.fragment(rx.el.h1(wording.TITLE), waiting(5)),
        ),
        rx.el.noscript(
            rx.el.p(frame.NEEDS_SCRIPT, class_name="notice"),
            rx.el.p(rx.el.a(wording.PLAIN, href=routes.PLAIN_LOOK_UP_START)),
        ),
        active=routes.LOOK_UP,
        css="frame stack-l page",
    )


def _ask() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h1(wording.TITLE),
            rx.el.p(wording.ASK, class_name="lead"),
            _not_found(),
            _form(),
            class_name="stack column",
        ),
        _what_a_code_is(),
        class_name="halves ask",
    )


def _form() -> rx.Component:
    field = Field(
        "ma",
        wording.CODE,
        hint=wording.HINT.format(example=example_code()),
        error=LookUpState.problems.get("ma", ""),
    )
    return rx.el.form(
        text_field(
            field,
            LookUpState.asked,
            auto_complete="off",
            auto_capitalize="characters",
            spell_check=False,
            enter_key_hint="search",
            class_name="code-field num",
        ),
        rx.cond(LookUpState.needs_proof, _proof()),
        rx.el.button(wording.SEARCH, type="submit", class_name="button"),
        key=LookUpState.field_key,
        role="search",
        class_name="card stack",
        action=routes.LOOK_UP,
        on_submit=LookUpState.search,
    )


def _proof() -> rx.Component:
    return rx.el.div(
        rx.el.h2(wording.PROOF_TITLE),
        rx.el.p(wording.PROOF_WHY, class_name="small muted"),
        human_proof(
            always=True,
            spent=LookUpState.attempt,
            error=LookUpState.problems.get("picture", ""),
        ),
        class_name="stack",
        role="group",
        aria_label=wording.PROOF_TITLE,
    )


def _not_found() -> rx.Component:
    return rx.cond(
        LookUpState.not_found != "",
        rx.el.div(
            rx.el.b(LookUpState.not_found),
            rx.el.ul(
                *[rx.el.li(line) for line in wording.NOT_FOUND_HELP], class_name="dots"
            ),
            class_name="notice notice--warn",
            role="status",
        ),
    )


def _what_a_code_is() -> rx.Component:
    agency, day, number = example_code().split("-")
    parts = {"agency": agency, "day": day, "number": number}
    return rx.el.section(
        rx.el.h2(wording.WHAT_A_CODE_IS),
        rx.el.p(example_code(), class_name="code-sample num"),
        rx.el.dl(
            *[
                rx.fragment(
                    rx.el.dt(part.format(**parts), class_name="num"),
                    rx.el.dd(meaning),
                )
                for part, meaning in wording.PARTS
            ],
            class_name="facts",
        ),
        rx.el.p(wording.WHERE_IT_IS),
        rx.el.p(
            wording.CALL.format(hotline=hotline_text(), hours=frame.HOTLINE_HOURS),
            class_name="muted small",
        ),
        class_name="card stack",
    )


def _found() -> rx.Component:
    return rx.fragment(
        rx.el.header(
            rx.el.p(VIEW.code, class_name="small muted num"),
            rx.el.h1(VIEW.procedure),
            _status(),
            class_name="stack",
        ),
        told_all(LookUpState.told),
        _when(),
        rx.el.div(
            rx.el.section(
                rx.el.h2(wording.TIMELINE),
                rx.el.ol(rx.foreach(VIEW.events, _event), class_name="timeline"),
                class_name="stack",
            ),
            _facts(),
            class_name="halves",
        ),
        _more(),
    )


def _status() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            rx.el.span(PROGRESS.label, class_name=PROGRESS.tag),
            rx.cond(
                PROGRESS.turn != "",
                rx.el.span(
                    statuses.TURN_PREFIX + " ",
                    rx.el.b(PROGRESS.turn),
                    class_name="muted",
                ),
            ),
            class_name="row",
        ),
        rx.el.p(PROGRESS.sentence),
        role="status",
        class_name="stack",
    )


def _when() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.WHEN_DONE),
        rx.el.p(
            rx.el.b(PROGRESS.when, class_name="when"),
            rx.cond(
                PROGRESS.left != "",
                rx.el.span(PROGRESS.left, class_name=PROGRESS.left_tag),
            ),
            class_name="row",
        ),
        rx.cond(PROGRESS.usual != "", rx.el.p(PROGRESS.usual, class_name="small")),
        rx.cond(VIEW.late_help != "", notice(VIEW.late_help, kind="warn")),
        rx.cond(
            PROGRESS.why.length() > 0,
            rx.el.details(
                rx.el.summary(promises.TITLE),
                rx.el.ol(
                    rx.foreach(PROGRESS.why, lambda line: rx.el.li(line)),
                    class_name="why",
                ),
            ),
        ),
        class_name="card card--lift stack",
    )


def _event(event: EventRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(event.title),
        rx.cond(event.line != "", rx.el.p(event.line, class_name="small muted")),
        class_name=rx.cond(
            event.is_now, "is-now", rx.cond(event.is_done, "is-done", "is-coming")
        ),
        aria_current=rx.cond(event.is_now, "step", "false"),
    )


def _facts() -> rx.Component:
    facts = (
        (wording.OWNER, VIEW.applicant),
        (wording.AGENCY, VIEW.agency),
        (wording.SUBMITTED, PROGRESS.submitted),
        (wording.RECEIVED, PROGRESS.received),
        (wording.DUE, PROGRESS.due),
    )
    return rx.el.section(
        rx.el.h2(wording.FACTS),
        rx.el.dl(
            *[
                rx.cond(value != "", rx.fragment(rx.el.dt(title), rx.el.dd(value)))
                for title, value in facts
            ],
            class_name="facts",
        ),
        rx.cond(
            VIEW.own_href != "",
            link(wording.OPEN_OWN, to=VIEW.own_href, class_name="button"),
            rx.el.p(wording.MASKED, class_name="small muted"),
        ),
        class_name="card stack",
    )


def _more() -> rx.Component:
    return rx.el.div(
        rx.el.p(wording.LIVE, class_name="small muted only-screen"),
        rx.el.div(
            link(wording.AGAIN, to=routes.LOOK_UP, class_name="button button--quiet"),
            link(
                wording.ABOUT_PROCEDURE,
                to=VIEW.procedure_href,
                class_name="button button--text",
            ),
            PrintButton.create(wording.PRINT, class_name="button button--text"),
            leaving_link(
                wording.PLAIN, to=VIEW.plain_href, class_name="button button--text"
            ),
            class_name="row acts",
        ),
        class_name="stack",
    )
