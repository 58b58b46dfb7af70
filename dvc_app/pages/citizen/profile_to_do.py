"""What needs the person today, and where a new account begins (C22)."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.link import link
from dvc_app.state.citizen.my_dossier_rows import MyDossierRow
from dvc_app.state.citizen.profile import ProfileState as State
from dvc_app.wording import profile as wording

NEW_ROUTES = ("#thong-tin", routes.MY_CONTACTS, routes.PROCEDURES)


def to_do() -> rx.Component:
    """Return the list, the pride of an empty one, or three things to begin with."""
    return rx.cond(
        State.is_new,
        _first_things(),
        rx.cond(State.to_do.length() > 0, _waiting(), _nothing()),
    )


def _waiting() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.TODAY),
        rx.el.ul(rx.foreach(State.to_do, _line), class_name="stack-s"),
        rx.cond(State.more != "", rx.el.p(link(State.more, to=routes.MY_DOSSIERS))),
        class_name="stack",
    )


def _line(row: rx.Var[MyDossierRow]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.b(row.procedure),
            rx.el.p(
                rx.el.span(row.label, class_name=row.tag),
                rx.cond(row.left != "", rx.el.span(row.left, class_name=row.left_tag)),
                rx.cond(row.code != "", rx.el.span(row.code, class_name="num small")),
                class_name="row",
            ),
            rx.el.p(row.sentence, class_name="small"),
            class_name="stack-s grow",
        ),
        link(row.action, to=row.address, class_name="button"),
        class_name="card dossier-row",
        key=row.id,
    )


def _nothing() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.NOTHING),
        rx.el.p(wording.NOTHING_HINT, class_name="muted"),
        rx.el.p(link(wording.ALL_DOSSIERS, to=routes.MY_DOSSIERS)),
        class_name="card card--proud stack-s",
    )


def _first_things() -> rx.Component:
    return rx.el.section(
        rx.el.h2(wording.NEW_TITLE),
        rx.el.p(wording.NEW_LEAD, class_name="muted"),
        rx.el.ol(
            *[
                rx.el.li(
                    rx.el.a(title, href=to)
                    if to.startswith("#")
                    else link(title, to=to),
                    rx.el.p(why, class_name="small muted"),
                )
                for (title, why), to in zip(wording.NEW_THINGS, NEW_ROUTES, strict=True)
            ],
            class_name="numbered stack-s",
        ),
        class_name="card stack",
    )
