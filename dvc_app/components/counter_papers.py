"""“Thành phần hồ sơ” at the counter: scanned, counted, taken from the vault (O04)."""

from typing import Any

import reflex as rx

from dvc_app.components.uploader import uploader
from dvc_app.components.vault_picker import vault_button
from dvc_app.state.citizen.filing import Choice
from dvc_app.state.citizen.paper_rows import FileRow
from dvc_app.state.officer.counter_draft import CounterDraftState as State
from dvc_app.state.officer.counter_form import CounterVaultState
from dvc_app.state.officer.counter_rows import CounterPaperRow
from dvc_app.wording import counter as wording
from dvc_app.wording import uploads


def counter_papers() -> rx.Component:
    """Return the tab."""
    return rx.el.div(
        _cases(),
        rx.cond(
            State.removed_file != "",
            rx.el.p(
                uploads.REMOVED,
                " ",
                rx.el.button(
                    uploads.UNDO,
                    type="button",
                    class_name="as-link",
                    on_click=State.restore_file,
                ),
                class_name="notice",
                role="status",
            ),
        ),
        rx.el.section(rx.foreach(State.papers, _paper), class_name="card papers"),
        class_name="stack",
    )


def _cases() -> rx.Component:
    return rx.cond(
        State.cases.length() > 1,
        rx.el.fieldset(
            rx.el.legend(wording.CASE, class_name="required"),
            rx.foreach(State.cases, _case),
            id="case_id",
            class_name="field radios card",
        ),
    )


def _case(case: Choice) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="case_id",
            value=case.value,
            default_checked=State.values.get("case_id", "") == case.value,
            on_change=State.choose_case(case.value),
        ),
        rx.el.span(case.words),
        class_name="tick",
    )


def _paper(row: CounterPaperRow) -> rx.Component:
    error = State.problems.get(row.code, "")
    return rx.el.div(
        rx.el.div(
            rx.el.h3(
                row.name,
                class_name=rx.cond(row.required, "required paper-name", "paper-name"),
            ),
            rx.cond(row.tags != "", rx.el.span(row.tags, class_name="tag")),
            rx.cond(row.when != "", rx.el.p(row.when, class_name="small paper-when")),
            rx.cond(row.hint != "", rx.el.p(row.hint, class_name="small muted")),
            rx.cond(error != "", rx.el.p(error, class_name="error")),
            class_name="paper-head",
        ),
        rx.cond(
            row.files.length() > 0,
            rx.el.ul(rx.foreach(row.files, _file), class_name="stack-s"),
        ),
        rx.cond(
            row.warning != "",
            rx.el.p(row.warning, class_name="notice notice--warn small"),
        ),
        rx.el.div(
            rx.cond(
                row.earlier != "",
                rx.el.p(row.earlier, class_name="notice notice--done"),
                uploader(
                    row.endpoint,
                    row.send_label,
                    row.known,
                    accept=row.accept,
                    shrinks=True,
                ),
            ),
            rx.cond(row.is_listed, vault_button(row.code, row.name, CounterVaultState)),
            class_name="paper-acts",
        ),
        rx.cond(row.is_listed, _counts(row)),
        id=row.code,
        class_name=rx.cond(error != "", "paper field--error", "paper"),
        key=row.code,
    )


def _file(file: FileRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.cond(
                file.address != "",
                rx.el.a(file.name, href=file.address, target="_blank"),
                file.name,
            ),
            rx.el.span(file.details, class_name="small muted"),
            rx.cond(file.fault != "", rx.el.span(file.fault, class_name="small error")),
            class_name="grow",
        ),
        rx.el.span(file.state, class_name=file.state_css, role="status"),
        rx.el.button(
            uploads.REMOVE,
            type="button",
            aria_label=file.remove_label,
            class_name="button button--text button--small",
            on_click=State.remove_file(file.id),
        ),
        class_name="file",
        key=file.id,
    )


def _counts(row: CounterPaperRow) -> rx.Component:
    return rx.el.form(
        rx.el.input(type="hidden", name="slot", value=row.code),
        rx.el.fieldset(
            rx.el.legend(wording.COUNTED, class_name="small"),
            _count(row, "originals", wording.ORIGINALS, row.originals),
            _count(row, "certified", wording.CERTIFIED, row.certified),
            _count(row, "plain", wording.PLAIN, row.plain),
            rx.el.label(
                rx.el.input(
                    type="checkbox", name="compared", default_checked=row.is_compared
                ),
                rx.el.span(wording.COMPARED),
                class_name="tick",
            ),
            rx.el.button(
                wording.KEEP_COUNT,
                type="submit",
                class_name="button button--quiet button--small",
            ),
            class_name="paper-counts",
        ),
        on_submit=State.count,
        no_validate=True,
    )


def _count(row: CounterPaperRow, name: str, label: str, value: Any) -> rx.Component:
    # Any: a Var of text. The id carries the paper, the name the count.
    return rx.el.label(
        rx.el.span(label, class_name="small"),
        rx.el.input(
            type="text",
            name=name,
            default_value=value,
            input_mode="numeric",
            max_length=2,
            auto_complete="off",
            aria_label=f"{label}: " + row.name,
        ),
        class_name="field",
    )
