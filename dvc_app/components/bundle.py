"""The procedures of an interlinked declaration, side by side."""

import reflex as rx

from dvc_app.components.link import link
from dvc_app.state.citizen.bundle import BundleState, LegRow
from dvc_app.wording import life_events as wording


def bundle() -> rx.Component:
    """Return the legs of a declaration; nothing for a dossier of its own."""
    return rx.fragment(
        rx.cond(
            BundleState.part_of != "",
            rx.el.p(link(BundleState.part_of, to=BundleState.part_of_href)),
        ),
        rx.cond(
            BundleState.legs.length() > 0,
            rx.el.section(
                rx.el.h2(wording.LEGS),
                rx.el.p(wording.LEGS_HINT, class_name="small muted"),
                rx.el.ol(rx.foreach(BundleState.legs, _leg), class_name="legs"),
                class_name="stack",
            ),
        ),
    )


def _leg(leg: LegRow) -> rx.Component:
    return rx.el.li(
        rx.el.h3(leg.name),
        rx.el.p(rx.el.span(leg.label, class_name=leg.tag)),
        rx.el.p(leg.sentence, class_name="small"),
        rx.cond(leg.when != "", rx.el.p(leg.when, class_name="small muted")),
        rx.cond(leg.href != "", link(leg.link, to=leg.href, class_name="num")),
        class_name="card stack-s",
    )
