"""Tệp đã xuất và báo cáo định kỳ (O13)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, select_field, text_field
from dvc_app.components.link import leaving_link, link
from dvc_app.components.office_page import office_list
from dvc_app.state.officer.exports import ExportsState as State
from dvc_app.state.officer.exports import FileRow, ScheduleRow
from dvc_app.wording import registers as wording


def exports_page() -> rx.Component:
    """Compose the page."""
    return office_list(
        State,
        wording.FILES_TITLE,
        wording.FILES_LEAD,
        rx.el.div(
            link(wording.TO_REPORT, to=routes.REPORTS),
            link(wording.TO_BOOK, to=routes.REGISTER_BOOK),
            class_name="row",
        ),
        rx.cond(
            State.files.length() > 0,
            rx.el.ul(rx.foreach(State.files, _file), class_name="stack-s plain-list"),
            _empty(),
        ),
        _schedules(),
    )


def _file(row: FileRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.div(
                rx.el.b(row.kind),
                rx.el.span(row.period, class_name="num"),
                rx.el.span(row.asked, class_name="small muted"),
                class_name="grow stack-xs",
            ),
            rx.el.span(row.state, class_name=row.css, role="status"),
            rx.cond(
                row.href != "",
                leaving_link(
                    wording.DOWNLOAD,
                    to=row.href,
                    aria_label=row.download,
                    class_name="button button--quiet",
                ),
            ),
            class_name="row",
        ),
        rx.cond(row.line != "", rx.el.p(row.line, class_name="small muted")),
        rx.cond(row.purpose != "", rx.el.p(row.purpose)),
        rx.cond(row.may_decide, _decide(row)),
        class_name="card stack-s",
        key=row.id,
    )


def _decide(row: FileRow) -> rx.Component:
    name = "reason-" + row.id
    return rx.el.div(
        rx.el.button(
            wording.AGREE,
            type="button",
            class_name="button",
            on_click=State.agree(row.id),
        ),
        rx.el.details(
            rx.el.summary(wording.DECLINE),
            rx.el.form(
                rx.el.input(type="hidden", name="export", value=row.id),
                text_field(
                    Field(
                        name,
                        wording.DECLINE_REASON,
                        required=True,
                        error=State.problems.get(name, ""),
                    ),
                    max_length=300,
                    auto_complete="off",
                ),
                rx.el.button(
                    wording.DECLINE, type="submit", class_name="button button--quiet"
                ),
                on_submit=State.decline,
                no_validate=True,
                class_name="stack-s",
            ),
            open=State.problems.contains(name),
        ),
        class_name="stack-s",
    )


def _empty() -> rx.Component:
    return rx.el.div(
        rx.el.p(rx.el.b(wording.FILES_EMPTY)),
        rx.el.p(wording.FILES_EMPTY_HELP, class_name="muted"),
        class_name="card stack-s empty",
        role="status",
    )


def _schedules() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.SCHEDULES),
        rx.el.p(wording.SCHEDULES_LEAD, class_name="small muted"),
        rx.cond(
            State.schedules.length() > 0,
            rx.el.ul(rx.foreach(State.schedules, _schedule), class_name="plain-list"),
            rx.el.p(wording.SCHEDULES_EMPTY),
        ),
        rx.el.form(
            _text("name", wording.SCHEDULE_NAME),
            _choice("kind", wording.SCHEDULE_KIND, _kinds()),
            _choice("every", wording.SCHEDULE_EVERY, _periods()),
            _text("email", wording.SCHEDULE_EMAIL, type="email", input_mode="email"),
            rx.el.div(
                rx.el.button(
                    wording.SCHEDULE_ADD,
                    type="submit",
                    class_name="button button--quiet",
                ),
                class_name="filter-acts",
            ),
            key=State.form_key,
            on_submit=State.schedule,
            no_validate=True,
            class_name="filters",
        ),
        class_name="card stack-s",
    )


def _schedule(row: ScheduleRow) -> rx.Component:
    return rx.el.li(
        rx.el.div(rx.el.b(row.name), rx.el.p(row.line, class_name="small muted")),
        rx.el.span(class_name="grow"),
        rx.el.button(
            wording.SCHEDULE_END,
            type="button",
            class_name="button button--text",
            aria_label=row.end,
            on_click=State.end(row.id),
        ),
        class_name="row",
        key=row.id,
    )


def _text(name: str, label: str, **props: str) -> rx.Component:
    error = State.problems.get(name, "")
    return text_field(Field(name, label, required=True, error=error), **props)


def _choice(name: str, label: str, options: list[rx.Component]) -> rx.Component:
    return select_field(Field(name, label, required=True), options)


def _kinds() -> list[rx.Component]:
    kinds = ("report", "sheet")
    words = {str(kind): text for kind, text in wording.KINDS.items()}
    return [rx.el.option(words[kind], value=kind) for kind in kinds]


def _periods() -> list[rx.Component]:
    return [
        rx.el.option(words, value=str(every)) for every, words in wording.EVERY.items()
    ]
