"""HỒ SƠ CÁ NHÂN, “Thông tin cá nhân” (C22)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.form.fields import Field, area_field, select_field, text_field
from dvc_app.components.form.summary import error_summary, submit_button
from dvc_app.components.link import link
from dvc_app.components.notice import KINDS
from dvc_app.components.profile_menu import profile_shell
from dvc_app.components.skeleton import skeleton
from dvc_app.pages.citizen.national_link import national_link
from dvc_app.pages.citizen.profile_to_do import to_do
from dvc_app.state.citizen.declared import DeclaredState
from dvc_app.state.citizen.population import DifferenceRow, PopulationState
from dvc_app.state.citizen.profile import ProfileState as State
from dvc_app.state.citizen.profile_rows import ProfileRow
from dvc_app.wording import profile as wording

UPDATE_ID = "cap-nhat"


def profile_page() -> rx.Component:
    """Compose the page: first what needs the person today, then what is known."""
    return profile_shell(
        error_summary(PopulationState),
        error_summary(DeclaredState, "loi-tu-khai"),
        rx.el.h1(wording.TITLE, class_name="caps"),
        rx.cond(
            State.is_ready,
            rx.el.div(
                to_do(),
                _information(),
                rx.cond(State.is_person, _update()),
                rx.cond(State.may_link, national_link()),
                rx.cond(State.editable.length() > 0, _declared()),
                class_name="stack-l",
            ),
            skeleton(8),
        ),
        active=routes.PROFILE,
    )


def _information() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.INFORMATION),
        rx.el.p(
            wording.ASSURANCE + ": ",
            rx.el.b(State.level),
            " · ",
            State.registered,
            class_name="small muted",
        ),
        rx.el.dl(rx.foreach(State.rows, _row), class_name="card profile-rows"),
        _legends(),
        rx.el.p(wording.READ_ONLY, class_name="small muted"),
        id="thong-tin",
        tab_index=-1,
        class_name="stack",
    )


def _row(row: rx.Var[ProfileRow]) -> rx.Component:
    return rx.el.div(
        rx.el.dt(row.label),
        rx.el.dd(
            rx.el.span(
                row.value, class_name=rx.cond(row.is_empty, "value muted", "value")
            ),
            rx.cond(
                row.source != "",
                rx.el.span(
                    rx.el.span(row.mark, class_name="mark", aria_hidden="true"),
                    row.source,
                    class_name=row.css,
                ),
            ),
            class_name="grow",
        ),
        rx.el.dd(
            rx.cond(
                row.toggle != "",
                rx.el.button(
                    row.toggle,
                    type="button",
                    aria_label=row.toggle_label,
                    on_click=State.toggle(row.name),
                    class_name="button button--text",
                ),
            ),
            rx.cond(
                row.has_update,
                rx.el.a(
                    wording.UPDATE,
                    href=f"#{UPDATE_ID}",
                    class_name="button button--quiet",
                ),
            ),
            rx.cond(
                row.change != "",
                link(
                    wording.CHANGE,
                    to=row.change,
                    aria_label=row.change_label,
                    class_name="button button--quiet",
                ),
            ),
            class_name="acts",
        ),
        key=row.name,
    )


def _legends() -> rx.Component:
    def line(mark: str, words: str, css: str) -> rx.Component:
        return rx.el.li(
            rx.el.span(mark, class_name="mark", aria_hidden="true"),
            words,
            class_name=f"source {css}",
        )

    return rx.el.ul(
        rx.cond(
            State.has_population,
            line("✔", wording.LEGEND_POPULATION, "source--sure"),
        ),
        rx.cond(State.has_other, line("✔", wording.LEGEND_OTHER, "source--sure")),
        rx.cond(State.has_typed, line("⚠", wording.LEGEND_TYPED, "source--typed")),
        aria_label=wording.LEGENDS,
        class_name="legends",
    )


def _update() -> rx.Component:
    busy = PopulationState.busy
    return rx.el.section(
        rx.el.h2(wording.UPDATE_TITLE),
        rx.el.p(wording.UPDATE_LEAD),
        rx.el.p(State.checked, class_name="small muted"),
        rx.el.form(
            rx.cond(
                State.needs_number,
                text_field(
                    Field(
                        "citizen_id",
                        wording.FIELDS["citizen_id"],
                        wording.NUMBER_HINT,
                        required=True,
                        error=PopulationState.problems.get("citizen_id", ""),
                    ),
                    input_mode="numeric",
                    auto_complete="off",
                ),
            ),
            submit_button(wording.UPDATE, busy, wording.ASKING),
            on_submit=PopulationState.ask,
            no_validate=True,
            class_name="stack",
        ),
        rx.el.div(
            rx.cond(
                PopulationState.words != "",
                rx.el.p(
                    PopulationState.words,
                    class_name=rx.match(
                        PopulationState.kind, *KINDS.items(), KINDS["info"]
                    ),
                ),
            ),
            role="status",
        ),
        rx.cond(PopulationState.differences.length() > 0, _differences()),
        rx.cond(PopulationState.may_take, _confirmation()),
        id=UPDATE_ID,
        tab_index=-1,
        class_name="card stack",
    )


def _differences() -> rx.Component:
    heads = (wording.FIELD, wording.PRESENT, wording.ON_FILE)
    return rx.el.table(
        rx.el.caption(wording.DIFFERENCES, class_name="aside-words"),
        rx.el.thead(rx.el.tr(*[rx.el.th(head, scope="col") for head in heads])),
        rx.el.tbody(rx.foreach(PopulationState.differences, _difference)),
        class_name="table table--cards",
    )


def _difference(row: rx.Var[DifferenceRow]) -> rx.Component:
    cells = (
        (wording.FIELD, rx.el.b(row.label)),
        (wording.PRESENT, rx.el.span(row.present)),
        (wording.ON_FILE, rx.el.b(row.on_file)),
    )
    return rx.el.tr(
        *[rx.el.td(what, custom_attrs={"data-label": name}) for name, what in cells],
        key=row.label,
    )


def _confirmation() -> rx.Component:
    return rx.el.p(
        rx.el.button(
            rx.cond(PopulationState.is_same, wording.CONFIRM_SAME, wording.CONFIRM),
            type="button",
            on_click=PopulationState.take,
            class_name="button",
        ),
        rx.el.button(
            wording.NO_THANKS,
            type="button",
            on_click=PopulationState.leave,
            class_name="button button--quiet",
        ),
        class_name="row",
    )


def _declared() -> rx.Component:
    return rx.el.details(
        rx.el.summary(wording.DECLARE),
        rx.el.form(
            rx.el.p(wording.DECLARE_HINT, class_name="small muted"),
            rx.cond(State.editable.contains("old_id_number"), _old_number()),
            rx.cond(State.editable.contains("sex"), _sex()),
            rx.cond(State.editable.contains("address"), _address()),
            submit_button(wording.SAVE, DeclaredState.busy, wording.SAVING),
            on_submit=DeclaredState.save,
            no_validate=True,
            class_name="stack",
            key=State.form_key,
        ),
        class_name="card fold",
    )


def _field(name: str, hint: str = "") -> Field:
    return Field(
        name,
        wording.FIELDS[name],
        hint,
        optional_words=wording.OPTIONAL,
        error=DeclaredState.problems.get(name, ""),
    )


def _old_number() -> rx.Component:
    return text_field(
        _field("old_id_number", wording.OLD_HINT),
        State.typed.get("old_id_number", ""),
        input_mode="numeric",
        auto_complete="off",
    )


def _sex() -> rx.Component:
    return select_field(
        _field("sex"),
        [
            rx.el.option(wording.NOT_SAID, value=""),
            *[rx.el.option(words, value=key) for key, words in wording.SEXES.items()],
        ],
        default_value=State.typed.get("sex", ""),
    )


def _address() -> rx.Component:
    return area_field(
        _field("address", wording.ADDRESS_HINT),
        State.typed.get("address", ""),
        auto_complete="street-address",
    )
