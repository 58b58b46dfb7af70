"""Requests for a supplement as both sides read them: old beside new."""

import reflex as rx

from dvc_app.components.later_files import sent_files
from dvc_app.state.supplement_rows import OldRow, PointRow, RequestRow
from dvc_app.wording import supplements as wording


def reasons(point: PointRow) -> rx.Component:
    """Return why a point was asked, and how it is mended."""
    return rx.el.dl(
        rx.el.dt(wording.REASON),
        rx.el.dd(point.reason, class_name="typed"),
        rx.el.dt(wording.HOW_TO),
        rx.el.dd(point.how_to, class_name="typed"),
        class_name="facts",
    )


def before(point: PointRow) -> rx.Component:
    """Return what was handed in."""
    return rx.el.div(
        rx.el.span(wording.BEFORE, class_name="small muted"),
        rx.cond(
            point.is_field,
            rx.el.p(
                rx.cond(point.old_text != "", point.old_text, wording.NOTHING_BEFORE),
                class_name="typed",
            ),
            rx.cond(
                point.old_files.length() > 0,
                rx.el.ul(rx.foreach(point.old_files, _old), class_name="stack-s"),
                rx.el.p(wording.NO_FILES_BEFORE, class_name="muted"),
            ),
        ),
        class_name="stack-s",
    )


def compared(request: RequestRow) -> rx.Component:
    """Return a request with its answers; only what is new is lit."""
    return rx.el.ol(rx.foreach(request.points, _compared), class_name="stack points")


def _compared(point: PointRow) -> rx.Component:
    return rx.el.li(
        rx.el.h3(point.number, ". ", point.title),
        reasons(point),
        rx.el.div(
            before(point),
            rx.cond(
                point.is_answered,
                rx.el.div(
                    rx.el.span(
                        wording.NEW_PART, class_name="tag tag--done", role="note"
                    ),
                    rx.cond(point.said != "", rx.el.p(point.said, class_name="typed")),
                    rx.cond(point.files.length() > 0, sent_files(point.files)),
                    class_name="stack-s is-new",
                ),
            ),
            class_name="halves",
        ),
        class_name="card stack",
        key=point.id,
    )


def _old(file: OldRow) -> rx.Component:
    return rx.el.li(
        rx.el.a(file.name, href=file.address, target="_blank"),
        " ",
        rx.el.span(file.details, class_name="small muted"),
    )
