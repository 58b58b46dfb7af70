"""The officer's ways to the person: supplement, messages, a wish to withdraw."""

import reflex as rx

from dvc_app.components.form.fields import Field, area_field
from dvc_app.components.link import link
from dvc_app.state.officer.after_filing import AfterFilingState as State
from dvc_app.wording import messages, supplements
from dvc_app.wording import withdrawing as wording


def after_filing(with_supplement: bool = True) -> rx.Component:
    """Return the ways that stand nowhere else, and the wish that waits for a decision."""
    return rx.el.section(
        rx.cond(State.wish != "", _wish()),
        rx.el.nav(
            rx.cond(
                State.supplement_href != "",
                link(
                    supplements.OFFICER_TITLE,
                    to=State.supplement_href,
                    class_name="button button--quiet button--small",
                ),
            )
            if with_supplement
            else rx.fragment(),
            link(
                messages.OFFICER_TITLE,
                to=State.messages_href,
                class_name="button button--quiet button--small",
            ),
            rx.cond(
                State.unseen != "",
                rx.el.span(State.unseen, class_name="tag tag--wait", role="status"),
            ),
            aria_label=wording.LINKS,
            class_name="row",
        ),
        class_name="stack",
    )


def _wish() -> rx.Component:
    field = Field(
        "decision_reason",
        wording.DECISION,
        hint=wording.DECISION_HINT,
        error=State.problems.get("decision_reason", ""),
    )
    return rx.el.form(
        rx.el.h2(wording.CARD),
        rx.el.p(State.wish, class_name="typed"),
        area_field(field),
        rx.el.div(
            rx.el.button(
                wording.ACCEPT,
                type="button",
                class_name="button",
                on_click=State.accept,
            ),
            rx.el.button(
                wording.DECLINE, type="submit", class_name="button button--quiet"
            ),
            class_name="row",
        ),
        key=State.form_key,
        on_submit=State.decline,
        no_validate=True,
        class_name="card card--lift stack",
    )
