"""Chi tiết hồ sơ: xử lý và trả kết quả (O05, O08)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components import dossier_parts as parts
from dvc_app.components.after_filing import after_filing
from dvc_app.components.civil_status_card import civil_status_card
from dvc_app.components.decisions_card import after_apology, decisions_card
from dvc_app.components.eform_office import details
from dvc_app.components.form.fields import Field, area_field, text_field
from dvc_app.components.form.summary import error_summary
from dvc_app.components.handing_card import (
    handing_form,
    handing_menu,
    step_log,
    talk,
    way_fields,
    wishes,
)
from dvc_app.components.judged_papers import judged_papers
from dvc_app.components.link import link
from dvc_app.components.office_dues import before_result, office_dues
from dvc_app.components.officer_parts import tabs
from dvc_app.components.receiver_fields import receiver_fields
from dvc_app.components.result_card import result_card
from dvc_app.components.slips_list import slips_list
from dvc_app.components.step_map import step_map, why_due
from dvc_app.components.store_link import store_link
from dvc_app.components.sync_parts import dossier_sync
from dvc_app.state.officer.decisions_card import DecisionsCardState
from dvc_app.state.officer.processing import ProcessingState
from dvc_app.wording import desk, handing, land, reception, signing
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
            step_map(),
            why_due(),
            wishes(),
            rx.cond(
                State.land_wish != "",
                rx.el.p(
                    rx.el.b(land.TITLE + ". "),
                    State.land_wish,
                    role="status",
                    class_name="notice notice--warn",
                ),
            ),
            rx.el.div(_act(), result_card(), class_name="dossier-grid"),
            civil_status_card(),
            handing_form(),
            after_filing(),
            decisions_card(with_slips=False),
            office_dues(),
            tabs(
                State.tabs,
                reception.TABS,
                State.head.code,
                _general(),
                details(),
                judged_papers(),
                talk(),
                _slips(),
                _history(),
                dossier_sync(State.head.code),
            ),
            held=State.head.code,
        ),
    )


def _act() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(wording.NEXT_ACT, class_name="grow"),
            handing_menu(),
            class_name="row",
        ),
        rx.cond(State.desk.holder != "", rx.el.p(State.desk.holder)),
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
            ("return_result", before_result(after_apology(_return()))),
            # Who holds it is said above already.
            rx.cond(State.desk.holder == "", rx.el.p(State.no_act, class_name="muted")),
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
        store_link(State.head),
        class_name="card stack",
    )


def _take() -> rx.Component:
    return rx.el.button(
        wording.TAKE,
        type="button",
        class_name="button",
        on_click=State.take,
        access_key=handing.SHORTCUT_KEY,
        title=handing.SHORTCUT,
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
        way_fields(),
        _press(wording.FINISH),
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
        rx.cond(
            State.result.is_digital,
            rx.el.p(
                signing.BY_SIGNATURE,
                " ",
                link(signing.TO_SIGNING, to=routes.SIGNING, class_name="button"),
            ),
        ),
        rx.cond(
            ~State.result.is_digital,
            rx.fragment(area_field(field), way_fields(), _press(wording.APPROVE)),
        ),
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
        text_field(field, State.general.name, spell_check=False, auto_complete="off"),
        rx.el.details(
            rx.el.summary(signing.WHO_CAME),
            rx.el.div(*receiver_fields(State.problems), class_name="stack"),
            class_name="fold",
            open=rx.cond(State.problems.length() > 0, True, False),
        ),
        _press(wording.RETURN),
        key=State.form_key,
        on_submit=State.hand_over,
        no_validate=True,
        class_name="stack",
    )


def _press(words: str) -> rx.Component:
    return rx.el.button(
        words,
        type="submit",
        class_name="button",
        access_key=handing.SHORTCUT_KEY,
        title=handing.SHORTCUT,
    )


def _general() -> rx.Component:
    general = State.general
    return parts.general_cards(
        parts.card(
            reception.SUBMITTER,
            parts.facts(
                *parts.submitter_facts(general),
                (reception.BIRTH_DATE, general.birth_date),
                (reception.PHONE, general.phone),
            ),
        ),
        parts.card(reception.APPLICANT, parts.facts(*parts.applicant_facts(general))),
        parts.card(
            reception.REQUEST_TITLE,
            parts.facts(
                *parts.request_facts(general, State.head.case),
                (wording.RECEIVED, State.head.received),
                (wording.PROMISED, State.head.due),
            ),
        ),
    )


def _slips() -> rx.Component:
    slips = DecisionsCardState.slips
    none = rx.el.p(handing.NO_PAPERS, class_name="muted")
    return rx.el.div(
        rx.cond(slips.length() > 0, slips_list(slips), none), class_name="card stack"
    )


def _history() -> rx.Component:
    return rx.el.div(
        rx.cond(
            State.events.length() > 0,
            parts.history(State.events),
            rx.el.p(wording.NO_HISTORY, class_name="card"),
        ),
        step_log(),
        class_name="stack",
    )
