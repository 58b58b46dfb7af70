"""A decision as the citizen reads it: why, by which article, what next, the slip."""

from typing import Any

import reflex as rx

from dvc_app.state.decision_rows import ToldRow
from dvc_app.wording import decisions as wording


def told_all(rows: Any) -> rx.Component:
    """Return every decision that is told, the latest first."""
    # Any: a Var of rows.
    return rx.foreach(rows, told)


def told(row: ToldRow) -> rx.Component:
    """Return one decision; what is empty is left out."""
    return rx.el.section(
        rx.el.h2(row.title),
        rx.el.p(row.lead),
        _facts(row),
        rx.cond(row.slip_href != "", _slip(row)),
        key=row.key,
        class_name=rx.cond(
            row.is_bad, "notice notice--warn stack-s told", "notice stack-s told"
        ),
    )


def _facts(row: ToldRow) -> rx.Component:
    pairs = (
        (wording.WHY, row.ground),
        (wording.ARTICLE, row.basis),
        (wording.WHAT_NEXT, row.next),
        (wording.BEFORE, row.before),
        (wording.AFTER, row.after),
        (wording.MONEY, row.money),
        (wording.DECIDED_AT, row.at),
    )
    return rx.el.dl(
        *[
            rx.cond(
                value != "",
                rx.fragment(rx.el.dt(name), rx.el.dd(value, class_name="typed")),
            )
            for name, value in pairs
        ],
        class_name="facts",
    )


def _slip(row: ToldRow) -> rx.Component:
    return rx.el.p(
        rx.el.a(row.slip, href=row.slip_href, target="_blank", rel="noopener")
    )
