"""What the six steps of the wizard share: progress, saved line, buttons, aside."""

from typing import Any

import reflex as rx

from dvc_app import routes
from dvc_app.components.acting import acting_line, stopped_notice
from dvc_app.components.carry import carry_card
from dvc_app.components.form.fields import Field, select_field
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.long_name import long_name
from dvc_app.components.notice import notice
from dvc_app.components.of_address import of_address
from dvc_app.components.saved_line import saved_line
from dvc_app.components.skeleton import skeleton
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_rows import StepRow, UnitRow
from dvc_app.wording import counter
from dvc_app.wording import filing as wording

FORM_ID = "bieu-mau"
SAVED_ID = "da-luu"


def step_page(step: str, *children: Any) -> rx.Component:
    """Return the page of one step; it stands once its draft is there."""
    # Any: what rx.el elements take as children.
    return page_shell(
        rx.cond(
            FilingState.missing,
            _not_found(),
            rx.fragment(
                _steps(),
                rx.el.div(
                    _progress(),
                    rx.el.h1(wording.HEADINGS[step]),
                    rx.el.p(
                        long_name(FilingState.procedure_name),
                        rx.cond(
                            FilingState.agency_name != "",
                            rx.fragment(" · ", FilingState.agency_name),
                        ),
                        class_name="muted",
                    ),
                    rx.cond(
                        FilingState.is_at_counter,
                        notice(counter.AT_COUNTER, kind="warn", role="status"),
                    ),
                    rx.cond(
                        FilingState.is_stopped,
                        stopped_notice(
                            FilingState.stopped_name, FilingState.choose_principal("")
                        ),
                        acting_line(FilingState.owner, of_draft(routes.FILE_AGENCY)),
                    ),
                    of_address(
                        FilingState.draft_id,
                        rx.cond(
                            FilingState.loaded,
                            rx.el.div(
                                *children,
                                key=FilingState.form_key,
                                class_name="stack-l",
                            ),
                            skeleton(),
                        ),
                        skeleton(),
                    ),
                    class_name="stack",
                ),
                aside(),
            ),
        ),
        css="frame wizard",
    )


def buttons(back: str, main: rx.Component) -> rx.Component:
    """Return the row under a form: back, leave, and the one main button."""
    return rx.el.div(
        link(
            wording.BACK,
            to=of_draft(back),
            class_name="button button--text",
        ),
        rx.el.span(style={"flex": "1"}),
        link(
            wording.SAVE_AND_LEAVE,
            to=routes.MY_DOSSIERS,
            class_name="button button--text",
        ),
        main,
        class_name="row wizard-buttons",
    )


def of_draft(route: str) -> rx.Var[str]:
    """Return the address of a step of the draft that is open."""
    before, _, after = route.partition("[draft]")
    return rx.Var.create(before) + FilingState.draft_id + after


def next_button(words: str = wording.NEXT) -> rx.Component:
    """Return the main button; what is saved describes it (R1)."""
    return rx.el.button(
        words,
        type="submit",
        form=FORM_ID,
        class_name="button",
        aria_describedby=SAVED_ID,
    )


def step_form(
    *children: Any, on_submit: Any, main: rx.Component, back: str
) -> rx.Component:
    """Return the form of a step with its buttons."""
    # Any: children of rx.el.form, and an event handler.
    return rx.el.form(
        *children,
        buttons(back, main),
        id=FORM_ID,
        on_submit=on_submit,
        no_validate=True,
        class_name="stack-l",
    )


def unit_choice(
    units: rx.Var[list[UnitRow]], chosen: rx.Var[str], error: Any, on_change: Any = None
) -> rx.Component:
    """Return the list of units that may receive the dossier."""
    # Any: a Var of text and an event handler.
    options = [
        rx.el.option(wording.CHOOSE_UNIT, value=""),
        rx.foreach(
            units, lambda unit: rx.el.option(unit.name, value=unit.id, key=unit.id)
        ),
    ]
    handlers = {"on_change": on_change} if on_change is not None else {}
    return select_field(
        Field(
            "agency", wording.UNIT, hint=wording.UNIT_HINT, required=True, error=error
        ),
        options,
        default_value=chosen,
        **handlers,
    )


def aside() -> rx.Component:
    """Return the card beside the form: cost and expected day."""
    return rx.el.aside(
        rx.el.h2(wording.TERMS, class_name="h3"),
        rx.el.dl(
            rx.el.dt(wording.FEE),
            rx.el.dd(FilingState.total),
            rx.cond(
                FilingState.due_day != "",
                rx.fragment(
                    rx.el.dt(wording.EXPECTED),
                    rx.el.dd(FilingState.due_day, class_name="num"),
                ),
            ),
            class_name="facts facts--narrow",
        ),
        why(),
        carry_card(FilingState.draft_id),
        class_name="card small stack",
    )


def why() -> rx.Component:
    """Return why the promised day is this one, line by line."""
    return rx.cond(
        FilingState.due_lines.length() > 0,
        rx.el.details(
            rx.el.summary(wording.WHY),
            rx.el.ol(
                rx.foreach(FilingState.due_lines, lambda line: rx.el.li(line)),
                class_name="why",
            ),
        ),
    )


def _progress() -> rx.Component:
    return rx.el.div(
        rx.el.span(FilingState.step_caption, class_name="small muted"),
        saved_line(SAVED_ID, FORM_ID),
        rx.el.details(
            rx.el.summary(wording.ALL_STEPS),
            _step_list("steps steps--phone"),
            class_name="only-phone small",
        ),
        class_name="row wizard-progress",
    )


def _steps() -> rx.Component:
    return rx.el.div(_step_list("steps"), class_name="wizard-steps")


def _step_list(css: str) -> rx.Component:
    return rx.el.ol(
        rx.foreach(FilingState.steps, _step), class_name=css, aria_label=wording.TITLE
    )


def _step(step: StepRow) -> rx.Component:
    name = rx.cond(
        (step.address != "") & ~step.is_current,
        link(step.name, to=step.address),
        rx.el.span(step.name),
    )
    return rx.cond(
        step.is_current,
        rx.el.li(name, aria_current="step"),
        rx.cond(step.is_done, rx.el.li(name, data_done="1"), rx.el.li(name)),
    )


def _not_found() -> rx.Component:
    return rx.el.div(
        rx.el.h1(wording.NOT_FOUND_TITLE),
        rx.el.p(wording.NOT_FOUND),
        rx.el.div(
            link(wording.TO_MY_DOSSIERS, to=routes.MY_DOSSIERS, class_name="button"),
            link(
                wording.TO_PROCEDURES,
                to=routes.PROCEDURES,
                class_name="button button--quiet",
            ),
            class_name="row",
        ),
        class_name="stack whole",
    )
