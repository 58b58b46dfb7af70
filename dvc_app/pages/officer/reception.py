"""Tiếp nhận hồ sơ trực tuyến (O03)."""

import reflex as rx

from dvc_app.components import dossier_parts as parts
from dvc_app.components.after_filing import after_filing
from dvc_app.components.decisions_card import decisions_card
from dvc_app.components.eform_office import details
from dvc_app.components.form.fields import Field, area_field, text_field
from dvc_app.components.form.summary import error_summary, required_legend
from dvc_app.components.link import link
from dvc_app.components.notice import notice
from dvc_app.components.office_dues import office_dues
from dvc_app.components.officer_parts import tabs
from dvc_app.components.reception_checklist import checklist
from dvc_app.components.reception_keys import RECEIVE_ID, reception_keys
from dvc_app.components.reception_notices import people_card, receipt, warnings
from dvc_app.state.officer.dossier_rows import FeeRow
from dvc_app.state.officer.reception import ReceptionState
from dvc_app.wording import filing
from dvc_app.wording import reception as wording

State = ReceptionState
FORM_ID = "tiep-nhan"
NOTE_ID = "tiep-nhan-luu-y"


def reception_page() -> rx.Component:
    """Compose the page; an account without the role reads why."""
    return rx.cond(
        State.has_no_role,
        parts.dossier_refused(
            wording.NO_ROLE_TITLE,
            wording.NO_ROLE,
            link(wording.SEE_DETAILS, to=State.details_href, class_name="button"),
        ),
        parts.dossier_page(
            State,
            wording.TITLE,
            error_summary(State),
            parts.dossier_head(State.head, wording.TITLE),
            receipt(),
            rx.cond(State.may_receive, warnings()),
            after_filing(with_supplement=False),
            decisions_card(with_ways=False),
            office_dues(),
            tabs(
                State.tabs,
                wording.TABS,
                State.head.code,
                rx.el.div(rx.cond(State.may_receive, _form(), _read_only())),
                details(State.problems),
                checklist(),
                _fees(),
                rx.el.div(parts.history(State.events)),
            ),
            rx.cond(State.may_receive, _actions(), reception_keys()),
            held=State.head.code,
        ),
    )


def _form() -> rx.Component:
    return rx.el.form(
        parts.general_cards(
            parts.card(
                wording.SUBMITTER,
                parts.facts(*parts.submitter_facts(State.general)),
                rx.el.div(_birth_date(), _phone(), class_name="fields fields--2"),
                required_legend(),
            ),
            parts.card(
                wording.APPLICANT, parts.facts(*parts.applicant_facts(State.general))
            ),
            parts.card(wording.REQUEST_TITLE, *_request()),
            people_card(),
        ),
        id=FORM_ID,
        key=State.form_key,
        on_submit=State.receive,
        no_validate=True,
    )


def _request() -> tuple[rx.Component, ...]:
    return (
        parts.facts(
            *parts.request_facts(State.general, State.head.case),
            (wording.DUE, State.due),
        ),
        parts.why(State.due_why),
        rx.cond(
            State.due != "",
            rx.el.details(
                rx.el.summary(wording.OTHER_DAY), _other_day(wording.DUE_DAY_HINT)
            ),
            rx.fragment(
                notice(wording.NO_LIMIT, kind="warn"),
                _other_day(wording.DUE_DAY_NEEDED_HINT),
            ),
        ),
    )


def _birth_date() -> rx.Component:
    field = Field(
        "birth_date",
        wording.BIRTH_DATE,
        hint=State.people.birth_hint,
        required=True,
        error=State.problems.get("birth_date", ""),
    )
    return text_field(
        field, State.general.birth_date, input_mode="numeric", auto_complete="off"
    )


def _phone() -> rx.Component:
    field = Field(
        "phone",
        wording.PHONE,
        hint=wording.PHONE_HINT,
        required=True,
        error=State.problems.get("phone", ""),
    )
    return text_field(field, State.general.phone, type="tel", auto_complete="off")


def _other_day(hint: str) -> rx.Component:
    problems = State.problems
    day = Field(
        "due_day", wording.DUE_DAY, hint=hint, error=problems.get("due_day", "")
    )
    reason = Field(
        "due_reason",
        wording.DUE_REASON,
        hint=wording.DUE_REASON_HINT,
        error=problems.get("due_reason", ""),
    )
    return rx.el.div(
        text_field(day, input_mode="numeric", auto_complete="off"),
        area_field(reason),
        class_name="stack other-day",
    )


def _read_only() -> rx.Component:
    general = State.general
    return parts.general_cards(
        parts.card(
            wording.SUBMITTER,
            parts.facts(
                *parts.submitter_facts(general),
                (wording.BIRTH_DATE, general.birth_date),
                (wording.PHONE, general.phone),
            ),
        ),
        parts.card(wording.APPLICANT, parts.facts(*parts.applicant_facts(general))),
        parts.card(
            wording.REQUEST_TITLE,
            parts.facts(
                *parts.request_facts(general, State.head.case),
                (wording.DUE, State.head.due),
            ),
        ),
    )


def _fees() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.fees.length() > 0,
            rx.el.div(
                rx.el.table(
                    rx.el.caption(wording.FEE_CAPTION, class_name="sr-only"),
                    rx.el.thead(
                        rx.el.tr(
                            rx.el.th(filing.FEE_NAME, scope="col"),
                            rx.el.th(filing.FEE_AMOUNT, scope="col"),
                            rx.el.th(filing.FEE_NOTE, scope="col"),
                        )
                    ),
                    rx.el.tbody(rx.foreach(State.fees, _fee)),
                    class_name="table table--cards card",
                ),
                rx.el.p(wording.PAY_AT_COUNTER, class_name="small muted"),
                class_name="stack",
            ),
            rx.el.p(wording.NO_FEES, class_name="card"),
        )
    )


def _fee(fee: FeeRow) -> rx.Component:
    return rx.el.tr(
        rx.el.td(fee.name, data_label=filing.FEE_NAME),
        rx.el.td(fee.amount, data_label=filing.FEE_AMOUNT, class_name="num"),
        rx.el.td(fee.note, data_label=filing.FEE_NOTE),
    )


def _actions() -> rx.Component:
    def other(words: str, way: str, css: str) -> rx.Component:
        return link(words, to=State.details_href + way, class_name=css)

    return rx.el.div(
        rx.el.button(
            wording.RECEIVE,
            id=RECEIVE_ID,
            type="submit",
            form=FORM_ID,
            class_name="button",
            aria_describedby=NOTE_ID,
        ),
        other(wording.ASK_SUPPLEMENT, "/bo-sung", "button button--quiet"),
        other(wording.TRANSFER, "/chuyen-don-vi", "button button--text"),
        other(wording.REFUSE, "/tu-choi", "button button--text"),
        rx.el.span(
            rx.cond(State.still != "", State.still, wording.READY_NOTE),
            id=NOTE_ID,
            class_name="small muted",
        ),
        reception_keys(),
        class_name="actions",
    )
