"""The card of journeys by post on the page of a dossier."""

import reflex as rx

from dvc_app.state.citizen.parcels import ParcelRow, ParcelsState
from dvc_app.wording import delivery as wording


def parcels_card() -> rx.Component:
    """Return the journeys; nothing at all when nothing travels by post."""
    return rx.cond(
        ParcelsState.parcels.length() > 0,
        rx.el.section(
            rx.el.h2(wording.PARCELS, class_name="h3"),
            rx.foreach(ParcelsState.parcels, _parcel),
            class_name="card stack",
        ),
    )


def _parcel(row: ParcelRow) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            rx.el.b(row.leg),
            " ",
            rx.el.span(row.state, class_name=row.css, role="status"),
        ),
        rx.cond(row.hint != "", rx.el.p(row.hint, class_name="small muted")),
        rx.el.dl(
            _fact(wording.NUMBER, row.number),
            _fact(wording.LAST, row.last),
            _fact(wording.COMES, row.comes),
            _fact(wording.TO, row.address),
            _fact(wording.FEE, row.fee),
            class_name="facts",
        ),
        key=row.leg,
        class_name="stack-s",
    )


def _fact(label: str, text: rx.Var[str]) -> rx.Component:
    return rx.cond(text != "", rx.fragment(rx.el.dt(label), rx.el.dd(text)))
