"""Chi tiết hồ sơ: xử lý và trả kết quả (O05, O08)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components import dossier_parts as parts
from dvc_app.components.form.fields import Field, area_field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.link import link
from dvc_app.components.officer_parts import tabs
from dvc_app.components.uploader import uploader
from dvc_app.state.officer.dossier_rows import FileRow, PaperRow
from dvc_app.state.officer.processing import ProcessingState
from dvc_app.state.officer.processing_rows import StepRow
from dvc_app.wording import desk, reception, uploads
from dvc_app.wording import processing as wording

State = ProcessingState


def processing_page() -> rx.Component:
    """Compose the page; an account that works at no desk reads why."""
    return rx.cond(
        State.has_no_role,
        parts.dossier_refused(
            desk.NO_ROLE_TITLE,
            desk.NO_ROLE,
            link(wording.TO_DESK, to=routes.DESK, class_name="button"),
        ),
        parts.dossier_page(
            State,
            wording.TITLE,
            error_summary(State),
            parts.dossier_head(State.head, wording.TITLE),
            _steps(),
            rx.el.div(_act(), _result(), class_name="dossier-grid"),
            tabs(State.tabs, reception.TABS, _general(), _papers(), _history()),
        ),
    )


def _steps() -> rx.Component:
    return rx.el.ol(
        rx.foreach(State.steps, _step), class_name="step-map", aria_label=wording.STEPS
    )


def _step(step: StepRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(step.name),
        rx.el.span(step.state, class_name="small"),
        rx.cond(step.line != "", rx.el.span(step.line, class_name="small muted")),
        rx.cond(step.opinion != "", rx.el.span(step.opinion, class_name="small")),
        class_name=rx.cond(
            step.is_done, "is-done", rx.cond(step.is_now, "is-now", "is-coming")
        ),
        aria_current=rx.cond(step.is_now, "step", "false"),
    )


def _act() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.NEXT_ACT),
        rx.cond(State.act_lead != "", rx.el.p(State.act_lead)),
        rx.match(
            State.act,
            (
                "receive",
                link(wording.RECEIVE, to=State.reception_href, class_name="button"),
            ),
            ("take", _take()),
            ("finish", _finish()),
            ("approve", _approve()),
            ("return_result", _return()),
            rx.el.p(State.no_act, class_name="muted"),
        ),
        rx.cond(
            State.print_href != "",
            rx.el.p(
                rx.el.a(
                    wording.PRINT,
                    href=State.print_href,
                    target="_blank",
                    rel="noopener",
                )
            ),
        ),
        class_name="card stack",
    )


def _take() -> rx.Component:
    return rx.el.button(
        wording.TAKE, type="button", class_name="button", on_click=State.take
    )


def _finish() -> rx.Component:
    field = Field(
        "opinion",
        wording.OPINION,
        hint=wording.OPINION_HINT,
        required=True,
        error=State.problems.get("opinion", ""),
    )
    return rx.el.form(
        area_field(field),
        rx.cond(
            State.result.id == "",
            rx.el.p(wording.RESULT_NEEDED, class_name="small muted"),
        ),
        rx.el.button(wording.FINISH, type="submit", class_name="button"),
        key=State.form_key,
        on_submit=State.finish,
        no_validate=True,
        class_name="stack",
    )


def _approve() -> rx.Component:
    field = Field(
        "opinion",
        wording.APPROVE_OPINION,
        optional_words=wording.OPTIONAL,
        error=State.problems.get("opinion", ""),
    )
    return rx.el.form(
        area_field(field),
        rx.el.button(wording.APPROVE, type="submit", class_name="button"),
        key=State.form_key,
        on_submit=State.finish,
        no_validate=True,
        class_name="stack",
    )


def _return() -> rx.Component:
    field = Field(
        "received_by",
        wording.RECEIVER,
        hint=wording.RECEIVER_HINT,
        required=True,
        error=State.problems.get("received_by", ""),
    )
    return rx.el.form(
        text_field(
            field, State.general.applicant, spell_check=False, auto_complete="off"
        ),
        rx.el.button(wording.RETURN, type="submit", class_name="button"),
        key=State.form_key,
        on_submit=State.hand_over,
        no_validate=True,
        class_name="stack",
    )


def _result() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.RESULT),
        rx.cond(
            State.result.id != "",
            _attached(),
            rx.cond(
                State.result_act == "attach_result",
                _attach(),
                rx.el.p(wording.NO_RESULT_YET, class_name="muted"),
            ),
        ),
        id="result",
        class_name="card stack",
    )


def _attached() -> rx.Component:
    result = State.result
    return rx.el.div(
        rx.el.p(
            rx.el.a(result.name, href=result.address, target="_blank", rel="noopener"),
            " ",
            rx.el.span(
                result.signature,
                class_name=rx.cond(result.is_signed, "tag tag--done", "tag"),
            ),
        ),
        rx.el.p(result.line, class_name="small muted"),
        rx.cond(result.returned != "", rx.el.p(result.returned)),
        rx.cond(
            State.result_act == "remove_result",
            rx.el.button(
                wording.REMOVE_RESULT,
                type="button",
                class_name="button button--text",
                on_click=State.remove,
            ),
        ),
        class_name="stack-s",
    )


def _attach() -> rx.Component:
    number = Field(
        "number",
        wording.NUMBER,
        hint=wording.NUMBER_HINT,
        required=True,
        error=State.problems.get("number", ""),
    )
    fault = State.problems.get("file", "")
    return rx.el.div(
        rx.el.p(wording.ATTACH_LEAD, class_name="small muted"),
        rx.el.div(
            rx.cond(fault != "", rx.el.p(fault, class_name="error")),
            rx.el.ul(
                rx.foreach(State.sent_files, _sent_file), class_name="stack-s paper"
            ),
            uploader(State.result_endpoint, wording.SEND_RESULT, State.sent_ids, False),
            id="file",
        ),
        rx.el.form(
            text_field(number, auto_complete="off", spell_check=False),
            rx.el.button(
                wording.ATTACH, type="submit", class_name="button button--quiet"
            ),
            key=State.form_key,
            on_submit=State.attach,
            no_validate=True,
            class_name="stack",
        ),
        class_name="stack",
    )


def _sent_file(file: FileRow) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.cond(
                file.address != "",
                rx.el.a(file.name, href=file.address, target="_blank", rel="noopener"),
                file.name,
            ),
            rx.el.span(file.details, class_name="small muted"),
            class_name="grow",
        ),
        rx.el.span(
            rx.cond(file.address != "", uploads.ACCEPTED, file.fault),
            class_name=rx.cond(file.address != "", "tag tag--done", "small"),
            role="status",
        ),
        rx.el.button(
            uploads.REMOVE,
            type="button",
            class_name="button button--text button--small",
            on_click=State.remove_file(file.id),
        ),
        class_name="file",
        key=file.id,
    )


def _general() -> rx.Component:
    general = State.general
    return rx.el.div(
        rx.el.section(
            rx.el.h2(reception.SUBMITTER),
            parts.facts(
                *parts.submitter_facts(general),
                (reception.BIRTH_DATE, general.birth_date),
                (reception.PHONE, general.phone),
            ),
            class_name="card stack",
        ),
        rx.el.section(
            rx.el.h2(reception.APPLICANT),
            parts.facts(*parts.applicant_facts(general)),
            class_name="card stack",
        ),
        rx.el.section(
            rx.el.h2(reception.REQUEST_TITLE),
            parts.facts(
                *parts.request_facts(general, State.head.case),
                (wording.RECEIVED, State.head.received),
                (wording.PROMISED, State.head.due),
            ),
            class_name="card stack wide",
        ),
        class_name="dossier-grid",
    )


def _papers() -> rx.Component:
    return rx.el.div(
        parts.viewer(State.viewed),
        rx.el.div(
            rx.cond(
                State.papers.rows.length() == 0,
                rx.el.p(reception.NO_PAPERS, class_name="muted"),
            ),
            rx.foreach(State.papers.rows, _paper),
            rx.cond(
                State.papers.others.length() > 0,
                rx.el.div(
                    rx.el.h3(reception.OTHER_FILES),
                    parts.file_buttons(State.papers.others, State.viewed, State.view),
                    class_name="check",
                ),
            ),
            class_name="stack",
        ),
        class_name="bench",
    )


def _paper(paper: PaperRow) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            parts.paper_head(paper),
            rx.cond(
                paper.is_ok,
                rx.el.span(reception.ACCEPTED, class_name="tag tag--done"),
                rx.cond(
                    paper.is_bad,
                    rx.el.span(reception.NOT_ACCEPTED, class_name="tag tag--late"),
                ),
            ),
            class_name="row check-row",
        ),
        parts.file_buttons(paper.files, State.viewed, State.view),
        rx.cond(
            paper.files.length() == 0,
            rx.el.p(reception.NO_FILE, class_name="small muted"),
        ),
        rx.cond(paper.reason != "", rx.el.p(paper.reason)),
        rx.cond(paper.judged != "", rx.el.p(paper.judged, class_name="small muted")),
        class_name=parts.paper_css(paper),
        key=paper.code,
    )


def _history() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.events.length() > 0,
            parts.history(State.events),
            rx.el.p(wording.NO_HISTORY, class_name="card"),
        )
    )
