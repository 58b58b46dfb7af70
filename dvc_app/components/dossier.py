"""Parts that every page of one dossier shares: status, answer, timeline."""

from typing import Any

import reflex as rx

from dvc_app.components.paper_elsewhere import paper_elsewhere
from dvc_app.state.citizen.dossier import LinkRow, PartRow
from dvc_app.wording import promises, statuses


def status_line(progress: Any) -> rx.Component:
    """Return the status as a tag, whose turn it is, and the sentence (R22)."""
    # Any: a Var of ShownProgress; the framework's vars have no common type.
    return rx.el.div(
        rx.el.p(
            rx.el.span(progress.label, class_name=progress.tag),
            rx.cond(
                progress.turn != "",
                rx.el.span(
                    statuses.TURN_PREFIX + " ",
                    rx.el.b(progress.turn),
                    class_name="muted",
                ),
            ),
            rx.cond(
                progress.left != "",
                rx.el.span(progress.left, class_name=progress.left_tag),
            ),
            class_name="row",
        ),
        rx.el.p(progress.sentence),
        role="status",
        class_name="stack-s",
    )


def why_this_day(lines: Any) -> rx.Component:
    """Return why it is this date, line by line."""
    # Any: a Var of a list of text.
    return rx.cond(
        lines.length() > 0,
        rx.el.details(
            rx.el.summary(promises.TITLE),
            rx.el.ol(rx.foreach(lines, lambda line: rx.el.li(line)), class_name="why"),
        ),
    )


def timeline(events: Any) -> rx.Component:
    """Return what happened, what happens now, and what is to come."""
    # Any: a Var of a list of EventRow.
    return rx.el.ol(rx.foreach(events, _event), class_name="timeline")


def parts(rows: Any) -> rx.Component:
    """Return the papers handed in, with their files."""
    # Any: a Var of a list of PartRow.
    return rx.el.ul(rx.foreach(rows, _part), class_name="stack-s")


def links(rows: Any) -> rx.Component:
    """Return files and printed papers to open."""
    # Any: a Var of a list of LinkRow.
    return rx.el.ul(rx.foreach(rows, link_line), class_name="stack-s")


def link_line(row: LinkRow) -> rx.Component:
    """Return one file to open in a tab of its own."""
    return rx.el.li(
        rx.el.a(row.words, href=row.address, target="_blank", class_name="typed"),
        " ",
        rx.el.span(row.details, class_name="small muted"),
    )


def _part(part: PartRow) -> rx.Component:
    return rx.el.li(
        rx.el.b(part.name, class_name="paper-name"),
        rx.cond(
            part.files.length() > 0,
            rx.el.ul(rx.foreach(part.files, link_line)),
            rx.el.p(part.without, class_name="small muted"),
        ),
    )


def _event(event: Any) -> rx.Component:
    # Any: a Var of one EventRow.
    return rx.el.li(
        rx.el.b(event.title),
        rx.cond(event.line != "", rx.el.p(event.line, class_name="small muted")),
        paper_elsewhere(event.link),
        class_name=rx.cond(
            event.is_now, "is-now", rx.cond(event.is_done, "is-done", "is-coming")
        ),
        aria_current=rx.cond(event.is_now, "step", "false"),
    )
