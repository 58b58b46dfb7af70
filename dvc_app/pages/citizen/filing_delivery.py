"""Nộp hồ sơ, bước 4: nơi nhận kết quả (C13)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.filing import next_button, step_form, step_page
from dvc_app.components.form.summary import error_summary
from dvc_app.components.notice import notice
from dvc_app.state.citizen.filing import FilingState
from dvc_app.state.citizen.filing_rows import UnitRow
from dvc_app.wording import filing as wording


def filing_delivery_page() -> rx.Component:
    """Compose the page."""
    return step_page(
        "delivery",
        error_summary(FilingState),
        step_form(
            rx.el.fieldset(
                rx.el.legend(wording.DELIVERY, class_name="required h2"),
                _counter(),
                _post(),
                rx.el.span(
                    FilingState.problems.get("delivery", ""), class_name="error"
                ),
                id="delivery",
                class_name="card stack radios",
            ),
            notice(wording.ELECTRONIC),
            rx.el.p(wording.ORIGINALS_NOTE, class_name="small muted"),
            on_submit=FilingState.go_on,
            main=next_button(),
            back=routes.FILE_COMPONENTS,
        ),
    )


def _counter() -> rx.Component:
    return rx.el.div(
        rx.el.label(
            rx.el.input(
                type="radio", name="delivery", value="counter", default_checked=True
            ),
            rx.el.b(wording.AT_COUNTER),
            class_name="tick",
        ),
        rx.foreach(FilingState.units, _place),
    )


def _place(unit: UnitRow) -> rx.Component:
    return rx.cond(
        unit.id == FilingState.unit_id,
        rx.el.dl(
            rx.el.dt(wording.UNIT),
            rx.el.dd(unit.name),
            rx.el.dt(wording.UNIT_PLACE),
            rx.el.dd(unit.address),
            rx.el.dt(wording.UNIT_PHONE),
            rx.el.dd(unit.phone, class_name="num"),
            rx.el.dt(wording.UNIT_HOURS),
            rx.el.dd(unit.hours),
            class_name="facts indented",
        ),
    )


def _post() -> rx.Component:
    return rx.el.div(
        rx.el.label(
            rx.el.input(type="radio", name="delivery", value="post", disabled=True),
            rx.el.span(wording.BY_POST),
            rx.el.span(wording.SOON, class_name="tag"),
            class_name="tick muted",
        ),
        rx.el.p(wording.BY_POST_SOON, class_name="small muted indented"),
    )
