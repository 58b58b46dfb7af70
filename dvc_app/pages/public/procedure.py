"""Chi tiết thủ tục (C09)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.layout import page_shell
from dvc_app.components.link import link
from dvc_app.components.long_name import heading
from dvc_app.components.procedure_parts import (
    answers,
    fees,
    papers,
    warnings,
    ways,
)
from dvc_app.components.public import places, waiting
from dvc_app.components.search_again import search_again
from dvc_app.components.usual_faults import usual_faults
from dvc_app.components.vault_ready import vault_ready
from dvc_app.state.public.procedure import OfficialPart, ProcedureState
from dvc_app.state.public.usual_faults import UsualFaultsState
from dvc_app.wording import procedure as wording

TYPING_PAUSE = 300  # milliseconds
VIEW = ProcedureState.view


def procedure_page() -> rx.Component:
    """Compose the page of one procedure."""
    return page_shell(
        rx.cond(
            ProcedureState.loaded,
            rx.cond(ProcedureState.missing_words != "", _missing(), _whole()),
            rx.fragment(rx.el.h1(wording.TITLE, class_name="sr-only"), waiting(8)),
        ),
        active=routes.PROCEDURES,
        css="frame stack-l page procedure",
    )


def _whole() -> rx.Component:
    return rx.fragment(
        _head(),
        answers(),
        papers(),
        usual_faults(UsualFaultsState),
        fees(),
        ways(),
        _units(),
        _official(),
        _foot(),
    )


def _head() -> rx.Component:
    return rx.el.header(
        rx.el.p(
            rx.cond(VIEW.sector != "", rx.el.span(VIEW.sector + " · ")),
            rx.el.span(VIEW.code_words, class_name="num"),
            " ",
            rx.el.span(VIEW.level, class_name=VIEW.level_tag),
            class_name="small muted",
        ),
        heading(VIEW.name),
        rx.cond(VIEW.plain != "", rx.el.p(VIEW.plain, class_name="lead column")),
        rx.cond(VIEW.summary != "", rx.el.p(VIEW.summary, class_name="muted column")),
        warnings(),
        vault_ready(),
        _acts(),
        class_name="stack",
    )


def _acts() -> rx.Component:
    return rx.el.div(
        rx.cond(VIEW.file_href != "", _apply()),
        rx.el.a(
            wording.CHECKLIST,
            href=ProcedureState.checklist_href,
            target="_blank",
            class_name="button button--quiet",
        ),
        class_name="row acts",
    )


def _apply() -> rx.Component:
    return link(wording.APPLY, to=VIEW.file_href, class_name="button")


def _units() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.UNITS),
        rx.cond(
            VIEW.no_units != "",
            rx.el.p(VIEW.no_units),
            rx.fragment(
                rx.cond(ProcedureState.units_words != "", _unit_search()),
                rx.cond(
                    ProcedureState.units.length() > 0,
                    places(ProcedureState.units),
                    rx.el.p(wording.UNIT_NO_MATCH, class_name="muted"),
                ),
            ),
        ),
        class_name="stack",
    )


def _unit_search() -> rx.Component:
    return rx.el.div(
        rx.el.label(wording.UNIT_SEARCH, html_for="noi-nhan"),
        rx.el.input(
            id="noi-nhan",
            key=ProcedureState.units_key,
            type="search",
            auto_complete="off",
            spell_check=False,
            on_change=ProcedureState.find_unit.debounce(TYPING_PAUSE),
        ),
        rx.el.span(ProcedureState.units_words, class_name="hint", role="status"),
        class_name="field column",
    )


def _official() -> rx.Component:
    return rx.el.details(
        rx.el.summary(wording.OFFICIAL, on_click=ProcedureState.read_official),
        rx.cond(
            ProcedureState.official.length() > 0,
            rx.foreach(ProcedureState.official, _official_part),
            waiting(3),
        ),
        class_name="card official",
    )


def _official_part(part: OfficialPart) -> rx.Component:
    return rx.el.section(
        rx.el.h3(part.title),
        rx.foreach(part.lines, lambda line: rx.el.p(line)),
        class_name="column",
    )


def _foot() -> rx.Component:
    return rx.cond(
        VIEW.file_href != "", rx.el.div(_apply(), class_name="row acts only-screen")
    )


def _missing() -> rx.Component:
    return rx.el.div(
        rx.el.h1(ProcedureState.missing_words),
        rx.el.p(wording.MISSING_WHY),
        search_again(),
        rx.el.p(link(wording.SEE_ALL, to=routes.PROCEDURES)),
        class_name="stack column",
    )
